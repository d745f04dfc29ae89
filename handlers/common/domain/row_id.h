// A row's number as addresses, forms and page places carry it.
#pragma once

#include <optional>
#include <string>

namespace domain {

// Up to 18 digits and nothing else, so that it always fits; the first 18-digit number is far beyond any row there will be.
inline std::optional<long long> row_id(const std::string& text) {
  if (text.empty() || text.size() > 18 || text.find_first_not_of("0123456789") != std::string::npos) return {};
  return std::stoll(text);
}

}  // namespace domain
