// See request.h.
#include "web/request.h"

#include "domain/values/text.h"
#include "web/errors.h"

namespace web {

const std::string* Params::find(std::string_view name) const {
  for (const auto& [key, value] : pairs_)
    if (key == name) return &value;
  return nullptr;
}

const std::string& Params::get(std::string_view name) const {
  static const std::string none;
  const std::string* value = find(name);
  return value ? *value : none;
}

const std::string& Params::need(std::string_view name) const {
  const std::string* value = find(name);
  if (!value) throw BadRequest("a field is missing");
  return *value;
}

std::string Request::cookie(const std::string& name) const {
  const auto it = cookies.find(name);
  return it == cookies.end() ? "" : it->second;
}

Response& Response::header(std::string name, std::string value) {
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

Response& Response::cookie(const std::string& name, const std::string& value, const std::string& attributes) {
  return header("Set-Cookie", name + "=" + value + attributes);
}

std::string percent_encode(std::string_view text) {
  static const char* const hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                       c == '.' || c == '~' || c == '/';
    if (plain)
      out += c;
    else
      out.append({'%', hex[byte >> 4], hex[byte & 15]});
  }
  return out;
}

std::string query_text(const Params& query) {
  std::string text;
  for (const auto& [name, value] : query.all())
    text += (text.empty() ? "?" : "&") + percent_encode(name) + "=" + percent_encode(value);
  return text;
}

std::string safe_return(const std::string& path) {
  const bool ours =
      path.size() > 1 && path[0] == '/' && path[1] != '/' && path.find('\\') == std::string::npos && !domain::has_control(path);
  return ours ? path : "";
}

}  // namespace web
