// The database part of an import's jobs: rows are staged as they are checked, then applied in one transaction, set by set, from
// rows that hold every value. The application compares versions and locks rows first, writes the audit last and ends the job; a
// process killed anywhere has changed nothing. A check that starts again throws away what it staged; a runner that lost its
// lease stages nothing, because every batch locks the job at its attempt. A new row gets its instrument's id when it is staged,
// so that its audit can be made in SQL, a thousand rows per call.
#pragma once

#include "domain/ledger/import_reference.h"
#include "domain/ledger/import_row.h"
#include "store/core/jobs.h"
#include "store/ledger/imports.h"

#include <string>
#include <vector>

namespace store {

// Kinds, everyday names and divisions, and the unit's own division.
domain::ImportReference import_reference(Db& db, long long unit_id);

struct StagedRow {
  int row_no = 0;
  const domain::LedgerRow* old = nullptr;  // whose row it is; null: new, or wrong
  std::vector<std::string> cells;
  domain::ImportedRow checked;
  std::vector<domain::Error> warnings;

  // error, new, changed, same
  const char* verdict() const;
};
// Both lock the job: a runner whose lease has expired cannot stage beside the one that took over. False: it has expired.
bool clear_staged(Tx& tx, const Job& job, long long import_id);
bool stage_rows(Tx& tx, const Job& job, long long import_id, const std::vector<StagedRow>& rows);
// For each row how many others the unit has of its kind, serial number and manufacturer.
std::vector<int> ledger_duplicates(Db& db, long long unit_id, const std::vector<StagedRow>& rows);

// The end of a check. False when the import was discarded meanwhile: nothing of it is stored then.
bool finish_check(Tx& tx, const Job& job, const Import& result);

struct Applied {
  int added = 0, changed = 0, conflicts = 0;  // conflicts: rows of the ledger that were changed since the check
  bool done = false;                          // false: all or nothing was asked for, and there are conflicts
};
// Ends the job, too.
Applied apply_import(Tx& tx, const Job& job, long long import_id);

}  // namespace store
