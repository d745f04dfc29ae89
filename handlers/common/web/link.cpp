// See link.h.
#include "web/link.h"

namespace web {
namespace {

constexpr std::size_t id_size = 16;
std::string covered(std::string_view purpose, std::string_view id) {
  return "link:" + std::string(purpose) + ":" + std::string(id);
}

}  // namespace

std::string new_link_id() { return base::to_hex(base::random_bytes(id_size)); }

std::string link_token(const base::Key& seal, std::string_view purpose, std::string_view id_hex) {
  const std::string id = base::from_hex(id_hex).value();
  return base::to_base64url(id + seal.mac(covered(purpose, id)));
}

std::optional<std::string> check_link_token(const base::Key& seal, std::string_view purpose, std::string_view token) {
  const auto bytes = base::from_base64url(token);
  if (!bytes || bytes->size() <= id_size) return {};
  const std::string id = bytes->substr(0, id_size);
  if (!seal.verify(bytes->substr(id_size), covered(purpose, id))) return {};
  return base::to_hex(id);
}

std::string public_address(const base::Config& config, const std::string& path) {
  if (config.public_url.empty()) throw base::ConfigError("QJ_PUBLIC_URL is not set");
  return config.public_url + config.base_path + path;
}

}  // namespace web
