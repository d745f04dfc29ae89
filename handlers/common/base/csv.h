// Tables as files of comma-separated values: reads them through libcsv (the only file that includes it), writes them for
// spreadsheets and for programs. Knows cells and rows, not their meaning.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

using CsvRow = std::vector<std::string>;

struct CsvTable {
  std::vector<CsvRow> rows;  // an empty line is a row without cells, so that numbers are those a spreadsheet shows
  std::size_t broken = 0;    // the row (from 1) whose quotes cannot be read; nothing behind it was read; 0: none
};
// text: UTF-8 without byte order mark (encoding.h). Line ends may be CR LF, LF or CR; those inside a cell become LF. Blanks
// around a cell without quotes are dropped.
CsvTable read_csv(std::string_view text);

// One file, row by row. For a spreadsheet it begins with the byte order mark (else Excel takes it for
// GBK), and what a spreadsheet would take for a formula (= + - @, or a control character before one) gets a ' before it.
// For a spreadsheet in another encoding (encoding.h) the mark is left out.
class CsvWriter {
 public:
  enum class For { spreadsheet, spreadsheet_without_mark, program };
  explicit CsvWriter(For whom);

  void row(const CsvRow& cells);
  const std::string& text() const { return text_; }
  // What was written since the last call: a large file is handed on piece by piece.
  std::string take() { return std::exchange(text_, {}); }

 private:
  void cell(std::string_view value);

  For for_;
  std::string text_;
};

// Would a spreadsheet take this cell for a formula?
bool looks_like_formula(std::string_view cell);

}  // namespace base
