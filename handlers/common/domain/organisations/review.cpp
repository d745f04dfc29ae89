// See review.h.
#include "domain/organisations/review.h"

#include <algorithm>
#include <vector>

namespace domain {
namespace {

// 1970-01-01 was a Thursday.
bool working_day(Date date) {
  const int weekday = ((date.days() + 3) % 7 + 7) % 7;  // 0 is Monday
  return weekday < 5;
}

// "9:00,14:00" → 540, 840; what is no time of day is left out.
std::vector<int> times_of(std::string_view text) {
  std::vector<int> times;
  int hours = 0, minutes = 0, digits = 0;
  bool colon = false;
  const auto close = [&] {
    if (colon && digits > 0 && hours < 24 && minutes < 60) times.push_back(hours * 60 + minutes);
    hours = minutes = digits = 0;
    colon = false;
  };
  for (const char c : text) {
    if (c >= '0' && c <= '9' && digits < 2) {
      int& part = colon ? minutes : hours;
      part = part * 10 + (c - '0');
      ++digits;
    } else if (c == ':' && !colon && digits > 0) {
      colon = true;
      digits = 0;
    } else {
      close();
    }
  }
  close();
  std::sort(times.begin(), times.end());
  return times;
}

}  // namespace

std::optional<ReviewTime> next_review(Date today, int minutes_now, std::string_view text) {
  const std::vector<int> times = times_of(text);
  if (times.empty()) return {};
  if (working_day(today)) {
    const auto later = std::upper_bound(times.begin(), times.end(), minutes_now);
    if (later != times.end()) return ReviewTime{today, *later};
  }
  Date day = today.plus_days(1);
  while (!working_day(day)) day = day.plus_days(1);
  return ReviewTime{day, times.front()};
}

std::string clock_text(int minutes) {
  const std::string rest = std::to_string(minutes % 60);
  return std::to_string(minutes / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

std::string times_text(std::string_view text) {
  std::string shown;
  for (const int time : times_of(text)) shown += (shown.empty() ? "" : "、") + clock_text(time);
  return shown;
}

}  // namespace domain
