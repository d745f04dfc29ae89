// The registration form's rules, as far as the form itself decides: taken names and codes are looked up by the store.
#include "domain/organisations/registration.h"

#include "domain/people/account.h"
#include "domain/values/fields.h"
#include "domain/values/text.h"

#include <algorithm>
#include <array>

namespace domain {
namespace {

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
constexpr TextField unit_fields[] = {{{"unit_name", 100}, &RegistrationForm::unit_name, &Registration::unit_name},
                                     {{"representative", 50}, &RegistrationForm::representative, &Registration::representative}};
constexpr TextField contact_fields[] = {{{"contact", 50}, &RegistrationForm::contact, &Registration::contact},
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

void check_account(FieldCheck& fields, const RegistrationForm& form, Registration& value) {
  value.login = check_login(fields, form.login);
  value.password = form.password;  // every character counts, blanks too
  check_new_password(fields, {form.password, form.password_confirm}, value.login, form.unit_code);
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

void check_unit(FieldCheck& fields, const RegistrationForm& form, DivisionChoice division, Date today, Registration& value) {
  for (const TextField& field : unit_fields) value.*field.value = fields.text(field.rule, form.*field.typed);
  value.unit_type = fields.choice({"unit_type", unit_types}, form.unit_type);
  value.unit_code = fields.parsed("unit_code", form.unit_code, UnitCode::parse(form.unit_code));
  value.division_code = trim(form.division_code);
  fields.division(division);
  value.id_number = check_id_number(fields, form, today);
}

}  // namespace

Checked<Registration> check(const RegistrationForm& form, DivisionChoice division, Date today, bool with_account) {
  Checked<Registration> checked;
  Registration& value = checked.value;
  FieldCheck fields(checked.errors);
  check_unit(fields, form, division, today, value);
  for (const TextField& field : contact_fields) value.*field.value = fields.text(field.rule, form.*field.typed);
  value.mobile = fields.parsed("mobile", form.mobile, parse_mobile(form.mobile));
  if (!value.email.empty() && !fields.failed("email")) value.email = fields.parsed("email", form.email, parse_email(form.email));
  if (with_account) check_account(fields, form, value);
  fields.sort(field_order);
  return checked;
}

Checked<Registration> check_unit(const RegistrationForm& form, DivisionChoice division, Date today) {
  Checked<Registration> checked;
  FieldCheck fields(checked.errors);
  check_unit(fields, form, division, today, checked.value);
  fields.sort(field_order);
  return checked;
}

}  // namespace domain
