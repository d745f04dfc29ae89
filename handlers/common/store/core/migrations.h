// The schema, from the files in sql/. Needs the owner's connection; an area only asks whether the schema is new enough.
//   migrations/NNNN_what.sql    tables and data: forward only, each in one transaction, known by its checksum
//   functions/                  functions, triggers and views: see functions.h
// All of it runs under one advisory lock, so that of two operators at once the second one finds everything done.
//
// A program refuses to start on a schema older than its own, because it would fail at some page later. One that is newer is
// nobody's business: while machines are upgraded one after the other, the old programs go on, and a migration must leave them
// what they use. Migrations have numbers to compare. Functions have none, only the checksum of the whole set, which does not say
// what came first; so the database remembers every set it ever had (schema_function_sets), and a program asks whether its own
// was among them. Not there: the database was never brought up to this program.
#pragma once

#include "store/core/db.h"
#include "store/core/sql_file.h"

#include <string>
#include <vector>

namespace store {

constexpr int known_schema = 12;           // the newest migration this program was built with
extern const char* const known_functions;  // the checksum of the set of functions it was built with (see Makefile)

struct Migration {
  int number = 0;
  std::string name, checksum;
  bool applied = false, changed = false;  // changed: applied, but the file is not the one that was applied
};

std::vector<Migration> migrations(Db& db, const std::string& folder);  // of sql/, by number

struct Applied {
  int migrations = 0;
  bool functions = false;
};
Applied migrate(Db& db, const std::string& folder);  // of sql/; MigrationError names the file, which has changed nothing then

// The newest applied migration; -1 before the first `migrate`. Any role may ask.
int schema_version(Db& db);
// For a program's start, over a connection of its own: MigrationError, which says what to do, when the schema or its functions
// are older than the program. Without a database nothing is said: the program starts all the same and waits for one.
void require_schema(const std::string& conninfo, const std::string& role);

}  // namespace store
