// What units, institutions and departments have in common: a user belongs to one of them.
#pragma once

#include "store/core/db.h"

#include <string>

namespace store {

// Of the one whose id is not 0; "" when there is none.
std::string organisation_name(Db& db, long long unit_id, long long institution_id, long long department_id);

}  // namespace store
