// What the statements of supervision share. For store/supervision*.cpp and store/statistics.cpp only.
#pragma once

#include "store/supervision.h"

#include <string>
#include <vector>

namespace store {

// A unit by what was typed: `condition` over supervised_units u and asked a, whose a.text is `value`.
struct UnitText {
  std::string condition, value;
};
UnitText unit_text(const std::string& typed);

// The counts of each unit's instruments that lie in the scope.
void tally_units(Db& db, const Scope& scope, std::vector<SupervisedUnit>& units, domain::Date today);

// past, soon and total of instruments i as columns, by class: "statistics_class(…), sum(…) filter …".
std::string class_columns(domain::Date today);
std::string class_expression();  // of instruments i
std::string literal(domain::Date day);

}  // namespace store
