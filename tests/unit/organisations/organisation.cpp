// Tests of domain/organisations/organisation.h: institutions, authorised kinds, departments, people in them.
#include "domain/organisations/organisation.h"

#include "unit/hostile.h"
#include "unit/words.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;
using domain::DivisionChoice;

namespace {

domain::InstitutionForm institution() {
  return {"示范市计量测试所",
          "检定路 8 号",
          "010-12345678",
          "陈检定",
          "shi@example.com",
          "周一至周五",
          "请清洁器具。\r\n请带齐附件。",
          "（示）法计 1 号",
          "2028-12-31"};
}

std::string told(const domain::InstitutionForm& form, DivisionChoice division = DivisionChoice::ok) {
  return words::of(domain::check(form, division, "320100").errors);
}

domain::Kind kind(const char* mode = "periodic") {
  domain::Kind k;
  k.id = 7;
  k.mode = mode;
  return k;
}

std::string told(const domain::AuthorisedKindForm& form, const domain::Kind* of) {
  return words::of(domain::check(form, of).errors);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(organisation)

BOOST_AUTO_TEST_CASE(a_good_institution_is_kept_as_typed_with_its_lines) {
  const auto checked = domain::check(institution(), DivisionChoice::ok, "320100");
  BOOST_TEST(words::of(checked.errors) == "");
  BOOST_TEST(checked.value.instructions == "请清洁器具。\n请带齐附件。");
  BOOST_TEST(checked.value.division_code == "320100");
  BOOST_TEST(words::of(checked.value.authorised_until) == "2028-12-31");
}

BOOST_AUTO_TEST_CASE(an_institution_may_stand_in_a_province_or_a_city) {
  BOOST_TEST(told(institution(), DivisionChoice::not_final) == "");
  BOOST_TEST(told(institution(), DivisionChoice::missing) == "division_1:DIVISION_REQUIRED");
  BOOST_TEST(told(institution(), DivisionChoice::not_selectable) == "division_1:NOT_A_CHOICE");
}

BOOST_AUTO_TEST_CASE(what_an_institution_must_say_is_told_in_the_order_of_the_form) {
  BOOST_TEST(told({}, DivisionChoice::missing) ==
             "organisation_name:REQUIRED division_1:DIVISION_REQUIRED address:REQUIRED phone:REQUIRED");
  auto form = institution();
  form.phone = "12";
  form.email = "shi.example.com";
  form.authorised_until = "明年";
  BOOST_TEST(told(form) == "phone:PHONE_FORMAT email:EMAIL_FORMAT authorised_until:DATE_FORMAT");
}

BOOST_DATA_TEST_CASE(strange_names_stay_as_they_are, data::make(hostile::harmless()), typed) {
  auto form = institution();
  form.name = typed;
  BOOST_TEST(domain::check(form, DivisionChoice::ok, "320100").value.name == typed);
}

BOOST_DATA_TEST_CASE(control_characters_are_refused, data::make(hostile::controls()), typed) {
  auto form = institution();
  form.working_hours = "周一" + typed + "周五";
  BOOST_TEST(told(form) == "working_hours:CONTROL_CHARACTER");
}

BOOST_AUTO_TEST_CASE(an_authorised_kind_needs_a_kind_under_verification_and_a_way_to_deliver) {
  const domain::Kind periodic = kind(), none = kind("none");
  BOOST_TEST(told({"7", "", "", "", {"send_in"}}, &periodic) == "");
  BOOST_TEST(told({"7", "", "", "", {}}, &periodic) == "deliveries:REQUIRED");
  BOOST_TEST(told({"7", "", "", "", {"by_mail"}}, &periodic) == "deliveries:NOT_A_CHOICE");
  BOOST_TEST(told({"", "", "", "", {"send_in"}}, nullptr) == "kind_id:REQUIRED");
  BOOST_TEST(told({"9", "", "", "", {"send_in"}}, nullptr) == "kind_id:NOT_A_CHOICE");
  BOOST_TEST(told({"7", "", "", "", {"send_in"}}, &none) == "kind_id:KIND_NOT_VERIFIED");
  BOOST_TEST(told({"7", words::repeated("长", 101), "", "x", {"on_site"}}, &periodic) ==
             "measuring_range:TOO_LONG(100) valid_until:DATE_FORMAT");
}

BOOST_AUTO_TEST_CASE(both_ways_of_delivery_can_be_ticked) {
  const domain::Kind periodic = kind();
  const auto value = domain::check(domain::AuthorisedKindForm{"7", "", "", "", {"on_site", "send_in"}}, &periodic).value;
  BOOST_TEST(value.send_in);
  BOOST_TEST(value.on_site);
}

BOOST_AUTO_TEST_CASE(a_department_needs_a_name_and_a_phone) {
  BOOST_TEST(words::of(domain::check(domain::DepartmentForm{"示范局", "", "12315", "", ""}).errors) == "");
  BOOST_TEST(words::of(domain::check(domain::DepartmentForm{}).errors) == "organisation_name:REQUIRED phone:REQUIRED");
}

BOOST_AUTO_TEST_CASE(the_first_person_of_an_organisation_is_its_manager) {
  const domain::PersonForm worker{"shifan_01", "示范人", "worker"};
  BOOST_TEST(words::of(domain::check(worker, false).errors) == "role:MANAGER_FIRST");
  BOOST_TEST(words::of(domain::check(worker, true).errors) == "");
  BOOST_TEST(words::of(domain::check(domain::PersonForm{"", "", "boss"}, true).errors) ==
             "login:REQUIRED person:REQUIRED role:NOT_A_CHOICE");
}

BOOST_AUTO_TEST_SUITE_END()
