// Mail (邮件): units that no mail reaches, so that somebody calls them, and what waits to be sent.
#include "admin/pages.h"
#include "domain/terms.h"
#include "store/unreached.h"
#include "web/context.h"

namespace admin {
namespace {

constexpr int most_of_each = 200;

void fill_row(const view::Dict& table, const store::UnreachedUnit& unit) {
  const view::Dict row = table.add("ROW");
  row.set_number("ID", unit.id);
  row.set("NAME", unit.name);
  row.set("EMAIL", unit.email);
  row.set("CONTACT", unit.contact);
  row.set("MOBILE", unit.mobile);
  row.set("SAID", unit.words);
  row.set("SINCE", unit.since);
}

void fill_table(const view::Dict& content, const char* section, const store::UnreachedUnits& found, bool refused) {
  const long long all = refused ? found.refused : found.without;
  if (all == 0) return content.show(std::string("NO_") + section);
  const view::Dict table = content.add(section);
  table.set_number("COUNT", all);
  if (all > most_of_each) table.add("CUT").set_number("MOST", most_of_each);
  for (const store::UnreachedUnit& unit : found.units)
    if (unit.email.empty() != refused) fill_row(table, unit);
}

}  // namespace

web::Response mail(web::Context& ctx) {
  const view::Page page = ctx.page("admin/mail.tpl", {{"admin/start.tpl", "/admin"}});
  const view::Dict content = page.content();
  const store::UnreachedUnits found = store::unreached_units(ctx.db, most_of_each);
  fill_table(content, "REFUSED", found, true);
  fill_table(content, "WITHOUT", found, false);
  const auto waiting = store::waiting_mail(ctx.db);
  if (waiting.empty()) {
    content.show("NOTHING_WAITS");
    return ctx.render(page);
  }
  const view::Dict table = content.add("WAITING");
  for (const store::WaitingMail& one : waiting) {
    const view::Dict row = table.add("ROW");
    row.set("KIND", domain::word(domain::mail_kinds(), one.kind));
    row.set_number("MAILS", one.mails);
    row.set_number("TRIED", one.tried);
    row.set("OLDEST", one.oldest);
  }
  return ctx.render(page);
}

}  // namespace admin
