// See migrations.h.
#include "store/core/migrations.h"

#include "base/crypto.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace store {
namespace {

namespace fs = std::filesystem;

const char* const table =
    "create table if not exists schema_migrations (number int primary key, name text not null, checksum text not null, "
    "applied_at timestamptz not null default now()); "
    "grant select on schema_migrations to public;";
constexpr const char* lock = "select pg_advisory_lock(70, 1)";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw MigrationError(path.string() + ": cannot be read");
  return text.str();
}

std::map<int, fs::path> files(const std::string& folder) {
  std::map<int, fs::path> found;
  if (!fs::is_directory(folder)) throw MigrationError(folder + ": no such folder");
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (entry.path().extension() != ".sql" || name.size() < 6 || !std::all_of(name.begin(), name.begin() + 4, ::isdigit))
      continue;
    if (!found.emplace(std::stoi(name.substr(0, 4)), entry.path()).second) throw MigrationError(name + ": number used twice");
  }
  return found;
}

std::map<int, std::string> applied(Db& db) {
  return db.run([](soci::session& sql) {
    std::map<int, std::string> checksums;
    soci::rowset<soci::row> rows = (sql.prepare << "select number, checksum from schema_migrations");
    for (const soci::row& row : rows) {
      int number = 0;
      std::string checksum;
      row >> number >> checksum;
      checksums[number] = checksum;
    }
    return checksums;
  });
}

// `-- no-transaction` on the first line: CREATE INDEX CONCURRENTLY and the like; its body can be run again.
void apply(Db& db, const Migration& migration, const std::string& text) {
  const std::string record = "insert into schema_migrations (number, name, checksum) values (" +
                             std::to_string(migration.number) + ", '" + migration.name + "', '" + migration.checksum + "')";
  const bool plain = text.rfind("-- no-transaction", 0) == 0;
  try {
    if (!plain) db.execute_script("begin");
    db.execute_script(text);
    db.execute_script(record);
    if (!plain) db.execute_script("commit");
  } catch (const std::runtime_error& e) {
    throw MigrationError(migration.name + ": " + e.what());
  }
}

}  // namespace

std::vector<Migration> migrations(Db& db, const std::string& folder) {
  if (schema_version(db) < 0) db.execute_script(table);
  const auto done = applied(db);
  std::vector<Migration> all;
  for (const auto& [number, path] : files(folder)) {
    Migration migration{number, path.filename(), base::sha256_hex(read(path))};
    if (const auto it = done.find(number); it != done.end()) {
      migration.applied = true;
      migration.changed = it->second != migration.checksum;
    }
    all.push_back(migration);
  }
  return all;
}

int migrate(Db& db, const std::string& folder) {
  db.execute_script(lock);
  int count = 0;
  for (const Migration& migration : migrations(db, folder)) {
    if (migration.changed) throw MigrationError(migration.name + ": was applied with another content");
    if (migration.applied) continue;
    apply(db, migration, read(fs::path(folder) / migration.name));
    ++count;
  }
  db.execute_script("select pg_advisory_unlock(70, 1)");
  return count;
}

int schema_version(Db& db) {
  return db.run([](soci::session& sql) {
    int there = 0, version = -1;
    sql << "select (to_regclass('schema_migrations') is not null)::int", soci::into(there);
    if (there != 0) sql << "select coalesce(max(number), 0) from schema_migrations", soci::into(version);
    return version;
  });
}

void require_schema(const std::string& conninfo, const std::string& role) {
  Db db(conninfo, role);
  int version = 0;
  try {
    version = schema_version(db);
  } catch (const Unavailable&) {
    return;
  }
  if (version < known_schema)
    throw MigrationError("the database's schema is at " + std::to_string(version) + ", this program needs " +
                         std::to_string(known_schema) + ": run `qjctl migrate`");
}

}  // namespace store
