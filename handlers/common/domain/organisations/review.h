// The times of review: some times a day on working days (a setting, "9:00,14:00,17:00").
#pragma once

#include "domain/values/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace domain {

struct ReviewTime {
  Date date;
  int minutes = 0;  // since midnight, Asia/Shanghai
};

// The next review after this moment; weekends are skipped (public holidays are not known, so pages say 预计). Empty when the
// setting names no time.
std::optional<ReviewTime> next_review(Date today, int minutes_now, std::string_view times);
std::string clock_text(int minutes);             // 9:05
std::string times_text(std::string_view times);  // 9:00、14:00、17:00

}  // namespace domain
