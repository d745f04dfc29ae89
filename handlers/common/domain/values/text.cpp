// Text as rules see it. One strict UTF-8 decoder stands behind every function here: a byte that is no part of a valid sequence
// counts as one character of its own, so that the functions agree with each other whatever they are given.
// Must not depend on a locale.
#include "domain/values/text.h"

namespace domain {
namespace {

constexpr char32_t not_a_character = 0xFFFFFFFF;

struct Step {
  char32_t point;
  std::size_t size;
};

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The first character of a text that is not empty.
Step decode(std::string_view s) {
  const auto lead = static_cast<unsigned char>(s[0]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || s.size() < size) return {not_a_character, 1};
  char32_t point = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if (!continues(s[i])) return {not_a_character, 1};
    point = point << 6U | (static_cast<unsigned char>(s[i]) & 0x3FU);
  }
  constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};  // anything below it is an overlong form
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < smallest[size] || surrogate || point > 0x10FFFF) return {not_a_character, 1};
  return {point, size};
}

// Calls visit(point, bytes) for each character; stops early when it answers false.
template <typename Visit>
void each(std::string_view utf8, Visit visit) {
  while (!utf8.empty()) {
    const Step step = decode(utf8);
    if (!visit(step.point, utf8.substr(0, step.size))) return;
    utf8.remove_prefix(step.size);
  }
}

bool between(char32_t point, char32_t first, char32_t last) { return first <= point && point <= last; }

// White space, seen or unseen: what copying from a web page, a PDF or a spreadsheet leaves around a text.
bool is_blank(char32_t point) {
  return between(point, 0x09, 0x0D) || point == ' ' || point == 0xA0 || point == 0x1680 || between(point, 0x2000, 0x200D) ||
         between(point, 0x2028, 0x2029) || point == 0x202F || point == 0x205F || point == 0x2060 || point == 0x3000 ||
         point == 0xFEFF;
}

bool is_dash(char32_t point) { return point == '-' || between(point, 0x2010, 0x2015) || point == 0x2212; }

bool is_bidi_override(char32_t point) { return between(point, 0x202A, 0x202E) || between(point, 0x2066, 0x2069); }

bool is_control(char32_t point) { return point < 0x20 || between(point, 0x7F, 0x9F); }

}  // namespace

std::size_t length(std::string_view utf8) {
  std::size_t count = 0;
  each(utf8, [&](char32_t, std::string_view) {
    ++count;
    return true;
  });
  return count;
}

std::string trim(std::string_view utf8) {
  std::size_t position = 0;
  std::size_t first = utf8.size();
  std::size_t end = 0;
  each(utf8, [&](char32_t point, std::string_view bytes) {
    if (!is_blank(point)) {
      if (end == 0) first = position;
      end = position + bytes.size();
    }
    position += bytes.size();
    return true;
  });
  return end == 0 ? std::string{} : std::string{utf8.substr(first, end - first)};
}

std::string half_width(std::string_view typed) {
  std::string out;
  out.reserve(typed.size());
  each(typed, [&](char32_t point, std::string_view bytes) {
    if (between(point, 0xFF01, 0xFF5E)) {
      out += static_cast<char>(point - 0xFF01 + '!');
    } else if (point == 0x3000) {
      out += ' ';
    } else {
      out += bytes;
    }
    return true;
  });
  return out;
}

std::string normalise_code(std::string_view typed) {
  std::string out;
  each(half_width(typed), [&](char32_t point, std::string_view bytes) {
    if (is_blank(point) || is_dash(point)) return true;
    if (between(point, 'a', 'z')) {
      out += static_cast<char>(point - 'a' + 'A');
    } else {
      out += bytes;
    }
    return true;
  });
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string character_at(std::string_view utf8, std::size_t n) {
  std::string found;
  each(utf8, [&](char32_t, std::string_view bytes) {
    if (n-- > 0) return true;
    found = bytes;
    return false;
  });
  return found;
}

bool has_control(std::string_view utf8, bool lines) {
  bool found = false;
  each(utf8, [&](char32_t point, std::string_view) {
    const bool allowed = point == '\t' || (lines && (point == '\n' || point == '\r'));
    found =
        !allowed && (is_control(point) || is_bidi_override(point) || between(point, 0xFFFE, 0xFFFF) || point == not_a_character);
    return !found;
  });
  return found;
}

std::string unify_lines(std::string_view typed) {
  std::string out;
  out.reserve(typed.size());
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (typed[i] != '\r') {
      out += typed[i];
    } else if (i + 1 == typed.size() || typed[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

}  // namespace domain
