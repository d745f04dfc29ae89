// Fills parts/standing.tpl: an instrument's standing in colour, words and days, the same on every page.
#pragma once

#include "domain/standing.h"
#include "view/page.h"

#include <optional>
#include <string>

namespace ledger {

// Adds the include STANDING to dict, and shows in it the section ROW_RED or ROW_YELLOW for a coloured row.
void add_standing(const view::Dict& dict, const std::string& state, const std::string& mode, const std::string& last_result,
                  const std::optional<domain::Date>& valid_until, domain::Date today);

}  // namespace ledger
