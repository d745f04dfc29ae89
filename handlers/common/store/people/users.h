// People who log in: of a unit, an institution, a department, or administrators. A login name is unique whatever its case. In
// each organisation somebody is 负责人 (manages the others), 经办人 (works) or 只读 (looks). The database keeps at least one
// 负责人 (Violation users_last_manager) by a trigger with an advisory lock, because two of them could demote each other in the
// same second.
#pragma once

#include "store/core/db.h"
#include "store/people/sessions.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct Credentials {
  long long user_id = 0;
  std::string password_hash, user_type;
  std::string email;          // confirmed, or ""
  bool must_change = false;   // a temporary password
  int password_age_days = 0;  // since it was set
  bool two_factor = false;
};

// An active user by login name (any case) and type; empty when there is none.
std::optional<Credentials> find_credentials(Db& db, const std::string& login, const std::string& user_type);
std::optional<Credentials> find_credentials(Db& db, long long user_id);
bool login_taken(Db& db, const std::string& login);

struct NewUser {
  std::string login, name, user_type, password_hash;
  long long unit_id = 0, institution_id = 0, department_id = 0;  // the one that fits user_type; 0: none
  std::string role = "manager", phone{}, email{};                // email: confirmed, or ""
  bool must_change_password = false;
};
// Violation users_login when the login is taken.
long long create_user(Tx& tx, const NewUser& user);

struct User {
  long long id = 0;
  std::string login, name, user_type, role, state, phone, email;  // state: active | locked | removed
  long long unit_id = 0, institution_id = 0, department_id = 0;
  std::string organisation, lock_reason;
  std::string created_at, last_login_at, last_login_address, password_changed_at;  // Asia/Shanghai, to the minute, or ""
  bool two_factor = false, must_change_password = false;
  int version = 0;

  long long chain() const { return unit_id; }  // of the audit; 0: administration
};
std::optional<User> find_user(Db& db, long long id);
std::optional<User> find_user(Db& db, const std::string& login);

struct UserFilter {
  std::string text;                                              // part of login, name or organisation
  std::string user_type, state;                                  // "" for any
  long long unit_id = 0, institution_id = 0, department_id = 0;  // 0 for any
  bool with_removed = false;
  int size = 20, page = 1;
};
struct Users {
  std::vector<User> rows;  // by user type, organisation, login
  long long matched = 0;   // capped at 10,001
};
Users search_users(Db& db, const UserFilter& filter);

// Each of these writes its audit row and returns false when the version is no longer the one given (somebody was faster).
// Ends the user's sessions. Violation users_last_administrator: nobody could unlock him.
bool lock_user(Tx& tx, const User& user, const std::string& reason);
bool unlock_user(Tx& tx, const User& user);
bool remove_user(Tx& tx, const User& user);  // left the organisation: ends the sessions
bool restore_user(Tx& tx, const User& user);
bool set_role(Tx& tx, const User& user, const std::string& role);
// A new password set by somebody else: temporary ones must be changed at the next login. Ends the user's sessions.
bool reset_password(Tx& tx, const User& user, const std::string& password_hash, bool must_change);
bool disable_two_factor(Tx& tx, const User& user, const std::string& reason = "");
// By an administrator: the one live session, or (0) all but `except`; audited. How many.
int end_users_sessions(Tx& tx, const User& user, long long session_id, long long except_session_id);
// Until when the login waits after too many failures ("" when it does not), and its end by an administrator; audited.
std::string login_blocked_until(Db& db, const std::string& login);
void clear_login_throttle(Tx& tx, const User& user);

// By the person. `keep` hashes of earlier passwords stay stored (0: none); other sessions end.
void change_password(Tx& tx, const User& user, const std::string& password_hash, int keep, long long session_id);
// The same password under today's cost: not a change.
void rehash_password(Tx& tx, long long user_id, const std::string& password_hash);
std::vector<std::string> password_history(Db& db, long long user_id, int count);  // hashes, newest first, today's included
void set_email(Tx& tx, const User& user, const std::string& email);               // confirmed, or ""
void set_contact(Tx& tx, const User& user, const std::string& name, const std::string& phone);

// May a login be tried now? The seconds to wait, or 0; then it is counted as failed until login_succeeded says otherwise.
// Commits by itself, before the password is looked at.
int login_attempt(Db& db, const std::string& login, const std::string& address, int limit, int address_limit);
void login_succeeded(Tx& tx, const std::string& login, const std::string& address, int address_limit);
// Into the plain, append-only table of login events. outcome: success | refused | code_refused | throttled; user 0: unknown.
// success also sets the user's last login.
void record_login(Tx& tx, const std::string& login, long long user_id, const std::string& address, const std::string& outcome);

}  // namespace store
