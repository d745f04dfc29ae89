// Jobs: long work (imports, large exports, changes over a whole ledger) requested by a page, done by qj-jobs, watched on a
// page. A job belongs to a unit. The process that runs it holds a lease; when the process dies, the lease expires and the job
// starts again, so its work must be safe to repeat: one transaction at the end, which locks the job's row at its attempt
// (lock_job), or staging that is thrown away.
#pragma once

#include "base/json.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct Job {
  long long unit_id = 0, id = 0, user_id = 0;
  std::string login, request_id;  // who asked
  std::string kind;               // import_check | import_apply | export | bulk
  std::string state;              // waiting | running | done | failed
  nlohmann::json params, outcome;
  long long done = 0, total = 0;  // total 0: not known
  int attempt = 0;                // how often it was begun: a runner that was given up changes nothing any more
  std::string file_name, file_shown;
  std::string created_at, finished_at;  // Asia/Shanghai

  bool ended() const { return state == "done" || state == "failed"; }
  Actor actor() const { return {user_id, login, request_id}; }
};

// Asked for by the transaction's actor. The id.
long long create_job(Tx& tx, long long unit_id, const std::string& kind, const nlohmann::json& params);
// One that was small enough to be done at once, stored for its result.
long long record_job(Tx& tx, long long unit_id, const std::string& kind, const nlohmann::json& params,
                     const nlohmann::json& outcome);
std::optional<Job> find_job(Db& db, long long unit_id, long long id);
std::vector<Job> recent_jobs(Db& db, long long unit_id, int most);  // newest first
int open_jobs(Db& db, long long unit_id);                           // waiting and running
constexpr int most_open_jobs = 3;                                   // of a unit; a page refuses a fourth

// --- for qj-jobs
constexpr int lease_seconds = 60, most_attempts = 5;
// The oldest that waits, or whose runner died; taken by no other runner while the lease lasts. One that was begun most_attempts
// times becomes failed (CRASHED). Also sets whose rows row-level security shows to this connection.
std::optional<Job> claim_job(Db& db);
// Lengthens the lease. Not from inside the transaction that applies a job: that one locks the row anyway.
void job_progress(Db& db, const Job& job, long long done, long long total);
// In the change's own transaction: locks the job's row for it; false when it is no longer running, or another runner has it.
bool lock_job(Tx& tx, const Job& job);
void finish_job(Tx& tx, const Job& job, const nlohmann::json& outcome, const std::string& file_name = "",
                const std::string& file_shown = "");
void fail_job(Db& db, const Job& job, const std::string& code);  // outcome {"error": code}

}  // namespace store
