// See tokens.h.
#include "store/core/tokens.h"

#include <soci/soci.h>

namespace store {

TokenUse use_token(Tx& tx, const std::string& nonce_hex, const std::string& body_hash_hex, std::string& location) {
  soci::statement insert = (tx.sql().prepare << R"sql(
      insert into used_tokens (nonce, body_hash)
      values (decode(:nonce, 'hex'), decode(:hash, 'hex'))
      on conflict do nothing
  )sql",
                            soci::use(nonce_hex), soci::use(body_hash_hex));
  insert.execute(true);
  if (insert.get_affected_rows() == 1) return TokenUse::first;
  std::string first_hash;
  tx.sql() << "select encode(body_hash, 'hex'), location from used_tokens where nonce = decode(:nonce, 'hex')",
      soci::use(nonce_hex), soci::into(first_hash), soci::into(location);
  return first_hash == body_hash_hex ? TokenUse::repeated : TokenUse::other_body;
}

void set_token_location(Tx& tx, const std::string& nonce_hex, const std::string& location) {
  tx.sql() << "update used_tokens set location = :location where nonce = decode(:nonce, 'hex')", soci::use(location),
      soci::use(nonce_hex);
}

std::optional<std::string> find_token_location(Db& db, const std::string& nonce_hex, const std::string& body_hash_hex) {
  return db.run([&](soci::session& sql) -> std::optional<std::string> {
    std::string location;
    sql << R"sql(
        select location
        from used_tokens
        where nonce = decode(:nonce, 'hex') and body_hash = decode(:hash, 'hex')
    )sql",
        soci::use(nonce_hex), soci::use(body_hash_hex), soci::into(location);
    if (!sql.got_data()) return {};
    return location;
  });
}

bool use_captcha(Tx& tx, const std::string& nonce_hex) {
  soci::statement insert = (tx.sql().prepare << R"sql(
      insert into used_captchas (nonce)
      values (decode(:nonce, 'hex'))
      on conflict do nothing
  )sql",
                            soci::use(nonce_hex));
  insert.execute(true);
  return insert.get_affected_rows() == 1;
}

}  // namespace store
