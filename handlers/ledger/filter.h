// The list's filter in an address (parts/ledger_filter.h), under the names this area uses.
#pragma once

#include "parts/ledger_filter.h"
#include "web/context.h"

namespace ledger {

using parts::filter_params;
using parts::filter_query;
using parts::read_filter;
using parts::read_stored_query;
using parts::stored_query;

}  // namespace ledger
