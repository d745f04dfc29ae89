// 导入台账: a file is received and its check is queued; the template; recent imports.
#include "base/crypto.h"
#include "base/csv.h"
#include "base/table.h"
#include "base/xlsx_write.h"
#include "domain/ledger/import_columns.h"
#include "domain/ledger/ledger.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "ledger/pages.h"
#include "parts/uploads.h"
#include "store/core/jobs.h"
#include "store/ledger/imports.h"
#include "view/form.h"
#include "web/context.h"
#include "web/download.h"

#include <unistd.h>

#include <cstdio>
#include <stdexcept>

namespace ledger {
namespace {

constexpr int shown_imports = 5;
constexpr std::size_t template_rows = 5000;  // that offer choices
const char* const path = "/ledger/import";
const char* const field = "import_file";

std::string import_path(long long id) { return "/ledger/imports/" + std::to_string(id); }

web::Response render_import_form(web::Context& ctx, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("ledger/import.tpl", {{"ledger/list.tpl", "/ledger"}});
  view::Form form(page, std::move(errors), ctx.token(path));
  form.file(field, "", view::required().accept(".xlsx,.csv"));
  const auto recent = store::recent_imports(ctx.db, ctx.session->unit_id, shown_imports);
  const view::Dict table = recent.empty() ? page.content() : page.content().add("RECENT");
  for (const store::Import& import : recent) {
    const view::Dict row = table.add("ROW");
    row.set_number("ID", import.id);
    row.set("FILE_NAME", import.original_name.empty() ? "#" + std::to_string(import.id) : import.original_name);
    row.set("CREATED_AT", import.created_at);
    row.show("IS_" + view::section_name(import.state));
    row.set_number("GOOD", import.good_rows());
  }
  return ctx.render(page, status);
}

// Cheap checks of the file, so that the commonest mistakes are reported at once; the job's check reports the rest.
std::vector<domain::Error> refuse(web::Context& ctx, const web::Upload& upload, std::string& format) {
  try {
    format = base::sniff_table(*upload.path);
  } catch (const base::TableRefused& e) {
    return {{field, e.code, e.a}};
  }
  if (store::open_jobs(ctx.db, ctx.session->unit_id) >= store::most_open_jobs)
    return {{field, "JOBS_OPEN", std::to_string(store::most_open_jobs)}};
  return {};
}

std::vector<std::string> words_of(const domain::Terms& terms) {
  std::vector<std::string> words;
  for (const domain::Term& term : terms) words.emplace_back(term.word);
  return words;
}

void write_template(const std::string& file, const std::string& folder) {
  const auto& columns = domain::template_columns();
  std::vector<std::string> header, tips;
  std::vector<double> widths;
  for (const std::string& code : columns) {
    header.push_back(domain::template_header(code));
    tips.push_back(domain::ledger_column(code)->tip);
    widths.push_back(std::max<double>(12, 2.0 * static_cast<double>(domain::length(header.back())) + 2));
  }
  base::XlsxWriter book(file, std::string(domain::template_sheet()), folder);
  book.widths(widths);
  book.header(header);
  for (std::size_t n = 0; n < columns.size(); ++n) {
    book.remark(n, tips[n]);
    if (const auto terms = domain::ledger_column(columns[n])->terms) book.choices(n, template_rows, words_of(terms()));
  }
  book.sheet(std::string(domain::template_help_sheet()));
  book.widths(widths);
  book.header(header);
  book.row(tips);
  for (const auto& example : domain::template_examples()) book.row(example);
  book.close();
}

}  // namespace

web::Response show_import(web::Context& ctx) { return render_import_form(ctx, {}, 200); }

web::Response upload_import(web::Context& ctx) {
  const auto it = ctx.req.files.find(field);
  if (it == ctx.req.files.end()) return render_import_form(ctx, {{field, "REQUIRED"}}, 422);
  const web::Upload& upload = it->second;
  store::Import import;
  std::string format;
  auto errors = refuse(ctx, upload, format);
  if (!errors.empty()) return render_import_form(ctx, std::move(errors), 422);
  import.unit_id = ctx.session->unit_id;
  import.file_name = base::to_hex(base::random_bytes(16)) + "." + format;
  import.original_name = parts::shown_name(upload.client_name);
  import.sha256 = upload.sha256_hex;
  import.size = static_cast<long long>(upload.size);
  const std::string kept = ctx.services.config.files + "/" + import.file_name;
  if (std::rename(upload.path->c_str(), kept.c_str()) != 0) throw std::runtime_error("an upload cannot be put in its place");
  bool taken = false;
  const auto location = ctx.change_once([&](store::Tx& tx) {
    taken = true;
    return import_path(store::create_import(tx, import));
  });
  if (!taken) ::unlink(kept.c_str());
  if (!location) return render_import_form(ctx, {{field, ctx.not_taken()}}, 409);
  return ctx.redirect(*location);
}

web::Response import_template(web::Context& ctx) {
  const std::string name(domain::template_name());
  if (ctx.req.query.get("format") == "csv") {
    base::CsvWriter csv(base::CsvWriter::For::spreadsheet);
    base::CsvRow header;
    for (const std::string& code : domain::template_columns()) header.push_back(domain::template_header(code));
    csv.row(header);
    for (const auto& example : domain::template_examples()) csv.row(example);
    return web::download_csv(csv.take(), "ledger-template", name);
  }
  const std::string& folder = ctx.services.config.files;
  return web::download_xlsx(
      folder, [&](const std::string& path) { write_template(path, folder); }, "ledger-template", name);
}

}  // namespace ledger
