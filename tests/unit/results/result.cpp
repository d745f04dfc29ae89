// The form of a result: what each field may be, what follows by itself, what must be confirmed.
#include "domain/results/result.h"

#include "domain/results/result_columns.h"
#include "domain/results/result_file.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace domain;
namespace data = boost::unit_test::data;

namespace {

const Date today = *Date::of(2026, 11, 25);

ResultSubject one() {
  ResultSubject s;
  s.mode = "periodic";
  s.cycle_months = 12;
  s.kind_cycle_months = 12;
  return s;
}
ResultSubject several(int quantity) {
  ResultSubject s = one();
  s.quantity = quantity;
  return s;
}
ResultForm pass() {
  ResultForm f;
  f.result = "pass";
  f.mark = "certificate";
  f.result_number = "Z-1";
  f.verified_on = "2026-11-20";
  f.verifier = "示范人";
  return f;
}
ResultForm fail() {
  ResultForm f;
  f.result = "fail";
  f.notice_number = "T-1";
  f.verified_on = "2026-11-20";
  f.verifier = "示范人";
  return f;
}
// "field:CODE(a) field:CODE"
std::string wrong(const ResultForm& form, const ResultSubject& subject = one()) {
  std::string text;
  for (const Error& e : check_result(form, subject, today).errors)
    text += (text.empty() ? "" : " ") + e.field + ":" + e.code + (e.a.empty() ? "" : "(" + e.a + ")");
  return text;
}

struct DayCase {
  const char *verified_on, *valid_until;
  int cycle;
};
std::ostream& operator<<(std::ostream& out, const DayCase& c) { return out << c.verified_on << " + " << c.cycle; }
// The default of 有效期至: the day before the same day, a cycle of months later; a missing day is the month's last.
const DayCase days[] = {{"2026-08-28", "2027-02-27", 6}, {"2026-08-31", "2027-02-28", 6},  {"2026-11-25", "2027-11-24", 12},
                        {"2026-01-31", "2026-02-28", 1}, {"2026-02-28", "2027-02-27", 12}, {"2026-08-31", "2026-09-30", 1}};

struct NumberCase {
  int quantity;
  const char *result, *passed, *failed, *expected;  // "7/3", or what is wrong
};
std::ostream& operator<<(std::ostream& out, const NumberCase& c) {
  return out << c.quantity << " " << c.result << " " << c.passed << "/" << c.failed;
}
const NumberCase numbers[] = {{1, "pass", "", "", "1/0"},
                              {1, "fail", "", "", "0/1"},
                              {1, "pass", "1", "0", "1/0"},
                              {1, "partly", "", "", "result:RESULT_PARTLY_ONE"},
                              {1, "", "", "", "result:REQUIRED"},
                              {1, "good", "", "", "result:NOT_A_CHOICE"},
                              {10, "pass", "", "", "10/0"},
                              {10, "fail", "", "", "0/10"},
                              {10, "partly", "", "", "passed:REQUIRED"},
                              {10, "partly", "7", "", "7/3"},
                              {10, "partly", "", "３", "7/3"},
                              {10, "", "7", "3", "7/3"},
                              {10, "partly", "7", "2", "passed:QUANTITY_SUM(10)"},
                              {10, "partly", "11", "", "passed:QUANTITY_SUM(10)"},
                              {10, "partly", "", "11", "failed:QUANTITY_SUM(10)"},
                              {10, "partly", "-1", "", "passed:OUT_OF_RANGE(0)"},
                              {10, "partly", "七", "", "passed:NOT_A_NUMBER"},
                              {10, "pass", "7", "3", "result:RESULT_NUMBERS"},
                              {10, "partly", "10", "0", "result:RESULT_NUMBERS"}};

base::Cell cell(const std::string& text) { return {base::Cell::Kind::text, text, {}, false}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(result)

BOOST_DATA_TEST_CASE(the_default_valid_until_follows_from_day_and_cycle, data::make(days), c) {
  ResultForm form = pass();
  form.verified_on = c.verified_on;
  form.cycle_months = std::to_string(c.cycle);
  const auto checked = check_result(form, one(), today);
  BOOST_REQUIRE_MESSAGE(checked.ok(), wrong(form));
  BOOST_TEST(iso_or_empty(checked.value.valid_until) == c.valid_until);
}

BOOST_DATA_TEST_CASE(passed_and_failed_are_the_quantity_together, data::make(numbers), c) {
  ResultForm form = pass();
  form.result = c.result;
  form.passed = c.passed;
  form.failed = c.failed;
  ResultSubject subject = several(c.quantity);
  const auto counted = check_result(form, subject, today);
  if (counted.value.failed > 0) form.notice_number = "T-1";
  if (counted.value.passed == 0) form.result_number = "";
  const auto checked = check_result(form, subject, today);
  BOOST_TEST((checked.ok() ? std::to_string(checked.value.passed) + "/" + std::to_string(checked.value.failed)
                           : wrong(form, subject)) == c.expected);
}

BOOST_AUTO_TEST_CASE(an_empty_form_says_all_that_is_missing_in_the_form_s_order) {
  BOOST_TEST(wrong({}) == "result:REQUIRED verified_on:REQUIRED verifier:REQUIRED");
  ResultForm form = pass();
  form.mark = form.result_number = "";
  BOOST_TEST(wrong(form) == "mark:REQUIRED");
  form.mark = "certificate";
  BOOST_TEST(wrong(form) == "result_number:REQUIRED");
  form.mark = "conformity_mark";
  BOOST_TEST(wrong(form) == "");
  form = fail();
  form.notice_number = "　";
  BOOST_TEST(wrong(form) == "notice_number:REQUIRED");
}

BOOST_AUTO_TEST_CASE(numbers_of_the_other_outcome_are_not_passed_over) {
  ResultForm form = pass();
  form.notice_number = "T-1";
  BOOST_TEST(wrong(form) == "notice_number:NOTICE_OF_FAIL");
  form = fail();
  form.result_number = "Z-1";
  BOOST_TEST(wrong(form) == "result_number:NUMBER_OF_PASS");
  form = fail();
  form.mark = "certificate";  // a radio button that cannot be unchosen
  form.valid_until = "2027-01-01";
  const auto checked = check_result(form, one(), today);
  BOOST_TEST(checked.ok());
  BOOST_TEST(checked.value.mark == "");
  BOOST_TEST(!checked.value.valid_until);
}

BOOST_AUTO_TEST_CASE(days_that_cannot_be_are_told) {
  ResultForm form = pass();
  form.verified_on = "2026-11-26";
  BOOST_TEST(wrong(form) == "verified_on:DATE_FUTURE");
  form.verified_on = "2025-11-24";
  BOOST_TEST(wrong(form) == "");
  form.verified_on = "2025-11-23";
  BOOST_TEST(wrong(form) == "verified_on:RESULT_LONG_AGO(2025-11-24)");
  ResultSubject corrected = one();
  corrected.correction = true;
  corrected.corrected_day = Date::of(2020, 1, 1);
  form.verified_on = "2020-01-02";
  form.correction_reason = "年份有误";
  BOOST_TEST(wrong(form, corrected) == "");
  form.verified_on = "昨天";
  BOOST_TEST(wrong(form) == "verified_on:DATE_FORMAT");
  form = pass();
  form.valid_until = "2026-11-19";
  BOOST_TEST(wrong(form) == "valid_until:DATE_ORDER");
  form.valid_until = "2026-11-20";
  BOOST_TEST(wrong(form) == "");
  form.valid_until = "2099-01-01";
  BOOST_TEST(wrong(form) == "valid_until:VALID_UNTIL_FAR(2046-11-20)");
}

BOOST_AUTO_TEST_CASE(longer_than_the_cycle_needs_the_box) {
  ResultForm form = pass();
  form.valid_until = "2027-11-19";
  BOOST_TEST(wrong(form) == "");
  form.valid_until = "2027-11-20";
  BOOST_TEST(wrong(form) == "valid_until:BEYOND_CYCLE(2027-11-19)");
  form.beyond_cycle = true;
  BOOST_TEST(wrong(form) == "");
  form.beyond_cycle = false;
  form.cycle_months = "24";
  BOOST_TEST(wrong(form) == "valid_until:BEYOND_CYCLE(2027-11-19)");
  form.beyond_cycle = true;
  BOOST_TEST(check_result(form, one(), today).value.cycle_months.value_or(0) == 24);
  form.cycle_months = "12";  // as it is: nothing is set
  BOOST_TEST(!check_result(form, one(), today).value.cycle_months);
}

BOOST_AUTO_TEST_CASE(each_mode_has_its_own_default) {
  ResultSubject subject = one();
  subject.kind_cycle_months.reset();  // then the unit's number is a note
  BOOST_TEST(wrong(pass(), subject) == "valid_until:VALID_UNTIL_REQUIRED");
  ResultForm form = pass();
  form.valid_until = "2030-01-01";
  BOOST_TEST(wrong(form, subject) == "");
  subject.mode = "first_scrap";
  subject.cycle_months = 12;
  BOOST_TEST(!check_result(pass(), subject, today).value.valid_until);
  BOOST_TEST(wrong(pass(), subject) == "");
  subject.mode = "first_rotate";
  BOOST_TEST(wrong(pass(), subject) == "valid_until:VALID_UNTIL_REQUIRED");
  subject.service_life_months = 72;
  BOOST_TEST(iso_or_empty(check_result(pass(), subject, today).value.valid_until) == "2032-11-20");
}

// domain.md §11: whatever the unit typed, the kind's cycle is the longest that nobody has to confirm.
BOOST_AUTO_TEST_CASE(the_unit_cannot_lengthen_what_a_result_is_good_for) {
  ResultSubject subject = one();
  subject.cycle_months = 240;
  const auto until = [&](const ResultForm& form) { return iso_or_empty(check_result(form, subject, today).value.valid_until); };
  BOOST_TEST(until(pass()) == "2027-11-19");
  subject.cycle_months = 6;
  BOOST_TEST(until(pass()) == "2027-05-19");
  ResultForm form = pass();
  form.valid_until = "2027-11-19";  // longer than the unit's, not than the kind's
  BOOST_TEST(wrong(form, subject) == "");
  form.valid_until = "2027-11-20";
  BOOST_TEST(wrong(form, subject) == "valid_until:BEYOND_CYCLE(2027-11-19)");
  form.valid_until = "";
  form.cycle_months = "2年";  // the institution may set any, and says so
  BOOST_TEST(wrong(form, subject) == "valid_until:BEYOND_CYCLE(2027-11-19)");
  form.beyond_cycle = true;
  BOOST_TEST(wrong(form, subject) == "");
  BOOST_TEST(until(form) == "2028-11-19");
  BOOST_TEST(check_result(form, subject, today).value.cycle_months.value() == 24);
}

BOOST_AUTO_TEST_CASE(a_correction_needs_its_reason) {
  ResultSubject subject = one();
  subject.correction = true;
  BOOST_TEST(wrong(pass(), subject) == "correction_reason:REQUIRED");
}

BOOST_AUTO_TEST_CASE(hostile_text_is_kept_or_refused_never_lost) {
  ResultForm form = pass();
  form.verifier = "<b>\"'&{{X}}";
  BOOST_TEST(check_result(form, one(), today).value.verifier == form.verifier);
  form.verifier = std::string(51, 'x');
  form.remark = std::string("a\x01");
  form.result_number = std::string(61, '9');
  BOOST_TEST(wrong(form) == "result_number:TOO_LONG(60) verifier:TOO_LONG(50) remark:CONTROL_CHARACTER");
}

BOOST_AUTO_TEST_CASE(a_file_is_read_by_its_labels_in_any_order) {
  const auto header = read_result_header(
      3, {cell("错误原因"), cell("检定结果*"), cell(" 行号"), cell("检定日期"), cell("印证类型"), cell("不知道")});
  BOOST_REQUIRE(header);
  BOOST_TEST(!read_result_header(1, {cell("行号"), cell("器具名称")}));
  BOOST_TEST(!read_result_header(1, {cell("检定结果")}));
  const auto row = read_result_row(
      *header, {cell(""), cell("部分合格"), cell("２0261125110105000001－3"), cell("2026年3月5日"), cell("证"), cell("x")});
  BOOST_TEST(row.form.result == "partly");
  BOOST_TEST(row.form.verified_on == "2026-03-05");
  BOOST_TEST(row.line_key == "20261125110105000001-3");
  BOOST_REQUIRE(row.errors.size() == 1u);
  BOOST_TEST(row.errors[0].code == "WORD_UNKNOWN");
  BOOST_TEST(read_result_row(*header, {cell("x"), cell(""), cell("20261125110105000001-3")}).blank);
  const auto notice = read_result_row(*header, {cell(""), cell("不合格"), cell("x"), cell(""), cell("检定结果通知书")});
  BOOST_TEST(notice.errors.empty());
}

BOOST_AUTO_TEST_SUITE_END()
