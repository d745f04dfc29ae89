// The shared steps of form checks. Must not know any form.
#include "domain/values/fields.h"

#include "base/lines.h"
#include "domain/values/text.h"

#include <algorithm>

namespace domain {

void FieldCheck::add(std::string_view field, std::string_view code, std::string a, std::string b) {
  if (!failed(field)) errors_.push_back({std::string(field), std::string(code), std::move(a), std::move(b)});
}

bool FieldCheck::failed(std::string_view field) const {
  return std::any_of(errors_.begin(), errors_.end(), [&](const Error& error) { return error.field == field; });
}

bool FieldCheck::free_of_control(std::string_view field, std::string_view text, bool lines) {
  const bool found = has_control(trim(text), lines);
  if (found) add(field, "CONTROL_CHARACTER");
  return !found;
}

std::string FieldCheck::text(const TextRule& rule, std::string_view typed) {
  std::string value = trim(rule.lines ? base::unify_lines(typed) : std::string(typed));
  if (value.empty()) {
    if (rule.required) add(rule.field, "REQUIRED");
  } else if (free_of_control(rule.field, value, rule.lines) && length(value) > rule.limit) {
    add(rule.field, "TOO_LONG", std::to_string(rule.limit));
  }
  return value;
}

std::string FieldCheck::choice(const TermRule& rule, std::string_view typed) {
  std::string code = trim(typed);
  if (code.empty()) {
    add(rule.field, "REQUIRED");
  } else if (!contains(rule.terms(), code)) {
    add(rule.field, "NOT_A_CHOICE");
  }
  return code;
}

std::optional<int> FieldCheck::number(std::string_view field, std::string_view typed, int least, int most) {
  const std::string text = trim(half_width(typed));
  if (text.empty() || !free_of_control(field, text, false)) return std::nullopt;
  const bool negative = text[0] == '-';
  const std::string digits = text.substr(negative ? 1 : 0);
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) {
    add(field, "NOT_A_NUMBER");
    return std::nullopt;
  }
  constexpr std::size_t longest = 9;  // what an int can always hold
  const std::string significant = digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
  const int value = significant.size() > longest ? most + 1 : std::stoi(significant);
  if (negative || value < least || value > most) {
    add(field, "OUT_OF_RANGE", std::to_string(least), std::to_string(most));
    return std::nullopt;
  }
  return value;
}

std::optional<Date> FieldCheck::date(std::string_view field, std::string_view typed) {
  if (trim(typed).empty() || !free_of_control(field, typed, false)) return std::nullopt;
  const auto date = Date::parse(typed);
  if (!date) add(field, "DATE_FORMAT");
  return date;
}

void FieldCheck::division(DivisionChoice choice) {
  switch (choice) {
    case DivisionChoice::ok:
      return;
    case DivisionChoice::missing:
      return add("division_1", "DIVISION_REQUIRED");
    case DivisionChoice::not_final:
      return add("division_1", "DIVISION_NOT_FINAL");
    case DivisionChoice::unknown:
    case DivisionChoice::not_selectable:
      return add("division_1", "NOT_A_CHOICE");
  }
}

void FieldCheck::sort(const std::string_view* first, const std::string_view* last) {
  const auto place = [&](const Error& error) { return std::find(first, last, error.field); };
  std::stable_sort(errors_.begin(), errors_.end(), [&](const Error& x, const Error& y) { return place(x) < place(y); });
}

}  // namespace domain
