// An institution's changes of submitted lines before the verification: 受理, 不予受理, 取消. One act is one set-based update,
// one audit row and one notice to the unit, in the caller's transaction; 500 lines are one update, too.
// Lock order: the header, then its lines, so of two clerks the second waits and then sees the first one's answer. The form
// carries each line's version: an act changes all its lines or, when one is no longer as the page showed it, none; the page
// then says by whom and offers the rest. A day's capacity has an advisory lock of its own (institution and day), because two
// appointments have no row in common; 仍然安排 skips this check and its lock, but not the rules of the lines.
#pragma once

#include "domain/appointments/answer.h"
#include "domain/appointments/booking.h"
#include "store/appointments/appointments.h"
#include "store/appointments/desk_days.h"

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace store {

struct ShownLine {  // as the page showed it
  long long id = 0;
  int version = 0;
};

struct LinesChanged : std::runtime_error {  // somebody was faster with one of them, or it is no line of this appointment
  LinesChanged() : std::runtime_error("lines changed meanwhile") {}
};
struct DayFull : std::runtime_error {
  DayFull(DayLoad day, long long more) : std::runtime_error("day is full"), load(std::move(day)), adding(more) {}
  DayLoad load;
  long long adding;  // 台件 of this act
};

// 受理 of lines that the institution is not authorised for on the planned day.
struct NotAuthorised : std::runtime_error {
  explicit NotAuthorised(std::map<long long, domain::Cover> found)
      : std::runtime_error("not authorised"), lines(std::move(found)) {}
  std::map<long long, domain::Cover> lines;  // by id
};

struct Desk {  // who acts
  long long institution_id = 0;
  std::string by;  // the person's name, which the unit sees
};

// Both on lines that wait. beyond_capacity: 仍然安排 was ticked, so DayFull does not come.
void accept_lines(Tx& tx, const Desk& desk, const Appointment& appointment, const std::vector<ShownLine>& lines,
                  const domain::Plan& plan, bool beyond_capacity);
void refuse_lines(Tx& tx, const Desk& desk, const Appointment& appointment, const std::vector<ShownLine>& lines,
                  const domain::Refusal& refusal);
// On accepted lines.
void cancel_lines(Tx& tx, const Desk& desk, const Appointment& appointment, const std::vector<ShownLine>& lines,
                  const std::string& reason);

}  // namespace store
