// Shared by the pages about one user.
#pragma once

#include "store/people/users.h"
#include "web/context.h"

#include <string>

namespace admin {

inline const web::Crumb users_crumb{"admin/users.tpl", "/admin/users"};
std::string path_of_user(long long id, const std::string& act = "");
store::User user_of(web::Context& ctx);  // NotFound
// The one answer that shows a temporary password; it is nowhere to be seen again.
web::Response show_password(web::Context& ctx, const store::User& user, const std::string& password);

}  // namespace admin
