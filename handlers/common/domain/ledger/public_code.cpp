// See public_code.h.
#include "domain/ledger/public_code.h"

#include "domain/values/text.h"

namespace domain {

std::string short_public_code(std::string_view uuid) {
  std::string code;
  for (const char c : uuid)
    if (c != '-') code += c;
  return code;
}

std::optional<std::string> read_public_code(std::string_view text) {
  std::string code;
  for (const char c : short_public_code(trim(text))) {
    const bool digit = c >= '0' && c <= '9', low = c >= 'a' && c <= 'f', high = c >= 'A' && c <= 'F';
    if ((!digit && !low && !high) || code.size() == 32) return {};
    code += high ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (code.size() != 32) return {};
  return code;
}

}  // namespace domain
