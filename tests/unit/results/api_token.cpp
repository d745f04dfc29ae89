// Tokens of institutions' own systems: networks, and the form that makes one.
#include "domain/results/api_token.h"

#include "base/network.h"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace domain;

namespace {

const Date day = *Date::from_iso("2026-11-25");

std::string errors_of(const ApiTokenForm& form) {
  std::string all;
  for (const Error& e : check(form, day).errors)
    all += (all.empty() ? "" : " ") + e.field + ":" + e.code + (e.a.empty() ? "" : "(" + e.a + ")");
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(api_tokens)

BOOST_AUTO_TEST_CASE(networks_are_read_and_written_in_one_form) {
  BOOST_TEST(base::network_of("10.1.2.3").value() == "10.1.2.3/32");
  BOOST_TEST(base::network_of("10.1.2.9/24").value() == "10.1.2.0/24");
  BOOST_TEST(base::network_of("0.0.0.0/0").value() == "0.0.0.0/0");
  BOOST_TEST(base::network_of("2001:DB8::ffff/32").value() == "2001:db8::/32");
  BOOST_TEST(base::network_of("::1").value() == "::1/128");
  for (const char* bad :
       {"", "10.1.2", "10.1.2.256", "10.1.2.3/33", "10.1.2.3/", "10.1.2.3/-1", "::1/129", "a.example", "10.1.2.3'", "1"})
    BOOST_TEST_CONTEXT(bad) { BOOST_TEST(!base::network_of(bad).has_value()); }
}

BOOST_AUTO_TEST_CASE(a_good_form_becomes_values) {
  const auto checked = check({" 检定业务系统 ", "2027/5/1", "10.1.2.3\r\n\r\n10.2.0.0/16，", {"results", "lines", "lines"}}, day);
  BOOST_TEST_REQUIRE(!checked.ok());  // a full-width comma parts nothing
  const auto good = check({" 检定业务系统 ", "2027/5/1", "10.1.2.3\r\n\r\n10.2.0.0/16", {"results", "lines", "lines"}}, day);
  BOOST_TEST_REQUIRE(good.ok());
  BOOST_TEST(good.value.name == "检定业务系统");
  BOOST_TEST((good.value.scopes == std::vector<std::string>{"lines", "results"}));
  BOOST_TEST((good.value.addresses == std::vector<std::string>{"10.1.2.3/32", "10.2.0.0/16"}));
  BOOST_TEST(good.value.expires_on.iso() == "2027-05-01");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_named_beside_its_field) {
  BOOST_TEST(errors_of({"", "", "", {}}) == "token_name:REQUIRED scopes:REQUIRED expires_on:REQUIRED");
  BOOST_TEST(errors_of({"系统", "2026-11-24", "", {"lines"}}) == "expires_on:DATE_PAST");
  BOOST_TEST(errors_of({"系统", "2026-11-25", "", {"lines"}}) == "");
  BOOST_TEST(errors_of({"系统", "2027-12-30", "", {"lines"}}) == "");
  BOOST_TEST(errors_of({"系统", "2027-12-31", "", {"lines"}}) == "expires_on:DATE_TOO_LATE(2027-12-30)");
  BOOST_TEST(errors_of({"系统", "明年", "示范", {"lines", "ledger"}}) == "expires_on:DATE_FORMAT addresses:ADDRESS_LIST(示范)");
  BOOST_TEST(errors_of({"系统", "2027-01-01", "", {"ledger"}}) == "scopes:REQUIRED");
}

BOOST_AUTO_TEST_SUITE_END()
