// Instruments that a change of many does not change, with the reason (views/ledger/refused.tpl): on the confirmation page and
// on the answer.
#pragma once

#include "store/ledger/bulk.h"
#include "view/page.h"

#include <string_view>

namespace ledger {

// Adds the include REFUSED, when there are any. word: what was not done, 停用.
void add_refused(const view::Dict& dict, const store::BulkOutcome& outcome, std::string_view word);

}  // namespace ledger
