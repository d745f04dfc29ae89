// Tests of domain/mail/reminder_preferences.h.
#include "domain/mail/reminder_preferences.h"

#include "domain/values/terms.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

using domain::Date;
using domain::PreferencesForm;

std::vector<domain::Error> errors_of(const PreferencesForm& form) { return domain::check(form).errors; }
bool only_error(const PreferencesForm& form, const char* field, const char* code) {
  const auto errors = errors_of(form);
  return errors.size() == 1U && errors.front().field == field && errors.front().code == code;
}
Date day(const char* iso) { return Date::from_iso(iso).value(); }

std::string shown(const domain::ReminderPreferences& preferences, const char* from = "2026-01-01") {
  std::string text;
  for (const Date on : domain::example_days(preferences, day("2026-06-15"), day(from), day("2026-08-31")))
    text += (text.empty() ? "" : " ") + on.iso().substr(5);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reminder_preferences)

BOOST_AUTO_TEST_CASE(the_words_offer_what_the_rule_knows) {
  std::vector<int> offered;
  for (const domain::Term& choice : domain::reminder_thresholds()) offered.push_back(std::stoi(std::string(choice.code)));
  BOOST_TEST(offered == domain::threshold_choices(), boost::test_tools::per_element());
  for (const auto what : {domain::off_soon, domain::off_rotate, domain::off_not_verified})
    BOOST_TEST(domain::contains(domain::optional_reminders(), what));
  BOOST_TEST(domain::optional_reminders().size() == 3U);
}

BOOST_AUTO_TEST_CASE(what_is_ticked_is_kept_in_order_and_once) {
  const auto checked = domain::check({{"1", "30", "7", "30"}, {"not_verified", "rotate", "rotate"}, true});
  BOOST_REQUIRE(checked.ok());
  BOOST_TEST(checked.value.thresholds == (std::vector<int>{30, 7, 1}), boost::test_tools::per_element());
  BOOST_TEST(checked.value.off == (std::vector<std::string>{"rotate", "not_verified"}), boost::test_tools::per_element());
  BOOST_TEST(checked.value.weekly);
  const auto again = domain::check(domain::form_of(checked.value));
  BOOST_TEST(again.value.thresholds == checked.value.thresholds, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_defaults_are_good) {
  const auto checked = domain::check(domain::form_of({}));
  BOOST_TEST(checked.ok());
  BOOST_TEST(checked.value.thresholds == domain::default_thresholds(), boost::test_tools::per_element());
  BOOST_TEST(checked.value.off.empty());
  BOOST_TEST(!checked.value.weekly);
}

BOOST_AUTO_TEST_CASE(reminders_before_the_date_need_a_threshold_and_weekly_ones_a_long_one) {
  BOOST_TEST(only_error({{}, {}, false}, "thresholds", "REMINDER_DAYS_NEEDED"));
  BOOST_TEST(only_error({{}, {"rotate", "not_verified"}, true}, "thresholds", "REMINDER_DAYS_NEEDED"));
  BOOST_TEST(only_error({{"3", "1"}, {}, true}, "thresholds", "REMINDER_WEEKLY_DAYS"));
  BOOST_TEST(errors_of({{"3", "1"}, {}, false}).empty());
  BOOST_TEST(errors_of({{"7"}, {}, true}).empty());
  BOOST_TEST(errors_of({{}, {"soon"}, false}).empty());
  BOOST_TEST(errors_of({{"1"}, {"soon"}, true}).empty());
}

BOOST_AUTO_TEST_CASE(what_no_form_offers_is_refused) {
  for (const char* odd : {"2", "-1", "", "030", "99999999999999999999", "<b>", "30 "}) {
    BOOST_TEST(only_error({{"30", odd}, {}, false}, "thresholds", "NOT_A_CHOICE"), odd);
    BOOST_TEST(only_error({{"30"}, {odd}, false}, "off", "NOT_A_CHOICE"), odd);
  }
  for (const char* always : {"failed", "due", "overdue"})
    BOOST_TEST(only_error({{"30"}, {always}, false}, "off", "NOT_A_CHOICE"));
}

BOOST_AUTO_TEST_CASE(an_example_says_the_days_a_mail_comes) {
  BOOST_TEST(shown({}) == "05-16 05-31 06-08 06-14 06-16 07-15 08-14");
  BOOST_TEST(shown({{90}, {}, false}) == "03-17 06-16 07-15 08-14");
  BOOST_TEST(shown({{30, 15}, {"soon"}, false}) == "06-16 07-15 08-14");
  BOOST_TEST(shown({{7}, {"rotate", "not_verified"}, false}, "2026-06-10") == "06-10 06-16 07-15 08-14");
  // Mondays; 2026-06-15 itself is one.
  BOOST_TEST(shown({{30, 15, 7, 1}, {}, true}) == "05-18 06-01 06-08 06-15 06-22 07-20 08-17");
}

BOOST_AUTO_TEST_SUITE_END()
