// See document.h.
#include "accounts/document.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "domain/text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <fstream>
#include <stdexcept>

namespace accounts {
namespace {

constexpr std::size_t limit = 5 * 1024 * 1024;
constexpr long long seal_lifetime = 12 * 3600;
constexpr const char* purpose = "license";

// What a file is, by its first bytes.
std::string sniff(const std::string& path) {
  std::array<char, 8> head{};
  std::ifstream in(path, std::ios::binary);
  in.read(head.data(), head.size());
  const std::string_view bytes(head.data(), static_cast<std::size_t>(in.gcount()));
  if (bytes.substr(0, 3) == "\xFF\xD8\xFF") return "jpg";
  if (bytes == std::string_view("\x89PNG\r\n\x1A\n", 8)) return "png";
  if (bytes.substr(0, 5) == "%PDF-") return "pdf";
  return "";
}

KeptDocument open_seal(const web::Context& ctx, const std::string& seal) {
  const auto plain = ctx.tools.seal.open(seal);
  if (!plain) return {};
  const nlohmann::json json = nlohmann::json::parse(*plain, nullptr, false);
  if (!json.is_array() || json.size() != 5 || json[0] != purpose || json[4].get<long long>() < base::now()) return {};
  return {seal, json[2], store::Document{0, json[1], json[2], json[3]}};
}

KeptDocument keep(const web::Context& ctx, const web::Upload& upload, const std::string& extension) {
  const std::string name = base::to_hex(base::random_bytes(16)) + "." + extension;
  if (std::rename(upload.path->c_str(), (ctx.tools.config.files + "/" + name).c_str()) != 0)
    throw std::runtime_error("an upload cannot be put in its place");
  const std::string shown = domain::trim(upload.client_name).substr(0, 200);
  const std::string safe = domain::has_control(shown) ? "" : shown;
  const nlohmann::json json = {purpose, name, safe, upload.size, base::now() + seal_lifetime};
  // A name cut inside a character, or sent in another encoding, is shown as well as it can be.
  return open_seal(ctx, ctx.tools.seal.seal(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)));
}

}  // namespace

KeptDocument read_document(const web::Context& ctx, const std::string& field, std::vector<domain::Error>& errors) {
  const KeptDocument earlier = open_seal(ctx, ctx.req.form.get(field + "_seal"));
  const auto it = ctx.req.files.find(field);
  if (it == ctx.req.files.end()) return earlier;
  const web::Upload& upload = it->second;
  const std::string extension = sniff(*upload.path);
  if (upload.size == 0) {
    errors.push_back({field, "FILE_EMPTY"});
  } else if (upload.size > limit) {
    errors.push_back({field, "FILE_TOO_LARGE", "5"});
  } else if (extension.empty()) {
    errors.push_back({field, "FILE_TYPE"});
  } else {
    return keep(ctx, upload, extension);
  }
  return earlier;
}

}  // namespace accounts
