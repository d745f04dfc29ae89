// The list: tabs with counts, the filter, the table, paging; the same under 到期提醒 and, without pages, for print. Its whole
// state is in the address.
#include "domain/values/terms.h"
#include "ledger/columns.h"
#include "ledger/filter.h"
#include "ledger/filter_form.h"
#include "ledger/pages.h"
#include "ledger/table.h"
#include "store/catalogue/catalogue.h"
#include "store/ledger/saved_filters.h"
#include "view/pager.h"

namespace ledger {
namespace {

constexpr int most_printed = 2000;

// A plain "/ledger" opens a person's default filter, so the whole list says that it is meant.
std::string address(const web::Context& ctx, const store::LedgerFilter& filter) {
  const std::string query = filter_query(filter);
  return ctx.services.config.base_path + "/ledger" + (query.empty() ? "?tab=all" : query);
}

store::LedgerFilter with_page(store::LedgerFilter filter, int page) {
  filter.page = page;
  return filter;
}

store::LedgerFilter in_tab(store::LedgerFilter filter, std::string_view tab) {
  filter.tab = tab;
  filter.page = 1;
  return filter;
}

// Where the same filter leads on to.
void set_links(const web::Context& ctx, const view::Dict& content, const store::LedgerFilter& filter) {
  const std::string ledger = ctx.services.config.base_path + "/ledger", query = filter_query(filter);
  content.set("HREF_LIST", address(ctx, filter));
  content.set("HREF_EXPORT", ledger + "/export" + query);
  content.set("HREF_CALENDARS", ledger + "/calendars" + query);
  content.set("HREF_PRINT", ledger + "/print" + query);
  content.set("HREF_COLUMNS", ledger + "/columns" + query);
  content.set("HREF_FILTERS", ledger + "/filters" + query);
}

void fill_tabs(const web::Context& ctx, const view::Dict& content, const store::LedgerFilter& filter,
               const store::LedgerPage& found) {
  for (const domain::Term& tab : domain::ledger_tabs()) {
    if (found.counts.count(std::string(tab.code)) == 0) continue;  // 到期提醒 is several tabs in one
    const view::Dict entry = content.add("TAB");
    entry.set("WORD", tab.word);
    entry.set("HREF", address(ctx, in_tab(filter, tab.code)));
    entry.set_number("COUNT", found.counts.at(std::string(tab.code)));
    entry.show_if(filter.tab == tab.code, "CURRENT");
  }
}

Table table_of(web::Context& ctx, const store::LedgerFilter& filter, const store::LedgerView& view) {
  return {domain::read_columns(view.columns),
          [&ctx, filter](const std::string& column, bool descending) {
            store::LedgerFilter sorted = with_page(filter, 1);
            sorted.sort = column == "standing" && !descending ? "" : column;
            sorted.descending = descending;
            return address(ctx, sorted);
          },
          true};
}

void fill_saved(web::Context& ctx, const view::Dict& content, const store::LedgerView& view) {
  for (const store::SavedFilter& saved : view.filters) {
    const view::Dict entry = content.add("SAVED");
    entry.set("NAME", saved.name);
    entry.set("HREF", ctx.services.config.base_path + "/ledger" + (saved.query.empty() ? "?tab=all" : saved.query));
    entry.show_if(saved.is_default, "DEFAULT");
  }
}

// The filter once more, hidden in a form: for actions on all that match.
void fill_hidden(const view::Dict& dict, const store::LedgerFilter& filter) {
  const web::Params params = filter_params(filter);
  for (const auto& [name, value] : params.all()) {
    const view::Dict entry = dict.add("HIDDEN");
    entry.set("NAME", name == "id" ? "only" : name);
    entry.set("VALUE", value);
  }
}

// Rows went away, or an old bookmark: the last page there is.
store::LedgerPage find(web::Context& ctx, store::LedgerFilter& filter) {
  store::LedgerPage found = store::list_ledger(ctx.db, ctx.session->unit_id, filter, ctx.today());
  const int pages = view::page_count(found.matched, filter.size);
  if (filter.page <= pages) return found;
  filter.page = pages;
  return store::list_ledger(ctx.db, ctx.session->unit_id, filter, ctx.today());
}

void fill_rows(web::Context& ctx, const view::Dict& content, const store::LedgerFilter& filter, const store::LedgerView& view,
               const store::LedgerPage& found) {
  if (found.rows.empty()) {
    content.show(filter.narrowed() ? "NOTHING_FOUND" : filter.tab == "all" ? "EMPTY_LEDGER" : "EMPTY_TAB");
    return;
  }
  const view::Dict paging = content.add("PAGING");
  add_table(ctx, paging, table_of(ctx, filter, view), filter, found.rows);
  paging.set_number("MATCHED", found.matched);
  fill_hidden(paging, filter);
  view::add_pager(paging, found.matched, filter.size, filter.page, [&](int n) { return address(ctx, with_page(filter, n)); });
}

}  // namespace

web::Response list(web::Context& ctx) {
  const store::LedgerView view = store::ledger_view(ctx.db, ctx.session->unit_id, ctx.session->user_id);
  if (ctx.req.query.all().empty())
    for (const store::SavedFilter& saved : view.filters)
      if (saved.is_default && !saved.query.empty()) return ctx.redirect("/ledger" + saved.query);
  store::LedgerFilter filter = read_filter(ctx.db, ctx.req.query);
  const store::LedgerPage found = find(ctx, filter);
  const view::Page page = ctx.page("ledger/list.tpl");
  const view::Dict content = page.content();
  const bool reminds = filter.tab == "due";
  content.show(reminds ? "REMINDER" : "WHOLE");
  if (reminds) page.layout().set("TITLE", view::page_name("ledger/due.tpl"));
  set_links(ctx, content, with_page(filter, 1));
  fill_tabs(ctx, content, filter, found);
  fill_saved(ctx, content, view);
  if (!view.mail_refused.empty()) content.add("MAIL_REFUSED").set("SINCE", view.mail_refused);
  const auto kinds = store::ledger_kinds(ctx.db);
  add_filter_form(ctx, page, content, filter, kinds, ctx.req.query.has("more") || ctx.req.query.has("op_division"));
  add_filter_words(ctx, content, filter, kinds);
  fill_rows(ctx, content, filter, view, found);
  return ctx.render(page);
}

web::Response due(web::Context& ctx) { return ctx.redirect("/ledger?tab=due"); }

web::Response print(web::Context& ctx) {
  const store::LedgerFilter filter = read_filter(ctx.db, ctx.req.query);
  const view::Page page = ctx.page("ledger/print.tpl", {{"ledger/list.tpl", "/ledger"}});
  const view::Dict content = page.content();
  std::vector<domain::LedgerRow> rows;
  const long long matched = store::count_ledger(ctx.db, ctx.session->unit_id, filter, ctx.today());
  set_links(ctx, content, filter);
  content.set_number("MATCHED", matched);
  add_filter_words(ctx, content, filter);
  if (matched > most_printed) {
    content.add("TOO_MANY").set_number("MOST", most_printed);
    return ctx.render(page);
  }
  store::each_ledger_row(ctx.db, ctx.session->unit_id, filter, ctx.today(),
                         [&](const domain::LedgerRow& row) { rows.push_back(row); });
  add_table(ctx, content.add("ROWS"), {chosen_columns(ctx), nullptr, false}, filter, rows);
  return ctx.render(page);
}

}  // namespace ledger
