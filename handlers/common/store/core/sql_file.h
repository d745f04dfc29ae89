// A file of sql/: its text by which it is known, and what is thrown when it cannot be used.
#pragma once

#include "store/core/db.h"

#include <filesystem>
#include <string>

namespace store {

struct MigrationError : base::Failure {
  explicit MigrationError(const std::string& words) : Failure(words, base::exit_config) {}
};

struct SqlFile {
  std::string name, text, checksum;  // checksum: SHA-256
};

SqlFile read_sql_file(const std::filesystem::path& path, const std::string& name);  // MigrationError
void run_sql_file(Db& db, const SqlFile& file);                                     // MigrationError, which names it

}  // namespace store
