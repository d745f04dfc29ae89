// What an institution answers: the form's rules, and which lines are named in words.
#include "domain/appointments/answer.h"

#include "domain/results/result_columns.h"
#include "unit/words.h"

#include <boost/test/unit_test.hpp>

#include <set>

namespace {

using namespace domain;
const Date today = *Date::of(2026, 11, 25);

AnswerForm complete() { return {"2026-12-1", " 示范路 8 号 ", "李检定 010-12345678", "带齐附件\r\n清洁器具", "", ""}; }

template <typename T>
std::string told(const Checked<T>& checked) {
  return words::of(checked.errors);
}

std::string many(int n) {
  std::string text;
  for (int i = 0; i < n; ++i) text += "长";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(answer)

BOOST_AUTO_TEST_CASE(a_plan_is_a_day_a_place_somebody_to_ask_and_what_to_bring) {
  const auto checked = check_plan(complete(), today);
  BOOST_TEST(told(checked) == "");
  BOOST_TEST(checked.value.on == *Date::of(2026, 12, 1));
  BOOST_TEST(checked.value.place == "示范路 8 号");
  BOOST_TEST(checked.value.bring == "带齐附件\n清洁器具");
  BOOST_TEST(told(check_plan({}, today)) == "planned_on:REQUIRED planned_place:REQUIRED planned_contact:REQUIRED");
}

BOOST_AUTO_TEST_CASE(a_day_is_today_or_later_and_not_mistyped_by_years) {
  const auto on = [](const std::string& day) {
    AnswerForm form = complete();
    form.planned_on = day;
    return told(check_plan(form, today));
  };
  BOOST_TEST(on("2026-11-25") == "");
  BOOST_TEST(on("２０２６年１１月２６日") == "");
  BOOST_TEST(on("2026-11-24") == "planned_on:PLANNED_PAST");
  BOOST_TEST(on("2028-11-24") == "");
  BOOST_TEST(on("2028-11-25") == "planned_on:PLANNED_FAR(2028-11-24)");
  BOOST_TEST(on("2206-12-01") == "planned_on:PLANNED_FAR(2028-11-24)");
  BOOST_TEST(on("明天") == "planned_on:DATE_FORMAT");
  BOOST_TEST(on("2027-02-29") == "planned_on:DATE_FORMAT");
  BOOST_TEST(on("\x01") == "planned_on:CONTROL_CHARACTER");
}

BOOST_AUTO_TEST_CASE(texts_are_as_long_as_their_columns) {
  AnswerForm form = complete();
  form.planned_place = many(200);
  form.planned_contact = many(100);
  form.planned_bring = many(500);
  BOOST_TEST(told(check_plan(form, today)) == "");
  form.planned_place += "长";
  form.planned_contact += "长";
  form.planned_bring += "长";
  BOOST_TEST(told(check_plan(form, today)) ==
             "planned_place:TOO_LONG(200) planned_contact:TOO_LONG(100) planned_bring:TOO_LONG(500)");
}

BOOST_AUTO_TEST_CASE(a_refusal_has_a_reason_of_the_list_and_other_needs_words) {
  AnswerForm form;
  BOOST_TEST(told(check_refusal(form)) == "refusal_code:REQUIRED");
  form.refusal_code = "whatever";
  BOOST_TEST(told(check_refusal(form)) == "refusal_code:NOT_A_CHOICE");
  form.refusal_code = "out_of_scope";
  BOOST_TEST(told(check_refusal(form)) == "");
  form.refusal_code = "other";
  BOOST_TEST(told(check_refusal(form)) == "refusal_text:REQUIRED");
  form.refusal_text = "设备检修";
  BOOST_TEST(told(check_refusal(form)) == "");
  form.refusal_text = many(501);
  BOOST_TEST(told(check_refusal(form)) == "refusal_text:TOO_LONG(500)");
  BOOST_TEST(told(check_cancellation(" \n")) == "cancel_reason:REQUIRED");
  BOOST_TEST(check_cancellation(" 停电 ").value == "停电");
}

BOOST_AUTO_TEST_CASE(a_capacity_may_be_none_nothing_or_a_number) {
  BOOST_TEST(!check_capacity("").value);
  BOOST_TEST(check_capacity(" ５０ ").value.value() == 50);
  BOOST_TEST(check_capacity("0").value.value() == 0);
  BOOST_TEST(told(check_capacity("三")) == "daily_capacity:NOT_A_NUMBER");
  BOOST_TEST(told(check_capacity("100001")) == "daily_capacity:OUT_OF_RANGE(0,100000)");
  BOOST_TEST(told(check_day({"", "x", ""}, today)) == "day:REQUIRED day_capacity:NOT_A_NUMBER");
  BOOST_TEST(told(check_day({"2026-11-24", "", ""}, today)) == "day:PLANNED_PAST");
  BOOST_TEST(told(check_day({"2026-12-24", "0", "放假"}, today)) == "");
}

BOOST_AUTO_TEST_CASE(lines_are_named_in_ranges) {
  BOOST_TEST(line_ranges({}) == "");
  BOOST_TEST(line_ranges({7}) == "7");
  BOOST_TEST(line_ranges({3, 1, 2, 9, 7}) == "1–3、7、9");
  BOOST_TEST(line_ranges({1, 2}) == "1、2");
  std::vector<int> all;
  for (int n = 500; n > 0; --n) all.push_back(n);
  BOOST_TEST(line_ranges(all) == "1–500");
}

BOOST_AUTO_TEST_CASE(columns_of_the_file_with_results_have_codes_and_labels_of_their_own) {
  std::set<std::string_view> codes, labels;
  for (const Term& column : result_columns()) {
    BOOST_TEST(codes.insert(column.code).second);
    BOOST_TEST(labels.insert(column.word).second);
  }
  BOOST_TEST(codes.size() == line_columns().size() + outcome_columns().size());
  BOOST_TEST(result_columns().front().code == "line_key");
}

BOOST_AUTO_TEST_SUITE_END()
