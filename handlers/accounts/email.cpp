// See email.h. The link's page asks for a press of a button: opening an address changes nothing.
#include "accounts/email.h"

#include "accounts/one_time.h"
#include "accounts/pages.h"
#include "accounts/sign_in.h"
#include "base/sealed_link.h"
#include "store/organisations/units.h"
#include "store/people/links.h"
#include "view/form.h"

namespace accounts {
namespace {

constexpr int a_day = 24 * 60;

}  // namespace

void send_confirmation(store::Tx& tx, long long user_id, const std::string& name, const std::string& organisation,
                       const std::string& email, long long unit_id, bool own) {
  store::Link link;
  link.id_hex = base::new_link_id();
  link.purpose = "confirm_email";
  link.user_id = user_id;
  link.unit_id = unit_id;
  link.data = {{"email", email}, {"own", own}};
  store::create_link(tx, link, a_day);
  store::queue_mail(tx, "confirm_email", email, {{"link", link.id_hex}, {"name", name}, {"organisation", organisation}});
}

web::Response show_confirm(web::Context& ctx) {
  const std::string& token = ctx.req.query.get("t");
  const auto link = open_link(ctx, "confirm_email", token);
  if (!link) return link_gone(ctx);
  const view::Page page = ctx.page("accounts/confirm.tpl");
  const view::Form form(page, {}, ctx.token("/accounts/confirm"));
  page.content().set("LINK", token);
  page.content().set("EMAIL", link->data.at("email").get<std::string>());
  return ctx.render(page);
}

web::Response confirm(web::Context& ctx) {
  const auto link = open_link(ctx, "confirm_email", ctx.req.form.need("link_seal"));
  const auto user = link ? store::find_user(ctx.db, link->user_id) : std::nullopt;
  if (!user || user->state == "removed") return link_gone(ctx);
  const std::string email = link->data.at("email");
  const bool own = link->data.value("own", true);
  bool done = false;
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    done = store::use_link(tx, link->id_hex);
    if (done && own) store::set_email(tx, *user, email);
    if (done && link->unit_id != 0) store::set_unit_email(tx, link->unit_id, email);
    if (done && own && !user->email.empty() && user->email != email)
      store::queue_mail(tx, "email_changed", user->email,
                        {{"login", user->login}, {"at", ctx.today().iso()}, {"address", email}});
    return ctx.session ? "/accounts/profile" : "/accounts/login";
  });
  if (!location || !done) return link_gone(ctx);
  return ctx.redirect(*location, "EMAIL_CONFIRMED");
}

}  // namespace accounts
