// 显示列: which columns a person sees, in which order.
#include "ledger/columns.h"

#include "base/number.h"
#include "domain/ledger/ledger.h"
#include "ledger/filter.h"
#include "ledger/pages.h"
#include "store/ledger/saved_filters.h"
#include "view/form.h"
#include "view/pager.h"

#include <algorithm>

namespace ledger {
namespace {

std::string joined(const std::vector<std::string>& columns) {
  std::string text;
  for (const std::string& column : columns) text += (text.empty() ? "" : ",") + column;
  return text;
}

// The ticked ones by the number typed beside each; equal numbers and none stay in the table's own order.
std::string read_chosen_columns(const web::Params& form) {
  std::vector<std::pair<int, std::string>> chosen;
  for (const std::string& column : domain::listed_columns())
    if (form.has("show_" + column)) chosen.emplace_back(base::number_or(form.get("place_" + column), 999), column);
  std::stable_sort(chosen.begin(), chosen.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
  std::vector<std::string> columns;
  for (const auto& [place, column] : chosen) columns.push_back(column);
  return joined(columns);
}

}  // namespace

std::vector<std::string> chosen_columns(web::Context& ctx) {
  return domain::read_columns(store::ledger_columns(ctx.db, ctx.session->unit_id, ctx.session->user_id));
}

web::Response show_columns(web::Context& ctx) {
  const view::Page page = ctx.page("ledger/columns.tpl", {{"ledger/list.tpl", "/ledger"}});
  const view::Dict content = page.content();
  content.set("BACK", web::query_text(ctx.req.query));
  view::Form form(page, {}, ctx.token("/ledger/columns"));
  const std::vector<std::string> chosen = chosen_columns(ctx);
  std::vector<std::string> all = chosen;
  for (const std::string& column : domain::listed_columns())
    if (std::find(chosen.begin(), chosen.end(), column) == chosen.end()) all.push_back(column);
  int place = 0;
  for (const std::string& column : all) {
    const view::Dict entry = content.add("COLUMN");
    entry.set("CODE", column);
    entry.set("LABEL", domain::ledger_column(column)->label);
    entry.set_number("PLACE", ++place);
    entry.show_if(static_cast<std::size_t>(place) <= chosen.size(), "SHOWN");
  }
  return ctx.render(page);
}

web::Response save_columns(web::Context& ctx) {
  const std::string columns = ctx.req.form.has("op_usual") ? "" : read_chosen_columns(ctx.req.form);
  const std::string to = "/ledger" + stored_query(ctx.req.form.get("back"));
  const auto location = ctx.change_once([&](store::Tx& tx) {
    store::set_ledger_columns(tx, ctx.session->unit_id, columns);
    return to;
  });
  return ctx.redirect(location.value_or("/ledger/columns"), "SAVED");
}

}  // namespace ledger
