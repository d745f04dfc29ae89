// The review queue: units by state, the one that waits longest first, with filters that stand in the address.
#include "admin/pages.h"
#include "base/number.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "parts/division.h"
#include "store/catalogue/divisions.h"
#include "store/organisations/reviews.h"
#include "view/form.h"
#include "view/pager.h"
#include "web/context.h"

#include <algorithm>
#include <array>

namespace admin {
namespace {

constexpr std::array<int, 3> sizes = {20, 50, 100};
constexpr int most_hours = 9999;

struct Asked {
  store::QueueFilter filter;
  store::DivisionPath division;
  std::string hours;  // as typed
};

Asked read_queue_filter(web::Context& ctx) {
  const web::Params& q = ctx.req.query;
  Asked asked;
  store::QueueFilter& f = asked.filter;
  f.state = domain::contains(domain::review_states(), q.get("state")) ? q.get("state") : "pending";
  f.text = domain::trim(q.get("text")).substr(0, 400);
  asked.division = store::division_path(ctx.db, {q.get("division_1"), q.get("division_2"), q.get("division_3")});
  f.division_code = asked.division.code;
  f.waiting_hours = std::clamp(base::number_or(domain::normalise_code(q.get("waiting")), 0), 0, most_hours);
  if (f.waiting_hours > 0) asked.hours = std::to_string(f.waiting_hours);
  f.duplicates_only = q.get("twins") == "yes";
  const int size = base::number_or(q.get("size"), 20);
  f.size = std::find(sizes.begin(), sizes.end(), size) == sizes.end() ? 20 : size;
  f.page = std::clamp(base::number_or(q.get("page"), 1), 1, 100000);
  return asked;
}

bool filtered(const store::QueueFilter& f) {
  return !f.text.empty() || !f.division_code.empty() || f.waiting_hours > 0 || f.duplicates_only;
}

std::string address(const web::Context& ctx, const Asked& asked, std::string_view state, int page) {
  const store::QueueFilter& f = asked.filter;
  web::Params query;
  query.add("state", std::string(state));
  if (!f.text.empty()) query.add("text", f.text);
  for (std::size_t n = 0; n < asked.division.levels.size(); ++n)
    if (!asked.division.levels[n].chosen.empty()) query.add("division_" + std::to_string(n + 1), asked.division.levels[n].chosen);
  if (!asked.hours.empty()) query.add("waiting", asked.hours);
  if (f.duplicates_only) query.add("twins", "yes");
  if (f.size != 20) query.add("size", std::to_string(f.size));
  if (page > 1) query.add("page", std::to_string(page));
  return ctx.services.config.base_path + "/admin/enterprises" + web::query_text(query);
}

void fill_filter(const view::Dict& content, const Asked& asked) {
  const store::QueueFilter& f = asked.filter;
  content.set("STATE_CODE", f.state);
  content.set("TEXT_FILTER", f.text);
  content.set("WAITING_FILTER", asked.hours);
  content.show_if(f.duplicates_only, "DUPLICATES_ONLY");
  content.show_if(filtered(f), "FILTERED");
  const std::vector<view::Level> levels = parts::levels(asked.division);
  for (std::size_t n = 0; n < levels.size(); ++n) {
    const view::Dict level = content.add("LEVEL");
    level.set_number("NUMBER", static_cast<long long>(n) + 1);
    level.show(n == 0 ? "PROVINCE" : n == 1 ? "CITY" : "COUNTY");
    for (const view::Option& option : levels[n].options) {
      const view::Dict row = level.add("OPTION");
      row.set("CODE", option.code);
      row.set("WORD", option.word);
      row.show_if(option.code == levels[n].chosen, "SELECTED");
    }
  }
  for (const int size : sizes) {
    const view::Dict option = content.add("SIZE");
    option.set_number("VALUE", size);
    option.show_if(size == f.size, "SELECTED");
  }
}

void add_row(const view::Dict& entry, const store::QueueRow& row, bool pending) {
  entry.set_number("ID", row.id);
  entry.set("NAME", row.name);
  entry.set("UNIT_CODE", row.unit_code);
  entry.set("DIVISION", row.division_name);
  entry.set("SUBMITTED_AT", row.submitted_at);
  entry.show_if(row.same_name, "SAME_NAME");
  entry.show_if(row.same_mobile, "SAME_MOBILE");
  entry.show(pending ? "OPEN" : "SEEN");
  if (!pending) return;
  const view::Dict waiting = entry.add("WAITING");
  const bool days = row.waiting_hours >= 48;
  waiting.add(days ? "DAYS" : "HOURS").set_number("AGE", days ? row.waiting_hours / 24 : row.waiting_hours);
}

}  // namespace

web::Response queue(web::Context& ctx) {
  Asked asked = read_queue_filter(ctx);
  store::QueueFilter& f = asked.filter;
  store::Queue found = store::review_queue(ctx.db, f);
  const int pages = view::page_count(found.counts[f.state], f.size);
  if (f.page > pages) {
    f.page = pages;
    found = store::review_queue(ctx.db, f);
  }
  const bool pending = f.state == "pending";
  const view::Page page = ctx.page("admin/queue.tpl");
  const view::Dict content = page.content();
  for (const domain::Term& term : domain::review_states()) {
    const view::Dict tab = content.add("TAB");
    tab.set("NAME", term.word);
    tab.set("HREF", address(ctx, asked, term.code, 1));
    tab.set_number("COUNT", found.counts[std::string(term.code)]);
    tab.show_if(term.code == f.state, "CURRENT");
  }
  fill_filter(content, asked);
  content.set("STATE", domain::word(domain::review_states(), f.state));
  if (found.rows.empty()) {
    content.show(filtered(f) ? "NOTHING_FOUND" : "EMPTY");
    return ctx.render(page);
  }
  const view::Dict paging = content.add("PAGING");
  paging.show_if(pending, "PENDING");
  for (const store::QueueRow& row : found.rows) add_row(paging.add("ROW"), row, pending);
  view::add_pager(paging, found.counts[f.state], f.size, f.page, [&](int n) { return address(ctx, asked, f.state, n); });
  return ctx.render(page);
}

}  // namespace admin
