// Sessions: who is behind a cookie. Only the SHA-256 of the cookie's value is stored. A session carries what its user must do
// first (pending: change a temporary or expired password, set up a second factor that the settings require); the gate lets it
// reach those pages only. The badge of due instruments comes in the same round trip, from the list's index, counting a thousand
// rows at most.
#pragma once

#include "domain/values/date.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct Session {
  long long id = 0, user_id = 0;
  std::string login, user_name, user_type;  // unit | institution | supervisor | administrator
  std::string role;                         // manager | worker | viewer
  std::string pending;                      // "" | password | two_factor: what must be done before anything else
  long long unit_id = 0, institution_id = 0, department_id = 0;  // 0 when the user belongs to none
  std::string organisation;                                      // the unit's, institution's or department's name
  std::string organisation_state;                                // a unit's review state; active | suspended of the others
  std::string division_code;                                     // the unit's or institution's region
  std::string previous_login;  // time and address of the login before this one, "" when it was the first
  int failures_before = 0;     // refused logins since then
  long long due_count = 0;     // of a reviewed unit: instruments (数量) that need something; the badge's number
  long long unread_count = 0;  // notices not read yet; a hundred at most are counted
};

// One round trip; also sets whose rows row-level security shows to this connection until the next call.
// today: for the badge.
std::optional<Session> find_session(Db& db, const std::string& token_hash_hex, domain::Date today);
// Resets row-level security: a connection that served a session must not show its rows to a request without one.
void forget_session(Db& db);

struct NewSession {
  long long user_id = 0;
  std::string token_hash_hex, address, user_agent, pending;
};
// Also remembers the user's login before this one, so that the person can see it.
void create_session(Tx& tx, const NewSession& session);
void end_session(Tx& tx, const std::string& token_hash_hex);
// A new cookie for the same session: after a change of password or role.
void renew_session(Tx& tx, long long session_id, const std::string& token_hash_hex);
void set_pending(Tx& tx, long long session_id, const std::string& pending);

struct SessionRow {
  long long id = 0;
  std::string created_at, seen_at, address, user_agent;  // times: YYYY-MM-DD HH:MM in Asia/Shanghai
};
std::vector<SessionRow> live_sessions(Db& db, long long user_id);  // newest first
// Ends live ones of this user: the one, or all but `except`. How many.
int end_one_session(Tx& tx, long long user_id, long long session_id);
int end_sessions(Tx& tx, long long user_id, long long except_session_id = 0);

// What was posted after the session had ended by time (web/stored_forms.h): sealed, shown again to the same user after a login.
bool store_form(Db& db, const std::string& id_hex, const std::string& token_hash_hex, const std::string& path,
                const std::string& sealed_hex);
std::optional<std::string> take_form(Db& db, const std::string& id_hex, long long user_id, const std::string& path);  // hex

}  // namespace store
