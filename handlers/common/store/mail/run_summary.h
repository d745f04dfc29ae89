// A run's summary for administrators (mail kind reminder_summary), queued by the transaction that ends a run and only when
// something went wrong since the last one. Role qj_reminders queues, qj_mailer reads it when it sends.
#pragma once

#include "store/mail/reminder_runs.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

// Of a complete run, in the transaction that finishes it; once a day. Says whether one was queued.
bool queue_summary(Tx& tx, long long run);

struct RunSummary {
  std::string started_at, today;  // of the run it came with
  RunCounts counts;
  int runs = 0, refused = 0, failed = 0, waiting = 0;  // runs that did not end well, addresses, mails, mails for over 24 hours
  std::vector<ReminderRun> bad_runs;                   // the newest of them
  std::vector<std::string> units;                      // the first of those with a newly refused address, by name
  int more_units = 0;
  bool nothing() const { return runs + refused + failed + waiting == 0; }
};
// Nothing: whom it was for is no administrator any more.
std::optional<RunSummary> find_summary(Db& db, long long run, const std::string& recipient);

}  // namespace store
