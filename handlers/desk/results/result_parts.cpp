// See result_form.h: addresses, chosen lines, what was verified.
#include "base/number.h"
#include "desk/results/result_form.h"
#include "domain/appointments/appointment.h"
#include "domain/values/terms.h"
#include "store/appointments/appointments.h"
#include "view/pager.h"

#include <algorithm>

namespace desk {
namespace {

view::Dict subject_of(const view::Page& page, const domain::ResultSubject& subject) {
  const view::Dict dict = page.content().include("SUBJECT", "desk/result_subject.tpl");
  dict.set_number("QUANTITY", subject.quantity);
  dict.set("MODE", domain::word(domain::modes(), subject.mode));
  if (subject.cycle_months) dict.add("CYCLE").set_number("MONTHS", *subject.cycle_months);
  if (subject.mode == "first_rotate" && subject.service_life_months)
    dict.add("LIFE").set_number("MONTHS", *subject.service_life_months);
  return dict;
}

}  // namespace

std::string line_path(const store::LineId& id) {
  return "/desk/results/lines/" + std::to_string(id.unit_id) + "/" + std::to_string(id.line_id);
}

std::string result_path(long long unit_id, long long id, const char* below) {
  return "/desk/results/" + std::to_string(unit_id) + "/" + std::to_string(id) + below;
}

void fill_line(const view::Dict& row, const store::VerifiedLine& line) {
  row.set("CODE", line_code(line));
  row.set_number("UNIT", line.unit_id);
  row.set_number("LINE", line.id);
  row.set_number("APPOINTMENT", line.appointment_id);
  row.set("NUMBER", line.number);
  row.set_number("LINE_NO", line.line_no);
  row.set("UNIT", line.unit_name);
  row.set("NAME", line.name);
  row.set("KIND", line.kind_name);
  row.set("MODEL", line.model);
  row.set("SERIAL_NUMBER", line.serial_number);
  row.set_number("QUANTITY", line.subject.quantity);
  row.set("PLANNED_ON", domain::iso_or_empty(line.planned_on));
  row.set("RECEIVED_AT", line.received_at);
  row.set("DELIVERY", domain::word(domain::deliveries(), line.delivery));
  row.show(line.state == "accepted" ? "ACCEPTED" : "VERIFYING");
  row.show_if(line.state == "verifying" && line.delivery == "send_in", "RECEIVED");
  row.show_if(line.state == "verifying" && line.delivery != "send_in", "BEGUN");
}

void add_subject(web::Context& ctx, const view::Page& page, const store::VerifiedLine& line) {
  const view::Dict dict = subject_of(page, line.subject);
  const view::Dict appointment = dict.add("APPOINTMENT");
  appointment.set("NUMBER", line.number);
  appointment.show("OF_LINE");
  appointment.set_number("LINE_NO", line.line_no);
  appointment.set("HREF", ctx.services.config.base_path + "/desk/appointments/" + std::to_string(line.appointment_id));
  appointment.set("PLANNED_ON", domain::iso_or_empty(line.planned_on));
  dict.set("UNIT", line.unit_name);
  dict.set("NAME", line.name);
  dict.set("KIND", line.kind_name);
  dict.set("MODEL", line.model);
  dict.set("MEASURING_RANGE", line.measuring_range);
  dict.set("ACCURACY", line.accuracy);
  dict.set("SERIAL_NUMBER", line.serial_number);
  dict.set("MANUFACTURER", line.manufacturer);
  dict.show("DETAILED");
}

void add_subject(web::Context&, const view::Page& page, const store::WalkIn& found) {
  const view::Dict dict = subject_of(page, found.subject);
  dict.set("UNIT", found.unit_name);
  dict.set("NAME", found.name);
  dict.set("KIND", found.kind_name);
  dict.set("MODEL", found.model);
  dict.set("MEASURING_RANGE", found.measuring_range);
  dict.set("ACCURACY", found.accuracy);
  dict.set("SERIAL_NUMBER", found.serial_number);
  dict.set("MANUFACTURER", found.manufacturer);
  dict.show("DETAILED");
}

void add_subject(web::Context& ctx, const view::Page& page, const store::Result& result) {
  const view::Dict dict = subject_of(page, result.subject);
  if (result.appointment_id != 0) {
    const view::Dict appointment = dict.add("APPOINTMENT");
    appointment.set("NUMBER", result.appointment_number);
    appointment.set("HREF", ctx.services.config.base_path + "/desk/appointments/" + std::to_string(result.appointment_id));
  } else {
    dict.show("NO_APPOINTMENT");
  }
  dict.set("UNIT", result.unit_name);
  dict.set("NAME", result.name);
  dict.set("KIND", result.kind_name);
  dict.set("MODEL", result.model);
  dict.set("SERIAL_NUMBER", result.serial_number);
}

std::string line_code(const store::VerifiedLine& line) { return std::to_string(line.unit_id) + "-" + std::to_string(line.id); }

std::optional<store::LineId> parse_line_code(const std::string& code) {
  const auto dash = code.find('-');
  if (dash == std::string::npos) return {};
  const auto unit = base::row_id(code.substr(0, dash)), line = base::row_id(code.substr(dash + 1));
  if (!unit || !line) return {};
  return store::LineId{*unit, *line};
}

std::vector<store::LineId> chosen_lines(web::Context& ctx, const web::Params& params) {
  std::vector<store::LineId> ids;
  for (const auto& [name, value] : params.all())
    if (const auto id = parse_line_code(value); name == "line" && id && ids.size() < domain::most_lines) ids.push_back(*id);
  const auto appointment = base::row_id(params.get("appointment"));
  if (!appointment || !ids.empty()) return ids;
  const store::Party party{domain::Side::institution, ctx.session->institution_id};
  const auto header = store::find_appointment(ctx.db, party, *appointment);
  if (!header) return ids;
  for (const store::AppointmentLine& line : store::lines_of(ctx.db, party, *header))
    if (line.state == domain::LineState::accepted || line.state == domain::LineState::verifying)
      ids.push_back({line.unit_id, line.id});
  return ids;
}

std::string lines_query(const std::vector<store::LineId>& ids) {
  web::Params params;
  for (const store::LineId& id : ids) params.add("line", std::to_string(id.unit_id) + "-" + std::to_string(id.line_id));
  return web::query_text(params);
}

std::vector<store::VerifiedLine> own_lines(web::Context& ctx, const std::vector<store::LineId>& ids) {
  return store::verified_lines(ctx.db, ctx.session->institution_id, ids);
}

}  // namespace desk
