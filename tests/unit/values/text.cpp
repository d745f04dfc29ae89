// Tests of domain/values/text.h.
#include "domain/values/text.h"

#include "base/lines.h"
#include "unit/hostile.h"
#include "unit/words.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(text)

BOOST_AUTO_TEST_CASE(length_counts_characters_not_bytes) {
  BOOST_TEST(domain::length("") == 0U);
  BOOST_TEST(domain::length("abc") == 3U);
  BOOST_TEST(domain::length("电子秤Ⅲ") == 4U);
  BOOST_TEST(domain::length("𠮷a👍") == 3U);
}

BOOST_AUTO_TEST_CASE(a_byte_outside_any_character_counts_as_one) {
  BOOST_TEST(domain::length("\x80") == 1U);
  BOOST_TEST(domain::length("\xC0\x80") == 2U);
  BOOST_TEST(domain::length("\xE4\xB8") == 2U);
  BOOST_TEST(domain::length("\xED\xA0\x80") == 3U);
  BOOST_TEST(domain::length("\xF5\x80\x80\x80") == 4U);
}

BOOST_DATA_TEST_CASE(trim_takes_white_space_from_both_ends_only,
                     data::make({" ", "\t", "\r\n", "\u00A0", "\u3000", "\u200B", "\u200D", "\u2060", "\uFEFF", "\u2003",
                                 " \u3000\t"}),
                     blank) {
  const std::string space = blank;
  BOOST_TEST(domain::trim(space + "a" + space + "b" + space) == "a" + space + "b");
  BOOST_TEST(domain::trim(space) == "");
  BOOST_TEST(domain::trim(space + space + "秤") == "秤");
}

BOOST_AUTO_TEST_CASE(trim_leaves_everything_else) {
  for (const auto& text : hostile::harmless()) BOOST_TEST(domain::trim(text) == text);
  for (const auto& text : hostile::controls()) BOOST_TEST(domain::trim(text) == text);
  BOOST_TEST(domain::trim("") == "");
}

BOOST_AUTO_TEST_CASE(half_width_changes_full_width_forms_only) {
  BOOST_TEST(domain::half_width("ＡＺａｚ０９！～（，．＠　") == "AZaz09!~(,.@ ");
  BOOST_TEST(domain::half_width("。、《》￥Ⅲ±×Ω℃㎡²～") == "。、《》￥Ⅲ±×Ω℃㎡²~");
  BOOST_TEST(domain::half_width("\uFF00\uFF5F") == "\uFF00\uFF5F");
}

BOOST_AUTO_TEST_CASE(every_full_width_form_becomes_its_ascii_character) {
  for (int c = '!'; c <= '~'; ++c) {
    const int point = 0xFF01 + (c - '!');
    const std::string wide{static_cast<char>(0xE0 | (point >> 12)), static_cast<char>(0x80 | ((point >> 6) & 0x3F)),
                           static_cast<char>(0x80 | (point & 0x3F))};
    BOOST_TEST(domain::half_width(wide) == std::string(1, static_cast<char>(c)));
  }
}

struct Typed {
  const char* typed;
  const char* normalised;
};
std::ostream& operator<<(std::ostream& out, const Typed& row) { return out << row.typed; }

BOOST_DATA_TEST_CASE(a_code_is_brought_to_one_form,
                     data::make(std::vector<Typed>{{"12345678-8", "123456788"},
                                                   {" 1234 5678 - 8 ", "123456788"},
                                                   {"１２３４５６７８－８", "123456788"},
                                                   {"12345678–8", "123456788"},
                                                   {"12345678—8", "123456788"},
                                                   {"12345678−8", "123456788"},
                                                   {"12345678‐8", "123456788"},
                                                   {"ma00text-0", "MA00TEXT0"},
                                                   {"ｍａ００ｔｅｘｔ－０", "MA00TEXT0"},
                                                   {"\xEF\xBB\xBF"
                                                    "11\u200B\u3000\u00A0\t22\r\n",
                                                    "1122"},
                                                   {"_.é码+", "_.é码+"},
                                                   {"- -", ""},
                                                   {"", ""}}),
                     row) {
  BOOST_TEST(domain::normalise_code(row.typed) == row.normalised);
  BOOST_TEST(domain::normalise_code(row.normalised) == row.normalised);
}

BOOST_AUTO_TEST_CASE(lower_changes_ascii_letters_only) { BOOST_TEST(domain::lower("AbZ1É秤Ａ") == "abz1É秤Ａ"); }

BOOST_AUTO_TEST_CASE(characters_are_found_by_their_place) {
  BOOST_TEST(domain::character_at("a秤𠮷z", 0) == "a");
  BOOST_TEST(domain::character_at("a秤𠮷z", 1) == "秤");
  BOOST_TEST(domain::character_at("a秤𠮷z", 2) == "𠮷");
  BOOST_TEST(domain::character_at("a秤𠮷z", 3) == "z");
  BOOST_TEST(domain::character_at("a秤𠮷z", 4) == "");
  BOOST_TEST(domain::character_at("", 0) == "");
}

BOOST_DATA_TEST_CASE(control_characters_are_seen, data::make(hostile::controls()), typed) {
  BOOST_TEST(domain::has_control(typed));
  BOOST_TEST(domain::has_control(typed, true));
}

BOOST_DATA_TEST_CASE(ordinary_text_holds_no_control_character, data::make(hostile::harmless()), typed) {
  BOOST_TEST(!domain::has_control(typed));
}

BOOST_DATA_TEST_CASE(line_ends_are_allowed_only_where_lines_are, data::make(hostile::lines()), typed) {
  BOOST_TEST(domain::has_control(typed));
  BOOST_TEST(!domain::has_control(typed, true));
}

BOOST_AUTO_TEST_CASE(every_control_character_of_c0_and_c1_is_seen) {
  for (int c = 0; c < 0x20; ++c) BOOST_TEST(domain::has_control(std::string(1, static_cast<char>(c))) == (c != '\t'));
  for (int c = 0x80; c < 0xA0; ++c) BOOST_TEST(domain::has_control(std::string{'\xC2', static_cast<char>(c)}));
  BOOST_TEST(!domain::has_control("\u00A0"));
}

BOOST_AUTO_TEST_CASE(line_ends_become_one_kind) {
  BOOST_TEST(base::unify_lines("a\r\nb\rc\nd\r\n\r\ne\r") == "a\nb\nc\nd\n\ne\n");
  BOOST_TEST(base::unify_lines("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
