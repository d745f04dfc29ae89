// See api_token.h.
#include "domain/results/api_token.h"

#include "base/network.h"
#include "domain/values/fields.h"
#include "domain/values/text.h"

namespace domain {
namespace {

constexpr std::size_t most_addresses = 20;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::string line;
  for (const char c : text + "\n") {
    if (c != '\n' && c != '\r' && c != ',' && c != ';') {
      line += c;
      continue;
    }
    if (const std::string trimmed = trim(line); !trimmed.empty()) lines.push_back(trimmed);
    line.clear();
  }
  return lines;
}

}  // namespace

Checked<ApiTokenValues> check(const ApiTokenForm& form, Date today) {
  Checked<ApiTokenValues> checked;
  ApiTokenValues& value = checked.value;
  FieldCheck fields(checked.errors);
  value.name = fields.text({"token_name", 50}, form.name);
  for (const Term& scope : api_scopes())
    for (const std::string& code : form.scopes)
      if (code == scope.code && (value.scopes.empty() || value.scopes.back() != code)) value.scopes.push_back(code);
  if (value.scopes.empty()) fields.add("scopes", "REQUIRED");
  const auto until = fields.date("expires_on", form.expires_on);
  if (!until && !fields.failed("expires_on")) fields.add("expires_on", "REQUIRED");
  if (until) {
    value.expires_on = *until;
    if (*until < today) fields.add("expires_on", "DATE_PAST");
    const Date last = today.plus_days(longest_token_days);
    if (*until > last) fields.add("expires_on", "DATE_TOO_LATE", last.iso());
  }
  const std::vector<std::string> typed = lines_of(fields.text({"addresses", 1000, false, true}, form.addresses));
  if (typed.size() > most_addresses) fields.add("addresses", "TOO_LONG", std::to_string(most_addresses));
  for (const std::string& line : typed) {
    const auto network = base::network_of(half_width(line));
    if (network)
      value.addresses.push_back(*network);
    else
      fields.add("addresses", "ADDRESS_LIST", line);
  }
  return checked;
}

}  // namespace domain
