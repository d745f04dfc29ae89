// The form of an announcement (通知公告), from typed text to values.
#pragma once

#include "domain/values/date.h"
#include "domain/values/error.h"

#include <optional>
#include <string>

namespace domain {

struct AnnouncementForm {  // as typed
  std::string title, body, shown_at, audience, shown_from, shown_to;
};
struct AnnouncementValues {
  std::string title, body;         // body: plain text, see prose.h
  std::string shown_at, audience;  // announcement_places(), audiences()
  Date shown_from;
  std::optional<Date> shown_to;  // the last day; empty: until it is withdrawn
};
// SHOWN_ORDER on shown_to when it is before shown_from.
Checked<AnnouncementValues> check(const AnnouncementForm& form);

}  // namespace domain
