// See sealed_link.h.
#include "base/sealed_link.h"

namespace base {
namespace {

constexpr const char* unsubscribe = "unsubscribe";
constexpr std::size_t id_size = 16;
std::string covered(std::string_view purpose, std::string_view id) {
  return "link:" + std::string(purpose) + ":" + std::string(id);
}

}  // namespace

std::string new_link_id() { return to_hex(random_bytes(id_size)); }

std::string link_token(const Key& seal, std::string_view purpose, std::string_view id_hex) {
  const std::string id = from_hex(id_hex).value();
  return to_base64url(id + seal.mac(covered(purpose, id)));
}

std::optional<std::string> check_link_token(const Key& seal, std::string_view purpose, std::string_view token) {
  const auto bytes = from_base64url(token);
  if (!bytes || bytes->size() <= id_size) return {};
  const std::string id = bytes->substr(0, id_size);
  if (!seal.verify(bytes->substr(id_size), covered(purpose, id))) return {};
  return to_hex(id);
}

std::string unsubscribe_token(const Key& seal, long long digest_id) {
  std::string id(id_size, '\0');
  auto rest = static_cast<unsigned long long>(digest_id);
  for (std::size_t at = id_size; rest != 0; rest >>= 8) id[--at] = static_cast<char>(rest & 0xff);
  return link_token(seal, unsubscribe, to_hex(id));
}

std::optional<long long> digest_of(const Key& seal, std::string_view token) {
  const auto id = check_link_token(seal, unsubscribe, token);
  return id ? std::optional(std::stoll(*id, nullptr, 16)) : std::nullopt;
}

std::string public_address(const Config& config, const std::string& path) {
  if (config.public_url.empty()) throw ConfigError("QJ_PUBLIC_URL is not set");
  return config.public_url + config.base_path + path;
}

}  // namespace base
