// Tests of domain/query/public_query.h: what a typed text is taken for, and the detailed form's fields.
#include "domain/query/public_query.h"

#include <boost/test/unit_test.hpp>

namespace {

using domain::query_words;
using domain::QueryWay;
using domain::read_query;
using Words = std::vector<std::string>;

std::string error_of(const std::string& typed) {
  const auto read = read_query(typed);
  return read.errors.empty() ? "" : read.errors.front().code + read.errors.front().a;
}

std::string ways_of(const std::string& typed) {
  std::string text;
  for (const QueryWay way : domain::query_ways(read_query(typed).query)) text += std::string(domain::code_of(way)) + " ";
  return text;
}

std::string details_error(const domain::QueryDetails& typed) {
  const auto checked = domain::check_details(typed);
  return checked.ok() ? "" : checked.errors.front().field + " " + checked.errors.front().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(public_query)

BOOST_AUTO_TEST_CASE(words_are_parted_by_blanks_of_any_width_each_once_in_order) {
  const Words expected{"示范", "acs-30"};
  for (const char* typed : {"示范 ACS-30", "　示范　ＡＣＳ－３０　", "示范\tacs-30 示范", " \r\n示范 acs-30\n"})
    BOOST_TEST(query_words(typed) == expected, boost::test_tools::per_element());
  BOOST_TEST(query_words("").empty());
  BOOST_TEST(query_words(" 　\t").empty());
  BOOST_TEST(query_words("ＡＢ").front() == "ab");
}

BOOST_AUTO_TEST_CASE(a_code_is_known_however_it_is_typed) {
  for (const char* typed : {"91110108MA00TEXT08", "91110108ma00text08", " ９１１１０１０８ＭＡ００ＴＥＸＴ０８ ",
                            "9111 0108 MA00 TEXT 08", "91110108-MA00TEXT0-8"}) {
    const auto read = read_query(typed);
    BOOST_TEST(read.errors.empty(), typed);
    BOOST_TEST(read.query.unit_code == "91110108MA00TEXT08", typed);
  }
  BOOST_TEST(read_query("12345678-8").query.unit_code == "123456788");
  for (const char* typed : {"91110108MA00TEXT09", "91350100M000100Y4Z", "12345678-9", "91110108MA00TEXT08 电子秤"})
    BOOST_TEST(read_query(typed).query.unit_code.empty(), typed);
}

BOOST_AUTO_TEST_CASE(what_may_be_a_code_may_be_a_number_and_words_too) {
  BOOST_TEST(ways_of("12345678-8") == "unit_code number words ");
  BOOST_TEST(ways_of("91110108MA00TEXT08") == "unit_code number words ");
  BOOST_TEST(ways_of("9111 0108 MA00 TEXT 08") == "unit_code words ");
  BOOST_TEST(ways_of("00128374") == "number words ");
  BOOST_TEST(ways_of("ACS-30") == "number words ");
  BOOST_TEST(ways_of("5") == "number words ");
  for (const char* typed : {"医院", "示检字第2026-0315号", "ACS", "A 1", "秤 30"}) BOOST_TEST(ways_of(typed) == "words ", typed);
  BOOST_TEST(read_query("ＡＣＳ－３０").query.number == "acs-30");
}

BOOST_AUTO_TEST_CASE(a_number_plate_may_be_a_number_however_it_is_typed) {
  for (const char* typed :
       {"苏A12345", "苏a·12345", "苏A 12345", "苏Ａ１２３４５", "京AD12345", "粤B1234学", "沪C-F1234", "川A.12345"})
    BOOST_TEST(ways_of(typed) == "number words ", typed);
  for (const char* typed :
       {"苏A1234", "苏A123456789", "苏ABCDEF", "苏省A1234", "A苏12345", "苏1A12345", "苏A12345 电子秤", "示范医院一二三"})
    BOOST_TEST(ways_of(typed) == "words ", typed);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_searched_is_told) {
  for (const char* typed : {"", " ", "　"}) BOOST_TEST(error_of(typed) == "QUERY_EMPTY");
  for (const char* typed : {"秤", "a", "秤 a", "%", "_", "'"}) BOOST_TEST(error_of(typed) == "QUERY_WORD_SHORT", typed);
  for (const char* typed : {"电子", "电子 秤", "5", "ab", "%_", "\\\\"}) BOOST_TEST(error_of(typed) == "", typed);
  BOOST_TEST(error_of("一一 二二 三三 四四 五五 六六 七七 八八") == "");
  BOOST_TEST(error_of("一一 二二 三三 四四 五五 六六 七七 八八 九九") == "QUERY_WORDS8");
  BOOST_TEST(error_of("一一 一一 一一 一一 一一 一一 一一 一一 一一 一一") == "");
  std::string hundred;
  for (int n = 0; n < 100; ++n) hundred += "长";
  BOOST_TEST(error_of(hundred) == "");
  BOOST_TEST(error_of("  " + hundred + "　") == "");
  BOOST_TEST(error_of(hundred + "a") == "TOO_LONG100");
  BOOST_TEST(error_of(std::string(200000, 'a')) == "TOO_LONG100");
  for (const char* typed : {"a\x01\x1b[31mb", "电子\xE2\x80\xAE秤"}) BOOST_TEST(error_of(typed) == "CONTROL_CHARACTER", typed);
}

BOOST_AUTO_TEST_CASE(the_words_are_there_whatever_else_the_text_is) {
  for (const char* typed : {"12345678-8", "00128374", "秤"}) BOOST_TEST(read_query(typed).query.words.size() == 1u, typed);
}

BOOST_AUTO_TEST_CASE(each_field_of_the_detailed_form_is_checked_by_itself) {
  domain::QueryDetails typed;
  BOOST_TEST(details_error(typed) == "");
  typed.unit_name = " 示范医院　";
  typed.unit_code = "１２３４５６７８－８";
  typed.serial_number = " 0012 ";
  const auto checked = domain::check_details(typed);
  BOOST_REQUIRE(checked.ok());
  BOOST_TEST(checked.value.unit_name == "示范医院");
  BOOST_TEST(checked.value.unit_code == "123456788");
  BOOST_TEST(checked.value.serial_number == "0012");
  for (auto member :
       {&domain::QueryDetails::unit_name, &domain::QueryDetails::name, &domain::QueryDetails::manufacturer,
        &domain::QueryDetails::serial_number, &domain::QueryDetails::certificate_number, &domain::QueryDetails::sub_number}) {
    domain::QueryDetails long_one, odd_one;
    long_one.*member = std::string(101, 'x');
    odd_one.*member = "a\x02";
    BOOST_TEST(details_error(long_one).find(" TOO_LONG") != std::string::npos);
    BOOST_TEST(details_error(odd_one).find(" CONTROL_CHARACTER") != std::string::npos);
  }
  for (const auto& [code, error] :
       {std::pair("91110108MA00TEXT09", "unit_code CODE_CHECK_DIGIT"),
        std::pair("110108000000016", "unit_code CODE_OLD_REGISTRATION"), std::pair("123", "unit_code CODE_LENGTH"),
        std::pair("9111O108MA00TEXT08", "unit_code CODE_POSITION")}) {
    domain::QueryDetails wrong;
    wrong.unit_code = code;
    BOOST_TEST(details_error(wrong) == error);
  }
}

BOOST_AUTO_TEST_SUITE_END()
