// See clock.h.
#include "base/clock.h"

#include <ctime>

namespace base {
namespace {
constexpr std::int64_t shanghai_offset = 8 * 3600, day = 86400;
}

int days_in_shanghai(std::int64_t unix_seconds) { return static_cast<int>((unix_seconds + shanghai_offset) / day); }

int minutes_in_shanghai(std::int64_t unix_seconds) { return static_cast<int>((unix_seconds + shanghai_offset) % day / 60); }

std::int64_t now() { return static_cast<std::int64_t>(std::time(nullptr)); }

int today(const Config& config) { return config.today ? *config.today : days_in_shanghai(now()); }

}  // namespace base
