// 检定记录 of an instrument: the one in force and those before it; records that the unit declares itself, as long as no
// institution has recorded a result.
#pragma once

#include "domain/ledger/ledger.h"
#include "view/page.h"
#include "web/context.h"

namespace ledger {

// Into the section of show.tpl.
void add_records(web::Context& ctx, const view::Dict& dict, const domain::LedgerRow& instrument);

}  // namespace ledger
