// The facts of one instrument on a page, the same for the unit and for its supervisor.
#pragma once

#include "domain/ledger/ledger.h"
#include "view/page.h"

#include <optional>

namespace parts {

// Every stored column by its code: MODEL, MEASURING_RANGE … REMARK; INSTRUMENT_NAME, KIND, MODE, STATE; CYCLE,
// STATE_REASON, BOOKED (APPOINTMENT NUMBER, PLANNED) and DECLARED where they apply.
void add_instrument_facts(const view::Dict& dict, const domain::LedgerRow& instrument);

// 登记信息在检定后有变更: the include CHANGES with what the institution verified and what is registered today, or nothing.
void add_changes(const view::Dict& dict, const std::optional<domain::LedgerRow>& verified, const domain::LedgerRow& today);

// A BESIDE (LABEL, VALUE) for each column that stands with 出厂编号 (domain::Column::beside_number) and says something.
void add_beside_number(const view::Dict& dict, const domain::InstrumentValues& instrument);

}  // namespace parts
