// 变更历史: who changed what of an instrument, when, from which value to which.
#pragma once

#include "view/page.h"
#include "web/context.h"

namespace ledger {

// The last few changes, into the include HISTORY of dict.
void add_latest_history(web::Context& ctx, const view::Dict& dict, long long instrument_id);

}  // namespace ledger
