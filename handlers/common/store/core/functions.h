// The schema's repeatable files, sql/functions: functions with their triggers, and views. Each file makes what it holds anew
// (create or replace), so a change is an edit and its history is the file's. When one of them is new, changed or gone, all are
// applied in one transaction, in the order of sql/functions/order: a view may stand on another file's function.
#pragma once

#include "store/core/db.h"

#include <string>
#include <vector>

namespace store {

struct FunctionFile {
  std::string name, checksum;                             // functions/people/session_find.sql
  enum State { applied, pending, gone } state = pending;  // pending: new or changed; gone: applied once, no longer in the folder
};

std::vector<FunctionFile> function_files(Db& db, const std::string& folder);  // of sql/, in their order

// Applies all of them unless the database has exactly these, made after its newest migration (which may have dropped a view to
// change a table). Whether it did. The caller holds the lock. MigrationError names the file; nothing has changed then.
bool apply_functions(Db& db, const std::string& folder, int schema);

// Whether this set was ever in the database. Any role may ask.
bool had_functions(Db& db, const std::string& checksum);

}  // namespace store
