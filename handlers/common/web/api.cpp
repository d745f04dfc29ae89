// See api.h.
#include "web/api.h"

#include "base/json.h"
#include "base/json_text.h"
#include "view/form.h"

#include <fstream>

namespace web {

bool is_api(std::string_view path) { return path.find("/api/") != std::string_view::npos; }

nlohmann::json api_json(const domain::Error& error) {
  nlohmann::json json = {{"code", error.code}, {"message", view::message_text(error)}};
  if (!error.field.empty()) json["field"] = error.field;
  return json;
}

Response api_answer(const nlohmann::json& json, int status) {
  Response response;
  response.status = status;
  response.content_type = "application/json; charset=utf-8";
  response.body = base::json_text(json) + "\n";
  response.header("Cache-Control", "no-store");
  return response;
}

Response api_document(const base::Config& config, const std::string& file, const std::string& path) {
  std::ifstream in(config.views + "/" + file);
  nlohmann::json document = nlohmann::json::parse(in);
  document["servers"] = nlohmann::json::array({{{"url", config.public_url + config.base_path + path}}});
  document["info"]["version"] = QJ_VERSION;
  return api_answer(document);
}

Response api_error(int status, const domain::Error& error, const std::string& request_id) {
  return api_answer({{"error", api_json(error)}, {"request_id", request_id}}, status);
}

}  // namespace web
