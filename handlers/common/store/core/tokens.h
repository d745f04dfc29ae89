// Things that may happen once: the use of a form's token and of a captcha.
#pragma once

#include "store/core/db.h"

#include <optional>
#include <string>

namespace store {

enum class TokenUse { first, repeated, other_body };

// Inside the change's own transaction, so that a change that does not happen leaves its token usable. `location` receives where
// the first use went when it is `repeated`. Two uses at once: the second waits for the first.
TokenUse use_token(Tx& tx, const std::string& nonce_hex, const std::string& body_hash_hex, std::string& location);
void set_token_location(Tx& tx, const std::string& nonce_hex, const std::string& location);

// Where the first use of this token with this body went, when there was one: asked before a form is checked, because a check
// would stumble over what the first use has made.
std::optional<std::string> find_token_location(Db& db, const std::string& nonce_hex, const std::string& body_hash_hex);

// False when it was used before.
bool use_captcha(Tx& tx, const std::string& nonce_hex);

}  // namespace store
