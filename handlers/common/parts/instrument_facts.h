// The facts of one instrument on a page, the same for the unit and for its supervisor.
#pragma once

#include "domain/ledger/ledger.h"
#include "view/page.h"

namespace parts {

// Every column that people type by its code: MODEL, MEASURING_RANGE … REMARK; INSTRUMENT_NAME, KIND, MODE, STATE; CYCLE,
// STATE_REASON, BOOKED (APPOINTMENT NUMBER, PLANNED) and DECLARED where they apply.
void add_instrument_facts(const view::Dict& dict, const domain::LedgerRow& instrument);

}  // namespace parts
