// Which reminder an instrument calls for as of a day: the one threshold that matters today, however many days without a run
// came before; never one less urgent than what was sent for the same due date; a result that moves the due date starts anew.
// Pure functions: what was sent, and to whom, comes from the caller. The SQL function behind store/mail/reminders.h repeats
// this rule; a test walks both through a year, day by day.
#pragma once

#include "domain/ledger/standing.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

enum class Topic {
  due,          // 到期检定
  rotate,       // 到期轮换
  failed,       // 检定不合格
  not_verified  // 从未检定
};
std::string_view code_of(Topic topic);
std::optional<Topic> topic_of(std::string_view code);

constexpr int reminder_gap = 30;       // days between reminders of what is overdue, failed or not verified
constexpr int most_overdue_steps = 6;  // of these, after the first

// Days before the due date, unlike each other; any order.
const std::vector<int>& default_thresholds();  // 30, 15, 7, 1
const std::vector<int>& threshold_choices();   // what a unit may choose from, longest first

// What a unit may switch off; reminders of overdue and failed instruments are always sent, because the law asks for it.
constexpr std::string_view off_soon = "soon";                  // 到期前提醒
constexpr std::string_view off_rotate = "rotate";              // 到期轮换
constexpr std::string_view off_not_verified = "not_verified";  // 从未检定

// How a unit wants to be reminded.
struct ReminderPreferences {
  std::vector<int> thresholds = default_thresholds();
  std::vector<std::string> off;  // of the above
  bool weekly = false;           // one mail a week, from Monday on, instead of one a day

  bool is_off(std::string_view what) const;
};

// The recipient's part. A 负责人 is notified only of instruments that have stayed due for long.
enum class Audience { registered, extra, manager };
std::string_view code_of(Audience audience);
Audience audience_of(std::string_view code);  // std::invalid_argument

struct Remindable {
  State state = State::in_use;
  Mode mode = Mode::periodic;
  Result last_result = Result::none;
  std::optional<Date> due, verified_on;
  Date entered;         // into the ledger
  bool booked = false;  // on an open appointment: it is being seen to
};

// A reminder that is reached. anchor: the day it counts from (the due date; of a failure the day it was found; of what was never
// verified the day it was entered), so that a result that moves the date starts anew. step: days after the anchor, -30 … -1
// before it, 0 from the first day after it on (failed, not_verified: from the day itself on), then 30, 60 … 180. The larger the
// more urgent.
struct Reminder {
  Topic topic = Topic::due;
  Date anchor;
  int step = 0;

  friend bool operator==(const Reminder& a, const Reminder& b) {
    return a.topic == b.topic && a.anchor == b.anchor && a.step == b.step;
  }
};

// What it says on a day: due_over, due_today, due_soon, rotate_… likewise, failed, not_verified (reminder_situations() has
// words).
std::string situation_of(const Reminder& reminder, Date today);
bool is_dated(Topic topic);  // its anchor is a due date

// The one that matters on that day, however many were missed before it. Nothing: no threshold is reached, or there is nothing to
// remind of (not in use, booked, first verification done, a service life that nobody knows, or it is off).
std::optional<Reminder> reached(const Remindable& instrument, const ReminderPreferences& preferences, Date today);

// A 负责人: 超期 or 检定不合格 for more than so many days. Everybody else: everything.
bool concerns(Audience audience, const Reminder& reminder, int manager_days, Date today);

}  // namespace domain
