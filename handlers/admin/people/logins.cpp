// The login events (登录记录): every login attempt, with its address and result.
#include "admin/pages.h"
#include "admin/parts.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "store/administration/audit.h"
#include "web/context.h"

namespace admin {
namespace {

constexpr int size = 50;

parts::Values filters(const store::LoginFilter& filter, const Period& period, const std::string& before = "") {
  return {{"login", filter.login},     {"address", filter.address}, {"outcome", filter.outcome},
          {"from", period.from_typed}, {"to", period.to_typed},     {"before", before}};
}

void fill_row(const view::Dict& table, const store::LoginEvent& event) {
  const view::Dict row = table.add("ROW");
  row.set("AT", event.at);
  row.set("LOGIN", event.login);
  row.set("ADDRESS", event.address);
  row.set("OUTCOME", domain::word(domain::login_outcomes(), event.outcome));
  row.show(event.outcome == "success" ? "GOOD" : "BAD");
  if (event.user_id != 0) row.add("KNOWN").set_number("USER_ID", event.user_id);
}

}  // namespace

web::Response logins(web::Context& ctx) {
  const web::Params& query = ctx.req.query;
  const Period period = read_period(query);
  store::LoginFilter filter;
  filter.login = domain::trim(query.get("login"));
  filter.address = domain::trim(query.get("address"));
  if (domain::contains(domain::login_outcomes(), query.get("outcome"))) filter.outcome = query.get("outcome");
  filter.from = period.from;
  filter.to = period.to;
  filter.before = store::AuditPlace::parse(query.get("before"));
  filter.size = size + 1;
  std::vector<store::LoginEvent> events = store::search_logins(ctx.db, filter);
  const bool more = events.size() > size;
  if (more) events.pop_back();
  const view::Page page = ctx.page("admin/logins.tpl", {{"admin/audit.tpl", "/admin/audit"}});
  const view::Dict content = page.content();
  content.set("LOGIN", filter.login);
  content.set("ADDRESS", filter.address);
  fill_period(content, period);
  add_choices(content, "OUTCOME_CHOICE", domain::login_outcomes(), filter.outcome);
  content.show_if(!filters(filter, period).empty() && !query.all().empty(), "FILTERED");
  if (events.empty()) {
    content.show("EMPTY");
    return ctx.render(page);
  }
  const view::Dict table = content.add("TABLE");
  for (const store::LoginEvent& event : events) fill_row(table, event);
  if (filter.before) table.add("NEWEST").set("HREF", parts::address(ctx, "/admin/audit/logins", filters(filter, period)));
  if (more)
    table.add("OLDER").set("HREF",
                           parts::address(ctx, "/admin/audit/logins", filters(filter, period, events.back().place.text())));
  return ctx.render(page);
}

}  // namespace admin
