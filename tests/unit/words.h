// How tests put results into words, so that a failed comparison reads as a sentence. For tests of the domain only.
#pragma once

#include "domain/values/codes.h"
#include "domain/values/date.h"
#include "domain/values/error.h"

#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace domain {
inline std::ostream& operator<<(std::ostream& out, Date date) { return out << date.iso(); }
inline std::ostream& operator<<(std::ostream& out, IdType type) { return out << static_cast<int>(type); }
}  // namespace domain

namespace words {

// CODE_POSITION(5,O)
inline std::string of(const domain::Error& error) {
  if (error.a.empty()) return error.code;
  return error.code + "(" + error.a + (error.b.empty() ? "" : "," + error.b) + ")";
}

// unit_name:TOO_LONG(100) mobile:REQUIRED
inline std::string of(const std::vector<domain::Error>& errors) {
  std::string all;
  for (const auto& error : errors) all += (all.empty() ? "" : " ") + error.field + ":" + of(error);
  return all;
}

inline std::string of(std::optional<domain::Date> date) { return date ? date->iso() : "none"; }

// The value's text, or the error.
template <typename T>
std::string of(const domain::Parsed<T>& parsed) {
  if (!parsed) return of(parsed.error);
  if constexpr (std::is_same_v<T, std::string>) {
    return *parsed.value;
  } else {
    return parsed.value->text;
  }
}

inline std::string repeated(std::string_view piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

inline domain::Date day(const char* iso) { return domain::Date::from_iso(iso).value(); }

}  // namespace words
