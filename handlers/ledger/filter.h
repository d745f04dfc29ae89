// The list's filter as it stands in an address (web/ledger_filter.h), by the names this area uses.
#pragma once

#include "web/context.h"
#include "web/ledger_filter.h"

namespace ledger {

using web::filter_params;
using web::filter_query;
using web::kept_query;
using web::read_filter;
using web::read_kept;

}  // namespace ledger
