// See organisations.h.
#include "store/organisations/organisations.h"

#include <soci/soci.h>

namespace store {

std::string organisation_name(Db& db, long long unit_id, long long institution_id, long long department_id) {
  return db.run([&](soci::session& sql) {
    std::string name;
    sql << R"sql(
        select coalesce((select name from units where id = :unit),
          (select name from institutions where id = :institution),
          (select name from departments where id = :department), '')
    )sql",
        soci::use(unit_id), soci::use(institution_id), soci::use(department_id), soci::into(name);
    return name;
  });
}

}  // namespace store
