// Tests of domain/ledger/instrument.h: the ledger's texts and choices with everything that people put into them.
#include "domain/ledger/instrument.h"

#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "unit/hostile.h"
#include "unit/ledger/ledger_form.h"
#include "unit/words.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;
using namespace ledger_form;

namespace {

struct TextField {
  std::string name;
  std::string InstrumentForm::*typed;
  std::string InstrumentValues::*value;
  std::size_t limit;
  bool required;
};
std::ostream& operator<<(std::ostream& out, const TextField& field) { return out << field.name; }

const std::vector<TextField> text_fields{
    {"name", &InstrumentForm::name, &InstrumentValues::name, 100, true},
    {"model", &InstrumentForm::model, &InstrumentValues::model, 100, true},
    {"measuring_range", &InstrumentForm::measuring_range, &InstrumentValues::measuring_range, 100, true},
    {"accuracy", &InstrumentForm::accuracy, &InstrumentValues::accuracy, 60, true},
    {"serial_number", &InstrumentForm::serial_number, &InstrumentValues::serial_number, 60, true},
    {"manufacturer", &InstrumentForm::manufacturer, &InstrumentValues::manufacturer, 120, true},
    {"place", &InstrumentForm::place, &InstrumentValues::place, 200, true},
    {"holder", &InstrumentForm::holder, &InstrumentValues::holder, 60, false},
    {"sub_number", &InstrumentForm::sub_number, &InstrumentValues::sub_number, 20, false},
    {"management_number", &InstrumentForm::management_number, &InstrumentValues::management_number, 40, false},
    {"certificate_number", &InstrumentForm::certificate_number, &InstrumentValues::certificate_number, 60, false},
    {"institution_name", &InstrumentForm::institution_name, &InstrumentValues::institution_name, 100, false},
    {"remark", &InstrumentForm::remark, &InstrumentValues::remark, 500, false}};

struct AnyField {
  std::string name;
  std::string InstrumentForm::*typed;
};
std::ostream& operator<<(std::ostream& out, const AnyField& field) { return out << field.name; }

const std::vector<AnyField> choice_fields{
    {"origin", &InstrumentForm::origin}, {"use", &InstrumentForm::use}, {"delivery", &InstrumentForm::delivery}};
const std::vector<AnyField> number_and_date_fields{{"quantity", &InstrumentForm::quantity},
                                                   {"cycle_months", &InstrumentForm::cycle_months},
                                                   {"verified_on", &InstrumentForm::verified_on},
                                                   {"valid_until", &InstrumentForm::valid_until}};

}  // namespace

BOOST_AUTO_TEST_SUITE(instrument)

BOOST_AUTO_TEST_CASE(a_good_form_becomes_its_values) {
  auto form = recorded_form();
  form.management_number = "A-7";
  form.certificate_number = "证字第 1 号";
  form.institution_name = "示范计量所";
  form.remark = "第一行\r\n第二行";
  const auto result = checked(form);
  BOOST_TEST(words::of(result.errors) == "");
  const auto& value = result.value;
  BOOST_TEST(value.name == "电子秤");
  BOOST_TEST(value.kind_id == 7);
  BOOST_TEST(value.mode == "periodic");
  BOOST_TEST(value.serial_number == "000123");
  BOOST_TEST(value.measuring_range == "(0.1～30)kg");
  BOOST_TEST(value.origin == "domestic");
  BOOST_TEST(value.division_code == "110108");
  BOOST_TEST(value.quantity == 1);
  BOOST_TEST(value.use == "trade");
  BOOST_TEST(value.delivery == "on_site");
  BOOST_TEST(value.management_number == "A-7");
  BOOST_TEST(value.cycle_months.value() == 12);
  BOOST_TEST(words::of(value.verified_on) == "2026-11-01");
  BOOST_TEST(words::of(value.valid_until) == "2027-10-31");
  BOOST_TEST(value.certificate_number == "证字第 1 号");
  BOOST_TEST(value.institution_name == "示范计量所");
  BOOST_TEST(value.remark == "第一行\n第二行");
}

BOOST_AUTO_TEST_CASE(an_empty_form_names_every_required_field_in_the_order_of_the_page) {
  BOOST_TEST(words::of(check(InstrumentForm{}, nullptr, DivisionChoice::missing, today, {}).errors) ==
             "kind_id:REQUIRED name:REQUIRED model:REQUIRED measuring_range:REQUIRED accuracy:REQUIRED serial_number:REQUIRED "
             "manufacturer:REQUIRED origin:REQUIRED division_1:DIVISION_REQUIRED place:REQUIRED quantity:REQUIRED use:REQUIRED "
             "delivery:REQUIRED");
}

BOOST_DATA_TEST_CASE(a_text_left_empty_is_missed_only_when_it_is_required, data::make(text_fields), field) {
  for (const char* blank : {"", " ", "　", "\r\n", "\u200B"}) {
    BOOST_TEST(told_with(field.typed, blank) == (field.required ? field.name + ":REQUIRED" : ""));
  }
}

BOOST_DATA_TEST_CASE(a_text_may_be_as_long_as_its_limit_and_no_longer,
                     data::make(text_fields) * data::make({"a", "秤", "Ⅲ", "𠮷", "Ａ"}), field, piece) {
  auto form = recorded_form();
  form.*field.typed = words::repeated(piece, field.limit);
  BOOST_TEST(told(form) == "");
  form.*field.typed = " " + words::repeated(piece, field.limit) + "　\r\n";
  BOOST_TEST(told(form) == "");
  for (const std::size_t size : {field.limit + 1, std::size_t{50000}}) {
    form.*field.typed = words::repeated(piece, size);
    BOOST_TEST(told(form) == field.name + ":TOO_LONG(" + std::to_string(field.limit) + ")");
  }
}

BOOST_DATA_TEST_CASE(a_text_is_kept_as_typed_but_for_its_ends, data::make(text_fields), field) {
  for (const auto& text : hostile::harmless()) {
    if (domain::length(text) > field.limit) continue;
    auto form = recorded_form();
    form.*field.typed = "　" + text + " ";
    const auto result = checked(form);
    BOOST_TEST(words::of(result.errors) == "");
    if (field.name != "serial_number") BOOST_TEST((result.value.*field.value) == text);
  }
}

BOOST_DATA_TEST_CASE(a_control_character_is_refused_in_every_text, data::make(text_fields), field) {
  for (const auto& text : hostile::controls()) {
    auto form = recorded_form();
    form.*field.typed = text;
    BOOST_TEST(told(form) == field.name + ":CONTROL_CHARACTER");
  }
  for (const auto& text : hostile::lines()) {
    auto form = recorded_form();
    form.*field.typed = text;
    BOOST_TEST(told(form) == (field.name == "remark" ? "" : field.name + ":CONTROL_CHARACTER"));
  }
}

BOOST_DATA_TEST_CASE(a_control_character_is_refused_in_numbers_and_dates, data::make(number_and_date_fields), field) {
  for (const auto& text : hostile::controls()) BOOST_TEST(told_with(field.typed, text) == field.name + ":CONTROL_CHARACTER");
}

BOOST_AUTO_TEST_CASE(a_line_end_in_the_remark_counts_as_one_character) {
  BOOST_TEST(told_with(&InstrumentForm::remark, words::repeated("a\r\n", 249) + "ab") == "");
  BOOST_TEST(told_with(&InstrumentForm::remark, words::repeated("a\r\n", 250) + "b") == "remark:TOO_LONG(500)");
}

BOOST_DATA_TEST_CASE(a_choice_is_one_of_its_terms, data::make(choice_fields), field) {
  for (const char* blank : {"", " "}) BOOST_TEST(told_with(field.typed, blank) == field.name + ":REQUIRED");
  for (const char* typed : {"国产", "TRADE", "0", "<b>\"'&", "{{X}}", "on_site;send_in"}) {
    BOOST_TEST(told_with(field.typed, typed) == field.name + ":NOT_A_CHOICE");
  }
}

BOOST_AUTO_TEST_CASE(every_term_of_a_choice_is_accepted) {
  for (const auto& term : domain::origins()) BOOST_TEST(told_with(&InstrumentForm::origin, std::string(term.code)) == "");
  for (const auto& term : domain::deliveries()) BOOST_TEST(told_with(&InstrumentForm::delivery, std::string(term.code)) == "");
}

BOOST_AUTO_TEST_CASE(a_use_must_be_within_those_of_the_kind) {
  for (const auto& term : domain::uses()) {
    const bool within = term.code == "trade" || term.code == "safety";
    BOOST_TEST(told_with(&InstrumentForm::use, std::string(term.code)) ==
               (within ? "" : "use:USE_OUT_OF_SCOPE(贸易结算、安全防护)"));
  }
  Kind scoped = scale;
  scoped.scope = "最大称量 500 kg 以下";
  auto form = good_form();
  form.use = "medical";
  BOOST_TEST(told(form, &scoped) == "use:USE_OUT_OF_SCOPE(贸易结算、安全防护,最大称量 500 kg 以下)");
}

BOOST_AUTO_TEST_CASE(a_kind_must_be_chosen_and_known) {
  auto form = good_form();
  BOOST_TEST(told(form, nullptr) == "kind_id:NOT_A_CHOICE");
  form.kind_id = " ";
  BOOST_TEST(told(form, nullptr) == "kind_id:REQUIRED");
}

BOOST_AUTO_TEST_CASE(a_kind_that_is_not_verified_cannot_be_put_in_the_ledger) {
  BOOST_TEST(told(good_form(), &approved_only) == "kind_id:KIND_NOT_VERIFIED");
}

BOOST_AUTO_TEST_CASE(the_division_is_reported_on_its_first_select) {
  const auto with = [](DivisionChoice choice) { return words::of(check(good_form(), &scale, choice, today, {}).errors); };
  BOOST_TEST(with(DivisionChoice::missing) == "division_1:DIVISION_REQUIRED");
  BOOST_TEST(with(DivisionChoice::not_final) == "division_1:DIVISION_NOT_FINAL");
  BOOST_TEST(with(DivisionChoice::unknown) == "division_1:NOT_A_CHOICE");
  BOOST_TEST(with(DivisionChoice::not_selectable) == "division_1:NOT_A_CHOICE");
  BOOST_TEST(with(DivisionChoice::ok) == "");
}

BOOST_AUTO_TEST_SUITE_END()
