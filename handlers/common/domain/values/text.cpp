// Text as rules see it, read by base/utf8.h: a byte that is no part of a valid sequence counts as one character of its own.
// Must not depend on a locale.
#include "domain/values/text.h"

#include "base/utf8.h"

namespace domain {
namespace {

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

std::size_t length(std::string_view utf8) { return base::utf8::count(utf8); }

std::string trim(std::string_view utf8) {
  std::size_t position = 0;
  std::size_t first = utf8.size();
  std::size_t end = 0;
  base::utf8::each(utf8, [&](char32_t point, std::string_view bytes) {
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
  base::utf8::each(typed, [&](char32_t point, std::string_view bytes) {
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
  base::utf8::each(half_width(typed), [&](char32_t point, std::string_view bytes) {
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
  base::utf8::each(utf8, [&](char32_t, std::string_view bytes) {
    if (n-- > 0) return true;
    found = bytes;
    return false;
  });
  return found;
}

bool is_han(std::string_view character) { return character.size() == 3 && character >= "一" && character <= "鿿"; }

bool has_control(std::string_view utf8, bool lines) {
  bool found = false;
  base::utf8::each(utf8, [&](char32_t point, std::string_view) {
    const bool allowed = point == '\t' || (lines && (point == '\n' || point == '\r'));
    found = !allowed &&
            (is_control(point) || is_bidi_override(point) || between(point, 0xFFFE, 0xFFFF) || point == base::utf8::invalid);
    return !found;
  });
  return found;
}

}  // namespace domain
