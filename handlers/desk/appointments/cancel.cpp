// 取消 of accepted lines, with a reason that the unit reads. Asks first, on a page that says what will happen.
#include "base/number.h"
#include "desk/appointments/show.h"
#include "desk/pages.h"
#include "domain/values/terms.h"
#include "view/form.h"

namespace desk {
namespace {

using domain::LineState;
using store::AppointmentLine;

struct Typed {
  std::string scope = "chosen", reason{};
  std::set<long long> ticked{};
};

web::Response render_cancellation(web::Context& ctx, const store::Appointment& a, const Typed& typed,
                                  std::vector<domain::Error> errors, int status) {
  const view::Page page =
      ctx.page("desk/cancel.tpl", {{"desk/queue.tpl", "/desk/appointments"}, {"desk/appointment.tpl", appointment_path(a)}});
  const view::Dict content = page.content();
  content.set_number("ID", a.id);
  content.set("NUMBER", a.number);
  content.set("UNIT", a.unit_name);
  bool any = false;
  for (const AppointmentLine& line : store::lines_of(ctx.db, party_of(ctx), a)) {
    if (line.state != LineState::accepted) continue;
    any = true;
    const view::Dict row = content.add("ROW");
    row.set_number("NO", line.line_no);
    row.set("VALUE", line_value(line));
    row.show_if(typed.ticked.count(line.id) > 0, "TICKED");
    row.set("PLANNED_ON", domain::iso_or_empty(line.planned_on));
    fill_instrument(row, line);
  }
  if (!any) {
    content.show("NOTHING");
    return ctx.render(page, status);
  }
  content.show("ASK");
  view::Form form(page, std::move(errors), ctx.token(appointment_path(a) + "/cancel"));
  form.radio("cancel_scope", typed.scope, view::options(domain::cancel_scopes()), view::required().no_hint());
  form.textarea("cancel_reason", typed.reason, view::required().max(static_cast<int>(domain::longest_answer_reason)));
  return ctx.render(page, status);
}

// After somebody was faster "all" would mean others than were seen: what was meant is ticked instead.
Typed as_meant(Typed typed, const std::vector<store::ShownLine>& lines) {
  for (const store::ShownLine& line : lines) typed.ticked.insert(line.id);
  typed.scope = "chosen";
  return typed;
}

}  // namespace

web::Response show_cancel(web::Context& ctx) {
  const store::Appointment a = appointment_of(ctx);
  Typed typed;
  for (const auto& [name, value] : ctx.req.query.all())
    if (const auto id = base::row_id(value); id && name == "line") typed.ticked.insert(*id);
  return render_cancellation(ctx, a, typed, {}, 200);
}

web::Response cancel(web::Context& ctx) {
  const store::Appointment a = appointment_of(ctx);
  const web::Params& f = ctx.req.form;
  Typed typed{f.need("cancel_scope"), f.need("cancel_reason")};
  const auto lines = shown_lines(f, typed.scope == "all" ? "shown" : "line");
  for (const store::ShownLine& line : shown_lines(f, "line")) typed.ticked.insert(line.id);
  auto checked = domain::check_cancellation(typed.reason);
  const bool known = domain::contains(domain::cancel_scopes(), typed.scope);
  if (!known || lines.empty())
    checked.errors.insert(checked.errors.begin(), {"cancel_scope", known ? "LINES_REQUIRED" : "NOT_A_CHOICE"});
  if (!checked.ok()) return render_cancellation(ctx, a, typed, checked.errors, 422);
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) {
      store::cancel_lines(tx, desk_of(ctx), a, lines, checked.value);
      return appointment_path(a);
    });
    if (location) return ctx.redirect(*location, "LINES_CANCELLED");
    return render_cancellation(ctx, a, typed, {{"cancel_reason", ctx.not_taken()}}, 409);
  } catch (const store::LinesChanged&) {
    return render_cancellation(ctx, a, as_meant(typed, lines), {{"cancel_scope", "LINES_CHANGED"}}, 409);
  }
}

}  // namespace desk
