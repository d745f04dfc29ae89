// An imported file: the progress of its check, its rows by verdict with their errors, its application, and the two decisions:
// apply, discard. Every page of it can be closed and opened again.
#include "base/json.h"
#include "base/number.h"
#include "domain/ledger/import_columns.h"
#include "domain/ledger/ledger.h"
#include "ledger/import_message.h"
#include "ledger/pages.h"
#include "store/core/error_json.h"
#include "store/core/jobs.h"
#include "store/ledger/imports.h"
#include "view/form.h"
#include "view/pager.h"
#include "web/context.h"
#include "web/errors.h"

#include <unistd.h>

#include <algorithm>
#include <array>

namespace ledger {
namespace {

constexpr int size = 50;
constexpr std::array<const char*, 5> tabs = {"error", "new", "changed", "same", "warning"};
const char* const shown_fields[] = {"name", "kind", "model", "serial_number", "place"};

std::string import_path(const store::Import& import, const char* act = "") {
  return "/ledger/imports/" + std::to_string(import.id) + act;
}

store::Import own_import(web::Context& ctx) {
  auto import = store::find_import(ctx.db, ctx.session->unit_id, ctx.id());
  if (!import) throw web::NotFound();
  return *import;
}

std::vector<web::Crumb> crumbs(const web::Context& ctx) {
  std::vector<web::Crumb> trail{{"ledger/list.tpl", "/ledger"}};
  if (ctx.may_edit()) trail.push_back({"ledger/import.tpl", "/ledger/import"});
  return trail;
}

int count_of(const store::Import& import, const std::string& tab) {
  if (tab == "new") return import.new_rows;
  if (tab == "changed") return import.changed_rows;
  if (tab == "same") return import.same_rows;
  return tab == "warning" ? import.warning_rows : import.error_rows;
}

// A form that only carries a button, for those who may press it.
void add_form(web::Context& ctx, const view::Dict& dict, const char* section, const std::string& path) {
  if (!ctx.may_edit()) return;
  dict.add(section).include("FORM_HEAD", "parts/form_head.tpl").set("TOKEN", ctx.token(path));
}

void fill_facts(const view::Dict& content, const store::Import& import) {
  content.set_number("ID", import.id);
  content.set("FILE_NAME", import.original_name);
  content.set_number("SIZE", (import.size + 1023) / 1024);
  content.set("CREATED_AT", import.created_at);
  content.set_number("NEW", import.new_rows);
  content.set_number("CHANGED", import.changed_rows);
  content.set_number("SAME", import.same_rows);
  content.set_number("ERROR_ROWS", import.error_rows);
  content.set_number("GOOD", import.good_rows());
}

// What was found out about the file, and what of it is not imported.
void fill_info(const view::Dict& content, const nlohmann::json& info) {
  const view::Dict facts = content.add("INFO");
  const std::string separator = info.value("separator", "");
  facts.show(info.value("format", "") == "xlsx" ? "IS_XLSX" : "IS_CSV");
  facts.set("ENCODING", info.value("encoding", ""));
  facts.show(separator == ";" ? "SEMICOLON" : separator == "\t" ? "TAB_SIGN" : "COMMA");
  facts.set("SHEET", info.value("sheet", ""));
  facts.set_number("HEADER_ROW", info.value("header_row", 0));
  std::string known, unknown;
  for (const auto& field : info.value("fields", nlohmann::json::array()))
    if (const domain::Column* column = domain::ledger_column(field.get<std::string>()))
      known += (known.empty() ? "" : "、") + std::string(column->label);
  for (const auto& header : info.value("unknown", nlohmann::json::array()))
    unknown += (unknown.empty() ? "" : "、") + header.get<std::string>();
  facts.set("KNOWN", known);
  if (!unknown.empty()) content.add("UNKNOWN").set("NAMES", unknown);
  if (const int formulas = info.value("formulas", 0); formulas > 0) content.add("FORMULAS").set_number("COUNT", formulas);
  if (const int examples = info.value("examples", 0); examples > 0) content.add("EXAMPLES").set_number("COUNT", examples);
}

std::string cell_of(const store::ImportRow& row, const nlohmann::json& fields, const std::string& field) {
  for (std::size_t n = 0; n < fields.size() && n < row.cells.size(); ++n)
    if (fields[n] == field) return row.cells[n];
  return "";
}

// tells: with what is wrong or changes, which stands beside the row number so that a phone shows it.
void fill_row(const view::Dict& table, const store::ImportRow& row, const nlohmann::json& info, bool tells) {
  const nlohmann::json fields = info.value("fields", nlohmann::json::array());
  const view::Dict entry = table.add("ROW");
  entry.set_number("NUMBER", row.row_no);
  for (const char* field : shown_fields) {
    std::string text = cell_of(row, fields, field);
    if (text.empty() && row.fields.contains("set") && row.fields["set"].contains(field)) text = row.fields["set"][field];
    entry.set(field == std::string("name")            ? "NAME"
              : field == std::string("kind")          ? "KIND"
              : field == std::string("model")         ? "MODEL"
              : field == std::string("serial_number") ? "SERIAL_NUMBER"
                                                      : "PLACE",
              text.substr(0, 600));
  }
  if (!tells) return;
  const view::Dict report = entry.add("REPORT");
  for (const auto& error : row.errors) {
    const domain::Error read = store::error_of(error);
    const view::Dict line = report.add("PROBLEM");
    const domain::Column* column = domain::ledger_column(read.field);
    line.set("LABEL", column != nullptr ? column->label : "");
    line.show_if(error.value("warning", false), "WARNS");
    const std::string typed = cell_of(row, fields, read.field);
    if (!typed.empty()) line.add("TYPED").set("VALUE", shortened(typed));
    view::add_message(line, read);
  }
  for (const auto& change : row.fields.value("changes", nlohmann::json::array())) {
    const view::Dict line = report.add("CHANGE");
    line.set("LABEL", domain::ledger_column(change.at("field").get<std::string>())->label);
    line.set("OLD", change.at("old").get<std::string>());
    line.set("NEW", change.at("new").get<std::string>());
  }
}

void add_rows(web::Context& ctx, const view::Dict& content, const store::Import& import) {
  std::string tab = ctx.req.query.get("tab");
  if (std::find(tabs.begin(), tabs.end(), tab) == tabs.end()) {  // the first that holds something
    const auto first = std::find_if(tabs.begin(), tabs.end(), [&](const char* t) { return count_of(import, t) > 0; });
    tab = first == tabs.end() ? "error" : *first;
  }
  const auto address = [&](const std::string& of, int number) {
    return ctx.services.config.base_path + import_path(import) + "?tab=" + of +
           (number > 1 ? "&page=" + std::to_string(number) : "");
  };
  for (const char* one : tabs) {
    const view::Dict entry = content.add("TAB");
    entry.show("TAB_" + view::section_name(one));
    entry.set("HREF", address(one, 1));
    entry.set_number("COUNT", count_of(import, one));
    entry.show_if(tab == one, "CURRENT");
  }
  const int matched = count_of(import, tab);
  if (matched == 0) return content.show("EMPTY");
  const int number = std::clamp(base::number_or(ctx.req.query.get("page"), 1), 1, view::page_count(matched, size));
  const bool tells = tab != "new" && tab != "same";
  const view::Dict table = content.add("PAGING");
  table.show_if(tells, "REPORTS");
  for (const store::ImportRow& row : store::import_rows(ctx.db, import.unit_id, import.id, tab, size, number))
    fill_row(table, row, import.info, tells);
  view::add_pager(table, matched, size, number, [&](int n) { return address(tab, n); });
}

// Rows and the two decisions. conflicts: rows that the ledger changed under us when it was to be applied.
web::Response render_preview(web::Context& ctx, const store::Import& import, const std::optional<store::Job>& job, int status) {
  const view::Page page = ctx.page("ledger/import_preview.tpl", crumbs(ctx));
  const view::Dict content = page.content();
  fill_facts(content, import);
  fill_info(content, import.info);
  if (job && job->kind == "import_apply" && job->state == "failed") content.show("APPLY_FAILED");
  if (job && job->kind == "import_apply" && job->state == "done")
    content.add("CONFLICTS").set_number("COUNT", job->outcome.value("conflicts", 0));
  const std::string before = store::applied_before(ctx.db, import.unit_id, import.sha256);
  if (!before.empty()) content.add("APPLIED_BEFORE").set("AT", before);
  if (import.good_rows() > 0) {
    content.show(import.error_rows == 0 ? "ALL" : "GOOD_ONLY");
    add_form(ctx, content, "APPLY", import_path(import, "/apply"));
  } else {
    content.show(import.error_rows > 0 ? "NOTHING_GOOD" : "NOTHING_TO_DO");
  }
  add_form(ctx, content, "DISCARD", import_path(import, "/discard"));
  if (import.error_rows > 0) content.add("ERROR_FILE");
  add_rows(ctx, content, import);
  return ctx.render(page, status);
}

// Nothing to look at: it is being worked on, was refused, applied or given up.
web::Response render_state(web::Context& ctx, const store::Import& import, const std::optional<store::Job>& job) {
  const view::Page page = ctx.page("ledger/import_state.tpl", crumbs(ctx));
  const view::Dict content = page.content();
  fill_facts(content, import);
  const bool failed = job && job->state == "failed";
  bool goes_on = false;
  if (import.state == "checking" && failed) {
    content.show("CHECK_FAILED");
    add_form(ctx, content, "DISCARD", import_path(import, "/discard"));
  } else if (import.state == "checking" || import.state == "applying") {
    goes_on = true;
    const view::Dict work = content.add("WORKING");
    work.show(import.state == "checking" ? "CHECKING" : "APPLYING");
    if (import.state == "checking") add_form(ctx, content, "DISCARD", import_path(import, "/discard"));
    if (job && job->total > 0) work.add("PERCENT").set_number("N", std::min<long long>(99, job->done * 100 / job->total));
  } else if (import.state == "refused") {
    const view::Dict why = content.add("REFUSED");
    const domain::Error error{"", import.refused.value("code", ""), import.refused.value("a", "")};
    const int row = import.refused.value("row", 0);
    const std::string column = import.refused.value("column", "");
    if (row > 0) why.add("AT_ROW").set_number("NUMBER", row);
    if (!column.empty()) why.add("AT_COLUMN").set("LETTERS", column);
    view::add_message(why, error);
  } else if (import.state == "applied") {
    const view::Dict done = content.add("APPLIED");
    done.set("AT", import.applied_at);
    if (import.error_rows > 0) done.add("LEFT").set_number("COUNT", import.error_rows);
  } else {
    content.show("DISCARDED");
  }
  web::Response response = ctx.render(page);
  if (goes_on) response.header("Refresh", "2");
  return response;
}

}  // namespace

web::Response import_result(web::Context& ctx) {
  const store::Import import = own_import(ctx);
  const auto job = store::find_job(ctx.db, import.unit_id, import.job_id);
  const bool undone = import.state == "applying" && job && job->state == "failed";
  return import.state == "checked" || undone ? render_preview(ctx, import, job, 200) : render_state(ctx, import, job);
}

web::Response apply_import(web::Context& ctx) {
  const store::Import import = own_import(ctx);
  const bool good_only = ctx.req.form.has("op_good");
  bool begun = true;
  const auto location = ctx.change_once([&](store::Tx& tx) {
    begun = store::begin_apply(tx, import, good_only);
    return import_path(import);
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, begun ? "" : "IMPORT_DECIDED");
}

web::Response discard_import(web::Context& ctx) {
  const store::Import import = own_import(ctx);
  bool gone = true;
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    gone = store::discard_import(tx, import);
    return gone ? "/ledger/import" : import_path(import);
  });
  if (!location) throw web::Conflict();
  if (gone && !import.file_name.empty()) ::unlink((ctx.services.config.files + "/" + import.file_name).c_str());
  return ctx.redirect(*location, gone ? "IMPORT_DISCARDED" : "IMPORT_DECIDED");
}

}  // namespace ledger
