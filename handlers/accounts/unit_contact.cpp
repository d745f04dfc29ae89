// A unit's contacts, which change without a review, and its legal representative's number, shown whole only to its 负责人 after
// the password.
#include "accounts/email.h"
#include "accounts/own_unit.h"
#include "accounts/pages.h"
#include "accounts/sign_in.h"
#include "base/json.h"
#include "domain/people/account.h"
#include "store/organisations/units.h"
#include "view/form.h"
#include "web/errors.h"

namespace accounts {
namespace {

web::Response render_contact(web::Context& ctx, const domain::UnitContact& typed, int version, std::vector<domain::Error> errors,
                             int status) {
  const view::Page page = ctx.page("accounts/unit_contact.tpl", {{"accounts/profile.tpl", "/accounts/profile"}});
  view::Form form(page, std::move(errors), ctx.token("/accounts/unit/contact"));
  form.text("contact", typed.contact, view::required().max(50).autocomplete("name"));
  form.text("mobile", typed.mobile, view::required().max(30).autocomplete("tel"));
  form.text("email", typed.email, view::optional().max(254).wide().autocomplete("email"));
  page.content().set_number("VERSION", version);
  return ctx.render(page, status);
}

web::Response render_number(web::Context& ctx, const store::Unit& unit, const std::string& number,
                            std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("accounts/id_number.tpl", {{"accounts/profile.tpl", "/accounts/profile"}});
  view::Form form(page, std::move(errors), ctx.token("/accounts/unit/id-number"));
  form.password("current_password", view::required().max(128).autocomplete("current-password"));
  page.content().set("REPRESENTATIVE", unit.representative);
  page.content().set("MASKED", unit.id_number_masked);
  page.content().set("NUMBER", number);
  page.content().show(number.empty() ? "HIDDEN" : "SHOWN");
  return ctx.render(page, status);
}

}  // namespace

web::Response show_unit_contact(web::Context& ctx) {
  const store::Unit unit = own_unit(ctx);
  return render_contact(ctx, {unit.contact, unit.mobile, unit.email}, unit.version, {}, 200);
}

web::Response save_unit_contact(web::Context& ctx) {
  store::Unit unit = own_unit(ctx);
  const domain::UnitContact typed{ctx.req.form.need("contact"), ctx.req.form.need("mobile"), ctx.req.form.need("email")};
  const auto checked = domain::check(typed);
  if (!checked.ok()) return render_contact(ctx, typed, unit.version, checked.errors, 422);
  if (ctx.req.form.need("version") != std::to_string(unit.version))
    return render_contact(ctx, typed, unit.version, {{"contact", "CHANGED_MEANWHILE"}}, 409);
  domain::UnitContact now = checked.value;
  const bool another = !now.email.empty() && now.email != unit.email;
  if (another) now.email = unit.email;  // until the link is followed
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (!store::set_unit_contact(tx, unit, now.contact, now.mobile, now.email)) throw web::Conflict();
    if (another)
      send_confirmation(tx, ctx.session->user_id, ctx.session->user_name, unit.name, checked.value.email, unit.id, false);
    return "/accounts/unit/contact";
  });
  if (!location) return render_contact(ctx, typed, unit.version, {{"contact", ctx.not_taken()}}, 409);
  return ctx.redirect(*location, another ? "CONFIRMATION_SENT" : "SAVED");
}

web::Response show_id_number(web::Context& ctx) { return render_number(ctx, own_unit(ctx), "", {}, 200); }

web::Response reveal_id_number(web::Context& ctx) {
  const store::Unit unit = own_unit(ctx);
  std::vector<domain::Error> errors;
  if (!confirm_password(ctx, errors)) return render_number(ctx, unit, "", errors, 422);
  const auto sealed = store::sealed_id_number(ctx.db, unit.id);
  const auto number = ctx.services.personal.value().open_bytes(base::from_hex(sealed).value_or(""));
  if (!number) return render_number(ctx, unit, "", {{"current_password", "NUMBER_NOT_STORED"}}, 422);
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    tx.audit(unit.id, "unit.reveal_id_number", "unit", unit.id, nullptr, nullptr);
    return "/accounts/unit/id-number";
  });
  return render_number(ctx, unit, location ? *number : "", {}, 200);
}

}  // namespace accounts
