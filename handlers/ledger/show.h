// The page of one instrument, for itself and for its forms when they had errors.
#pragma once

#include "domain/ledger/ledger.h"
#include "domain/values/error.h"
#include "ledger/attachments.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace ledger {

std::string instrument_path(long long instrument_id, const std::string& below = "");
domain::LedgerRow own_instrument(web::Context& ctx);  // of the address; NotFound
// The same, to be changed: Conflict when it is scrapped, for then it stays as it is.
domain::LedgerRow own_changeable(web::Context& ctx);

web::Response render_instrument(web::Context& ctx, const domain::LedgerRow& instrument, const AttachmentForm& typed,
                                std::vector<domain::Error> errors, int status);

}  // namespace ledger
