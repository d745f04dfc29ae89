// Requests to an administrator, from typed text to values: recover (somebody cannot log in), claim (somebody else registered
// the unit); and the reason of a refusal. Whether such a login or unit exists is not asked here, because the answer must not
// show it.
#pragma once

#include "domain/values/codes.h"
#include "domain/values/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace domain {

struct RecoverForm {  // as typed
  std::string user_type, login;
  std::string organisation, organisation_code;  // the code: units only
  std::string contact, mobile, explanation;
};
struct Recover {
  std::string user_type, login, organisation;
  UnitCode code;  // empty but for units
  std::string contact, mobile, explanation;
};
Checked<Recover> check(const RecoverForm& form);

struct ClaimForm {
  std::string unit_name, unit_code, contact, mobile, explanation;
};
struct Claim {
  std::string unit_name;
  UnitCode code;
  std::string contact, mobile, explanation;
};
// has_document: without the certificate an administrator cannot see whose the unit is.
Checked<Claim> check(const ClaimForm& form, bool has_document);

// Why something is sent back: canned sentences (a setting, one a line) that were ticked, and free words below them.
constexpr std::size_t longest_reason = 500;
std::vector<std::string> canned_reasons(std::string_view setting);
Checked<std::string> check_reason(const std::vector<std::string>& ticked, std::string_view typed);

}  // namespace domain
