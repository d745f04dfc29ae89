// Tests of domain/people/common_passwords.h.
#include "domain/people/common_passwords.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(common_passwords)

BOOST_DATA_TEST_CASE(a_password_in_common_use_is_known,
                     data::make({"woaini1314", "a123456789", "qwertyuiop",   "88888888",   "1qaz2wsx",   "password",
                                 "password1",  "12345678",   "123456789",    "1234567890", "0123456789", "0987654321",
                                 "87654321",   "11111111",   "00000000",     "abcdefgh",   "hgfedcba",   "iloveyou",
                                 "5201314520", "qq123456",   "admin123",     "admin888",   "1q2w3e4r",   "zxcvbnm123",
                                 "!@#$%^&*",   "p@ssw0rd",   "zzzzzzzzzzzz", "!!!!!!!!",   "zzxxccvv"}),
                     password) {
  BOOST_TEST(domain::is_common_password(password));
}

BOOST_AUTO_TEST_CASE(neither_case_nor_width_hides_a_common_password) {
  BOOST_TEST(domain::is_common_password("PassWord"));
  BOOST_TEST(domain::is_common_password("WoAiNi1314"));
  BOOST_TEST(domain::is_common_password("ＱＷＥＲＴＹＵＩＯＰ"));
  BOOST_TEST(domain::is_common_password("１２３４５６７８"));
  BOOST_TEST(domain::is_common_password("ABCDefgh"));
}

BOOST_AUTO_TEST_CASE(one_character_again_and_again_is_common_in_any_script) {
  BOOST_TEST(domain::is_common_password("爱爱爱爱爱爱爱爱"));
  BOOST_TEST(domain::is_common_password("        "));
}

BOOST_AUTO_TEST_CASE(runs_of_any_length_are_common) {
  BOOST_TEST(domain::is_common_password("45678901"));
  BOOST_TEST(domain::is_common_password("3210987654"));
  BOOST_TEST(domain::is_common_password("mnopqrstuvw"));
  BOOST_TEST(domain::is_common_password("012345678901234567890123456789"));
}

BOOST_DATA_TEST_CASE(other_passwords_are_not,
                     data::make({"correct horse battery staple", "Zi-Lai-Shui-Biao 7", "k8#mZ2qv", "电子秤三号在菜市场",
                                 "13579864", "aaaaaaab", "abcdefgx", "1234567b8", "password is long", "xk12345678"}),
                     password) {
  BOOST_TEST(!domain::is_common_password(password));
}

BOOST_AUTO_TEST_SUITE_END()
