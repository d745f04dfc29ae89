// The facts of one instrument on a page, the same for the unit and for its supervisor.
#pragma once

#include "domain/ledger/ledger.h"
#include "view/page.h"

namespace parts {

// Every stored column by its code: MODEL, MEASURING_RANGE … REMARK; INSTRUMENT_NAME, KIND, MODE, STATE; CYCLE,
// STATE_REASON, BOOKED (APPOINTMENT NUMBER, PLANNED) and DECLARED where they apply.
void add_instrument_facts(const view::Dict& dict, const domain::LedgerRow& instrument);

// A BESIDE (LABEL, VALUE) for each column that stands with 出厂编号 (domain::Column::beside_number) and says something.
void add_beside_number(const view::Dict& dict, const domain::InstrumentValues& instrument);

}  // namespace parts
