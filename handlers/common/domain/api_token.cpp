// See api_token.h.
#include "domain/api_token.h"

#include "domain/fields.h"
#include "domain/text.h"

#include <arpa/inet.h>

#include <array>

namespace domain {
namespace {

constexpr std::size_t most_addresses = 20;

// The bits behind the prefix are cleared.
std::string network(int family, std::array<unsigned char, 16> bytes, int prefix) {
  const int bits = family == AF_INET ? 32 : 128;
  for (int bit = prefix; bit < bits; ++bit)
    bytes[static_cast<std::size_t>(bit / 8)] &= static_cast<unsigned char>(~(0x80U >> (bit % 8)));
  char text[INET6_ADDRSTRLEN] = {};
  if (!inet_ntop(family, bytes.data(), text, sizeof text)) return "";
  return std::string(text) + "/" + std::to_string(prefix);
}

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

std::optional<std::string> network_of(std::string_view typed) {
  const std::string text = trim(half_width(typed));
  const auto slash = text.find('/');
  const std::string address = text.substr(0, slash);
  std::array<unsigned char, 16> bytes{};
  const int family = address.find(':') == std::string::npos ? AF_INET : AF_INET6;
  if (inet_pton(family, address.c_str(), bytes.data()) != 1) return {};
  const int most = family == AF_INET ? 32 : 128;
  int prefix = most;
  if (slash != std::string::npos) {
    const std::string digits = text.substr(slash + 1);
    if (digits.empty() || digits.size() > 3 || digits.find_first_not_of("0123456789") != std::string::npos) return {};
    prefix = std::stoi(digits);
    if (prefix > most) return {};
  }
  return network(family, bytes, prefix);
}

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
    const auto network = network_of(line);
    if (network)
      value.addresses.push_back(*network);
    else
      fields.add("addresses", "ADDRESS_LIST", line);
  }
  return checked;
}

}  // namespace domain
