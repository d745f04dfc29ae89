// The present catalogue (强制检定目录): search, a kind in detail, download; a kind retired and restored.
#include "domain/catalogue/catalogue.h"

#include "admin/pages.h"
#include "admin/parts.h"
#include "base/number.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "store/catalogue/editions.h"
#include "store/catalogue/synonyms.h"
#include "view/pager.h"
#include "web/context.h"
#include "web/download.h"
#include "web/errors.h"

#include <algorithm>

namespace admin {
namespace {

constexpr int size = 50;
const web::Crumb catalogue_crumb{"admin/catalogue.tpl", "/admin/catalogue"};

std::string kind_path(long long id, const char* act = "") { return "/admin/catalogue/" + std::to_string(id) + act; }

struct Asked {
  std::string text, mode, standing;  // standing: "" in use | retired | all
  int item = 0, page = 1;
};

Asked read_catalogue_filter(const web::Params& query) {
  Asked asked;
  asked.text = domain::trim(query.get("text"));
  if (domain::contains(domain::modes(), query.get("mode"))) asked.mode = query.get("mode");
  if (query.get("standing") == "retired" || query.get("standing") == "all") asked.standing = query.get("standing");
  asked.item = base::number_or(query.get("item"), 0);
  asked.page = std::clamp(base::number_or(query.get("page"), 1), 1, 100000);
  return asked;
}

std::string address(const web::Context& ctx, const Asked& asked, int page) {
  return parts::address(ctx, "/admin/catalogue",
                        {{"text", asked.text},
                         {"item", asked.item > 0 ? std::to_string(asked.item) : ""},
                         {"mode", asked.mode},
                         {"standing", asked.standing},
                         {"page", page > 1 ? std::to_string(page) : ""}});
}

bool fits(const store::AdminKind& kind, const Asked& asked) {
  const domain::CatalogueRow& row = kind.entry.row;
  if (asked.standing != "all" && kind.entry.retired != (asked.standing == "retired")) return false;
  if (asked.item > 0 && row.item_no != asked.item) return false;
  if (!asked.mode.empty() && row.mode != asked.mode) return false;
  const std::string text = domain::lower(domain::half_width(asked.text));
  return domain::lower(domain::half_width(row.item_name + "\n" + row.name() + "\n" + row.regulation)).find(text) !=
         std::string::npos;
}

void fill_items(const view::Dict& content, const std::vector<store::AdminKind>& kinds, int chosen) {
  int last = 0;
  for (const store::AdminKind& kind : kinds) {
    if (kind.entry.row.item_no == last) continue;
    last = kind.entry.row.item_no;
    const view::Dict option = content.add("ITEM");
    option.set_number("CODE", last);
    option.set("WORD", kind.entry.row.item_name);
    option.show_if(last == chosen, "SELECTED");
  }
}

// Every column of a row, under its name in upper case.
void fill_kind(const view::Dict& dict, const store::AdminKind& kind) {
  const domain::CatalogueRow& row = kind.entry.row;
  const auto show = [&](const char* column, const std::string& cell) { return domain::catalogue_shown(column, cell); };
  const base::CsvRow cells = domain::catalogue_cells(row);
  dict.set_number("ID", kind.entry.id);
  dict.set_number("VERSION", kind.version);
  dict.set("KIND", row.name());
  dict.set_number("ITEM_NO", row.item_no);
  dict.set("ITEM_NAME", row.item_name);
  dict.set_number("KIND_NO", row.kind_no);
  dict.set("KIND_NAME", row.kind_name);
  dict.set("VARIANT", row.variant);
  dict.set("SUPERVISION", show("supervision", row.supervision));
  dict.set("MODE", show("mode", row.mode));
  dict.set("USES", show("uses", cells[7]));
  dict.set("SCOPE", row.scope);
  dict.set("CYCLE", cells[9]);
  dict.set("LIFE", cells[10]);
  dict.set("REGULATION", row.regulation);
  dict.set("CONDITION", row.condition);
  dict.set("NOTICE_NAME", row.notice);
  dict.set("RETIRED_AT", kind.retired_at);
  dict.show(row.checked ? "CHECKED" : "UNCHECKED");
  dict.show(kind.entry.retired ? "RETIRED" : "IN_USE");
}

store::AdminKind kind_of(web::Context& ctx) {
  auto kind = store::find_any_kind(ctx.db, ctx.id());
  if (!kind) throw web::NotFound();
  return *kind;
}

web::Response change(web::Context& ctx, bool (*how)(store::Tx&, const store::AdminKind&), const char* notice) {
  store::AdminKind kind = kind_of(ctx);
  kind.version = version_of(ctx.req.form);
  const auto location = ctx.change_once([&](store::Tx& tx) {
    if (!how(tx, kind)) throw web::Conflict();
    return kind_path(kind.entry.id);
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, notice);
}

}  // namespace

web::Response catalogue(web::Context& ctx) {
  Asked asked = read_catalogue_filter(ctx.req.query);
  const std::vector<store::AdminKind> all = store::all_kinds(ctx.db);
  std::vector<const store::AdminKind*> found;
  for (const store::AdminKind& kind : all)
    if (fits(kind, asked)) found.push_back(&kind);
  const auto matched = static_cast<long long>(found.size());
  asked.page = std::min(asked.page, view::page_count(matched, size));
  const view::Page page = ctx.page("admin/catalogue.tpl");
  const view::Dict content = page.content();
  content.set("TEXT", asked.text);
  add_choices(content, "MODE_CHOICE", domain::modes(), asked.mode);
  fill_items(content, all, asked.item);
  content.show(asked.standing.empty() ? "STANDING_USED" : "STANDING_" + view::section_name(asked.standing));
  content.show_if(!asked.text.empty() || asked.item > 0 || !asked.mode.empty() || !asked.standing.empty(), "FILTERED");
  if (found.empty()) {
    content.show("EMPTY");
    return ctx.render(page);
  }
  const view::Dict table = content.add("PAGING");
  const auto first = static_cast<std::size_t>(asked.page - 1) * size;
  for (std::size_t n = first; n < std::min(found.size(), first + size); ++n) fill_kind(table.add("ROW"), *found[n]);
  view::add_pager(table, matched, size, asked.page, [&](int n) { return address(ctx, asked, n); });
  return ctx.render(page);
}

web::Response kind(web::Context& ctx) {
  const store::AdminKind shown = kind_of(ctx);
  const view::Page page = ctx.page("admin/kind.tpl", {catalogue_crumb});
  fill_kind(page.content(), shown);
  for (const std::string& name : store::everyday_names(ctx.db, shown.entry.row.kind_no))
    page.content().add("NAME").set("WORD", name);
  if (shown.entry.retired) add_form_head(ctx, page.content().add("RESTORE"), kind_path(shown.entry.id, "/restore"));
  return ctx.render(page);
}

web::Response show_retire_kind(web::Context& ctx) {
  const store::AdminKind shown = kind_of(ctx);
  if (shown.entry.retired) return ctx.redirect(kind_path(shown.entry.id));
  const view::Page page = ctx.page("admin/kind_retire.tpl", {catalogue_crumb, {"admin/kind.tpl", kind_path(shown.entry.id)}});
  fill_kind(page.content(), shown);
  add_form_head(ctx, page.content(), kind_path(shown.entry.id, "/retire"));
  return ctx.render(page);
}

web::Response retire_kind(web::Context& ctx) { return change(ctx, store::retire_kind, "KIND_RETIRED"); }
web::Response restore_kind(web::Context& ctx) { return change(ctx, store::restore_kind, "KIND_RESTORED"); }

// ?for=program: as the product's own file is, without byte order mark.
web::Response export_catalogue(web::Context& ctx) {
  const bool program = ctx.req.query.get("for") == "program";
  const auto whom = program ? base::CsvWriter::For::program : base::CsvWriter::For::spreadsheet;
  std::string text = domain::catalogue_csv(store::rows_in_use(store::all_kinds(ctx.db)), whom);
  const std::string day = ctx.today().iso();
  return web::download_csv(std::move(text), "catalogue-" + day,
                           std::string(domain::word(domain::audit_subjects(), "catalogue")) + "-" + day);
}

}  // namespace admin
