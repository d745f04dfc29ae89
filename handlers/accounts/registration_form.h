// The registration form for all pages that show it or a part of it: registering, correcting after a refusal, changing reviewed
// data. Passwords and personal numbers are never filled in again.
#pragma once

#include "accounts/document.h"
#include "domain/organisations/registration.h"
#include "store/catalogue/divisions.h"
#include "store/organisations/units.h"
#include "view/form.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace accounts {

struct RegistrationPage {
  domain::RegistrationForm typed;
  store::DivisionPath division;  // as chosen so far
  StoredDocument license;
};

enum class Parts { whole, unit_and_contacts, unit };

RegistrationPage empty_registration(web::Context& ctx);
// Takes a file that came along to its place.
RegistrationPage read_registration(web::Context& ctx, Parts parts, std::vector<domain::Error>& errors);
// Fills accounts/fields.tpl. With Parts::whole the returned form then takes the captcha.
view::Form fill_registration(web::Context& ctx, const view::Page& page, const std::string& action, const RegistrationPage& shown,
                             std::vector<domain::Error> errors, Parts parts);
// What is reviewed, as it is stored today; the number itself is never shown whole: it is typed again.
RegistrationPage as_typed(web::Context& ctx, const store::Unit& unit);

// The number encrypted with the personal key, in hex for the store.
std::string sealed_id_number(const web::Context& ctx, const domain::IdNumber& number);

}  // namespace accounts
