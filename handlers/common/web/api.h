// Answers for programs (addresses with /api/): JSON, errors too. An error is {"error": {"code", "message", "field"?},
// "request_id"}.
#pragma once

#include "base/config.h"
#include "domain/values/error.h"
#include "web/request.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace web {

bool is_api(std::string_view path);
nlohmann::json api_json(const domain::Error& error);  // {code, message, field when it has one}
Response api_answer(const nlohmann::json& json, int status = 200);
// The OpenAPI document views/<file>, with this server's address (path: below the base path) and version in it.
Response api_document(const base::Config& config, const std::string& file, const std::string& path);
Response api_error(int status, const domain::Error& error, const std::string& request_id);

}  // namespace web
