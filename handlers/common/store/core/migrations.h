// The schema's versions: sql/migrations/NNNN_what.sql, forward only, each in one transaction, checksummed, under an advisory
// lock so that two operators cannot run them at once. Needs the owner's connection; an area only asks schema_version().
#pragma once

#include "store/core/db.h"

#include <string>
#include <vector>

namespace store {

constexpr int known_schema = 24;  // the newest migration this program was built with

struct MigrationError : base::Failure {
  explicit MigrationError(const std::string& words) : Failure(words, base::exit_config) {}
};

struct Migration {
  int number = 0;
  std::string name, checksum;
  bool applied = false, changed = false;  // changed: applied, but the file is not the one that was applied
};

std::vector<Migration> migrations(Db& db, const std::string& folder);  // by number
int migrate(Db& db, const std::string& folder);                        // how many were applied; MigrationError

// The newest applied migration; -1 before the first `migrate`. Any role may ask.
int schema_version(Db& db);
// For a program's start, over a connection of its own: MigrationError, which says what to do, when the schema is older than
// known_schema. Without a database nothing is said: the program starts all the same and waits for one.
void require_schema(const std::string& conninfo, const std::string& role);

}  // namespace store
