// Replacing the catalogue: a file is uploaded, checked row by row, its differences are shown, and it is applied as a whole or
// discarded. Every earlier edition can be shown and downloaded.
#include "store/catalogue/editions.h"

#include "admin/pages.h"
#include "admin/parts.h"
#include "base/number.h"
#include "domain/catalogue/catalogue.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "parts/uploads.h"
#include "view/pager.h"
#include "web/context.h"
#include "web/download.h"
#include "web/errors.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace admin {
namespace {

constexpr int size = 20;
constexpr std::size_t most_shown = 500;  // changes on a page
const char* const replace_path = "/admin/catalogue/replace";
const web::Crumb catalogue_crumb{"admin/catalogue.tpl", "/admin/catalogue"};
const web::Crumb editions_crumb{"admin/editions.tpl", "/admin/catalogue/editions"};

std::string edition_path(long long id, const char* act = "") { return "/admin/catalogue/editions/" + std::to_string(id) + act; }

std::string content_of(const web::Upload& upload) {
  if (upload.size > domain::largest_catalogue_file) return std::string(domain::largest_catalogue_file + 1, ' ');
  std::ifstream in(*upload.path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

// The rows with something wrong, each with its cells; what is wrong with the whole file stands beside the field.
void fill_errors(const view::Dict& content, const domain::CatalogueFile& file) {
  const view::Dict table = content.add("BAD_ROWS");
  table.set_number("COUNT", static_cast<long long>(file.bad_rows));
  view::Dict row = table;
  std::size_t last = 0;
  for (const domain::CellError& error : file.errors) {
    if (error.row != last) {
      row = table.add("BAD_ROW");
      row.set_number("NUMBER", static_cast<long long>(error.row));
    }
    last = error.row;
    const view::Dict cell = row.add("CELL");
    cell.set("COLUMN", error.error.field);
    cell.set("LABEL", domain::field_label(error.error.field));
    if (!error.typed.empty()) cell.add("TYPED").set("VALUE", error.typed);
    view::add_message(cell, error.error);
  }
}

web::Response render_replace(web::Context& ctx, const domain::CatalogueFile& file, std::vector<domain::Error> errors,
                             int status) {
  const view::Page page = ctx.page("admin/catalogue_replace.tpl", {catalogue_crumb});
  view::Form form(page, std::move(errors), ctx.token(replace_path));
  form.file("catalogue_file", "", view::required().accept(".csv,.txt"));
  if (file.bad_rows > 0) fill_errors(page.content(), file);
  return ctx.render(page, status);
}

void fill_edition(const view::Dict& dict, const store::Edition& edition) {
  dict.set_number("ID", edition.id);
  dict.set("NOTICE_NAME", edition.notice);
  dict.set("FILE_NAME", edition.file_name);
  dict.set("CREATED_BY", edition.created_by);
  dict.set("CREATED_AT", edition.created_at);
  dict.show(edition.draft() ? "DRAFT" : "APPLIED");
  dict.set("APPLIED_AT", edition.applied_at);
  dict.set_number("ADDED", edition.added);
  dict.set_number("CHANGED", edition.changed);
  dict.set_number("RETIRED", edition.retired);
}

const char* section_of(domain::CatalogueChange::What what) {
  switch (what) {
    case domain::CatalogueChange::What::added:
      return "IS_ADDED";
    case domain::CatalogueChange::What::restored:
      return "IS_RESTORED";
    case domain::CatalogueChange::What::changed:
      return "IS_CHANGED";
    case domain::CatalogueChange::What::retired:
      break;
  }
  return "IS_RETIRED";
}

void fill_changes(const view::Dict& content, const domain::CatalogueDifference& difference) {
  content.set_number("ADDED_NOW", difference.added);
  content.set_number("CHANGED_NOW", difference.changed);
  content.set_number("RETIRED_NOW", difference.retired);
  content.set_number("UNCHANGED_NOW", difference.unchanged);
  if (difference.empty()) return content.show("NO_CHANGE");
  const view::Dict table = content.add("CHANGES");
  const std::size_t shown = std::min(difference.changes.size(), most_shown);
  for (std::size_t n = 0; n < shown; ++n) {
    const domain::CatalogueChange& change = difference.changes[n];
    const view::Dict row = table.add("ROW");
    row.show(section_of(change.what));
    row.set_number("KIND_NO", change.row.kind_no);
    row.set("KIND", change.row.name());
    row.set("ITEM_NAME", change.row.item_name);
    for (const domain::FieldChange& field : change.fields) {
      const view::Dict line = row.add("FIELD");
      line.set("LABEL", domain::field_label(field.column));
      line.set("OLD", field.old_value);
      line.set("NEW", field.new_value);
    }
    if (change.fields.empty()) row.add("WHOLE").set("MODE", domain::word(domain::modes(), change.row.mode));
  }
  if (shown < difference.changes.size())
    table.add("MORE").set_number("COUNT", static_cast<long long>(difference.changes.size() - shown));
}

struct Draft {
  store::Edition edition;
  domain::CatalogueFile file;
  domain::CatalogueDifference difference;
  std::string seen;  // fingerprint of the catalogue it was compared with
};

store::Edition edition_of(web::Context& ctx) {
  auto edition = store::find_edition(ctx.db, ctx.id());
  if (!edition) throw web::NotFound();
  return *edition;
}

Draft compared(web::Context& ctx, store::Edition edition) {
  Draft draft;
  draft.file = domain::read_catalogue(edition.content);
  draft.edition = std::move(edition);
  const std::vector<store::AdminKind> kinds = store::all_kinds(ctx.db);
  draft.difference = domain::compare(store::entries(kinds), draft.file.rows);
  draft.seen = store::fingerprint(kinds);
  return draft;
}

web::Response render_draft(web::Context& ctx, const Draft& draft, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("admin/edition_draft.tpl", {catalogue_crumb, editions_crumb});
  const view::Dict content = page.content();
  fill_edition(content, draft.edition);
  add_form_head(ctx, content.add("DISCARD"), edition_path(draft.edition.id, "/discard"));
  if (!draft.file.ok()) {  // the rules have become stricter since it was sent in
    content.show("UNREADABLE");
    return ctx.render(page, status);
  }
  fill_changes(content, draft.difference);
  if (draft.difference.empty()) return ctx.render(page, status);
  const view::Dict apply = content.add("APPLY");
  view::Form form(page, apply, std::move(errors), ctx.token(edition_path(draft.edition.id, "/apply")));
  add_form_head(ctx, apply, edition_path(draft.edition.id, "/apply"));
  apply.set("SEEN", draft.seen);
  if (draft.difference.retires_most) {
    const view::Dict most = apply.add("RETIRES_MOST");
    most.set_number("COUNT", draft.difference.retired);
    form.checkbox("confirm_retire", false, view::required());
  }
  return ctx.render(page, status);
}

}  // namespace

web::Response show_replace_catalogue(web::Context& ctx) { return render_replace(ctx, {}, {}, 200); }

web::Response replace_catalogue(web::Context& ctx) {
  const auto it = ctx.req.files.find("catalogue_file");
  if (it == ctx.req.files.end()) return render_replace(ctx, {}, {{"catalogue_file", "REQUIRED"}}, 422);
  const domain::CatalogueFile file = domain::read_catalogue(content_of(it->second));
  if (!file.ok()) {
    std::vector<domain::Error> errors;
    for (const domain::CellError& cell : file.errors)
      if (cell.row == 0) errors.push_back({"catalogue_file", cell.error.code, cell.error.a});
    if (errors.empty()) errors.push_back({"catalogue_file", "FILE_ROWS", std::to_string(file.bad_rows)});
    return render_replace(ctx, file, errors, 422);
  }
  store::Edition edition;
  edition.notice = file.notices();
  edition.file_name = parts::shown_name(it->second.client_name);
  edition.content = file.text;
  const auto location = ctx.change_once([&](store::Tx& tx) { return edition_path(store::draft_edition(tx, edition)); });
  if (!location) return render_replace(ctx, {}, {{"catalogue_file", ctx.not_taken()}}, 409);
  return ctx.redirect(*location);
}

web::Response editions(web::Context& ctx) {
  const long long all = store::count_editions(ctx.db);
  const int number = std::clamp(base::number_or(ctx.req.query.get("page"), 1), 1, view::page_count(all, size));
  const view::Page page = ctx.page("admin/editions.tpl", {catalogue_crumb});
  if (all == 0) {
    page.content().show("EMPTY");
    return ctx.render(page);
  }
  const view::Dict table = page.content().add("PAGING");
  for (const store::Edition& edition : store::editions(ctx.db, size, number)) fill_edition(table.add("ROW"), edition);
  view::add_pager(table, all, size, number, [&](int n) {
    return parts::address(ctx, "/admin/catalogue/editions", {{"page", n > 1 ? std::to_string(n) : ""}});
  });
  return ctx.render(page);
}

web::Response edition(web::Context& ctx) {
  store::Edition shown = edition_of(ctx);
  if (shown.draft()) return render_draft(ctx, compared(ctx, std::move(shown)), {}, 200);
  const view::Page page = ctx.page("admin/edition.tpl", {catalogue_crumb, editions_crumb});
  fill_edition(page.content(), shown);
  return ctx.render(page);
}

web::Response edition_file(web::Context& ctx) {
  const store::Edition edition = edition_of(ctx);
  return web::download_csv("\xEF\xBB\xBF" + edition.content, "catalogue-edition-" + std::to_string(edition.id),
                           std::string(domain::word(domain::audit_subjects(), "edition")) + "-" + std::to_string(edition.id));
}

web::Response apply_edition(web::Context& ctx) {
  const Draft draft = compared(ctx, edition_of(ctx));
  const std::string& seen = ctx.req.form.need("seen");
  if (!draft.edition.draft() || !draft.file.ok() || draft.seen != seen) throw web::Conflict();
  if (draft.difference.retires_most && ctx.req.form.get("confirm_retire") != "yes")
    return render_draft(ctx, draft, {{"confirm_retire", "CONFIRM_RETIRE"}}, 422);
  const auto location = ctx.change_once([&](store::Tx& tx) {
    domain::CatalogueDifference done;
    if (store::apply_edition(tx, draft.edition, draft.file.rows, seen, done) != store::Applied::done) throw web::Conflict();
    return edition_path(draft.edition.id);
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, "CATALOGUE_REPLACED");
}

web::Response discard_edition(web::Context& ctx) {
  const store::Edition edition = edition_of(ctx);
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (!store::discard_edition(tx, edition)) throw web::Conflict();
    return "/admin/catalogue/editions";
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, "EDITION_DISCARDED");
}

}  // namespace admin
