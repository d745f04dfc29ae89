// A forgotten password: a one-time link to the confirmed e-mail address. The answer and its work are the same for every login,
// because the page only queues a request; qj-mailer finds out later whether there is such a user with a confirmed address.
#include "accounts/captcha.h"
#include "accounts/one_time.h"
#include "accounts/pages.h"
#include "accounts/sign_in.h"
#include "base/clock.h"
#include "domain/organisations/review.h"
#include "domain/people/account.h"
#include "domain/values/date.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "store/organisations/units.h"
#include "store/people/links.h"
#include "view/form.h"

namespace accounts {
namespace {

web::Response render_forgot(web::Context& ctx, const std::string& user_type, const std::string& login,
                            std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("accounts/forgot.tpl", {{"accounts/login.tpl", "/accounts/login"}});
  view::Form form(page, std::move(errors), ctx.token("/accounts/forgot"));
  form.select("user_type", user_type, view::options(domain::user_types()), view::required());
  form.text("login", login, view::required().max(32).autocomplete("username").no_hint());
  form.captcha(new_captcha(ctx));
  return ctx.render(page, status);
}

// The link's user, or nothing when the link is foreign, used or too old.
struct Reset {
  std::string id_hex;
  store::User user;
};
std::optional<Reset> open(web::Context& ctx, const std::string& token) {
  const auto link = open_link(ctx, "reset_password", token);
  const auto user = link ? store::find_user(ctx.db, link->user_id) : std::nullopt;
  if (!user || user->state != "active") return {};
  return Reset{link->id_hex, *user};
}

web::Response render_reset(web::Context& ctx, const std::string& token, const store::User& user,
                           std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("accounts/reset.tpl", {{"accounts/login.tpl", "/accounts/login"}});
  view::Form form(page, std::move(errors), ctx.token("/accounts/reset"));
  form.password("password", view::required().max(128).autocomplete("new-password"));
  form.password("password_confirm", view::required().max(128).autocomplete("new-password"));
  page.content().set("LOGIN", user.login);
  page.content().set("LINK", token);
  return ctx.render(page, status);
}

}  // namespace

void mail_about_password(store::Tx& tx, const web::Context& ctx, const store::User& user) {
  if (user.email.empty()) return;
  const std::string at = ctx.today().iso() + " " + domain::clock_text(base::minutes_in_shanghai(base::now()));
  store::queue_mail(tx, "password_changed", user.email, {{"login", user.login}, {"at", at}, {"address", ctx.req.address}});
}

web::Response show_forgot(web::Context& ctx) { return render_forgot(ctx, "unit", "", {}, 200); }

web::Response ask_for_link(web::Context& ctx) {
  const std::string& user_type = ctx.req.form.need("user_type");
  const std::string login = domain::trim(ctx.req.form.need("login"));
  if (ctx.req.form.has("op_captcha")) return render_forgot(ctx, user_type, login, {}, 200);
  std::vector<domain::Error> errors;
  if (!domain::contains(domain::user_types(), user_type)) errors.push_back({"user_type", "REQUIRED"});
  if (login.empty()) errors.push_back({"login", "REQUIRED"});
  if (domain::length(login) > 64) errors.push_back({"login", "TOO_LONG", "64"});
  const std::string captcha = check_captcha(ctx, errors);
  if (!errors.empty()) return render_forgot(ctx, user_type, login, errors, 422);
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      use_up_captcha(tx, captcha);
      store::queue_mail(tx, "reset_password", "", {{"login", login}, {"user_type", user_type}, {"address", ctx.req.address}});
      return "/accounts/login";
    });
    if (!location) return render_forgot(ctx, user_type, login, {{"login", ctx.not_taken()}}, 409);
    return ctx.redirect(*location, "RESET_SENT");
  } catch (const CaptchaUsed&) {
    return render_forgot(ctx, user_type, login, {{"captcha", "CAPTCHA_EXPIRED"}}, 422);
  }
}

web::Response show_reset(web::Context& ctx) {
  const std::string& token = ctx.req.query.get("t");
  const auto reset = open(ctx, token);
  return reset ? render_reset(ctx, token, reset->user, {}, 200) : link_gone(ctx);
}

web::Response reset_password(web::Context& ctx) {
  const std::string& token = ctx.req.form.need("link_seal");
  const domain::NewPassword typed{ctx.req.form.need("password"), ctx.req.form.need("password_confirm")};
  const auto reset = open(ctx, token);
  if (!reset) return link_gone(ctx);
  const store::User& user = reset->user;
  const auto unit = user.unit_id != 0 ? store::find_unit(ctx.db, user.unit_id) : std::nullopt;
  std::vector<domain::Error> errors;
  domain::FieldCheck fields(errors);
  domain::check_new_password(fields, typed, user.login, unit ? unit->unit_code : "");
  if (!errors.empty()) return render_reset(ctx, token, user, errors, 422);
  const std::string hash = ctx.services.passwords.hash(typed.password);
  bool done = false;
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    done = store::use_link(tx, reset->id_hex) && store::reset_password(tx, user, hash, false);
    if (!done) return "/accounts/forgot";
    store::revoke_links(tx, user.id, "reset_password");
    store::login_succeeded(tx, user.login, ctx.req.address, address_limit(ctx));  // who forgot has failed before
    mail_about_password(tx, ctx, user);
    return "/accounts/login";
  });
  if (!location || !done) return link_gone(ctx);
  return ctx.redirect(*location, "PASSWORD_RESET");
}

}  // namespace accounts
