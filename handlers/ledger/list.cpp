// The list: tabs with counts, query by name and serial number, paging. Its whole state lives in the address.
#include "domain/terms.h"
#include "domain/text.h"
#include "ledger/pages.h"
#include "ledger/standing_words.h"
#include "store/ledger.h"
#include "view/pager.h"
#include "web/context.h"

#include <algorithm>
#include <array>

namespace ledger {
namespace {

constexpr std::array<const char*, 9> tabs = {"all",          "due_soon", "overdue", "rotate",  "failed",
                                             "not_verified", "booked",   "stopped", "scrapped"};
constexpr std::array<int, 4> sizes = {10, 20, 50, 100};
constexpr int most_pages = 100000;

// An address is typed and shared by people: what makes no sense in it falls back, it is never an error.
store::LedgerFilter read_filter(const web::Params& query) {
  store::LedgerFilter filter;
  const std::string tab = query.get("tab");
  if (std::find(tabs.begin(), tabs.end(), tab) != tabs.end()) filter.tab = tab;
  for (const auto& [name, column] : {std::pair("name", "name"), std::pair("serial", "serial_number")}) {
    const std::string text = domain::trim(query.get(name));
    if (!text.empty()) filter.texts[column] = text;
  }
  filter.size = view::number_or(query.get("size"), 20);
  if (std::find(sizes.begin(), sizes.end(), filter.size) == sizes.end()) filter.size = 20;
  filter.page = std::clamp(view::number_or(query.get("page"), 1), 1, most_pages);
  return filter;
}

std::string address(const web::Context& ctx, const store::LedgerFilter& filter, const std::string& tab, int page) {
  std::string query;
  const auto add = [&](const char* name, const std::string& value) {
    query += (query.empty() ? "?" : "&") + std::string(name) + "=" + web::percent_encode(value);
  };
  if (tab != "all") add("tab", tab);
  if (filter.texts.count("name")) add("name", filter.texts.at("name"));
  if (filter.texts.count("serial_number")) add("serial", filter.texts.at("serial_number"));
  if (filter.size != 20) add("size", std::to_string(filter.size));
  if (page > 1) add("page", std::to_string(page));
  if (!query.empty()) add("ie", "✓");
  return ctx.tools.config.base_path + "/ledger" + query;
}

void fill_tabs(const web::Context& ctx, const view::Dict& content, const store::LedgerFilter& filter,
               const store::LedgerPage& list) {
  for (const char* tab : tabs) {
    const view::Dict entry = content.add("TAB");
    entry.show("TAB_" + view::section_name(tab));
    entry.set("HREF", address(ctx, filter, tab, 1));
    entry.set_number("COUNT", list.counts.at(tab));
    entry.show_if(filter.tab == tab, "CURRENT");
  }
}

void fill_row(const view::Dict& content, const domain::LedgerRow& row, domain::Date today, bool may_edit) {
  const view::Dict entry = content.add("ROW");
  entry.set_number("ID", row.id);
  entry.set("NAME", row.values.name);
  entry.set("KIND", row.kind_name);
  entry.set("MODEL", row.values.model);
  entry.set("SERIAL_NUMBER", row.values.serial_number);
  entry.set("MANAGEMENT_NUMBER", row.values.management_number);
  entry.set("PLACE", row.values.place);
  entry.set_number("QUANTITY", row.values.quantity);
  entry.set("VALID_UNTIL", domain::iso_or_empty(row.values.valid_until));
  entry.show_if(row.last_result == "declared", "DECLARED");
  entry.show_if(may_edit && row.state != "scrapped", "CAN_EDIT");
  add_standing(entry, row.state, row.values.mode, row.last_result, row.values.valid_until, today);
}

}  // namespace

web::Response list(web::Context& ctx) {
  store::LedgerFilter filter = read_filter(ctx.req.query);
  store::LedgerPage found = store::list_ledger(ctx.db, ctx.session->enterprise_id, filter, ctx.today());
  const int pages = view::page_count(found.matched, filter.size);
  if (filter.page > pages) {  // rows went away, or an old bookmark: the last page there is
    filter.page = pages;
    found = store::list_ledger(ctx.db, ctx.session->enterprise_id, filter, ctx.today());
  }
  const view::Page page = ctx.page("ledger/list.tpl");
  const view::Dict content = page.content();
  fill_tabs(ctx, content, filter, found);
  content.set("TAB_CODE", filter.tab);
  content.set("NAME_FILTER", filter.texts.count("name") ? filter.texts.at("name") : "");
  content.set("SERIAL_FILTER", filter.texts.count("serial_number") ? filter.texts.at("serial_number") : "");
  for (const int size : sizes) {
    const view::Dict option = content.add("SIZE");
    option.set_number("VALUE", size);
    option.show_if(size == filter.size, "SELECTED");
  }
  const bool filtered = filter.narrowed();
  content.show_if(filtered, "FILTERED");
  if (found.rows.empty()) {
    content.show(filtered ? "NOTHING_FOUND" : filter.tab == "all" ? "EMPTY_LEDGER" : "EMPTY_TAB");
  } else {
    const view::Dict table = content.add("PAGING");
    for (const domain::LedgerRow& row : found.rows) fill_row(table, row, ctx.today(), ctx.may_edit());
    view::add_pager(table, found.matched, filter.size, filter.page, [&](int n) { return address(ctx, filter, filter.tab, n); });
  }
  return ctx.render(page);
}

}  // namespace ledger
