// See ledger_file.h.
#include "store/ledger/ledger_file.h"

#include "base/csv.h"
#include "base/json.h"
#include "base/xlsx_write.h"
#include "domain/values/terms.h"

namespace store {
namespace {

constexpr std::size_t piece = 64 * 1024;
constexpr long long between_progress = 2000;

std::vector<std::string> columns_of(const LedgerFile& file) {
  std::vector<std::string> columns = file.columns;
  if (file.with_ids) {
    columns.emplace_back("id");
    columns.emplace_back("version");
  }
  return columns;
}

void fill_cells(std::vector<std::string>& cells, const std::vector<std::string>& columns, const domain::LedgerRow& row,
                domain::Date today) {
  for (std::size_t n = 0; n < columns.size(); ++n) cells[n] = domain::ledger_cell(columns[n], row, today);
}

}  // namespace

nlohmann::json to_json(const LedgerFile& file) {
  return {{"filter", to_json(file.filter)}, {"columns", file.columns}, {"with_ids", file.with_ids}, {"today", file.today.iso()}};
}

LedgerFile ledger_file_from_json(const nlohmann::json& json) {
  LedgerFile file;
  file.filter = filter_from_json(json.at("filter"));
  file.columns = json.at("columns").get<std::vector<std::string>>();
  file.with_ids = json.at("with_ids");
  file.today = domain::Date::from_iso(json.at("today").get<std::string>()).value();
  return file;
}

std::vector<std::string> header_of(const LedgerFile& file) {
  std::vector<std::string> names;
  for (const std::string& code : columns_of(file)) names.emplace_back(domain::ledger_column(code)->label);
  return names;
}

long long write_csv(Db& db, long long unit_id, const LedgerFile& file, CsvEncoding encoding,
                    const std::function<void(std::string_view)>& take) {
  const bool utf8 = encoding == CsvEncoding::utf8;
  base::CsvWriter csv(utf8 ? base::CsvWriter::For::spreadsheet : base::CsvWriter::For::spreadsheet_without_mark);
  base::Gb18030Writer gb;
  const auto hand_on = [&] {
    const std::string text = csv.take();
    if (utf8)
      take(text);
    else
      take(gb.write(text));
  };
  csv.row(header_of(file));
  const std::vector<std::string> columns = columns_of(file);
  std::vector<std::string> cells(columns.size());
  long long rows = 0;
  each_ledger_row(db, unit_id, file.filter, file.today, [&](const domain::LedgerRow& row) {
    fill_cells(cells, columns, row, file.today);
    csv.row(cells);
    ++rows;
    if (csv.text().size() >= piece) hand_on();
  });
  hand_on();
  return rows;
}

long long write_xlsx(Db& db, long long unit_id, const LedgerFile& file, const std::string& path, const std::string& folder,
                     const std::function<void(long long)>& progress) {
  base::XlsxWriter xlsx(path, std::string(domain::word(domain::export_words(), "ledger")), folder);
  const std::vector<std::string> columns = columns_of(file);
  std::vector<double> widths;
  for (const std::string& column : columns) widths.push_back(domain::ledger_column(column)->width);
  xlsx.widths(widths);
  xlsx.header(header_of(file));
  std::vector<std::string> cells(columns.size());
  long long rows = 0;
  each_ledger_row(db, unit_id, file.filter, file.today, [&](const domain::LedgerRow& row) {
    fill_cells(cells, columns, row, file.today);
    xlsx.row(cells);
    if (++rows % between_progress == 0 && progress) progress(rows);
  });
  xlsx.close();
  return rows;
}

base::BeyondGbk unencodable(Db& db, long long unit_id, const LedgerFile& file) {
  base::BeyondGbk found;
  const std::vector<std::string> columns = columns_of(file);
  each_ledger_row(db, unit_id, file.filter, file.today, [&](const domain::LedgerRow& row) {
    for (const std::string& column : columns) found.look_at(domain::ledger_cell(column, row, file.today));
  });
  return found;
}

}  // namespace store
