// Addresses in mails, which nobody can make without the seal key: a token is an id and a MAC over id and purpose, so a copy of
// the database opens nothing. One-time links (store/people/links.h) and the unsubscribe address of every reminder
// (/accounts/unsubscribe?t=…) are made so. Complete addresses begin with the configured QJ_PUBLIC_URL, never with a request's
// Host header, which the client chooses.
#pragma once

#include "base/config.h"
#include "base/crypto.h"

#include <optional>
#include <string>
#include <string_view>

namespace base {

std::string new_link_id();  // 16 random bytes, in hex
std::string link_token(const Key& seal, std::string_view purpose, std::string_view id_hex);
// The id in hex, when the token is ours and for this purpose.
std::optional<std::string> check_link_token(const Key& seal, std::string_view purpose, std::string_view token);

// Which mail (its digest's id) a reminder's unsubscribe address came with. It works for as long as the mail is remembered, 400
// days at least.
std::string unsubscribe_token(const Key& seal, long long digest_id);
std::optional<long long> digest_of(const Key& seal, std::string_view token);  // when the token is ours

// https://host/base/accounts/invite?t=…; path begins with "/". ConfigError when QJ_PUBLIC_URL is not set.
std::string public_address(const Config& config, const std::string& path);

}  // namespace base
