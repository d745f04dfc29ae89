// 强检器具信息: the one box, the detailed form, and what they find. A list's whole state is in its address; it goes on by key.
#include "base/number.h"
#include "domain/values/terms.h"
#include "parts/division.h"
#include "parts/kinds.h"
#include "query/pages.h"
#include "query/parts.h"
#include "query/search.h"
#include "view/form.h"
#include "view/pager.h"

#include <algorithm>

namespace query {
namespace {

using domain::QueryWay;

constexpr int most_pages = 50;  // a reader who needs more narrows the search
const web::Crumb search_crumb{"query/instruments.tpl", "/query/instruments"};

view::Field text(const char* label_of, int max = 100) { return filter_field().max(max).label_of(label_of); }

void add_filters(view::Form& form, const Search& search) {
  form.division("query_region", parts::levels(search.region), filter_field(false));
  form.grouped_select("kind", search.kind, parts::kind_groups(search.kinds, {}), filter_field(false));
  form.select("standing", search.standing, view::options(domain::public_standings()), filter_field(false));
}

// The include FORM: the box or the detailed form, with what was typed.
void add_form(const view::Page& page, const Search& search) {
  const view::Dict dict = page.content().include("FORM", search.detailed ? "query/detailed_form.tpl" : "query/search_form.tpl");
  view::Form form(page, dict, search.errors, "");
  if (search.detailed) {
    const domain::QueryDetails& d = search.details;
    form.text("unit_name", d.unit_name, text("query_unit_name"));
    form.text("unit_code", d.unit_code, text("query_unit_code", 30));
    form.text("name", d.name, text("query_name"));
    form.text("manufacturer", d.manufacturer, text("query_manufacturer"));
    form.text("serial_number", d.serial_number, text("query_serial_number"));
    form.text("certificate_number", d.certificate_number, text("query_certificate_number"));
    form.text("sub_number", d.sub_number, text("query_sub_number", 20));
  } else {
    form.text("q", search.typed, text("q"));
  }
  add_filters(form, search);
  const view::Dict order = dict.include("F_SORT", "query/order.tpl");
  order.show(search.order == "due" ? "BY_DUE" : "BY_MATCH");
}

std::string list_address(const web::Context& ctx, const parts::Values& values) {
  return parts::address(ctx, "/query/instruments/search", values) + "#results";
}

std::string list_address(const web::Context& ctx, const Search& search, const Found& found, const store::PublicKey& key,
                         int page) {
  parts::Values values = values_of(search, found.way);
  values.emplace_back("after", key.text());
  values.emplace_back("page", std::to_string(page));
  return list_address(ctx, values);
}

void add_rows(const web::Context& ctx, const view::Dict& list, const std::vector<store::PublicValidity>& rows) {
  for (const store::PublicValidity& found : rows) {
    const view::Dict row = list.add("ROW");
    row.set("HREF", parts::address(ctx, "/query/validity", {{"c", found.code}}));
    add_instrument(row, found, found.judge(ctx.today()));
  }
}

void add_pager(const web::Context& ctx, const view::Dict& list, const Search& search, const Found& found) {
  const int page = search.filter.from ? std::clamp(base::number_or(ctx.req.query.get("page"), 2), 1, most_pages) : 1;
  const view::Dict pager = list.include("PAGER", "query/pager.tpl");
  pager.set_number("PAGE", page);
  pager.set_number("TOTAL", found.list.matched);
  pager.show(found.list.capped() ? "CAPPED" : "COUNTED");
  if (search.filter.from) pager.add("FIRST").set("HREF", list_address(ctx, values_of(search, found.way)));
  if (found.list.previous)
    pager.add("PREVIOUS").set("HREF", list_address(ctx, search, found, *found.list.previous, std::max(page - 1, 1)));
  if (!found.list.next) return;
  if (page >= most_pages)
    pager.add("DEEP").set_number("MOST", most_pages);
  else
    pager.add("NEXT").set("HREF", list_address(ctx, search, found, *found.list.next, page + 1));
}

// What the text was taken for, when it could be several things; the other way beside it.
void add_way(const web::Context& ctx, const view::Dict& content, const Search& search, const Found& found) {
  if (!found.way || domain::query_ways(search.text).size() < 2) return;
  const view::Dict taken = content.add("TAKEN");
  taken.set("TYPED", search.typed);
  taken.show(view::section_name(domain::code_of(*found.way)));
  taken.show(search.chosen_way ? "CHOSEN" : "GUESSED");
  if (*found.way != QueryWay::words)
    taken.add("AS_WORDS").set("HREF", list_address(ctx, values_of(search, QueryWay::words)));
  else if (search.chosen_way)
    taken.add("AS_GUESSED").set("HREF", list_address(ctx, values_of(search, {})));
}

void add_found(const web::Context& ctx, const view::Dict& content, const Search& search, const Found& found) {
  if (found.list.too_broad) return content.show("TOO_BROAD");
  add_way(ctx, content, search, found);
  if (found.list.matched == 0) {
    const view::Dict nothing = content.add("NOTHING");
    nothing.show_if(!search.text.unit_code.empty() || !search.filter.unit_code.empty(), "OF_A_CODE");
    return;
  }
  const view::Dict list = content.add("LIST");
  if (found.list.rows.empty())
    list.show("NO_MORE");
  else
    add_rows(ctx, list.add("TABLE"), found.list.rows);
  list.show_if(found.list.capped(), "CAPPED");
  add_pager(ctx, list, search, found);
}

web::Response show_form(web::Context& ctx, const char* file, const std::vector<web::Crumb>& crumbs, bool detailed) {
  const view::Page page = ctx.page(file, crumbs);
  Search search = read_search(ctx);
  search.detailed = detailed;
  search.errors.clear();
  add_ways(ctx, page.content(), "instruments");
  add_form(page, search);
  return ctx.render(page);
}

}  // namespace

web::Response instruments(web::Context& ctx) { return show_form(ctx, "query/instruments.tpl", {overview_crumb}, false); }

web::Response detailed(web::Context& ctx) { return show_form(ctx, "query/detailed.tpl", {overview_crumb, search_crumb}, true); }

web::Response search(web::Context& ctx) {
  if (!is_asked(ctx.req.query)) return ctx.redirect("/query/instruments");
  Search asked = read_search(ctx);
  const bool only_region = ctx.req.query.has("op_division");  // 选择下级: the form again, with the next level
  if (only_region) asked.errors.clear();
  const view::Page page = ctx.page("query/search.tpl", {overview_crumb, search_crumb});
  add_ways(ctx, page.content(), "instruments");
  add_form(page, asked);
  if (only_region) return ctx.render(page);
  if (!asked.errors.empty()) return ctx.render(page, 422);
  asked.filter.from = store::PublicKey::from_text(ctx.req.query.get("after"));
  add_found(ctx, page.content().add("ASKED"), asked, find(ctx.db, asked, ctx.today()));
  return ctx.render(page);
}

}  // namespace query
