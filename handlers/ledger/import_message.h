// What an import's rows say is wrong with them, as it was staged; for the preview and for the file of rejected rows.
#pragma once

#include "domain/values/error.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace ledger {

domain::Error import_error(const nlohmann::json& staged);
std::string shortened(const std::string& cell);  // what a table can show of a cell

}  // namespace ledger
