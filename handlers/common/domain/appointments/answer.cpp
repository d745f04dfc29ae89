// See answer.h.
#include "domain/appointments/answer.h"

#include "domain/values/fields.h"
#include "domain/values/text.h"

#include <algorithm>

namespace domain {
namespace {

constexpr std::size_t longest_note = 100;

// A day that work can be planned for.
Date day_ahead(FieldCheck& fields, std::string_view field, const std::string& typed, Date today) {
  if (trim(typed).empty()) fields.add(field, "REQUIRED");
  const std::optional<Date> day = fields.date(field, typed);
  if (!day) return today;
  const Date last = today.plus_days(planned_days);
  if (*day < today) fields.add(field, "PLANNED_PAST");
  if (*day > last) fields.add(field, "PLANNED_FAR", last.iso());
  return *day;
}

}  // namespace

const Terms& answer_scopes() {
  static const Terms terms{{"chosen", "勾选的器具"}, {"all", "全部待受理的器具"}};
  return terms;
}

const Terms& cancel_scopes() {
  static const Terms terms{{"chosen", "勾选的器具"}, {"all", "上面列出的全部器具"}};
  return terms;
}

Checked<Plan> check_plan(const AnswerForm& form, Date today) {
  Checked<Plan> checked;
  FieldCheck fields(checked.errors);
  checked.value.on = day_ahead(fields, "planned_on", form.planned_on, today);
  checked.value.place = fields.text({"planned_place", longest_planned_place}, form.planned_place);
  checked.value.contact = fields.text({"planned_contact", longest_planned_contact}, form.planned_contact);
  checked.value.bring = fields.text({"planned_bring", longest_planned_bring, false, true}, form.planned_bring);
  return checked;
}

Checked<Refusal> check_refusal(const AnswerForm& form) {
  Checked<Refusal> checked;
  FieldCheck fields(checked.errors);
  checked.value.code = fields.choice({"refusal_code", refusal_reasons}, form.refusal_code);
  checked.value.text =
      fields.text({"refusal_text", longest_answer_reason, checked.value.code == "other", true}, form.refusal_text);
  return checked;
}

Checked<std::string> check_cancellation(const std::string& typed) {
  Checked<std::string> checked;
  checked.value = FieldCheck(checked.errors).text({"cancel_reason", longest_answer_reason, true, true}, typed);
  return checked;
}

Checked<std::optional<int>> check_capacity(const std::string& typed) {
  Checked<std::optional<int>> checked;
  checked.value = FieldCheck(checked.errors).number("daily_capacity", typed, 0, largest_capacity);
  return checked;
}

Checked<DayValues> check_day(const DayForm& form, Date today) {
  Checked<DayValues> checked;
  FieldCheck fields(checked.errors);
  checked.value.day = day_ahead(fields, "day", form.day, today);
  checked.value.capacity = fields.number("day_capacity", form.day_capacity, 0, largest_capacity);
  checked.value.note = fields.text({"day_note", longest_note, false}, form.day_note);
  return checked;
}

std::string line_ranges(std::vector<int> numbers) {
  std::sort(numbers.begin(), numbers.end());
  std::string text;
  for (std::size_t n = 0; n < numbers.size();) {
    std::size_t last = n;
    while (last + 1 < numbers.size() && numbers[last + 1] <= numbers[last] + 1) ++last;
    text += (text.empty() ? "" : "、") + std::to_string(numbers[n]);
    if (numbers[last] > numbers[n]) text += (numbers[last] == numbers[n] + 1 ? "、" : "–") + std::to_string(numbers[last]);
    n = last + 1;
  }
  return text;
}

}  // namespace domain
