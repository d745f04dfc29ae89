// The possible acts on one instrument, as links at the end of its page (views/ledger/actions.tpl).
#pragma once

#include "domain/ledger/ledger.h"
#include "view/page.h"
#include "web/context.h"

namespace ledger {

// Adds the include ACTIONS to dict.
void add_actions(const web::Context& ctx, const view::Dict& dict, const domain::LedgerRow& instrument);

}  // namespace ledger
