// The people of an institution or a department, on its page: the list, and the form that adds one with a temporary password.
#pragma once

#include "domain/organisations/organisation.h"
#include "view/page.h"
#include "web/context.h"

#include <functional>
#include <string>
#include <vector>

namespace admin {

struct Organisation {
  std::string user_type, name;  // institution | supervisor
  long long institution_id = 0, department_id = 0;
  std::string path;  // of its page; the form posts to path + "/people"
  std::vector<web::Crumb> crumbs;
};

// The include PEOPLE of the page's content.
void show_people(web::Context& ctx, const view::Page& page, const Organisation& organisation,
                 const domain::PersonForm& typed = {"", "", ""}, std::vector<domain::Error> errors = {});

// The answer to that form: a page with the password, shown this once; a repeated submit leads to the organisation's page.
// `again` shows the organisation's page with what was typed.
using ShowAgain = std::function<web::Response(const domain::PersonForm& typed, std::vector<domain::Error> errors, int status)>;
web::Response add_person(web::Context& ctx, const Organisation& organisation, const ShowAgain& again);

}  // namespace admin
