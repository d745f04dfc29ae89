// An import's application: one transaction that changes the ledger, writes the audit and ends the job, or nothing.
#include "jobs/jobs.h"
#include "store/ledger/import_staging.h"

namespace jobs {

void apply_import(const Work& work) {
  const long long id = work.job.params.at("import");
  const store::Actor actor = work.job.actor();
  work.db.transaction(actor, [&](store::Tx& tx) { store::apply_import(tx, work.job, id); });
}

}  // namespace jobs
