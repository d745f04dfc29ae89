// The second factor of a user: the encrypted secret, the last time step used, recovery codes. A code is used up by its time
// step, in the statement that accepts it; a recovery code, stored as its SHA-256, by its row.
#pragma once

#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

std::optional<std::string> totp_secret(Db& db, long long user_id);  // sealed, in hex; empty without a second factor
// False when this or a later step was used before: a code is valid once.
bool use_totp_step(Tx& tx, long long user_id, long long step);
bool use_recovery_code(Tx& tx, long long user_id, const std::string& code_hash_hex);
int recovery_codes_left(Db& db, long long user_id);

void enable_two_factor(Tx& tx, long long user_id, long long chain, const std::string& sealed_hex, long long step);
// Replaces all of them.
void set_recovery_codes(Tx& tx, long long user_id, const std::vector<std::string>& code_hashes_hex);

}  // namespace store
