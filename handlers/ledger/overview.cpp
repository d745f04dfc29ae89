// 台账概览: the unit's figures, which lead to the list, and the instruments due in each of the next twelve months.
#include "domain/values/terms.h"
#include "ledger/chart.h"
#include "ledger/filter.h"
#include "ledger/pages.h"
#include "store/ledger/ledger.h"
#include "web/context.h"

namespace ledger {
namespace {

// What asks for something first.
constexpr const char* tiles[] = {"overdue", "failed", "due_soon", "rotate", "not_verified", "booked"};

std::string colour_of(const std::string& tab) {
  if (tab == "overdue" || tab == "failed") return "RED";
  return tab == "due_soon" || tab == "rotate" ? "YELLOW" : "GREY";
}

std::string list_of(const web::Context& ctx, const store::LedgerFilter& filter) {
  const std::string query = filter_query(filter);
  return ctx.services.config.base_path + "/ledger" + (query.empty() ? "?tab=all" : query);
}

void fill_tiles(const web::Context& ctx, const view::Dict& content, const store::LedgerPage& found) {
  for (const std::string tab : tiles) {
    const view::Dict tile = content.add("TILE");
    store::LedgerFilter filter;
    filter.tab = tab;
    tile.set("WORD", domain::word(domain::ledger_tabs(), tab));
    tile.set_number("COUNT", found.counts.at(tab));
    tile.set("HREF", list_of(ctx, filter));
    tile.show(found.counts.at(tab) == 0 ? "NONE" : colour_of(tab));
  }
  content.set_number("ALL", found.counts.at("all"));
  content.set_number("STOPPED", found.counts.at("stopped"));
  content.set_number("SCRAPPED", found.counts.at("scrapped"));
}

void add_months(web::Context& ctx, const view::Dict& content) {
  std::vector<Bar> bars;
  for (const store::DueMonth& month : store::due_by_month(ctx.db, ctx.session->unit_id, ctx.today())) {
    const std::string name = month.month.iso().substr(0, 7);
    bars.push_back({name, month.verify, month.rotate});
    store::LedgerFilter filter;
    filter.choices["state"] = "in_use";
    filter.due_from = month.month;
    filter.due_to = month.month.plus_months(1).plus_days(-1);
    const view::Dict row = content.add("MONTH");
    row.set("NAME", name);
    row.set_number("VERIFY", month.verify);
    row.set_number("ROTATE", month.rotate);
    row.set("HREF", list_of(ctx, filter));
  }
  add_chart(content, bars);
}

}  // namespace

web::Response overview(web::Context& ctx) {
  const view::Page page = ctx.page("ledger/overview.tpl", {{"ledger/list.tpl", "/ledger"}});
  store::LedgerFilter first;
  first.size = 10;
  const store::LedgerPage found = store::list_ledger(ctx.db, ctx.session->unit_id, first, ctx.today());
  fill_tiles(ctx, page.content(), found);
  page.content().show(found.counts.at("all") == 0 ? "EMPTY_LEDGER" : "SOME");
  if (found.counts.at("all") > 0) add_months(ctx, page.content());
  return ctx.render(page);
}

}  // namespace ledger
