// Numbers in addresses, forms and page links: digits and nothing else.
#pragma once

#include <optional>
#include <string>

namespace base {

inline bool only_digits(const std::string& text, std::size_t most) {
  return !text.empty() && text.size() <= most && text.find_first_not_of("0123456789") == std::string::npos;
}

// A number of at most 9 digits, or the fallback.
inline int number_or(const std::string& text, int fallback) { return only_digits(text, 9) ? std::stoi(text) : fallback; }

// A row's number: up to 18 digits, so that it always fits; the first 18-digit number is far beyond any row there will be.
inline std::optional<long long> row_id(const std::string& text) {
  return only_digits(text, 18) ? std::optional(std::stoll(text)) : std::nullopt;
}

}  // namespace base
