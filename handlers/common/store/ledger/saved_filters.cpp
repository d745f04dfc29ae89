// See saved_filters.h.
#include "store/ledger/saved_filters.h"

#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {

namespace {

constexpr std::size_t most_rows = 64;

// A row a filter, at least one: columns, id (0: no filter), name, query, default.
struct ViewStatement {
  explicit ViewStatement(soci::session& sql)
      : statement((sql.prepare << R"sql(
                select coalesce(c.columns, ''), coalesce(f.id, 0), coalesce(f.name, ''), coalesce(f.query, ''),
                  coalesce(f.is_default, false)::int, coalesce(b.since::date::text, '')
                from (select :unit::bigint as e, :user::bigint as u) p
                left join ledger_columns c on c.unit_id = p.e and c.user_id = p.u
                left join saved_filters f on f.unit_id = p.e and f.user_id = p.u
                left join own_refused_address b on b.unit_id = p.e
                order by f.name limit 64
            )sql",
                   soci::use(unit), soci::use(user), soci::into(columns), soci::into(id), soci::into(name), soci::into(query),
                   soci::into(is_default), soci::into(refused))) {}
  long long unit = 0, user = 0;
  std::vector<std::string> columns = std::vector<std::string>(most_rows), name = columns, query = columns, refused = columns;
  std::vector<long long> id = std::vector<long long>(most_rows);
  std::vector<int> is_default = std::vector<int>(most_rows);
  soci::statement statement;
};

}  // namespace

LedgerView ledger_view(Db& db, long long unit_id, long long user_id) {
  return db.run([&](soci::session& sql) {
    auto& s = db.kept<ViewStatement>(sql);
    s.unit = unit_id;
    s.user = user_id;
    for (auto* column : {&s.columns, &s.name, &s.query, &s.refused}) column->resize(most_rows);
    s.id.resize(most_rows);
    s.is_default.resize(most_rows);
    s.statement.execute(true);
    LedgerView view{s.columns.at(0), s.refused.at(0), {}};
    for (std::size_t n = 0; n < s.id.size() && s.id[n] != 0; ++n)
      view.filters.push_back({s.id[n], s.name[n], s.query[n], s.is_default[n] != 0});
    return view;
  });
}

std::string ledger_columns(Db& db, long long unit_id, long long user_id) { return ledger_view(db, unit_id, user_id).columns; }

void set_ledger_columns(Tx& tx, long long unit_id, const std::string& columns) {
  affected(tx,
           R"sql(
               insert into ledger_columns (unit_id, user_id, columns)
               values (:unit, :user, :columns)
               on conflict (unit_id, user_id) do update
               set columns = excluded.columns
           )sql",
           unit_id, tx.actor().user_id, columns);
}

std::vector<SavedFilter> saved_filters(Db& db, long long unit_id, long long user_id) {
  return ledger_view(db, unit_id, user_id).filters;
}

void save_filter(Tx& tx, long long unit_id, const std::string& name, const std::string& query, bool as_default) {
  if (as_default) set_default_filter(tx, unit_id, 0);
  const int is_default = as_default ? 1 : 0;
  affected(tx,
           R"sql(
               insert into saved_filters (unit_id, user_id, name, query, is_default)
               values (:unit, :user, :name, :query, :default::int <> 0)
           )sql",
           unit_id, tx.actor().user_id, name, query, is_default);
}

void set_default_filter(Tx& tx, long long unit_id, long long id) {
  // First none, then the one: two at the same moment would break the rule that there is one.
  const std::string of_actor = " where unit_id = :unit and user_id = :user ";
  affected(tx, "update saved_filters set is_default = false" + of_actor + "and is_default", unit_id, tx.actor().user_id);
  if (id == 0) return;
  affected(tx, "update saved_filters set is_default = true" + of_actor + "and id = :id", unit_id, tx.actor().user_id, id);
}

bool remove_filter(Tx& tx, long long unit_id, long long id) {
  return affected(tx, "delete from saved_filters where unit_id = :unit and user_id = :user and id = :id", unit_id,
                  tx.actor().user_id, id) == 1;
}

}  // namespace store
