// Tokens of institutions' own systems. Like a session, a token sets whose rows row-level security shows (api_find()). A token
// is shown once, stored as its SHA-256, and bound to scopes, days and networks; errors are JSON with the sentences of the
// pages.
#pragma once

#include "domain/results/api_token.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

// Who is behind a token; also sets whose rows row-level security shows to this connection until the next call. refused: "" when
// it may be used, else unknown | expired | address.
struct ApiClient {
  long long token_id = 0, institution_id = 0;
  std::string institution_name, token_name, scopes, refused;
  bool may(const std::string& scope) const;
};
ApiClient find_api_client(Db& db, const std::string& token_hash_hex, const std::string& address, domain::Date today);

struct ApiToken {
  long long id = 0;
  std::string name, scopes, addresses, expires_on, created_by, created_at, used_at, used_address, revoked_at;
};
std::vector<ApiToken> api_tokens(Db& db, long long institution_id);  // newest first, revoked ones too
std::optional<ApiToken> find_api_token(Db& db, long long institution_id, long long id);
long long create_api_token(Tx& tx, long long institution_id, const domain::ApiTokenValues& values,
                           const std::string& token_hash_hex);
bool revoke_api_token(Tx& tx, long long institution_id, const ApiToken& token);  // false: was revoked already

}  // namespace store
