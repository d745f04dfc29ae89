// Accounts: registration of a unit, captcha, login and logout, the review's status and the correction after a refusal.
#pragma once

#include "web/route.h"

namespace accounts {

web::Response show_register(web::Context&);
web::Response register_unit(web::Context&);
web::Response show_login(web::Context&);
web::Response log_in(web::Context&);
web::Response log_out(web::Context&);
web::Response captcha_picture(web::Context&);
web::Response status(web::Context&);
web::Response show_registration(web::Context&);
web::Response resubmit(web::Context&);

using web::Access;
using web::Proof;
inline constexpr web::Route routes[] = {
    {"GET", "/accounts/register", Access::anyone, Proof::none, show_register},
    {"POST", "/accounts/register", Access::anyone, Proof::form, register_unit, web::Body::upload},
    {"GET", "/accounts/login", Access::anyone, Proof::none, show_login},
    {"POST", "/accounts/login", Access::anyone, Proof::form, log_in},
    {"POST", "/accounts/logout", Access::anyone, Proof::form, log_out},
    {"GET", "/accounts/captcha", Access::anyone, Proof::none, captcha_picture},
    {"GET", "/accounts/status", Access::signed_in, Proof::none, status},
    {"GET", "/accounts/registration", Access::signed_in, Proof::none, show_registration},
    {"POST", "/accounts/registration", Access::signed_in, Proof::form, resubmit, web::Body::upload},
};

}  // namespace accounts
