// See reminder_preferences.h.
#include "domain/mail/reminder_preferences.h"

#include "domain/values/fields.h"

#include <algorithm>

namespace domain {
namespace {

// What of the choices was ticked, in their order.
std::vector<std::string> chosen(FieldCheck& fields, std::string_view field, const Terms& choices,
                                const std::vector<std::string>& ticked) {
  std::vector<std::string> codes;
  for (const Term& choice : choices)
    if (std::find(ticked.begin(), ticked.end(), choice.code) != ticked.end()) codes.emplace_back(choice.code);
  for (const std::string& code : ticked)
    if (!contains(choices, code)) fields.add(field, "NOT_A_CHOICE");
  return codes;
}

bool is_monday(Date day) { return (day.days() + 3) % 7 == 0; }  // 1970-01-01 was a Thursday

}  // namespace

PreferencesForm form_of(const ReminderPreferences& preferences) {
  PreferencesForm form;
  for (const int days : preferences.thresholds) form.thresholds.push_back(std::to_string(days));
  form.off = preferences.off;
  form.weekly = preferences.weekly;
  return form;
}

Checked<ReminderPreferences> check(const PreferencesForm& form) {
  Checked<ReminderPreferences> checked;
  ReminderPreferences& value = checked.value;
  FieldCheck fields(checked.errors);
  value.thresholds.clear();
  for (const std::string& days : chosen(fields, "thresholds", reminder_thresholds(), form.thresholds))
    value.thresholds.push_back(std::stoi(days));
  value.off = chosen(fields, "off", optional_reminders(), form.off);
  value.weekly = form.weekly;
  if (value.is_off(off_soon)) return checked;
  if (value.thresholds.empty())
    fields.add("thresholds", "REMINDER_DAYS_NEEDED");
  else if (value.weekly && value.thresholds.front() < least_weekly_threshold)
    fields.add("thresholds", "REMINDER_WEEKLY_DAYS", std::to_string(least_weekly_threshold));
  return checked;
}

std::vector<Date> example_days(const ReminderPreferences& preferences, Date due, Date from, Date until) {
  Remindable instrument;
  instrument.last_result = Result::pass;
  instrument.due = due;
  instrument.entered = from;
  std::vector<Date> days;
  std::optional<int> said;
  for (Date day = from; day <= until; day = day.plus_days(1)) {
    if (preferences.weekly && !is_monday(day)) continue;
    const auto reminder = reached(instrument, preferences, day);
    if (!reminder || (said && *said >= reminder->step)) continue;
    said = reminder->step;
    days.push_back(day);
  }
  return days;
}

}  // namespace domain
