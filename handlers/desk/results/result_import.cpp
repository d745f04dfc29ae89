// 导入检定结果: a file is received, read and staged at once (it is small), then looked at on its own page; the template.
#include "store/results/result_import.h"

#include "base/csv.h"
#include "base/table.h"
#include "base/xlsx_write.h"
#include "desk/pages.h"
#include "desk/results/result_form.h"
#include "desk/results/result_sheet.h"
#include "domain/results/result_columns.h"
#include "domain/results/result_file.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "parts/uploads.h"
#include "view/form.h"
#include "web/download.h"
#include "web/errors.h"

#include <algorithm>

namespace desk {
namespace {

constexpr int shown_imports = 5;
constexpr std::size_t most_megabytes = 5, header_lines = 10, sheets_looked_at = 10;
const char* const place = "/desk/results/import";
const char* const field = "results_file";

web::Response render_upload_form(web::Context& ctx, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("desk/result_import.tpl", {{"desk/results.tpl", "/desk/results"}});
  view::Form form(page, std::move(errors), ctx.token(place));
  form.file(field, "", view::required().accept(".xlsx,.csv"));
  const auto recent = store::recent_result_imports(ctx.db, ctx.session->institution_id, shown_imports);
  if (recent.empty()) return ctx.render(page, status);
  const view::Dict table = page.content().add("RECENT");
  for (const store::ResultImport& import : recent) {
    const view::Dict row = table.add("ROW");
    row.set_number("ID", import.id);
    row.set("FILE_NAME", import.original_name.empty() ? "#" + std::to_string(import.id) : import.original_name);
    row.set("CREATED_AT", import.created_at);
    row.set("CREATED_BY", import.created_by);
    row.show("IS_" + view::section_name(import.state));
  }
  return ctx.render(page, status);
}

struct Read {
  store::ResultImport import;
  std::vector<store::StagedResult> rows;
  std::vector<domain::Error> errors;  // of the file as a whole
};

void take(Read& read, const domain::ResultHeader& header, std::size_t number, const std::vector<base::Cell>& cells) {
  const bool empty = std::all_of(cells.begin(), cells.end(), [](const base::Cell& c) { return c.text.empty() && !c.formula; });
  if (empty) return;
  domain::ResultFileRow row = domain::read_result_row(header, cells);
  if (row.blank) {
    ++read.import.blank_rows;
    return;
  }
  store::StagedResult staged;
  staged.row_no = static_cast<int>(number);
  for (const base::Cell& cell : cells) staged.cells.push_back(cell.text);
  staged.row.line_key = row.line_key.empty() ? "-" : row.line_key;  // a key that is none
  staged.row.form = std::move(row.form);
  staged.errors = std::move(row.errors);
  read.rows.push_back(std::move(staged));
}

void read_sheet(base::TableFile& file, std::size_t sheet, Read& read, bool& found) {
  std::optional<domain::ResultHeader> header;
  std::size_t looked_at = 0;
  file.read(sheet, [&](std::size_t row, const std::vector<base::Cell>& cells) {
    if (!header) {
      header = domain::read_result_header(row, cells);
      if (header) read.import.headers = header->headers;
      return header || ++looked_at < header_lines;
    }
    take(read, *header, row, cells);
    return read.rows.size() <= domain::most_result_rows;
  });
  found = header.has_value();
}

Read read_file(const web::Upload& upload) {
  Read read;
  read.import.original_name = parts::shown_name(upload.client_name);
  if (upload.size > most_megabytes << 20) {
    read.errors = {{field, "FILE_TOO_LARGE", std::to_string(most_megabytes)}};
    return read;
  }
  try {
    const auto file = base::open_table(*upload.path);
    bool found = false;
    for (std::size_t sheet = 0; sheet < std::min(file->sheets().size(), sheets_looked_at) && !found; ++sheet)
      read_sheet(*file, sheet, read, found);
    if (!found) {
      read.errors = {{field, "RESULTS_HEADER", std::string(domain::word(domain::result_columns(), "line_key"))}};
    } else if (read.rows.empty()) {
      read.errors = {{field, "RESULTS_EMPTY"}};
    } else if (read.rows.size() > domain::most_result_rows) {
      read.errors = {{field, "TOO_MANY_ROWS", std::to_string(domain::most_result_rows)}};
    }
  } catch (const base::TableRefused& e) {
    read.errors = {{field, e.code, e.a.empty() && e.row > 0 ? std::to_string(e.row) : e.a}};
  }
  return read;
}

void write_template(const std::string& path, const std::string& folder) {
  base::CsvRow header;
  std::vector<double> widths;
  for (const domain::Term& column : domain::result_columns()) {
    header.emplace_back(column.word);
    widths.push_back(std::max<double>(12, 2.0 * static_cast<double>(domain::length(column.word)) + 2));
  }
  base::XlsxWriter book(path, std::string(domain::result_template_name()), folder);
  book.widths(widths);
  book.header(header);
  for (std::size_t n = 0; n < domain::result_columns().size(); ++n) {
    const std::string_view code = domain::result_columns()[n].code;
    const domain::Terms* terms = code == "result" ? &domain::result_outcomes() : code == "mark" ? &domain::marks() : nullptr;
    if (terms == nullptr) continue;
    std::vector<std::string> words;
    for (const domain::Term& term : *terms) words.emplace_back(term.word);
    book.choices(n, domain::most_result_rows, words);
  }
  book.close();
}

}  // namespace

web::Response show_result_import(web::Context& ctx) { return render_upload_form(ctx, {}, 200); }

web::Response upload_results(web::Context& ctx) {
  const auto it = ctx.req.files.find(field);
  if (it == ctx.req.files.end()) return render_upload_form(ctx, {{field, "REQUIRED"}}, 422);
  Read read = read_file(it->second);
  if (!read.errors.empty()) return render_upload_form(ctx, read.errors, 422);
  const auto location = ctx.change_once([&](store::Tx& tx) {
    return import_path(store::stage_results(tx, ctx.session->institution_id, read.import, std::move(read.rows), ctx.today()));
  });
  if (!location) return render_upload_form(ctx, {{field, ctx.not_taken()}}, 409);
  return ctx.redirect(*location);
}

web::Response result_template(web::Context& ctx) {
  const std::string name(domain::result_template_name());
  if (ctx.req.query.get("format") == "csv") {
    base::CsvWriter csv(base::CsvWriter::For::spreadsheet);
    base::CsvRow header;
    for (const domain::Term& column : domain::result_columns()) header.emplace_back(column.word);
    csv.row(header);
    return web::download_csv(csv.take(), "result-template", name);
  }
  const std::string& folder = ctx.services.config.files;
  return web::download_xlsx(
      folder, [&](const std::string& path) { write_template(path, folder); }, "result-template", name);
}

}  // namespace desk
