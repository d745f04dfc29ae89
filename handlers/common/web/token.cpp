// See token.h.
#include "web/token.h"

namespace web {
namespace {

constexpr std::size_t nonce_size = 16, head_size = nonce_size + 8, mac_size = 32;

std::string covered(std::string_view head, std::string_view binding, std::string_view path) {
  std::string text(head);
  text.append(std::to_string(binding.size())).append(":").append(binding).append(path);
  return text;
}

}  // namespace

std::string make_token(const base::Key& key, std::string_view binding, std::string_view path, std::int64_t now) {
  std::string head = base::random_bytes(nonce_size);
  const auto expiry = static_cast<std::uint64_t>(now + token_lifetime);
  for (int shift = 56; shift >= 0; shift -= 8) head += static_cast<char>((expiry >> shift) & 0xff);
  return base::to_base64url(head + key.mac(covered(head, binding, path)));
}

std::optional<std::string> check_token(const base::Key& key, std::string_view token, std::string_view binding,
                                       std::string_view path, std::int64_t now) {
  const auto bytes = base::from_base64url(token);
  if (!bytes || bytes->size() != head_size + mac_size || binding.empty()) return {};
  const std::string head = bytes->substr(0, head_size);
  if (!key.verify(bytes->substr(head_size), covered(head, binding, path))) return {};
  std::uint64_t expiry = 0;
  for (std::size_t i = nonce_size; i < head_size; ++i) expiry = expiry << 8 | static_cast<unsigned char>(head[i]);
  if (static_cast<std::uint64_t>(now) > expiry) return {};
  return base::to_hex(head.substr(0, nonce_size));
}

}  // namespace web
