// The header of an appointment as typed, and which institution takes which instrument.
#include "domain/appointments/booking.h"

#include "domain/appointments/limits.h"

#include <boost/test/unit_test.hpp>

using namespace domain;

namespace domain {
std::ostream& operator<<(std::ostream& out, Fit fit) {
  return out << (fit == Fit::covered ? "covered" : fit == Fit::unclear ? "unclear" : "outside");
}
}  // namespace domain

namespace {

const Date today = *Date::of(2026, 11, 25);

Candidate institution(long long id, std::vector<std::string> divisions, AuthorisedWay way) {
  Candidate c;
  c.id = id;
  c.divisions = std::move(divisions);
  c.kinds[7] = {std::move(way)};
  return c;
}
AuthorisedWay both_ways(std::vector<std::string> regions = {}) { return {"", "", {}, true, true, std::move(regions)}; }
Wanted scale(long long id = 1) { return {id, 7, "（0.1～30）kg", "Ⅲ", "send_in", {"320000", "320100", "320102"}}; }

long long taken(const std::vector<Candidate>& institutions, const Wanted& wanted) {
  const auto choice = choose({wanted}, institutions, {}, today).at(wanted.id);
  return choice.taken ? choice.taken->institution_id : 0;
}

std::string errors_of(const BookingForm& form, bool submitting) {
  std::string text;
  for (const Error& e : check(form, today, submitting).errors) text += e.field + "=" + e.code + " ";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(booking)

BOOST_AUTO_TEST_CASE(ranges_are_compared_only_as_numbers_of_the_same_unit) {
  const auto fit = [](const char* may, const char* is) { return range_fit(may, is); };
  BOOST_TEST(fit("", "任何") == Fit::covered);
  BOOST_TEST(fit("（0.1～30）kg", "(0.1~30)kg") == Fit::covered);
  BOOST_TEST(fit("(0～60)kg", "（0.1～30）kg") == Fit::covered);
  BOOST_TEST(fit("(0～60)kg", "0kg至30kg") == Fit::covered);
  BOOST_TEST(fit("(0～15)kg", "（0.1～30）kg") == Fit::outside);
  BOOST_TEST(fit("（1～60）kg", "0～30kg") == Fit::covered);  // 0: from the smallest
  BOOST_TEST(fit("（1～60）kg", "0.5～30kg") == Fit::outside);
  BOOST_TEST(fit("≤60kg", "30kg") == Fit::covered);
  BOOST_TEST(fit("≤20kg", "30kg") == Fit::outside);
  BOOST_TEST(fit("(-20~50)℃", "−10～40℃") == Fit::covered);
  BOOST_TEST(fit("(0~50)℃", "-10～40℃") == Fit::outside);
  BOOST_TEST(fit("(０～６０)ＭＰａ", "(0~40)MPa") == Fit::covered);
  BOOST_TEST(fit("（0～150）t", "200 g~30 kg") == Fit::covered);
  BOOST_TEST(fit("（0～150）kg", "（1～20）t") == Fit::outside);
  BOOST_TEST(fit("(0～60)kg", "（0.1～30）MPa") == Fit::unclear);
  BOOST_TEST(fit("60kg", "30kg") == Fit::unclear);  // one value only, or up to it?
  BOOST_TEST(fit("DN15～DN25", "DN20") == Fit::unclear);
  BOOST_TEST(fit("(0~1)kPa；(0~40)MPa", "(0~30)MPa") == Fit::unclear);
  BOOST_TEST(fit("(1~60)kg", "<b>\"'&{{X}}") == Fit::unclear);
  BOOST_TEST(fit("(60~1)kg", "(0~30)kg") == Fit::unclear);
  BOOST_TEST(fit("(0~99999999999999999999)kg", "(0~30)kg") == Fit::unclear);
}

BOOST_AUTO_TEST_CASE(a_stricter_accuracy_than_authorised_is_outside) {
  const auto fit = [](const char* may, const char* is) { return accuracy_fit(may, is); };
  BOOST_TEST(fit("", "Ⅰ") == Fit::covered);
  BOOST_TEST(fit("Ⅲ", "Ⅲ级") == Fit::covered);
  BOOST_TEST(fit("Ⅲ级及以下", "Ⅳ") == Fit::covered);
  BOOST_TEST(fit("Ⅲ", "Ⅱ") == Fit::outside);
  BOOST_TEST(fit("III", "Ⅲ") == Fit::covered);
  BOOST_TEST(fit("0.5级", "1.6") == Fit::covered);
  BOOST_TEST(fit("1.6级", "0.5级") == Fit::outside);
  BOOST_TEST(fit("±0.5%", "±1%") == Fit::covered);
  BOOST_TEST(fit("±1.0%", "±0.5%") == Fit::outside);
  BOOST_TEST(fit("0.5级", "±1%") == Fit::unclear);
  BOOST_TEST(fit("Ⅱ、Ⅲ", "Ⅲ") == Fit::covered);
  BOOST_TEST(fit("Ⅱ、Ⅲ", "Ⅰ") == Fit::outside);
  BOOST_TEST(fit("±3.75 mmHg", "±3.75mmHg") == Fit::covered);
  BOOST_TEST(fit("±3.75 mmHg", "±2 mmHg") == Fit::outside);
  BOOST_TEST(fit("二等", "一等") == Fit::unclear);
}

BOOST_AUTO_TEST_CASE(the_nearest_that_covers_it_takes_it) {
  const auto county = institution(1, {"320000", "320100", "320102"}, both_ways());
  const auto city = institution(2, {"320000", "320100"}, both_ways());
  const auto province = institution(3, {"320000"}, both_ways());
  const auto neighbour = institution(4, {"320000", "320100", "320104"}, both_ways());
  const auto served = institution(5, {"330000"}, both_ways({"320100"}));
  BOOST_TEST(taken({province, city, county}, scale()) == 1);
  BOOST_TEST(taken({province, city, neighbour}, scale()) == 2);
  BOOST_TEST(taken({province, served}, scale()) == 3);
  BOOST_TEST(taken({served}, scale()) == 5);
  BOOST_TEST(taken({neighbour}, scale()) == 0);
  auto late = county, idle = county, over = county, only_site = county, small = county, unclear = county;
  late.kinds[7][0].valid_until = today.plus_days(-1);
  BOOST_TEST(taken({late}, scale()) == 0);
  late.kinds[7][0].valid_until = today;
  BOOST_TEST(taken({late}, scale()) == 1);
  idle.active = false;
  BOOST_TEST(taken({idle, city}, scale()) == 2);
  over.authorised_until = today.plus_days(-1);
  BOOST_TEST(taken({over, city}, scale()) == 2);
  small.kinds[7][0].measuring_range = "(0~15)kg";
  BOOST_TEST(taken({small, city}, scale()) == 2);
  unclear.kinds[7][0].measuring_range = "小型";
  BOOST_TEST(taken({unclear, city}, scale()) == 1);
  BOOST_TEST((offers_for(scale(), {unclear}, today).at(0).range == Fit::unclear));
  auto other_kind = scale();
  other_kind.kind_id = 8;
  BOOST_TEST(taken({county}, other_kind) == 0);
  only_site.kinds[7][0].send_in = false;
  BOOST_TEST(taken({only_site}, scale()) == 0);  // the other way is offered, never taken by itself
  BOOST_TEST(offers_for(scale(), {only_site}, today).size() == 1);
}

BOOST_AUTO_TEST_CASE(of_equals_the_one_that_takes_most_is_chosen_and_a_person_may_choose_otherwise) {
  const auto one = institution(1, {"320000", "320100", "320102"}, both_ways());
  auto two = institution(2, {"320000", "320100", "320102"}, both_ways());
  two.kinds[8] = {both_ways()};
  auto meter = scale(20);
  meter.kind_id = 8;
  const auto choices = choose({scale(10), meter}, {one, two}, {}, today);
  BOOST_TEST(choices.at(10).taken->institution_id == 2);
  BOOST_TEST(choices.at(20).taken->institution_id == 2);
  const auto own = choose({scale(10)}, {one, two}, {{10, {2, "on_site"}}}, today);
  BOOST_TEST(own.at(10).taken->institution_id == 2);
  BOOST_TEST(own.at(10).taken->delivery == "on_site");
  BOOST_TEST(choose({scale(10)}, {one, two}, {{10, {99, "send_in"}}}, today).at(10).taken->institution_id == 1);
  BOOST_TEST(!choose({scale(10)}, {one, two}, {{10, {0, ""}}}, today).at(10).taken);
}

BOOST_AUTO_TEST_CASE(the_header_is_checked_as_far_as_it_is_filled_and_whole_at_submission) {
  BOOST_TEST(errors_of({"", "", "", "", ""}, false) == "");
  BOOST_TEST(errors_of({"", "", "", "", ""}, true) == "contact=REQUIRED phone=REQUIRED unit_address=REQUIRED ");
  BOOST_TEST(errors_of({"张三", "１３８ ００１３ ８０００", "示范路", "2026年11月25日", ""}, true) == "");
  BOOST_TEST(errors_of({"张三", "13800138000", "示范路", "2026-11-24", ""}, true) == "expected_on=DATE_PAST ");
  BOOST_TEST(errors_of({std::string(51, 'x'), "123", std::string(201, 'x'), "明天", std::string(501, 'x')}, false) ==
             "contact=TOO_LONG phone=PHONE_FORMAT unit_address=TOO_LONG expected_on=DATE_FORMAT remark=TOO_LONG ");
}

BOOST_AUTO_TEST_CASE(destinations_read_back) {
  BOOST_TEST(code_of(*destination_of("12:on_site")) == "12:on_site");
  BOOST_TEST(destination_of("0:")->institution_id == 0);
  for (const char* bad : {"", ":", "x:send_in", "12", "12:by_air", "-1:send_in", "99999999999999999999:send_in"})
    BOOST_TEST(!destination_of(bad));
}

BOOST_AUTO_TEST_SUITE_END()
