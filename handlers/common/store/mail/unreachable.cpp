// See unreachable.h.
#include "store/mail/unreachable.h"

#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {

UnreachableUnits unreachable_units(Db& db, int most_of_each) {
  return db.run([&](soci::session& sql) {
    UnreachableUnits found;
    each_row(
        sql,
        "select id, name, email, contact, mobile, words, " + shown_time("since") +
            R"sql(, n
                from (
                  select u.*, row_number() over (partition by email = '' order by name, id) as place,
                    count(*) over (partition by email = '') as n
                  from unreachable_units u
                ) u
                where place <= :most
                order by email = '', name, id
            )sql",
        [&](const soci::row& row) {
          UnreachableUnit unit;
          long long all = 0;
          row >> unit.id >> unit.name >> unit.email >> unit.contact >> unit.mobile >> unit.words >> unit.since >> all;
          (unit.email.empty() ? found.without : found.refused) = all;
          found.units.push_back(unit);
        },
        most_of_each);
    return found;
  });
}

std::vector<WaitingMail> waiting_mail(Db& db) {
  return db.run([&](soci::session& sql) {
    std::vector<WaitingMail> found;
    each_row(sql, "select kind, mails, tried, " + shown_time("oldest") + " from outbox_waiting order by kind",
             [&](const soci::row& row) {
               WaitingMail waiting;
               row >> waiting.kind >> waiting.mails >> waiting.tried >> waiting.oldest;
               found.push_back(waiting);
             });
    return found;
  });
}

RefusedAddress own_refused_address(Db& db) {
  return db.run([&](soci::session& sql) {
    RefusedAddress found;
    each_row(sql, "select address, " + shown_time("since") + " from own_refused_address",
             [&](const soci::row& row) { row >> found.address >> found.since; });
    return found;
  });
}

}  // namespace store
