// See sign_in.h.
#include "accounts/sign_in.h"

#include "base/number.h"
#include "store/organisations/units.h"
#include "view/pager.h"

namespace accounts {
namespace {

int setting(const web::Context& ctx, const char* key, int fallback) { return base::number_or(ctx.settings.get(key), fallback); }

bool listed(const std::string& list, const std::string& word) {
  return ("," + list + ",").find("," + word + ",") != std::string::npos;
}

}  // namespace

std::string start_page(const std::string& user_type) {
  if (user_type == "administrator") return "/admin";
  if (user_type == "unit") return "/ledger/overview";  // an unreviewed unit is led on to its status
  return "/systems/qiangjian";
}

std::string pending_of(const web::Context& ctx, const store::Credentials& user) {
  const int days = setting(ctx, "password_days", 0);
  if (user.must_change || (days > 0 && user.password_age_days >= days)) return "password";
  return !user.two_factor && listed(ctx.settings.get("two_factor_required"), user.user_type) ? "two_factor" : "";
}

std::string begin_session(store::Tx& tx, web::Context& ctx, const store::Credentials& user, const std::string& login) {
  const std::string cookie = base::to_hex(base::random_bytes(32));
  if (ctx.session) store::end_session(tx, base::sha256_hex(ctx.req.cookie(web::session_cookie)));
  if (ctx.settings.get("one_session") == "yes") store::end_sessions(tx, user.user_id);
  store::create_session(tx, {user.user_id, base::sha256_hex(cookie), ctx.req.address, ctx.req.user_agent, pending_of(ctx, user)});
  store::record_login(tx, login, user.user_id, ctx.req.address, "success");
  store::login_succeeded(tx, login, ctx.req.address, address_limit(ctx));
  return cookie;
}

web::Response go_on(web::Context& ctx, const std::string& cookie, const std::string& user_type, const Way& way) {
  ctx.set_cookie(web::session_cookie, cookie);
  const std::string place = way.back.empty() ? start_page(user_type) : way.back;
  const bool form_waits = !way.kept.empty() && place.find('?') == std::string::npos;
  return ctx.redirect(form_waits ? place + "?kept=" + web::percent_encode(way.kept) : place, "LOGGED_IN");
}

int address_limit(const web::Context& ctx) { return setting(ctx, "login_address_failures", 50); }

int minutes_to_wait(web::Context& ctx, const std::string& login) {
  const int seconds = store::login_attempt(ctx.db, login, ctx.req.address, setting(ctx, "login_failures", 5), address_limit(ctx));
  return (seconds + 59) / 60;
}

bool confirm_password(web::Context& ctx, std::vector<domain::Error>& errors) {
  const std::string& password = ctx.req.form.need("current_password");
  const std::string& login = ctx.session->login;
  if (password.empty()) {
    errors.push_back({"current_password", "REQUIRED"});
  } else if (const int minutes = minutes_to_wait(ctx, login); minutes > 0) {
    errors.push_back({"current_password", "LOGIN_WAIT", std::to_string(minutes)});
  } else {
    const auto user = store::find_credentials(ctx.db, ctx.session->user_id);
    if (user && ctx.services.passwords.verify(user->password_hash, password)) {
      ctx.db.transaction(ctx.actor(),
                         [&](store::Tx& tx) { store::login_succeeded(tx, login, ctx.req.address, address_limit(ctx)); });
      return true;
    }
    errors.push_back({"current_password", "PASSWORD_WRONG"});
  }
  return false;
}

std::string own_unit_code(web::Context& ctx) {
  if (!ctx.session || ctx.session->unit_id == 0) return "";
  const auto unit = store::find_unit(ctx.db, ctx.session->unit_id);
  return unit ? unit->unit_code : "";
}

}  // namespace accounts
