// What the preview and the file of rejected rows show of an import's cells.
#pragma once

#include "domain/values/error.h"
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace ledger {

std::string shortened(const std::string& cell);  // what a table can show of a cell

}  // namespace ledger
