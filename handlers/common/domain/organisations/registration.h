// The registration form of a unit (使用单位), from typed text to values. What only the database knows (a taken login, a taken
// unit code, whether the division exists) comes from the caller.
#pragma once

#include "domain/values/codes.h"
#include "domain/values/division.h"
#include "domain/values/error.h"

#include <string>

namespace domain {

struct RegistrationForm {  // as typed
  std::string login, password, password_confirm;
  std::string unit_name, unit_code, unit_type, division_code;
  std::string representative, id_type, id_number;
  std::string contact, mobile, email;
  bool consent_terms = false, consent_privacy = false, consent_id_number = false;
};

struct Registration {
  std::string login;  // as typed, trimmed; unique whatever the case
  std::string password;
  std::string unit_name, unit_type, division_code;
  UnitCode unit_code;
  std::string representative;
  IdNumber id_number;
  std::string contact, mobile, email;  // email may be empty
};

// with_account false: a correction after a refusal, where login, passwords and consents are not asked again.
Checked<Registration> check(const RegistrationForm& form, DivisionChoice division, Date today, bool with_account = true);
// What a reviewer compares with the certificate, without contacts and account: a change of reviewed data.
Checked<Registration> check_unit(const RegistrationForm& form, DivisionChoice division, Date today);

}  // namespace domain
