// The list of a unit's appointments: the three states as tabs with counts and their sentences, a filter, paging. Its whole state
// lives in the address.
#include "appointments/pages.h"
#include "appointments/selection.h"
#include "base/number.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "store/appointments/bookable.h"
#include "view/pager.h"

#include <algorithm>

namespace appointments {
namespace {

constexpr std::size_t longest_text = 100;

std::string text_of(const web::Params& query, const char* name) {
  const std::string text = domain::trim(query.get(name));
  return domain::length(text) <= longest_text ? text : "";
}

store::AppointmentFilter read_filter(const web::Params& q) {
  store::AppointmentFilter f;
  if (domain::contains(domain::appointment_states(), q.get("state"))) f.state = q.get("state");
  f.number = domain::half_width(text_of(q, "number"));
  f.institution = text_of(q, "institution");
  if (domain::contains(domain::deliveries(), q.get("delivery"))) f.delivery = q.get("delivery");
  f.instrument = text_of(q, "instrument");
  f.from = domain::Date::parse(q.get("from"));
  f.to = domain::Date::parse(q.get("to"));
  f.page = std::clamp(base::number_or(q.get("page"), 1), 1, 100000);
  return f;
}

std::string address(const web::Context& ctx, const store::AppointmentFilter& f, const std::string& state, int page) {
  web::Params q;
  if (state != "all") q.add("state", state);
  for (const auto& [name, value] : {std::pair("number", f.number),
                                    {"institution", f.institution},
                                    {"delivery", f.delivery},
                                    {"instrument", f.instrument},
                                    {"from", domain::iso_or_empty(f.from)},
                                    {"to", domain::iso_or_empty(f.to)}})
    if (!value.empty()) q.add(name, value);
  if (page > 1) q.add("page", std::to_string(page));
  if (!q.all().empty()) q.add("ie", "✓");
  return ctx.services.config.base_path + list_path + web::query_text(q);
}

void fill_filter(const web::Context& ctx, const view::Dict& content, const store::AppointmentFilter& f) {
  content.set("STATE", f.state == "all" ? "" : f.state);
  content.set("NUMBER_FILTER", f.number);
  content.set("INSTITUTION_FILTER", f.institution);
  content.set("INSTRUMENT_FILTER", f.instrument);
  content.set("FROM_FILTER", domain::iso_or_empty(f.from));
  content.set("TO_FILTER", domain::iso_or_empty(f.to));
  for (const domain::Term& term : domain::deliveries()) {
    const view::Dict option = content.add("DELIVERY_OPTION");
    option.set("CODE", term.code);
    option.set("WORD", term.word);
    option.show_if(f.delivery == term.code, "SELECTED");
  }
  if (f.narrowed()) content.add("FILTERED").set("HREF", address(ctx, {}, f.state, 1));
}

void fill_tabs(const web::Context& ctx, const view::Dict& content, const store::AppointmentFilter& f,
               const store::AppointmentPage& found) {
  const auto tab = [&](const std::string& code, std::string_view word) {
    const view::Dict entry = content.add("TAB");
    if (code == "all")
      entry.show("ALL");
    else
      entry.set("WORD", word);
    entry.set("HREF", address(ctx, f, code, 1));
    entry.set_number("COUNT", found.counts.at(code));
    entry.show_if(f.state == code, "CURRENT");
  };
  tab("all", "");
  for (const domain::Term& term : domain::appointment_states()) tab(std::string(term.code), term.word);
}

void fill_row(const view::Dict& row, const store::Appointment& a) {
  row.set_number("ID", a.id);
  row.set("NUMBER", a.number);
  row.set("INSTITUTION", a.institution_name);
  row.set("DELIVERY", domain::word(domain::deliveries(), a.delivery));
  row.set("STATE", domain::word(domain::appointment_states(), a.state));
  row.show("IS_" + view::section_name(a.state));
  row.set_number("LINES", a.lines);
  row.set_number("ANSWERED", a.lines - a.waiting);
  row.set("EXPECTED_ON", domain::iso_or_empty(a.expected_on));
  row.set("CREATED_AT", a.created_at);
  row.set("SUBMITTED_AT", a.submitted_at);
  row.set("ANSWERED_AT", a.answered_at);
}

}  // namespace

web::Response list(web::Context& ctx) {
  store::AppointmentFilter filter = read_filter(ctx.req.query);
  store::AppointmentPage found = store::list_appointments(ctx.db, ctx.session->unit_id, filter);
  const int pages = view::page_count(found.matched, filter.size);
  if (filter.page > pages) {
    filter.page = pages;
    found = store::list_appointments(ctx.db, ctx.session->unit_id, filter);
  }
  const view::Page page = ctx.page("appointments/list.tpl");
  const view::Dict content = page.content();
  fill_tabs(ctx, content, filter, found);
  fill_filter(ctx, content, filter);
  if (found.rows.empty()) {
    content.show(filter.narrowed() ? "NOTHING_FOUND" : found.counts.at("all") == 0 ? "EMPTY" : "EMPTY_TAB");
    return ctx.render(page);
  }
  const view::Dict paging = content.add("PAGING");
  for (const store::Appointment& a : found.rows) fill_row(paging.add("ROW"), a);
  view::add_pager(paging, found.matched, filter.size, filter.page, [&](int n) { return address(ctx, filter, filter.state, n); });
  return ctx.render(page);
}

}  // namespace appointments
