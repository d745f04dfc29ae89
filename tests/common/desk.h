// An institution with its people, and lines that units sent it, in the test database: made by the owner, state by state, as the
// pages of both sides would.
#pragma once

#include "common/database.h"

namespace tests {

struct Institution {
  Person person;
  long long id = 0;
};
Institution make_institution(bool authorised = true);  // for scale()'s kind, one manager with a session
Person make_clerk(const Institution& institution, const std::string& role);

struct Line {
  long long unit_id = 0, appointment_id = 0, id = 0, instrument_id = 0;
  std::string number;
};
// The instruments of one unit on one appointment, in this state: waiting | accepted | verifying.
std::vector<Line> send_lines(const Person& unit, const Institution& institution, const std::vector<long long>& instruments,
                             const std::string& state = "accepted");
Line send_line(const Person& unit, const Institution& institution, long long instrument, const std::string& state = "accepted");

// Of a table's row by its id.
std::string field_of(const std::string& table, const std::string& column, long long id);
long long version_of(const std::string& table, long long id);

}  // namespace tests
