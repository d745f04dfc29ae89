// See audit_chains.h.
#include "store/administration/audit_chains.h"

#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {

std::vector<ChainHead> chain_heads(Db& db) {
  return db.run([](soci::session& sql) {
    std::vector<ChainHead> heads;
    const std::string query = "select distinct on (unit_id) unit_id, seq, encode(hash, 'hex'), " + shown_time("at") +
                              " from audit order by unit_id, seq desc";
    soci::rowset<soci::row> rows = (sql.prepare << query);
    for (const soci::row& row : rows) {
      ChainHead head;
      row >> head.chain >> head.seq >> head.hash_hex >> head.at;
      heads.push_back(head);
    }
    return heads;
  });
}

std::optional<long long> first_bad_row(Db& db, long long chain) {
  return db.run([&](soci::session& sql) -> std::optional<long long> {
    long long seq = 0;
    sql << "select coalesce(audit_verify(:chain), 0)", soci::use(chain), soci::into(seq);
    if (seq == 0) return {};
    return seq;
  });
}

std::string row_hash(Db& db, long long chain, long long seq) {
  return db.run([&](soci::session& sql) {
    std::string hash;
    sql << "select encode(hash, 'hex') from audit where unit_id = :chain and seq = :seq", soci::use(chain), soci::use(seq),
        soci::into(hash);
    return sql.got_data() ? hash : std::string();
  });
}

}  // namespace store
