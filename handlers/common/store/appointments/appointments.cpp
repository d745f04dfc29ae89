// See appointments.h.
#include "store/appointments/appointments.h"

#include "store/core/sql_text.h"
#include "store/ledger/instrument_row.h"

#include <soci/soci.h>

namespace store {
namespace {

using domain::Date;

// Drafts show the instrument as it is; only the unit's side reads them, and only it may read instruments.
std::string select_lines(bool drafts) {
  const std::string of = drafts ? "s" : "l";
  return "select l.unit_id, l.id, l.appointment_id, l.instrument_id, l.line_no, l.version, l.state, " + line_values(of) +
         ", coalesce(" + of +
         ".last_result, ''), coalesce(k.item_name, ''), "
         "coalesce(k.shown_name, ''), coalesce(d.path, "
         "''), " +
         shown_time("l.submitted_at") + ", " + shown_time("l.answered_at") + ", l.answered_by, " + shown_time("l.received_at") +
         ", " + shown_time("l.ended_at") +
         ", l.ended_by, coalesce(l.answer_by::text, ''), coalesce(l.planned_on::text, ''), l.planned_place, l.planned_contact, "
         "l.planned_bring, l.reason_code, l.reason, coalesce(r.id, 0), coalesce(r.version_no, 0), coalesce(r.passed, 0), "
         "coalesce(r.failed, 0), coalesce(r.mark, ''), coalesce(r.number, ''), coalesce(r.notice_number, ''), "
         "coalesce(r.seal_number, ''), "
         "coalesce(r.verified_on::text, ''), coalesce(r.valid_until::text, ''), coalesce(r.verifier, ''), "
         "coalesce(r.checker, ''), coalesce(r.remark, ''), coalesce(r.reason, ''), " +
         shown_time("r.recorded_at") +
         R"sql(, coalesce(r.recorded_by, ''), coalesce(r.file_id, 0)
             from appointment_lines l
             left join results r on r.unit_id = l.unit_id and r.line_id = l.id and r.current
         )sql" +
         std::string(drafts ? "join instruments s on s.unit_id = l.unit_id and s.id = l.instrument_id " : "") +
         "left join catalogue_kinds k on k.id = " + of + ".kind_id left join divisions d on d.code = " + of + ".division_code ";
}

AppointmentLine read_line(const soci::row& row) {
  AppointmentLine l;
  std::string state, answer_by, planned_on;
  row >> l.unit_id >> l.id >> l.appointment_id >> l.instrument_id >> l.line_no >> l.version >> state;
  read_line_values(row, l);
  row >> l.last_result >> l.item_name >> l.kind_name >> l.division_path >> l.submitted_at >> l.answered_at >> l.answered_by >>
      l.received_at >> l.ended_at >> l.ended_by >> answer_by >> planned_on >> l.planned_place >> l.planned_contact >>
      l.planned_bring >> l.reason_code >> l.reason >> l.result.id >> l.result.version_no >> l.result.passed >> l.result.failed >>
      l.result.mark >> l.result.number >> l.result.notice_number >> l.result.seal_number >> l.result.verified_on >>
      l.result.valid_until >> l.result.verifier >> l.result.checker >> l.result.remark >> l.result.reason >>
      l.result.recorded_at >> l.result.recorded_by >> l.result.file_id;
  l.state = domain::line_state_of(state).value_or(domain::LineState::draft);
  l.answer_by = Date::from_iso(answer_by);
  l.planned_on = Date::from_iso(planned_on);
  return l;
}

// A unit's own; an institution's, once submitted.
std::string fence(const Party& party, const std::string& of) {
  return party.side == domain::Side::unit ? of + ".unit_id = :party"
                                          : of + ".institution_id = :party and " + of + ".state <> 'draft'";
}

}  // namespace

const char* const appointment_columns =
    "a.unit_id, a.id, a.number, a.institution_id, i.name, i.address, i.phone, a.delivery, a.contact, a.phone, a.address, "
    "coalesce(a.expected_on::text, ''), a.remark, a.state, a.line_count, a.waiting_count, a.open_count, "
    "coalesce(to_char(a.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), ''), a.created_by, "
    "coalesce(to_char(a.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), ''), "
    "coalesce(to_char(a.answered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), ''), "
    "a.unit_name, a.unit_code, a.unit_division, a.version ";

Appointment read_appointment(const soci::row& row) {
  Appointment a;
  std::string expected_on;
  row >> a.unit_id >> a.id >> a.number >> a.institution_id >> a.institution_name >> a.institution_address >>
      a.institution_phone >> a.delivery >> a.contact >> a.phone >> a.address >> expected_on >> a.remark >> a.state >> a.lines >>
      a.waiting >> a.open >> a.created_at >> a.created_by >> a.submitted_at >> a.answered_at >> a.unit_name >> a.unit_code >>
      a.unit_division >> a.version;
  a.expected_on = Date::from_iso(expected_on);
  return a;
}

std::optional<Appointment> find_appointment(Db& db, const Party& party, long long id) {
  return db.run([&](soci::session& sql) {
    std::optional<Appointment> found;
    each_row(
        sql,
        "select " + std::string(appointment_columns) +
            "from appointments a join institutions i on i.id = a.institution_id where " + fence(party, "a") + " and a.id = :id",
        [&](const soci::row& row) { found = read_appointment(row); }, party.id, id);
    return found;
  });
}

std::vector<AppointmentLine> lines_of(Db& db, const Party& party, const Appointment& appointment) {
  return db.run([&](soci::session& sql) {
    std::vector<AppointmentLine> lines;
    each_row(
        sql,
        select_lines(party.side == domain::Side::unit && appointment.state == "draft") + "where " + fence(party, "l") +
            " and l.unit_id = :unit and l.appointment_id = :appointment order by l.line_no, l.id",
        [&](const soci::row& row) { lines.push_back(read_line(row)); }, party.id, appointment.unit_id, appointment.id);
    return lines;
  });
}

std::optional<AppointmentLine> find_line(Db& db, const Party& party, long long unit_id, long long line_id) {
  return db.run([&](soci::session& sql) {
    std::optional<AppointmentLine> found;
    each_row(
        sql, select_lines(false) + "where " + fence(party, "l") + " and l.unit_id = :unit and l.id = :id",
        [&](const soci::row& row) { found = read_line(row); }, party.id, unit_id, line_id);
    return found;
  });
}

}  // namespace store
