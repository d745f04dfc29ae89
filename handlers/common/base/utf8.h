// UTF-8 read one code point at a time, by ICU's strict reader: the only place that knows how the bytes are laid out. A byte that
// is no part of a valid sequence (overlong, surrogate, above U+10FFFF, cut off) counts as one character of its own, so that
// every function here agrees with the others whatever it is given.
#pragma once

#include <cstddef>
#include <string_view>

namespace base::utf8 {

constexpr char32_t invalid = 0xFFFFFFFF;  // the "code point" of such a byte

struct Step {
  char32_t point;
  std::size_t size;  // bytes
};
Step next(std::string_view text);  // the first character of a text that is not empty

// Calls visit(point, bytes) for each character until it answers false; true when it never did.
template <typename Visit>
bool each(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const Step step = next(text);
    if (!visit(step.point, text.substr(0, step.size))) return false;
    text.remove_prefix(step.size);
  }
  return true;
}

bool valid(std::string_view text);
std::size_t count(std::string_view text);
std::string_view first(std::string_view text, std::size_t characters);  // at most so many, from the front
std::string_view fitting(std::string_view text, std::size_t bytes);     // whole characters from the front within so many bytes
// How many bytes at the end begin a character that the next piece of the text may complete.
std::size_t unfinished(std::string_view text);

}  // namespace base::utf8
