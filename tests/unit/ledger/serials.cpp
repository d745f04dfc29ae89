// Many serial numbers typed at once.
#include "domain/ledger/serials.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace {

std::string shown(const std::string& typed) {
  const auto checked = domain::expand_serials(typed);
  if (!checked.ok()) return checked.errors.front().code + " " + checked.errors.front().a;
  std::string text;
  for (const std::string& serial : checked.value) text += (text.empty() ? "" : " ") + serial;
  return text;
}

struct Case {
  const char *typed, *expected;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.typed; }

const Case cases[] = {{"A1\nA2\r\nA3", "A1 A2 A3"},
                      {"A1、A2，A3；A4,A5;A6", "A1 A2 A3 A4 A5 A6"},
                      {"  Ａ１　\n\n", "A1"},
                      {"A001~A003", "A001 A002 A003"},
                      {"A001～003", "A001 A002 A003"},
                      {"A001 至 A003", "A001 A002 A003"},
                      {"A001——A003", "A001 A002 A003"},
                      {"0098~0101", "0098 0099 0100 0101"},
                      {"9~11", "9 10 11"},
                      {"SN-7", "SN-7"},
                      {"SN-7~SN-9", "SN-7 SN-8 SN-9"},
                      {"一号", "一号"},
                      {"A5~A5", "A5"},
                      {"", "REQUIRED "},
                      {" \n、", "REQUIRED "},
                      {"A3~A1", "SERIAL_RUN_BACKWARDS A3~A1"},
                      {"A1~B2", "SERIAL_RUN_UNCLEAR A1~B2"},
                      {"A~B", "SERIAL_RUN_UNCLEAR A~B"},
                      {"~A2", "SERIAL_RUN_UNCLEAR ~A2"},
                      {"A1~", "SERIAL_RUN_UNCLEAR A1~"},
                      {"A1~2~3", "SERIAL_RUN_UNCLEAR A1~2~3"},
                      {"1~99999999999", "SERIAL_RUN_UNCLEAR 1~99999999999"},
                      {"1~500000", "TOO_MANY_SERIALS 500"},
                      {"A1\nA2\nA1", "SERIAL_TWICE A1"},
                      {"A1~A3\nA2", "SERIAL_TWICE A2"},
                      {"1.23E+15", "SERIAL_SPREADSHEET "},
                      {"A\x07", "CONTROL_CHARACTER "}};

}  // namespace

BOOST_AUTO_TEST_SUITE(serials)

BOOST_DATA_TEST_CASE(lists_and_runs_are_taken_apart, boost::unit_test::data::make(cases)) {
  BOOST_TEST(shown(sample.typed) == sample.expected);
}

BOOST_AUTO_TEST_CASE(five_hundred_are_taken_and_one_more_is_not) {
  BOOST_TEST(domain::expand_serials("A1~A500").value.size() == 500U);
  BOOST_TEST(!domain::expand_serials("A1~A501").ok());
  BOOST_TEST(!domain::expand_serials("A1~A300\nB1~B201").ok());
  BOOST_TEST(!domain::expand_serials(std::string(61, 'x')).ok());
  BOOST_TEST(domain::expand_serials(std::string(60, 'x')).ok());
}

BOOST_AUTO_TEST_SUITE_END()
