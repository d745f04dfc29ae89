// Login, its second step, and logout. Unknown user, wrong type and wrong password get the same answer after the same time. A
// user with a second factor gets no session before its code fits: until then only a sealed field in the page proves that the
// password was right.
#include "accounts/captcha.h"
#include "accounts/pages.h"
#include "accounts/sign_in.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/json_text.h"
#include "base/totp.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "store/core/tokens.h"
#include "store/people/two_factor.h"

namespace accounts {
namespace {

struct Typed {
  std::string user_type, login;
  Way way;
};

web::Response render_login(web::Context& ctx, const Typed& typed, std::vector<domain::Error> errors) {
  const int status = errors.empty() ? 200 : 422;
  const view::Page page = ctx.page("accounts/login.tpl");
  view::Form form(page, std::move(errors), ctx.token("/accounts/login"));
  form.select("user_type", typed.user_type, view::options(domain::user_types()), view::required());
  form.text("login", typed.login, view::required().max(32).autocomplete("username").no_hint());
  form.password("password", view::required().max(128).autocomplete("current-password").no_hint());
  form.captcha(new_captcha(ctx));
  page.content().set("RETURN", typed.way.back);
  page.content().set("FORM", typed.way.kept);
  return ctx.render(page, status);
}

std::vector<domain::Error> check(const Typed& typed, const std::string& password) {
  std::vector<domain::Error> errors;
  if (!domain::contains(domain::user_types(), typed.user_type)) errors.push_back({"user_type", "REQUIRED"});
  if (typed.login.empty()) errors.push_back({"login", "REQUIRED"});
  if (password.empty()) errors.push_back({"password", "REQUIRED"});
  return errors;
}

// ------------------------------------------------------------------------------------------------ the second step

constexpr long long step_lifetime = 5 * 60;
constexpr const char* purpose = "second-step";

struct Step {  // the password was right
  long long user_id = 0;
  std::string login;
  Way way;
};

std::string seal_step(const web::Context& ctx, const Step& step) {
  const nlohmann::json json = {purpose, step.user_id, step.login, step.way.back, step.way.kept, base::now() + step_lifetime};
  return ctx.services.seal.seal(base::json_text(json));
}

std::optional<Step> open_step(const web::Context& ctx, const std::string& seal) {
  const auto plain = ctx.services.seal.open(seal);
  const nlohmann::json json = nlohmann::json::parse(plain.value_or(""), nullptr, false);
  if (!json.is_array() || json.size() != 6 || json[0] != purpose || json[5].get<long long>() < base::now()) return {};
  return Step{json[1], json[2], {json[3], json[4]}};
}

web::Response render_code(web::Context& ctx, const std::string& seal, std::vector<domain::Error> errors) {
  const int status = errors.empty() ? 200 : 422;
  const view::Page page = ctx.page("accounts/code.tpl", {{"accounts/login.tpl", "/accounts/login"}});
  view::Form form(page, std::move(errors), ctx.token("/accounts/login/code"));
  form.text("code", "", view::required().max(40).autocomplete("one-time-code"));
  page.content().set("STEP", seal);
  return ctx.render(page, status);
}

// Uses the code up, whether it is the app's or a recovery code.
bool use_code(store::Tx& tx, long long user_id, const std::string& secret, const std::string& code) {
  if (const auto step = base::totp_step(secret, code, base::now())) return store::use_totp_step(tx, user_id, *step);
  return store::use_recovery_code(tx, user_id, base::sha256_hex(domain::normalise_code(code)));
}

}  // namespace

web::Response show_login(web::Context& ctx) {
  const Way way{web::safe_return(ctx.req.query.get("return")), ctx.req.query.get("form")};
  if (ctx.session) return ctx.redirect(way.back.empty() ? start_page(ctx.session->user_type) : way.back);
  return render_login(ctx, {"unit", "", way}, {});
}

web::Response log_in(web::Context& ctx) {
  const web::Params& form = ctx.req.form;
  const Typed typed{
      form.need("user_type"), domain::trim(form.need("login")), {web::safe_return(form.get("return")), form.get("form")}};
  const std::string& password = form.need("password");
  if (form.has("op_captcha")) return render_login(ctx, typed, {});
  auto errors = check(typed, password);
  const std::string captcha = check_captcha(ctx, errors);
  if (!errors.empty()) return render_login(ctx, typed, errors);

  // The captcha and the attempt are used up before the password is looked at: many at once count as many.
  int minutes = 0;
  const bool fresh = ctx.db.transaction(ctx.actor(), [&](store::Tx& tx) {
    if (!store::use_captcha(tx, captcha)) return false;
    minutes = minutes_to_wait(ctx, typed.login);
    if (minutes > 0) store::record_login(tx, typed.login, 0, ctx.req.address, "throttled");
    return true;
  });
  if (!fresh) return render_login(ctx, typed, {{"captcha", "CAPTCHA_EXPIRED"}});
  if (minutes > 0) return render_login(ctx, typed, {{"login", "LOGIN_WAIT", std::to_string(minutes)}});

  const auto found = store::find_credentials(ctx.db, typed.login, typed.user_type);
  const bool fits = ctx.services.passwords.verify(found ? found->password_hash : "", password);
  if (fits && found->two_factor) return render_code(ctx, seal_step(ctx, {found->user_id, typed.login, typed.way}), {});
  const std::string fresh_hash =
      fits && ctx.services.passwords.outdated(found->password_hash) ? ctx.services.passwords.hash(password) : "";
  const std::string cookie = ctx.db.transaction(ctx.actor(), [&](store::Tx& tx) -> std::string {
    if (!fits) {
      store::record_login(tx, typed.login, 0, ctx.req.address, "refused");
      return "";
    }
    if (!fresh_hash.empty()) store::rehash_password(tx, found->user_id, fresh_hash);
    return begin_session(tx, ctx, *found, typed.login);
  });
  if (cookie.empty()) return render_login(ctx, typed, {{"login", "LOGIN_REFUSED"}});
  return go_on(ctx, cookie, typed.user_type, typed.way);
}

web::Response log_in_with_code(web::Context& ctx) {
  const std::string& seal = ctx.req.form.need("step_seal");
  const std::string code = domain::trim(domain::half_width(ctx.req.form.need("code")));
  const auto step = open_step(ctx, seal);
  if (!step) return render_login(ctx, {"unit", "", {}}, {{"login", "LOGIN_STEP_EXPIRED"}});
  if (code.empty()) return render_code(ctx, seal, {{"code", "REQUIRED"}});
  if (const int minutes = minutes_to_wait(ctx, step->login); minutes > 0)
    return render_code(ctx, seal, {{"code", "LOGIN_WAIT", std::to_string(minutes)}});

  const auto user = store::find_credentials(ctx.db, step->user_id);
  const auto sealed = store::totp_secret(ctx.db, step->user_id);
  const auto secret = sealed ? ctx.services.personal.value().open_bytes(base::from_hex(*sealed).value()) : std::nullopt;
  const std::string cookie = ctx.db.transaction(ctx.actor(), [&](store::Tx& tx) -> std::string {
    if (!user || !secret || !use_code(tx, step->user_id, *secret, code)) {
      store::record_login(tx, step->login, step->user_id, ctx.req.address, "code_refused");
      return "";
    }
    return begin_session(tx, ctx, *user, step->login);
  });
  if (cookie.empty()) return render_code(ctx, seal, {{"code", "CODE_WRONG"}});
  return go_on(ctx, cookie, user->user_type, step->way);
}

web::Response log_out(web::Context& ctx) {
  const std::string cookie = ctx.req.cookie(web::session_cookie);
  if (ctx.session) ctx.db.transaction(ctx.actor(), [&](store::Tx& tx) { store::end_session(tx, base::sha256_hex(cookie)); });
  ctx.clear_cookie(web::session_cookie);
  return ctx.redirect("/", "LOGGED_OUT");
}

}  // namespace accounts
