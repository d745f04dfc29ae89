// Acts on a whole appointment or one of its lines: 提交, 撤回, 删除, 取消. All but 提交 ask first on a page of their own.
#include "appointments/pages.h"
#include "appointments/plan.h"
#include "appointments/show.h"
#include "domain/values/fields.h"
#include "web/errors.h"

namespace appointments {
namespace {

std::vector<web::Crumb> crumbs_of(const store::Appointment& a) {
  return {{"appointments/list.tpl", list_path}, {"appointments/show.tpl", appointment_path(a.id)}};
}

// The act is too late: the appointment as it is now, with a word about it.
web::Response too_late(web::Context& ctx, const char* problem = "CHANGED") {
  return render_appointment(ctx, own_appointment(ctx), {{}, {}, problem}, 409);
}

bool stale(web::Context& ctx, const store::Appointment& a) { return ctx.req.form.need("version") != std::to_string(a.version); }

const char* untaken(const web::Context& ctx) { return ctx.replaying ? "RESTORED" : "USED"; }

// A page that asks: what is common to 撤回 and 删除.
web::Response ask(web::Context& ctx, const char* file, const store::Appointment& a, const std::string& act) {
  const view::Page page = ctx.page(file, crumbs_of(a));
  const view::Dict content = page.content();
  content.set_number("ID", a.id);
  content.set("NUMBER", a.number);
  content.set_number("VERSION", a.version);
  content.set("INSTITUTION", a.institution_name);
  content.set_number("LINES", a.lines);
  content.set_number("WAITING", a.waiting);
  content.show(a.waiting == a.lines ? "WHOLE" : "PART");
  content.set("TOKEN", ctx.token(appointment_path(a.id, act)));
  return ctx.render(page);
}

store::AppointmentLine accepted_line(web::Context& ctx, const store::Appointment& a) {
  for (const store::AppointmentLine& line : own_lines(ctx, a))
    if (line.id == ctx.id(1)) return line;
  throw web::NotFound();
}

web::Response render_cancel(web::Context& ctx, const store::Appointment& a, const store::AppointmentLine& line,
                            const std::string& reason, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("appointments/cancel.tpl", crumbs_of(a));
  const view::Dict content = page.content();
  content.set_number("ID", a.id);
  content.set_number("LINE", line.id);
  content.set_number("VERSION", line.version);
  content.set("NUMBER", a.number);
  content.set("INSTITUTION", a.institution_name);
  content.set("NAME", line.name);
  content.set("SERIAL_NUMBER", line.serial_number);
  content.set("PLANNED_ON", domain::iso_or_empty(line.planned_on));
  view::Form form(page, std::move(errors), ctx.token(appointment_path(a.id, "/lines/" + std::to_string(line.id) + "/cancel")));
  form.textarea("cancel_reason", reason, view::required().max(500));
  return ctx.render(page, status);
}

}  // namespace

web::Response submit(web::Context& ctx) {
  const store::Appointment a = own_appointment(ctx);
  if (a.state != "draft" || stale(ctx, a)) return too_late(ctx);
  const auto checked = domain::check(as_typed(a), ctx.today(), true);
  if (!checked.ok()) return render_appointment(ctx, a, {checked.errors, {}, ""}, 422);
  const Plan plan = make_plan(ctx, selection_of(a, own_lines(ctx, a)), {a.institution_id, a.delivery});
  if (!plan.problems.empty() || plan.rows.empty()) return render_appointment(ctx, a, {{}, plan.problems, ""}, 422);
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) {
      store::submit(tx, a.unit_id, {{a.id, a.version}}, answer_day(ctx));
      return appointment_path(a.id);
    });
    return location ? ctx.redirect(*location, "BOOKING_SUBMITTED") : too_late(ctx, untaken(ctx));
  } catch (const store::BookingRefused& e) {
    if (e.conflicts.empty()) return too_late(ctx);
    return render_appointment(ctx, own_appointment(ctx), {{}, e.conflicts, ""}, 409);
  }
}

web::Response ask_withdraw(web::Context& ctx) {
  const store::Appointment a = own_appointment(ctx);
  return a.waiting == 0 ? too_late(ctx, "NOT_WAITING") : ask(ctx, "appointments/withdraw.tpl", a, "/withdraw");
}

web::Response withdraw(web::Context& ctx) {
  const store::Appointment a = own_appointment(ctx);
  if (a.waiting == 0 || stale(ctx, a)) return too_late(ctx);
  try {
    std::string became;
    const auto location = ctx.change_once([&](store::Tx& tx) {
      became = store::withdraw(tx, a, a.version);
      return appointment_path(a.id);
    });
    if (!location) return too_late(ctx, untaken(ctx));
    return ctx.redirect(*location, became == "draft" ? "BOOKING_TAKEN_BACK" : "BOOKING_WITHDRAWN");
  } catch (const store::BookingRefused&) {
    return too_late(ctx);
  }
}

web::Response ask_remove(web::Context& ctx) {
  const store::Appointment a = own_appointment(ctx);
  return a.state != "draft" ? too_late(ctx, "NOT_DRAFT") : ask(ctx, "appointments/remove.tpl", a, "/remove");
}

web::Response remove(web::Context& ctx) {
  const store::Appointment a = own_appointment(ctx);
  if (a.state != "draft" || stale(ctx, a)) return too_late(ctx);
  const auto lines = own_lines(ctx, a);
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) {
      store::remove_draft(tx, a, lines);
      return std::string(list_path);
    });
    return location ? ctx.redirect(*location, "BOOKING_REMOVED") : too_late(ctx, untaken(ctx));
  } catch (const store::BookingRefused&) {
    return too_late(ctx);
  }
}

web::Response ask_cancel(web::Context& ctx) {
  const store::Appointment a = own_appointment(ctx);
  const store::AppointmentLine line = accepted_line(ctx, a);
  if (line.state != domain::LineState::accepted) return too_late(ctx, "NOT_ACCEPTED");
  return render_cancel(ctx, a, line, "", {}, 200);
}

web::Response cancel(web::Context& ctx) {
  const store::Appointment a = own_appointment(ctx);
  const store::AppointmentLine line = accepted_line(ctx, a);
  const std::string& typed = ctx.req.form.need("cancel_reason");
  if (line.state != domain::LineState::accepted) return too_late(ctx, "NOT_ACCEPTED");
  std::vector<domain::Error> errors;
  const std::string reason = domain::FieldCheck(errors).text({"cancel_reason", 500, true, true}, typed);
  if (!errors.empty()) return render_cancel(ctx, a, line, typed, errors, 422);
  const auto conflict = [&](const char* why) { return render_cancel(ctx, a, line, typed, {{"cancel_reason", why}}, 409); };
  if (ctx.req.form.need("version") != std::to_string(line.version)) return conflict("CHANGED_MEANWHILE");
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) {
      store::cancel_line(tx, a, line, line.version, reason);
      return appointment_path(a.id);
    });
    return location ? ctx.redirect(*location, "BOOKING_CANCELLED") : conflict(ctx.not_taken());
  } catch (const store::BookingRefused&) {
    return too_late(ctx);
  }
}

}  // namespace appointments
