// An uploaded table, whatever its file type (.csv, .xlsx): read row by row, never whole in memory. The type is found from the
// content, not from the name. Knows cells and rows, not their meaning; a file that cannot be read gives an error code.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace base {

// Limits, each with its own error code.
constexpr std::size_t largest_table_file = 20u << 20;      // bytes of the file
constexpr std::size_t largest_table_content = 200u << 20;  // bytes when unpacked
constexpr std::size_t largest_table_text = 100u << 20;     // of all cells together
constexpr std::size_t largest_row_text = 1u << 20;
constexpr std::size_t most_table_columns = 256;
constexpr std::size_t longest_cell = 32767;  // characters

struct Cell {
  enum class Kind { text, number, date, error } kind = Kind::text;
  // A number as its digits when they are exact, else as a spreadsheet shows it (1.23456789012345E+17): its digits are lost.
  // An error as #N/A. A date as YYYY-MM-DD.
  std::string text;
  std::optional<int> day;  // what a number or date means as a date: days since 1970-01-01
  bool formula = false;    // text is the value the file keeps of it, "" when it keeps none
};

// FILE_EMPTY | FILE_TOO_LARGE (a MB) | FILE_XLS | FILE_PASSWORD | FILE_HTML | FILE_OTHER | FILE_DAMAGED | FILE_BOMB (a MB) |
// FILE_DTD | FILE_STRINGS (a MB) | FILE_TEXT (a MB) | FILE_ENCODING | FILE_QUOTES | ROW_TEXT | ROW_COLUMNS (a) | CELL_LENGTH (a).
// row, column: from 1; 0 when there is none to name.
struct TableRefused : std::runtime_error {
  explicit TableRefused(std::string what_code, std::string value = "", std::size_t at_row = 0, std::size_t at_column = 0)
      : std::runtime_error(what_code), code(std::move(what_code)), a(std::move(value)), row(at_row), column(at_column) {}
  std::string code, a;
  std::size_t row, column;
};

// A row with something in it, numbered as a spreadsheet does. False: enough.
using TakeRow = std::function<bool(std::size_t row, const std::vector<Cell>& cells)>;

class TableFile {
 public:
  virtual ~TableFile() = default;
  virtual std::vector<std::string> sheets() const = 0;            // names; "" is the one of a csv file
  virtual void read(std::size_t sheet, const TakeRow& take) = 0;  // from its first row; may be called again
  virtual int percent() const = 0;                                // how much of it has been read
  std::string format, encoding, separator;                        // csv | xlsx; of csv: UTF-8, GB18030 …; , ; or tab
};
// What is it? "csv" or "xlsx", or why it is refused. Cheap: for the page that receives it.
std::string sniff_table(const std::string& path);
std::unique_ptr<TableFile> open_table(const std::string& path);
std::unique_ptr<TableFile> open_csv(const std::string& path);
std::unique_ptr<TableFile> open_xlsx(const std::string& path);

std::string column_letters(std::size_t column);  // 1 → A, 27 → AA

}  // namespace base
