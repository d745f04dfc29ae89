// Due dates as an iCalendar (RFC 5545): one all-day event for each day and kind of act, in the field's words. Addresses come
// from the caller.
#pragma once

#include "domain/ledger/ledger.h"
#include "domain/values/terms.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace domain {

constexpr int calendar_days_back = 60, calendar_days_ahead = 400;

const Terms& calendar_sources();  // what a calendar shows: all 全部台账 | current 刚才列表中的筛选条件

struct CalendarFrame {
  std::string name;
  std::string id;                         // of the feed: every event's UID is made from it, so that events stay themselves
  std::function<std::string(Date)> link;  // where one day's instruments are shown; "" for nowhere
};

class DueCalendar {
 public:
  explicit DueCalendar(Date today) : today_(today) {}
  // Instruments in use whose date falls into the calendar's days; others are passed over. Failed ones have no date to keep.
  void add(const LedgerRow& row);
  std::string text(const CalendarFrame& frame) const;

 private:
  struct Event {
    long long quantity = 0, rows = 0;
    std::vector<std::string> names;  // different ones, two at most: more are 等
    std::vector<std::string> lines;
  };
  std::string summary(const Event& event, bool rotates) const;
  Date today_;
  std::map<std::pair<int, bool>, Event> events_;  // by day, and whether it is a replacement
};

// A content line: escaped text behind "NAME:", folded at 75 octets, never inside a character.
std::string calendar_line(std::string_view name, std::string_view text);
std::string calendar_text(std::string_view text);  // escaped; control characters left out, line ends as \n

}  // namespace domain
