// See appointment.h.
#include "domain/appointments/appointment.h"

#include "domain/values/text.h"

#include <algorithm>

namespace domain {
namespace {

using S = LineState;
using A = LineAct;

bool any(const std::vector<LineState>& lines, bool (*test)(LineState)) { return std::any_of(lines.begin(), lines.end(), test); }

}  // namespace

const std::vector<LineTransition>& line_transitions() {
  static const std::vector<LineTransition> table{
      {A::submit, Side::unit, S::draft, S::waiting},
      {A::take_back, Side::unit, S::waiting, S::draft},
      {A::withdraw, Side::unit, S::waiting, S::withdrawn},
      {A::accept, Side::institution, S::waiting, S::accepted},
      {A::refuse, Side::institution, S::waiting, S::refused},
      {A::cancel, Side::unit, S::accepted, S::cancelled},
      {A::cancel, Side::institution, S::accepted, S::cancelled},
      {A::begin, Side::institution, S::accepted, S::verifying},
      {A::record_pass, Side::institution, S::accepted, S::passed},
      {A::record_fail, Side::institution, S::accepted, S::failed},
      {A::give_back, Side::institution, S::accepted, S::returned},
      {A::record_pass, Side::institution, S::verifying, S::passed},
      {A::record_fail, Side::institution, S::verifying, S::failed},
      {A::give_back, Side::institution, S::verifying, S::returned},
      {A::correct_pass, Side::institution, S::passed, S::passed},
      {A::correct_fail, Side::institution, S::passed, S::failed},
      {A::correct_pass, Side::institution, S::failed, S::passed},
      {A::correct_fail, Side::institution, S::failed, S::failed},
  };
  return table;
}

std::optional<LineState> after(LineState from, LineAct act, Side side) {
  for (const LineTransition& t : line_transitions())
    if (t.from == from && t.act == act && t.side == side) return t.to;
  return {};
}

bool is_open(LineState state) { return state == S::waiting || state == S::accepted || state == S::verifying; }

bool is_answered(LineState state) { return state != S::draft && state != S::waiting && state != S::withdrawn; }

std::string_view code_of(LineState state) {
  switch (state) {
    case S::draft:
      return "draft";
    case S::waiting:
      return "waiting";
    case S::accepted:
      return "accepted";
    case S::verifying:
      return "verifying";
    case S::passed:
      return "passed";
    case S::failed:
      return "failed";
    case S::returned:
      return "returned";
    case S::refused:
      return "refused";
    case S::withdrawn:
      return "withdrawn";
    case S::cancelled:
      return "cancelled";
  }
  return "";
}

std::optional<LineState> line_state_of(std::string_view code) {
  for (const LineState state : line_states)
    if (code_of(state) == code) return state;
  return {};
}

AppointmentState state_of(const std::vector<LineState>& lines) {
  if (any(lines, [](S s) { return s == S::waiting; })) return AppointmentState::submitted;
  if (!any(lines, [](S s) { return s != S::draft; })) return AppointmentState::draft;
  return AppointmentState::answered;
}

std::string_view code_of(AppointmentState state) {
  switch (state) {
    case AppointmentState::draft:
      return "draft";
    case AppointmentState::submitted:
      return "submitted";
    case AppointmentState::answered:
      return "answered";
  }
  return "";
}

std::string_view acceptance_of(const std::vector<LineState>& lines) {
  if (state_of(lines) != AppointmentState::answered || !any(lines, is_answered)) return "";
  const bool refused = any(lines, [](S s) { return s == S::refused; });
  const bool taken = any(lines, [](S s) { return is_answered(s) && s != S::refused; });
  return !refused ? "all" : taken ? "part" : "none";
}

std::string line_key(std::string_view number, int line_no) { return std::string(number) + "-" + std::to_string(line_no); }

std::optional<LineKey> parse_line_key(std::string_view typed) {
  const std::string text = trim(half_width(typed));
  const auto dash = text.rfind('-');
  if (dash == std::string::npos || dash < 20 || dash > 40) return {};
  const std::string number = text.substr(0, dash), digits = text.substr(dash + 1);
  const auto other = [](char c) { return !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')); };
  if (std::any_of(number.begin(), number.end(), other)) return {};
  if (digits.empty() || digits.size() > 3 || digits.find_first_not_of("0123456789") != std::string::npos) return {};
  const int line_no = std::stoi(digits);
  if (line_no < 1 || line_no > most_lines) return {};
  return LineKey{number, line_no};
}

Date working_days_after(Date from, int days) {
  Date day = from;
  while (days > 0) {
    day = day.plus_days(1);
    const int weekday = ((day.days() % 7) + 11) % 7;  // 1970-01-01 was a Thursday; 0 is Sunday
    if (weekday != 0 && weekday != 6) --days;
  }
  return day;
}

}  // namespace domain
