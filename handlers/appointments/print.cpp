// 预约送检单: the sheet that goes with the instruments, printed by the browser or as a PDF.
#include "appointments/pages.h"
#include "appointments/show.h"
#include "base/qr.h"
#include "base/sheet_pdf.h"
#include "domain/appointments/appointment.h"
#include "domain/values/codes.h"
#include "domain/values/terms.h"
#include "store/appointments/bookable.h"
#include "web/download.h"

namespace appointments {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

// Of a draft the unit as it is now; it was not sent anywhere yet.
Facts facts_of(web::Context& ctx, const store::Appointment& a) {
  const store::UnitCard now = store::unit_card(ctx.db, ctx.session->unit_id);
  const auto label = [](const char* field) { return std::string(domain::field_label(field)) + "："; };
  const std::string date = a.submitted_at.empty() ? ctx.today().iso() : a.submitted_at.substr(0, 10);
  return {{label("appointment_number"), a.number},
          {label("sheet_date"), date},
          {label("appointment_state"), std::string(domain::word(domain::appointment_states(), a.state))},
          {label("sheet_unit"), a.unit_name.empty() ? now.name : a.unit_name},
          {label("unit_code"), a.unit_code.empty() ? now.code : a.unit_code},
          {label("delivery"), std::string(domain::word(domain::deliveries(), a.delivery))},
          {label("unit_address"), a.address},
          {label("contact"), a.contact},
          {label("phone"), a.phone},
          {label("institution_name"), a.institution_name},
          {label("institution_phone"), a.institution_phone},
          {label("expected_on"), domain::iso_or_empty(a.expected_on)}};
}

// 受理意见: the institution's answer; empty without one, to be written by hand.
std::string opinion_of(const store::AppointmentLine& l) {
  if (l.state == domain::LineState::draft || l.state == domain::LineState::waiting) return "";
  std::string text(domain::word(domain::line_words(), domain::code_of(l.state)));
  if (l.planned_on) text += " " + l.planned_on->iso();
  if (!l.reason_code.empty()) text += " " + std::string(domain::word(domain::refusal_reasons(), l.reason_code));
  if (!l.reason.empty()) text += " " + l.reason;
  return text;
}

struct SheetColumn {
  const char* field;  // whose label stands above it
  double share;
  bool centred;
};
constexpr SheetColumn columns[] = {{"line_no", 3, true},          {"name", 9, false},         {"model", 8, false},
                                   {"measuring_range", 9, false}, {"accuracy", 6, true},      {"manufacturer", 11, false},
                                   {"serial_number", 9, false},   {"line_quantity", 4, true}, {"line_place", 11, false},
                                   {"line_use", 6, true},         {"opinion", 10, false}};

// 出厂编号 or 使用地点 and, on the next line, what the column says of this instrument.
std::string with(std::string cell, const char* column, const std::string& value) {
  if (!value.empty()) cell += "\n" + std::string(domain::field_label(column)) + " " + value;
  return cell;
}

std::vector<std::string> cells_of(const store::AppointmentLine& l) {
  return {std::to_string(l.line_no),
          l.name,
          l.model,
          l.measuring_range,
          l.accuracy,
          l.manufacturer,
          with(with(l.serial_number, "sub_number", l.sub_number), "seal_number", l.seal_number),
          std::to_string(l.quantity),
          with(l.place, "holder", l.holder),
          std::string(domain::word(domain::uses(), l.use)),
          opinion_of(l)};
}

constexpr const char* signatures[] = {"signed_sender", "signed_receiver", "signed_date"};

}  // namespace

web::Response print(web::Context& ctx) {
  const store::Appointment a = own_appointment(ctx);
  const view::Page page = ctx.page("appointments/print.tpl",
                                   {{"appointments/list.tpl", list_path}, {"appointments/show.tpl", appointment_path(a.id)}});
  page.layout().show("APPOINTMENT_SHEET");
  const view::Dict content = page.content();
  content.set_number("ID", a.id);
  content.set("NUMBER", a.number);
  content.show_if(a.state == "draft", "NOT_SUBMITTED");
  const base::Qr qr = base::qr_code(a.number);
  content.set_number("QR_SIZE", qr.size);
  content.set("QR_PATH", qr.path);
  for (const auto& [label, value] : facts_of(ctx, a)) {
    const view::Dict fact = content.add("FACT");
    fact.set("LABEL", label);
    fact.set("VALUE", value);
  }
  for (const SheetColumn& column : columns) content.add("COLUMN").set("LABEL", domain::field_label(column.field));
  for (const store::AppointmentLine& line : own_lines(ctx, a)) {
    const view::Dict row = content.add("ROW");
    for (const std::string& cell : cells_of(line)) row.add("CELL").set("VALUE", cell);
  }
  for (const char* field : signatures) content.add("SIGNATURE").set("LABEL", domain::field_label(field));
  return ctx.render(page);
}

web::Response pdf(web::Context& ctx) {
  const store::Appointment a = own_appointment(ctx);
  base::PdfSheet sheet;
  sheet.title = view::page_name("appointments/print.tpl");
  sheet.facts = facts_of(ctx, a);
  for (const SheetColumn& column : columns)
    sheet.columns.push_back({std::string(domain::field_label(column.field)), column.share, column.centred});
  for (const store::AppointmentLine& line : own_lines(ctx, a)) sheet.rows.push_back(cells_of(line));
  for (const char* field : signatures) sheet.signatures.push_back(std::string(domain::field_label(field)) + "：");
  sheet.code = a.number;
  sheet.foot = a.number + "  " + ctx.settings.get("title") + "  " + ctx.today().iso();
  const std::string name = sheet.title + "-" + a.number + ".pdf";
  return web::download(base::sheet_pdf(sheet), "application/pdf", "appointment-" + a.number + ".pdf", name);
}

}  // namespace appointments
