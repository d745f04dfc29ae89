// Shared by the pages about one institution.
#pragma once

#include "admin/people/people.h"
#include "store/organisations/institutions.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace admin {

std::string institution_path(long long id);
store::Institution institution_of(web::Context& ctx);  // the first {id} of the address; NotFound
Organisation as_organisation(const store::Institution& institution);
std::vector<web::Crumb> institutions_crumbs();
std::vector<web::Crumb> institution_crumbs(const store::Institution& institution);

}  // namespace admin
