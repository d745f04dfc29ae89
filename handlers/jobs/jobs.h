// Long work, one kind a file: imports, exports, changes over a whole ledger. A job may be cut off anywhere and started again
// (store/core/jobs.h), so it changes things in one transaction at its end, which locks the job's row and finishes it.
#pragma once

#include "base/config.h"
#include "domain/values/date.h"
#include "store/core/jobs.h"

namespace jobs {

struct Work {
  const base::Config& config;
  store::Db& db;
  const store::Job& job;
  domain::Date today;
};

void change_many(const Work& work);    // bulk
void check_import(const Work& work);   // import_check
void apply_import(const Work& work);   // import_apply
void export_ledger(const Work& work);  // export

// Regular work between two jobs: the counts of supervision once a minute, the public's search every two seconds. True:
// there is more to do at once.
bool do_chores(store::Db& db);

// Takes the next job and does it to its end. False when there is none. store::Unavailable: it stays for another runner.
bool run_one(const base::Config& config, store::Db& db);

}  // namespace jobs
