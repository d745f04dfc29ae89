// Tests of domain/values/prose.h: what becomes a paragraph, and above all what becomes a link and what never does.
#include "domain/values/prose.h"

#include "unit/hostile.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;

namespace {

// Paragraphs parted by ¶, lines by /, links in [].
std::string shown(std::string_view text) {
  std::string all;
  for (const auto& paragraph : domain::prose(text)) {
    if (!all.empty()) all += "¶";
    for (const auto& line : paragraph) {
      if (&line != &paragraph.front()) all += "/";
      for (const auto& piece : line) all += piece.link ? "[" + piece.text + "]" : piece.text;
    }
  }
  return all;
}

bool has_link(std::string_view text) { return shown(text).find('[') != std::string::npos; }

struct Case {
  std::string text, expected;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.text; }

const std::vector<Case> links{
    {"见 https://example.cn/a 。", "见 [https://example.cn/a] 。"},
    {"见https://example.cn/a，谢谢", "见[https://example.cn/a]，谢谢"},
    {"http://example.cn", "[http://example.cn]"},
    {"HTTPS://EXAMPLE.cn/X", "[HTTPS://EXAMPLE.cn/X]"},
    {"See http://example.cn/a?b=1&c=%E4#d.", "See [http://example.cn/a?b=1&c=%E4#d]."},
    {"(http://example.cn/a)", "([http://example.cn/a])"},
    {"http://example.cn/a_(b)", "[http://example.cn/a_(b)]"},
    {"http://a.cn http://b.cn", "[http://a.cn] [http://b.cn]"},
    {"<http://a.cn>", "<[http://a.cn]>"},
    {"\"http://a.cn\"onclick=x", "\"[http://a.cn]\"onclick=x"},
    {"http://a.cn/'onclick='x", "[http://a.cn/]'onclick='x"},
};

const std::vector<std::string> never{"javascript:alert(1)",
                                     "JavaScript:alert('http')",
                                     "javascript://example.cn/%0aalert(1)",
                                     "data:text/html,<script>alert(1)</script>",
                                     "vbscript:msgbox",
                                     "ftp://example.cn/",
                                     "//example.cn",
                                     "www.example.cn",
                                     "http://",
                                     "https://。",
                                     "http:/example.cn",
                                     "http:///x",
                                     "https://\"onmouseover=alert(1)",
                                     "xhttp://example.cn",
                                     "ｈｔｔｐ：//example.cn"};

}  // namespace

BOOST_AUTO_TEST_SUITE(prose)

BOOST_AUTO_TEST_CASE(an_empty_line_parts_paragraphs_and_other_line_ends_stay) {
  BOOST_TEST(shown("甲\n乙\n\n丙") == "甲/乙¶丙");
  BOOST_TEST(shown("甲\r\n乙\r\n \r\n\r\n丙\r\n") == "甲/乙¶丙");
  BOOST_TEST(shown("\n\n甲") == "甲");
  BOOST_TEST(shown("") == "");
  BOOST_TEST(shown(" \n　\n") == "");
}

BOOST_DATA_TEST_CASE(an_address_becomes_a_link_without_what_stands_around_it, data::make(links), c) {
  BOOST_TEST(shown(c.text) == c.expected);
}

BOOST_DATA_TEST_CASE(nothing_but_http_and_https_ever_becomes_a_link, data::make(never), text) { BOOST_TEST(!has_link(text)); }

BOOST_AUTO_TEST_CASE(every_link_begins_with_its_scheme_and_holds_no_blank_no_quote_and_no_bracket) {
  for (const auto& text : never)
    for (const auto& other : hostile::harmless())
      for (const auto& paragraph : domain::prose("http://a.cn/" + text + other + " https://b.cn" + other))
        for (const auto& line : paragraph)
          for (const auto& piece : line)
            if (piece.link) {
              BOOST_TEST((piece.text.rfind("http://", 0) == 0 || piece.text.rfind("https://", 0) == 0));
              BOOST_TEST(piece.text.find_first_of(" \t\"'<>`\\{}") == std::string::npos);
            }
}

BOOST_DATA_TEST_CASE(no_character_is_lost, data::make(hostile::harmless()), text) {
  std::string all;
  for (const auto& paragraph : domain::prose("x" + text + "x"))
    for (const auto& line : paragraph)
      for (const auto& piece : line) all += piece.text;
  BOOST_TEST(all == "x" + text + "x");
}

BOOST_AUTO_TEST_SUITE_END()
