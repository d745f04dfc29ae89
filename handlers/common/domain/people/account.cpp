// The rules of people's accounts: login names, passwords, who somebody is.
#include "domain/people/account.h"

#include "domain/people/common_passwords.h"
#include "domain/values/text.h"

#include <algorithm>
#include <array>

namespace domain {
namespace {

constexpr std::size_t login_shortest = 4;
constexpr std::size_t login_longest = 32;
constexpr std::size_t password_shortest = 8;
constexpr std::size_t password_longest = 128;

// As the forms show them.
constexpr std::array<std::string_view, 10> field_order{"person", "role",    "method", "login",    "phone",
                                                       "email",  "contact", "mobile", "password", "password_confirm"};

// Letters are those of ASCII: look-alikes from other scripts would let one login pass for another.
bool is_login_ascii(char c) {
  constexpr std::string_view others = "0123456789_.-@";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || others.find(c) != std::string_view::npos;
}

// One character as UTF-8: 〇, or an ideograph of a block without compatibility forms. UTF-8 sorts as code points do.
bool is_chinese(std::string_view c) {
  const auto between = [&](std::string_view first, std::string_view last) { return first <= c && c <= last; };
  return c == "〇" || between("\u3400", "\u4DBF") || between("\u4E00", "\u9FFF") || between("\U00020000", "\U0002A6DF") ||
         between("\U0002A700", "\U0002EBE0") || between("\U00030000", "\U000323AF");
}

bool is_login(std::string_view login) {
  const std::size_t count = length(login);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string character = character_at(login, i);
    if (character.size() == 1 ? !is_login_ascii(character[0]) : !is_chinese(character)) return false;
  }
  return login.find_first_not_of("0123456789") != std::string_view::npos;
}

std::string check_email(FieldCheck& fields, std::string_view typed, bool required) {
  std::string email = fields.text({"email", 254, required}, typed);
  if (!email.empty() && !fields.failed("email")) email = fields.parsed("email", typed, parse_email(typed));
  return email;
}

std::string check_phone(FieldCheck& fields, std::string_view typed) {
  if (trim(typed).empty()) return "";
  return fields.parsed("phone", typed, parse_phone(typed));
}

}  // namespace

std::string check_login(FieldCheck& fields, std::string_view typed) {
  std::string login = fields.text({"login", std::string_view::npos}, typed);
  if (fields.failed("login")) return login;
  const std::size_t size = length(login);
  if (size < login_shortest || size > login_longest) {
    fields.add("login", "LOGIN_LENGTH", std::to_string(login_shortest), std::to_string(login_longest));
  } else if (!is_login(login)) {
    fields.add("login", "LOGIN_FORMAT");
  }
  return login;
}

void check_new_password(FieldCheck& fields, const NewPassword& typed, std::string_view login, std::string_view unit_code) {
  for (const Error& error : check_password(typed.password, login, unit_code))
    fields.add(error.field, error.code, error.a, error.b);
  if (typed.confirm.empty()) {
    fields.add("password_confirm", "REQUIRED");
  } else if (typed.confirm != typed.password) {
    fields.add("password_confirm", "PASSWORD_MISMATCH");
  }
}

std::vector<Error> check_password(std::string_view password, std::string_view login, std::string_view unit_code) {
  const std::size_t size = length(password);
  const std::string code = normalise_code(unit_code);
  const std::string folded_login = lower(trim(login));
  if (size == 0) return {{"password", "REQUIRED"}};
  if (size < password_shortest) return {{"password", "PASSWORD_SHORT", std::to_string(password_shortest)}};
  if (size > password_longest) return {{"password", "PASSWORD_LONG", std::to_string(password_longest)}};
  if (is_common_password(password)) return {{"password", "PASSWORD_COMMON"}};
  const bool holds_login = length(folded_login) >= login_shortest && lower(password).find(folded_login) != std::string::npos;
  if (holds_login || (!code.empty() && normalise_code(password) == code)) return {{"password", "PASSWORD_LOGIN"}};
  return {};
}

Checked<Person> check(const Person& typed) {
  Checked<Person> checked;
  FieldCheck fields(checked.errors);
  checked.value.name = fields.text({"person", 50}, typed.name);
  checked.value.phone = check_phone(fields, typed.phone);
  fields.sort(field_order);
  return checked;
}

Checked<std::string> check_email(std::string_view typed) {
  Checked<std::string> checked;
  FieldCheck fields(checked.errors);
  checked.value = check_email(fields, typed, true);
  return checked;
}

Checked<UnitContact> check(const UnitContact& typed) {
  Checked<UnitContact> checked;
  FieldCheck fields(checked.errors);
  checked.value.contact = fields.text({"contact", 50}, typed.contact);
  checked.value.mobile = fields.parsed("mobile", typed.mobile, parse_mobile(typed.mobile));
  checked.value.email = check_email(fields, typed.email, false);
  fields.sort(field_order);
  return checked;
}

Checked<NewMember> check(const NewMember& typed) {
  Checked<NewMember> checked;
  NewMember& value = checked.value;
  FieldCheck fields(checked.errors);
  value.name = fields.text({"person", 50}, typed.name);
  value.role = fields.choice({"role", roles}, typed.role);
  value.method = fields.choice({"method", member_methods}, typed.method);
  if (value.method == "temporary")
    value.login = check_login(fields, typed.login);
  else
    value.email = check_email(fields, typed.email, false);
  fields.sort(field_order);
  return checked;
}

Checked<Joining> check(const Joining& typed, const NewPassword& password, std::string_view unit_code) {
  Checked<Joining> checked;
  Joining& value = checked.value;
  FieldCheck fields(checked.errors);
  value.login = check_login(fields, typed.login);
  value.name = fields.text({"person", 50}, typed.name);
  value.phone = check_phone(fields, typed.phone);
  check_new_password(fields, password, value.login, unit_code);
  fields.sort(field_order);
  return checked;
}

Checked<NewAdministrator> check(const NewAdministrator& typed) {
  Checked<NewAdministrator> checked;
  NewAdministrator& value = checked.value;
  FieldCheck fields(checked.errors);
  value.login = check_login(fields, typed.login);
  value.name = fields.text({"person", 50}, typed.name);
  value.phone = check_phone(fields, typed.phone);
  return checked;
}

Checked<std::string> check_why(std::string_view typed) {
  Checked<std::string> checked;
  checked.value = FieldCheck(checked.errors).text({"why", 500, true, true}, typed);
  return checked;
}

}  // namespace domain
