// See jobs.h: the function of each kind of job, and the end of a job that failed.
#include "base/clock.h"
#include "base/log.h"
#include "jobs/jobs.h"

#include <exception>
#include <iterator>

namespace jobs {
namespace {

constexpr struct {
  const char* kind;
  void (*run)(const Work&);
} kinds[] = {{"bulk", change_many}, {"import_check", check_import}, {"import_apply", apply_import}, {"export", export_ledger}};

void run(const Work& work) {
  for (const auto& [kind, function] : kinds)
    if (work.job.kind == kind) return function(work);
  throw std::runtime_error("no such kind of job");
}

}  // namespace

bool run_one(const base::Config& config, store::Db& db) {
  const auto job = store::claim_job(db);
  if (!job) return false;
  if (job->state != "running") return true;  // begun too often: failed
  base::LogLine("job").add("id", job->id).add("kind", job->kind).add("state", "begins");
  try {
    run({config, db, *job, domain::Date::from_days(base::today(config))});
    base::LogLine("job").add("id", job->id).add("kind", job->kind).add("state", "done");
  } catch (const store::Unavailable&) {
    throw;
  } catch (const std::exception& e) {
    base::LogLine("job").add("id", job->id).add("kind", job->kind).add("state", "failed").add("why", e.what());
    store::fail_job(db, *job, "INTERNAL");
  }
  return true;
}

}  // namespace jobs
