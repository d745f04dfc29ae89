// The columns of the ledger that a person sees: remembered per person, the same for the list, its print and its exports.
#pragma once

#include "web/context.h"

#include <string>
#include <vector>

namespace ledger {

std::vector<std::string> chosen_columns(web::Context& ctx);  // codes of domain::ledger_columns(), in order

}  // namespace ledger
