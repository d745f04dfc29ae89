// See saved_filters.h.
#include "store/saved_filters.h"

#include "store/text.h"

namespace store {

std::string ledger_columns(Db& db, long long enterprise_id, long long user_id) {
  return db.run([&](soci::session& sql) {
    std::string columns;
    sql << "select columns from ledger_columns where enterprise_id = :enterprise and user_id = :user", soci::use(enterprise_id),
        soci::use(user_id), soci::into(columns);
    return columns;
  });
}

void set_ledger_columns(Tx& tx, long long enterprise_id, const std::string& columns) {
  affected(tx,
           "insert into ledger_columns (enterprise_id, user_id, columns) values (:enterprise, :user, :columns) "
           "on conflict (enterprise_id, user_id) do update set columns = excluded.columns",
           enterprise_id, tx.actor().user_id, columns);
}

std::vector<SavedFilter> saved_filters(Db& db, long long enterprise_id, long long user_id) {
  return db.run([&](soci::session& sql) {
    std::vector<SavedFilter> found;
    const auto take = [&](const soci::row& row) {
      SavedFilter& filter = found.emplace_back();
      int is_default = 0;
      row >> filter.id >> filter.name >> filter.query >> is_default;
      filter.is_default = is_default != 0;
    };
    each_row(sql,
             "select id, name, query, is_default::int from saved_filters where enterprise_id = :enterprise and user_id = :user "
             "order by name",
             take, enterprise_id, user_id);
    return found;
  });
}

void save_filter(Tx& tx, long long enterprise_id, const std::string& name, const std::string& query, bool as_default) {
  if (as_default) set_default_filter(tx, enterprise_id, 0);
  const int is_default = as_default ? 1 : 0;
  affected(tx,
           "insert into saved_filters (enterprise_id, user_id, name, query, is_default) values "
           "(:enterprise, :user, :name, :query, :default::int <> 0)",
           enterprise_id, tx.actor().user_id, name, query, is_default);
}

void set_default_filter(Tx& tx, long long enterprise_id, long long id) {
  // First none, then the one: two at the same moment would break the rule that there is one.
  const std::string of_actor = " where enterprise_id = :enterprise and user_id = :user ";
  affected(tx, "update saved_filters set is_default = false" + of_actor + "and is_default", enterprise_id, tx.actor().user_id);
  if (id == 0) return;
  affected(tx, "update saved_filters set is_default = true" + of_actor + "and id = :id", enterprise_id, tx.actor().user_id, id);
}

bool remove_filter(Tx& tx, long long enterprise_id, long long id) {
  return affected(tx, "delete from saved_filters where enterprise_id = :enterprise and user_id = :user and id = :id",
                  enterprise_id, tx.actor().user_id, id) == 1;
}

}  // namespace store
