// See params.h.
#include "web/params.h"

#include "base/encoding.h"
#include "web/errors.h"

#include <cgicc/Cgicc.h>

#include <algorithm>
#include <cstring>

namespace web {
namespace {

constexpr std::size_t most_parameters = 3600;     // results of 500 lines send six for each
const char* const marker_value = "\xE2\x9C\x93";  // ✓

// Shows cgicc one urlencoded text, as if it were a POST body.
class Body : public cgicc::CgiInput {
 public:
  explicit Body(const std::string& bytes) : bytes_(bytes) {}
  std::size_t read(char* data, std::size_t length) override {
    const std::size_t n = std::min(length, bytes_.size() - at_);
    std::memcpy(data, bytes_.data() + at_, n);
    at_ += n;
    return n;
  }
  std::string getenv(const char* name) override {
    const std::string_view key = name;
    if (key == "REQUEST_METHOD") return "POST";
    if (key == "CONTENT_TYPE") return "application/x-www-form-urlencoded";
    if (key == "CONTENT_LENGTH") return std::to_string(bytes_.size());
    return "";
  }

 private:
  const std::string& bytes_;
  std::size_t at_ = 0;
};

}  // namespace

Params decode(const std::vector<std::pair<std::string, std::string>>& raw) {
  if (raw.size() > most_parameters) throw BadRequest("too many fields");
  const bool marked =
      std::any_of(raw.begin(), raw.end(), [](const auto& pair) { return pair.first == "ie" && pair.second == marker_value; });
  Params params;
  for (const auto& [name, value] : raw) {
    auto text = base::decode_parameter(value, marked);
    auto key = base::decode_parameter(name, marked);
    if (!text || !key) throw BadRequest("a field is not text");
    params.add(std::move(*key), std::move(*text));
  }
  return params;
}

Params parse_urlencoded(const std::string& bytes) {
  if (bytes.empty()) return {};
  std::vector<std::pair<std::string, std::string>> raw;
  try {
    Body input(bytes);
    const cgicc::Cgicc parsed(&input);
    for (const cgicc::FormEntry& entry : parsed.getElements()) raw.emplace_back(entry.getName(), entry.getValue());
  } catch (const std::exception&) {
    throw BadRequest("the form cannot be read");
  }
  return decode(raw);
}

std::map<std::string, std::string> parse_cookies(std::string_view header) {
  std::map<std::string, std::string> cookies;
  while (!header.empty()) {
    const auto end = header.find(';');
    std::string_view pair = header.substr(0, end);
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    if (const auto equals = pair.find('='); equals != std::string_view::npos)
      cookies.emplace(pair.substr(0, equals), pair.substr(equals + 1));
    header = end == std::string_view::npos ? std::string_view() : header.substr(end + 1);
  }
  return cookies;
}

}  // namespace web
