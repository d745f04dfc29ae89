// Shared by the pages about one supervising department.
#pragma once

#include "admin/people/people.h"
#include "store/organisations/departments.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace admin {

std::string department_path(long long id);
store::Department department_of(web::Context& ctx);  // the first {id} of the address; NotFound
std::vector<web::Crumb> departments_crumbs();
std::vector<web::Crumb> department_crumbs(const store::Department& department);

}  // namespace admin
