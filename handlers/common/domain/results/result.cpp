// See result.h.
#include "domain/results/result.h"

#include "domain/ledger/instrument.h"
#include "domain/values/fields.h"
#include "domain/values/text.h"

#include <algorithm>
#include <array>

namespace domain {
namespace {

constexpr int most_quantity = 100000;
constexpr std::size_t longest_number = 60, longest_person = 50, longest_text = 500;
constexpr std::array<std::string_view, 15> form_order{"result",        "passed",        "failed",           "mark",
                                                      "result_number", "notice_number", "seal_number",      "verified_on",
                                                      "valid_until",   "beyond_cycle",  "cycle_months",     "verifier",
                                                      "checker",       "remark",        "correction_reason"};

// 合格 and 不合格 speak for all of 数量, numbers for themselves; of one number the other follows.
void count_up(FieldCheck& fields, const ResultForm& form, int quantity, ResultValues& v) {
  const std::string outcome = trim(form.result);
  const auto passed = fields.number("passed", form.passed, 0, most_quantity);
  const auto failed = fields.number("failed", form.failed, 0, most_quantity);
  if (!outcome.empty() && !contains(result_outcomes(), outcome)) return fields.add("result", "NOT_A_CHOICE");
  if (fields.failed("passed") || fields.failed("failed")) return;
  const bool typed = passed || failed;
  if (outcome.empty() && !typed) return fields.add("result", "REQUIRED");
  if (outcome == "partly" && quantity == 1) return fields.add("result", "RESULT_PARTLY_ONE");
  if (!typed) {
    if (outcome == "partly") return fields.add("passed", "REQUIRED");
    v.passed = outcome == "pass" ? quantity : 0;
    v.failed = quantity - v.passed;
    return;
  }
  v.passed = passed ? *passed : quantity - *failed;
  v.failed = failed ? *failed : quantity - *passed;
  if (v.passed < 0 || v.failed < 0 || v.passed + v.failed != quantity)
    return fields.add(passed ? "passed" : "failed", "QUANTITY_SUM", std::to_string(quantity));
  const std::string_view said = v.failed == 0 ? "pass" : v.passed == 0 ? "fail" : "partly";
  if (!outcome.empty() && outcome != said) fields.add("result", "RESULT_NUMBERS");
}

void read_marks(FieldCheck& fields, const ResultForm& form, ResultValues& v) {
  const bool known = !fields.failed("result") && !fields.failed("passed") && !fields.failed("failed");
  if (known && v.passed > 0) v.mark = fields.choice({"mark", marks}, form.mark);
  v.number = fields.text({"result_number", longest_number, known && v.passed > 0 && v.mark == "certificate"}, form.result_number);
  v.notice_number = fields.text({"notice_number", longest_number, known && v.failed > 0}, form.notice_number);
  if (!known) return;
  if (v.passed == 0 && !v.number.empty()) fields.add("result_number", "NUMBER_OF_PASS");
  if (v.failed == 0 && !v.notice_number.empty()) fields.add("notice_number", "NOTICE_OF_FAIL");
}

void read_day(FieldCheck& fields, const ResultForm& form, const ResultSubject& subject, Date today, ResultValues& v) {
  const auto day = fields.date("verified_on", form.verified_on);
  if (fields.failed("verified_on")) return;
  if (!day) return fields.add("verified_on", "REQUIRED");
  v.verified_on = *day;
  const Date earliest = std::min(today, subject.corrected_day.value_or(today)).plus_days(-result_days_back);
  if (*day > today) fields.add("verified_on", "DATE_FUTURE");
  if (*day < earliest) fields.add("verified_on", "RESULT_LONG_AGO", earliest.iso());
}

void read_validity(FieldCheck& fields, const ResultForm& form, const ResultSubject& subject, ResultValues& v) {
  const auto cycle = fields.number("cycle_months", months_typed(form.cycle_months), 1, longest_validity_months);
  if (cycle && cycle != subject.cycle_months) v.cycle_months = cycle;
  const auto typed = fields.date("valid_until", form.valid_until);
  if (v.passed == 0 || fields.failed("verified_on") || fields.failed("valid_until") || fields.failed("cycle_months")) return;
  const auto usual = default_valid_until(subject, v.verified_on, cycle);
  v.valid_until = typed ? typed : usual;
  if (!v.valid_until) {
    if (subject.mode != "first_scrap") fields.add("valid_until", "VALID_UNTIL_REQUIRED");
    return;
  }
  const Date last = v.verified_on.plus_months(longest_validity_months);
  if (*v.valid_until < v.verified_on) fields.add("valid_until", "DATE_ORDER");
  if (*v.valid_until > last) fields.add("valid_until", "VALID_UNTIL_FAR", last.iso());
  const auto longest = usual_valid_until(subject, v.verified_on);
  if (longest && *v.valid_until > *longest && !form.beyond_cycle) fields.add("valid_until", "BEYOND_CYCLE", longest->iso());
}

}  // namespace

const Terms& result_outcomes() {
  static const Terms terms{{"pass", "合格"}, {"fail", "不合格"}, {"partly", "部分合格"}};
  return terms;
}

const std::vector<ResultField>& result_fields() {
  static const std::vector<ResultField> fields{{"result", &ResultForm::result},
                                               {"passed", &ResultForm::passed},
                                               {"failed", &ResultForm::failed},
                                               {"mark", &ResultForm::mark},
                                               {"result_number", &ResultForm::result_number},
                                               {"notice_number", &ResultForm::notice_number},
                                               {"seal_number", &ResultForm::seal_number},
                                               {"verified_on", &ResultForm::verified_on},
                                               {"valid_until", &ResultForm::valid_until},
                                               {"cycle_months", &ResultForm::cycle_months},
                                               {"verifier", &ResultForm::verifier},
                                               {"checker", &ResultForm::checker},
                                               {"remark", &ResultForm::remark}};
  return fields;
}

std::optional<Date> default_valid_until(const ResultSubject& subject, Date verified_on, std::optional<int> cycle_months) {
  if (subject.mode == "first_rotate") {
    if (!subject.service_life_months) return {};
    return verified_on.plus_months(*subject.service_life_months);
  }
  if (subject.mode == "first_scrap") return {};
  if (cycle_months) return default_valid_until(verified_on, *cycle_months);
  if (!subject.kind_cycle_months) return {};
  return default_valid_until(verified_on,
                             std::min(*subject.kind_cycle_months, subject.cycle_months.value_or(*subject.kind_cycle_months)));
}

std::optional<Date> usual_valid_until(const ResultSubject& subject, Date verified_on) {
  if (subject.mode == "periodic" && !subject.kind_cycle_months) return {};
  return default_valid_until(subject, verified_on, subject.kind_cycle_months);
}

Checked<ResultValues> check_result(const ResultForm& form, const ResultSubject& subject, Date today) {
  Checked<ResultValues> checked;
  ResultValues& v = checked.value;
  FieldCheck fields(checked.errors);
  count_up(fields, form, subject.quantity, v);
  read_marks(fields, form, v);
  read_day(fields, form, subject, today, v);
  read_validity(fields, form, subject, v);
  v.seal_number = fields.text({"seal_number", longest_number, false}, form.seal_number);
  v.verifier = fields.text({"verifier", longest_person}, form.verifier);
  v.checker = fields.text({"checker", longest_person, false}, form.checker);
  v.remark = fields.text({"remark", longest_text, false, true}, form.remark);
  if (subject.correction) v.reason = fields.text({"correction_reason", longest_text, true, true}, form.correction_reason);
  fields.sort(form_order);
  return checked;
}

}  // namespace domain
