// 每日检定量: how many 台件 a day, and the days that differ. A day without a number of its own has the usual one.
#include "base/number.h"
#include "desk/pages.h"
#include "domain/appointments/answer.h"
#include "store/appointments/desk_days.h"
#include "view/form.h"
#include "view/pager.h"
#include "web/context.h"

namespace desk {
namespace {

struct Shown {
  std::optional<std::string> daily;  // as typed; none: as it is stored
  domain::DayForm day;
  std::vector<domain::Error> daily_errors{}, day_errors{};
};

void fill_days(const web::Context& ctx, const view::Dict& content, const store::Capacity& capacity) {
  if (capacity.days.empty()) return content.show("NO_DAYS");
  const view::Dict table = content.add("DAYS");
  table.show_if(ctx.may_edit(), "EDITS");
  for (const store::DayLoad& load : capacity.days) {
    const view::Dict row = table.add("ROW");
    row.set("DATE", load.day.iso());
    row.set("NOTE", load.note);
    row.set_number("PLANNED", load.planned);
    if (load.closed())
      row.show("CLOSED");
    else
      row.add("LIMIT").set_number("CAPACITY", *load.capacity);
    if (load.over() > 0) row.add("OVER").set_number("COUNT", load.over());
    row.show_if(ctx.may_edit(), "CHANGE");
  }
}

web::Response render_capacity(web::Context& ctx, const Shown& shown, int status) {
  const store::Capacity capacity = store::capacity_of(ctx.db, ctx.session->institution_id, ctx.today());
  const view::Page page = ctx.page("desk/capacity.tpl", {{"desk/queue.tpl", "/desk/appointments"}});
  const view::Dict content = page.content();
  content.include("LINKS", "desk/links.tpl");
  if (capacity.daily)
    content.add("DAILY").set_number("COUNT", *capacity.daily);
  else
    content.show("NO_LIMIT");
  fill_days(ctx, content, capacity);
  if (!ctx.may_edit()) return ctx.render(page, status);
  const view::Dict daily = content.add("EDIT_DAILY").include("FORM", "desk/capacity_daily.tpl");
  daily.set_number("VERSION", capacity.version);
  view::Form daily_form = view::Form::within(page, daily, shown.daily_errors, ctx.token("/desk/capacity"));
  daily_form.text("daily_capacity", shown.daily.value_or(capacity.daily ? std::to_string(*capacity.daily) : ""),
                  view::optional().max(10));
  const view::Dict day = content.add("EDIT_DAY").include("FORM", "desk/capacity_day.tpl");
  view::Form day_form = view::Form::within(page, day, shown.day_errors, ctx.token("/desk/capacity/day"));
  day_form.text("day", shown.day.day, view::required().max(20));
  day_form.text("day_capacity", shown.day.day_capacity, view::optional().max(10));
  day_form.text("day_note", shown.day.day_note, view::optional().max(100).wide());
  return ctx.render(page, status);
}

}  // namespace

web::Response show_capacity(web::Context& ctx) {
  Shown shown;
  if (const auto day = domain::Date::parse(ctx.req.query.get("day"))) {  // 修改 of one that differs
    shown.day.day = day->iso();
    const store::DayLoad load = store::day_load(ctx.db, ctx.session->institution_id, *day);
    if (load.differs) shown.day = {day->iso(), std::to_string(load.capacity.value_or(0)), load.note};
  }
  return render_capacity(ctx, shown, 200);
}

web::Response save_capacity(web::Context& ctx) {
  Shown shown;
  shown.daily = ctx.req.form.need("daily_capacity");
  store::Capacity old = store::capacity_of(ctx.db, ctx.session->institution_id, ctx.today());
  const int version = base::number_or(ctx.req.form.need("version"), 0);
  const auto checked = domain::check_capacity(*shown.daily);
  shown.daily_errors = checked.errors;
  if (!checked.ok()) return render_capacity(ctx, shown, 422);
  old.version = version;
  bool stale = false;
  const auto location = ctx.change_once([&](store::Tx& tx) {
    stale = !store::set_daily_capacity(tx, ctx.session->institution_id, old, checked.value);
    return std::string("/desk/capacity");
  });
  if (location && !stale) return ctx.redirect(*location, "CAPACITY_SAVED");
  shown.daily_errors = {{"daily_capacity", stale ? "CHANGED_MEANWHILE" : ctx.not_taken()}};
  return render_capacity(ctx, shown, 409);
}

web::Response save_day(web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  Shown shown;
  shown.day = {f.need("day"), f.need("day_capacity"), f.need("day_note")};
  const auto checked = domain::check_day(shown.day, ctx.today());
  shown.day_errors = checked.errors;
  if (!checked.ok()) return render_capacity(ctx, shown, 422);
  const auto location = ctx.change_once([&](store::Tx& tx) {
    store::set_day(tx, ctx.session->institution_id, checked.value);
    return std::string("/desk/capacity");
  });
  if (location) return ctx.redirect(*location, "CAPACITY_SAVED");
  shown.day_errors = {{"day", ctx.not_taken()}};
  return render_capacity(ctx, shown, 409);
}

}  // namespace desk
