// The status page of a request made without a login, opened by its receipt; and the one use of an approval within 7 days: a new
// password (recover), or a new 负责人 of the unit (claim).
#include "accounts/pages.h"
#include "accounts/receipt.h"
#include "domain/people/account.h"
#include "domain/values/terms.h"
#include "store/core/constraints.h"
#include "store/organisations/requests.h"
#include "view/form.h"
#include "web/errors.h"

namespace accounts {
namespace {

constexpr const char* own_path = "/accounts/recover/status";

struct Found {
  std::string receipt;
  store::Request request;
  std::optional<store::User> user;  // recover: whose password
  std::string unit_code;            // no password may equal it
};

// The request of this receipt; nothing for an unknown receipt.
std::optional<Found> find(web::Context& ctx, const std::string& typed) {
  Found found;
  found.receipt = normalised_receipt(typed);
  const auto request = store::find_request_by_receipt(ctx.db, receipt_hash(found.receipt));
  if (!request) return {};
  found.request = *request;
  if (!request->usable) return found;
  if (request->kind == "recover") {
    found.user = store::find_user(ctx.db, request->user_id);
    if (!found.user || found.user->state == "removed") found.request.usable = false;
  }
  if (const auto unit = store::find_unit(ctx.db, request->unit_id)) found.unit_code = unit->unit_code;
  return found;
}

void fill_form(web::Context& ctx, const view::Page& page, const Found& found, const domain::Joining& typed,
               std::vector<domain::Error> errors) {
  const view::Dict content = page.content();
  view::Form form(page, std::move(errors), ctx.token(own_path));
  const view::Dict usable = content.add("USABLE");
  usable.show(found.request.kind == "recover" ? "RECOVER" : "CLAIM");
  if (found.request.kind == "recover") {
    usable.set("LOGIN", found.user->login);
    usable.show_if(found.request.ends_two_factor, "ENDS_TWO_FACTOR");
  } else {
    usable.show_if(found.request.locks_managers, "LOCKS_MANAGERS");
    form.text("login", typed.login, view::required().max(32).autocomplete("username"));
    form.text("person", typed.name, view::required().max(50).autocomplete("name"));
    form.text("phone", typed.phone, view::optional().max(30).autocomplete("tel"));
  }
  form.password("password", view::required().max(128).autocomplete("new-password"));
  form.password("password_confirm", view::required().max(128).autocomplete("new-password"));
}

web::Response render_recovery(web::Context& ctx, const Found& found, const domain::Joining& typed,
                              std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("accounts/recovery.tpl", {{"accounts/recover.tpl", "/accounts/recover"}});
  const store::Request& request = found.request;
  const view::Dict content = page.content().add("FOUND");
  content.set_number("NUMBER", request.id);
  content.set("KIND", domain::word(domain::request_kinds(), request.kind));
  content.set("STATE", domain::word(domain::request_states(), request.state));
  content.set("CREATED_AT", request.created_at);
  content.set("DECIDED_AT", request.decided_at);
  content.set("REASON", request.reason);
  content.show_if(!request.decided_at.empty(), "DECIDED");
  content.show_if(!request.reason.empty(), "HAS_REASON");
  content.show(view::section_name(request.state));
  page.content().set("RECEIPT", found.receipt);
  if (request.usable)
    fill_form(ctx, page, found, typed, std::move(errors));
  else if (request.state == "approved")
    content.show("EXPIRED");
  return ctx.render_private(page, status);
}

web::Response render_unknown(web::Context& ctx, const std::string& typed) {
  const view::Page page = ctx.page("accounts/recovery.tpl", {{"accounts/recover.tpl", "/accounts/recover"}});
  const view::Dict asking = page.content().add("ASKING");
  asking.set("TYPED", typed);
  asking.show_if(!typed.empty(), "UNKNOWN");
  return ctx.render_private(page);
}

web::Response set_password(web::Context& ctx, const Found& found) {
  const domain::NewPassword typed{ctx.req.form.need("password"), ctx.req.form.need("password_confirm")};
  std::vector<domain::Error> errors;
  domain::FieldCheck fields(errors);
  domain::check_new_password(fields, typed, found.user->login, found.unit_code);
  if (!errors.empty()) return render_recovery(ctx, found, {}, errors, 422);
  const std::string hash = ctx.services.passwords.hash(typed.password);
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (!store::finish_recover(tx, found.request, *found.user, hash)) throw web::Conflict();
    mail_about_password(tx, ctx, *found.user);
    return "/accounts/login";
  });
  if (!location) return render_recovery(ctx, found, {}, {{"password", ctx.not_taken()}}, 409);
  return ctx.redirect(*location, "RECOVERED");
}

web::Response take_over(web::Context& ctx, const Found& found) {
  const web::Params& f = ctx.req.form;
  const domain::Joining typed{f.need("login"), f.need("person"), f.need("phone")};
  const domain::NewPassword password{f.need("password"), f.need("password_confirm")};
  const auto checked = domain::check(typed, password, found.unit_code);
  auto errors = checked.errors;
  if (errors.empty() && store::login_taken(ctx.db, checked.value.login)) errors.push_back({"login", "LOGIN_TAKEN"});
  if (!errors.empty()) return render_recovery(ctx, found, typed, errors, 422);
  store::NewUser user{checked.value.login, checked.value.name, "unit", ctx.services.passwords.hash(password.password),
                      found.request.unit_id};
  user.phone = checked.value.phone;
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      if (!store::finish_claim(tx, found.request, user)) throw web::Conflict();
      return "/accounts/login";
    });
    if (!location) return render_recovery(ctx, found, typed, {{"login", ctx.not_taken()}}, 409);
    return ctx.redirect(*location, "CLAIMED");
  } catch (const store::Violation& violation) {
    if (violation.constraint != store::constraint::users_login) throw;
    return render_recovery(ctx, found, typed, {{"login", "LOGIN_TAKEN"}}, 422);
  }
}

}  // namespace

web::Response show_recovery(web::Context& ctx) {
  const std::string typed = ctx.req.query.get("r");
  const auto found = find(ctx, typed);
  return found ? render_recovery(ctx, *found, {"", "", found->request.text("mobile")}, {}, 200) : render_unknown(ctx, typed);
}

web::Response finish_recovery(web::Context& ctx) {
  const auto found = find(ctx, ctx.req.form.need("r"));
  if (!found) throw web::NotFound();
  if (!found->request.usable) throw web::Conflict();
  return found->request.kind == "recover" ? set_password(ctx, *found) : take_over(ctx, *found);
}

}  // namespace accounts
