// The token in the address that every reminder carries, /accounts/unsubscribe?t=…: which mail it came with, under the seal key.
// It works for as long as the mail is remembered, 400 days at least.
#pragma once

#include "base/crypto.h"

#include <optional>
#include <string>
#include <string_view>

namespace web {

std::string unsubscribe_token(const base::Key& seal, long long digest_id);
// The digest's id, when the token is ours.
std::optional<long long> digest_of(const base::Key& seal, std::string_view token);

}  // namespace web
