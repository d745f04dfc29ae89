// 检定日历: a month as a table, for each day the plan against the capacity; and a day's work list, for paper too.
#include "desk/appointments/show.h"
#include "desk/pages.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "store/appointments/desk_days.h"

#include <map>

namespace desk {
namespace {

using domain::Date;

constexpr int most_lines_a_day = 2000;
constexpr int first_year = 2000, last_year = 2100;

// What stands in the address, 2026-11; else this month.
Date month_of(const web::Context& ctx) {
  const std::string typed = domain::trim(domain::half_width(ctx.req.query.get("month")));
  const auto asked = Date::parse(typed + "-1");
  if (asked && asked->year() >= first_year && asked->year() <= last_year) return *asked;
  return Date::of(ctx.today().year(), ctx.today().month(), 1).value();
}

std::string month_text(Date day) { return day.iso().substr(0, 7); }

std::string month_address(const web::Context& ctx, Date month) {
  return ctx.services.config.base_path + "/desk/calendar?month=" + month_text(month);
}

int weekday(Date day) { return (day.days() % 7 + 10) % 7; }  // 0 is Monday; 1970-01-01 was a Thursday

void fill_load(const view::Dict& cell, const store::DayLoad& load) {
  cell.set_number("PLANNED", load.planned);
  cell.show_if(load.planned > 0, "BUSY");
  if (!load.note.empty()) cell.add("NOTE").set("TEXT", load.note);
  if (load.closed()) cell.show("CLOSED");
  if (!load.capacity || load.closed()) {
    cell.show_if(load.closed() && load.planned > 0, "OVER_CLOSED");
    return;
  }
  cell.add("LIMIT").set_number("CAPACITY", *load.capacity);
  if (load.over() > 0)
    cell.add("OVER").set_number("COUNT", load.over());
  else if (load.full())
    cell.show("FULL");
}

Date last_day(Date month) { return month.plus_months(1).plus_days(-1); }

// loads: of every day of the month.
void fill_month(const view::Dict& content, Date month, Date today, const std::vector<store::DayLoad>& loads) {
  view::Dict week = content.add("WEEK");
  for (int n = 0; n < weekday(month); ++n) week.add("CELL").show("OUTSIDE");
  for (const store::DayLoad& load : loads) {
    if (weekday(load.day) == 0 && load.day != month) week = content.add("WEEK");
    const view::Dict day = week.add("CELL").add("DAY");
    day.set_number("NO", load.day.day());
    day.set("DATE", load.day.iso());
    day.show_if(load.day == today, "NOW");
    fill_load(day, load);
  }
  for (int n = weekday(last_day(month)); n < 6; ++n) week.add("CELL").show("OUTSIDE");
}

void fill_line(const view::Dict& row, const store::PlannedLine& planned, long long number) {
  const store::AppointmentLine& line = planned.line;
  fill_instrument(row, line);
  row.set_number("NO", number);
  row.set_number("APPOINTMENT", line.appointment_id);
  row.set("KEY", domain::line_key(planned.number, line.line_no));
  row.set("UNIT", planned.unit_name);
  row.set("CONTACT", planned.contact);
  row.set("PHONE", planned.phone);
  row.set("ADDRESS", planned.address);
  row.show_if(planned.delivery == "on_site" && !planned.address.empty(), "THERE");
  row.set("DELIVERY", domain::word(domain::deliveries(), planned.delivery));
  row.set("STATE", domain::word(domain::line_words(), domain::code_of(line.state)));
}

}  // namespace

web::Response calendar(web::Context& ctx) {
  const Date month = month_of(ctx);
  const view::Page page = ctx.page("desk/calendar.tpl", {{"desk/queue.tpl", "/desk/appointments"}});
  const view::Dict content = page.content();
  content.include("LINKS", "desk/links.tpl");
  content.set("MONTH", month_text(month));
  content.set_number("YEAR_NO", month.year());
  content.set_number("MONTH_NO", month.month());
  if (month.year() > first_year || month.month() > 1)
    content.add("PREVIOUS").set("HREF", month_address(ctx, month.plus_months(-1)));
  if (month.year() < last_year || month.month() < 12) content.add("NEXT").set("HREF", month_address(ctx, month.plus_months(1)));
  fill_month(content, month, ctx.today(), store::day_loads(ctx.db, ctx.session->institution_id, month, last_day(month)));
  return ctx.render(page);
}

web::Response calendar_day(web::Context& ctx) {
  const Date asked = Date::parse(ctx.req.query.get("date")).value_or(ctx.today());
  const Date day = asked.year() < first_year || asked.year() > last_year ? ctx.today() : asked;
  const view::Page page = ctx.page("desk/day.tpl", {{"desk/queue.tpl", "/desk/appointments"},
                                                    {"desk/calendar.tpl", "/desk/calendar?month=" + month_text(day)}});
  const view::Dict content = page.content();
  content.include("LINKS", "desk/links.tpl");
  content.set("DATE", day.iso());
  const std::string base = ctx.services.config.base_path + "/desk/";
  content.set("HREF_MONTH", month_address(ctx, day));
  content.set("HREF_PREVIOUS", base + "calendar/day?date=" + day.plus_days(-1).iso());
  content.set("HREF_NEXT", base + "calendar/day?date=" + day.plus_days(1).iso());
  content.set("HREF_EXPORT", base + "export?planned_from=" + day.iso() + "&planned_to=" + day.iso());
  const store::DayLoad load = store::day_load(ctx.db, ctx.session->institution_id, day);
  fill_load(content, load);
  content.set_number("LINES", load.lines);
  const auto lines = store::planned_lines(ctx.db, ctx.session->institution_id, day, most_lines_a_day);
  if (lines.empty()) {
    content.show("NOTHING");
    return ctx.render(page);
  }
  const view::Dict table = content.add("TABLE");
  if (load.lines > most_lines_a_day) table.add("CUT").set_number("MOST", most_lines_a_day);
  long long number = 0;
  for (const store::PlannedLine& line : lines) fill_line(table.add("ROW"), line, ++number);
  return ctx.render(page);
}

}  // namespace desk
