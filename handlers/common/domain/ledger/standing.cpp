// The rule behind colours, words, tabs, counts and reminders. Must stay a function of its arguments.
#include "domain/ledger/standing.h"

#include <stdexcept>
#include <string>

namespace domain {
namespace {

template <typename T>
struct Named {
  std::string_view code;
  T value;
};

template <typename T, std::size_t N>
T value_of(const Named<T> (&table)[N], std::string_view code) {
  for (const auto& row : table) {
    if (row.code == code) return row.value;
  }
  throw std::invalid_argument("no such code: " + std::string(code));
}

constexpr Named<State> state_codes[] = {{"in_use", State::in_use}, {"stopped", State::stopped}, {"scrapped", State::scrapped}};
constexpr Named<Mode> mode_codes[] = {
    {"periodic", Mode::periodic}, {"first_scrap", Mode::first_scrap}, {"first_rotate", Mode::first_rotate}};
constexpr Named<Result> result_codes[] = {
    {"", Result::none}, {"declared", Result::declared}, {"pass", Result::pass}, {"fail", Result::fail}};

// The date rule: the due date itself is not yet past.
Judgement by_due_date(Date due, Date today, Standing past, Standing soon) {
  const int left = due - today;
  if (left < 0) return {past, Colour::red, -left};
  if (left <= soon_days) return {soon, Colour::yellow, left};
  return {};
}

}  // namespace

State state_of(std::string_view code) { return value_of(state_codes, code); }
Mode mode_of(std::string_view code) { return value_of(mode_codes, code); }
Result result_of(std::string_view code) { return value_of(result_codes, code); }

Judgement standing(State state, Mode mode, Result last_result, std::optional<Date> due, Date today) {
  if (state == State::stopped) return {Standing::stopped};
  if (state == State::scrapped) return {Standing::scrapped};
  if (last_result == Result::fail) return {Standing::failed, Colour::red};
  if (last_result == Result::none) return {Standing::not_verified};
  if (mode == Mode::first_scrap) return {Standing::first_done};
  if (mode == Mode::first_rotate) {
    return due ? by_due_date(*due, today, Standing::rotate_due, Standing::rotate_soon) : Judgement{};
  }
  return due ? by_due_date(*due, today, Standing::overdue, Standing::due_soon) : Judgement{Standing::not_verified};
}

std::string_view code_of(Standing s) {
  switch (s) {
    case Standing::stopped:
      return "stopped";
    case Standing::scrapped:
      return "scrapped";
    case Standing::failed:
      return "failed";
    case Standing::first_done:
      return "first_done";
    case Standing::rotate_soon:
      return "rotate_soon";
    case Standing::rotate_due:
      return "rotate_due";
    case Standing::not_verified:
      return "not_verified";
    case Standing::overdue:
      return "overdue";
    case Standing::due_soon:
      return "due_soon";
    case Standing::valid:
      return "valid";
  }
  return "";
}

std::string_view code_of(Colour c) {
  switch (c) {
    case Colour::none:
      return "";
    case Colour::yellow:
      return "yellow";
    case Colour::red:
      return "red";
  }
  return "";
}

}  // namespace domain
