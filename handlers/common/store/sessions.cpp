// See sessions.h.
#include "store/sessions.h"

namespace store {
namespace {

struct FindSession {
  explicit FindSession(soci::session& sql)
      : statement((sql.prepare << "select session_id, user_id, login, user_name, user_type, coalesce(enterprise_id, 0), "
                                  "enterprise_name, enterprise_state, division_code "
                                  "from session_find(decode(:hash, 'hex'))",
                   soci::use(hash), soci::into(found.id), soci::into(found.user_id), soci::into(found.login),
                   soci::into(found.user_name), soci::into(found.user_type), soci::into(found.enterprise_id),
                   soci::into(found.organisation), soci::into(found.enterprise_state), soci::into(found.division_code))) {}
  std::string hash;
  Session found;
  soci::statement statement;
};

}  // namespace

std::optional<Session> find_session(Db& db, const std::string& token_hash_hex) {
  return db.run([&](soci::session& sql) -> std::optional<Session> {
    auto& find = db.kept<FindSession>(sql);
    find.hash = token_hash_hex;
    if (!find.statement.execute(true)) return {};
    return find.found;
  });
}

void forget_session(Db& db) {
  db.run([](soci::session& sql) {
    std::string ignored;
    sql << "select set_config('qj.enterprise', '-1', false)", soci::into(ignored);
  });
}

void create_session(Tx& tx, long long user_id, const std::string& token_hash_hex, const std::string& address) {
  tx.sql() << "insert into sessions (token_hash, user_id, address) values (decode(:hash, 'hex'), :user, :address)",
      soci::use(token_hash_hex), soci::use(user_id), soci::use(address);
}

void end_session(Tx& tx, const std::string& token_hash_hex) {
  tx.sql() << "update sessions set ended_at = now() where token_hash = decode(:hash, 'hex') and ended_at is null",
      soci::use(token_hash_hex);
}

}  // namespace store
