// Tests of domain/catalogue/everyday_names.h.
#include "domain/catalogue/everyday_names.h"

#include "unit/words.h"

#include <boost/test/unit_test.hpp>

namespace {

std::string kept(std::string_view typed) {
  const auto checked = domain::check_everyday_names(typed);
  if (!checked.ok()) return words::of(checked.errors);
  std::string all;
  for (const std::string& name : checked.value) all += (all.empty() ? "" : "|") + name;
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(everyday_names)

BOOST_AUTO_TEST_CASE(each_line_is_a_name_once) {
  BOOST_TEST(kept("") == "");
  BOOST_TEST(kept("\r\n \n　\n") == "");
  BOOST_TEST(kept("电子秤\r\n台秤") == "电子秤|台秤");
  BOOST_TEST(kept("　电子秤 \n电子秤\nＢ超\nb超") == "电子秤|B超");
  BOOST_TEST(kept("a b\n") == "a b");
}

BOOST_AUTO_TEST_CASE(a_name_has_a_limit_and_so_has_the_list) {
  BOOST_TEST(kept(words::repeated("秤", 40)) == words::repeated("秤", 40));
  BOOST_TEST(kept(words::repeated("秤", 41)) == "everyday_names:LINES_TOO_LONG(40)");
  std::string many;
  for (int n = 0; n < 500; ++n) many += std::to_string(n) + "\n";
  BOOST_TEST(domain::check_everyday_names(many).value.size() == 500U);
  BOOST_TEST(kept(many + "one more") == "everyday_names:LINES_TOO_MANY(500)");
  BOOST_TEST(kept("a\x07") == "everyday_names:CONTROL_CHARACTER");
}

BOOST_AUTO_TEST_SUITE_END()
