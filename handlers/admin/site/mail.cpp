// Mail (邮件): units that no mail reaches, so that somebody calls them; mail that could not be delivered; mail that waits.
#include "admin/pages.h"
#include "admin/parts.h"
#include "admin/save.h"
#include "domain/values/terms.h"
#include "store/mail/failed_mail.h"
#include "store/mail/unreachable.h"
#include "web/errors.h"

namespace admin {
namespace {

constexpr int most_of_each = 200;
const std::string mail_path = "/admin/mail", resend_path = mail_path + "/resend";

void fill_row(const view::Dict& table, const store::UnreachableUnit& unit) {
  const view::Dict row = table.add("ROW");
  row.set_number("ID", unit.id);
  row.set("NAME", unit.name);
  row.set("EMAIL", unit.email);
  row.set("CONTACT", unit.contact);
  row.set("MOBILE", unit.mobile);
  row.set("SAID", unit.words);
  row.set("SINCE", unit.since);
}

void fill_table(const view::Dict& content, const char* section, const store::UnreachableUnits& found, bool refused) {
  const long long all = refused ? found.refused : found.without;
  if (all == 0) return content.show(std::string("NO_") + section);
  const view::Dict table = content.add(section);
  table.set_number("COUNT", all);
  if (all > most_of_each) table.add("CUT").set_number("MOST", most_of_each);
  for (const store::UnreachableUnit& unit : found.units)
    if (unit.email.empty() != refused) fill_row(table, unit);
}

void fill_failed(web::Context& ctx, const view::Dict& content, const store::FailedMails& failed) {
  if (failed.rows.empty()) return content.show("NO_FAILED");
  const view::Dict table = content.add("FAILED");
  table.set_number("COUNT", failed.all);
  if (failed.all > most_of_each) table.add("CUT").set_number("MOST", most_of_each);
  if (failed.recent > 0) {
    const view::Dict all = table.add("RESEND_ALL");
    add_form_head(ctx, all, resend_path);
    all.set_number("RECENT", failed.recent);
    all.show_if(failed.recent == store::most_resent, "MOST_AT_ONCE");
  }
  for (const store::FailedMail& mail : failed.rows) {
    const view::Dict row = table.add("ROW");
    row.set("KIND", domain::word(domain::mail_kinds(), mail.kind));
    row.set("RECIPIENT", mail.recipient);
    row.set("CREATED_AT", mail.created_at);
    row.set("FAILED_AT", mail.failed_at);
    row.set_number("TRIES", mail.tries);
    row.set("SAID", mail.words);
    row.show_if(mail.kind == "reset_password", "ASK_ANEW");
    row.show_if(!mail.wanted && mail.kind != "reset_password", "NOT_WANTED");
    if (!mail.wanted) continue;
    const view::Dict again = row.add("RESEND");
    again.set_number("ID", mail.id);
    again.set("WHO", mail.recipient);
    add_form_head(ctx, again, "/admin/mail/" + std::to_string(mail.id) + "/resend");
  }
}

void fill_waiting(const view::Dict& content, const std::vector<store::WaitingMail>& waiting) {
  if (waiting.empty()) return content.show("NOTHING_WAITS");
  const view::Dict table = content.add("WAITING");
  for (const store::WaitingMail& one : waiting) {
    const view::Dict row = table.add("ROW");
    row.set("KIND", domain::word(domain::mail_kinds(), one.kind));
    row.set_number("MAILS", one.mails);
    row.set_number("TRIED", one.tried);
    row.set("OLDEST", one.oldest);
  }
}

}  // namespace

web::Response mail(web::Context& ctx) {
  const view::Page page = ctx.page("admin/mail.tpl", {{"admin/start.tpl", "/admin"}});
  const view::Dict content = page.content();
  const store::UnreachableUnits found = store::unreachable_units(ctx.db, most_of_each);
  fill_table(content, "REFUSED", found, true);
  fill_table(content, "WITHOUT", found, false);
  fill_failed(ctx, content, store::failed_mail(ctx.db, most_of_each));
  fill_waiting(content, store::waiting_mail(ctx.db));
  return ctx.render(page);
}

web::Response resend_mail(web::Context& ctx) {
  return act(ctx, "MAIL_RESENT", [&](store::Tx& tx) {
    if (!store::resend_mail(tx, ctx.id())) throw web::Conflict();
    return mail_path;
  });
}

web::Response resend_failed_mail(web::Context& ctx) {
  return act(ctx, "MAIL_RESENT", [&](store::Tx& tx) {
    if (store::resend_recent_mail(tx) == 0) throw web::Conflict();
    return mail_path;
  });
}

}  // namespace admin
