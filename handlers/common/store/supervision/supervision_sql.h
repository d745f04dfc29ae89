// Shared by the statements of supervision. For store/supervision/*.cpp only.
#pragma once

#include "store/ledger/standing_sql.h"
#include "store/supervision/supervision.h"

#include <string>
#include <vector>

namespace store {

// Units by what was typed: a code, part of a name. Ids joined by ',': those anywhere when there are few, else those that are in
// the scope. capped: there may be more.
struct MatchedUnits {
  std::string ids;
  bool capped = false;
};
MatchedUnits matched_units(soci::session& sql, const Scope& scope, const std::string& typed);

// The counts of each unit's instruments that lie in the scope.
void tally_units(Db& db, const Scope& scope, std::vector<SupervisedUnit>& units, domain::Date today);

// past, soon and total of instruments i as columns, by class: "statistics_class(…), sum(…) filter …".
std::string class_columns(domain::Date today);
std::string class_expression();  // of instruments i

}  // namespace store
