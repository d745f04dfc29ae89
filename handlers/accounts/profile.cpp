// 个人信息: login and organisation, name and phone, the e-mail address, and the way to password, second factor, sessions,
// members.
#include "accounts/email.h"
#include "accounts/pages.h"
#include "accounts/sign_in.h"
#include "domain/people/account.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "store/people/links.h"
#include "view/form.h"
#include "web/errors.h"

namespace accounts {
namespace {

store::User myself(web::Context& ctx) {
  auto user = store::find_user(ctx.db, ctx.session->user_id);
  if (!user) throw web::NotFound();
  return *user;
}

web::Response render_profile(web::Context& ctx, const store::User& user, const domain::Person& typed, const std::string& email,
                             std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("accounts/profile.tpl");
  const view::Dict content = page.content();
  content.set("LOGIN", user.login);
  content.set("USER_TYPE", domain::word(domain::user_types(), user.user_type));
  content.set("ORGANISATION", user.organisation);
  content.show_if(!user.organisation.empty(), "HAS_ORGANISATION");
  content.set("ROLE", domain::word(domain::roles(), user.role));
  content.set("EMAIL", user.email);
  content.show(user.email.empty() ? "NO_EMAIL" : "HAS_EMAIL");
  content.set("PASSWORD_CHANGED_AT", user.password_changed_at);
  content.set("PREVIOUS_LOGIN", ctx.session->previous_login);
  content.show(user.two_factor ? "TWO_FACTOR_ON" : "TWO_FACTOR_OFF");
  content.show_if(user.user_type == "unit", "UNIT");
  content.show_if(user.user_type == "unit" && user.role != "viewer", "UNIT_EDITOR");
  content.show_if(user.user_type == "unit" && ctx.session->organisation_state == "approved", "REMINDERS");
  content.show_if(user.user_type == "unit" && user.role == "manager", "UNIT_MANAGER");
  view::Form fields(page, std::move(errors), ctx.token("/accounts/profile"));
  fields.text("person", typed.name, view::required().max(50).autocomplete("name"));
  fields.text("phone", typed.phone, view::optional().max(30).autocomplete("tel"));
  fields.text("email", email, view::optional().max(254).wide().autocomplete("email").no_hint());
  return ctx.render(page, status);
}

}  // namespace

web::Response show_profile(web::Context& ctx) {
  const store::User user = myself(ctx);
  return render_profile(ctx, user, {user.name, user.phone}, user.email, {}, 200);
}

// Name and phone count at once; a new address when its link was followed.
web::Response save_profile(web::Context& ctx) {
  const store::User user = myself(ctx);
  const domain::Person typed{ctx.req.form.need("person"), ctx.req.form.need("phone")};
  const std::string& typed_email = ctx.req.form.need("email");
  auto person = domain::check(typed);
  std::string email;
  if (!domain::trim(typed_email).empty()) {
    const auto checked = domain::check_email(typed_email);
    email = checked.value;
    person.errors.insert(person.errors.end(), checked.errors.begin(), checked.errors.end());
  }
  if (!person.ok()) return render_profile(ctx, user, typed, typed_email, person.errors, 422);
  const bool another = !email.empty() && email != user.email;
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (person.value.name != user.name || person.value.phone != user.phone)
      store::set_contact(tx, user, person.value.name, person.value.phone);
    if (email.empty() && !user.email.empty()) store::set_email(tx, user, "");
    if (another) send_confirmation(tx, user.id, person.value.name, user.organisation, email, 0, true);
    return "/accounts/profile";
  });
  if (!location) return render_profile(ctx, user, typed, typed_email, {{"person", ctx.not_taken()}}, 409);
  return ctx.redirect(*location, another ? "CONFIRMATION_SENT" : "SAVED");
}

}  // namespace accounts
