// See error_json.h.
#include "store/core/error_json.h"

#include "base/json.h"

namespace store {

nlohmann::json error_json(const domain::Error& error) {
  nlohmann::json json = {{"field", error.field}, {"code", error.code}};
  if (!error.a.empty()) json["a"] = error.a;
  if (!error.b.empty()) json["b"] = error.b;
  return json;
}

domain::Error error_of(const nlohmann::json& json) {
  return {json.value("field", ""), json.value("code", ""), json.value("a", ""), json.value("b", "")};
}

nlohmann::json errors_json(const std::vector<domain::Error>& errors) {
  nlohmann::json all = nlohmann::json::array();
  for (const domain::Error& error : errors) all.push_back(error_json(error));
  return all;
}

}  // namespace store
