// Live sessions of all users, and ending them by an operator. Owner's connection.
#pragma once

#include "store/core/db.h"

#include <string>
#include <vector>

namespace store {

struct LiveSession {
  long long id = 0, user_id = 0, unit_id = 0;
  std::string login, user_type, created_at, seen_at, address, user_agent;  // times: YYYY-MM-DD HH:MM in Asia/Shanghai
};
// login "": everybody's. Newest first.
std::vector<LiveSession> all_live_sessions(Db& db, const std::string& login, int size, int page);
// Ends the one with this id, those of this login, or with neither all of them; each is audited. How many were live.
int revoke_sessions(Tx& tx, long long id, const std::string& login);

}  // namespace store
