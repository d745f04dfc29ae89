// 到期提醒设置: what a unit ticks, from a form to preferences (reminder.h applies them), and an example of the mails that
// follow.
#pragma once

#include "domain/mail/reminder.h"
#include "domain/values/error.h"

#include <string>
#include <vector>

namespace domain {

constexpr int least_weekly_threshold = 7;  // who hears once a week needs a threshold that no week can miss

struct PreferencesForm {                     // as ticked
  std::vector<std::string> thresholds, off;  // codes of reminder_thresholds() and optional_reminders() (terms.h)
  bool weekly = false;
};
PreferencesForm form_of(const ReminderPreferences& preferences);

// Fields thresholds and off. NOT_A_CHOICE; REMINDER_DAYS_NEEDED, REMINDER_WEEKLY_DAYS (a = least_weekly_threshold), both only
// when 到期前提醒 is wanted. Values in the order of the choices, each once.
Checked<ReminderPreferences> check(const PreferencesForm& form);

// The days from `from` to `until` on which a unit is reminded of an instrument due on `due`, when nothing is done about it.
std::vector<Date> example_days(const ReminderPreferences& preferences, Date due, Date from, Date until);

}  // namespace domain
