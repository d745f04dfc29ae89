// An institution's capacity and plan by day: 每日检定量 with the days that differ, the calendar, a day's work list. Counted in
// 数量 of accepted lines and of those being verified.
#pragma once

#include "domain/appointments/answer.h"
#include "domain/values/date.h"
#include "store/appointments/appointments.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct DayLoad {
  domain::Date day;
  std::optional<int> capacity;  // none: no limit
  bool differs = false;         // of this day alone, with its note
  std::string note;
  long long planned = 0;  // 台件
  long long lines = 0;

  bool closed() const { return capacity && *capacity == 0; }
  bool full() const { return capacity && planned >= *capacity; }
  long long over() const { return capacity && planned > *capacity ? planned - *capacity : 0; }
};
DayLoad day_load(soci::session& sql, long long institution_id, domain::Date day);
DayLoad day_load(Db& db, long long institution_id, domain::Date day);
std::vector<DayLoad> day_loads(Db& db, long long institution_id, domain::Date from, domain::Date to);  // each day, both included

// A day's lines with what the person at the counter or on the road needs of their appointments; at most `most`.
struct PlannedLine {
  AppointmentLine line;
  std::string number, unit_name, delivery, contact, phone, address;
};
std::vector<PlannedLine> planned_lines(Db& db, long long institution_id, domain::Date day, int most);

struct Capacity {
  std::optional<int> daily;
  int version = 0;            // of the institution
  std::vector<DayLoad> days;  // those that differ, from `from` on
};
Capacity capacity_of(Db& db, long long institution_id, domain::Date from);
// False when the version is no longer the one given.
bool set_daily_capacity(Tx& tx, long long institution_id, const Capacity& old, const std::optional<int>& daily);
void set_day(Tx& tx, long long institution_id, const domain::DayValues& values);

}  // namespace store
