// The registration form's rules. Only what the form itself can tell: taken names and codes are the store's to find.
#include "domain/registration.h"

#include <algorithm>
#include <array>

#include "domain/common_passwords.h"
#include "domain/fields.h"
#include "domain/text.h"

namespace domain {
namespace {

constexpr std::size_t login_shortest = 4;
constexpr std::size_t login_longest = 32;
constexpr std::size_t password_shortest = 8;
constexpr std::size_t password_longest = 128;

// As the form shows them.
constexpr std::array<std::string_view, 16> field_order{
    "unit_type",       "unit_name",        "unit_code", "division_1", "representative", "id_type",          "id_number",
    "contact",         "mobile",           "email",     "login",      "password",       "password_confirm", "consent_terms",
    "consent_privacy", "consent_id_number"};

struct TextField {
  TextRule rule;
  std::string RegistrationForm::*typed;
  std::string Registration::*value;
};
constexpr TextField text_fields[] = {{{"unit_name", 100}, &RegistrationForm::unit_name, &Registration::unit_name},
                                     {{"representative", 50}, &RegistrationForm::representative, &Registration::representative},
                                     {{"contact", 50}, &RegistrationForm::contact, &Registration::contact},
                                     {{"email", 254, false}, &RegistrationForm::email, &Registration::email}};

struct Consent {
  std::string_view field;
  bool RegistrationForm::*given;
};
constexpr Consent consents[] = {{"consent_terms", &RegistrationForm::consent_terms},
                                {"consent_privacy", &RegistrationForm::consent_privacy},
                                {"consent_id_number", &RegistrationForm::consent_id_number}};

struct NamedIdType {
  std::string_view code;
  IdType type;
};
constexpr NamedIdType id_type_codes[] = {{"id_card", IdType::id_card},
                                         {"hk_macao_permit", IdType::hk_macao_permit},
                                         {"taiwan_permit", IdType::taiwan_permit},
                                         {"permanent_residence", IdType::permanent_residence},
                                         {"passport", IdType::passport}};

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

void check_account(FieldCheck& fields, const RegistrationForm& form, Registration& value) {
  value.login = check_login(fields, form.login);
  value.password = form.password;  // every character counts, blanks too
  for (const Error& error : check_password(form.password, value.login, form.unit_code)) {
    fields.add(error.field, error.code, error.a, error.b);
  }
  if (form.password_confirm.empty()) {
    fields.add("password_confirm", "REQUIRED");
  } else if (form.password_confirm != form.password) {
    fields.add("password_confirm", "PASSWORD_MISMATCH");
  }
  for (const Consent& consent : consents) {
    if (!(form.*consent.given)) fields.add(consent.field, "CONSENT_REQUIRED");
  }
}

// An unknown type of document leaves nothing to check its number by.
IdNumber check_id_number(FieldCheck& fields, const RegistrationForm& form, Date today) {
  const std::string code = fields.choice({"id_type", id_types}, form.id_type);
  const auto* known =
      std::find_if(std::begin(id_type_codes), std::end(id_type_codes), [&](auto& row) { return row.code == code; });
  if (known == std::end(id_type_codes)) {
    fields.text({"id_number", std::string_view::npos}, form.id_number);
    return {};
  }
  return fields.parsed("id_number", form.id_number, IdNumber::parse(known->type, form.id_number, today));
}

}  // namespace

Checked<Registration> check(const RegistrationForm& form, DivisionChoice division, Date today, bool with_account) {
  Checked<Registration> checked;
  Registration& value = checked.value;
  FieldCheck fields(checked.errors);
  for (const TextField& field : text_fields) value.*field.value = fields.text(field.rule, form.*field.typed);
  value.unit_type = fields.choice({"unit_type", unit_types}, form.unit_type);
  value.unit_code = fields.parsed("unit_code", form.unit_code, UnitCode::parse(form.unit_code));
  value.division_code = trim(form.division_code);
  fields.division(division);
  value.id_number = check_id_number(fields, form, today);
  value.mobile = fields.parsed("mobile", form.mobile, parse_mobile(form.mobile));
  if (!value.email.empty() && !fields.failed("email")) value.email = fields.parsed("email", form.email, parse_email(form.email));
  if (with_account) check_account(fields, form, value);
  fields.sort(field_order);
  return checked;
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

}  // namespace domain
