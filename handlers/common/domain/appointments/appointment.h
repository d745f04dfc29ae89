// The states of an appointment's lines: who may change which into which, and how the header's state follows from its lines. The
// database repeats the table of transitions in a trigger (appointment_line_guard), and a test compares the two. Code changes
// only the state of lines: the header's state and counters and the instrument's link to its appointment follow by statement
// triggers in the same statement, so no code path can leave a half-submitted appointment or a booked instrument without its
// line.
#pragma once

#include "domain/values/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

enum class LineState {
  draft,      // 待提交
  waiting,    // 待受理
  accepted,   // 已受理
  verifying,  // 检定中 (送检: 已收样)
  passed,     // 合格
  failed,     // 不合格
  returned,   // 退检
  refused,    // 不予受理
  withdrawn,  // 已撤回
  cancelled   // 已取消
};
constexpr LineState line_states[] = {LineState::draft,     LineState::waiting,  LineState::accepted, LineState::verifying,
                                     LineState::passed,    LineState::failed,   LineState::returned, LineState::refused,
                                     LineState::withdrawn, LineState::cancelled};

enum class Side { unit, institution };

enum class LineAct {
  submit,       // 提交
  take_back,    // 撤回 of the whole, none of it answered: it is a draft again
  withdraw,     // 撤回 of a line, others are answered
  accept,       // 受理
  refuse,       // 不予受理
  cancel,       // 取消, by either side, after 受理 and before the work has begun
  begin,        // 检定中: the sample was received, or the work on site has begun
  record_pass,  // 检定结果登记
  record_fail,
  give_back,     // 退检
  correct_pass,  // a new version of a result
  correct_fail
};
constexpr LineAct line_acts[] = {LineAct::submit,      LineAct::take_back, LineAct::withdraw,     LineAct::accept,
                                 LineAct::refuse,      LineAct::cancel,    LineAct::begin,        LineAct::record_pass,
                                 LineAct::record_fail, LineAct::give_back, LineAct::correct_pass, LineAct::correct_fail};

struct LineTransition {
  LineAct act;
  Side side;
  LineState from, to;
};
const std::vector<LineTransition>& line_transitions();

// Where it goes; nothing when this side may not do this now.
std::optional<LineState> after(LineState from, LineAct act, Side side);

// From 提交 until 不予受理, result, 退检, 撤回 or 取消: the instrument is on this appointment and on no other.
bool is_open(LineState state);
bool is_answered(LineState state);  // by the institution: the unit sees 已答复 3/10

std::string_view code_of(LineState state);
std::optional<LineState> line_state_of(std::string_view code);

enum class AppointmentState { draft, submitted, answered };  // 待提交, 已提交, 已反馈

// What the header says: submitted while a line waits for an answer, draft while nothing was submitted, else answered.
AppointmentState state_of(const std::vector<LineState>& lines);
std::string_view code_of(AppointmentState state);

// 全部受理 / 部分受理 / 不予受理; none while a line waits or nothing was answered. all | part | none | "".
std::string_view acceptance_of(const std::vector<LineState>& lines);

constexpr int most_lines = 500;  // of one appointment

// What names a line outside the portal, in files that go to an institution's own system and come back: 20261125320102000001-3.
std::string line_key(std::string_view number, int line_no);
struct LineKey {
  std::string number;
  int line_no = 0;
};
std::optional<LineKey> parse_line_key(std::string_view typed);  // trimmed, half width

// The last day on which an answer is timely: `days` working days after `from`. Weekends are skipped; holidays are not known here.
Date working_days_after(Date from, int days);

}  // namespace domain
