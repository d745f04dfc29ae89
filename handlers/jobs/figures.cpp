// The counts behind the figures of supervision (store/statistics.h), kept up to date. Each fold is one transaction: one that is
// cut off has done nothing, and several runners do not count the same twice.
#include "base/log.h"
#include "jobs/jobs.h"
#include "store/statistics.h"

#include <chrono>
#include <exception>
#include <optional>

namespace jobs {
namespace {

constexpr std::chrono::seconds between_folds{60};

}  // namespace

void fold_when_due(store::Db& db) {
  using Clock = std::chrono::steady_clock;
  static std::optional<Clock::time_point> last;
  if (last && Clock::now() - *last < between_folds) return;
  last = Clock::now();
  try {
    store::fold_statistics(db);
  } catch (const store::Unavailable&) {
    throw;
  } catch (const std::exception& e) {
    base::LogLine("statistics").add("state", "failed").add("why", e.what());
  }
}

}  // namespace jobs
