// Sessions: who is behind a cookie. Only the SHA-256 of the cookie's value is in the database.
#pragma once

#include "store/db.h"

#include <optional>
#include <string>

namespace store {

struct Session {
  long long id = 0, user_id = 0;
  std::string login, user_name, user_type;  // unit | institution | supervisor | administrator
  long long enterprise_id = 0;              // 0 when the user belongs to no unit
  std::string organisation;                 // the unit's, institution's or department's name
  std::string enterprise_state;             // pending | approved | rejected | suspended; "" when no unit
  std::string division_code;                // the unit's region
};

// One round trip; also tells row-level security whose rows this connection may see until the next call.
std::optional<Session> find_session(Db& db, const std::string& token_hash_hex);
// A connection that served somebody before must not serve nobody with that one's rows.
void forget_session(Db& db);

void create_session(Tx& tx, long long user_id, const std::string& token_hash_hex, const std::string& address);
void end_session(Tx& tx, const std::string& token_hash_hex);

}  // namespace store
