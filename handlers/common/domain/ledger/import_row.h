// One row of an import: from cells to an instrument's values, by the rules of the form (domain/ledger/instrument.h). A row is a
// new instrument, or one of the ledger that comes back from an export: then only the file's columns change.
#pragma once

#include "domain/ledger/import_columns.h"
#include "domain/ledger/import_reference.h"
#include "domain/ledger/ledger.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

struct ImportKey {   // what 系统编号 and 版本 say
  long long id = 0;  // 0: a new instrument
  int version = 0;
  std::optional<Error> error;  // ID_FORMAT, VERSION_FORMAT
};
ImportKey import_key(const ImportColumns& columns, const std::vector<base::Cell>& cells);

struct ImportChange {
  std::string field, before, after;  // field: a code of ledger_columns(); words as people read them
};
struct ImportedRow {
  InstrumentValues values;
  std::vector<Error> errors;  // field: a code of ledger_columns(); the first of each cell
  std::vector<ImportChange> changes;
};
// old: whose row it is; null for a new one, or when the ledger has none of that id (ID_UNKNOWN).
// Beyond the form's: ID_UNKNOWN, VERSION, IS_SCRAPPED, ON_APPOINTMENT, RECORD_CLOSED, CELL_ERROR (a), FORMULA_EMPTY, SERIAL_DATE,
// WORD_UNKNOWN (a: the choices), DATE_NO_DAY, DATE_RANGE, and what import_reference.h says.
ImportedRow check_import_row(const ImportColumns& columns, const ImportReference& reference, const std::vector<base::Cell>& cells,
                             const ImportKey& key, const LedgerRow* old, Date today);

// A date as a file has it: as people type it, with a time behind it, or a spreadsheet's number. 1985 to 2100. Nothing and no
// error: the cell says nothing.
struct ImportDate {
  std::optional<Date> date;
  std::string error;  // DATE_FORMAT, DATE_NO_DAY, DATE_RANGE
};
ImportDate import_date(const base::Cell& cell);

}  // namespace domain
