// An export too large for a page. Every attempt writes a file of its own and names it as the result when it is complete: files
// of killed processes have no row and are removed by `qjctl tidy`.
#include "base/crypto.h"
#include "jobs/jobs.h"
#include "store/ledger/ledger_file.h"

#include <unistd.h>

#include <cstdio>
#include <stdexcept>

namespace jobs {
namespace {

// Of a file or of what is written meanwhile: gone with this value unless it was given its final name.
struct Draft {
  std::string path;
  ~Draft() {
    if (!path.empty()) ::unlink(path.c_str());
  }
};

}  // namespace

void export_ledger(const Work& work) {
  const store::LedgerFile file = store::ledger_file_from_json(work.job.params.at("file"));
  const std::string shown = work.job.params.at("shown");
  const long long unit_id = work.job.unit_id;
  // The rows are read in one transaction; progress and lease are written over a connection of their own.
  store::Db watch(work.config.database, "qj_jobs");
  const long long total = store::count_ledger(work.db, unit_id, file.filter, file.today);
  const auto tell = [&](long long done) { store::job_progress(watch, work.job, done, total); };
  tell(0);
  const std::string name = base::to_hex(base::random_bytes(16)) + ".xlsx";
  Draft draft{work.config.files + "/." + name + ".part"};
  const long long rows = store::write_xlsx(work.db, unit_id, file, draft.path, work.config.files, tell);
  tell(rows);
  Draft result{work.config.files + "/" + name};
  if (std::rename(draft.path.c_str(), result.path.c_str()) != 0) throw std::runtime_error("an export cannot be put in its place");
  draft.path.clear();
  work.db.transaction(work.job.actor(), [&](store::Tx& tx) {
    if (!store::lock_job(tx, work.job)) throw std::runtime_error("no longer ours");
    store::finish_job(tx, work.job, {{"rows", rows}}, name, shown);
  });
  result.path.clear();
}

}  // namespace jobs
