// 停用, 启用, 报废, 删除 over more instruments than a page can change while somebody waits.
#include "store/ledger/bulk.h"

#include "base/json.h"
#include "jobs/jobs.h"

#include <stdexcept>

namespace jobs {
namespace {

domain::Act act_of(const std::string& code) {
  for (const domain::Act act : domain::changes_of_state)
    if (domain::code_of(act) == code) return act;
  throw std::runtime_error("no such act");
}

}  // namespace

void change_many(const Work& work) {
  const nlohmann::json& params = work.job.params;
  const store::LedgerFilter filter = store::filter_from_json(params.at("filter"));
  const domain::Act act = act_of(params.at("act"));
  // The filter means what it meant when the person pressed the button, not what it means after midnight.
  const auto day = domain::Date::from_iso(params.at("today").get<std::string>()).value_or(work.today);
  const store::Actor actor = work.job.actor();
  work.db.transaction(actor, [&](store::Tx& tx) {
    if (!store::lock_job(tx, work.job)) return;
    const auto outcome = store::bulk_change(tx, work.job.unit_id, filter, act, params.at("reason"), day);
    store::finish_job(tx, work.job, store::to_json(outcome));
  });
}

}  // namespace jobs
