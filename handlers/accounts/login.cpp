// Login and logout. Unknown user, wrong type and wrong password get the same answer after the same time.
#include "accounts/captcha.h"
#include "accounts/pages.h"
#include "domain/terms.h"
#include "domain/text.h"
#include "store/sessions.h"
#include "store/tokens.h"
#include "store/users.h"

namespace accounts {
namespace {

struct Typed {
  std::string user_type, login, back;
};

// Only addresses of ours: a path, never another host.
std::string safe_return(const std::string& path) {
  const bool ours =
      path.size() > 1 && path[0] == '/' && path[1] != '/' && path.find('\\') == std::string::npos && !domain::has_control(path);
  return ours ? path : "";
}

std::string start_page(const std::string& user_type) {
  if (user_type == "administrator") return "/admin";
  if (user_type == "unit") return "/ledger";  // an unreviewed unit is led on to its status
  return "/systems/qiangjian";
}

web::Response render(web::Context& ctx, const Typed& typed, std::vector<domain::Error> errors) {
  const int status = errors.empty() ? 200 : 422;
  const view::Page page = ctx.page("accounts/login.tpl");
  view::Form form(page, std::move(errors), ctx.token("/accounts/login"));
  form.select("user_type", typed.user_type, view::options(domain::user_types()), {true});
  form.text("login", typed.login, {true, 32, false, "username", false});
  form.password("password", {true, 128, false, "current-password", false});
  form.captcha(new_captcha(ctx));
  page.content().set("RETURN", typed.back);
  return ctx.render(page, status);
}

std::vector<domain::Error> check(const Typed& typed, const std::string& password) {
  std::vector<domain::Error> errors;
  if (!domain::contains(domain::user_types(), typed.user_type)) errors.push_back({"user_type", "REQUIRED"});
  if (typed.login.empty()) errors.push_back({"login", "REQUIRED"});
  if (password.empty()) errors.push_back({"password", "REQUIRED"});
  return errors;
}

}  // namespace

web::Response show_login(web::Context& ctx) {
  const std::string back = safe_return(ctx.req.query.get("return"));
  if (ctx.session) return ctx.redirect(back.empty() ? start_page(ctx.session->user_type) : back);
  return render(ctx, {"unit", "", back}, {});
}

web::Response log_in(web::Context& ctx) {
  const web::Params& form = ctx.req.form;
  const Typed typed{form.need("user_type"), domain::trim(form.need("login")), safe_return(form.get("return"))};
  const std::string& password = form.need("password");
  if (form.has("op_captcha")) return render(ctx, typed, {});
  auto errors = check(typed, password);
  const std::string captcha = check_captcha(ctx, errors);
  if (!errors.empty()) return render(ctx, typed, errors);

  const auto found = store::find_credentials(ctx.db, typed.login, typed.user_type);
  const bool fits = ctx.tools.passwords.verify(found ? found->password_hash : "", password);
  const std::string token = base::to_hex(base::random_bytes(32));
  const auto outcome = ctx.db.transaction(ctx.actor(), [&](store::Tx& tx) -> const char* {
    if (!store::use_captcha(tx, captcha)) return "CAPTCHA_EXPIRED";
    store::record_login(tx, typed.login, fits ? found->user_id : 0, ctx.req.address, fits ? "success" : "refused");
    if (!fits) return "LOGIN_REFUSED";
    if (ctx.session) store::end_session(tx, base::sha256_hex(ctx.req.cookie(web::session_cookie)));
    store::create_session(tx, {found->user_id, base::sha256_hex(token), ctx.req.address, ctx.req.user_agent, ""});
    return "";
  });
  if (*outcome != '\0') return render(ctx, typed, {{std::string(outcome) == "LOGIN_REFUSED" ? "login" : "captcha", outcome}});
  ctx.set_cookie(web::session_cookie, token);
  return ctx.redirect(typed.back.empty() ? start_page(typed.user_type) : typed.back);
}

web::Response log_out(web::Context& ctx) {
  const std::string cookie = ctx.req.cookie(web::session_cookie);
  if (ctx.session) ctx.db.transaction(ctx.actor(), [&](store::Tx& tx) { store::end_session(tx, base::sha256_hex(cookie)); });
  ctx.clear_cookie(web::session_cookie);
  return ctx.redirect("/", "LOGGED_OUT");
}

}  // namespace accounts
