// The administrator's forms of institutions (计量技术机构) with their authorised kinds (授权项目), of supervising departments
// (市场监管部门), and of the people in both: from typed text to values. Whether a region exists is checked by the caller, who
// knows the divisions.
#pragma once

#include "domain/catalogue/kind.h"
#include "domain/values/date.h"
#include "domain/values/division.h"
#include "domain/values/error.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

struct InstitutionForm {  // as typed
  std::string name, address, phone, contact, email, working_hours, instructions, authorisation_number, authorised_until;
};
struct InstitutionValues {
  std::string name, division_code, address, phone, contact, email, working_hours, instructions, authorisation_number;
  std::optional<Date> authorised_until;
};
// The division may be of any level: a provincial institution stands in its province. Fields organisation_name, division_1,
// address, phone, contact, email, working_hours, instructions, authorisation_number, authorised_until.
Checked<InstitutionValues> check(const InstitutionForm& form, DivisionChoice division, const std::string& division_code);

struct AuthorisedKindForm {  // as typed
  std::string kind_id, measuring_range, accuracy, valid_until;
  std::vector<std::string> deliveries;  // codes of deliveries()
};
struct AuthorisedKindValues {
  long long kind_id = 0;
  std::string measuring_range, accuracy;
  std::optional<Date> valid_until;
  bool send_in = false, on_site = false;
};
// kind: null when none or an unknown one was chosen. REQUIRED on deliveries when none is ticked.
Checked<AuthorisedKindValues> check(const AuthorisedKindForm& form, const Kind* kind);

struct DepartmentForm {  // as typed
  std::string name, contact, phone, address, email;
};
using DepartmentValues = DepartmentForm;
Checked<DepartmentValues> check(const DepartmentForm& form);

struct PersonForm {  // as typed
  std::string login, name, role;
};
using PersonValues = PersonForm;
// has_manager: somebody is 负责人 already; otherwise the first person must be one (MANAGER_FIRST).
Checked<PersonValues> check(const PersonForm& form, bool has_manager);

}  // namespace domain
