// 授权项目: what an institution may verify. Adding, changing and removing a row.
#include "admin/organisations/institutions.h"
#include "admin/organisations/regions.h"
#include "admin/pages.h"
#include "admin/save.h"
#include "domain/values/terms.h"
#include "parts/kinds.h"
#include "store/core/constraints.h"
#include "view/form.h"
#include "web/errors.h"

namespace admin {
namespace {

struct KindPage {
  domain::AuthorisedKindForm typed;
  std::string kind_query;
  Regions regions;
};

std::string kinds_path(const store::Institution& institution, const std::string& rest) {
  return institution_path(institution.id) + "/kinds/" + rest;
}

store::AuthorisedKind kind_of(web::Context& ctx, const store::Institution& institution) {
  auto found = store::find_authorised_kind(ctx.db, institution.id, ctx.id(1));
  if (!found) throw web::NotFound();
  return *found;
}

KindPage read_form(const web::Context& ctx, std::vector<domain::Error>& errors) {
  const web::Params& f = ctx.req.form;
  KindPage page;
  page.typed = {f.need("kind_id"), f.need("measuring_range"), f.need("accuracy"), f.need("valid_until"), all_of(f, "deliveries")};
  page.kind_query = f.need("kind_query");
  page.regions = read_regions(ctx, errors);
  return page;
}

KindPage as_typed(const web::Context& ctx, const store::AuthorisedKind& kind) {
  const domain::AuthorisedKindValues& v = kind.values;
  KindPage page;
  page.typed = {std::to_string(v.kind_id), v.measuring_range, v.accuracy, domain::iso_or_empty(v.valid_until), {}};
  if (v.send_in) page.typed.deliveries.push_back("send_in");
  if (v.on_site) page.typed.deliveries.push_back("on_site");
  page.regions = regions_of(ctx, kind.regions);
  return page;
}

// kind: null for a new one.
web::Response render_kind_form(web::Context& ctx, const store::Institution& institution, const store::AuthorisedKind* kind,
                               KindPage shown, std::vector<domain::Error> errors, int status) {
  const std::string action = kinds_path(institution, kind ? std::to_string(kind->id) : "new");
  const view::Page page = ctx.page("admin/authorised_kind.tpl", institution_crumbs(institution));
  const view::Dict content = page.content();
  const auto kinds = store::ledger_kinds(ctx.db);
  std::vector<long long> only;
  if (ctx.req.form.has("op_find_kind")) only = parts::search_kinds(ctx, shown.kind_query, shown.typed.kind_id, errors);
  if (!only.empty()) content.add("FOUND").set_number("COUNT", static_cast<long long>(only.size()));
  content.show(kind ? "EDIT" : "NEW");
  content.set("INSTITUTION", institution.values.name);
  content.set("INSTITUTION_DIVISION", institution.division_name);
  content.set("ACTION", ctx.services.config.base_path + action);
  content.set("BACK", ctx.services.config.base_path + institution_path(institution.id));
  content.set_number("VERSION", kind ? kind->version : 0);
  view::Form form(page, std::move(errors), ctx.token(action));
  parts::add_kind_fields(form, kinds, only, shown.kind_query, shown.typed.kind_id);
  form.text("measuring_range", shown.typed.measuring_range, view::optional().max(100));
  form.text("accuracy", shown.typed.accuracy, view::optional().max(60));
  form.text("valid_until", shown.typed.valid_until, view::optional().max(30).no_hint());
  form.checkboxes("deliveries", shown.typed.deliveries, view::options(domain::deliveries()), view::required());
  fill_regions(content, form, "served_division", shown.regions, named(ctx, shown.regions));
  return ctx.render(page, status);
}

bool only_changes_form(const web::Context& ctx) { return ctx.req.form.has("op_find_kind") || changes_regions(ctx); }

domain::Checked<domain::AuthorisedKindValues> check(web::Context& ctx, const KindPage& shown,
                                                    const std::vector<domain::Error>& errors) {
  const auto kind = store::find_kind(ctx.db, parts::kind_id_of(shown.typed.kind_id));
  auto checked = domain::check(shown.typed, kind ? &*kind : nullptr);
  checked.errors.insert(checked.errors.end(), errors.begin(), errors.end());
  return checked;
}

Saving saving(const char* notice) {
  return {notice, "kind_id", {{store::constraint::institution_kinds_once, {"kind_id", "KIND_AUTHORISED"}}}};
}

}  // namespace

web::Response show_new_authorised_kind(web::Context& ctx) {
  KindPage empty;
  empty.typed.deliveries = {"send_in"};
  empty.regions = regions_of(ctx, {});
  return render_kind_form(ctx, institution_of(ctx), nullptr, empty, {}, 200);
}

web::Response add_authorised_kind(web::Context& ctx) {
  const store::Institution institution = institution_of(ctx);
  std::vector<domain::Error> errors;
  const KindPage shown = read_form(ctx, errors);
  const Render again = [&](std::vector<domain::Error> form_errors, int status) {
    return render_kind_form(ctx, institution, nullptr, shown, std::move(form_errors), status);
  };
  if (only_changes_form(ctx)) return again(errors, errors.empty() ? 200 : 422);
  const auto checked = check(ctx, shown, errors);
  if (!checked.ok()) return again(checked.errors, 422);
  return save(ctx, saving("RECORD_ADDED"), again, [&](store::Tx& tx) {
    store::add_authorised_kind(tx, institution.id, checked.value, shown.regions.codes);
    return institution_path(institution.id);
  });
}

web::Response show_authorised_kind(web::Context& ctx) {
  const store::Institution institution = institution_of(ctx);
  const store::AuthorisedKind kind = kind_of(ctx, institution);
  return render_kind_form(ctx, institution, &kind, as_typed(ctx, kind), {}, 200);
}

web::Response save_authorised_kind(web::Context& ctx) {
  const store::Institution institution = institution_of(ctx);
  store::AuthorisedKind old = kind_of(ctx, institution);
  old.version = version_of(ctx);
  std::vector<domain::Error> errors;
  const KindPage shown = read_form(ctx, errors);
  const Render again = [&](std::vector<domain::Error> form_errors, int status) {
    const store::AuthorisedKind now = status == 409 ? kind_of(ctx, institution) : old;
    return render_kind_form(ctx, institution, &now, shown, std::move(form_errors), status);
  };
  if (only_changes_form(ctx)) return again(errors, errors.empty() ? 200 : 422);
  const auto checked = check(ctx, shown, errors);
  if (!checked.ok()) return again(checked.errors, 422);
  return save(ctx, saving("SAVED"), again, [&](store::Tx& tx) {
    if (!store::update_authorised_kind(tx, old, checked.value, shown.regions.codes)) throw web::Conflict();
    return institution_path(institution.id);
  });
}

web::Response show_authorised_kind_removal(web::Context& ctx) {
  const store::Institution institution = institution_of(ctx);
  const store::AuthorisedKind kind = kind_of(ctx, institution);
  const std::string action = kinds_path(institution, std::to_string(kind.id)) + "/remove";
  const view::Page page = ctx.page("admin/authorised_kind_removal.tpl", institution_crumbs(institution));
  const view::Form form(page, {}, ctx.token(action));
  const view::Dict content = page.content();
  content.set("ACTION", ctx.services.config.base_path + action);
  content.set("BACK", ctx.services.config.base_path + institution_path(institution.id));
  content.set_number("VERSION", kind.version);
  content.set("INSTITUTION", institution.values.name);
  content.set("ITEM", kind.item_name);
  content.set("NAME", kind.kind_name);
  content.set("MEASURING_RANGE", kind.values.measuring_range);
  content.set("ACCURACY", kind.values.accuracy);
  return ctx.render(page);
}

web::Response remove_authorised_kind(web::Context& ctx) {
  const store::Institution institution = institution_of(ctx);
  store::AuthorisedKind old = kind_of(ctx, institution);
  old.version = version_of(ctx);
  return act(ctx, "RECORD_REMOVED", [&](store::Tx& tx) {
    if (!store::remove_authorised_kind(tx, old)) throw web::Conflict();
    return institution_path(institution.id);
  });
}

}  // namespace admin
