// A request as pages see it, and the response they return. Nothing reaches the client before the page function has returned.
// Query and form never mix. All text is valid UTF-8 without NUL (params.h).
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

class Params {
 public:
  void add(std::string name, std::string value) { pairs_.emplace_back(std::move(name), std::move(value)); }
  bool has(std::string_view name) const { return find(name) != nullptr; }
  // "" when it is not there: for fields a browser leaves out (boxes, buttons).
  const std::string& get(std::string_view name) const;
  // BadRequest when it is not there: for fields our forms always send, so that a damaged body is never taken for empty input.
  const std::string& need(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& all() const { return pairs_; }

 private:
  const std::string* find(std::string_view name) const;
  std::vector<std::pair<std::string, std::string>> pairs_;
};

// A file that came with a form, in a temporary place; removed with the last copy of this value unless it was moved away.
struct Upload {
  std::string client_name;  // without path
  std::size_t size = 0;
  std::string sha256_hex;
  std::shared_ptr<const std::string> path;
};

struct Request {
  std::string method, path;  // path: without base path and query
  std::string address;       // the client's
  std::string id;            // nginx's request id
  std::string origin, referer, host, user_agent, authorization;
  std::map<std::string, std::string> cookies;
  Params query, form;
  std::map<std::string, Upload> files;
  std::string body;  // of Body::json: as it came

  std::string cookie(const std::string& name) const;
};

// Takes the next bytes of a body that is too large to be a value. Throws when the client has gone.
using Sink = std::function<void(std::string_view)>;

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers{};
  std::string body{};
  // Instead of a body: called once the page function has returned. What it throws cuts the answer off, so that the browser sees a
  // broken download and not a short file. The connection's unit is still the one the request was for.
  std::function<void(const Sink&)> stream{};

  Response& header(std::string name, std::string value);
  Response& cookie(const std::string& name, const std::string& value, const std::string& attributes);
};

// The address part after `?name=`: percent-encoded UTF-8.
std::string percent_encode(std::string_view text);
std::string query_text(const Params& query);  // "?name=value&…", "" without parameters
// An address to go on to that came from outside: a path of ours as it is, "" when it leads elsewhere.
std::string safe_return(const std::string& path);

}  // namespace web
