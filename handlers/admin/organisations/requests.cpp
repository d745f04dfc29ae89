// Requests that wait for an administrator, by kind and state.
#include "store/organisations/requests.h"

#include "admin/pages.h"
#include "base/number.h"
#include "domain/values/terms.h"
#include "view/pager.h"
#include "web/context.h"

#include <algorithm>

namespace admin {
namespace {

constexpr int size = 20;

std::string address(const web::Context& ctx, std::string_view kind, std::string_view state, int page) {
  web::Params query;
  query.add("state", std::string(state));
  if (!kind.empty()) query.add("kind", std::string(kind));
  if (page > 1) query.add("page", std::to_string(page));
  return ctx.services.config.base_path + "/admin/requests" + web::query_text(query);
}

void add_row(const view::Dict& row, const store::Request& request) {
  row.set_number("ID", request.id);
  row.set("KIND", domain::word(domain::request_kinds(), request.kind));
  // What was typed, for who is not known; what is known, for the others.
  row.set("ORGANISATION", request.organisation.empty() ? request.text("name") : request.organisation);
  const bool unknown = request.kind == "recover" ? request.user_id == 0 : request.unit_id == 0;
  row.show_if(unknown, "UNKNOWN");
  row.set("CREATED_AT", request.created_at);
  row.set("DECIDED_AT", request.decided_at);
  if (request.state != "pending") return row.show("SEEN");
  row.show("OPEN");
  const bool days = request.waiting_hours >= 48;
  row.add("WAITING").add(days ? "DAYS" : "HOURS").set_number("AGE", days ? request.waiting_hours / 24 : request.waiting_hours);
}

}  // namespace

web::Response requests(web::Context& ctx) {
  store::RequestFilter f;
  f.size = size;
  f.page = std::clamp(base::number_or(ctx.req.query.get("page"), 1), 1, 100000);
  f.state = domain::contains(domain::request_states(), ctx.req.query.get("state")) ? ctx.req.query.get("state") : "pending";
  if (domain::contains(domain::request_kinds(), ctx.req.query.get("kind"))) f.kind = ctx.req.query.get("kind");
  store::Requests found = store::search_requests(ctx.db, f);
  const int pages = view::page_count(found.counts[f.state], size);
  if (f.page > pages) {
    f.page = pages;
    found = store::search_requests(ctx.db, f);
  }
  const view::Page page = ctx.page("admin/requests.tpl", {{"admin/start.tpl", "/admin"}});
  const view::Dict content = page.content();
  for (const domain::Term& term : domain::request_states()) {
    const view::Dict tab = content.add("TAB");
    tab.set("NAME", term.word);
    tab.set("HREF", address(ctx, f.kind, term.code, 1));
    tab.set_number("COUNT", found.counts[std::string(term.code)]);
    tab.show_if(term.code == f.state, "CURRENT");
  }
  content.set("STATE_CODE", f.state);
  content.set("STATE", domain::word(domain::request_states(), f.state));
  for (const domain::Term& term : domain::request_kinds()) {
    const view::Dict option = content.add("OPTION");
    option.set("CODE", term.code);
    option.set("WORD", term.word);
    option.show_if(term.code == f.kind, "SELECTED");
  }
  content.show_if(!f.kind.empty(), "FILTERED");
  if (found.rows.empty()) {
    content.show("EMPTY");
    return ctx.render(page);
  }
  const view::Dict paging = content.add("PAGING");
  paging.show(f.state == "pending" ? "PENDING" : "DECIDED");
  for (const store::Request& request : found.rows) add_row(paging.add("ROW"), request);
  view::add_pager(paging, found.counts[f.state], size, f.page, [&](int n) { return address(ctx, f.kind, f.state, n); });
  return ctx.render(page);
}

}  // namespace admin
