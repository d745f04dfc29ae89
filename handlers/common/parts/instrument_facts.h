// The facts of one instrument on a page, the same for the unit and for its supervisor.
#pragma once

#include "domain/ledger/ledger.h"
#include "view/page.h"

namespace parts {

// INSTRUMENT_NAME, KIND, MODE, MODEL … REMARK, STATE; CYCLE, STATE_REASON, BOOKED (APPOINTMENT NUMBER, PLANNED) and DECLARED
// where they apply.
void add_instrument_facts(const view::Dict& dict, const domain::LedgerRow& instrument);

}  // namespace parts
