// A form's token: proves that the form came from us, to this browser, for this address; used once, in the transaction of the
// change (store/core/tokens.h), so a failed change leaves it usable. Text: nonce (16 bytes), expiry (8), both in the clear, and
// a MAC over them, the path and the browser's binding: the session's cookie, or before login the visit cookie.
#pragma once

#include "base/crypto.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace web {

constexpr std::int64_t token_lifetime = 12 * 3600;  // as long as a session can last

std::string make_token(const base::Key& key, std::string_view binding, std::string_view path, std::int64_t now);
// The nonce in hex when the token is ours, for this binding and path, and not too old.
std::optional<std::string> check_token(const base::Key& key, std::string_view token, std::string_view binding,
                                       std::string_view path, std::int64_t now);

}  // namespace web
