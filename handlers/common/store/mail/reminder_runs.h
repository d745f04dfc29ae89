// The log of runs of qj-reminders. A run that is marked as running while no process holds the lock was cut off: the page shows
// that at once, the next run writes it down. Role qj_reminders writes, qj_admin reads.
#pragma once

#include "domain/values/date.h"
#include "store/core/db.h"

#include <string>
#include <vector>

namespace store {

struct RunCounts {
  long long units = 0, mails = 0, items = 0, lists = 0;  // units: looked at; lists: for supervising departments
};

// The number of a new run. The caller has the lock (lock_reminders), so no other run is active: rows that are marked as running
// were cut off.
long long begin_run(Tx& tx, domain::Date today, bool partial);
void count_run(Tx& tx, long long run, const RunCounts& counts);
void finish_run(Tx& tx, long long run);
void fail_run(Tx& tx, long long run, const std::string& words);

struct ReminderRun {
  std::string started_at, today, outcome, error;  // outcome: done | running | cut_off | failed
  long long seconds = -1;                         // it took, or has taken so far; -1: unknown
  bool partial = false;
  RunCounts counts;
};
// Newest first. One that is marked as running while no process has the lock was cut off.
std::vector<ReminderRun> last_runs(Db& db, int most);

// Hours since the last complete run (done, and of everything); -1 when there was none.
long long hours_since_complete_run(Db& db);

}  // namespace store
