// 接口令牌: tokens for the institution's own system. A token is shown once, on the answer to the form that made it.
#include "base/crypto.h"
#include "desk/pages.h"
#include "domain/values/terms.h"
#include "store/results/api_tokens.h"
#include "view/form.h"
#include "web/context.h"
#include "web/errors.h"

namespace desk {
namespace {

constexpr const char* tokens_path = "/desk/tokens";
const web::Crumb queue_crumb{"desk/queue.tpl", "/desk/appointments"}, tokens_crumb{"desk/tokens.tpl", tokens_path};

std::string words_of(const std::string& scopes) {
  std::string words;
  for (const domain::Term& scope : domain::api_scopes())
    if (("," + scopes + ",").find("," + std::string(scope.code) + ",") != std::string::npos)
      words += (words.empty() ? "" : "、") + std::string(scope.word);
  return words;
}

store::ApiToken token_of(web::Context& ctx) {
  auto token = store::find_api_token(ctx.db, ctx.session->institution_id, ctx.id());
  if (!token) throw web::NotFound();
  return *token;
}

std::string revoke_path(long long id) { return std::string(tokens_path) + "/" + std::to_string(id) + "/revoke"; }

web::Response render_new(web::Context& ctx, const domain::ApiTokenForm& typed, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("desk/token_new.tpl", {queue_crumb, tokens_crumb});
  view::Form form(page, std::move(errors), ctx.token("/desk/tokens/new"));
  form.text("token_name", typed.name, view::required().max(50));
  form.checkboxes("scopes", typed.scopes, view::options(domain::api_scopes()), view::required());
  form.text("expires_on", typed.expires_on, view::required().max(20));
  form.textarea("addresses", typed.addresses, view::optional().max(1000));
  return ctx.render(page, status);
}

}  // namespace

web::Response list_tokens(web::Context& ctx) {
  const view::Page page = ctx.page("desk/tokens.tpl", {queue_crumb});
  const view::Dict content = page.content();
  content.include("LINKS", "desk/links.tpl");
  const auto tokens = store::api_tokens(ctx.db, ctx.session->institution_id);
  for (const store::ApiToken& token : tokens) {
    const view::Dict row = content.add("ROW");
    row.set_number("ID", token.id);
    row.set("NAME", token.name);
    row.set("SCOPES", words_of(token.scopes));
    row.set("ADDRESSES", token.addresses);
    row.show_if(token.addresses.empty(), "ANYWHERE");
    row.set("EXPIRES_ON", token.expires_on);
    row.set("CREATED", token.created_at + " " + token.created_by);
    row.set("USED", token.used_at + " " + token.used_address);
    row.show_if(token.used_at.empty(), "NEVER_USED");
    const bool expired = domain::Date::from_iso(token.expires_on).value_or(ctx.today()) < ctx.today();
    row.show(!token.revoked_at.empty() ? "REVOKED" : expired ? "EXPIRED" : "LIVE");
    row.show_if(token.revoked_at.empty(), "CAN_REVOKE");
  }
  content.show(tokens.empty() ? "EMPTY" : "TABLE");
  return ctx.render(page);
}

web::Response show_new_token(web::Context& ctx) {
  return render_new(ctx, {"", ctx.today().plus_days(365).iso(), "", {}}, {}, 200);
}

web::Response create_token(web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  domain::ApiTokenForm typed{f.need("token_name"), f.need("expires_on"), f.need("addresses"), {}};
  for (const auto& [name, value] : f.all())
    if (name == "scopes") typed.scopes.push_back(value);
  const auto checked = domain::check(typed, ctx.today());
  if (!checked.ok() || ctx.replaying) return render_new(ctx, typed, checked.errors, 422);
  const std::string token = "qj_" + base::to_base64url(base::random_bytes(32));
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    store::create_api_token(tx, ctx.session->institution_id, checked.value, base::sha256_hex(token));
    return tokens_path;
  });
  if (!location) return render_new(ctx, typed, {{"token_name", ctx.not_taken()}}, 409);
  const view::Page page = ctx.page("desk/token_added.tpl", {queue_crumb, tokens_crumb});
  page.content().set("NAME", checked.value.name);
  page.content().set("SECRET", token);
  return ctx.render_private(page);
}

web::Response ask_revoke_token(web::Context& ctx) {
  const store::ApiToken token = token_of(ctx);
  if (!token.revoked_at.empty()) return ctx.redirect(tokens_path);
  const view::Page page = ctx.page("desk/token_revoke.tpl", {queue_crumb, tokens_crumb});
  const view::Form form(page, {}, ctx.token(revoke_path(token.id)));
  page.content().set_number("ID", token.id);
  page.content().set("NAME", token.name);
  page.content().set("SCOPES", words_of(token.scopes));
  page.content().set("USED", token.used_at + " " + token.used_address);
  page.content().show(token.used_at.empty() ? "NEVER_USED" : "WAS_USED");
  return ctx.render(page);
}

web::Response revoke_token(web::Context& ctx) {
  const store::ApiToken token = token_of(ctx);
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    store::revoke_api_token(tx, ctx.session->institution_id, token);  // revoked meanwhile: it is what was wanted
    return tokens_path;
  });
  return ctx.redirect(location.value_or(tokens_path), "TOKEN_REVOKED");
}

}  // namespace desk
