// Tests of domain/ledger/standing.h: a table of everything that can be, against the rule told in plain sentences.
#include "domain/ledger/standing.h"

#include "domain/values/terms.h"
#include "unit/words.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <set>
#include <stdexcept>

namespace data = boost::unit_test::data;
using domain::Date;

namespace {

const Date today = words::day("2026-11-24");

const std::vector<std::string> state_codes{"in_use", "stopped", "scrapped"};
const std::vector<std::string> mode_codes{"periodic", "first_scrap", "first_rotate"};
const std::vector<std::string> result_codes{"", "declared", "pass", "fail"};

std::string in_words(const domain::Judgement& j) {
  std::string text{domain::code_of(j.standing)};
  if (j.colour != domain::Colour::none) text += " " + std::string(domain::code_of(j.colour));
  if (j.days != 0) text += " " + std::to_string(j.days);
  return text;
}

std::string judged(const std::string& state, const std::string& mode, const std::string& result, std::optional<int> due_in,
                   Date on = today) {
  std::optional<Date> due;
  if (due_in) due = on.plus_days(*due_in);
  return in_words(domain::standing(domain::state_of(state), domain::mode_of(mode), domain::result_of(result), due, on));
}

// The oracle: nothing but sentences, one after another.
std::string expected(const std::string& state, const std::string& mode, const std::string& result, std::optional<int> due_in) {
  if (state == "stopped") return "stopped";
  if (state == "scrapped") return "scrapped";
  if (result == "fail") return "failed red";
  if (mode == "first_scrap" && result != "") return "first_done";
  if (result == "") return "not_verified";
  if (!due_in && mode == "first_rotate") return "valid";
  if (!due_in) return "not_verified";
  const std::string late = mode == "first_rotate" ? "rotate_due" : "overdue";
  const std::string soon = mode == "first_rotate" ? "rotate_soon" : "due_soon";
  if (*due_in < 0) return late + " red " + std::to_string(-*due_in);
  if (*due_in == 0) return soon + " yellow";
  if (*due_in <= 30) return soon + " yellow " + std::to_string(*due_in);
  return "valid";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(standing)

BOOST_DATA_TEST_CASE(every_state_mode_and_result_stands_as_told,
                     data::make(state_codes) * data::make(mode_codes) * data::make(result_codes), state, mode, result) {
  BOOST_TEST(judged(state, mode, result, std::nullopt) == expected(state, mode, result, std::nullopt));
  for (int due_in = -400; due_in <= 400; ++due_in) {
    const std::string answer = judged(state, mode, result, due_in);
    const std::string told = expected(state, mode, result, due_in);
    if (answer != told) BOOST_ERROR("due in " << due_in << " days: " << answer << ", not " << told);
  }
}

BOOST_AUTO_TEST_CASE(the_due_date_itself_is_not_overdue) {
  BOOST_TEST(judged("in_use", "periodic", "pass", 0) == "due_soon yellow");
}

BOOST_AUTO_TEST_CASE(the_day_after_the_due_date_is_overdue_by_one_day) {
  BOOST_TEST(judged("in_use", "periodic", "pass", -1) == "overdue red 1");
}

BOOST_AUTO_TEST_CASE(thirty_days_left_is_yellow_and_thirty_one_is_not) {
  BOOST_TEST(judged("in_use", "periodic", "pass", 30) == "due_soon yellow 30");
  BOOST_TEST(judged("in_use", "periodic", "pass", 31) == "valid");
}

BOOST_AUTO_TEST_CASE(what_the_unit_declared_counts_as_a_record) {
  BOOST_TEST(judged("in_use", "periodic", "declared", -1) == "overdue red 1");
  BOOST_TEST(judged("in_use", "first_scrap", "declared", std::nullopt) == "first_done");
}

BOOST_AUTO_TEST_CASE(a_failed_instrument_is_red_whatever_its_date_and_mode) {
  for (const auto& mode : mode_codes) BOOST_TEST(judged("in_use", mode, "fail", 300) == "failed red");
}

BOOST_AUTO_TEST_CASE(what_is_stopped_or_scrapped_has_no_colour) {
  BOOST_TEST(judged("stopped", "periodic", "fail", -100) == "stopped");
  BOOST_TEST(judged("scrapped", "periodic", "fail", -100) == "scrapped");
}

BOOST_AUTO_TEST_CASE(a_meter_at_the_end_of_its_service_life_is_never_called_overdue) {
  BOOST_TEST(judged("in_use", "first_rotate", "pass", -1) == "rotate_due red 1");
  BOOST_TEST(judged("in_use", "first_rotate", "pass", 0) == "rotate_soon yellow");
  BOOST_TEST(judged("in_use", "first_rotate", "pass", 30) == "rotate_soon yellow 30");
  BOOST_TEST(judged("in_use", "first_rotate", "pass", 31) == "valid");
  BOOST_TEST(judged("in_use", "first_rotate", "pass", std::nullopt) == "valid");
  BOOST_TEST(judged("in_use", "first_rotate", "", std::nullopt) == "not_verified");
}

BOOST_AUTO_TEST_CASE(days_are_counted_across_leap_days_and_years) {
  const Date due = words::day("2028-02-28");
  const auto on = [&](const char* iso) {
    return in_words(domain::standing(domain::State::in_use, domain::Mode::periodic, domain::Result::pass, due, words::day(iso)));
  };
  BOOST_TEST(on("2028-02-29") == "overdue red 1");
  BOOST_TEST(on("2028-03-01") == "overdue red 2");
  BOOST_TEST(on("2029-02-28") == "overdue red 366");
  BOOST_TEST(on("2028-01-29") == "due_soon yellow 30");
  BOOST_TEST(on("2028-01-28") == "valid");
  BOOST_TEST(on("0001-01-01") == "valid");
}

BOOST_AUTO_TEST_CASE(every_standing_has_a_code_of_its_own) {
  std::set<std::string_view> codes;
  for (int s = 0; s <= static_cast<int>(domain::Standing::valid); ++s)
    codes.insert(domain::code_of(static_cast<domain::Standing>(s)));
  BOOST_TEST(codes.size() == static_cast<std::size_t>(domain::Standing::valid) + 1);
  BOOST_TEST(codes.count("") == 0U);
}

BOOST_AUTO_TEST_CASE(colours_have_the_codes_that_pages_use) {
  BOOST_TEST(domain::code_of(domain::Colour::none) == "");
  BOOST_TEST(domain::code_of(domain::Colour::yellow) == "yellow");
  BOOST_TEST(domain::code_of(domain::Colour::red) == "red");
}

BOOST_AUTO_TEST_CASE(a_code_that_no_rule_knows_is_a_programming_error) {
  for (const char* code : {"IN_USE", "in_use ", "none", "0", "<b>"}) {
    BOOST_CHECK_THROW(domain::state_of(code), std::invalid_argument);
    BOOST_CHECK_THROW(domain::result_of(code), std::invalid_argument);
    BOOST_CHECK_THROW(domain::mode_of(code), std::invalid_argument);
  }
  BOOST_CHECK_THROW(domain::state_of(""), std::invalid_argument);
  BOOST_CHECK_THROW(domain::mode_of(""), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(the_terms_of_states_and_modes_are_known_to_the_rule) {
  for (const auto& term : domain::states()) BOOST_CHECK_NO_THROW(domain::state_of(term.code));
  for (const auto& term : domain::modes()) {
    if (term.code != "none") BOOST_CHECK_NO_THROW(domain::mode_of(term.code));
  }
}

BOOST_AUTO_TEST_SUITE_END()
