// Finds and queues reminders (domain/mail/reminder.h has the rule). Each is sent once: threshold, due date, instrument and
// address are a primary key, written in the transaction that queues the mail. reminders_unsent() in SQL applies the same rule
// and leaves out what was sent, so that of ten million instruments only the new ones leave the database (about 20 s); C++
// decides on them again. A mail that was given up or refused frees its lines for the next run.
// People with responsibility are notified only of what has stayed undone: the unit's 负责人 after more than 30 days and every
// 30 more, the supervising department after more than 60 (settings). Role qj_reminders finds and queues; qj_mailer reads the
// lines when it sends.
#pragma once

#include "domain/mail/reminder.h"
#include "store/administration/settings.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct ReminderItem {
  long long instrument_id = 0;
  domain::Reminder reminder;
};
// One mail to one address about one unit: the items that were not sent to it yet, the longest due first.
struct Digest {
  long long unit_id = 0;
  std::string unit_name, recipient;
  domain::Audience audience = domain::Audience::registered;
  std::vector<ReminderItem> items;
};

// After how many days overdue these people are notified, too (settings reminder_…_days).
constexpr int usual_manager_days = 30, usual_supervisor_days = 60;
int manager_days(const Settings& settings);     // the unit's 负责人
int supervisor_days(const Settings& settings);  // the supervising department

// Values for a whole run.
struct ReminderDay {
  domain::Date today;
  int manager_days = usual_manager_days;
};
// Some units and their reminders.
struct Found {
  int units = 0;                  // looked at
  std::vector<Digest> digests;    // by unit
  std::vector<long long> weekly;  // those with weekly reminders that had none this week
};
// Of the next `units` reviewed units after `after` (by id; set to the last one looked at, 0 when there were none).
Found find_digests(Db& db, long long& after, int units, const ReminderDay& day);
// Only of this unit.
Found find_unit_digests(Db& db, long long unit_id, const ReminderDay& day);

// Stores them and queues one mail for each. Violation when another run has sent the same meanwhile: nothing is queued then.
void queue_digests(Tx& tx, const std::vector<Digest>& digests, domain::Date today);
// No more weekly reminders to these units in today's week.
void close_week(Tx& tx, const std::vector<long long>& weekly, domain::Date today);

// One run at a time: false when another one is active. An advisory lock until the connection ends.
bool lock_reminders(Db& db);

struct ReminderLine {
  domain::Reminder reminder;
  std::string name, model, serial_number, place;
  int quantity = 1;
};
struct ReminderMail {
  std::string unit_name;
  domain::Audience audience = domain::Audience::registered;
  domain::Date today;
  std::vector<ReminderLine> lines;  // the most urgent first; only those that are still due; most_reminder_lines at most
  long long all = 0;                // that are still due
  long long late = 0;               // of these: overdue, past their service life, failed
};
constexpr int most_reminder_lines = 20000;
std::optional<ReminderMail> find_reminder_mail(Db& db, long long digest_id);

}  // namespace store
