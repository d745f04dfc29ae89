// Appointments (强检器具预约申请) for reading by both sides: a unit's own, or those sent to an institution; row-level security
// repeats the condition. Changes stand in booking.h (the unit's side), answers.h and results/results.h (the institution's).
#pragma once

#include "domain/appointments/appointment.h"
#include "domain/ledger/instrument.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

// Who looks.
struct Party {
  domain::Side side = domain::Side::unit;
  long long id = 0;  // the unit's or the institution's
};

struct Appointment {
  long long unit_id = 0, id = 0;
  std::string number;
  long long institution_id = 0;
  std::string institution_name, institution_address, institution_phone;
  std::string delivery, contact, phone, address;
  std::optional<domain::Date> expected_on;
  std::string remark, state;  // state: draft | submitted | answered
  int lines = 0, waiting = 0, open = 0;
  std::string created_at, created_by, submitted_at, answered_at;  // YYYY-MM-DD HH:MM in Asia/Shanghai; "" when not yet
  std::string unit_name, unit_code, unit_division;                // as they were at 提交; "" before
  int version = 0;
};

struct LineResult {  // of a line that has one: the version that counts
  long long id = 0;
  int version_no = 0, passed = 0, failed = 0;
  std::string mark, number, notice_number, seal_number, verified_on, valid_until, verifier, checker, remark, reason, recorded_at,
      recorded_by;
  long long file_id = 0;
};

// The instrument's values are those it had at 提交; of a draft, those it has. Only the columns that lines keep are there.
struct AppointmentLine : domain::InstrumentValues {
  long long unit_id = 0, id = 0, appointment_id = 0, instrument_id = 0;
  int line_no = 0, version = 0;
  domain::LineState state = domain::LineState::draft;
  std::string item_name, kind_name, division_path, last_result;
  // Its way.
  std::string submitted_at, answered_at, answered_by, received_at, ended_at, ended_by;
  std::optional<domain::Date> answer_by, planned_on;
  std::string planned_place, planned_contact, planned_bring, reason_code, reason;
  LineResult result;  // id 0: none
};

std::optional<Appointment> find_appointment(Db& db, const Party& party, long long id);
// In their order. Of a draft only the unit sees lines.
std::vector<AppointmentLine> lines_of(Db& db, const Party& party, const Appointment& appointment);
// One of them, whatever its appointment.
std::optional<AppointmentLine> find_line(Db& db, const Party& party, long long unit_id, long long line_id);

// The columns of an appointment for `from appointments a join institutions i …`, and how they are read: for lists.
extern const char* const appointment_columns;
Appointment read_appointment(const soci::row& row);

}  // namespace store
