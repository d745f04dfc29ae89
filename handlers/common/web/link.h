// The address of a one-time link (store/links.h): its id and a MAC over id and purpose under the seal key, so that who has a
// copy of the database can make none. Complete addresses begin with the configured QJ_PUBLIC_URL, never with a request's Host.
#pragma once

#include "base/config.h"
#include "base/crypto.h"

#include <optional>
#include <string>
#include <string_view>

namespace web {

std::string new_link_id();  // 16 random bytes, in hex
std::string link_token(const base::Key& seal, std::string_view purpose, std::string_view id_hex);
// The id in hex, when the token is ours and for this purpose.
std::optional<std::string> check_link_token(const base::Key& seal, std::string_view purpose, std::string_view token);
// https://host/base/accounts/invite?t=…; path begins with "/". ConfigError when QJ_PUBLIC_URL is not set.
std::string public_address(const base::Config& config, const std::string& path);

}  // namespace web
