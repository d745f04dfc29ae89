// The figures of supervision over a scope and its parts. Provinces and the whole country are read from folded counts (at most a
// minute old: counted_until): a row for each region, kind, use, class and month with its days in an array, 172,610 rows (47 MB)
// for ten million instruments; the standing is computed as of today when they are read. Below a city nearly every instrument
// would be a row of its own, so the instruments themselves are counted through the index instruments_region (35,000 in 20 ms).
// qj-jobs folds new counts with fold_statistics().
#pragma once

#include "domain/supervision/statistics.h"
#include "store/supervision/supervision.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace store {

// Each part of the scope, in its order; units assigned by name come last, with the region code assigned_code, when there are any.
struct PartTally {
  Region region;
  domain::Tally tally;
};
std::vector<PartTally> tally_parts(Db& db, const Scope& scope, domain::Date today);

struct KindTally {
  long long kind_id = 0;
  std::string use;
  domain::Tally tally;
};
std::vector<KindTally> tally_kinds(Db& db, const Scope& scope, domain::Date today);
// kind → its name with the variant, as lists show it, in the catalogue's order; retired ones too.
std::vector<std::pair<long long, std::string>> kind_names(Db& db);

struct DueCount {
  domain::Date month;                // its first day
  long long verify = 0, rotate = 0;  // 数量 of in-use instruments whose date falls into it
};
// The months from this one on.
std::vector<DueCount> due_months(Db& db, const Scope& scope, domain::Date today, int months);

// What institutions did in the scope's regions; lines are counted, not 数量.
struct ServiceRates {
  domain::Rate first_pass;  // 一次检定合格率: by the day of verification
  domain::Rate timely;      // 预约受理及时率: by the last day of a timely answer
};
ServiceRates service_rates(Db& db, const Scope& scope, const domain::Period& period, domain::Date today);
struct MonthResults {
  domain::Date month;
  domain::Rate first_pass, timely;
};
std::vector<MonthResults> service_months(Db& db, const Scope& scope, const domain::Period& period, domain::Date today);

// When the folded counts were made, YYYY-MM-DD HH:MM in Asia/Shanghai; "" when all is read from the instruments.
std::string counted_until(Db& db, const Scope& scope);

// Takes what was appended since into the counts, so many rows a transaction; false when another process is at it.
bool fold_statistics(Db& db, int rows_at_once = 200000);
// Everything anew, as the owner: of one snapshot, while people work.
void rebuild_statistics(Db& db);

}  // namespace store
