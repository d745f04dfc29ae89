// See overdue_lists.h.
#include "store/mail/overdue_lists.h"

#include "store/core/sql_text.h"

#include <soci/soci.h>

#include <set>

namespace store {
namespace {

using domain::Date;

constexpr int most_counted = 500;  // rows of a list that are looked at

std::string month_of(const std::string& day) { return "date_trunc('month', " + day + ")::date"; }

}  // namespace

SupervisedFilter long_overdue(Date today, int days) {
  SupervisedFilter filter;
  filter.standing = "overdue";
  filter.due_to = today.plus_days(-(days + 1));
  return filter;
}

std::vector<long long> departments_to_notify(Db& db, Date today) {
  return db.run([&](soci::session& sql) {
    std::vector<long long> departments;
    const std::string day = today.iso();
    each_row(
        sql,
        "select distinct p.department_id from overdue_list_people p where not exists (select from overdue_lists l "
        "where l.department_id = p.department_id and l.month = " +
            month_of(":today::date") +
            " and l.recipient = p.recipient) and not exists (select from refused_addresses b where b.address = p.recipient) "
            "order by 1",
        [&](const soci::row& row) { departments.push_back(row.get<long long>(0)); }, day);
    return departments;
  });
}

bool anything_overdue(Db& db, long long department_id, Date today, int days) {
  const auto scope = supervised(db, department_id);
  if (!scope || scope->empty()) return false;
  SupervisedFilter filter = long_overdue(today, days);
  filter.size = 1;
  return !supervised_instruments(db, *scope, filter, today).rows.empty();
}

int queue_overdue_lists(Tx& tx, long long department_id, Date today) {
  const std::string day = today.iso();
  return affected(tx,
                  "with asked as (select :today::date as today), told as (insert into overdue_lists (department_id, month, "
                  "recipient, today, outbox_id) select p.department_id, " +
                      month_of("a.today") +
                      ", p.recipient, a.today, nextval('outbox_id_seq') from asked a, overdue_list_people p "
                      "where p.department_id = :department and not exists (select from refused_addresses b where b.address = "
                      "p.recipient) on conflict (department_id, month, recipient) do nothing returning id, outbox_id, recipient) "
                      "insert into outbox (id, kind, recipient, data) overriding system value select outbox_id, 'overdue_list', "
                      "recipient, jsonb_build_object('list', id) from told",
                  day, department_id);
}

std::optional<OverdueList> find_overdue_list(Db& db, long long list_id, int days) {
  OverdueList list;
  long long department_id = 0;
  std::string today;
  db.run([&](soci::session& sql) {
    sql << R"sql(
        select l.department_id, d.name, l.today::text
        from overdue_lists l
        join departments d on d.id = l.department_id
        where l.id = :id and exists (
          select
          from overdue_list_people p
          where p.department_id = l.department_id and lower(p.recipient) = lower(l.recipient)
        )
    )sql",
        soci::use(list_id), soci::into(department_id), soci::into(list.department), soci::into(today);
  });
  const auto day = Date::from_iso(today);
  if (!day) return {};
  list.today = *day;
  const auto scope = supervised(db, department_id);
  if (!scope || scope->empty()) return list;
  SupervisedFilter filter = long_overdue(list.today, days);
  filter.size = most_counted;
  SupervisedList found = supervised_instruments(db, *scope, filter, list.today);
  list.more = found.next.has_value();
  std::set<long long> units;
  for (const SupervisedRow& row : found.rows) {
    units.insert(row.unit_id);
    list.quantity += row.instrument.values.quantity;
  }
  list.units = static_cast<long long>(units.size());
  list.rows = std::move(found.rows);
  return list;
}

}  // namespace store
