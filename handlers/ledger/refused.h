// Instruments that a change of many left as they are, with the reason (views/ledger/refused.tpl): before it and after it.
#pragma once

#include "store/ledger/bulk.h"
#include "view/page.h"

#include <string_view>

namespace ledger {

// Adds the include REFUSED, when there are any. word: what was not done, 停用.
void add_refused(const view::Dict& dict, const store::BulkOutcome& outcome, std::string_view word);

}  // namespace ledger
