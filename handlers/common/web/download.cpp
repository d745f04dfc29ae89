// See download.h.
#include "web/download.h"

#include "base/xlsx_write.h"
#include "web/temporary_file.h"

#include <algorithm>
#include <utility>

namespace web {

namespace {

void name_file(Response& response, const char* disposition, const std::string& plain_name, const std::string& name) {
  response.header("Content-Disposition",
                  std::string(disposition) + "; filename=\"" + plain_name + "\"; filename*=UTF-8''" + percent_encode(name));
  response.header("Cache-Control", "no-store");
}

const char* type_of(std::string_view ending) {
  if (ending == "pdf") return "application/pdf";
  if (ending == "png") return "image/png";
  if (ending == "jpg") return "image/jpeg";
  if (ending == "xlsx") return base::xlsx_type;
  return "text/csv";
}

}  // namespace

Response download(std::string body, const char* content_type, const std::string& plain_name, const std::string& name) {
  Response response;
  response.content_type = content_type;
  response.body = std::move(body);
  name_file(response, "attachment", plain_name, name);
  return response;
}

Response download_xlsx(const std::string& folder, const std::function<void(const std::string& path)>& write,
                       const std::string& plain_name, const std::string& name) {
  const TemporaryFile file(folder);
  write(file.path());
  return download(file.content(), base::xlsx_type, plain_name + ".xlsx", name + ".xlsx");
}

Response download_csv(std::string text, const std::string& plain_name, const std::string& name) {
  return download(std::move(text), "text/csv; charset=utf-8", plain_name + ".csv", name + ".csv");
}

Response stream_csv(std::function<void(const Sink&)> rows, const char* charset, const std::string& plain_name,
                    const std::string& name) {
  Response response = download({}, "", plain_name + ".csv", name + ".csv");
  response.content_type = std::string("text/csv; charset=") + charset;
  response.stream = std::move(rows);
  return response;
}

Response stored_file(const std::string& file_name, Shown shown, const std::string& plain_name, const std::string& name) {
  const std::string ending = file_name.substr(file_name.rfind('.') + 1);
  Response response;
  response.content_type = type_of(ending);
  response.header("X-Accel-Redirect", "/files/" + file_name);
  name_file(response, shown == Shown::as_download ? "attachment" : "inline", plain_name + "." + ending, name + "." + ending);
  return response;
}

}  // namespace web
