// See reminder.h.
#include "domain/mail/reminder.h"

#include <algorithm>
#include <stdexcept>

namespace domain {
namespace {

// 0 on the first day, then one more every 30 days, as often as there are.
int step_after(int days) { return std::min(days / reminder_gap, most_overdue_steps) * reminder_gap; }

std::optional<Reminder> since(Topic topic, Date anchor, Date today) {
  const int days = today - anchor;
  if (days < 0) return {};
  return Reminder{topic, anchor, step_after(days)};
}

std::optional<Reminder> by_due_date(Topic topic, Date due, const std::vector<int>& thresholds, Date today) {
  const int left = due - today;
  if (left < 0) return Reminder{topic, due, step_after(-left)};
  std::optional<Reminder> nearest;
  for (const int days : thresholds)
    if (left <= days && (!nearest || -days > nearest->step)) nearest = Reminder{topic, due, -days};
  return nearest;
}

}  // namespace

std::string_view code_of(Topic topic) {
  switch (topic) {
    case Topic::due:
      return "due";
    case Topic::rotate:
      return "rotate";
    case Topic::failed:
      return "failed";
    case Topic::not_verified:
      return "not_verified";
  }
  return "";
}

std::optional<Topic> topic_of(std::string_view code) {
  for (const Topic topic : {Topic::due, Topic::rotate, Topic::failed, Topic::not_verified})
    if (code == code_of(topic)) return topic;
  return {};
}

const std::vector<int>& default_thresholds() {
  static const std::vector<int> days{30, 15, 7, 1};
  return days;
}

const std::vector<int>& threshold_choices() {
  static const std::vector<int> days{90, 60, 45, 30, 15, 7, 3, 1};
  return days;
}

bool ReminderPreferences::is_off(std::string_view what) const { return std::find(off.begin(), off.end(), what) != off.end(); }

std::string_view code_of(Audience audience) {
  switch (audience) {
    case Audience::registered:
      return "registered";
    case Audience::extra:
      return "extra";
    case Audience::manager:
      return "manager";
  }
  return "";
}

Audience audience_of(std::string_view code) {
  for (const Audience audience : {Audience::registered, Audience::extra, Audience::manager})
    if (code == code_of(audience)) return audience;
  throw std::invalid_argument("no such audience: " + std::string(code));
}

bool is_dated(Topic topic) { return topic == Topic::due || topic == Topic::rotate; }

std::string situation_of(const Reminder& reminder, Date today) {
  const std::string topic(code_of(reminder.topic));
  if (!is_dated(reminder.topic)) return topic;
  const int left = reminder.anchor - today;
  return topic + (left < 0 ? "_over" : left == 0 ? "_today" : "_soon");
}

std::optional<Reminder> reached(const Remindable& i, const ReminderPreferences& preferences, Date today) {
  if (i.booked) return {};
  switch (standing(i.state, i.mode, i.last_result, i.due, today).standing) {
    case Standing::stopped:
    case Standing::scrapped:
    case Standing::first_done:
      return {};
    case Standing::failed:
      return since(Topic::failed, i.verified_on.value_or(i.entered), today);
    case Standing::not_verified:
      if (preferences.is_off(off_not_verified)) return {};
      return since(Topic::not_verified, i.entered, today);
    case Standing::rotate_soon:
    case Standing::rotate_due:
    case Standing::overdue:
    case Standing::due_soon:
    case Standing::valid:
      break;
  }
  const Topic topic = i.mode == Mode::first_rotate ? Topic::rotate : Topic::due;
  if (!i.due || (topic == Topic::rotate && preferences.is_off(off_rotate))) return {};
  if (*i.due >= today && preferences.is_off(off_soon)) return {};
  return by_due_date(topic, *i.due, preferences.thresholds, today);
}

bool concerns(Audience audience, const Reminder& reminder, int manager_days, Date today) {
  if (audience != Audience::manager) return true;
  return (reminder.topic == Topic::due || reminder.topic == Topic::failed) && today - reminder.anchor > manager_days;
}

}  // namespace domain
