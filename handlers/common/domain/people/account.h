// People's accounts, from typed text to values: login names, passwords, roles in an organisation. Whether a login is taken only
// the database knows.
#pragma once

#include "domain/values/fields.h"

#include <string>
#include <string_view>
#include <vector>

namespace domain {

// 4–32 characters from letters, digits, Chinese characters, '_', '.', '-', '@'; not only digits.
// Errors LOGIN_FORMAT, LOGIN_LENGTH (a = 4, b = 32).
std::string check_login(FieldCheck& fields, std::string_view typed);

// 8–128 characters; PASSWORD_SHORT (a = 8), PASSWORD_LONG (a = 128), PASSWORD_COMMON, PASSWORD_LOGIN (contains the login name or
// equals the unit's code).
std::vector<Error> check_password(std::string_view password, std::string_view login, std::string_view unit_code);

struct NewPassword {  // as typed; every character counts, blanks too
  std::string password, confirm;
};
// The same on the fields password and password_confirm, where PASSWORD_MISMATCH may stand.
void check_new_password(FieldCheck& fields, const NewPassword& typed, std::string_view login, std::string_view unit_code);

struct Person {
  std::string name, phone;  // phone may be empty
};
Checked<Person> check(const Person& typed);

Checked<std::string> check_email(std::string_view typed);  // on the field email; REQUIRED, EMAIL_FORMAT

// A unit's contacts: what changes without a new review.
struct UnitContact {
  std::string contact, mobile, email;  // email may be empty
};
Checked<UnitContact> check(const UnitContact& typed);

// Somebody new in an organisation, as its 负责人 types it. method: invite (email may be empty) | temporary (login).
struct NewMember {
  std::string name, role, method, login, email;
};
Checked<NewMember> check(const NewMember& typed);

// Somebody who follows an invitation.
struct Joining {
  std::string login, name, phone;
};
Checked<Joining> check(const Joining& typed, const NewPassword& password, std::string_view unit_code);

// A new administrator, as another one types him: login, person, phone (may be empty).
struct NewAdministrator {
  std::string login, name, phone;
};
Checked<NewAdministrator> check(const NewAdministrator& typed);

// Why something is done to somebody's account: field `why`, 1–500 characters, may have lines.
Checked<std::string> check_why(std::string_view typed);

}  // namespace domain
