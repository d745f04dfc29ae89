// The registration form as both pages use it that show it: registering, and correcting what was refused.
#pragma once

#include "domain/registration.h"
#include "store/divisions.h"
#include "store/enterprises.h"
#include "view/form.h"
#include "web/context.h"

#include <optional>
#include <string>
#include <vector>

namespace accounts {

struct RegistrationPage {
  domain::RegistrationForm typed;
  std::vector<std::string> division;  // chosen codes, from the top down
  std::string license_seal;           // a file received with an earlier submit, sealed: nothing typed or sent is lost
  std::string license_name;           // its name as the sender knew it
  std::optional<store::Document> license;
};

// with_account: also login, passwords, consents. Takes a file that came along to its place.
RegistrationPage read_registration(web::Context& ctx, bool with_account, std::vector<domain::Error>& errors);
// Fills accounts/fields.tpl. with_account: also the fields of the account; the returned form then takes the captcha.
view::Form fill_registration(web::Context& ctx, const view::Page& page, const std::string& action, const RegistrationPage& shown,
                             std::vector<domain::Error> errors, bool with_account);

// The number encrypted with the personal key, in hex for the store.
std::string sealed_id_number(const web::Context& ctx, const domain::IdNumber& number);

}  // namespace accounts
