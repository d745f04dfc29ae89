// 两步验证: setting it up with an authenticator app (QR code or typed key), recovery codes, switching it off. The secret is
// sealed in the page until its first code proves that the app has it; only then is it stored, encrypted. Recovery codes are
// shown once, on the answer; of two clicks at the same moment the second page shows codes that were not stored.
#include "store/people/two_factor.h"

#include "accounts/pages.h"
#include "accounts/sign_in.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/totp.h"
#include "domain/values/text.h"
#include "parts/pictures.h"
#include "view/form.h"
#include "web/errors.h"

namespace accounts {
namespace {

constexpr long long setup_lifetime = 30 * 60;
constexpr const char* purpose = "totp-setup";
constexpr int recovery_codes = 10;

std::string seal_setup(const web::Context& ctx, const std::string& secret) {
  const nlohmann::json json = {purpose, ctx.session->user_id, base::to_hex(secret), base::now() + setup_lifetime};
  return ctx.services.seal.seal(json.dump());
}

// The secret of the page, when it is this user's and not too old.
std::optional<std::string> open_setup(const web::Context& ctx, const std::string& seal) {
  const auto plain = ctx.services.seal.open(seal);
  const nlohmann::json json = nlohmann::json::parse(plain.value_or(""), nullptr, false);
  if (!json.is_array() || json.size() != 4 || json[0] != purpose || json[1] != ctx.session->user_id ||
      json[3].get<long long>() < base::now())
    return {};
  return base::from_hex(json[2].get<std::string>());
}

bool required(const web::Context& ctx) {
  store::Credentials without;
  without.user_type = ctx.session->user_type;
  return pending_of(ctx, without) == "two_factor";
}

web::Response render_setup(web::Context& ctx, const std::string& seal, const std::string& secret,
                           std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("accounts/two_factor.tpl", {{"accounts/profile.tpl", "/accounts/profile"}});
  const view::Dict setup = page.content().add("SETUP");
  setup.set("SETUP_SEAL", seal);
  setup.set("SECRET", base::totp_secret_text(secret));
  setup.show_if(ctx.session->pending == "two_factor", "MUST_SET_UP");
  view::Form form(page, setup, std::move(errors), ctx.token("/accounts/two-factor"));
  form.password("current_password", view::required().max(128).autocomplete("current-password"));
  form.text("code", "", view::required().max(10).autocomplete("one-time-code").no_hint());
  return ctx.render(page, status);
}

web::Response render_enabled(web::Context& ctx, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("accounts/two_factor.tpl", {{"accounts/profile.tpl", "/accounts/profile"}});
  const view::Dict enabled = page.content().add("ENABLED");
  enabled.set_number("LEFT", store::recovery_codes_left(ctx.db, ctx.session->user_id));
  enabled.show(required(ctx) ? "REQUIRED" : "MAY_DISABLE");
  view::Form form(page, enabled, std::move(errors), ctx.token("/accounts/two-factor/change"));
  form.password("current_password", view::required().max(128).autocomplete("current-password"));
  return ctx.render(page, status);
}

struct Codes {
  std::vector<std::string> shown, hashes;
};
Codes new_codes() {
  Codes codes;
  for (int n = 0; n < recovery_codes; ++n) {
    std::string code = domain::normalise_code(base::random_password());  // 16 characters whatever the case: some 78 bits
    codes.hashes.push_back(base::sha256_hex(code));
    for (const std::size_t at : {12, 8, 4}) code.insert(at, "-");
    codes.shown.push_back(code);
  }
  return codes;
}

// Shown once: only their hashes are stored.
web::Response show_codes(web::Context& ctx, const Codes& codes) {
  const view::Page page = ctx.page("accounts/recovery_codes.tpl", {{"accounts/profile.tpl", "/accounts/profile"},
                                                                   {"accounts/two_factor.tpl", "/accounts/two-factor"}});
  for (const std::string& code : codes.shown) page.content().add("CODE").set("VALUE", code);
  page.content().set("LOGIN", ctx.session->login);
  return ctx.render(page);
}

}  // namespace

web::Response show_two_factor(web::Context& ctx) {
  if (store::totp_secret(ctx.db, ctx.session->user_id)) return render_enabled(ctx, {}, 200);
  const std::string secret = base::new_totp_secret();
  return render_setup(ctx, seal_setup(ctx, secret), secret, {}, 200);
}

web::Response enable_two_factor(web::Context& ctx) {
  const std::string& seal = ctx.req.form.need("setup_seal");
  const std::string code = domain::trim(domain::half_width(ctx.req.form.need("code")));
  const auto secret = open_setup(ctx, seal);
  if (!secret || store::totp_secret(ctx.db, ctx.session->user_id)) return ctx.redirect("/accounts/two-factor");
  std::vector<domain::Error> errors;
  confirm_password(ctx, errors);
  const auto step = base::totp_step(*secret, code, base::now());
  if (!step) errors.push_back({"code", code.empty() ? "REQUIRED" : "CODE_WRONG"});
  if (!errors.empty()) return render_setup(ctx, seal, *secret, errors, 422);
  const Codes codes = new_codes();
  const std::string sealed = base::to_hex(ctx.services.personal.value().seal_bytes(*secret));
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    store::enable_two_factor(tx, ctx.session->user_id, ctx.session->unit_id, sealed, *step);
    store::set_recovery_codes(tx, ctx.session->user_id, codes.hashes);
    if (ctx.session->pending == "two_factor") store::set_pending(tx, ctx.session->id, "");
    return "/accounts/two-factor";
  });
  if (!location) return ctx.redirect("/accounts/two-factor");
  if (ctx.session->pending == "two_factor") ctx.session->pending.clear();  // the answer's frame: everything is open now
  return show_codes(ctx, codes);
}

// One form, two buttons: new recovery codes, or switching it off.
web::Response change_two_factor(web::Context& ctx) {
  const bool disable = ctx.req.form.has("op_disable");
  if (!store::totp_secret(ctx.db, ctx.session->user_id)) return ctx.redirect("/accounts/two-factor");
  std::vector<domain::Error> errors;
  if (disable && required(ctx)) errors.push_back({"current_password", "TWO_FACTOR_REQUIRED"});
  if (errors.empty()) confirm_password(ctx, errors);
  if (!errors.empty()) return render_enabled(ctx, errors, 422);
  const auto user = store::find_user(ctx.db, ctx.session->user_id);
  const Codes codes = new_codes();
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (!disable) {
      store::set_recovery_codes(tx, ctx.session->user_id, codes.hashes);
    } else if (!user || !store::disable_two_factor(tx, *user)) {
      throw web::Conflict();
    }
    return disable ? "/accounts/profile" : "/accounts/two-factor";
  });
  if (!location) return render_enabled(ctx, {{"current_password", ctx.not_taken()}}, 409);
  return disable ? ctx.redirect(*location, "TWO_FACTOR_OFF") : show_codes(ctx, codes);
}

web::Response two_factor_picture(web::Context& ctx) {
  const auto secret = open_setup(ctx, ctx.req.query.get("s"));
  if (!secret) throw web::NotFound();
  const std::string uri = base::totp_uri(*secret, ctx.settings.get("title"), ctx.session->login);
  web::Response response;
  response.content_type = "image/png";
  response.body = parts::qr_png(uri);
  response.header("Cache-Control", "no-store");
  return response;
}

}  // namespace accounts
