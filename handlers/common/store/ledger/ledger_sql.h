// Shared SQL of the ledger: the tab an instrument stands in, a filter as a condition, and an order. Rows themselves:
// instrument_row.h. The list is sorted by a stored column (sort_due: failed first, then by due date, then the rest), so the first
// page comes from an index. Conditions use leakproof operators only, because under row-level security PostgreSQL does not use an
// index for others such as lower() or LIKE: folded texts are stored, prefixes use ^@ under collation "C". For
// store/ledger/ledger.cpp and store/ledger/bulk.cpp only.
#pragma once

#include "store/core/sql_text.h"
#include "store/ledger/ledger.h"

#include <soci/soci.h>

#include <string>
#include <vector>

namespace store {

// The tab an instrument `i` stands in: the rule of domain/ledger/standing.h as SQL, for counting. tests/store compares the two.
// today: a parameter's name, ":today".
std::string tab_of(const std::string& today);
// Is `tab` the one asked for, or one of those that "due" means? Both are SQL.
std::string tab_wanted(const std::string& tab, const std::string& asked);

// A filter's condition: `where i.unit_id = :unit and …`; values are :f0, :f1 …
struct LedgerWhere {
  std::string text;
  std::vector<std::string> values;
};
LedgerWhere where_of(const LedgerFilter& filter);                          // any tab: a list counts all of them
LedgerWhere where_in_tab(const LedgerFilter& filter, domain::Date today);  // in the filter's tab only
void bind(soci::statement& statement, const LedgerWhere& where, const long long& unit_id);

struct LedgerOrder {
  std::string expression;  // "": the list's own, i.sort_due
  std::string direction;   // "" or " desc"; empty values last
  std::string join;        // what the expression needs besides `instruments i`
};
LedgerOrder order_of(const LedgerFilter& filter);

}  // namespace store
