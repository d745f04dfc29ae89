// The log of the reminder runs (到期提醒): the last runs, and a warning when the last complete one is too long ago.
#include "admin/pages.h"
#include "store/mail/reminder_runs.h"
#include "web/context.h"

namespace admin {
namespace {

constexpr int runs_shown = 30;
constexpr long long late_hours = 26;

void fill_run(const view::Dict& table, const store::ReminderRun& run) {
  const view::Dict row = table.add("ROW");
  row.set("STARTED", run.started_at);
  row.set("TODAY", run.today);
  row.show_if(run.partial, "PARTIAL");
  if (run.seconds >= 0) {
    const view::Dict took = row.add("TOOK");
    took.show_if(run.seconds >= 60, "WITH_MINUTES");
    took.set_number("MINUTES", run.seconds / 60);
    took.set_number("SECONDS", run.seconds % 60);
  }
  row.set_number("UNITS", run.counts.units);
  row.set_number("MAILS", run.counts.mails);
  row.set_number("ITEMS", run.counts.items);
  row.set_number("LISTS", run.counts.lists);
  row.show(view::section_name(run.outcome));
  row.set("ERROR", run.error);
}

}  // namespace

web::Response reminders(web::Context& ctx) {
  const view::Page page = ctx.page("admin/reminders.tpl", {{"admin/start.tpl", "/admin"}});
  const view::Dict content = page.content();
  const std::vector<store::ReminderRun> runs = store::last_runs(ctx.db, runs_shown);
  if (runs.empty()) {
    content.show("EMPTY");
    return ctx.render(page);
  }
  const long long hours = store::hours_since_complete_run(ctx.db);
  if (hours < 0 || hours >= late_hours) {
    const view::Dict late = content.add("LATE");
    late.show(hours < 0 ? "NEVER" : "SINCE");
    late.set_number("HOURS", hours);
  }
  const view::Dict table = content.add("TABLE");
  for (const store::ReminderRun& run : runs) fill_run(table, run);
  return ctx.render(page);
}

}  // namespace admin
