// 预约单详情, for the page itself and for its acts when they were refused.
#pragma once

#include "appointments/plan.h"
#include "domain/values/error.h"

namespace appointments {

// errors: what 提交 misses in the header; conflicts: lines in its way; problem: a section of the page about the whole.
struct Refused {
  std::vector<domain::Error> errors{};
  Conflicts conflicts{};
  const char* problem = "";
};
web::Response render_appointment(web::Context& ctx, const store::Appointment& appointment, const Refused& refused, int status);
std::vector<store::AppointmentLine> own_lines(web::Context& ctx, const store::Appointment& appointment);
// A draft's content as form fields.
Selection selection_of(const store::Appointment& appointment, const std::vector<store::AppointmentLine>& lines);

}  // namespace appointments
