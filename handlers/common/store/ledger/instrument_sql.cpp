// See instrument_sql.h.
#include "store/ledger/instrument_sql.h"

#include <array>
#include <functional>

namespace store {
namespace {

const std::array<const char*, 5> types{"text", "bigint", "int", "int", "text"};  // by alternative of ValueMember
static_assert(std::variant_size_v<domain::ValueMember> == std::tuple_size_v<decltype(types)>);

std::string value_of(const domain::Column& column) {
  const std::string plain = "s." + std::string(column.sql);
  return column.content == domain::Content::date ? "nullif(" + plain + ", '')::date" : plain;
}

// The mode is the kind's, and stored for counts; then what people type.
std::string list(const std::string& of_mode, const std::function<std::string(const domain::Column&)>& of_column) {
  std::string text = of_mode;
  for (const domain::Column& column : domain::form_columns()) text += ", " + of_column(column);
  return text;
}

}  // namespace

std::string instrument_names() {
  return list("mode", [](const domain::Column& column) { return std::string(column.sql); });
}

std::string instrument_types() {
  return list("mode text",
              [](const domain::Column& column) { return std::string(column.sql) + " " + types.at(column.value.index()); });
}

std::string instrument_values() { return list("s.mode", value_of); }

std::string instrument_assignments() {
  return list("mode = s.mode", [](const domain::Column& column) { return std::string(column.sql) + " = " + value_of(column); });
}

std::string line_assignments() {
  std::string text = "mode = i.mode";
  for (const domain::Column& column : domain::stored_columns())
    if (column.on_lines) text += ", " + std::string(column.sql) + " = i." + std::string(column.sql);
  return text;
}

std::string instrument_array(bool domain::Column::*trait) {
  std::string text;
  for (const domain::Column& column : domain::form_columns())
    if (column.*trait) text += (text.empty() ? "'" : ", '") + std::string(column.sql) + "'";
  return "array[" + text + "]";
}

}  // namespace store
