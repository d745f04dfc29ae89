// See sessions.h.
#include "store/people/sessions.h"

#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

struct FindSession {
  explicit FindSession(soci::session& sql)
      : statement((sql.prepare << R"sql(
                     select session_id, user_id, login, user_name, user_type, role, pending, coalesce(unit_id, 0),
                       coalesce(institution_id, 0), coalesce(department_id, 0), organisation, organisation_state,
                       division_code, previous_login, failures_before, due_count, unread_count
                     from session_find(decode(:hash, 'hex'), :today::date)
                 )sql",
                   soci::use(hash), soci::use(today), soci::into(found.id), soci::into(found.user_id), soci::into(found.login),
                   soci::into(found.user_name), soci::into(found.user_type), soci::into(found.role), soci::into(found.pending),
                   soci::into(found.unit_id), soci::into(found.institution_id), soci::into(found.department_id),
                   soci::into(found.organisation), soci::into(found.organisation_state), soci::into(found.division_code),
                   soci::into(found.previous_login), soci::into(found.failures_before), soci::into(found.due_count),
                   soci::into(found.unread_count))) {}
  std::string hash, today;
  Session found;
  soci::statement statement;
};

}  // namespace

std::optional<Session> find_session(Db& db, const std::string& token_hash_hex, domain::Date today) {
  return db.run([&](soci::session& sql) -> std::optional<Session> {
    auto& find = db.kept<FindSession>(sql);
    find.hash = token_hash_hex;
    find.today = today.iso();
    if (!find.statement.execute(true)) return {};
    return find.found;
  });
}

void forget_session(Db& db) {
  db.run([](soci::session& sql) {
    std::string ignored;
    sql << "select set_config('qj.unit', '-1', false) || set_config('qj.institution', '-1', false)", soci::into(ignored);
  });
}

void create_session(Tx& tx, const NewSession& session) {
  tx.sql() << R"sql(
      insert into sessions (token_hash, user_id, address, user_agent, pending, previous_login_at,
        previous_login_address, failures_before)
      select decode(:hash, 'hex'), u.id, :address, left(:agent, 300), :pending, u.last_login_at, u.last_login_address,
        (
        select count(*)
        from login_events e
        where lower(e.login) = lower(u.login) and e.at > coalesce(u.last_login_at, u.created_at)
          and e.outcome <> 'success'
      )::int
      from users u
      where u.id = :user
  )sql",
      soci::use(session.token_hash_hex), soci::use(session.address), soci::use(session.user_agent), soci::use(session.pending),
      soci::use(session.user_id);
}

void end_session(Tx& tx, const std::string& token_hash_hex) {
  tx.sql() << "update sessions set ended_at = now() where token_hash = decode(:hash, 'hex') and ended_at is null",
      soci::use(token_hash_hex);
}

void renew_session(Tx& tx, long long session_id, const std::string& token_hash_hex) {
  tx.sql() << "update sessions set token_hash = decode(:hash, 'hex') where id = :id", soci::use(token_hash_hex),
      soci::use(session_id);
}

void set_pending(Tx& tx, long long session_id, const std::string& pending) {
  tx.sql() << "update sessions set pending = :pending where id = :id", soci::use(pending), soci::use(session_id);
}

std::vector<SessionRow> live_sessions(Db& db, long long user_id) {
  return db.run([&](soci::session& sql) {
    std::vector<SessionRow> found;
    const std::string query = "select id, " + shown_time("created_at") + ", " + shown_time("seen_at") +
                              R"sql(, address, user_agent
                                  from sessions
                                  where user_id = :user and ended_at is null and seen_at > now() - session_idle()
                                    and created_at > now() - session_life()
                                  order by created_at desc, id desc
                              )sql";
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(user_id));
    for (const soci::row& row : rows) {
      SessionRow session;
      row >> session.id >> session.created_at >> session.seen_at >> session.address >> session.user_agent;
      found.push_back(session);
    }
    return found;
  });
}

int end_one_session(Tx& tx, long long user_id, long long session_id) {
  return affected(tx, "update sessions set ended_at = now() where user_id = :user and id = :id and ended_at is null", user_id,
                  session_id);
}

int end_sessions(Tx& tx, long long user_id, long long except_session_id) {
  return affected(tx, "update sessions set ended_at = now() where user_id = :user and id <> :except and ended_at is null",
                  user_id, except_session_id);
}

bool store_form(Db& db, const std::string& id_hex, const std::string& token_hash_hex, const std::string& path,
                const std::string& sealed_hex) {
  return db.run([&](soci::session& sql) {
    std::string kept;
    sql << "select form_store(decode(:id, 'hex'), decode(:hash, 'hex'), :path, decode(:body, 'hex'))::text", soci::use(id_hex),
        soci::use(token_hash_hex), soci::use(path), soci::use(sealed_hex), soci::into(kept);
    return kept == "true";
  });
}

std::optional<std::string> take_form(Db& db, const std::string& id_hex, long long user_id, const std::string& path) {
  return db.run([&](soci::session& sql) -> std::optional<std::string> {
    std::string body;
    sql << "select coalesce(encode(form_take(decode(:id, 'hex'), :user, :path), 'hex'), '')", soci::use(id_hex),
        soci::use(user_id), soci::use(path), soci::into(body);
    if (body.empty()) return {};
    return body;
  });
}

}  // namespace store
