// The rejected rows as a file: the original cells, and beside them the errors. Corrected, it can be imported as it is.
#include "base/csv.h"
#include "base/json.h"
#include "base/utf8.h"
#include "base/xlsx_write.h"
#include "domain/ledger/import_columns.h"
#include "domain/ledger/ledger.h"
#include "domain/values/text.h"
#include "ledger/import_message.h"
#include "ledger/pages.h"
#include "store/core/error_json.h"
#include "store/ledger/imports.h"
#include "view/form.h"
#include "web/context.h"
#include "web/download.h"
#include "web/errors.h"
#include "web/temporary_file.h"

#include <fstream>

namespace ledger {
namespace {

constexpr std::size_t shown_characters = 60, piece_size = 65536;

std::string reasons_of(const store::ImportRow& row) {
  std::string text;
  for (const auto& error : row.errors) {
    const domain::Error read = store::error_of(error);
    const domain::Column* column = domain::ledger_column(read.field);
    if (!text.empty()) text += domain::semicolon();
    if (column != nullptr) text += std::string(column->label) + std::string(domain::colon());
    text += view::message_text(read);
  }
  return text;
}

base::CsvRow header_of(const store::Import& import) {
  base::CsvRow header{std::string(domain::reason_column()), std::string(domain::row_column())};
  for (const auto& name : import.info.value("headers", nlohmann::json::array())) header.push_back(name);
  return header;
}

base::CsvRow cells_of(const store::ImportRow& row) {
  base::CsvRow cells{reasons_of(row), std::to_string(row.row_no)};
  for (const auto& cell : row.cells) cells.push_back(cell);
  return cells;
}

}  // namespace

std::string shortened(const std::string& cell) {
  if (domain::length(cell) <= shown_characters) return cell;
  return std::string(base::utf8::first(cell, shown_characters)) + "…";
}

web::Response import_errors(web::Context& ctx) {
  const auto import = store::find_import(ctx.db, ctx.session->unit_id, ctx.id());
  if (!import || import->error_rows == 0) throw web::NotFound();
  const std::string plain = "import-errors-" + std::to_string(import->id);
  const std::string name = std::string(domain::errors_name()) + "-" + std::to_string(import->id);
  const auto each = [&db = ctx.db, import = *import](const auto& take) {
    store::each_error_row(db, import.unit_id, import.id, take);
  };
  if (ctx.req.query.get("format") == "csv")
    return web::stream_csv(
        [each, header = header_of(*import)](const web::Sink& sink) {
          base::CsvWriter csv(base::CsvWriter::For::spreadsheet);
          csv.row(header);
          each([&](const store::ImportRow& row) {
            csv.row(cells_of(row));
            if (csv.text().size() > piece_size) sink(csv.take());
          });
          sink(csv.take());
        },
        "utf-8", plain, name);
  const web::TemporaryFile file(ctx.services.config.files);
  base::XlsxWriter book(file.path(), std::string(domain::template_sheet()), ctx.services.config.files);
  book.widths({60});
  book.header(header_of(*import));
  each([&](const store::ImportRow& row) { book.row(cells_of(row)); });
  book.close();
  web::Response response = web::download({}, base::xlsx_type, plain + ".xlsx", name + ".xlsx");
  response.stream = [file](const web::Sink& sink) {
    std::ifstream in(file.path(), std::ios::binary);
    std::string piece(piece_size, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0)
      sink({piece.data(), static_cast<std::size_t>(in.gcount())});
  };
  return response;
}

}  // namespace ledger
