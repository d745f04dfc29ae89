// What a request to an administrator needs, and how a reason is put together.
#include "domain/organisations/request.h"

#include "unit/words.h"

#include <boost/test/unit_test.hpp>

namespace {

using domain::check;
using domain::check_reason;

domain::RecoverForm recovery() { return {"unit", "shifan", "示范单位", "12345678-8", "示范人", "13800138000", "换了手机"}; }
domain::ClaimForm claim() { return {"示范单位", "12345678-8", "示范人", "13800138000", "从未注册"}; }

template <typename T>
std::string told(const domain::Checked<T>& checked) {
  return words::of(checked.errors);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(request)

BOOST_AUTO_TEST_CASE(a_complete_request_to_recover_is_taken_and_its_code_normalised) {
  const auto checked = check(recovery());
  BOOST_TEST(told(checked) == "");
  BOOST_TEST(checked.value.code.text == "123456788");
}

BOOST_AUTO_TEST_CASE(everything_missing_is_told_in_the_order_of_the_form) {
  BOOST_TEST(told(check(domain::RecoverForm{})) ==
             "user_type:REQUIRED login:REQUIRED organisation:REQUIRED contact:REQUIRED mobile:REQUIRED explanation:REQUIRED");
  BOOST_TEST(told(check(domain::ClaimForm{}, false)) ==
             "unit_name:REQUIRED unit_code:REQUIRED contact:REQUIRED mobile:REQUIRED explanation:REQUIRED proof:FILE_REQUIRED");
}

BOOST_AUTO_TEST_CASE(only_people_of_units_are_asked_for_the_code_and_administrators_do_not_recover_here) {
  domain::RecoverForm form = recovery();
  form.organisation_code = " ";
  BOOST_TEST(told(check(form)) == "organisation_code:REQUIRED");
  form.user_type = "institution";
  BOOST_TEST(told(check(form)) == "");
  form.user_type = "administrator";
  BOOST_TEST(told(check(form)) == "user_type:NOT_A_CHOICE");
}

BOOST_AUTO_TEST_CASE(a_claim_needs_its_certificate) {
  BOOST_TEST(told(check(claim(), true)) == "");
  BOOST_TEST(told(check(claim(), false)) == "proof:FILE_REQUIRED");
}

BOOST_AUTO_TEST_CASE(canned_reasons_are_lines_without_blanks_and_doubles) {
  BOOST_TEST((domain::canned_reasons(" 甲。\r\n\n乙。\n甲。\n") == std::vector<std::string>{"甲。", "乙。"}));
  BOOST_TEST(domain::canned_reasons("").empty());
}

BOOST_AUTO_TEST_CASE(ticked_reasons_and_own_words_are_one_text_of_at_most_500_characters) {
  BOOST_TEST(check_reason({"甲。", "乙。"}, " 丙\r\n丁 ").value == "甲。\n乙。\n 丙\n丁");
  BOOST_TEST(check_reason({"甲。"}, "").value == "甲。");
  BOOST_TEST(told(check_reason({}, " ")) == "reason:REQUIRED");
  std::string words;
  for (int n = 0; n < 497; ++n) words += "长";
  BOOST_TEST(told(check_reason({"甲。"}, words)) == "");
  BOOST_TEST(told(check_reason({"甲。"}, words + "长")) == "reason:TOO_LONG(500)");
}

BOOST_AUTO_TEST_SUITE_END()
