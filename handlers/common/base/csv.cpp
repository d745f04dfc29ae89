// See csv.h.
#include "base/csv.h"

#include "base/lines.h"

#include <csv.h>

#include <memory>
#include <stdexcept>

namespace base {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

struct Reading {
  CsvTable table;
  CsvRow row;
};

void take_cell(void* bytes, std::size_t size, void* reading) {
  static_cast<Reading*>(reading)->row.emplace_back(bytes ? std::string(static_cast<const char*>(bytes), size) : std::string());
}

void take_row(int, void* reading) {
  auto* r = static_cast<Reading*>(reading);
  r->table.rows.push_back(std::move(r->row));
  r->row.clear();
}

}  // namespace

CsvTable read_csv(std::string_view text) {
  const std::string lines = unify_lines(text);
  csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0) throw std::runtime_error("libcsv");
  const std::unique_ptr<csv_parser, decltype(&csv_free)> freed(&parser, &csv_free);
  Reading reading;
  const bool whole = csv_parse(&parser, lines.data(), lines.size(), take_cell, take_row, &reading) == lines.size() &&
                     csv_fini(&parser, take_cell, take_row, &reading) == 0;
  if (!whole) reading.table.broken = reading.table.rows.size() + 1;
  return std::move(reading.table);
}

bool looks_like_formula(std::string_view cell) {
  const auto at = cell.find_first_not_of(" \t\r\n");
  if (at == std::string_view::npos) return false;
  constexpr std::string_view wide[] = {"＝", "＋", "－", "＠"};  // some spreadsheets fold them
  for (const std::string_view sign : wide)
    if (cell.substr(at, sign.size()) == sign) return true;
  return std::string_view("=+-@").find(cell[at]) != std::string_view::npos || cell.front() == '\t' || cell.front() == '\r';
}

CsvWriter::CsvWriter(For whom) : for_(whom) {
  if (whom == For::spreadsheet) text_ = mark;
}

void CsvWriter::cell(std::string_view value) {
  const bool guarded = for_ != For::program && looks_like_formula(value);
  const bool quoted = value.find_first_of(",\"\r\n") != std::string_view::npos ||
                      (!value.empty() && (value.front() == ' ' || value.back() == ' ' || value.front() == '\t'));
  if (quoted) text_ += '"';
  if (guarded) text_ += '\'';
  for (const char c : value) {
    if (c == '"') text_ += '"';
    text_ += c;
  }
  if (quoted) text_ += '"';
}

void CsvWriter::row(const CsvRow& cells) {
  bool first = true;
  for (const std::string& value : cells) {
    if (!first) text_ += ',';
    first = false;
    cell(value);
  }
  text_ += for_ == For::program ? "\n" : "\r\n";
}

}  // namespace base
