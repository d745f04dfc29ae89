// 新增 and 修改 of an institution (计量技术机构).
#include "admin/organisations/institutions.h"
#include "admin/pages.h"
#include "admin/save.h"
#include "parts/division.h"
#include "store/core/constraints.h"
#include "view/form.h"
#include "web/errors.h"

namespace admin {
namespace {

const char* const new_path = "/admin/institutions/new";

struct InstitutionPage {
  domain::InstitutionForm typed;
  std::vector<std::string> division;  // chosen codes, from the top down
};

InstitutionPage read_form(const web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  return {{f.need("organisation_name"), f.need("address"), f.need("phone"), f.need("contact"), f.need("email"),
           f.need("working_hours"), f.need("instructions"), f.need("authorisation_number"), f.need("authorised_until")},
          {f.need("division_1"), f.get("division_2"), f.get("division_3")}};
}

InstitutionPage as_typed(web::Context& ctx, const store::Institution& institution) {
  const domain::InstitutionValues& v = institution.values;
  return {{v.name, v.address, v.phone, v.contact, v.email, v.working_hours, v.instructions, v.authorisation_number,
           domain::iso_or_empty(v.authorised_until)},
          store::division_chain(ctx.db, v.division_code)};
}

// institution: null for a new one.
web::Response render_institution_form(web::Context& ctx, const store::Institution* institution, const InstitutionPage& shown,
                                      std::vector<domain::Error> errors, int status) {
  const std::string action = institution ? institution_path(institution->id) + "/edit" : new_path;
  const view::Page page =
      ctx.page("admin/institution_form.tpl", institution ? institution_crumbs(*institution) : institutions_crumbs());
  const view::Dict content = page.content();
  const std::string& base = ctx.services.config.base_path;
  content.show(institution ? "EDIT" : "NEW");
  content.set("ACTION", base + action);
  content.set("BACK", base + (institution ? institution_path(institution->id) : "/admin/institutions"));
  content.set_number("VERSION", institution ? institution->version : 0);
  view::Form form(page, std::move(errors), ctx.token(action));
  form.text("organisation_name", shown.typed.name, view::required().max(100).wide().no_hint());
  form.division("seat_division", parts::levels(store::division_path(ctx.db, shown.division)));
  form.text("address", shown.typed.address, view::required().wide().no_hint());
  form.text("phone", shown.typed.phone, view::required().max(30));
  form.text("contact", shown.typed.contact, view::optional().max(50).no_hint());
  form.text("email", shown.typed.email, view::optional().max(254).no_hint());
  form.text("working_hours", shown.typed.working_hours, view::optional().wide());
  form.textarea("instructions", shown.typed.instructions, view::optional().max(2000));
  form.text("authorisation_number", shown.typed.authorisation_number, view::optional().max(60).no_hint());
  form.text("authorised_until", shown.typed.authorised_until, view::optional().max(30));
  return ctx.render(page, status);
}

domain::Checked<domain::InstitutionValues> check(web::Context& ctx, const InstitutionPage& shown) {
  const store::DivisionPath division = store::division_path(ctx.db, shown.division);
  auto checked = domain::check(shown.typed, division.verdict, division.code);
  // A province changed without script leaves the old city chosen below it: never save the province alone for that.
  if (division.cut && !division.code.empty()) checked.errors.push_back({"division_1", "DIVISION_MISMATCH"});
  return checked;
}

Saving saving(const char* notice) {
  return {notice, "organisation_name", {{store::constraint::institutions_name, {"organisation_name", "NAME_TAKEN"}}}};
}

}  // namespace

web::Response show_new_institution(web::Context& ctx) { return render_institution_form(ctx, nullptr, {}, {}, 200); }

web::Response create_institution(web::Context& ctx) {
  const InstitutionPage shown = read_form(ctx);
  const Render again = [&](std::vector<domain::Error> errors, int status) {
    return render_institution_form(ctx, nullptr, shown, std::move(errors), status);
  };
  if (ctx.req.form.has("op_division")) return again({}, 200);
  const auto checked = check(ctx, shown);
  if (!checked.ok()) return again(checked.errors, 422);
  return save(ctx, saving("RECORD_ADDED"), again,
              [&](store::Tx& tx) { return institution_path(store::create_institution(tx, checked.value)); });
}

web::Response show_institution_edit(web::Context& ctx) {
  const store::Institution institution = institution_of(ctx);
  return render_institution_form(ctx, &institution, as_typed(ctx, institution), {}, 200);
}

web::Response save_institution(web::Context& ctx) {
  const InstitutionPage shown = read_form(ctx);
  store::Institution old = institution_of(ctx);
  old.version = version_of(ctx);
  // After a conflict the form comes with the newest version: saving again is a decision.
  const Render again = [&](std::vector<domain::Error> errors, int status) {
    const store::Institution now = status == 409 ? institution_of(ctx) : old;
    return render_institution_form(ctx, &now, shown, std::move(errors), status);
  };
  if (ctx.req.form.has("op_division")) return again({}, 200);
  const auto checked = check(ctx, shown);
  if (!checked.ok()) return again(checked.errors, 422);
  return save(ctx, saving("SAVED"), again, [&](store::Tx& tx) {
    if (!store::update_institution(tx, old, checked.value)) throw web::Conflict();
    return institution_path(old.id);
  });
}

}  // namespace admin
