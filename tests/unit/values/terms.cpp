// Tests of domain/values/terms.h.
#include "domain/values/terms.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

namespace data = boost::unit_test::data;

namespace {
const std::vector<const domain::Terms*> all_terms{
    &domain::user_types(), &domain::unit_types(), &domain::id_types(), &domain::review_states(), &domain::uses(),
    &domain::origins(),    &domain::deliveries(), &domain::states(),   &domain::modes(),         &domain::supervisions()};
}

BOOST_AUTO_TEST_SUITE(terms)

BOOST_AUTO_TEST_CASE(no_code_and_no_word_stands_twice_in_one_list) {
  for (const auto* terms : all_terms) {
    std::set<std::string_view> codes, words;
    for (const auto& term : *terms) {
      BOOST_TEST(!term.code.empty());
      BOOST_TEST(!term.word.empty());
      codes.insert(term.code);
      words.insert(term.word);
    }
    BOOST_TEST(codes.size() == terms->size());
    BOOST_TEST(words.size() == terms->size());
  }
}

BOOST_AUTO_TEST_CASE(every_code_has_its_word) {
  BOOST_TEST(domain::word(domain::user_types(), "unit") == "计量器具使用单位（企业用户）");
  BOOST_TEST(domain::word(domain::unit_types(), "individual") == "个体工商户");
  BOOST_TEST(domain::word(domain::id_types(), "id_card") == "居民身份证");
  BOOST_TEST(domain::word(domain::review_states(), "rejected") == "审核不通过（退回修改）");
  BOOST_TEST(domain::word(domain::uses(), "trade") == "贸易结算");
  BOOST_TEST(domain::word(domain::origins(), "hmt") == "港澳台");
  BOOST_TEST(domain::word(domain::deliveries(), "on_site") == "现场检定");
  BOOST_TEST(domain::word(domain::states(), "stopped") == "停用");
  BOOST_TEST(domain::word(domain::modes(), "first_rotate") == "只做首次强制检定，限期使用，到期轮换");
  BOOST_TEST(domain::word(domain::supervisions(), "both") == "型式批准、强制检定");
}

BOOST_AUTO_TEST_CASE(the_first_of_each_list_is_what_people_most_often_choose) {
  BOOST_TEST(domain::user_types().front().code == "unit");
  BOOST_TEST(domain::unit_types().front().code == "enterprise");
  BOOST_TEST(domain::id_types().front().code == "id_card");
}

BOOST_AUTO_TEST_CASE(an_unknown_code_is_shown_as_it_is) {
  BOOST_TEST(domain::word(domain::uses(), "barter") == "barter");
  BOOST_TEST(domain::word(domain::uses(), "") == "");
  BOOST_TEST(!domain::contains(domain::uses(), "barter"));
  BOOST_TEST(!domain::contains(domain::uses(), ""));
  BOOST_TEST(!domain::contains(domain::uses(), "TRADE"));
  BOOST_TEST(domain::contains(domain::uses(), "trade"));
}

BOOST_DATA_TEST_CASE(every_form_field_has_a_label,
                     data::make({"unit_type",
                                 "unit_name",
                                 "unit_code",
                                 "division_code",
                                 "division_1",
                                 "division_2",
                                 "division_3",
                                 "place_division",
                                 "representative",
                                 "id_type",
                                 "id_number",
                                 "license",
                                 "contact",
                                 "mobile",
                                 "email",
                                 "login",
                                 "password",
                                 "password_confirm",
                                 "consent_terms",
                                 "consent_privacy",
                                 "consent_id_number",
                                 "captcha",
                                 "user_type",
                                 "kind_query",
                                 "kind_id",
                                 "name",
                                 "model",
                                 "measuring_range",
                                 "accuracy",
                                 "serial_number",
                                 "manufacturer",
                                 "origin",
                                 "place",
                                 "quantity",
                                 "use",
                                 "delivery",
                                 "management_number",
                                 "cycle_months",
                                 "verified_on",
                                 "valid_until",
                                 "certificate_number",
                                 "institution_name",
                                 "remark",
                                 "reason"}),
                     field) {
  const std::string_view label = domain::field_label(field);
  BOOST_TEST(label != field);
  BOOST_TEST(!label.empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_field_is_labelled_by_its_name) {
  BOOST_TEST(domain::field_label("no_such_field") == "no_such_field");
}

BOOST_AUTO_TEST_SUITE_END()
