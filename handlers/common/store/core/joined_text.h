// Splits a text that SQL joined (array_to_string, string_agg), because SOCI does not read arrays.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace store {

// Empty parts are none.
inline std::vector<std::string> parts_of(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace store
