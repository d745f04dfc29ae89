// The one clock of the product. Dates are those of Asia/Shanghai (UTC+8 all year since 1991); QJ_TODAY fixes them.
#pragma once

#include "base/config.h"

#include <cstdint>
#include <string>

namespace base {

int days_in_shanghai(std::int64_t unix_seconds);     // days since 1970-01-01 at that moment's date in Asia/Shanghai
int minutes_in_shanghai(std::int64_t unix_seconds);  // minutes since midnight there
std::int64_t now();                                  // unix seconds
// Today in Asia/Shanghai as days since 1970-01-01, or the day that QJ_TODAY fixes. Programs ask once a request, a run or a job
// and hand the date to the rules, which never ask themselves.
int today(const Config& config);

}  // namespace base
