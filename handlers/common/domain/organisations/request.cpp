// The rules of requests' forms.
#include "domain/organisations/request.h"

#include "base/lines.h"
#include "domain/values/fields.h"
#include "domain/values/text.h"

#include <algorithm>
#include <array>

namespace domain {
namespace {

constexpr std::size_t longest_name = 100, longest_person = 50, longest_login = 32, longest_explanation = 500;

// As the forms show them.
constexpr std::array<std::string_view, 8> recover_order{"user_type", "login",  "organisation", "organisation_code",
                                                        "contact",   "mobile", "explanation",  "proof"};
constexpr std::array<std::string_view, 6> claim_order{"unit_name", "unit_code", "contact", "mobile", "explanation", "proof"};

}  // namespace

Checked<Recover> check(const RecoverForm& form) {
  Checked<Recover> checked;
  Recover& value = checked.value;
  FieldCheck fields(checked.errors);
  value.user_type = fields.choice({"user_type", user_types}, form.user_type);
  // An administrator's password is the operator's to give (qjctl).
  if (value.user_type == "administrator") fields.add("user_type", "NOT_A_CHOICE");
  value.login = fields.text({"login", longest_login}, form.login);
  value.organisation = fields.text({"organisation", longest_name}, form.organisation);
  if (value.user_type == "unit" || !trim(form.organisation_code).empty())
    value.code = fields.parsed("organisation_code", form.organisation_code, UnitCode::parse(form.organisation_code));
  value.contact = fields.text({"contact", longest_person}, form.contact);
  value.mobile = fields.parsed("mobile", form.mobile, parse_mobile(form.mobile));
  value.explanation = fields.text({"explanation", longest_explanation, true, true}, form.explanation);
  fields.sort(recover_order);
  return checked;
}

Checked<Claim> check(const ClaimForm& form, bool has_document) {
  Checked<Claim> checked;
  Claim& value = checked.value;
  FieldCheck fields(checked.errors);
  value.unit_name = fields.text({"unit_name", longest_name}, form.unit_name);
  value.code = fields.parsed("unit_code", form.unit_code, UnitCode::parse(form.unit_code));
  value.contact = fields.text({"contact", longest_person}, form.contact);
  value.mobile = fields.parsed("mobile", form.mobile, parse_mobile(form.mobile));
  value.explanation = fields.text({"explanation", longest_explanation, true, true}, form.explanation);
  if (!has_document) fields.add("proof", "FILE_REQUIRED");
  fields.sort(claim_order);
  return checked;
}

std::vector<std::string> canned_reasons(std::string_view setting) {
  std::vector<std::string> reasons;
  const std::string text = base::unify_lines(setting);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = trim(std::string_view(text).substr(at, end - at));
    if (!line.empty() && std::find(reasons.begin(), reasons.end(), line) == reasons.end()) reasons.push_back(std::move(line));
    at = end + 1;
  }
  return reasons;
}

Checked<std::string> check_reason(const std::vector<std::string>& ticked, std::string_view typed) {
  Checked<std::string> checked;
  std::string whole;
  for (const std::string& reason : ticked) whole += reason + "\n";
  FieldCheck fields(checked.errors);
  checked.value = fields.text({"reason", longest_reason, true, true}, whole + std::string(typed));
  return checked;
}

}  // namespace domain
