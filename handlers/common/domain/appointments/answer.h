// An institution's answer to lines of an appointment, from typed text to values: 受理 with a plan, 不予受理 with a reason, 取消
// with a reason; and how much it verifies a day.
#pragma once

#include "domain/values/date.h"
#include "domain/values/error.h"
#include "domain/values/terms.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

constexpr std::size_t longest_planned_place = 200, longest_planned_contact = 100, longest_planned_bring = 500;
constexpr std::size_t longest_answer_reason = 500;
constexpr int planned_days = 730;  // how far ahead a date may lie: what is beyond is mistyped

const Terms& cancel_scopes();  // chosen 勾选的器具 | all 上面列出的全部器具
const Terms& answer_scopes();  // chosen 勾选的器具 | all 全部待受理的器具: which lines an answer is for

struct AnswerForm {  // as typed
  std::string planned_on, planned_place, planned_contact, planned_bring;
  std::string refusal_code, refusal_text;
};

struct Plan {
  Date on;
  std::string place, contact, bring;
};
// planned_on REQUIRED, DATE_FORMAT, PLANNED_PAST, PLANNED_FAR (a = the last day); planned_place and planned_contact REQUIRED.
Checked<Plan> check_plan(const AnswerForm& form, Date today);

struct Refusal {
  std::string code;  // of refusal_reasons()
  std::string text;
};
// refusal_code REQUIRED, NOT_A_CHOICE; refusal_text REQUIRED when the code is other.
Checked<Refusal> check_refusal(const AnswerForm& form);

Checked<std::string> check_cancellation(const std::string& typed);  // cancel_reason

// 每日检定量: nothing typed means no limit. daily_capacity NOT_A_NUMBER, OUT_OF_RANGE.
constexpr int largest_capacity = 100000;
Checked<std::optional<int>> check_capacity(const std::string& typed);

struct DayForm {  // as typed
  std::string day, day_capacity, day_note;
};
struct DayValues {
  Date day;
  std::optional<int> capacity;  // none: the day is like any other again
  std::string note;
};
// day REQUIRED, DATE_FORMAT, PLANNED_PAST, PLANNED_FAR; day_capacity; day_note.
Checked<DayValues> check_day(const DayForm& form, Date today);

// 1、2、3、7 → "1–3、7": which lines, for people.
std::string line_ranges(std::vector<int> numbers);

}  // namespace domain
