// See sealed_columns.h.
#include "store/core/sealed_columns.h"

#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {

const std::vector<SealedColumn>& sealed_columns() {
  static const std::vector<SealedColumn> columns{
      {"units", "id_number_sealed"}, {"users", "totp_secret_sealed"}, {"account_requests", "id_number_sealed"}};
  return columns;
}

std::vector<SealedValue> sealed_values(Db& db, const SealedColumn& column, long long after, int limit) {
  return db.run([&](soci::session& sql) {
    const std::string name = column.column;
    const std::string query = "select id, encode(" + name + ", 'hex') from " + column.table + " where id > :after and " + name +
                              " is not null order by id limit :limit";
    std::vector<SealedValue> values;
    soci::rowset<soci::row> rows = (sql.prepare << query, soci::use(after), soci::use(limit));
    for (const soci::row& row : rows) {
      SealedValue value;
      row >> value.id >> value.hex;
      values.push_back(value);
    }
    return values;
  });
}

bool replace_sealed(Tx& tx, const SealedColumn& column, const SealedValue& old, const std::string& fresh_hex) {
  const std::string name = column.column;
  const std::string change = std::string("update ") + column.table + " set " + name +
                             " = decode(:fresh, 'hex') where id = :id and " + name + " = decode(:old, 'hex')";
  return affected(tx, change, fresh_hex, old.id, old.hex) == 1;
}

}  // namespace store
