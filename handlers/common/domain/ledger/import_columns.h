// The columns of an import: which line of a file is the header, and what each of its columns means, by the names that people
// use. And the template that is offered for filling in.
#pragma once

#include "base/table.h"
#include "domain/values/error.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

constexpr std::size_t most_import_rows = 50000;
constexpr std::size_t header_lines = 10;  // the header stands in one of these

struct ImportColumns {
  std::size_t row = 0;               // of the header
  std::vector<std::string> headers;  // as they stand in the file
  std::vector<std::string> fields;   // by column: a code of ledger_columns(), "" for what is not imported
  std::vector<std::string> unknown;  // headers that mean nothing here

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t at(std::string_view field) const;
  bool has(std::string_view field) const { return at(field) != none; }
};

// The column's code; "-" for one that is known and not imported (检定状态, 序号, 错误原因); "" for another.
std::string import_field(std::string_view header);
// Nothing when these cells are no header.
std::optional<ImportColumns> read_import_header(std::size_t row, const std::vector<base::Cell>& cells);
// COLUMN_TWICE (a: its name), COLUMNS_MISSING (a: their names; not asked of a file that updates by 系统编号).
std::optional<Error> refuse_columns(const ImportColumns& columns);

// The template: codes in the form's order, which must be filled in, two examples (by column). A row whose 备注 says that it is an
// example is passed over.
const std::vector<std::string>& template_columns();
bool required_column(std::string_view code);
std::string template_header(std::string_view code);  // 器具名称*
const std::vector<std::vector<std::string>>& template_examples();
bool is_example(std::string_view remark);
std::string_view template_name();        // 强检器具台账导入模板
std::string_view template_sheet();       // 台账
std::string_view template_help_sheet();  // 填写说明和示例
std::string_view reason_column();        // 错误原因
std::string_view row_column();           // 行号
std::string_view errors_name();          // 导入未通过的行
std::string_view semicolon();            // between two reasons
std::string_view colon();

}  // namespace domain
