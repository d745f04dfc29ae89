// The second factor of a user: the sealed secret, the last time step used, recovery codes. Secrets come and go encrypted; a
// recovery code is stored as its SHA-256.
#pragma once

#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

std::optional<std::string> totp_secret(Db& db, long long user_id);  // sealed, in hex; empty without a second factor
// False when this or a later step was used before: a code is good once, whoever sees it.
bool use_totp_step(Tx& tx, long long user_id, long long step);
bool use_recovery_code(Tx& tx, long long user_id, const std::string& code_hash_hex);
int recovery_codes_left(Db& db, long long user_id);

void enable_two_factor(Tx& tx, long long user_id, long long chain, const std::string& sealed_hex, long long step);
// Replaces all of them.
void set_recovery_codes(Tx& tx, long long user_id, const std::vector<std::string>& code_hashes_hex);

}  // namespace store
