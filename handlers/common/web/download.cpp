// See download.h.
#include "web/download.h"

#include <utility>

namespace web {

Response download(std::string body, const char* content_type, const std::string& plain_name, const std::string& name) {
  Response response;
  response.content_type = content_type;
  response.body = std::move(body);
  response.header("Content-Disposition", "attachment; filename=\"" + plain_name + "\"; filename*=UTF-8''" + percent_encode(name));
  response.header("Cache-Control", "no-store");
  return response;
}

Response download_csv(std::string text, const std::string& plain_name, const std::string& name) {
  return download(std::move(text), "text/csv; charset=utf-8", plain_name + ".csv", name + ".csv");
}

}  // namespace web
