// The next review: some times a day on working days.
#include "domain/organisations/review.h"

#include <boost/test/unit_test.hpp>

namespace {

const char* const times = "9:00,14:00,17:00";
const domain::Date tuesday = *domain::Date::of(2026, 11, 24);

std::string next(domain::Date today, int minutes, const char* setting = times) {
  const auto found = domain::next_review(today, minutes, setting);
  return found ? found->date.iso() + " " + domain::clock_text(found->minutes) : "none";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(review)

BOOST_AUTO_TEST_CASE(the_next_time_today_or_the_first_one_tomorrow) {
  BOOST_TEST(next(tuesday, 0) == "2026-11-24 9:00");
  BOOST_TEST(next(tuesday, 9 * 60) == "2026-11-24 14:00");
  BOOST_TEST(next(tuesday, 16 * 60 + 59) == "2026-11-24 17:00");
  BOOST_TEST(next(tuesday, 17 * 60) == "2026-11-25 9:00");
}

BOOST_AUTO_TEST_CASE(weekends_are_skipped) {
  const domain::Date friday = tuesday.plus_days(3);
  BOOST_TEST(next(friday, 18 * 60) == "2026-11-30 9:00");
  BOOST_TEST(next(friday.plus_days(1), 0) == "2026-11-30 9:00");
  BOOST_TEST(next(friday.plus_days(2), 23 * 60) == "2026-11-30 9:00");
}

BOOST_AUTO_TEST_CASE(a_setting_is_read_as_people_write_it) {
  BOOST_TEST(next(tuesday, 0, "17:30、 8:05") == "2026-11-24 8:05");
  BOOST_TEST(next(tuesday, 0, "") == "none");
  BOOST_TEST(next(tuesday, 0, "25:00, 9:99, :30, abc, 7") == "none");
  BOOST_TEST(domain::times_text("14:00,9:00") == "9:00、14:00");
}

BOOST_AUTO_TEST_SUITE_END()
