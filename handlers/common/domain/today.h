// Where today's date comes from: the clock in Asia/Shanghai, or QJ_TODAY. Programs ask once a request, a run or a job and hand
// the date to the rules, which never ask themselves.
#pragma once

#include "base/config.h"
#include "domain/date.h"

namespace domain {

Date today(const base::Config& config);

}  // namespace domain
