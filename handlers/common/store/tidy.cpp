// See tidy.h.
#include "store/tidy.h"

namespace store {
namespace {

long long remove(Tx& tx, const char* statement) {
  soci::statement run = (tx.sql().prepare << statement);
  run.execute(true);
  return run.get_affected_rows();
}

}  // namespace

Tidied tidy(Tx& tx) {
  return {
      remove(tx, "delete from used_tokens where at < now() - interval '36 hours'"),
      remove(tx, "delete from used_captchas where at < now() - interval '36 hours'"),
      remove(tx,
             "delete from sessions where coalesce(ended_at, created_at + interval '12 hours') < now() - interval '24 hours'")};
}

std::set<std::string> known_files(Db& db) {
  return db.run([](soci::session& sql) {
    std::set<std::string> names;
    soci::rowset<std::string> rows =
        (sql.prepare
         << "select file_name from enterprise_documents union select document from account_requests where document <> ''");
    for (const std::string& name : rows) names.insert(name);
    return names;
  });
}

}  // namespace store
