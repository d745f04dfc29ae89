// The acts on an instrument: the whole table of which is allowed in which state, row by row.
#include "domain/ledger/lifecycle.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace domain;
constexpr State states[] = {State::in_use, State::stopped, State::scrapped};
constexpr Result results[] = {Result::none, Result::declared, Result::pass, Result::fail};
constexpr Act acts[] = {Act::edit, Act::edit_identity, Act::stop, Act::enable, Act::scrap, Act::remove, Act::book};

template <typename F>
void each(F f) {
  for (const State state : states)
    for (const Result result : results)
      for (const bool open : {false, true})
        for (const bool submitted : {false, true})
          for (const Mode mode : {Mode::periodic, Mode::first_scrap, Mode::first_rotate})
            f(InstrumentFacts{state, result, open, submitted, mode});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lifecycle)

BOOST_AUTO_TEST_CASE(what_is_scrapped_stays_as_it_is) {
  each([](InstrumentFacts f) {
    f.state = State::scrapped;
    for (const Act act : {Act::edit, Act::edit_identity, Act::stop, Act::enable, Act::scrap, Act::book})
      BOOST_TEST(refusal(act, f) == "IS_SCRAPPED");
  });
}

BOOST_AUTO_TEST_CASE(an_open_appointment_forbids_everything_but_an_edit_of_other_fields) {
  each([](InstrumentFacts f) {
    if (f.state == State::scrapped) return;
    f.on_appointment = true;
    BOOST_TEST(refusal(Act::edit, f) == "");
    for (const Act act : {Act::edit_identity, Act::stop, Act::scrap, Act::remove, Act::book})
      BOOST_TEST(refusal(act, f) == "ON_APPOINTMENT");
  });
}

BOOST_AUTO_TEST_CASE(only_what_was_never_submitted_and_has_no_result_is_removed) {
  each([](const InstrumentFacts& f) {
    const bool free =
        !f.on_appointment && !f.ever_submitted && (f.last_result == Result::none || f.last_result == Result::declared);
    BOOST_TEST(refusal(Act::remove, f).empty() == free);
  });
}

BOOST_AUTO_TEST_CASE(what_is_verified_once_is_booked_until_it_has_passed) {
  each([](const InstrumentFacts& f) {
    if (f.state == State::scrapped || f.on_appointment) return;
    const bool done = f.mode != Mode::periodic && f.last_result != Result::none && f.last_result != Result::fail;
    BOOST_TEST(refusal(Act::book, f) == (done ? "FIRST_DONE" : ""));
  });
}

BOOST_AUTO_TEST_CASE(stopping_and_enabling_lead_to_and_fro) {
  const InstrumentFacts in_use{}, stopped{State::stopped};
  BOOST_TEST(refusal(Act::stop, in_use) == "");
  BOOST_TEST(refusal(Act::stop, stopped) == "IS_STOPPED");
  BOOST_TEST(refusal(Act::enable, stopped) == "");
  BOOST_TEST(refusal(Act::enable, in_use) == "IS_IN_USE");
  BOOST_TEST(refusal(Act::scrap, in_use) == "");
  BOOST_TEST(refusal(Act::scrap, stopped) == "");
}

BOOST_AUTO_TEST_CASE(only_the_four_acts_of_a_list_have_a_name) {
  for (const Act act : acts)
    BOOST_TEST(code_of(act).empty() == (act == Act::edit || act == Act::edit_identity || act == Act::book));
}

BOOST_AUTO_TEST_SUITE_END()
