// A check's error as JSON and back: how staged rows of imports carry it.
#pragma once

#include "domain/values/error.h"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace store {

nlohmann::json error_json(const domain::Error& error);  // {"field", "code"}, "a" and "b" where there are any
domain::Error error_of(const nlohmann::json& json);
nlohmann::json errors_json(const std::vector<domain::Error>& errors);  // an array

}  // namespace store
