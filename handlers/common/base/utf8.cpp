// See utf8.h.
#include "base/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace base::utf8 {

Step next(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), U8_MAX_LENGTH));
  std::int32_t at = 0;
  UChar32 point = 0;
  U8_NEXT(bytes, at, length, point);
  if (point < 0) return {invalid, 1};
  return {static_cast<char32_t>(point), static_cast<std::size_t>(at)};
}

bool valid(std::string_view text) {
  return each(text, [](char32_t point, std::string_view) { return point != invalid; });
}

std::size_t count(std::string_view text) {
  std::size_t characters = 0;
  each(text, [&](char32_t, std::string_view) { return ++characters > 0; });
  return characters;
}

std::string_view first(std::string_view text, std::size_t characters) {
  std::size_t end = 0;
  each(text, [&](char32_t, std::string_view bytes) {
    if (characters == 0) return false;
    --characters;
    end += bytes.size();
    return true;
  });
  return text.substr(0, end);
}

std::string_view fitting(std::string_view text, std::size_t bytes) {
  std::size_t end = 0;
  each(text, [&](char32_t, std::string_view character) {
    if (end + character.size() > bytes) return false;
    end += character.size();
    return true;
  });
  return text.substr(0, end);
}

std::size_t unfinished(std::string_view text) {
  const std::string_view tail = text.substr(text.size() - std::min<std::size_t>(text.size(), U8_MAX_LENGTH));
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(tail.data());
  auto whole = static_cast<std::int32_t>(tail.size());
  U8_TRUNCATE_IF_INCOMPLETE(bytes, 0, whole);
  return tail.size() - static_cast<std::size_t>(whole);
}

}  // namespace base::utf8
