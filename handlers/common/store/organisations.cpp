// See organisations.h.
#include "store/organisations.h"

namespace store {

std::string organisation_name(Db& db, long long enterprise_id, long long institution_id, long long department_id) {
  return db.run([&](soci::session& sql) {
    std::string name;
    sql << "select coalesce((select name from enterprises where id = :enterprise), (select name from institutions where id = "
           ":institution), (select name from departments where id = :department), '')",
        soci::use(enterprise_id), soci::use(institution_id), soci::use(department_id), soci::into(name);
    return name;
  });
}

}  // namespace store
