// Changing one's own password: by choice, because it is a temporary one, or because it has expired.
#include "accounts/pages.h"
#include "accounts/sign_in.h"
#include "base/number.h"
#include "domain/people/account.h"
#include "store/people/links.h"
#include "view/form.h"
#include "view/pager.h"
#include "web/errors.h"

#include <algorithm>

namespace accounts {
namespace {

web::Response render_password_form(web::Context& ctx, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("accounts/password.tpl", {{"accounts/profile.tpl", "/accounts/profile"}});
  view::Form form(page, std::move(errors), ctx.token("/accounts/password"));
  form.password("current_password", view::required().max(128).autocomplete("current-password"));
  form.password("password", view::required().max(128).autocomplete("new-password"));
  form.password("password_confirm", view::required().max(128).autocomplete("new-password"));
  page.content().show_if(ctx.session->pending == "password", "MUST_CHANGE");
  return ctx.render(page, status);
}

// How many earlier passwords a new one must differ from.
int history_depth(const web::Context& ctx) { return std::clamp(base::number_or(ctx.settings.get("password_history"), 0), 0, 24); }

// One used before, as far back as the setting goes; the one of today always counts.
bool used_before(web::Context& ctx, const std::string& password) {
  const auto hashes = store::password_history(ctx.db, ctx.session->user_id, history_depth(ctx));
  return std::any_of(hashes.begin(), hashes.end(),
                     [&](const std::string& hash) { return ctx.services.passwords.verify(hash, password); });
}

std::vector<domain::Error> check(web::Context& ctx, const domain::NewPassword& typed) {
  std::vector<domain::Error> errors;
  domain::FieldCheck fields(errors);
  domain::check_new_password(fields, typed, ctx.session->login, own_unit_code(ctx));
  std::vector<domain::Error> all;
  if (confirm_password(ctx, all) && errors.empty() && used_before(ctx, typed.password))
    errors.push_back({"password", "PASSWORD_USED_BEFORE"});
  all.insert(all.end(), errors.begin(), errors.end());
  return all;
}

}  // namespace

web::Response show_password(web::Context& ctx) { return render_password_form(ctx, {}, 200); }

web::Response change_password(web::Context& ctx) {
  const domain::NewPassword typed{ctx.req.form.need("password"), ctx.req.form.need("password_confirm")};
  const auto errors = check(ctx, typed);
  if (!errors.empty()) return render_password_form(ctx, errors, 422);
  const auto user = store::find_user(ctx.db, ctx.session->user_id);
  if (!user) throw web::NotFound();
  const std::string hash = ctx.services.passwords.hash(typed.password), cookie = base::to_hex(base::random_bytes(32));
  auto credentials = *store::find_credentials(ctx.db, user->id);
  credentials.must_change = false;
  credentials.password_age_days = 0;
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    store::change_password(tx, *user, hash, history_depth(ctx), ctx.session->id);
    store::revoke_links(tx, user->id, "reset_password");
    store::renew_session(tx, ctx.session->id, base::sha256_hex(cookie));
    store::set_pending(tx, ctx.session->id, pending_of(ctx, credentials));
    mail_about_password(tx, ctx, *user);
    return ctx.session->pending.empty() ? "/accounts/profile" : start_page(user->user_type);
  });
  if (!location) return render_password_form(ctx, {{"current_password", ctx.not_taken()}}, 409);
  ctx.set_cookie(web::session_cookie, cookie);
  return ctx.redirect(*location, "PASSWORD_CHANGED");
}

}  // namespace accounts
