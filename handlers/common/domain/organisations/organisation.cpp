// See organisation.h.
#include "domain/organisations/organisation.h"

#include "domain/people/account.h"
#include "domain/values/fields.h"
#include "domain/values/text.h"

#include <algorithm>
#include <array>

namespace domain {
namespace {

std::string phone(FieldCheck& fields, const std::string& typed) { return fields.parsed("phone", typed, parse_phone(typed)); }

std::string optional_email(FieldCheck& fields, const std::string& typed) {
  return trim(typed).empty() ? "" : fields.parsed("email", typed, parse_email(typed));
}

// As the forms show them.
constexpr std::array<std::string_view, 10> institution_order{
    "organisation_name", "division_1",           "address",         "phone", "contact", "email", "working_hours",
    "instructions",      "authorisation_number", "authorised_until"};
constexpr std::array<std::string_view, 5> kind_order{"kind_id", "measuring_range", "accuracy", "valid_until", "deliveries"};

}  // namespace

Checked<InstitutionValues> check(const InstitutionForm& form, DivisionChoice division, const std::string& division_code) {
  Checked<InstitutionValues> checked;
  InstitutionValues& value = checked.value;
  FieldCheck fields(checked.errors);
  value.name = fields.text({"organisation_name", 100}, form.name);
  fields.division(division == DivisionChoice::not_final ? DivisionChoice::ok : division);
  value.division_code = division_code;
  value.address = fields.text({"address", 200}, form.address);
  value.phone = phone(fields, form.phone);
  value.contact = fields.text({"contact", 50, false}, form.contact);
  value.email = optional_email(fields, form.email);
  value.working_hours = fields.text({"working_hours", 200, false}, form.working_hours);
  value.instructions = fields.text({"instructions", 2000, false, true}, form.instructions);
  value.authorisation_number = fields.text({"authorisation_number", 60, false}, form.authorisation_number);
  value.authorised_until = fields.date("authorised_until", form.authorised_until);
  fields.sort(institution_order);
  return checked;
}

Checked<AuthorisedKindValues> check(const AuthorisedKindForm& form, const Kind* kind) {
  Checked<AuthorisedKindValues> checked;
  AuthorisedKindValues& value = checked.value;
  FieldCheck fields(checked.errors);
  if (trim(form.kind_id).empty()) {
    fields.add("kind_id", "REQUIRED");
  } else if (kind == nullptr) {
    fields.add("kind_id", "NOT_A_CHOICE");
  } else if (kind->mode == "none") {
    fields.add("kind_id", "KIND_NOT_VERIFIED");
  } else {
    value.kind_id = kind->id;
  }
  value.measuring_range = fields.text({"measuring_range", 100, false}, form.measuring_range);
  value.accuracy = fields.text({"accuracy", 60, false}, form.accuracy);
  value.valid_until = fields.date("valid_until", form.valid_until);
  if (form.deliveries.empty()) fields.add("deliveries", "REQUIRED");
  for (const std::string& code : form.deliveries) {
    if (!contains(deliveries(), code)) fields.add("deliveries", "NOT_A_CHOICE");
    value.send_in = value.send_in || code == "send_in";
    value.on_site = value.on_site || code == "on_site";
  }
  fields.sort(kind_order);
  return checked;
}

Checked<DepartmentValues> check(const DepartmentForm& form) {
  Checked<DepartmentValues> checked;
  DepartmentValues& value = checked.value;
  FieldCheck fields(checked.errors);
  value.name = fields.text({"organisation_name", 100}, form.name);
  value.contact = fields.text({"contact", 50, false}, form.contact);
  value.phone = phone(fields, form.phone);
  value.address = fields.text({"address", 200, false}, form.address);
  value.email = optional_email(fields, form.email);
  return checked;
}

Checked<PersonValues> check(const PersonForm& form, bool has_manager) {
  Checked<PersonValues> checked;
  PersonValues& value = checked.value;
  FieldCheck fields(checked.errors);
  value.login = check_login(fields, form.login);
  value.name = fields.text({"person", 50}, form.name);
  value.role = fields.choice({"role", roles}, form.role);
  if (!has_manager && value.role != "manager") fields.add("role", "MANAGER_FIRST");
  return checked;
}

}  // namespace domain
