// See uploads.h.
#include "parts/uploads.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "base/encoding.h"
#include "base/json.h"
#include "base/utf8.h"
#include "domain/values/text.h"
#include "parts/pictures.h"

#include <unistd.h>

#include <cstdio>
#include <stdexcept>

namespace parts {
namespace {

constexpr long long seal_lifetime = 12 * 3600;
constexpr std::size_t longest_name = 100;  // characters

std::string stored_path(const web::Context& ctx, const std::string& file_name) {
  return ctx.services.config.files + "/" + file_name;
}

std::string random_name() { return base::to_hex(base::random_bytes(16)); }

StoredFile open_seal(const web::Context& ctx, const std::string& seal, const std::string& purpose) {
  const auto plain = ctx.services.seal.open(seal);
  if (!plain) return {};
  const nlohmann::json json = nlohmann::json::parse(*plain, nullptr, false);
  if (!json.is_array() || json.size() != 5 || json[0] != purpose || json[4].get<long long>() < base::now()) return {};
  return {seal, json[2], json[1], json[3]};
}

StoredFile keep(const web::Context& ctx, const web::Upload& upload, const std::string& ending, const std::string& purpose) {
  const std::string name = random_name() + "." + ending;
  if (std::rename(upload.path->c_str(), stored_path(ctx, name).c_str()) != 0)
    throw std::runtime_error("an upload cannot be put in its place");
  const nlohmann::json json = {purpose, name, shown_name(upload.client_name), upload.size, base::now() + seal_lifetime};
  return open_seal(ctx, ctx.services.seal.seal(json.dump()), purpose);
}

}  // namespace

StoredFile read_upload(const web::Context& ctx, const std::string& field, const UploadRule& rule,
                       std::vector<domain::Error>& errors) {
  StoredFile earlier = open_seal(ctx, ctx.req.form.get(field + "_seal"), rule.purpose);
  const auto it = ctx.req.files.find(field);
  if (it == ctx.req.files.end()) return earlier;
  const web::Upload& upload = it->second;
  if (upload.size == 0) {
    errors.push_back({field, "FILE_EMPTY"});
  } else if (upload.size > rule.most_megabytes * 1024 * 1024) {
    errors.push_back({field, "FILE_TOO_LARGE", std::to_string(rule.most_megabytes)});
  } else if (const std::string ending = sniff(*upload.path); ending.empty()) {
    errors.push_back({field, "FILE_TYPE"});
  } else {
    return keep(ctx, upload, ending, rule.purpose);
  }
  return earlier;
}

// Old IE sends C:\Users\…\a.jpg; some send another encoding; some send what nobody should read.
std::string shown_name(const std::string& client_name) {
  const auto cut = client_name.find_last_of("/\\");
  const auto decoded = base::decode_parameter(cut == std::string::npos ? client_name : client_name.substr(cut + 1), true);
  const std::string name = decoded ? domain::trim(*decoded) : "";
  return domain::has_control(name) ? std::string() : std::string(base::utf8::first(name, longest_name));
}

std::string store_thumbnail(const web::Context& ctx, const std::string& file_name) {
  std::string name = random_name() + ".jpg";
  return make_thumbnail(stored_path(ctx, file_name), stored_path(ctx, name)) ? name : "";
}

void drop_file(const web::Context& ctx, const std::string& file_name) {
  if (!file_name.empty()) ::unlink(stored_path(ctx, file_name).c_str());
}

}  // namespace parts
