// Results that come in a file: staged with the errors of each row, then recorded once. A line that changed since the file was
// checked is reported, not overwritten.
#pragma once

#include "store/results/results.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct StagedResult {
  int row_no = 0;
  std::vector<std::string> cells;
  ResultRow row;  // line and version: as found when it was checked
  std::string unit_name, name, serial_number;
  std::vector<domain::Error> errors, warnings;  // with errors it is not recorded; warnings are to be confirmed
  long long result_id = 0;
};

struct ResultImport {
  long long id = 0;
  std::string original_name, state, created_at, created_by, decided_at, decided_by;  // state: checked | applied | discarded
  std::vector<std::string> headers;
  int blank_rows = 0;
};

// Checks the rows against the lines as they are, and stores them. The import's id.
long long stage_results(Tx& tx, long long institution_id, const ResultImport& import, std::vector<StagedResult> rows,
                        domain::Date today);
std::optional<ResultImport> find_result_import(Db& db, long long institution_id, long long id);
std::vector<StagedResult> staged_results(Db& db, long long institution_id, long long id);  // in the file's order
std::vector<ResultImport> recent_result_imports(Db& db, long long institution_id, int most);

// False: somebody has decided it already. In all_or_nothing mode a row that is no longer good throws ResultsRefused, in the order
// of the rows without errors; else such rows stay, with what is wrong now.
bool apply_results(Tx& tx, long long institution_id, long long id, bool all_or_nothing, domain::Date today);
bool discard_results(Tx& tx, long long institution_id, long long id);
// What a refused application found out, so that the page shows it: by row number.
void note_refused(Tx& tx, long long institution_id, long long id, const std::vector<ResultDone>& done);

}  // namespace store
