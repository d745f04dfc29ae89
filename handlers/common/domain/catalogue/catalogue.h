// The national catalogue as a file (sql/data/catalogue.csv has its format): reads and checks its rows, computes the differences
// to the present catalogue, writes it. Used by the page that replaces the catalogue and by `qjctl catalogue import`. Which
// kinds exist comes from the caller, because only the database knows.
#pragma once

#include "base/csv.h"
#include "domain/values/error.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace domain {

constexpr std::size_t largest_catalogue_file = 4000000;  // bytes, and characters of its text
constexpr std::size_t most_catalogue_rows = 5000;

struct CatalogueRow {
  int item_no = 0;
  std::string item_name;
  int kind_no = 0;
  std::string variant, kind_name, supervision, mode;  // supervision, mode: codes of terms.h
  std::vector<std::string> uses;                      // codes, in the order of uses()
  std::string scope;
  std::optional<int> cycle_months, service_life_months;
  std::string regulation, condition, notice;
  bool checked = false;  // compared with the notice's annex

  std::string name() const;  // 体温计（玻璃体温计）
  std::pair<int, std::string> key() const { return {kind_no, variant}; }
};

// The columns' names in the order of the file, and a row's cells in that order.
const std::vector<std::string>& catalogue_columns();
base::CsvRow catalogue_cells(const CatalogueRow& row);
std::string catalogue_csv(const std::vector<CatalogueRow>& rows, base::CsvWriter::For whom);

// What is wrong with one cell: error.field is its column, `typed` what stands there. row: as a spreadsheet counts, the header is
// 1; 0: the whole file (FILE_ENCODING, FILE_EMPTY, FILE_TOO_LARGE, FILE_QUOTES, COLUMN_MISSING, COLUMN_TWICE, TOO_MANY_ROWS).
struct CellError {
  std::size_t row = 0;
  Error error;
  std::string typed{};
};
struct CatalogueFile {
  std::string text;  // the file as UTF-8
  std::vector<CatalogueRow> rows;
  std::vector<CellError> errors;  // by row; the first of each cell
  std::size_t bad_rows = 0;
  bool ok() const { return errors.empty(); }
  std::string notices() const;  // those its rows name, 、 between them
};
// Columns are found by their name, in any order; others are not looked at, but for formulas. Words (周期检定) are taken as well
// as codes. A row without anything in it is passed over.
CatalogueFile read_catalogue(std::string_view bytes);

struct CatalogueEntry {  // a kind of the catalogue there is
  long long id = 0;
  CatalogueRow row;
  bool retired = false;
};
struct FieldChange {
  std::string column, old_value, new_value;  // values as people read them
};
struct CatalogueChange {
  enum class What { added, restored, changed, retired } what = What::added;
  long long id = 0;  // 0: added
  CatalogueRow row;  // the new one; of a retired kind, the old
  std::vector<FieldChange> fields;
};
struct CatalogueDifference {
  std::vector<CatalogueChange> changes;                    // in the order of the file, retired ones last
  int added = 0, changed = 0, retired = 0, unchanged = 0;  // added counts restored kinds too
  bool retires_most = false;                               // more than half of what is not retired now
  bool empty() const { return changes.empty(); }
};
CatalogueDifference compare(const std::vector<CatalogueEntry>& current, const std::vector<CatalogueRow>& next);
// A cell as people read it: words for codes, 是 and 否.
std::string catalogue_shown(std::string_view column, std::string_view cell);

}  // namespace domain
