// Tests of base/utf8.h and base/lines.h.
#include "base/utf8.h"

#include "base/lines.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace {

using namespace base::utf8;
using namespace std::string_literals;

// What is no character, and how many bytes of it count as one each.
const std::vector<std::string> broken = {
    "\x80"s,              // a byte that only continues
    "\xC0\x80"s,          // NUL in two bytes
    "\xC1\xBF"s,          // overlong: two bytes for U+007F
    "\xE0\x9F\xBF"s,      // overlong: three for U+07FF
    "\xF0\x8F\xBF\xBF"s,  // overlong: four for U+FFFF
    "\xED\xA0\x80"s,      // the first surrogate
    "\xED\xBF\xBF"s,      // the last one
    "\xF4\x90\x80\x80"s,  // above U+10FFFF
    "\xF8\x88\x80\x80"s,  // a lead byte there never was
    "\xFF"s,
    "\xE4\xB8"s,      // cut off
    "\xF0\x9F\x91"s,  // the same, of four
};

}  // namespace

BOOST_AUTO_TEST_SUITE(utf8_text)

BOOST_AUTO_TEST_CASE(characters_of_every_length_are_read) {
  std::vector<std::pair<char32_t, std::size_t>> seen;
  each("a\x7F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF", [&](char32_t point, std::string_view bytes) {
    seen.emplace_back(point, bytes.size());
    return true;
  });
  const std::vector<std::pair<char32_t, std::size_t>> wanted = {
      {'a', 1}, {0x7F, 1}, {0x80, 2}, {0x7FF, 2}, {0x800, 3}, {0xD7FF, 3}, {0xE000, 3}, {0xFFFF, 3}, {0x10000, 4}, {0x10FFFF, 4}};
  BOOST_TEST((seen == wanted));
}

BOOST_AUTO_TEST_CASE(each_byte_of_what_is_no_character_counts_as_one) {
  for (const std::string& bytes : broken)
    for (const std::string& text : {bytes, bytes + "秤", "秤" + bytes, bytes + bytes}) {
      const std::size_t characters = text.find("秤") == std::string::npos ? text.size() : text.size() - 2;
      BOOST_TEST(!valid(text));
      BOOST_TEST(count(text) == characters);
      BOOST_TEST(next(bytes).size == 1U);
      BOOST_TEST((next(bytes).point == invalid));
    }
  BOOST_TEST(valid(""));
  BOOST_TEST(valid("\0"s));
  BOOST_TEST(valid("秤👍Ⅲ"));
}

BOOST_AUTO_TEST_CASE(a_text_is_cut_between_characters_only) {
  const std::string text = "a秤👍b";
  BOOST_TEST(first(text, 0) == "");
  BOOST_TEST(first(text, 2) == "a秤");
  BOOST_TEST(first(text, 3) == "a秤👍");
  BOOST_TEST(first(text, 99) == text);
  const std::vector<std::string> cut = {"", "a", "a", "a", "a秤", "a秤", "a秤", "a秤", "a秤👍", text, text};
  for (std::size_t bytes = 0; bytes < cut.size(); ++bytes) BOOST_TEST(fitting(text, bytes) == cut[bytes]);
  BOOST_TEST(first("\xE4\xB8", 1) == "\xE4");
}

BOOST_AUTO_TEST_CASE(the_beginning_of_a_character_at_the_end_is_seen) {
  const std::string text = "a秤👍";
  const std::vector<std::size_t> left = {0, 0, 1, 2, 0, 1, 2, 3, 0};
  for (std::size_t bytes = 0; bytes < left.size(); ++bytes) BOOST_TEST(unfinished(text.substr(0, bytes)) == left[bytes]);
  BOOST_TEST(unfinished("\x80") == 0U);
  BOOST_TEST(unfinished("\xC0") == 0U);      // nothing makes it a character
  BOOST_TEST(unfinished("\xED\xA0") == 0U);  // nor this: a surrogate
}

BOOST_AUTO_TEST_CASE(line_ends_become_one_kind_in_pieces_too) {
  const std::string text = "a\r\nb\rc\nd\r\n\r\n\re\r", wanted = "a\nb\nc\nd\n\n\ne\n";
  BOOST_TEST(base::unify_lines(text) == wanted);
  for (std::size_t size = 1; size <= text.size(); ++size) {
    base::LineUnifier lines;
    std::string out;
    for (std::size_t at = 0; at < text.size(); at += size) out += lines.add(text.substr(at, size));
    BOOST_TEST(out == wanted);
  }
}

BOOST_AUTO_TEST_SUITE_END()
