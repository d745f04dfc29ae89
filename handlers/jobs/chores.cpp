// Regular work beside the jobs: folds the counts of supervision (store/supervision/statistics.h) each minute and updates the
// rows of the public search (store/query/public_search.h) every two seconds. Each round is one transaction: one that is cut off
// has changed nothing, and several runners do not do the same work twice.
#include "base/log.h"
#include "jobs/jobs.h"
#include "store/query/public_search.h"
#include "store/supervision/statistics.h"

#include <chrono>
#include <exception>
#include <optional>

namespace jobs {
namespace {

using Clock = std::chrono::steady_clock;

struct Chore {
  const char* name;
  std::chrono::seconds between;
  bool (*round)(store::Db&);  // true: there is more to do
  std::optional<Clock::time_point> last{};
};

bool fold(store::Db& db) {
  store::fold_statistics(db);
  return false;
}

bool is_due(const Chore& chore) { return !chore.last || Clock::now() - *chore.last >= chore.between; }

}  // namespace

bool do_chores(store::Db& db) {
  static Chore chores[] = {{"statistics", std::chrono::seconds(60), fold},
                           {"search", std::chrono::seconds(2), store::refresh_search}};
  bool more = false;
  for (Chore& chore : chores) {
    if (!is_due(chore)) continue;
    chore.last = Clock::now();
    try {
      if (!chore.round(db)) continue;
      chore.last.reset();
      more = true;
    } catch (const store::Unavailable&) {
      throw;
    } catch (const std::exception& e) {
      base::LogLine(chore.name).add("state", "failed").add("why", e.what());
    }
  }
  return more;
}

}  // namespace jobs
