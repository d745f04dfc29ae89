// Fills parts/standing.tpl: an instrument's standing in colour, words and days, the same on every page.
#pragma once

#include "domain/ledger/standing.h"
#include "view/page.h"

namespace ledger {

void add_standing(const view::Dict& dict, const domain::Judgement& judged);  // the include STANDING

}  // namespace ledger
