// 预约单: what a unit sent, line by line with the answers so far, and the form for those that wait.
#include "base/number.h"
#include "base/utf8.h"
#include "desk/appointments/show.h"
#include "desk/pages.h"
#include "domain/values/terms.h"
#include "parts/instrument_facts.h"
#include "store/appointments/desk_queue.h"
#include "store/organisations/institutions.h"
#include "view/form.h"
#include "view/pager.h"
#include "web/errors.h"

#include <algorithm>

namespace desk {
namespace {

using domain::LineState;
using store::AppointmentLine;

std::string fitting(const std::string& text, std::size_t most) { return std::string(base::utf8::first(text, most)); }

// Where to, whom to ask: as for the lines of this appointment answered last; else on site the unit's own address; else as the
// institution planned last; else its own address, contact and instructions.
domain::AnswerForm first_plan(web::Context& ctx, const store::Appointment& a, const std::vector<AppointmentLine>& lines) {
  const AppointmentLine* last = nullptr;
  for (const AppointmentLine& line : lines)
    if (line.planned_on && (last == nullptr || line.answered_at >= last->answered_at)) last = &line;
  domain::AnswerForm form;
  if (last != nullptr) {
    form.planned_on = *last->planned_on < ctx.today() ? "" : last->planned_on->iso();
    form.planned_place = last->planned_place;
    form.planned_contact = last->planned_contact;
    form.planned_bring = last->planned_bring;
    return form;
  }
  if (a.expected_on && *a.expected_on >= ctx.today()) form.planned_on = a.expected_on->iso();
  const long long institution = ctx.session->institution_id;
  const auto earlier = store::last_plan(ctx.db, institution);
  if (earlier) {
    form = {form.planned_on, earlier->place, earlier->contact, earlier->bring, "", ""};
  } else if (const auto own = store::find_institution(ctx.db, institution)) {
    const auto& v = own->values;
    form.planned_place = fitting(v.address, domain::longest_planned_place);
    form.planned_contact =
        fitting(v.contact + (v.contact.empty() || v.phone.empty() ? "" : " ") + v.phone, domain::longest_planned_contact);
    form.planned_bring = fitting(v.instructions, domain::longest_planned_bring);
  }
  if (a.delivery == "on_site")
    form.planned_place = fitting(a.address.empty() ? a.unit_name : a.address, domain::longest_planned_place);
  return form;
}

void fill_head(const view::Dict& content, const store::Appointment& a, const std::vector<AppointmentLine>& lines) {
  content.set_number("ID", a.id);
  content.set("NUMBER", a.number);
  content.set("UNIT", a.unit_name);
  content.set("UNIT_CODE", a.unit_code);
  content.set("UNIT_DIVISION", a.unit_division);
  content.set("CONTACT", a.contact);
  content.set("PHONE", a.phone);
  content.set("ADDRESS", a.address);
  content.set("DELIVERY", domain::word(domain::deliveries(), a.delivery));
  content.set("EXPECTED_ON", domain::iso_or_empty(a.expected_on));
  content.set("SUBMITTED_AT", a.submitted_at);
  content.set("ANSWERED_AT", a.answered_at);
  content.set("REMARK", a.remark);
  content.set("STATE", domain::word(domain::appointment_states(), a.state));
  content.set_number("LINES", a.lines);
  content.set_number("WAITING_COUNT", a.waiting);
  content.set_number("ANSWERED_COUNT", a.lines - a.waiting);
  content.show_if(a.waiting > 0, "WAITS");
  std::vector<LineState> states;
  long long quantity = 0;
  for (const AppointmentLine& line : lines) {
    states.push_back(line.state);
    quantity += line.quantity;
  }
  content.set_number("QUANTITY", quantity);
  const std::string_view acceptance = domain::acceptance_of(states);
  content.show_if(acceptance == "all", "ALL_TAKEN");
  content.show_if(acceptance == "part", "PART_TAKEN");
  content.show_if(acceptance == "none", "NONE_TAKEN");
}

void fill_refusal(const view::Dict& row, const AppointmentLine& line) {
  const view::Dict refused = row.add("REFUSED");
  refused.set("REASON", domain::word(domain::refusal_reasons(), line.reason_code));
  if (!line.reason.empty()) refused.add("WORDS").set("TEXT", line.reason);
}

// What became of a line.
void fill_state(const view::Dict& row, const AppointmentLine& line, domain::Date today) {
  row.set("STATE", domain::word(domain::line_words(), domain::code_of(line.state)));
  const bool open = line.state == LineState::accepted || line.state == LineState::verifying;
  const bool good = line.state == LineState::passed;
  const bool bad = line.state == LineState::failed;
  row.show(line.state == LineState::waiting ? "YELLOW" : open ? "BLUE" : good ? "GREEN" : bad ? "RED" : "GREY");
  if (line.state == LineState::waiting && line.answer_by) {
    const view::Dict limit = row.add(*line.answer_by < today ? "LATE" : "IN_TIME");
    limit.set("DATE", line.answer_by->iso());
  }
  if (open) {
    const view::Dict planned = row.add("PLANNED");
    planned.set("DATE", domain::iso_or_empty(line.planned_on));
    planned.set("PLACE", line.planned_place);
    planned.set("CONTACT", line.planned_contact);
  }
  if (line.state == LineState::refused) fill_refusal(row, line);
  const bool ended =
      line.state == LineState::cancelled || line.state == LineState::returned || line.state == LineState::withdrawn;
  if (ended) {
    const view::Dict end = row.add("ENDED");
    end.set("AT", line.ended_at);
    end.show(line.ended_by == "unit" ? "BY_UNIT" : "BY_US");
    if (!line.reason.empty()) end.add("WORDS").set("TEXT", line.reason);
  }
  if (!line.answered_by.empty()) {
    const view::Dict by = row.add("ANSWERED");
    by.set("BY", line.answered_by);
    by.set("AT", line.answered_at);
  }
}

void fill_lines(web::Context& ctx, const view::Dict& content, const std::vector<AppointmentLine>& lines,
                const AnswerPage& shown) {
  const bool edits = ctx.may_edit();
  for (const AppointmentLine& line : lines) {
    const view::Dict row = content.add("ROW");
    row.set_number("NO", line.line_no);
    row.set_number("LINE", line.id);
    fill_instrument(row, line);
    fill_state(row, line, ctx.today());
    row.show_if(shown.lost.count(line.id) > 0, "LOST");
    if (const auto found = shown.not_authorised.find(line.id); found != shown.not_authorised.end()) {
      if (found->second.ended)
        row.add("AUTHORISED_UNTIL").set("DATE", found->second.ended->iso());
      else
        row.show("NOT_AUTHORISED");
    }
    if (!edits) continue;
    const view::Dict pick = row.add("PICK");
    if (line.state == LineState::waiting) {
      const view::Dict box = pick.add("BOX");
      box.set("VALUE", line_value(line));
      box.show_if(shown.ticked.count(line.id) > 0, "TICKED");
    }
    row.show_if(line.state == LineState::accepted, "CANCEL");
    row.show_if(line.state == LineState::waiting, "ALONE");
  }
}

void fill_lost(const view::Dict& content, const std::vector<AppointmentLine>& lines, const AnswerPage& shown) {
  if (shown.lost.empty()) return;
  const view::Dict meanwhile = content.add("MEANWHILE");
  for (const AppointmentLine& line : lines) {
    if (shown.lost.count(line.id) == 0) continue;
    const view::Dict entry = meanwhile.add("LINE");
    entry.set_number("NO", line.line_no);
    entry.set("NAME", line.name);
    entry.set("SERIAL_NUMBER", line.serial_number);
    entry.set("STATE", domain::word(domain::line_words(), domain::code_of(line.state)));
    if (!line.answered_by.empty()) entry.add("BY").set("NAME", line.answered_by);
  }
}

void fill_day(const view::Dict& content, const AnswerPage& shown) {
  if (!shown.day) return;
  const store::DayLoad& load = *shown.day;
  const view::Dict day = content.add("DAY");
  day.set("DATE", load.day.iso());
  day.set_number("PLANNED", load.planned);
  if (shown.adding > 0) day.add("ADDING").set_number("COUNT", shown.adding);
  if (!load.note.empty()) day.add("NOTE").set("TEXT", load.note);
  if (!load.capacity) return day.show("NO_LIMIT");
  if (load.closed()) return day.show("CLOSED");
  const view::Dict limit = day.add("LIMIT");
  limit.set_number("CAPACITY", *load.capacity);
  if (load.planned + shown.adding > *load.capacity)
    day.add("OVER").set_number("COUNT", load.planned + shown.adding - *load.capacity);
}

void fill_answer(web::Context& ctx, const view::Page& page, const store::Appointment& a,
                 const std::vector<AppointmentLine>& lines, const AnswerPage& shown, std::vector<domain::Error> errors) {
  const view::Dict content = page.content();
  content.show("ANSWER");
  view::Form form(page, std::move(errors), ctx.token(appointment_path(a) + "/answer"));
  form.radio("answer_scope", shown.scope, view::options(domain::answer_scopes()), view::required());
  form.text("planned_on", shown.form.planned_on, view::required().max(20));
  form.text("planned_place", shown.form.planned_place, view::required().wide());
  form.text("planned_contact", shown.form.planned_contact, view::required().max(100).wide());
  form.textarea("planned_bring", shown.form.planned_bring, view::optional().max(500));
  form.checkbox("beyond_capacity", shown.beyond_capacity);
  form.select("refusal_code", shown.form.refusal_code, view::options(domain::refusal_reasons()), view::required());
  form.textarea("refusal_text", shown.form.refusal_text, view::optional().max(500));
  for (const AppointmentLine& line : lines)
    if (line.state == LineState::waiting) content.add("SHOWN").set("VALUE", line_value(line));
}

}  // namespace

store::Party party_of(const web::Context& ctx) { return {domain::Side::institution, ctx.session->institution_id}; }

store::Desk desk_of(const web::Context& ctx) { return {ctx.session->institution_id, ctx.session->user_name}; }

store::Appointment appointment_of(web::Context& ctx) {
  const auto found = store::find_appointment(ctx.db, party_of(ctx), ctx.id());
  if (!found) throw web::NotFound();
  return *found;
}

std::string appointment_path(const store::Appointment& appointment) {
  return "/desk/appointments/" + std::to_string(appointment.id);
}

std::string line_value(const AppointmentLine& line) { return std::to_string(line.id) + "." + std::to_string(line.version); }

std::vector<store::ShownLine> shown_lines(const web::Params& form, std::string_view name) {
  std::vector<store::ShownLine> lines;
  for (const auto& [field, value] : form.all()) {
    if (field != name) continue;
    const auto dot = value.find('.');
    const std::string id = value.substr(0, dot), version = dot == std::string::npos ? "" : value.substr(dot + 1);
    const auto line_id = base::row_id(id);
    if (!line_id) throw web::BadRequest("line");
    const int shown = base::number_or(version, 0);
    if (shown <= 0 || lines.size() > 2 * domain::most_lines) throw web::BadRequest("line");
    lines.push_back({*line_id, shown});
  }
  return lines;
}

void fill_instrument(const view::Dict& row, const AppointmentLine& line) {
  row.set("NAME", line.name);
  row.set("KIND", line.kind_name);
  row.set("MODEL", line.model);
  row.set("RANGE", line.measuring_range);
  row.set("ACCURACY", line.accuracy);
  row.set("SERIAL_NUMBER", line.serial_number);
  parts::add_beside_number(row, line);
  row.set("MANUFACTURER", line.manufacturer);
  row.set_number("COUNT", line.quantity);
  row.set("PLACE", line.place);
  row.set("DIVISION", line.division_path);
  row.set("USE", domain::word(domain::uses(), line.use));
  row.set("VALID_UNTIL", domain::iso_or_empty(line.valid_until));
  row.show_if(line.last_result == "fail", "FAILED_BEFORE");
}

AnswerPage fresh_answer(web::Context& ctx, const store::Appointment& a, const std::vector<AppointmentLine>& lines) {
  AnswerPage shown;
  if (a.waiting > 0 && ctx.may_edit()) shown.form = first_plan(ctx, a, lines);
  return shown;
}

web::Response render_appointment(web::Context& ctx, const store::Appointment& a, const std::vector<AppointmentLine>& lines,
                                 const AnswerPage& shown, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("desk/appointment.tpl", {{"desk/queue.tpl", "/desk/appointments"}});
  const view::Dict content = page.content();
  fill_head(content, a, lines);
  fill_lines(ctx, content, lines, shown);
  fill_lost(content, lines, shown);
  fill_day(content, shown);
  content.show_if(ctx.may_edit(), "PICKING");
  if (a.waiting > 0 && ctx.may_edit())
    fill_answer(ctx, page, a, lines, shown, std::move(errors));
  else if (!errors.empty())  // answered by others while it was typed: nothing is left to show the form for
    content.show("NOTHING_LEFT");
  return ctx.render(page, status);
}

web::Response show_appointment(web::Context& ctx) {
  const store::Appointment a = appointment_of(ctx);
  const auto lines = store::lines_of(ctx.db, party_of(ctx), a);
  AnswerPage shown = fresh_answer(ctx, a, lines);
  const std::string& asked = ctx.req.query.get("line");  // 单独答复: this one is ticked
  for (const AppointmentLine& line : lines)
    if (asked == std::to_string(line.id)) shown.ticked.insert(line.id);
  return render_appointment(ctx, a, lines, shown, {}, 200);
}

}  // namespace desk
