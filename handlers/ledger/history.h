// 变更历史: the changes of an instrument with person, time, old and new value.
#pragma once

#include "view/page.h"
#include "web/context.h"

namespace ledger {

// The last few changes, into the include HISTORY of dict.
void add_latest_history(web::Context& ctx, const view::Dict& dict, long long instrument_id);

}  // namespace ledger
