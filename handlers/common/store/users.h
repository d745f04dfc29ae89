// People who log in. A login name is unique whatever its case.
#pragma once

#include "store/db.h"

#include <optional>
#include <string>

namespace store {

struct Credentials {
  long long user_id = 0;
  std::string password_hash, user_type;
};

// An active user by login name (any case) and type; empty when there is none.
std::optional<Credentials> find_credentials(Db& db, const std::string& login, const std::string& user_type);
bool login_taken(Db& db, const std::string& login);

struct NewUser {
  std::string login, name, user_type, password_hash;
  long long enterprise_id = 0, institution_id = 0, department_id = 0;  // the one that fits user_type; 0: none
};
// Violation users_login when the login is taken.
long long create_user(Tx& tx, const NewUser& user);

// Writes the login into the plain, append-only table of login events; user 0 when refused.
void record_login(Tx& tx, const std::string& login, long long user_id, const std::string& address);

// For the operator's command. False when there is no such login. Ends the user's sessions.
bool set_password(Tx& tx, const std::string& login, const std::string& password_hash);

}  // namespace store
