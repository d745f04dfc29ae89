// 新增: from the ledger, from what is due, from an earlier appointment, or picked here. One appointment for each institution and
// way of 送检; 提交 of all of them or of none.
#include "appointments/pages.h"
#include "appointments/plan.h"
#include "base/number.h"
#include "domain/appointments/appointment.h"
#include "parts/ledger_filter.h"
#include "store/appointments/bookable.h"
#include "view/pager.h"
#include "web/errors.h"

#include <algorithm>

namespace appointments {
namespace {

constexpr const char* path = "/appointments/new";

web::Response render_new(web::Context& ctx, const Selection& selection, const Plan& plan, std::vector<domain::Error> errors,
                         int status, const Conflicts& conflicts = {}) {
  const view::Page page = ctx.page("appointments/new.tpl", {{"appointments/list.tpl", list_path}});
  const view::Dict content = page.content();
  content.show(plan.rows.empty() ? "NOTHING_CHOSEN" : "SOME_CHOSEN");
  fill_plan(content, plan, notes_on(ctx, plan, selection, conflicts), ctx.today(), selection.left_out, true);
  fill_picker(content, selection.pick, find_offered(ctx, selection), ctx.today());
  fill_header(page, selection.header, std::move(errors), ctx.token(path));
  return ctx.render(page, status);
}

// 复制 of what was refused, withdrawn, cancelled or returned.
void copy_lines(web::Context& ctx, long long appointment_id, Selection& selection) {
  const auto appointment = store::find_appointment(ctx.db, own_side(ctx), appointment_id);
  if (!appointment) throw web::NotFound();
  std::vector<long long> ids;
  for (const store::AppointmentLine& line : store::lines_of(ctx.db, own_side(ctx), *appointment))
    for (const domain::LineState state :
         {domain::LineState::refused, domain::LineState::withdrawn, domain::LineState::cancelled, domain::LineState::returned})
      if (line.state == state) ids.push_back(line.instrument_id);
  selection.header = as_typed(*appointment);
  selection.header.expected_on.clear();
  add_ids(selection, ids, static_cast<long long>(ids.size()));
}

// What the address asks for: ?id=…, a filter of the ledger (?scope=all&…), ?due=1, ?copy=….
Selection asked_for(web::Context& ctx) {
  const web::Params& q = ctx.req.query;
  Selection s;
  s.header = store::usual_header(ctx.db, ctx.session->unit_id);
  s.pick = q.get("pick");
  long long matched = 0;
  if (const int copied = base::number_or(q.get("copy"), 0); copied > 0) {
    copy_lines(ctx, copied, s);
  } else if (q.has("due")) {
    const auto ids = store::bookable_due(ctx.db, ctx.session->unit_id, ctx.today(), domain::most_lines, matched);
    add_ids(s, ids, matched);
  } else if (!q.all().empty()) {
    const store::LedgerFilter filter = parts::read_filter(ctx.db, q);
    if (q.get("scope") == "all") {
      const auto ids = store::bookable_matching(ctx.db, ctx.session->unit_id, filter, ctx.today(), domain::most_lines, matched);
      add_ids(s, ids, matched);
    } else {
      add_ids(s, filter.ids, static_cast<long long>(filter.ids.size()));
    }
  }
  return s;
}

std::vector<long long> all_ids(const Plan& plan) {
  std::vector<long long> ids;
  for (const Plan::Group& group : plan.groups)
    for (const domain::LedgerRow* row : group.rows) ids.push_back(row->id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::string make(web::Context& ctx, store::Tx& tx, const Plan& plan, const domain::BookingValues& header, bool submitting) {
  const long long unit = ctx.session->unit_id;
  store::lock_for_booking(tx, unit, all_ids(plan));
  std::vector<store::Submission> made;
  for (const Plan::Group& group : plan.groups) {
    store::NewDraft draft{group.to.institution_id, group.to.delivery, ctx.session->division_code, header, {}};
    for (const domain::LedgerRow* row : group.rows) draft.instruments.push_back(row->id);
    made.push_back({store::create_draft(tx, unit, draft, ctx.today()), 0});
  }
  if (submitting) store::submit(tx, unit, made, answer_day(ctx));
  if (made.size() == 1) return appointment_path(made[0].appointment_id);
  return std::string(list_path) + (submitting ? "?state=submitted" : "?state=draft");
}

}  // namespace

domain::Date answer_day(const web::Context& ctx) {
  return domain::working_days_after(ctx.today(), base::number_or(ctx.settings.get("answer_days"), 5));
}

web::Response show_new(web::Context& ctx) {
  const Selection selection = asked_for(ctx);
  return render_new(ctx, selection, make_plan(ctx, selection), {}, 200);
}

web::Response create(web::Context& ctx) {
  Selection selection = read_form(ctx);
  const bool shown_again = only_changes_form(ctx, selection);
  Plan plan = make_plan(ctx, selection);
  if (regroup(ctx.req.form, plan, selection)) plan = make_plan(ctx, selection);
  if (shown_again) return render_new(ctx, selection, plan, {}, 200);
  const bool submitting = ctx.req.form.has("op_submit");
  auto checked = domain::check(selection.header, ctx.today(), submitting);
  if (!plan.problems.empty())
    checked.errors.insert(checked.errors.begin(), {"instruments", "BOOKING_CONFLICT", std::to_string(plan.problems.size())});
  else if (plan.groups.empty())
    checked.errors.insert(checked.errors.begin(), {"instruments", plan.rows.empty() ? "NOTHING_CHOSEN" : "NOBODY_TAKES_IT"});
  if (!checked.ok()) return render_new(ctx, selection, plan, checked.errors, 422);
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) { return make(ctx, tx, plan, checked.value, submitting); });
    if (!location) return render_new(ctx, selection, plan, {{"instruments", ctx.not_taken()}}, 409);
    const bool left = !plan.nowhere.empty();
    return ctx.redirect(*location, submitting ? left ? "BOOKING_SUBMITTED_SOME" : "BOOKING_SUBMITTED"
                                   : left     ? "BOOKING_SAVED_SOME"
                                              : "BOOKING_SAVED");
  } catch (const store::BookingRefused& e) {
    return render_new(ctx, selection, make_plan(ctx, selection),
                      {{"instruments", "BOOKING_CONFLICT", std::to_string(e.conflicts.size())}}, 409);
  }
}

}  // namespace appointments
