// Recipients of a unit's reminders, without an account: confirming an address that the unit has added, and unsubscribing by the
// address in every reminder (Proof::mailed). Mail providers post to it by themselves (RFC 8058), without cookie, form token or
// Origin and in any encoding; a GET changes nothing. The effect follows from the address's present part in the unit: a former
// address of the unit cannot switch off its reminders. Reminders of overdue and failed instruments cannot be switched off.
// These pages have no session, so row-level security shows them nothing: four SQL functions serve them, each about one link or
// one mail.
#include "accounts/one_time.h"
#include "accounts/pages.h"
#include "base/sealed_link.h"
#include "store/mail/reminder_settings.h"
#include "view/form.h"

namespace accounts {
namespace {

constexpr const char* purpose = "reminder_address";

struct Mailed {
  long long digest_id = 0;
  store::ReminderReader reader;
};
std::optional<Mailed> opened(web::Context& ctx) {
  const auto digest = base::digest_of(ctx.services.seal, ctx.req.query.get("t"));
  const auto reader = digest ? store::find_reminder_reader(ctx.db, *digest) : std::nullopt;
  if (!reader) return {};
  return Mailed{*digest, *reader};
}

bool all_stopped(const store::ReminderReader& reader) {
  for (const auto what : {domain::off_soon, domain::off_rotate, domain::off_not_verified})
    if (!reader.preferences.is_off(what)) return false;
  return true;
}

// What pressing the button does, or why there is none.
const char* section_of(const store::ReminderReader& reader) {
  if (!reader.audience) return "NOTHING";
  switch (*reader.audience) {
    case domain::Audience::extra:
      return "EXTRA";
    case domain::Audience::registered:
      return all_stopped(reader) ? "REGISTERED_STOPPED" : "REGISTERED";
    case domain::Audience::manager:
      return "MANAGER";
  }
  return "NOTHING";
}

web::Response render_reader(web::Context& ctx, const store::ReminderReader& reader, const char* section) {
  const view::Page page = ctx.page("accounts/unsubscribe.tpl");
  const view::Dict dict = page.content().add(section);
  dict.set("UNIT", reader.unit);
  dict.set("ADDRESS", reader.address);
  dict.set("LINK", ctx.req.query.get("t"));
  return ctx.render_private(page);
}

}  // namespace

web::Response show_reader(web::Context& ctx) {
  const std::string& token = ctx.req.query.get("t");
  const auto id = base::check_link_token(ctx.services.seal, purpose, token);
  const auto asked = id ? store::find_asked_address(ctx.db, *id) : std::nullopt;
  if (!asked) return link_gone(ctx);
  const view::Page page = ctx.page("accounts/reminder_address.tpl");
  const view::Form form(page, {}, ctx.token("/accounts/reminder-address"));
  page.content().set("LINK", token);
  page.content().set("UNIT", asked->unit);
  page.content().set("ADDRESS", asked->address);
  return ctx.render_private(page);
}

web::Response confirm_reader(web::Context& ctx) {
  const auto id = base::check_link_token(ctx.services.seal, purpose, ctx.req.form.need("link_seal"));
  if (!id) return link_gone(ctx);
  bool done = false;
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    done = store::confirm_reminder_address(tx, *id);
    return "/";
  });
  if (!location || !done) return link_gone(ctx);
  return ctx.redirect(*location, "REMINDER_ADDRESS_CONFIRMED");
}

web::Response show_unsubscribe(web::Context& ctx) {
  const auto mailed = opened(ctx);
  return mailed ? render_reader(ctx, mailed->reader, section_of(mailed->reader)) : link_gone(ctx);
}

// Its proof is the address; doing it twice does nothing more, so there is no form's token to use up.
web::Response unsubscribe(web::Context& ctx) {
  const auto mailed = opened(ctx);
  if (!mailed) return link_gone(ctx);
  const bool stopped =
      ctx.db.transaction(ctx.actor(), [&](store::Tx& tx) { return store::unsubscribe(tx, mailed->digest_id, mailed->reader); });
  if (!stopped) return show_unsubscribe(ctx);
  return render_reader(ctx, mailed->reader,
                       mailed->reader.audience == domain::Audience::extra ? "EXTRA_DONE" : "REGISTERED_DONE");
}

}  // namespace accounts
