// See unsubscribe.h.
#include "web/unsubscribe.h"

#include "web/link.h"

namespace web {
namespace {

constexpr const char* purpose = "unsubscribe";
constexpr std::size_t bytes = 16;  // a link's id is that long

}  // namespace

std::string unsubscribe_token(const base::Key& seal, long long digest_id) {
  std::string id(bytes, '\0');
  auto rest = static_cast<unsigned long long>(digest_id);
  for (std::size_t at = bytes; rest != 0; rest >>= 8) id[--at] = static_cast<char>(rest & 0xff);
  return link_token(seal, purpose, base::to_hex(id));
}

std::optional<long long> digest_of(const base::Key& seal, std::string_view token) {
  const auto id = check_link_token(seal, purpose, token);
  return id ? std::optional(std::stoll(*id, nullptr, 16)) : std::nullopt;
}

}  // namespace web
