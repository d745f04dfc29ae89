// 已存条件: filters of the ledger under a name, one of which may be what "/ledger" opens.
#include "domain/values/fields.h"
#include "ledger/filter.h"
#include "ledger/filter_form.h"
#include "ledger/pages.h"
#include "store/core/constraints.h"
#include "store/ledger/saved_filters.h"
#include "view/form.h"
#include "web/errors.h"

#include <algorithm>

namespace ledger {
namespace {

constexpr int longest_name = 40;

struct Typed {
  std::string name, query;
  bool as_default = false;
};

std::vector<store::SavedFilter> own(web::Context& ctx) {
  return store::saved_filters(ctx.db, ctx.session->unit_id, ctx.session->user_id);
}

web::Response render_filters(web::Context& ctx, const Typed& typed, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("ledger/filters.tpl", {{"ledger/list.tpl", "/ledger"}});
  const view::Dict content = page.content();
  content.set("QUERY", typed.query);
  content.set("HREF_LIST", ctx.services.config.base_path + "/ledger" + (typed.query.empty() ? "?tab=all" : typed.query));
  // What would be saved, in words: the query string parsed like an address.
  add_filter_words(ctx, content, read_stored_query(ctx.db, typed.query));
  view::Form form(page, std::move(errors), ctx.token("/ledger/filters"));
  form.text("filter_name", typed.name, view::required().max(longest_name));
  form.checkbox("as_default", typed.as_default, view::optional().no_hint());
  const auto saved = own(ctx);
  content.show_if(saved.empty(), "EMPTY");
  for (const store::SavedFilter& filter : saved) {
    const view::Dict entry = content.add("LIST").add("SAVED");
    entry.set_number("ID", filter.id);
    entry.set("NAME", filter.name);
    entry.set("HREF", ctx.services.config.base_path + "/ledger" + (filter.query.empty() ? "?tab=all" : filter.query));
    entry.show(filter.is_default ? "DEFAULT" : "NOT_DEFAULT");
    entry.set("TOKEN", ctx.token("/ledger/filters/" + std::to_string(filter.id)));
    add_filter_words(ctx, entry, read_stored_query(ctx.db, filter.query));
  }
  return ctx.render(page, status);
}

}  // namespace

web::Response show_filters(web::Context& ctx) {
  return render_filters(ctx, {"", filter_query(read_filter(ctx.db, ctx.req.query)), false}, {}, 200);
}

web::Response save_filter(web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  Typed typed{f.need("filter_name"), stored_query(f.need("query")), f.get("as_default") == "yes"};
  std::vector<domain::Error> errors;
  domain::FieldCheck fields(errors);
  const std::string name = fields.text({"filter_name", longest_name}, typed.name);
  const auto saved = own(ctx);
  if (saved.size() >= static_cast<std::size_t>(store::most_saved_filters))
    fields.add("filter_name", "TOO_MANY_FILTERS", std::to_string(store::most_saved_filters));
  if (std::any_of(saved.begin(), saved.end(), [&](const store::SavedFilter& s) { return s.name == name; }))
    fields.add("filter_name", "FILTER_NAME_TAKEN");
  if (!errors.empty()) return render_filters(ctx, typed, errors, 422);
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) {
      store::save_filter(tx, ctx.session->unit_id, name, typed.query, typed.as_default);
      return "/ledger" + (typed.query.empty() ? "?tab=all" : typed.query);
    });
    return location ? ctx.redirect(*location, "FILTER_SAVED")
                    : render_filters(ctx, typed, {{"filter_name", ctx.not_taken()}}, 409);
  } catch (const store::Violation& e) {  // saved meanwhile in another window
    if (e.constraint != store::constraint::saved_filters_name) throw;
    return render_filters(ctx, typed, {{"filter_name", "FILTER_NAME_TAKEN"}}, 422);
  }
}

web::Response change_filter(web::Context& ctx) {
  const auto saved = own(ctx);
  if (std::none_of(saved.begin(), saved.end(), [&](const store::SavedFilter& s) { return s.id == ctx.id(); }))
    throw web::NotFound();
  const web::Params& f = ctx.req.form;
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (f.has("op_remove")) store::remove_filter(tx, ctx.session->unit_id, ctx.id());
    if (f.has("op_default")) store::set_default_filter(tx, ctx.session->unit_id, ctx.id());
    if (f.has("op_no_default")) store::set_default_filter(tx, ctx.session->unit_id, 0);
    return "/ledger/filters";
  });
  return ctx.redirect(location.value_or("/ledger/filters"), "SAVED");
}

}  // namespace ledger
