// See sql_file.h.
#include "store/core/sql_file.h"

#include "base/crypto.h"

#include <fstream>
#include <sstream>

namespace store {

SqlFile read_sql_file(const std::filesystem::path& path, const std::string& name) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw MigrationError(path.string() + ": cannot be read");
  return {name, text.str(), base::sha256_hex(text.str())};
}

void run_sql_file(Db& db, const SqlFile& file) {
  try {
    db.execute_script(file.text);
  } catch (const std::runtime_error& e) {
    throw MigrationError(file.name + ": " + e.what());
  }
}

}  // namespace store
