// Tests of domain/mail/reminder.h: by cases, and against somebody who looks day by day.
#include "domain/mail/reminder.h"

#include "domain/values/terms.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <set>

using namespace domain;

namespace {

Date day(const char* iso) { return *Date::from_iso(iso); }
const Date due = day("2026-03-31");

Remindable scale() { return {State::in_use, Mode::periodic, Result::pass, due, day("2025-04-01"), day("2024-01-01"), false}; }
ReminderPreferences preferences(const std::vector<int>& thresholds, const std::vector<std::string>& off = {}) {
  return {thresholds, off, false};
}
const ReminderPreferences usual;
int step_on(const Remindable& i, Date today, const std::vector<int>& thresholds = default_thresholds()) {
  const auto r = reached(i, preferences(thresholds), today);
  return r ? r->step : 9999;
}

// The same rule written the slow way: walks from the beginning to `today`, a day at a time, and keeps the last thing that came
// up.
std::optional<int> oracle(const Remindable& i, const std::vector<int>& thresholds, Date today) {
  const bool open_ended = i.last_result == Result::fail || i.last_result == Result::none || (i.mode == Mode::periodic && !i.due);
  if (i.state != State::in_use || i.booked) return {};
  if (!open_ended && (i.mode == Mode::first_scrap || !i.due)) return {};
  const Date anchor = !open_ended ? *i.due : i.last_result == Result::fail && i.verified_on ? *i.verified_on : i.entered;
  std::optional<int> last;
  for (Date d = anchor.plus_days(-400); !(today < d); d = d.plus_days(1)) {
    const int after = d - anchor;
    if (!open_ended && after < 0 && std::count(thresholds.begin(), thresholds.end(), -after) > 0) last = after;
    if (!open_ended && after == 0 && std::count(thresholds.begin(), thresholds.end(), 0) > 0) last = 0;
    if (after == (open_ended ? 0 : 1)) last = 0;
    for (int n = 1; n <= 6; ++n)
      if (after == 30 * n) last = 30 * n;
  }
  return last;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reminder)

BOOST_AUTO_TEST_CASE(each_threshold_is_reached_on_its_day_and_stays_until_the_next) {
  BOOST_TEST(step_on(scale(), due.plus_days(-31)) == 9999);
  for (const auto& [before, step] : {std::pair(30, -30), std::pair(16, -30), std::pair(15, -15), std::pair(8, -15),
                                     std::pair(7, -7), std::pair(2, -7), std::pair(1, -1), std::pair(0, -1)})
    BOOST_TEST(step_on(scale(), due.plus_days(-before)) == step, before);
}

BOOST_AUTO_TEST_CASE(the_due_date_itself_is_not_expired_the_day_after_is) {
  BOOST_TEST(step_on(scale(), due) == -1);
  BOOST_TEST(step_on(scale(), due.plus_days(1)) == 0);
}

BOOST_AUTO_TEST_CASE(overdue_ones_come_every_thirty_days_six_times) {
  for (const auto& [after, step] : {std::pair(29, 0), std::pair(30, 30), std::pair(59, 30), std::pair(60, 60),
                                    std::pair(179, 150), std::pair(180, 180), std::pair(181, 180), std::pair(4000, 180)})
    BOOST_TEST(step_on(scale(), due.plus_days(after)) == step, after);
}

BOOST_AUTO_TEST_CASE(what_is_booked_stopped_scrapped_or_done_once_and_for_all_is_left_out) {
  const Date late = due.plus_days(10);
  Remindable i = scale();
  i.booked = true;
  BOOST_TEST(!reached(i, usual, late));
  for (const State state : {State::stopped, State::scrapped}) {
    i = scale();
    i.state = state;
    BOOST_TEST(!reached(i, usual, late));
  }
  i = scale();
  i.mode = Mode::first_scrap;
  BOOST_TEST(!reached(i, usual, late));
  i.mode = Mode::first_rotate;
  i.due.reset();
  BOOST_TEST(!reached(i, usual, late));
}

BOOST_AUTO_TEST_CASE(kinds_to_be_rotated_failures_and_never_verified_ones_have_topics_of_their_own) {
  Remindable i = scale();
  i.mode = Mode::first_rotate;
  BOOST_TEST((reached(i, usual, due) == Reminder{Topic::rotate, due, -1}));
  i = scale();
  i.last_result = Result::fail;
  i.verified_on = day("2026-03-10");
  BOOST_TEST((reached(i, usual, day("2026-03-10")) == Reminder{Topic::failed, day("2026-03-10"), 0}));
  BOOST_TEST((reached(i, usual, day("2026-04-09")) == Reminder{Topic::failed, day("2026-03-10"), 30}));
  i = scale();
  i.last_result = Result::none;
  i.due.reset();
  i.verified_on.reset();
  BOOST_TEST((reached(i, usual, i.entered) == Reminder{Topic::not_verified, i.entered, 0}));
}

BOOST_AUTO_TEST_CASE(a_new_due_date_starts_anew) {
  Remindable i = scale();
  const auto before = reached(i, usual, due.plus_days(5));
  i.due = due.plus_days(20);
  const auto after = reached(i, usual, due.plus_days(5));
  BOOST_REQUIRE((before && after));
  BOOST_TEST((after->anchor != before->anchor));
  BOOST_TEST(after->step == -15);
}

BOOST_AUTO_TEST_CASE(a_unit_may_have_any_thresholds_or_none_before_the_due_date) {
  BOOST_TEST(step_on(scale(), due.plus_days(-20), {60, 3}) == -60);
  BOOST_TEST(step_on(scale(), due.plus_days(-3), {60, 3}) == -3);
  BOOST_TEST(step_on(scale(), due, {}) == 9999);
  BOOST_TEST(step_on(scale(), due.plus_days(1), {}) == 0);
}

BOOST_AUTO_TEST_CASE(a_unit_may_do_without_what_the_law_does_not_ask_for) {
  const auto with = [&](Mode mode, Result result, const char* off, int after) {
    Remindable i = scale();
    i.mode = mode;
    i.last_result = result;
    if (result == Result::none) i.due.reset(), i.verified_on.reset();
    return reached(i, preferences(default_thresholds(), {off}), due.plus_days(after)).has_value();
  };
  BOOST_TEST(!with(Mode::periodic, Result::pass, "soon", 0));
  BOOST_TEST(with(Mode::periodic, Result::pass, "soon", 1));
  BOOST_TEST(!with(Mode::first_rotate, Result::pass, "soon", -5));
  BOOST_TEST(with(Mode::first_rotate, Result::pass, "soon", 5));
  BOOST_TEST(!with(Mode::first_rotate, Result::pass, "rotate", -5));
  BOOST_TEST(!with(Mode::first_rotate, Result::pass, "rotate", 5));
  BOOST_TEST(with(Mode::periodic, Result::pass, "rotate", -5));
  BOOST_TEST(!with(Mode::periodic, Result::none, "not_verified", 5));
  for (const char* off : {"soon", "rotate", "not_verified"}) {
    BOOST_TEST(with(Mode::periodic, Result::fail, off, 5), off);
    BOOST_TEST(with(Mode::first_rotate, Result::fail, off, 5), off);
    BOOST_TEST(with(Mode::periodic, Result::pass, off, 5), off);
  }
}

BOOST_AUTO_TEST_CASE(who_is_responsible_hears_of_what_nobody_has_seen_to) {
  const auto heard = [](Topic topic, int after) {
    return concerns(Audience::manager, {topic, due, 30}, 30, due.plus_days(after));
  };
  BOOST_TEST(!heard(Topic::due, 30));
  BOOST_TEST(heard(Topic::due, 31));
  BOOST_TEST(heard(Topic::failed, 31));
  BOOST_TEST(!heard(Topic::rotate, 31));
  BOOST_TEST(!heard(Topic::not_verified, 31));
  for (const Audience audience : {Audience::registered, Audience::extra})
    BOOST_TEST(concerns(audience, {Topic::rotate, due, -30}, 30, due.plus_days(-30)));
}

BOOST_AUTO_TEST_CASE(topics_read_back_from_their_codes) {
  for (const Topic topic : {Topic::due, Topic::rotate, Topic::failed, Topic::not_verified})
    BOOST_TEST((topic_of(code_of(topic)) == topic));
  BOOST_TEST(!topic_of("x"));
  for (const Audience audience : {Audience::registered, Audience::extra, Audience::manager})
    BOOST_TEST((audience_of(code_of(audience)) == audience));
  BOOST_CHECK_THROW(audience_of("x"), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(it_says_what_somebody_says_who_looks_every_day) {
  std::mt19937 random(20261126);
  const auto one_of = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  int reached_ones = 0;
  for (int n = 0; n < 4000; ++n) {
    Remindable i;
    i.state = static_cast<State>(one_of(12) > 1 ? 0 : 1 + one_of(2));
    i.mode = static_cast<Mode>(one_of(3));
    i.last_result = static_cast<Result>(one_of(4));
    i.booked = one_of(10) == 0;
    i.entered = day("2025-06-01").plus_days(one_of(300));
    if (i.last_result != Result::none) {
      i.verified_on = i.entered.plus_days(one_of(200) - 100);
      if (one_of(5) > 0) i.due = i.verified_on->plus_days(one_of(400));
    }
    std::set<int> days;
    for (int k = one_of(5); k > 0; --k) days.insert(1 + one_of(90));
    const std::vector<int> thresholds(days.begin(), days.end());
    const Date today = day("2025-12-01").plus_days(one_of(600));
    const auto said = reached(i, preferences(thresholds), today);
    const auto expected = oracle(i, thresholds, today);
    BOOST_TEST(said.has_value() == expected.has_value());
    if (said && expected) BOOST_TEST(said->step == *expected);
    reached_ones += said ? 1 : 0;
  }
  BOOST_TEST(reached_ones > 1000);
}

BOOST_AUTO_TEST_CASE(what_a_reminder_says_on_a_day_has_a_word) {
  const auto said = [](Topic topic, int days_left) {
    const std::string code = situation_of({topic, due, 0}, due.plus_days(-days_left));
    BOOST_TEST(contains(reminder_situations(), code), code);
    return code;
  };
  BOOST_TEST(said(Topic::due, -1) == "due_over");
  BOOST_TEST(said(Topic::due, 0) == "due_today");
  BOOST_TEST(said(Topic::due, 1) == "due_soon");
  BOOST_TEST(said(Topic::rotate, -1) == "rotate_over");
  BOOST_TEST(said(Topic::rotate, 0) == "rotate_today");
  BOOST_TEST(said(Topic::rotate, 1) == "rotate_soon");
  for (const int days : {-1, 0, 1}) {
    BOOST_TEST(said(Topic::failed, days) == "failed");
    BOOST_TEST(said(Topic::not_verified, days) == "not_verified");
  }
}

BOOST_AUTO_TEST_SUITE_END()
