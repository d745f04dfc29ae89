// An institution's lists of appointments: the queue by tab and filter, the lines of a day, the latest plan. Reads only; changes
// stand in answers.h. An institution's appointments grow without end, so pages go on by key.
#pragma once

#include "domain/values/date.h"
#include "store/appointments/appointments.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

constexpr int most_counted = 1000;    // a tab's count stops there: "1000+"
constexpr int most_looked_at = 1000;  // appointments that one page looks into for an instrument's name

// Where a page begins: behind this appointment, in the tab's order. As text for an address: microseconds.id.
struct DeskPlace {
  long long at = 0, id = 0;
  std::string text() const { return std::to_string(at) + "." + std::to_string(id); }
  static std::optional<DeskPlace> parse(const std::string& text);
};

struct DeskFilter {
  std::string tab = "waiting";  // waiting 待受理, oldest first | working 检定中, oldest first | all, newest first
  std::string number;           // begins with
  std::string unit;             // part of its name, or its code's beginning
  std::string instrument;       // part of a name, of a kind's name
  std::string serial;           // begins with
  std::string delivery;         // code
  std::optional<domain::Date> expected_from, expected_to;
  std::optional<DeskPlace> after, before;  // the page behind, or the one in front of
  int size = 20;

  bool narrowed() const { return !(number + unit + instrument + serial + delivery).empty() || expected_from || expected_to; }
};

struct DeskRow {
  Appointment appointment;
  DeskPlace place;
  std::string instrument;                             // the first line's name
  std::vector<domain::LineState> states;              // each once
  std::optional<domain::Date> answer_by, planned_on;  // of those that wait; the earliest of those in work
};
struct DeskPage {
  std::vector<DeskRow> rows;
  bool earlier = false, more = false;     // is there a page in front of it, behind it
  std::optional<DeskPlace> looked_up_to;  // an instrument was looked for in most_looked_at appointments, and there are more
  int waiting = 0, working = 0, all = 0;  // up to most_counted + 1; only when the filter is not narrowed
};
DeskPage desk_queue(Db& db, long long institution_id, const DeskFilter& filter);

// Place, contact and what to bring of the institution's last planned line that was sent in; none: nothing was planned yet.
struct LastPlan {
  std::string place, contact, bring;
};
std::optional<LastPlan> last_plan(Db& db, long long institution_id);

}  // namespace store
