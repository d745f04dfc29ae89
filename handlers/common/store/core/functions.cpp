// See functions.h.
#include "store/core/functions.h"

#include "base/crypto.h"
#include "store/core/sql_file.h"

#include <soci/soci.h>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>

namespace store {
namespace {

namespace fs = std::filesystem;

// A trigger's table is locked for a moment; whoever holds it longer than this must not keep all others waiting behind us.
const char* const patience = "set local lock_timeout = '30s'";

bool plain_name(const std::string& name) {
  return name.size() > 4 && name.substr(name.size() - 4) == ".sql" &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_/.") == std::string::npos &&
         name.find("..") == std::string::npos;
}

// The names in `order`, a line each; '#' begins a remark. Whatever is listed is there, and whatever is there is listed.
std::vector<std::string> listed(const fs::path& folder) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  std::istringstream lines(read_sql_file(folder / "order", "functions/order").text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (!plain_name(line)) throw MigrationError("functions/order: not a file's name: " + line);
    if (!seen.insert(line).second) throw MigrationError("functions/order: listed twice: " + line);
    if (!fs::is_regular_file(folder / line)) throw MigrationError("functions/order: no such file: " + line);
    names.push_back(line);
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder);
    if (entry.path().extension() == ".sql" && seen.count(name) == 0)
      throw MigrationError("functions/" + name + ": is not listed in functions/order");
  }
  return names;
}

std::vector<SqlFile> files(const fs::path& folder) {
  std::vector<SqlFile> all;
  for (const std::string& name : listed(folder)) all.push_back(read_sql_file(folder / name, "functions/" + name));
  return all;
}

// What `sha256sum FILES | sha256sum` says of the files in their order: the Makefile tells a program its own set that way.
std::string checksum_of(const std::vector<SqlFile>& set) {
  std::string text;
  for (const SqlFile& file : set) text += file.checksum + "  " + file.name + "\n";
  return base::sha256_hex(text);
}

std::map<std::string, std::string> applied(Db& db) {
  return db.run([](soci::session& sql) {
    std::map<std::string, std::string> checksums;
    soci::rowset<soci::row> rows = (sql.prepare << "select name, checksum from schema_functions");
    for (const soci::row& row : rows) checksums[row.get<std::string>(0)] = row.get<std::string>(1);
    return checksums;
  });
}

bool is_newest(Db& db, const std::string& checksum, int schema) {
  return db.run([&](soci::session& sql) {
    int same = 0;
    sql << R"sql(
        select (coalesce((
          select checksum = :checksum and schema = :schema
          from schema_function_sets
          order by id desc limit 1
        ), false))::int
    )sql",
        soci::use(checksum), soci::use(schema), soci::into(same);
    return same != 0;
  });
}

void record(Db& db, const std::vector<SqlFile>& set, const std::string& checksum, int schema) {
  std::string rows;
  for (const SqlFile& file : set) rows += (rows.empty() ? "('" : ", ('") + file.name + "', '" + file.checksum + "')";
  db.execute_script("delete from schema_functions");
  if (!rows.empty()) db.execute_script("insert into schema_functions (name, checksum) values " + rows);
  db.execute_script("insert into schema_function_sets (checksum, schema) values ('" + checksum + "', " + std::to_string(schema) +
                    ")");
}

}  // namespace

std::vector<FunctionFile> function_files(Db& db, const std::string& folder) {
  auto there = applied(db);
  std::vector<FunctionFile> all;
  for (const SqlFile& file : files(fs::path(folder) / "functions")) {
    const auto it = there.find(file.name);
    const bool same = it != there.end() && it->second == file.checksum;
    all.push_back({file.name, file.checksum, same ? FunctionFile::applied : FunctionFile::pending});
    if (it != there.end()) there.erase(it);
  }
  for (const auto& [name, checksum] : there) all.push_back({name, checksum, FunctionFile::gone});
  return all;
}

bool apply_functions(Db& db, const std::string& folder, int schema) {
  const std::vector<SqlFile> set = files(fs::path(folder) / "functions");
  const std::string checksum = checksum_of(set);
  if (is_newest(db, checksum, schema)) return false;
  db.transaction(Actor{}, [&](Tx&) {
    db.execute_script(patience);
    for (const SqlFile& file : set) run_sql_file(db, file);
    record(db, set, checksum, schema);
  });
  return true;
}

bool had_functions(Db& db, const std::string& checksum) {
  return db.run([&](soci::session& sql) {
    int there = 0;
    sql << "select (to_regclass('schema_function_sets') is not null)::int", soci::into(there);
    if (there != 0)
      sql << "select (exists (select from schema_function_sets where checksum = :checksum))::int", soci::use(checksum),
          soci::into(there);
    return there != 0;
  });
}

}  // namespace store
