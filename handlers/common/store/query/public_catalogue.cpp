// See public_catalogue.h.
#include "store/query/public_catalogue.h"

#include "store/core/joined_text.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {

std::vector<PublicKind> public_kinds(Db& db) {
  return db.run([](soci::session& sql) {
    std::vector<PublicKind> kinds;
    each_row(sql,
             R"sql(
                 select k.id, k.item_no, k.item_name, k.kind_no, k.variant, k.kind_name, k.supervision, k.mode,
                   array_to_string(k.uses, ' '), k.scope, coalesce(k.cycle_months, 0),
                   coalesce(k.service_life_months, 0), k.regulation, k.condition, k.notice,
                   coalesce(k.valid_from::text, ''), k.checked::int
                 from public_catalogue k
                 where k.in_force
                 order by k.item_no, k.kind_no, k.id
             )sql",
             [&](const soci::row& columns) {
               PublicKind kind;
               domain::CatalogueRow& row = kind.row;
               std::string uses, from;
               int cycle = 0, life = 0, checked = 0;
               columns >> kind.id >> row.item_no >> row.item_name >> row.kind_no >> row.variant >> row.kind_name >>
                   row.supervision >> row.mode >> uses >> row.scope >> cycle >> life >> row.regulation >> row.condition >>
                   row.notice >> from >> checked;
               row.uses = parts_of(uses, ' ');
               if (cycle > 0) row.cycle_months = cycle;
               if (life > 0) row.service_life_months = life;
               row.checked = checked != 0;
               kind.notice_from = domain::Date::from_iso(from);
               kinds.push_back(std::move(kind));
             });
    return kinds;
  });
}

}  // namespace store
