// Tests of domain/values/date.h, against a calendar that only knows how to go on to the next day.
#include "domain/values/date.h"

#include "unit/words.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdio>

namespace data = boost::unit_test::data;
using domain::Date;
using words::day;

namespace {

// The oracle: days are counted one by one.
struct SlowDay {
  int year, month, day;

  bool is_leap() const { return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0); }

  int last_day() const {
    if (month == 2) return is_leap() ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  void next() {
    if (++day <= last_day()) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }

  std::string iso() const {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    return text;
  }
};

// The same day so many months later, or nothing when that month has no such day; `month` becomes the month reached.
bool same_day_later(SlowDay from, int months, SlowDay& month) {
  month = {from.year, from.month, 1};
  for (int i = 0; i < months; ++i) {
    if (++month.month == 13) {
      month.month = 1;
      ++month.year;
    }
  }
  if (from.day > month.last_day()) {
    month.day = month.last_day();
    return false;
  }
  month.day = from.day;
  return true;
}

std::string slow_plus_months(SlowDay from, int months) {
  SlowDay month{};
  same_day_later(from, months, month);
  return month.iso();
}

std::string slow_valid_until(SlowDay from, int cycle) {
  SlowDay month{};
  if (!same_day_later(from, cycle, month)) return month.iso();
  if (month.day > 1) {
    --month.day;
  } else {
    month.month = month.month == 1 ? 12 : month.month - 1;
    if (month.month == 12) --month.year;
    month.day = month.last_day();
  }
  return month.iso();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(date)

BOOST_AUTO_TEST_CASE(every_day_of_two_centuries_follows_the_day_before_it) {
  SlowDay slow{1900, 1, 1};
  Date fast = day("1900-01-01");
  BOOST_TEST(fast.days() == -25567);
  for (; slow.year <= 2100; slow.next(), fast = fast.plus_days(1)) {
    const auto built = Date::of(slow.year, slow.month, slow.day);
    const bool agrees = built && *built == fast && fast.year() == slow.year && fast.month() == slow.month &&
                        fast.day() == slow.day && fast.iso() == slow.iso() && Date::from_iso(slow.iso()) == built &&
                        Date::from_days(fast.days()) == fast;
    if (!agrees) BOOST_FAIL("disagrees on " + slow.iso() + ": " + fast.iso());
  }
  BOOST_TEST(fast == day("2101-01-01"));
}

BOOST_AUTO_TEST_CASE(no_month_has_a_day_after_its_last) {
  for (SlowDay slow{1900, 1, 1}; slow.year <= 2100;
       slow.day = 1, slow.month = slow.month % 12 + 1, slow.year += slow.month == 1) {
    for (int d = slow.last_day() + 1; d < 34; ++d) {
      if (Date::of(slow.year, slow.month, d)) BOOST_FAIL("a day too many in " + slow.iso());
    }
  }
}

BOOST_AUTO_TEST_CASE(days_outside_the_calendar_do_not_exist) {
  BOOST_TEST(words::of(Date::of(0, 1, 1)) == "none");
  BOOST_TEST(words::of(Date::of(-1, 1, 1)) == "none");
  BOOST_TEST(words::of(Date::of(10000, 1, 1)) == "none");
  BOOST_TEST(words::of(Date::of(2026, 0, 1)) == "none");
  BOOST_TEST(words::of(Date::of(2026, 13, 1)) == "none");
  BOOST_TEST(words::of(Date::of(2026, 1, 0)) == "none");
  BOOST_TEST(words::of(Date::of(2026, 1, -1)) == "none");
  BOOST_TEST(words::of(Date::of(1, 1, 1)) == "0001-01-01");
  BOOST_TEST(words::of(Date::of(9999, 12, 31)) == "9999-12-31");
}

BOOST_AUTO_TEST_CASE(days_are_counted_from_1970) {
  BOOST_TEST(Date().iso() == "1970-01-01");
  BOOST_TEST(day("1970-01-02").days() == 1);
  BOOST_TEST(day("1969-12-31").days() == -1);
  BOOST_TEST(day("2000-03-01").days() == 11017);
}

BOOST_AUTO_TEST_CASE(dates_are_ordered_and_subtracted) {
  const Date x = day("2026-02-28");
  const Date y = day("2026-03-01");
  BOOST_TEST((x < y && x <= y && x <= x && y > x && y >= x && y >= y && x != y && x == x));
  BOOST_TEST(y - x == 1);
  BOOST_TEST(x - y == -1);
  BOOST_TEST(x.plus_days(1) == y);
  BOOST_TEST(y.plus_days(-1) == x);
}

BOOST_DATA_TEST_CASE(people_write_a_date_in_many_ways,
                     data::make({"2026-3-5", "2026-03-05", "2026/03/05", "2026/3/5", "2026.3.5", "2026.03.05", "20260305",
                                 "2026年3月5日", "2026年03月05日", "2026年3月5号", "２０２６－０３－０５", "２０２６／３／５",
                                 "２０２６０３０５", "２０２６年３月５日", "　2026-3-5　", " 2026-03-05\t", "2026 年 3 月 5 日",
                                 "2026 - 3 - 5",
                                 "\xEF\xBB\xBF"
                                 "2026-03-05\r\n"}),
                     typed) {
  BOOST_TEST(words::of(Date::parse(typed)) == "2026-03-05");
}

BOOST_DATA_TEST_CASE(what_is_no_date_is_refused,
                     data::make({"",
                                 " ",
                                 "2026",
                                 "2026-3",
                                 "2026-3-",
                                 "2026-13-1",
                                 "2026-2-29",
                                 "2026-02-30",
                                 "20260230",
                                 "2026-0-5",
                                 "2026-3-0",
                                 "26-3-5",
                                 "02026-3-5",
                                 "2026-003-05",
                                 "2026-3-005",
                                 "2026-3/5",
                                 "2026年3-5",
                                 "2026年3月5",
                                 "3-5-2026",
                                 "2026-3-5-",
                                 "2026-3-5 10:00",
                                 "-2026-3-5",
                                 "+2026-3-5",
                                 "2026-+3-5",
                                 "2026--3-5",
                                 "0000-01-01",
                                 "2026 03 05",
                                 "2026-1 1-5",
                                 "2026030",
                                 "202603055",
                                 "2026030a",
                                 "昨天",
                                 "二〇二六年三月五日",
                                 "46086",
                                 "2026-3-5\n2026-3-6",
                                 "\xFF",
                                 "2026年13月1日"}),
                     typed) {
  BOOST_TEST(words::of(Date::parse(typed)) == "none");
}

BOOST_DATA_TEST_CASE(the_database_writes_a_date_in_one_way,
                     data::make({"2026-3-5", "2026-03-5", "20260305", "2026/03/05", " 2026-03-05", "2026-03-05 ", "2026-03-051",
                                 "2026-13-01", "2026-02-29", "0000-01-01", "2026-03- 5", "    -03-05", "infinity", "",
                                 "２０２６-03-05"}),
                     typed) {
  BOOST_TEST(words::of(Date::from_iso(typed)) == "none");
  BOOST_TEST(words::of(Date::from_iso("2028-02-29")) == "2028-02-29");
}

BOOST_AUTO_TEST_CASE(months_later_agree_with_counting_them_one_by_one) {
  Date fast = day("2019-12-25");
  for (SlowDay slow{2019, 12, 25}; slow.year < 2033; slow.next(), fast = fast.plus_days(1)) {
    for (int months = 0; months <= 36; ++months) {
      const Date later = fast.plus_months(months);
      if (later.iso() != slow_plus_months(slow, months))
        BOOST_FAIL(slow.iso() + " + " + std::to_string(months) + ": " + later.iso());
    }
  }
}

BOOST_AUTO_TEST_CASE(months_may_go_back) {
  BOOST_TEST(day("2026-03-31").plus_months(-1) == day("2026-02-28"));
  BOOST_TEST(day("2026-01-15").plus_months(-1) == day("2025-12-15"));
  BOOST_TEST(day("2026-01-15").plus_months(-13) == day("2024-12-15"));
  BOOST_TEST(day("2028-02-29").plus_months(-48) == day("2024-02-29"));
  BOOST_TEST(day("2026-05-15").plus_months(240) == day("2046-05-15"));
}

struct Verification {
  const char* on;
  int cycle;
  const char* until;
};
std::ostream& operator<<(std::ostream& out, const Verification& v) { return out << v.on << " + " << v.cycle; }

BOOST_DATA_TEST_CASE(a_verification_is_good_until_the_day_before_the_same_day_or_the_months_last,
                     data::make(std::vector<Verification>{{"2026-08-28", 6, "2027-02-27"},
                                                          {"2026-08-29", 6, "2027-02-28"},
                                                          {"2026-08-30", 6, "2027-02-28"},
                                                          {"2026-08-31", 6, "2027-02-28"},
                                                          {"2028-02-29", 12, "2029-02-28"},
                                                          {"2027-02-28", 12, "2028-02-27"},
                                                          {"2027-03-01", 12, "2028-02-29"},
                                                          {"2026-03-01", 12, "2027-02-28"},
                                                          {"2028-02-29", 48, "2032-02-28"},
                                                          {"2026-01-01", 12, "2026-12-31"},
                                                          {"2026-03-31", 1, "2026-04-30"},
                                                          {"2026-12-31", 2, "2027-02-28"},
                                                          {"2026-11-24", 240, "2046-11-23"}}),
                     v) {
  BOOST_TEST(domain::default_valid_until(day(v.on), v.cycle) == day(v.until));
}

BOOST_AUTO_TEST_CASE(the_default_end_agrees_with_the_rule_told_slowly) {
  Date fast = day("2019-12-25");
  for (SlowDay slow{2019, 12, 25}; slow.year < 2033; slow.next(), fast = fast.plus_days(1)) {
    for (const int cycle : {1, 2, 3, 6, 12, 18, 24, 36, 48, 60}) {
      const Date until = domain::default_valid_until(fast, cycle);
      if (until.iso() != slow_valid_until(slow, cycle))
        BOOST_FAIL(slow.iso() + " + " + std::to_string(cycle) + ": " + until.iso());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
