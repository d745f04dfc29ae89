// Following an invitation: choosing a login name and a password in the organisation that invited.
#include "accounts/email.h"
#include "accounts/one_time.h"
#include "accounts/pages.h"
#include "accounts/sign_in.h"
#include "domain/people/account.h"
#include "domain/values/terms.h"
#include "store/core/constraints.h"
#include "store/organisations/organisations.h"
#include "store/organisations/units.h"
#include "store/people/links.h"
#include "view/form.h"

namespace accounts {
namespace {

std::string organisation_of(web::Context& ctx, const store::Link& link) {
  return store::organisation_name(ctx.db, link.unit_id, link.institution_id, link.department_id);
}

web::Response render_invitation(web::Context& ctx, const std::string& token, const store::Link& link,
                                const domain::Joining& typed, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("accounts/invite.tpl");
  view::Form form(page, std::move(errors), ctx.token("/accounts/invite"));
  form.text("login", typed.login, view::required().max(32).autocomplete("username"));
  form.text("person", typed.name, view::required().max(50).autocomplete("name"));
  form.text("phone", typed.phone, view::optional().max(30).autocomplete("tel"));
  form.password("password", view::required().max(128).autocomplete("new-password"));
  form.password("password_confirm", view::required().max(128).autocomplete("new-password"));
  const view::Dict content = page.content();
  content.set("LINK", token);
  content.set("ORGANISATION", organisation_of(ctx, link));
  content.set("ROLE", domain::word(domain::roles(), link.data.at("role").get<std::string>()));
  return ctx.render(page, status);
}

}  // namespace

web::Response show_invite(web::Context& ctx) {
  const std::string& token = ctx.req.query.get("t");
  const auto link = open_link(ctx, "invite", token);
  if (!link) return link_gone(ctx);
  return render_invitation(ctx, token, *link, {"", link->data.at("name"), ""}, {}, 200);
}

web::Response join(web::Context& ctx) {
  const web::Params& form = ctx.req.form;
  const std::string& token = form.need("link_seal");
  const domain::Joining typed{form.need("login"), form.need("person"), form.need("phone")};
  const auto link = open_link(ctx, "invite", token);
  if (!link) return link_gone(ctx);
  const auto unit = link->unit_id != 0 ? store::find_unit(ctx.db, link->unit_id) : std::nullopt;
  auto checked = domain::check(typed, {form.need("password"), form.need("password_confirm")}, unit ? unit->unit_code : "");
  if (checked.ok() && store::login_taken(ctx.db, checked.value.login)) checked.errors.push_back({"login", "LOGIN_TAKEN"});
  if (!checked.ok()) return render_invitation(ctx, token, *link, typed, checked.errors, 422);
  const domain::Joining& value = checked.value;
  store::NewUser user{
      value.login,   value.name,           link->data.at("user_type"), ctx.services.passwords.hash(form.need("password")),
      link->unit_id, link->institution_id, link->department_id,        link->data.at("role"),
      value.phone};
  const std::string organisation = organisation_of(ctx, *link);
  std::string cookie;
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      if (!store::use_link(tx, link->id_hex)) return "/accounts/login";
      const long long id = store::create_user(tx, user);
      const std::string email = link->data.value("email", "");
      if (!email.empty()) send_confirmation(tx, id, user.name, organisation, email, 0, true);
      store::Credentials credentials;
      credentials.user_id = id;
      credentials.user_type = user.user_type;
      cookie = begin_session(tx, ctx, credentials, user.login);
      return start_page(user.user_type);
    });
    if (!location || cookie.empty()) return link_gone(ctx);
    return go_on(ctx, cookie, user.user_type, {});
  } catch (const store::Violation& violation) {
    if (violation.constraint != store::constraint::users_login) throw;
    return render_invitation(ctx, token, *link, typed, {{"login", "LOGIN_TAKEN"}}, 422);
  }
}

}  // namespace accounts
