// The way of an appointment: the table of transitions, what a header says about its lines, and that no order of acts by anybody
// leaves the table.
#include "domain/appointments/appointment.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <random>

using namespace domain;
using S = LineState;
using A = LineAct;
namespace data = boost::unit_test::data;

namespace domain {
std::ostream& operator<<(std::ostream& out, LineState s) { return out << code_of(s); }
std::ostream& operator<<(std::ostream& out, AppointmentState s) { return out << code_of(s); }
}  // namespace domain

BOOST_AUTO_TEST_SUITE(appointment)

// The table of transitions written once more: every act of either side in every state.
BOOST_AUTO_TEST_CASE(every_act_in_every_state_is_decided) {
  const auto expected = [](S from, A act, Side side) -> std::optional<S> {
    if (side == Side::unit) {
      if (from == S::draft && act == A::submit) return S::waiting;
      if (from == S::waiting && act == A::take_back) return S::draft;
      if (from == S::waiting && act == A::withdraw) return S::withdrawn;
      if (from == S::accepted && act == A::cancel) return S::cancelled;
      return {};
    }
    if (from == S::waiting && act == A::accept) return S::accepted;
    if (from == S::waiting && act == A::refuse) return S::refused;
    if (from == S::accepted && act == A::cancel) return S::cancelled;
    if (from == S::accepted && act == A::begin) return S::verifying;
    if (from == S::accepted || from == S::verifying) {
      if (act == A::record_pass) return S::passed;
      if (act == A::record_fail) return S::failed;
      if (act == A::give_back) return S::returned;
    }
    if (from == S::passed || from == S::failed) {
      if (act == A::correct_pass) return S::passed;
      if (act == A::correct_fail) return S::failed;
    }
    return {};
  };
  for (const S from : line_states)
    for (const A act : line_acts)
      for (const Side side : {Side::unit, Side::institution})
        BOOST_TEST_CONTEXT(code_of(from) << " act " << static_cast<int>(act) << " side " << static_cast<int>(side))
  BOOST_TEST((after(from, act, side) == expected(from, act, side)));
}

BOOST_AUTO_TEST_CASE(no_order_of_acts_by_anybody_leaves_the_table) {
  std::mt19937 random(20260305);
  const auto any_of = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (int walk = 0; walk < 2000; ++walk) {
    S state = S::draft;
    bool was_answered = false;
    for (int step = 0; step < 40; ++step) {
      const A act = line_acts[any_of(std::size(line_acts))];
      const Side side = any_of(2) == 0 ? Side::unit : Side::institution;
      const auto next = after(state, act, side);
      if (!next) continue;
      // What the field says about it, not the table again.
      if (*next == S::draft) BOOST_TEST((side == Side::unit && !was_answered));
      if (state == S::refused || state == S::returned || state == S::withdrawn || state == S::cancelled)
        BOOST_TEST(false, "nothing follows an end without a result");
      if (is_open(*next)) BOOST_TEST((state == S::draft || is_open(state)));  // what has ended does not book the instrument again
      if (*next == S::passed || *next == S::failed) BOOST_TEST((side == Side::institution && was_answered));
      if (side == Side::unit) BOOST_TEST((*next != S::passed && *next != S::failed && *next != S::accepted));
      was_answered = was_answered || is_answered(*next);
      state = *next;
    }
  }
}

BOOST_AUTO_TEST_CASE(the_header_follows_its_lines) {
  using V = std::vector<S>;
  BOOST_TEST(state_of({}) == AppointmentState::draft);
  BOOST_TEST(state_of(V{S::draft, S::draft}) == AppointmentState::draft);
  BOOST_TEST(state_of(V{S::waiting, S::accepted}) == AppointmentState::submitted);
  BOOST_TEST(state_of(V{S::refused, S::withdrawn}) == AppointmentState::answered);
  BOOST_TEST(acceptance_of(V{S::waiting, S::accepted}) == "");
  BOOST_TEST(acceptance_of(V{S::withdrawn}) == "");
  BOOST_TEST(acceptance_of(V{S::accepted, S::verifying, S::failed, S::withdrawn}) == "all");
  BOOST_TEST(acceptance_of(V{S::accepted, S::refused}) == "part");
  BOOST_TEST(acceptance_of(V{S::refused, S::refused, S::withdrawn}) == "none");
}

BOOST_AUTO_TEST_CASE(codes_read_back) {
  for (const S state : line_states) BOOST_TEST((line_state_of(code_of(state)) == state));
  BOOST_TEST(!line_state_of("open"));
  BOOST_TEST(!line_state_of(""));
}

BOOST_AUTO_TEST_CASE(a_line_has_a_name_of_its_own_in_files) {
  BOOST_TEST(line_key("20261125320102000001", 3) == "20261125320102000001-3");
  const auto key = parse_line_key(" 20261125320102000001－３ ");
  BOOST_TEST_REQUIRE(key.has_value());
  BOOST_TEST(key->number == "20261125320102000001");
  BOOST_TEST(key->line_no == 3);
  for (const char* bad : {"", "-", "20261125320102000001", "20261125320102000001-", "20261125320102000001-0",
                          "20261125320102000001-501", "20261125320102000001-x", "2026112532010200000'-1", "1-1"})
    BOOST_TEST_CONTEXT(bad) { BOOST_TEST(!parse_line_key(bad).has_value()); }
}

// A day-by-day oracle beside it: names of weekdays by Zeller.
BOOST_AUTO_TEST_CASE(working_days_skip_weekends) {
  BOOST_TEST(working_days_after(*Date::from_iso("2026-11-20"), 1).iso() == "2026-11-23");  // a Friday
  BOOST_TEST(working_days_after(*Date::from_iso("2026-11-21"), 5).iso() == "2026-11-27");  // a Saturday
  BOOST_TEST(working_days_after(*Date::from_iso("2026-11-25"), 0).iso() == "2026-11-25");
  const auto weekend = [](Date day) {
    const int m = day.month() < 3 ? day.month() + 12 : day.month(), y = day.month() < 3 ? day.year() - 1 : day.year();
    const int h =
        (day.day() + 13 * (m + 1) / 5 + y % 100 + y % 100 / 4 + y / 100 / 4 + 5 * (y / 100)) % 7;  // 0 Saturday, 1 Sunday
    return h < 2;
  };
  for (int n = 0; n < 400; ++n)
    for (int days = 1; days < 12; ++days) {
      const Date from = Date::from_iso("2026-01-01")->plus_days(n);
      Date day = from;
      for (int left = days; left > 0;) {
        day = day.plus_days(1);
        if (!weekend(day)) --left;
      }
      BOOST_TEST((working_days_after(from, days) == day));
    }
}

BOOST_AUTO_TEST_SUITE_END()
