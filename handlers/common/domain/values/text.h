// Text as the rules see it: UTF-8 in, code points counted, typed codes normalised. Pure; no locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace domain {

// Number of code points. The input is valid UTF-8 (the web layer sees to it); a stray byte would count as one.
std::size_t length(std::string_view utf8);

// Without white space (ASCII, U+00A0, U+3000, zero-width ones, BOM) at both ends; inner text untouched.
std::string trim(std::string_view utf8);

// For codes and numbers: trim, full width → half width (！–～ and the ideographic space), upper case, and blanks,
// '-', '－', '–', '—', '−' and their like dropped. Characters it does not know stay, so that they can be named in a message.
std::string normalise_code(std::string_view typed);

// Full width → half width only (digits, letters, punctuation U+FF01–U+FF5E, U+3000): for dates, numbers, e-mail addresses.
std::string half_width(std::string_view typed);

// A–Z to a–z; other characters stay.
std::string lower(std::string_view text);

// The n-th code point (from 0) as UTF-8, or empty.
std::string character_at(std::string_view utf8, std::size_t n);
// Whether a character is one of the common Han (U+4E00–U+9FFF).
bool is_han(std::string_view character);

// True when a C0/C1 control character other than tab and (if lines) line ends is in it, or U+FFFE/U+FFFF, or a bidi override
// (U+202A–U+202E, U+2066–U+2069), or a byte that is no valid UTF-8. Line ends: browsers send CR LF from a textarea.
bool has_control(std::string_view utf8, bool lines = false);

}  // namespace domain
