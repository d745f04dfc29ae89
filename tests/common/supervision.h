// What tests of supervision share: a department with its divisions, units there, appointments in a state.
#pragma once

#include "common/database.h"

#include <string>
#include <vector>

namespace tests {

// A supervisor of a new department that supervises these divisions (codes), with a session.
struct Supervisor {
  Person person;
  long long department = 0;
};
Supervisor make_supervisor(const std::vector<std::string>& divisions);

// A reviewed unit there with one scale there; columns of it as SQL ("valid_until = …") on top.
struct Placed {
  Person unit;
  long long instrument = 0;
};
Placed make_placed(const std::string& division, const std::string& columns = "");

// A submitted line of that instrument at a new institution; state: waiting | accepted | refused | withdrawn | passed | failed.
// Days are from today; the limit is answer_by.
struct Line {
  long long id = 0, institution = 0;
};
Line make_line(const Placed& placed, const std::string& state, int submitted_days_ago, int answer_by_days, int answered_days_ago);

}  // namespace tests
