// The figures of supervision: rates, what counts as what, quarters, periods.
#include "domain/supervision/statistics.h"

#include "domain/ledger/standing.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using domain::Date;
using domain::Rate;
const Date today = *Date::of(2026, 11, 25);

}  // namespace

BOOST_AUTO_TEST_SUITE(statistics)

BOOST_AUTO_TEST_CASE(nothing_of_nothing_is_no_rate) {
  BOOST_TEST((Rate{0, 0}.text()) == "--");
  BOOST_TEST((Rate{0, 7}.text()) == "0.0 %");
  BOOST_TEST((Rate{7, 7}.text()) == "100.0 %");
}

BOOST_AUTO_TEST_CASE(a_rate_is_rounded_but_never_to_all_or_nothing) {
  BOOST_TEST((Rate{1, 3}.text()) == "33.3 %");
  BOOST_TEST((Rate{2, 3}.text()) == "66.7 %");
  BOOST_TEST((Rate{1, 16}.text()) == "6.3 %");
  BOOST_TEST((Rate{99999, 100000}.text()) == "99.9 %");
  BOOST_TEST((Rate{1, 100000}.text()) == "0.1 %");
  BOOST_TEST((Rate{3'000'000'000, 4'000'000'000}.text()) == "75.0 %");
}

BOOST_AUTO_TEST_CASE(only_a_pass_in_force_counts_as_verified_and_everything_periodic_in_use_is_asked) {
  domain::Tally t;
  t.add({"pass", 2, 3, 10});     // overdue 2, soon 3, later 5
  t.add({"declared", 1, 1, 4});  // periodic, but confirmed by nobody
  t.add({"failed", 0, 0, 2});
  t.add({"not_verified", 0, 0, 3});
  t.add({"failed_other", 0, 0, 100});
  t.add({"not_verified_other", 0, 0, 100});
  t.add({"rotate", 20, 10, 50});
  t.add({"unlimited", 0, 0, 5});
  t.add({"first_done", 0, 0, 6});
  t.add({"stopped", 0, 0, 7});
  t.add({"scrapped", 0, 0, 8});
  BOOST_TEST(t.checked.part == 8);
  BOOST_TEST(t.checked.whole == 19);
  BOOST_TEST(t.overdue == 3);
  BOOST_TEST(t.due_soon == 4);
  BOOST_TEST(t.valid == 5 + 2 + 20 + 5);
  BOOST_TEST(t.failed == 102);
  BOOST_TEST(t.not_verified == 103);
  BOOST_TEST(t.rotate_due == 20);
  BOOST_TEST(t.rotate_soon == 10);
  BOOST_TEST(t.in_use() == 10 + 4 + 2 + 3 + 200 + 50 + 5 + 6);
  BOOST_TEST(t.all() == t.in_use() + 15);
  domain::Tally twice = t;
  twice.add(t);
  BOOST_TEST(twice.all() == 2 * t.all());
  BOOST_TEST(twice.checked.whole == 38);
}

BOOST_AUTO_TEST_CASE(a_quarter_has_its_first_and_last_day) {
  const domain::Quarter q = domain::Quarter::of(today);
  BOOST_TEST(q.code() == "2026Q4");
  BOOST_TEST(q.first().iso() == "2026-10-01");
  BOOST_TEST(q.last().iso() == "2026-12-31");
  BOOST_TEST(q.plus(1).code() == "2027Q1");
  BOOST_TEST(q.plus(1).last().iso() == "2027-03-31");
  BOOST_TEST(q.plus(-4).code() == "2025Q4");
  BOOST_TEST(q.plus(-3).code() == "2026Q1");
  for (Date day = *Date::of(2026, 1, 1); day < *Date::of(2029, 1, 1); day = day.plus_days(1)) {
    const domain::Quarter its = domain::Quarter::of(day);
    BOOST_TEST((its.first() <= day && day <= its.last()));
  }
}

BOOST_AUTO_TEST_CASE(only_a_quarter_is_read_as_one) {
  BOOST_TEST(domain::Quarter::parse("2026Q1")->first().iso() == "2026-01-01");
  for (const char* text : {"", "2026Q5", "2026Q0", "2026q1", "20261", "2026Q11", "０026Q1", "0001Q1", "past", "2101Q1"})
    BOOST_TEST(!domain::Quarter::parse(text), text);
}

BOOST_AUTO_TEST_CASE(a_period_that_cannot_be_read_is_the_last_twelve_months) {
  const auto text = [](const domain::Period& p) { return p.from.iso() + " " + p.to.iso(); };
  BOOST_TEST(text(domain::period_of("", "", today)) == "2025-11-26 2026-11-25");
  BOOST_TEST(text(domain::period_of("2026-1-1", "2026年3月31日", today)) == "2026-01-01 2026-03-31");
  BOOST_TEST(text(domain::period_of("2026-04-01", "2026-03-31", today)) == "2025-11-26 2026-11-25");
  BOOST_TEST(text(domain::period_of("1900-01-01", "2026-03-31", today)) == "2025-11-26 2026-11-25");
  BOOST_TEST(text(domain::period_of("<b>", "2026-03-31", today)) == "2025-04-01 2026-03-31");
}

BOOST_AUTO_TEST_SUITE_END()
