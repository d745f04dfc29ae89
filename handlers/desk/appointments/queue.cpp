// The queue: appointments that were sent to the institution, in three tabs: 待受理 (the one that waits longest first), 检定中,
// 全部. Its whole state lives in the address; pages are found by key.
#include "desk/pages.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "store/appointments/desk_queue.h"
#include "web/context.h"

#include <algorithm>

namespace desk {
namespace {

using domain::Date;

constexpr std::size_t longest_text = 100;

struct Asked {
  store::DeskFilter filter;
  std::string from_typed, to_typed;
  bool bad_date = false;
};

Asked read_queue_filter(const web::Params& q) {
  Asked asked;
  store::DeskFilter& f = asked.filter;
  for (const char* tab : {"waiting", "working", "all"})
    if (q.get("tab") == tab) f.tab = tab;
  const auto text = [&](const char* name) {
    const std::string typed = domain::trim(q.get(name));
    return domain::length(typed) <= longest_text ? typed : std::string();
  };
  f.number = domain::normalise_code(text("number"));
  f.unit = text("unit");
  f.instrument = text("instrument");
  f.serial = text("serial");
  if (domain::contains(domain::deliveries(), q.get("delivery"))) f.delivery = q.get("delivery");
  asked.from_typed = text("expected_from");
  asked.to_typed = text("expected_to");
  f.expected_from = Date::parse(asked.from_typed);
  f.expected_to = Date::parse(asked.to_typed);
  asked.bad_date = (!asked.from_typed.empty() && !f.expected_from) || (!asked.to_typed.empty() && !f.expected_to);
  f.after = store::DeskPlace::parse(q.get("after"));
  if (!f.after) f.before = store::DeskPlace::parse(q.get("before"));
  return asked;
}

std::string address(const Asked& asked, std::string_view tab, const char* way = "", const store::DeskPlace& place = {}) {
  const store::DeskFilter& f = asked.filter;
  web::Params query;
  query.add("tab", std::string(tab));
  for (const auto& [name, value] : {std::pair<const char*, const std::string&>{"number", f.number},
                                    {"unit", f.unit},
                                    {"instrument", f.instrument},
                                    {"serial", f.serial},
                                    {"delivery", f.delivery},
                                    {"expected_from", asked.from_typed},
                                    {"expected_to", asked.to_typed}})
    if (!value.empty()) query.add(name, value);
  if (*way != '\0') query.add(way, place.text());
  query.add("ie", "✓");
  return "/desk/appointments" + web::query_text(query);
}

void fill_tabs(const web::Context& ctx, const view::Dict& content, const Asked& asked, const store::DeskPage& found) {
  const std::string& base = ctx.services.config.base_path;
  const auto tab = [&](const char* code, const char* section, int count) {
    const view::Dict entry = content.add("TAB");
    entry.show(section);
    entry.set("HREF", base + address(asked, code));
    entry.show_if(asked.filter.tab == code, "CURRENT");
    if (asked.filter.narrowed()) return;
    const view::Dict counted = entry.add("COUNTED");
    counted.set_number("COUNT", std::min(count, store::most_counted));
    counted.show_if(count > store::most_counted, "AND_MORE");
  };
  tab("waiting", "WAITING", found.waiting);
  tab("working", "WORKING", found.working);
  tab("all", "ALL", found.all);
}

void fill_filter(const view::Dict& content, const Asked& asked) {
  const store::DeskFilter& f = asked.filter;
  content.set("TAB_CODE", f.tab);
  content.set("NUMBER", f.number);
  content.set("UNIT", f.unit);
  content.set("INSTRUMENT", f.instrument);
  content.set("SERIAL", f.serial);
  content.set("EXPECTED_FROM", asked.from_typed);
  content.set("EXPECTED_TO", asked.to_typed);
  content.show_if(asked.bad_date, "BAD_DATE");
  content.show_if(f.narrowed() || asked.bad_date, "FILTERED");
  for (const domain::Term& term : domain::deliveries()) {
    const view::Dict option = content.add("DELIVERY");
    option.set("CODE", term.code);
    option.set("WORD", term.word);
    option.show_if(term.code == f.delivery, "SELECTED");
  }
}

// How long it has waited, and whether the answer is late already.
void fill_waiting(const view::Dict& entry, const store::DeskRow& row, Date today) {
  const auto since = Date::from_iso(row.appointment.submitted_at.substr(0, 10));
  const view::Dict waiting = entry.add("WAITS");
  waiting.set_number("WAITING", row.appointment.waiting);
  waiting.set_number("AGE", since ? std::max(0, today - *since) : 0);
  if (!row.answer_by) return;
  const view::Dict limit = waiting.add(*row.answer_by < today ? "LATE" : "IN_TIME");
  limit.set("DATE", row.answer_by->iso());
}

void fill_row(const view::Dict& entry, const store::DeskRow& row, Date today) {
  const store::Appointment& a = row.appointment;
  entry.set_number("ID", a.id);
  entry.set("NUMBER", a.number);
  entry.set("UNIT", a.unit_name);
  entry.set("UNIT_CODE", a.unit_code);
  entry.set("INSTRUMENT", row.instrument);
  entry.set_number("LINES", a.lines);
  if (a.lines > 1) entry.show("SEVERAL");
  entry.set("DELIVERY", domain::word(domain::deliveries(), a.delivery));
  entry.set("EXPECTED_ON", domain::iso_or_empty(a.expected_on));
  entry.set("SUBMITTED_AT", a.submitted_at);
  if (a.waiting > 0) {
    fill_waiting(entry, row, today);
    entry.show_if(row.answer_by && *row.answer_by < today, "LATE_ROW");
  }
  if (a.open > a.waiting) {
    const view::Dict working = entry.add("WORKS");
    working.set_number("OPEN", a.open - a.waiting);
    working.set("PLANNED_ON", domain::iso_or_empty(row.planned_on));
  }
  const std::string_view acceptance = domain::acceptance_of(row.states);
  entry.show_if(acceptance == "all", "ALL_TAKEN");
  entry.show_if(acceptance == "part", "PART_TAKEN");
  entry.show_if(acceptance == "none", "NONE_TAKEN");
  entry.show_if(a.waiting == 0 && acceptance.empty(), "ALL_WITHDRAWN");
}

void fill_pager(const web::Context& ctx, const view::Dict& content, const Asked& asked, const store::DeskPage& found) {
  const std::string& base = ctx.services.config.base_path;
  const std::string& tab = asked.filter.tab;
  if (found.earlier) {
    content.add("FIRST").set("HREF", base + address(asked, tab));
    if (!found.rows.empty()) content.add("PREVIOUS").set("HREF", base + address(asked, tab, "before", found.rows.front().place));
  }
  if (found.more && !found.rows.empty())
    content.add("NEXT").set("HREF", base + address(asked, tab, "after", found.rows.back().place));
  if (found.looked_up_to) {
    const view::Dict further = content.add("FURTHER");
    further.set_number("LOOKED_AT", store::most_looked_at);
    further.set("HREF", base + address(asked, tab, asked.filter.before ? "before" : "after", *found.looked_up_to));
  }
}

}  // namespace

web::Response start(web::Context& ctx) { return ctx.redirect("/desk/appointments"); }

web::Response queue(web::Context& ctx) {
  const Asked asked = read_queue_filter(ctx.req.query);
  const store::DeskPage found = store::desk_queue(ctx.db, ctx.session->institution_id, asked.filter);
  // What this page began behind has moved on meanwhile: from the front again.
  const bool behind = asked.filter.after || asked.filter.before;
  if (behind && found.rows.empty() && !found.looked_up_to) return ctx.redirect(address(asked, asked.filter.tab));
  const view::Page page = ctx.page("desk/queue.tpl");
  const view::Dict content = page.content();
  content.include("LINKS", "desk/links.tpl");
  fill_tabs(ctx, content, asked, found);
  fill_filter(content, asked);
  fill_pager(ctx, content, asked, found);
  if (found.rows.empty()) {
    content.show(asked.filter.narrowed()         ? "NOTHING_FOUND"
                 : asked.filter.tab == "waiting" ? "EMPTY_WAITING"
                 : asked.filter.tab == "working" ? "EMPTY_WORKING"
                                                 : "EMPTY_ALL");
    return ctx.render(page);
  }
  const view::Dict table = content.add("TABLE");
  for (const store::DeskRow& row : found.rows) fill_row(table.add("ROW"), row, ctx.today());
  return ctx.render(page);
}

}  // namespace desk
