// The check of a results file before anything is recorded: each row with its errors; then recorded or discarded, once.
#include "base/csv.h"
#include "base/number.h"
#include "base/xlsx_write.h"
#include "desk/pages.h"
#include "desk/results/result_form.h"
#include "desk/results/result_sheet.h"
#include "domain/ledger/import_columns.h"
#include "domain/results/result_columns.h"
#include "domain/results/result_file.h"
#include "domain/values/terms.h"
#include "store/results/result_import.h"
#include "view/form.h"
#include "view/pager.h"
#include "web/download.h"
#include "web/errors.h"

#include <algorithm>

namespace desk {
namespace {

constexpr std::size_t page_size = 50;
using Rows = std::vector<store::StagedResult>;

store::ResultImport own_import(web::Context& ctx) {
  auto import = store::find_result_import(ctx.db, ctx.session->institution_id, ctx.id());
  if (!import) throw web::NotFound();
  return *import;
}

Rows own_rows(web::Context& ctx) { return store::staged_results(ctx.db, ctx.session->institution_id, ctx.id()); }

bool bad(const store::StagedResult& row) { return !row.errors.empty(); }

// A column as the file names it.
std::string label_of(const std::string& column) {
  const auto word = domain::word(domain::result_columns(), column);
  return std::string(word == column ? domain::field_label(column) : word);
}

void fill_row(const view::Dict& row, const store::StagedResult& staged) {
  const domain::ResultForm& f = staged.row.form;
  row.set_number("ROW_NO", staged.row_no);
  row.set("KEY", staged.row.line_key == "-" ? "" : staged.row.line_key);
  row.set("UNIT", staged.unit_name);
  row.set("NAME", staged.name);
  row.set("SERIAL_NUMBER", staged.serial_number);
  row.set("RESULT", f.result.empty() ? "" : domain::word(domain::result_outcomes(), f.result));
  row.set("NUMBER", f.result_number.empty() ? f.notice_number : f.result_number);
  row.set("VERIFIED_ON", f.verified_on);
  row.set("VALID_UNTIL", f.valid_until);
  for (const domain::Error& error : staged.errors) {
    const view::Dict problem = row.add("PROBLEM");
    problem.set("LABEL", label_of(error.field));
    view::add_message(problem, error);
  }
  if (staged.errors.empty())
    for (const domain::Error& warning : staged.warnings) {
      const view::Dict shown_warning = row.add("WARNING");
      shown_warning.set("LABEL", label_of(warning.field));
      shown_warning.set("USUAL", warning.a);
    }
  if (staged.result_id != 0) row.add("RECORDED").set_number("ID", staged.result_id);
  if (staged.result_id != 0) row.set_number("UNIT", staged.row.line.unit_id);
}

web::Response render_import_preview(web::Context& ctx, std::vector<domain::Error> errors, bool meanwhile, int status) {
  const store::ResultImport import = own_import(ctx);
  const Rows rows = own_rows(ctx);
  const auto wrong = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), bad));
  const std::size_t good = rows.size() - wrong;
  const bool warned = std::any_of(rows.begin(), rows.end(), [](const auto& r) { return !bad(r) && !r.warnings.empty(); });
  const std::string tab = ctx.req.query.get("tab") == "good" || wrong == 0 ? "good" : "bad";
  const view::Page page = ctx.page("desk/result_import_preview.tpl",
                                   {{"desk/results.tpl", "/desk/results"}, {"desk/result_import.tpl", "/desk/results/import"}});
  const view::Dict content = page.content();
  const std::string base = ctx.services.config.base_path + import_path(import.id);
  content.set("FILE_NAME", import.original_name);
  content.set("CREATED_AT", import.created_at);
  content.set("CREATED_BY", import.created_by);
  content.set("DECIDED_AT", import.decided_at);
  content.set("DECIDED_BY", import.decided_by);
  content.set_number("GOOD", static_cast<long long>(good));
  content.set_number("BAD", static_cast<long long>(wrong));
  if (import.blank_rows > 0) content.add("BLANK").set_number("COUNT", import.blank_rows);
  content.show("IS_" + view::section_name(import.state));
  content.show_if(meanwhile, "MEANWHILE");
  if (wrong > 0) {
    const view::Dict files = content.add("HAS_BAD");
    files.set("HREF_XLSX", base + "/errors?format=xlsx");
    files.set("HREF_CSV", base + "/errors?format=csv");
  }
  if (import.state == "checked" && ctx.may_edit()) {
    if (good > 0) {
      const view::Dict form_dict = content.include("APPLY", "desk/result_import_apply.tpl");
      form_dict.set("ACTION", base + "/apply");
      form_dict.show(wrong > 0 ? "ONLY_GOOD" : "ALL");
      form_dict.set_number("GOOD", static_cast<long long>(good));
      form_dict.set_number("BAD", static_cast<long long>(wrong));
      view::Form form = view::Form::within(page, form_dict, std::move(errors), ctx.token(import_path(import.id, "/apply")));
      if (warned) form.checkbox("beyond_cycle", false, view::required().no_hint());
    }
    const view::Dict discard = content.add("DISCARD");
    discard.set("ACTION", base + "/discard");
    discard.include("FORM_HEAD", "parts/form_head.tpl").set("TOKEN", ctx.token(import_path(import.id, "/discard")));
  }
  content.set("HREF_BAD", base + "?tab=bad");
  content.set("HREF_GOOD", base + "?tab=good");
  content.show(tab == "good" ? "TAB_GOOD" : "TAB_BAD");
  Rows shown;
  for (const store::StagedResult& row : rows)
    if (bad(row) == (tab == "bad")) shown.push_back(row);
  const int number = std::clamp(base::number_or(ctx.req.query.get("page"), 1), 1,
                                view::page_count(static_cast<long long>(shown.size()), page_size));
  if (shown.empty()) content.show("NO_ROW");
  if (!shown.empty()) {
    const view::Dict table = content.add("TABLE");
    const std::size_t from = static_cast<std::size_t>(number - 1) * page_size;
    for (std::size_t n = from; n < std::min(shown.size(), from + page_size); ++n) fill_row(table.add("ROW"), shown[n]);
    view::add_pager(table, static_cast<long long>(shown.size()), page_size, number,
                    [&](int n) { return base + "?tab=" + tab + "&page=" + std::to_string(n); });
  }
  return ctx.render(page, status);
}

std::string reasons_of(const store::StagedResult& row) {
  std::string text;
  for (const domain::Error& error : row.errors)
    text += std::string(text.empty() ? std::string_view() : domain::semicolon()) + label_of(error.field) +
            std::string(domain::colon()) + view::message_text(error);
  return text;
}

base::CsvRow cells_of(const store::StagedResult& row) {
  base::CsvRow cells{reasons_of(row)};
  cells.insert(cells.end(), row.cells.begin(), row.cells.end());
  return cells;
}

}  // namespace

std::string import_path(long long id, const char* below) { return "/desk/results/imports/" + std::to_string(id) + below; }

web::Response result_import(web::Context& ctx) { return render_import_preview(ctx, {}, false, 200); }

web::Response apply_result_import(web::Context& ctx) {
  const store::ResultImport import = own_import(ctx);
  const Rows rows = own_rows(ctx);
  const bool warned = std::any_of(rows.begin(), rows.end(), [](const auto& r) { return !bad(r) && !r.warnings.empty(); });
  const bool wrong = std::any_of(rows.begin(), rows.end(), bad);
  const bool only_good = ctx.req.form.has("op_good");
  if (import.state == "checked" && warned && ctx.req.form.get("beyond_cycle") != "yes")
    return render_import_preview(ctx, {{"beyond_cycle", "TICK_REQUIRED"}}, false, 422);
  if (import.state == "checked" && wrong && !only_good) throw web::BadRequest("rows with errors");
  bool decided = true;
  const long long institution = ctx.session->institution_id;
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) {
      decided = store::apply_results(tx, institution, import.id, !only_good, ctx.today());
      return import_path(import.id);
    });
    if (!location) return render_import_preview(ctx, {{"beyond_cycle", ctx.not_taken()}}, false, 409);
    return ctx.redirect(*location, decided ? "RESULTS_IMPORTED" : "IMPORT_DECIDED");
  } catch (const store::ResultsRefused& refused) {
    ctx.db.transaction(ctx.actor(), [&](store::Tx& tx) { store::note_refused(tx, institution, import.id, refused.rows); });
    return render_import_preview(ctx, {}, true, 409);
  }
}

web::Response discard_result_import(web::Context& ctx) {
  const store::ResultImport import = own_import(ctx);
  bool decided = true;
  const auto location = ctx.change_once([&](store::Tx& tx) {
    decided = store::discard_results(tx, ctx.session->institution_id, import.id);
    return import_path(import.id);
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, decided ? "RESULT_IMPORT_DISCARDED" : "IMPORT_DECIDED");
}

// The rejected rows: the sender's own cells, before them what is wrong. Corrected, it can come in as it is.
web::Response result_import_errors(web::Context& ctx) {
  const store::ResultImport import = own_import(ctx);
  base::CsvRow header{std::string(domain::reason_column())};
  header.insert(header.end(), import.headers.begin(), import.headers.end());
  const std::string plain = "result-errors-" + std::to_string(import.id);
  const std::string name = std::string(domain::rejected_results_name()) + "-" + std::to_string(import.id);
  const Rows rows = own_rows(ctx);
  if (std::none_of(rows.begin(), rows.end(), bad)) throw web::NotFound();
  if (ctx.req.query.get("format") == "csv") {
    base::CsvWriter csv(base::CsvWriter::For::spreadsheet);
    csv.row(header);
    for (const store::StagedResult& row : rows)
      if (bad(row)) csv.row(cells_of(row));
    return web::download_csv(csv.take(), plain, name);
  }
  const std::string& folder = ctx.services.config.files;
  const auto write = [&](const std::string& path) {
    base::XlsxWriter book(path, std::string(domain::rejected_results_name()), folder);
    book.widths({60});
    book.header(header);
    for (const store::StagedResult& row : rows)
      if (bad(row)) book.row(cells_of(row));
    book.close();
  };
  return web::download_xlsx(folder, write, plain, name);
}

}  // namespace desk
