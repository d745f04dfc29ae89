// The last step of every login (password, second factor, invitation): session, cookie and the next page. And asking a person
// who is signed in for the password once more. Attempts are limited by store::login_attempt.
#pragma once

#include "domain/values/error.h"
#include "store/people/users.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace accounts {

struct Way {         // where somebody was going when the login came between
  std::string back;  // a path of ours, or ""
  std::string kept;  // the id of a form that waits there (web/stored_forms.h), or ""
};
std::string start_page(const std::string& user_type);

// What must be done before anything else: "" | password | two_factor.
std::string pending_of(const web::Context& ctx, const store::Credentials& user);

// Inside the transaction of a login that is good: ends what it must, makes the session, counts the login. The cookie's value.
std::string begin_session(store::Tx& tx, web::Context& ctx, const store::Credentials& user, const std::string& login);
web::Response go_on(web::Context& ctx, const std::string& cookie, const std::string& user_type, const Way& way);

// Counts an attempt; the minutes to wait, or 0 to go on.
int minutes_to_wait(web::Context& ctx, const std::string& login);
int address_limit(const web::Context& ctx);

// The field current_password of somebody signed in: adds REQUIRED, LOGIN_WAIT or PASSWORD_WRONG.
bool confirm_password(web::Context& ctx, std::vector<domain::Error>& errors);
// The unit's code of who is signed in, "" for people of no unit: no password may be it.
std::string own_unit_code(web::Context& ctx);

}  // namespace accounts
