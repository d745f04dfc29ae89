// Registration of a using unit.
#include "accounts/captcha.h"
#include "accounts/email.h"
#include "accounts/pages.h"
#include "accounts/registration_form.h"
#include "domain/organisations/review.h"
#include "store/core/constraints.h"
#include "store/people/users.h"

namespace accounts {
namespace {

constexpr const char* terms_version = "1";  // 第 1 版 of 《用户服务协议》《隐私政策》, stored with the consent

web::Response render_registration(web::Context& ctx, const RegistrationPage& shown, std::vector<domain::Error> errors,
                                  int status) {
  const view::Page page = ctx.page("accounts/register.tpl");
  view::Form form = fill_registration(ctx, page, "/accounts/register", shown, std::move(errors), Parts::whole);
  form.captcha(new_captcha(ctx));
  page.content().set("REVIEW_HOURS", domain::times_text(ctx.settings.get("review_hours")));
  return ctx.render(page, status);
}

void check_taken(web::Context& ctx, const domain::Registration& form, std::vector<domain::Error>& errors) {
  if (store::login_taken(ctx.db, form.login)) errors.push_back({"login", "LOGIN_TAKEN"});
  if (store::unit_registered(ctx.db, form.unit_code.key())) errors.push_back({"unit_code", "CODE_TAKEN"});
}

std::string create(store::Tx& tx, web::Context& ctx, const domain::Registration& form, const RegistrationPage& shown,
                   const std::string& captcha, const std::string& hash, const std::string& session_token) {
  use_up_captcha(tx, captcha);
  const long long unit = store::create_unit(tx, form, sealed_id_number(ctx, form.id_number), terms_version);
  if (shown.license.file) store::add_document(tx, unit, *shown.license.file);
  const long long user = store::create_user(tx, {form.login, form.contact, "unit", hash, unit});
  if (!form.email.empty()) send_confirmation(tx, user, form.contact, form.unit_name, form.email, unit, true);
  store::create_session(tx, {user, base::sha256_hex(session_token), ctx.req.address, ctx.req.user_agent, ""});
  return "/accounts/status";
}

}  // namespace

web::Response show_register(web::Context& ctx) { return render_registration(ctx, empty_registration(ctx), {}, 200); }

web::Response register_unit(web::Context& ctx) {
  std::vector<domain::Error> errors;
  const RegistrationPage shown = read_registration(ctx, Parts::whole, errors);
  if (ctx.req.form.has("op_division") || ctx.req.form.has("op_captcha"))
    return render_registration(ctx, shown, errors, errors.empty() ? 200 : 422);

  domain::RegistrationForm typed = shown.typed;
  typed.division_code = shown.division.code;
  const auto checked = domain::check(typed, shown.division.verdict, ctx.today());
  errors.insert(errors.end(), checked.errors.begin(), checked.errors.end());
  const std::string captcha = check_captcha(ctx, errors);
  if (errors.empty()) check_taken(ctx, checked.value, errors);
  if (!errors.empty()) return render_registration(ctx, shown, errors, 422);

  const std::string session_token = base::to_hex(base::random_bytes(32));
  const std::string hash = ctx.services.passwords.hash(checked.value.password);  // slow: not inside the transaction
  try {
    const auto location =
        ctx.change_once([&](store::Tx& tx) { return create(tx, ctx, checked.value, shown, captcha, hash, session_token); });
    if (!location) return render_registration(ctx, shown, {{"unit_name", ctx.not_taken()}}, 409);
    ctx.set_cookie(web::session_cookie, session_token);
    return ctx.redirect(*location, "REGISTERED");
  } catch (const CaptchaUsed&) {
    return render_registration(ctx, shown, {{"captcha", "CAPTCHA_EXPIRED"}}, 422);
  } catch (const store::Violation& violation) {
    // Somebody registered the same name or unit between the check and the insert.
    if (violation.constraint == store::constraint::users_login)
      return render_registration(ctx, shown, {{"login", "LOGIN_TAKEN"}}, 422);
    if (violation.constraint == store::constraint::units_unit_key)
      return render_registration(ctx, shown, {{"unit_code", "CODE_TAKEN"}}, 422);
    throw;
  }
}

}  // namespace accounts
