// Administrative divisions. Grouping rows (省直辖县级行政区划) are never shown: their children stand in their place.
#pragma once

#include "domain/values/division.h"
#include "store/core/db.h"

#include <string>
#include <vector>

namespace store {

struct Division {
  std::string code, name;
  bool leaf = false;  // a valid final choice
};

// What can be chosen below parent ("" for the provinces), by code.
std::vector<Division> division_children(Db& db, const std::string& parent);

// The levels a form shows: one list per level with what is chosen in it. `chosen` are the posted codes from the top down; the
// chain is cut where a choice does not belong to the one above it, so that a changed province empties city and county.
struct DivisionLevel {
  std::vector<Division> options;
  std::string chosen;  // "" when nothing
};
struct DivisionPath {
  std::vector<DivisionLevel> levels;  // 1 to 3
  std::string code;                   // the deepest choice
  domain::DivisionChoice verdict = domain::DivisionChoice::missing;
  bool cut = false;  // a choice did not belong to the one above it: where any level may be chosen, that must not pass unseen
};
DivisionPath division_path(Db& db, const std::vector<std::string>& chosen);
// The choices, from the top down, that lead to a code.
std::vector<std::string> division_chain(Db& db, const std::string& code);
// Of these codes the ones that can be chosen today, whatever their level, by code; name: the whole path.
std::vector<Division> selectable_divisions(Db& db, const std::vector<std::string>& codes);
std::string division_name(Db& db, const std::string& code);  // 湖北省 仙桃市

}  // namespace store
