// Appointments as an institution's desk meets them: sent by a made-up unit, without the pages of the unit's side.
#pragma once

#include "common/database.h"
#include "store/appointments/appointments.h"

#include <string>
#include <vector>

namespace tests {

long long institution_of(const Person& person);
// Somebody of the same institution, with a session.
Person make_clerk(const Person& colleague, const std::string& role = "worker");

struct Sent {
  Person unit;
  long long appointment_id = 0;
  std::string number;
  std::vector<long long> lines;  // in their order
};
struct SentAs {
  int lines = 1;
  int quantity = 1;    // of each line
  bool draft = false;  // 暂存, not sent
  std::string name = "电子计价秤", delivery = "send_in";
  int days_ago = 0;  // 提交
};
Sent make_sent(const Person& institution, const SentAs& as = {});
// Another one of the same unit.
Sent make_sent(const Person& institution, const Person& unit, const SentAs& as);

std::string line_state(const Sent& sent, std::size_t n);  // code

}  // namespace tests
