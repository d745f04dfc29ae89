// The review queue: units by state, the one that waits longest first.
#include "admin/pages.h"
#include "domain/terms.h"
#include "store/enterprises.h"
#include "view/pager.h"
#include "web/context.h"

#include <algorithm>

namespace admin {
namespace {

constexpr int size = 20;

std::string address(const web::Context& ctx, std::string_view state, int page) {
  std::string query = "?state=" + std::string(state);
  if (page > 1) query += "&page=" + std::to_string(page);
  return ctx.tools.config.base_path + "/admin/enterprises" + query;
}

}  // namespace

web::Response queue(web::Context& ctx) {
  const std::string asked = ctx.req.query.get("state");
  const std::string state = domain::contains(domain::review_states(), asked) ? asked : "pending";
  int number = std::clamp(view::number_or(ctx.req.query.get("page"), 1), 1, 100000);
  store::Queue found = store::review_queue(ctx.db, state, size, number);
  const int pages = view::page_count(found.counts[state], size);
  if (number > pages) {
    number = pages;
    found = store::review_queue(ctx.db, state, size, number);
  }
  const view::Page page = ctx.page("admin/queue.tpl");
  const view::Dict content = page.content();
  for (const domain::Term& term : domain::review_states()) {
    const view::Dict tab = content.add("TAB");
    tab.set("NAME", term.word);
    tab.set("HREF", address(ctx, term.code, 1));
    tab.set_number("COUNT", found.counts[std::string(term.code)]);
    tab.show_if(term.code == state, "CURRENT");
  }
  if (found.rows.empty()) content.show("EMPTY");
  const view::Dict paging = found.rows.empty() ? content : content.add("PAGING");
  for (const store::QueueRow& row : found.rows) {
    const view::Dict entry = paging.add("ROW");
    entry.set_number("ID", row.id);
    entry.set("NAME", row.name);
    entry.set("UNIT_CODE", row.unit_code);
    entry.set("DIVISION", row.division_name);
    entry.set("SUBMITTED_AT", row.submitted_at);
    entry.show(state == "pending" ? "PENDING" : "SEEN");
    if (state == "pending") entry.add("WAITING").set_number("HOURS", row.waiting_hours);
  }
  content.set("STATE", domain::word(domain::review_states(), state));
  paging.show_if(state == "pending", "PENDING");
  if (!found.rows.empty())
    view::add_pager(paging, found.counts[state], size, number, [&](int n) { return address(ctx, state, n); });
  return ctx.render(page);
}

}  // namespace admin
