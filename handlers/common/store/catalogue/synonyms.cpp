// See synonyms.h.
#include "store/catalogue/synonyms.h"

#include "base/crypto.h"
#include "base/json.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

#include <algorithm>

namespace store {
namespace {

const char* const names_of =
    "select word from public_everyday_names where kind_no = :kind order by word collate \"zh-x-icu\", word";

std::vector<std::string> without(const std::vector<std::string>& all, const std::vector<std::string>& those) {
  std::vector<std::string> rest;
  for (const std::string& name : all)
    if (std::find(those.begin(), those.end(), name) == those.end()) rest.push_back(name);
  return rest;
}

}  // namespace

std::vector<std::string> everyday_names(Db& db, int kind_no) {
  return db.run([&](soci::session& sql) {
    std::vector<std::string> names;
    each_row(
        sql, names_of, [&](const soci::row& row) { names.push_back(row.get<std::string>(0)); }, kind_no);
    return names;
  });
}

std::string fingerprint(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += std::to_string(name.size()) + ':' + name;
  return base::sha256_hex(text);
}

bool save_everyday_names(Tx& tx, int kind_no, long long kind_id, const std::string& seen, const std::vector<std::string>& names) {
  tx.sql() << "select pg_advisory_xact_lock(lock_class_everyday_names(), :kind)", soci::use(kind_no);
  std::vector<std::string> now;
  each_row(
      tx.sql(), names_of, [&](const soci::row& row) { now.push_back(row.get<std::string>(0)); }, kind_no);
  if (fingerprint(now) != seen) return false;
  const std::vector<std::string> added = without(names, now), removed = without(now, names);
  for (const std::string& name : removed) {
    affected(tx, "delete from kind_synonyms where word = :word and kind_no = :kind", name, kind_no);
    affected(tx, "insert into kind_synonyms_removed (word, kind_no) values (:word, :kind) on conflict do nothing", name, kind_no);
  }
  for (const std::string& name : added) {
    affected(tx, "delete from kind_synonyms_removed where word = :word and kind_no = :kind", name, kind_no);
    affected(tx, "insert into kind_synonyms (word, kind_no, by_administrator) values (:word, :kind, true)", name, kind_no);
  }
  if (added.empty() && removed.empty()) return true;
  const auto listed = [](const std::vector<std::string>& words) {
    return words.empty() ? nlohmann::json(nullptr) : nlohmann::json{{"everyday_names", words}};
  };
  tx.audit(0, "catalogue.names", "kind", kind_id, listed(removed), listed(added));
  return true;
}

}  // namespace store
