// See show.h.
#include "appointments/show.h"

#include "appointments/pages.h"
#include "domain/values/terms.h"
#include "parts/instrument_facts.h"

#include <algorithm>

namespace appointments {
namespace {

using domain::LineState;

bool can_be_copied(LineState state) {
  return state == LineState::refused || state == LineState::withdrawn || state == LineState::cancelled ||
         state == LineState::returned;
}

void fill_head(const view::Dict& content, const store::Appointment& a) {
  content.set_number("ID", a.id);
  content.set("NUMBER", a.number);
  content.set("STATE", domain::word(domain::appointment_states(), a.state));
  content.show("IS_" + view::section_name(a.state));
  content.set("INSTITUTION", a.institution_name);
  content.set("INSTITUTION_ADDRESS", a.institution_address);
  content.set("INSTITUTION_PHONE", a.institution_phone);
  content.set("DELIVERY", domain::word(domain::deliveries(), a.delivery));
  content.set("CONTACT", a.contact);
  content.set("PHONE", a.phone);
  content.set("ADDRESS", a.address);
  content.set("EXPECTED_ON", domain::iso_or_empty(a.expected_on));
  content.set("REMARK", a.remark);
  content.set("CREATED_AT", a.created_at);
  content.set("CREATED_BY", a.created_by);
  content.set_number("LINES", a.lines);
  content.set_number("ANSWERED", a.lines - a.waiting);
  if (!a.submitted_at.empty()) content.add("SUBMITTED").set("AT", a.submitted_at);
  if (!a.answered_at.empty()) content.add("ALL_ANSWERED").set("AT", a.answered_at);
}

void fill_result(const view::Dict& entry, const store::LineResult& r, int quantity) {
  const view::Dict result = entry.add("RESULT");
  result.set("VERIFIED_ON", r.verified_on);
  if (!r.mark.empty()) result.add("MARK").set("WORD", domain::word(domain::marks(), r.mark));
  if (!r.number.empty()) result.add("CERTIFICATE").set("NUMBER", r.number);
  if (!r.notice_number.empty()) result.add("FAIL_NOTICE").set("NUMBER", r.notice_number);
  if (!r.seal_number.empty()) result.add("SEAL").set("NUMBER", r.seal_number);
  if (!r.valid_until.empty()) result.add("VALID").set("UNTIL", r.valid_until);
  result.show_if(r.version_no > 1, "CORRECTED");
  if (quantity > 1) {
    const view::Dict counts = result.add("COUNTS");
    counts.set_number("PASSED", r.passed);
    counts.set_number("FAILED", r.failed);
  }
}

void fill_plan_of(const view::Dict& entry, const store::AppointmentLine& l) {
  const view::Dict plan = entry.add("PLANNED");
  plan.set("ON", l.planned_on->iso());
  for (const auto& [section, text] :
       {std::pair("AT_PLACE", l.planned_place), {"WITH_CONTACT", l.planned_contact}, {"BRING", l.planned_bring}})
    if (!text.empty()) plan.add(section).set("TEXT", text);
}

void fill_line(const web::Context& ctx, const view::Dict& entry, const store::AppointmentLine& l, const std::string& delivery) {
  entry.set_number("NO", l.line_no);
  entry.set_number("INSTRUMENT", l.instrument_id);
  entry.set("NAME", l.name);
  entry.set("MODEL", l.model);
  entry.set("MEASURING_RANGE", l.measuring_range);
  entry.set("ACCURACY", l.accuracy);
  entry.set("SERIAL_NUMBER", l.serial_number);
  parts::add_beside_number(entry, l);
  entry.set_number("QUANTITY", l.quantity);
  entry.set("PLACE", l.place);
  entry.set("STATE", domain::word(domain::line_words(), domain::code_of(l.state)));
  const char* colour = l.state == LineState::passed || l.state == LineState::accepted                                    ? "GREEN"
                       : l.state == LineState::failed || l.state == LineState::refused || l.state == LineState::returned ? "RED"
                       : l.state == LineState::waiting || l.state == LineState::verifying                                ? "BLUE"
                                                                                                                         : "GREY";
  entry.show(colour);
  entry.show_if(l.state == LineState::verifying && delivery == "send_in", "RECEIVED");
  entry.show_if(l.state == LineState::failed, "FAILED");
  if (!l.answered_at.empty()) entry.add("ANSWERED").set("AT", l.answered_at);
  if (!l.received_at.empty()) entry.add("BEGUN").set("AT", l.received_at);
  if (!l.ended_at.empty()) entry.add("ENDED").set("AT", l.ended_at);
  if (l.state == LineState::waiting && l.answer_by) {
    const view::Dict by = entry.add("ANSWER_BY");
    by.set("DATE", l.answer_by->iso());
    by.show_if(*l.answer_by < ctx.today(), "LATE");
  }
  if (l.planned_on) fill_plan_of(entry, l);
  if (!l.reason_code.empty()) entry.add("REASON_TERM").set("WORD", domain::word(domain::refusal_reasons(), l.reason_code));
  if (!l.reason.empty()) {
    const view::Dict reason = entry.add("REASON");
    reason.set("TEXT", l.reason);
    reason.show_if(l.state == LineState::cancelled, l.ended_by == "unit" ? "BY_UNIT" : "BY_INSTITUTION");
  }
  if (l.result.id != 0) fill_result(entry, l.result, l.quantity);
  if (l.state == LineState::accepted && ctx.may_edit()) {
    const view::Dict act = entry.add("CAN_CANCEL");
    act.set_number("APPOINTMENT", l.appointment_id);
    act.set_number("LINE", l.id);
    act.set("NAME", l.name);
    act.set("SERIAL_NUMBER", l.serial_number);
  }
}

void fill_acts(web::Context& ctx, const view::Dict& content, const store::Appointment& a,
               const std::vector<store::AppointmentLine>& lines) {
  if (!ctx.may_edit()) return;
  if (a.state == "draft") {
    const view::Dict acts = content.add("DRAFT_ACTS");
    acts.set_number("ID", a.id);
    acts.set_number("VERSION", a.version);
    acts.set("TOKEN", ctx.token(appointment_path(a.id, "/submit")));
    acts.show_if(!lines.empty(), "CAN_SUBMIT");
  }
  if (a.waiting > 0) {
    const view::Dict act = content.add("CAN_WITHDRAW");
    act.set_number("ID", a.id);
    act.show(a.waiting == a.lines ? "WHOLE" : "PART");
  }
  const auto ended = std::count_if(lines.begin(), lines.end(), [](const auto& line) { return can_be_copied(line.state); });
  if (ended == 0) return;
  const view::Dict act = content.add("CAN_COPY");
  act.set_number("ID", a.id);
  act.set_number("COUNT", ended);
}

}  // namespace

std::vector<store::AppointmentLine> own_lines(web::Context& ctx, const store::Appointment& appointment) {
  return store::lines_of(ctx.db, own_side(ctx), appointment);
}

Selection selection_of(const store::Appointment& appointment, const std::vector<store::AppointmentLine>& lines) {
  Selection s;
  s.header = as_typed(appointment);
  for (const store::AppointmentLine& line : lines) s.ids.push_back(line.instrument_id);
  return s;
}

web::Response render_appointment(web::Context& ctx, const store::Appointment& a, const Refused& refused, int status) {
  const view::Page page = ctx.page("appointments/show.tpl", {{"appointments/list.tpl", list_path}});
  const view::Dict content = page.content();
  const auto lines = own_lines(ctx, a);
  fill_head(content, a);
  if (*refused.problem != '\0') content.show(refused.problem);
  if (!refused.errors.empty()) {
    const view::Dict incomplete = content.add("INCOMPLETE");
    for (const domain::Error& error : refused.errors) {
      const view::Dict missing = incomplete.add("ERROR");
      missing.set("LABEL", domain::field_label(error.field));
      view::add_message(missing, error);
    }
  }
  if (!refused.conflicts.empty()) content.add("CONFLICTS").set_number("COUNT", static_cast<long long>(refused.conflicts.size()));
  const auto acceptance = [&] {
    std::vector<LineState> states;
    for (const auto& line : lines) states.push_back(line.state);
    return domain::acceptance_of(states);
  }();
  if (!acceptance.empty()) content.show("ACCEPTED_" + view::section_name(acceptance));
  if (lines.empty()) content.show("NO_LINES");
  const view::Dict table = lines.empty() ? content : content.add("TABLE");
  for (const store::AppointmentLine& line : lines) {
    const view::Dict entry = table.add("LINE");
    fill_line(ctx, entry, line, a.delivery);
    for (const auto& conflict : refused.conflicts)
      if (conflict.instrument_id == line.instrument_id) add_conflict(entry.add("REFUSED"), conflict);
  }
  fill_acts(ctx, content, a, lines);
  return ctx.render(page, status);
}

web::Response show(web::Context& ctx) { return render_appointment(ctx, own_appointment(ctx), {}, 200); }

}  // namespace appointments
