// See today.h.
#include "domain/today.h"

#include "base/clock.h"

namespace domain {

Date today(const base::Config& config) {
  const auto fixed = Date::from_iso(config.today);
  return fixed ? *fixed : Date::from_days(base::days_in_shanghai(base::now()));
}

}  // namespace domain
