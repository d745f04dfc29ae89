// RFC 6238, appendix B (SHA-1), cut to six digits; and what people type.
#include "base/totp.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>
#include <vector>

namespace {

const std::string secret = "12345678901234567890";
const std::vector<std::pair<long long, std::string>> vectors = {{59, "287082"},         {1111111109, "081804"},
                                                                {1111111111, "050471"}, {1234567890, "005924"},
                                                                {2000000000, "279037"}, {20000000000, "353130"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(totp)

BOOST_AUTO_TEST_CASE(codes_are_those_of_the_standard) {
  for (const auto& [now, code] : vectors) {
    BOOST_TEST(base::totp_code(secret, now) == code);
    BOOST_TEST(base::totp_step(secret, code, now).value_or(-1) == now / 30);
  }
}

BOOST_AUTO_TEST_CASE(a_neighbours_code_counts_as_that_neighbours_step_and_older_ones_do_not) {
  const long long now = 1234567890;
  for (const long long away : {-1, 0, 1})
    BOOST_TEST(base::totp_step(secret, base::totp_code(secret, now + 30 * away), now).value_or(-1) == now / 30 + away);
  for (const long long away : {-3, -2, 2, 3}) BOOST_TEST(!base::totp_step(secret, base::totp_code(secret, now + 30 * away), now));
}

BOOST_AUTO_TEST_CASE(blanks_are_dropped_and_anything_else_is_no_code) {
  BOOST_TEST(base::totp_step(secret, "005 924", 1234567890).has_value());
  for (const char* typed : {"", "00592", "0059244", "00592a", "-05924", "00592４", "{{X}}", "' or 1=1"})
    BOOST_TEST(!base::totp_step(secret, typed, 1234567890));
}

BOOST_AUTO_TEST_CASE(the_secret_reads_in_groups_of_four_and_the_address_escapes_what_is_in_names) {
  BOOST_TEST(base::totp_secret_text(secret) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  BOOST_TEST(base::totp_uri(secret, "门户", "a?b&c") ==
             "otpauth://totp/%E9%97%A8%E6%88%B7:a%3Fb%26c?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E9%97%A8%E6%88%B7");
  BOOST_TEST(base::new_totp_secret().size() == 20U);
  BOOST_TEST(base::new_totp_secret() != base::new_totp_secret());
}

BOOST_AUTO_TEST_SUITE_END()
