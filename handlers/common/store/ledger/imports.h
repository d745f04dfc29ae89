// Imports for pages: a file is stored and checked (a job), its rows are shown, then applied (a job) or discarded. The jobs'
// part stands in import_staging.h. Every function takes the unit's id.
#pragma once

#include "base/json.h"
#include "store/core/db.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace store {

struct Import {
  long long unit_id = 0, id = 0, user_id = 0;
  std::string file_name;              // in the folder of uploads; "" once it is no longer needed
  std::string original_name, sha256;  // original_name: the sender's
  long long size = 0;
  std::string state;             // checking | checked | refused | applying | applied | discarded
  nlohmann::json info, refused;  // refused: {code, a, row, column}; null when it is not
  int new_rows = 0, changed_rows = 0, same_rows = 0, error_rows = 0, warning_rows = 0;
  bool good_only = false;
  long long job_id = 0;  // the check's, then the application's
  std::string created_at, applied_at;

  int good_rows() const { return new_rows + changed_rows; }
};

// By the transaction's actor; with its job. The id.
long long create_import(Tx& tx, const Import& import);
std::optional<Import> find_import(Db& db, long long unit_id, long long id);
std::vector<Import> recent_imports(Db& db, long long unit_id, int most);  // newest first
// When was this very file applied the last time? "": never.
std::string applied_before(Db& db, long long unit_id, const std::string& sha256);

// False when it is not there to be decided on any more: somebody else was faster.
bool begin_apply(Tx& tx, const Import& import, bool good_only);
bool discard_import(Tx& tx, const Import& import);  // the caller removes its file afterwards

struct ImportRow {
  int row_no = 0;
  std::string verdict;  // new | changed | same | error
  nlohmann::json cells, fields, errors;
};
// tab: a verdict, or "warning". A page of them, from the first (1).
std::vector<ImportRow> import_rows(Db& db, long long unit_id, long long id, const std::string& tab, int size, int page);
void each_error_row(Db& db, long long unit_id, long long id, const std::function<void(const ImportRow&)>& take);

}  // namespace store
