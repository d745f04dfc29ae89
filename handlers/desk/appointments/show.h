// An appointment on the desk's page, with the form that answers its lines: as sent, as typed, or as it stands after a colleague
// was faster.
#pragma once

#include "domain/appointments/answer.h"
#include "domain/appointments/booking.h"
#include "store/appointments/answers.h"
#include "store/appointments/appointments.h"
#include "web/context.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace desk {

// The institution of the person who is logged in, as store functions take it.
store::Party party_of(const web::Context& ctx);
store::Desk desk_of(const web::Context& ctx);
store::Appointment appointment_of(web::Context& ctx);  // of the path's {id}; NotFound
std::string appointment_path(const store::Appointment& appointment);

struct AnswerPage {
  domain::AnswerForm form;
  std::string scope = "chosen";       // chosen | all
  std::set<long long> ticked;         // lines
  bool beyond_capacity = false;       // 仍然安排
  std::optional<store::DayLoad> day;  // how the planned day stands; adding: 台件 of this answer
  long long adding = 0;
  std::map<long long, domain::Cover> not_authorised;  // lines that were to be accepted, on a day when they may not be
  std::set<long long> lost;                           // lines that were to be answered and were answered or withdrawn meanwhile
};
// The form as it is first shown: with what was planned last, or the institution's own address and instructions.
AnswerPage fresh_answer(web::Context& ctx, const store::Appointment& appointment,
                        const std::vector<store::AppointmentLine>& lines);
web::Response render_appointment(web::Context& ctx, const store::Appointment& appointment,
                                 const std::vector<store::AppointmentLine>& lines, const AnswerPage& shown,
                                 std::vector<domain::Error> errors, int status);

// A line's instrument, into the row of a table: NAME KIND MODEL RANGE ACCURACY SERIAL_NUMBER …
void fill_instrument(const view::Dict& row, const store::AppointmentLine& line);

// What a box of a line sends: "id.version".
std::string line_value(const store::AppointmentLine& line);
std::vector<store::ShownLine> shown_lines(const web::Params& form, std::string_view name);

}  // namespace desk
