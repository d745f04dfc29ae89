// See migrations.h.
#include "store/core/migrations.h"

#include "store/core/functions.h"

#include <soci/soci.h>

#include <algorithm>
#include <filesystem>
#include <map>

#ifndef QJ_FUNCTIONS
#error "QJ_FUNCTIONS, the checksum of sql/functions, comes from the Makefile"
#endif

namespace store {

const char* const known_functions = QJ_FUNCTIONS;

namespace {

namespace fs = std::filesystem;

const char* const tables = R"sql(
  create table if not exists schema_migrations (
    number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now());
  -- The files as they were applied last, for `qjctl migrate --status`; and every set there ever was, for require_schema().
  create table if not exists schema_functions (
    name text primary key, checksum text not null, applied_at timestamptz not null default now());
  create table if not exists schema_function_sets (
    id bigint generated always as identity primary key, checksum text not null, schema int not null,
    applied_at timestamptz not null default now());
  grant select on schema_migrations, schema_function_sets to public;
)sql";
// The schema's advisory lock; the classes of all others stand in sql/functions/core/constants.sql, which is not there yet when
// the first migration runs. Over this connection until it ends or the guard goes, whatever is thrown meanwhile.
class Lock {
 public:
  explicit Lock(Db& db) : db_(db) { db_.execute_script("select pg_advisory_lock(70, 1)"); }
  ~Lock() {
    try {
      db_.execute_script("select pg_advisory_unlock(70, 1)");
    } catch (const std::exception&) {  // the connection is gone, and the lock with it
    }
  }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  Db& db_;
};

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
void apply(Db& db, int number, const SqlFile& file) {
  const auto run = [&] {
    run_sql_file(db, file);
    db.execute_script("insert into schema_migrations (number, name, checksum) values (" + std::to_string(number) + ", '" +
                      file.name + "', '" + file.checksum + "')");
  };
  if (file.text.rfind("-- no-transaction", 0) == 0)
    run();
  else
    db.transaction(Actor{}, [&](Tx&) { run(); });
}

}  // namespace

std::vector<Migration> migrations(Db& db, const std::string& folder) {
  if (schema_version(db) < 0) db.execute_script(tables);
  const auto done = applied(db);
  std::vector<Migration> all;
  for (const auto& [number, path] : files(folder + "/migrations")) {
    Migration migration{number, path.filename(), read_sql_file(path, path.filename()).checksum};
    if (const auto it = done.find(number); it != done.end()) {
      migration.applied = true;
      migration.changed = it->second != migration.checksum;
    }
    all.push_back(migration);
  }
  return all;
}

Applied migrate(Db& db, const std::string& folder) {
  const Lock lock(db);
  Applied done;
  for (const Migration& migration : migrations(db, folder)) {
    if (migration.changed) throw MigrationError(migration.name + ": was applied with another content");
    if (migration.applied) continue;
    apply(db, migration.number, read_sql_file(fs::path(folder) / "migrations" / migration.name, migration.name));
    ++done.migrations;
  }
  done.functions = apply_functions(db, folder, schema_version(db));
  return done;
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
  bool functions = false;
  try {
    version = schema_version(db);
    functions = had_functions(db, known_functions);
  } catch (const Unavailable&) {
    return;
  }
  if (version < known_schema)
    throw MigrationError("the database's schema is at " + std::to_string(version) + ", this program needs " +
                         std::to_string(known_schema) + ": run `qjctl migrate`");
  if (!functions)
    throw MigrationError("the database's functions (sql/functions) are older than this program: run `qjctl migrate`");
}

}  // namespace store
