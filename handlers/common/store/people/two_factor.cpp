// See two_factor.h. Switching it off stands in users.h, because administrators do it too.
#include "store/people/two_factor.h"

#include "base/json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {

std::optional<std::string> totp_secret(Db& db, long long user_id) {
  return db.run([&](soci::session& sql) -> std::optional<std::string> {
    std::string sealed;
    sql << R"sql(
        select encode(totp_secret_sealed, 'hex')
        from users
        where id = :id and totp_secret_sealed is not null and state = 'active'
    )sql",
        soci::use(user_id), soci::into(sealed);
    if (!sql.got_data()) return {};
    return sealed;
  });
}

bool use_totp_step(Tx& tx, long long user_id, long long step) {
  return affected(tx, "update users set totp_step = :step where id = :id and totp_step < :step", step, user_id, step) == 1;
}

bool use_recovery_code(Tx& tx, long long user_id, const std::string& code_hash_hex) {
  return affected(tx,
                  R"sql(
                      update recovery_codes
                      set used_at = now()
                      where user_id = :id and code_hash = decode(:hash, 'hex') and used_at is null
                  )sql",
                  user_id, code_hash_hex) == 1;
}

int recovery_codes_left(Db& db, long long user_id) {
  return db.run([&](soci::session& sql) {
    int left = 0;
    sql << "select count(*)::int from recovery_codes where user_id = :id and used_at is null", soci::use(user_id),
        soci::into(left);
    return left;
  });
}

void enable_two_factor(Tx& tx, long long user_id, long long chain, const std::string& sealed_hex, long long step) {
  affected(tx,
           R"sql(
               update users
               set totp_secret_sealed = decode(:sealed, 'hex'), totp_step = :step, version = version + 1
               where id = :id
           )sql",
           sealed_hex, step, user_id);
  tx.audit(chain, "user.enable_two_factor", "user", user_id, {{"two_factor", false}}, {{"two_factor", true}});
}

void set_recovery_codes(Tx& tx, long long user_id, const std::vector<std::string>& code_hashes_hex) {
  affected(tx, "delete from recovery_codes where user_id = :id", user_id);
  for (const std::string& hash : code_hashes_hex)
    affected(tx, "insert into recovery_codes (user_id, code_hash) values (:id, decode(:hash, 'hex'))", user_id, hash);
}

}  // namespace store
