// See live_sessions.h.
#include "store/people/live_sessions.h"

#include "base/json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

const std::string is_live = "s.ended_at is null and s.seen_at > now() - session_idle() and s.created_at > now() - session_life()";

}  // namespace

std::vector<LiveSession> all_live_sessions(Db& db, const std::string& login, int size, int page) {
  return db.run([&](soci::session& sql) {
    const int offset = (page - 1) * size;
    const std::string query = "select s.id, u.id, coalesce(u.unit_id, 0), u.login, u.user_type, " + shown_time("s.created_at") +
                              ", " + shown_time("s.seen_at") +
                              ", s.address, s.user_agent from sessions s join users u on u.id = s.user_id where " + is_live +
                              R"sql(
            and (:login = '' or lower(u.login) = lower(:login))
            order by s.created_at desc, s.id desc limit :size
            offset :offset
        )sql";
    std::vector<LiveSession> found;
    soci::rowset<soci::row> rows =
        (sql.prepare << query, soci::use(login, "login"), soci::use(size, "size"), soci::use(offset, "offset"));
    for (const soci::row& row : rows) {
      LiveSession session;
      row >> session.id >> session.user_id >> session.unit_id >> session.login >> session.user_type >> session.created_at >>
          session.seen_at >> session.address >> session.user_agent;
      found.push_back(session);
    }
    return found;
  });
}

int revoke_sessions(Tx& tx, long long id, const std::string& login) {
  const std::string change = "update sessions s set ended_at = now() from users u where u.id = s.user_id and " + is_live +
                             R"sql(
                                 and (:id::bigint = 0 or s.id = :id)
                                   and (:login = '' or lower(u.login) = lower(:login))
                                 returning s.id, coalesce(u.unit_id, 0), u.login
                             )sql";
  soci::rowset<soci::row> rows = (tx.sql().prepare << change, soci::use(id, "id"), soci::use(login, "login"));
  int ended = 0;
  for (const soci::row& row : rows) {
    long long session = 0, chain = 0;
    std::string whose;
    row >> session >> chain >> whose;
    tx.audit(chain, "session.revoke", "session", session, nullptr, {{"login", whose}});
    ++ended;
  }
  return ended;
}

}  // namespace store
