// A file of results: which line of it is the heading, and the fields of a row. The columns are those of the desk's export
// (result_columns.h), by their labels, in any order; other columns are ignored.
#pragma once

#include "base/table.h"
#include "domain/results/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace domain {

constexpr std::size_t most_result_rows = 2000;

struct ResultHeader {
  std::size_t row = 0;
  std::vector<std::string> headers;  // as they stand in the file
  std::vector<std::string> fields;   // by column: a code of result_columns(), "" for another
};
// Nothing when these cells are no heading: it has 行号 and one column of a result at least.
std::optional<ResultHeader> read_result_header(std::size_t row, const std::vector<base::Cell>& cells);

struct ResultFileRow {
  std::string line_key;
  ResultForm form;
  std::vector<Error> errors;  // of cells: WORD_UNKNOWN (a: the choices), DATE_…, CELL_ERROR, FORMULA_EMPTY, SERIAL_SPREADSHEET
  bool blank = true;          // nothing of a result stands in it
};
ResultFileRow read_result_row(const ResultHeader& header, const std::vector<base::Cell>& cells);

std::string_view result_template_name();  // 检定结果导入模板
std::string_view rejected_results_name();

}  // namespace domain
