// 账户注销: lists what is erased and what stays, and asks for the current password, limited like a login, so that an unlocked
// browser is not enough.
#include "accounts/own_unit.h"
#include "accounts/pages.h"
#include "accounts/sign_in.h"
#include "domain/values/fields.h"
#include "store/core/constraints.h"
#include "store/organisations/requests.h"
#include "view/form.h"
#include "web/errors.h"

namespace accounts {
namespace {

struct Typed {
  std::string explanation;
  bool understood = false;
};

web::Response render_unit_close(web::Context& ctx, const store::Unit& unit, const Typed& typed, std::vector<domain::Error> errors,
                                int status) {
  const view::Page page = ctx.page("accounts/unit_close.tpl", {{"accounts/unit.tpl", "/accounts/unit"}});
  view::Form form(page, std::move(errors), ctx.token("/accounts/unit/close"));
  form.textarea("explanation", typed.explanation, view::optional().max(500).no_hint());
  form.password("current_password", view::required().max(128).autocomplete("current-password"));
  form.checkbox("understood", typed.understood, view::required().no_hint());
  page.content().set("UNIT", unit.name);
  return ctx.render(page, status);
}

std::optional<web::Response> elsewhere(web::Context& ctx, const store::Unit& unit) {
  if (unit.state == "suspended") return ctx.redirect("/accounts/status");
  if (store::open_request(ctx.db, unit.id, "close")) return ctx.redirect("/accounts/unit", "REQUEST_WAITS");
  return {};
}

}  // namespace

web::Response show_close(web::Context& ctx) {
  const store::Unit unit = own_unit(ctx);
  if (auto response = elsewhere(ctx, unit)) return *response;
  return render_unit_close(ctx, unit, {}, {}, 200);
}

web::Response request_close(web::Context& ctx) {
  const store::Unit unit = own_unit(ctx);
  if (auto response = elsewhere(ctx, unit)) return *response;
  const web::Params& f = ctx.req.form;
  const Typed typed{f.need("explanation"), f.get("understood") == "yes"};
  std::vector<domain::Error> errors;
  domain::FieldCheck fields(errors);
  const std::string explanation = fields.text({"explanation", 500, false, true}, typed.explanation);
  if (f.need("current_password").empty()) fields.add("current_password", "REQUIRED");
  if (!typed.understood) fields.add("understood", "TICK_REQUIRED");
  if (errors.empty()) confirm_password(ctx, errors);  // last: every look at the password counts as an attempt
  if (!errors.empty()) return render_unit_close(ctx, unit, typed, errors, 422);
  const store::NewRequest request{"close", unit.id, ctx.session->user_id, {{"explanation", explanation}}};
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      store::create_request(tx, request);
      return "/accounts/unit";
    });
    if (!location) return render_unit_close(ctx, unit, typed, {{"current_password", ctx.not_taken()}}, 409);
    return ctx.redirect(*location, "CLOSE_REQUESTED");
  } catch (const store::Violation& violation) {
    if (violation.constraint != store::constraint::account_requests_one_open) throw;
    throw web::Conflict();
  }
}

}  // namespace accounts
