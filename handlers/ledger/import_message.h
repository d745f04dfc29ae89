// The errors of an import's rows in words; for the preview and for the file of rejected rows.
#pragma once

#include "domain/values/error.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace ledger {

std::string shortened(const std::string& cell);  // what a table can show of a cell

}  // namespace ledger
