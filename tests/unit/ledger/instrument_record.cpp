// Tests of domain/ledger/instrument.h: serial number, quantity, cycle, and the record of a verification.
#include "domain/ledger/instrument.h"
#include "unit/ledger/ledger_form.h"
#include "unit/words.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;
using namespace ledger_form;

namespace {

// What a record becomes: its errors, else the end of its validity.
std::string until(const Kind& kind, const std::string& verified_on, const std::string& valid_until,
                  const std::string& cycle = "") {
  auto form = good_form();
  form.verified_on = verified_on;
  form.valid_until = valid_until;
  form.cycle_months = cycle;
  const auto result = checked(form, &kind);
  return result.ok() ? words::of(result.value.valid_until) : words::of(result.errors);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(instrument_record)

BOOST_AUTO_TEST_CASE(a_serial_number_keeps_its_zeros_and_loses_its_width) {
  auto form = good_form();
  form.serial_number = "　００１２３－Ａb ";
  BOOST_TEST(checked(form).value.serial_number == "00123-Ab");
  BOOST_TEST(words::of(checked(form).errors) == "");
}

BOOST_AUTO_TEST_CASE(no_serial_number_needs_a_remark) {
  auto form = good_form();
  form.serial_number = " 无 ";
  BOOST_TEST(told(form) == "remark:SERIAL_NONE_NEEDS_REMARK");
  form.remark = "　";
  BOOST_TEST(told(form) == "remark:SERIAL_NONE_NEEDS_REMARK");
  form.remark = "铭牌脱落";
  BOOST_TEST(told(form) == "");
  form.serial_number = "无锡 01";
  form.remark = "";
  BOOST_TEST(told(form) == "");
}

BOOST_DATA_TEST_CASE(a_number_that_a_spreadsheet_spoiled_is_noticed,
                     data::make({"1.23E+15", "1.23e+15", "1E+15", "9.00001E+9", " 1.23E+15 ", "１．２３Ｅ＋１５", "2.02611E+11"}),
                     typed) {
  BOOST_TEST(told_with(&InstrumentForm::serial_number, typed) == "serial_number:SERIAL_SPREADSHEET");
}

BOOST_DATA_TEST_CASE(a_serial_number_that_only_resembles_one_is_kept,
                     data::make({"1E15", "1.23E15", "12.3E+15", "A1.23E+15", "1.23E+15A", "1.E+15", "E+15", "1.23E+", "1.23E-15",
                                 "1.23"}),
                     typed) {
  BOOST_TEST(told_with(&InstrumentForm::serial_number, typed) == "");
}

BOOST_DATA_TEST_CASE(several_instruments_share_a_range_of_serial_numbers,
                     data::make({"001-010", "001~010", "001～010", "001至010", "001—010", "001－010"}), serial) {
  auto form = good_form();
  form.serial_number = serial;
  form.quantity = "10";
  BOOST_TEST(told(form) == "");
  BOOST_TEST(checked(form).value.quantity == 10);
}

BOOST_AUTO_TEST_CASE(several_instruments_cannot_share_one_serial_number) {
  auto form = good_form();
  form.quantity = "2";
  BOOST_TEST(told(form) == "quantity:QUANTITY_SERIAL");
  form.serial_number = "无";
  form.remark = "同型号共用";
  BOOST_TEST(told(form) == "");
  form.serial_number = "";
  BOOST_TEST(told(form) == "serial_number:REQUIRED");
}

struct Number {
  const char* typed;
  const char* told;
};
std::ostream& operator<<(std::ostream& out, const Number& number) { return out << number.typed; }

BOOST_DATA_TEST_CASE(a_quantity_is_a_whole_number_from_1_to_100000,
                     data::make(std::vector<Number>{{"1", ""},
                                                    {" 2 ", ""},
                                                    {"１０", ""},
                                                    {"007", ""},
                                                    {"100000", ""},
                                                    {"0000000000000000001", ""},
                                                    {"100001", "quantity:OUT_OF_RANGE(1,100000)"},
                                                    {"0", "quantity:OUT_OF_RANGE(1,100000)"},
                                                    {"000000000000", "quantity:OUT_OF_RANGE(1,100000)"},
                                                    {"-1", "quantity:OUT_OF_RANGE(1,100000)"},
                                                    {"－１", "quantity:OUT_OF_RANGE(1,100000)"},
                                                    {"99999999999999999999", "quantity:OUT_OF_RANGE(1,100000)"},
                                                    {"4294967297", "quantity:OUT_OF_RANGE(1,100000)"},
                                                    {"1.5", "quantity:NOT_A_NUMBER"},
                                                    {"1台", "quantity:NOT_A_NUMBER"},
                                                    {"一", "quantity:NOT_A_NUMBER"},
                                                    {"1e3", "quantity:NOT_A_NUMBER"},
                                                    {"0x10", "quantity:NOT_A_NUMBER"},
                                                    {"+1", "quantity:NOT_A_NUMBER"},
                                                    {"1 000", "quantity:NOT_A_NUMBER"},
                                                    {"--1", "quantity:NOT_A_NUMBER"},
                                                    {"-", "quantity:NOT_A_NUMBER"},
                                                    {"<b>\"'&", "quantity:NOT_A_NUMBER"},
                                                    {"", "quantity:REQUIRED"},
                                                    {"　", "quantity:REQUIRED"}}),
                     number) {
  auto form = good_form();
  form.serial_number = "1~9";
  form.quantity = number.typed;
  BOOST_TEST(told(form) == number.told);
}

BOOST_DATA_TEST_CASE(a_cycle_is_a_whole_number_from_1_to_240,
                     data::make(std::vector<Number>{{"", ""},
                                                    {"1", ""},
                                                    {"12", ""},
                                                    {"240", "cycle_months:CYCLE_LONGER(12)"},
                                                    {"１２", ""},
                                                    {"0", "cycle_months:OUT_OF_RANGE(1,240)"},
                                                    {"241", "cycle_months:OUT_OF_RANGE(1,240)"},
                                                    {"-6", "cycle_months:OUT_OF_RANGE(1,240)"},
                                                    {"六", "cycle_months:NOT_A_NUMBER"},
                                                    {"6天", "cycle_months:NOT_A_NUMBER"}}),
                     number) {
  BOOST_TEST(told_with(&InstrumentForm::cycle_months, number.typed) == number.told);
}

BOOST_AUTO_TEST_CASE(the_kinds_cycle_fills_an_empty_one) {
  auto form = good_form();
  BOOST_TEST(checked(form).value.cycle_months.value() == 12);
  form.cycle_months = "6";
  BOOST_TEST(checked(form).value.cycle_months.value() == 6);
  form.cycle_months = "";
  BOOST_TEST(!checked(form, &scale_without_cycle).value.cycle_months.has_value());
}

// ---- the record of a verification

struct Record {
  const Kind* kind;
  const char *verified_on, *valid_until, *cycle, *result;
};
std::ostream& operator<<(std::ostream& out, const Record& r) {
  return out << r.kind->name << " " << r.verified_on << " / " << r.valid_until << " / " << r.cycle;
}

BOOST_DATA_TEST_CASE(a_verification_is_good_until_its_kind_says,
                     data::make(std::vector<Record>{
                         {&scale, "", "", "", "none"},
                         {&scale, "2026-11-24", "", "", "2027-11-23"},
                         {&scale, "2026-11-24", "", "6", "2027-05-23"},
                         {&scale, "2026年8月31日", "", "6", "2027-02-28"},
                         {&scale, "20260828", "", "６", "2027-02-27"},
                         {&scale, "2026-11-01", "2027-01-15", "", "2027-01-15"},
                         {&scale, "2026-11-01", "2026-11-01", "", "2026-11-01"},
                         {&scale, "2026-11-01", "2026-10-31", "", "valid_until:DATE_ORDER"},
                         {&scale, "2026-11-25", "", "", "verified_on:DATE_FUTURE"},
                         {&scale, "2026-11-31", "", "", "verified_on:DATE_FORMAT"},
                         {&scale, "昨天", "2027-01-01", "", "verified_on:DATE_FORMAT"},
                         {&scale, "2026-11-01", "明年", "", "valid_until:DATE_FORMAT"},
                         {&scale, "", "2027-01-01", "", "verified_on:VERIFIED_ON_REQUIRED"},
                         {&scale, "2026-11-01", "", "0", "cycle_months:OUT_OF_RANGE(1,240)"},
                         {&scale_without_cycle, "2026-11-01", "", "", "valid_until:VALID_UNTIL_REQUIRED"},
                         {&scale_without_cycle, "2026-11-01", "", "x", "cycle_months:NOT_A_NUMBER"},
                         {&scale_without_cycle, "2026-11-01", "", "12", "valid_until:VALID_UNTIL_REQUIRED"},
                         {&scale_without_cycle, "2026-11-01", "2028-01-01", "", "2028-01-01"},
                         {&water_meter, "2024-02-29", "", "", "2030-02-28"},
                         {&water_meter, "2026-11-01", "", "", "2032-11-01"},
                         {&water_meter, "2026-11-01", "2030-01-01", "", "2030-01-01"},
                         {&gas_meter, "2026-11-01", "", "", "valid_until:VALID_UNTIL_REQUIRED"},
                         {&gas_meter, "2026-11-01", "2036-10-31", "", "2036-10-31"},
                         {&gas_meter, "", "", "", "none"},
                         {&thermometer, "2026-11-01", "", "", "none"},
                         {&thermometer, "2026-11-01", "2027-11-01", "", "2027-11-01"}}),
                     record) {
  BOOST_TEST(until(*record.kind, record.verified_on, record.valid_until, record.cycle) == record.result);
}

BOOST_AUTO_TEST_CASE(a_certificate_or_an_institution_needs_the_day_of_verification) {
  BOOST_TEST(told_with(&InstrumentForm::certificate_number, "1") == "verified_on:VERIFIED_ON_REQUIRED");
  BOOST_TEST(told_with(&InstrumentForm::institution_name, "示范计量所") == "verified_on:VERIFIED_ON_REQUIRED");
  BOOST_TEST(told_with(&InstrumentForm::institution_name, "　") == "");
}

BOOST_AUTO_TEST_CASE(what_is_typed_is_ignored_once_an_institution_has_recorded_a_result) {
  auto form = good_form();
  form.verified_on = "nonsense";
  form.valid_until = "2027-01-01";
  form.certificate_number = std::string(1000, 'x');
  form.institution_name = "\x01";
  const auto result = checked(form, &scale, false);
  BOOST_TEST(words::of(result.errors) == "");
  BOOST_TEST(!result.value.verified_on.has_value());
  BOOST_TEST(!result.value.valid_until.has_value());
  BOOST_TEST(result.value.certificate_number == "");
  BOOST_TEST(result.value.institution_name == "");
  BOOST_TEST(result.value.cycle_months.value() == 12);
}

BOOST_AUTO_TEST_CASE(a_record_on_its_own_follows_the_same_rules) {
  const auto values = checked(good_form()).value;
  const auto record = [&](const std::string& verified_on, const std::string& valid_until, const Kind& kind = scale) {
    InstrumentForm form;
    form.verified_on = verified_on;
    form.valid_until = valid_until;
    form.certificate_number = "示检字第 1 号";
    const auto result = check_record(form, values, kind, today, false);
    return result.ok() ? words::of(result.value.valid_until) : words::of(result.errors);
  };
  BOOST_TEST(record("2026-08-31", "") == "2027-08-30");
  BOOST_TEST(record("2026年8月31日", "2026-12-31") == "2026-12-31");
  BOOST_TEST(record("", "") == "verified_on:REQUIRED");
  BOOST_TEST(record(" ", "2026-12-31") == "verified_on:REQUIRED");
  BOOST_TEST(record("昨天", "") == "verified_on:DATE_FORMAT");
  BOOST_TEST(record("2026-11-25", "") == "verified_on:DATE_FUTURE");
  BOOST_TEST(record("2026-08-31", "2026-08-30") == "valid_until:DATE_ORDER");
  BOOST_TEST(record("2026-08-31", "2027-09-01") == "valid_until:DECLARED_BEYOND(2027-08-31)");
  BOOST_TEST(record("2026-08-31", "", thermometer) == "none");
  BOOST_TEST(record("2026-08-31", "", water_meter) == "2032-08-31");
}

// domain.md §11: a unit shortens the kind's cycle and never lengthens it; what is there already is not asked again.
BOOST_AUTO_TEST_CASE(a_longer_cycle_than_the_kinds_is_an_institutions_to_set) {
  auto form = recorded_form();
  for (const auto& [typed, told_of] : {std::pair("12", ""),
                                       {"1", ""},
                                       {"6个月", ""},
                                       {"半年", ""},
                                       {"1年", ""},
                                       {"１２", ""},
                                       {"13", "cycle_months:CYCLE_LONGER(12)"},
                                       {"2年", "cycle_months:CYCLE_LONGER(12)"},
                                       {"240", "cycle_months:CYCLE_LONGER(12)"}}) {
    form.cycle_months = typed;
    BOOST_TEST(told(form) == told_of, typed);
  }
  form.cycle_months = "半年";
  BOOST_TEST(checked(form).value.cycle_months.value() == 6);
  BOOST_TEST(words::of(checked(form).value.valid_until) == "2027-04-30");
  form.cycle_months = "24";
  InstrumentValues stored = checked(form).value;  // as an institution set it
  stored.kind_id = scale.id;
  stored.cycle_months = 24;
  BOOST_TEST(words::of(check(form, &scale, DivisionChoice::ok, today, {true, &stored}).errors) == "");
  BOOST_TEST(words::of(check(form, &scale, DivisionChoice::ok, today, {true, &stored}).value.valid_until) == "2027-10-31");
  stored.cycle_months = 36;
  BOOST_TEST(words::of(check(form, &scale, DivisionChoice::ok, today, {true, &stored}).errors) ==
             "cycle_months:CYCLE_LONGER(12)");
}

BOOST_AUTO_TEST_CASE(a_kind_without_a_cycle_computes_nothing_from_the_units_number) {
  auto form = recorded_form();
  form.cycle_months = "240";
  BOOST_TEST(words::of(checked(form, &scale_without_cycle).errors) == "valid_until:VALID_UNTIL_REQUIRED");
  form.valid_until = "2046-10-31";
  BOOST_TEST(words::of(checked(form, &scale_without_cycle).errors) == "");
}

BOOST_AUTO_TEST_CASE(a_declared_end_beyond_the_kinds_cycle_is_confirmed_once) {
  auto form = recorded_form();
  form.valid_until = "2027-11-01";  // the same day, as some certificates have it
  BOOST_TEST(told(form) == "");
  form.valid_until = "2046-04-01";
  BOOST_TEST(told(form) == "valid_until:DECLARED_BEYOND(2027-11-01)");
  form.cycle_months = "6";
  BOOST_TEST(told(form) == "valid_until:DECLARED_BEYOND(2027-11-01)");  // the kind's, not its own
  const auto confirmed = check(form, &scale, DivisionChoice::ok, today, {true, nullptr, true});
  BOOST_TEST(words::of(confirmed.errors) == "");
  BOOST_TEST(words::of(check(form, &scale, DivisionChoice::ok, today, {true, &confirmed.value}).errors) == "");
  form.valid_until = "2046-04-02";
  BOOST_TEST(words::of(check(form, &scale, DivisionChoice::ok, today, {true, &confirmed.value}).errors) ==
             "valid_until:DECLARED_BEYOND(2027-11-01)");
}

BOOST_AUTO_TEST_CASE(a_retired_kind_stays_with_its_instruments_and_comes_to_no_other) {
  Kind retired = scale;
  retired.retired = true;
  const auto form = good_form();
  BOOST_TEST(told(form, &retired) == "kind_id:KIND_RETIRED");
  InstrumentValues stored;
  stored.kind_id = retired.id;
  BOOST_TEST(words::of(check(form, &retired, DivisionChoice::ok, today, {true, &stored}).errors) == "");
  stored.kind_id = 99;
  BOOST_TEST(words::of(check(form, &retired, DivisionChoice::ok, today, {true, &stored}).errors) == "kind_id:KIND_RETIRED");
}

BOOST_AUTO_TEST_CASE(a_record_on_its_own_keeps_everything_else_of_the_instrument) {
  auto values = checked(recorded_form()).value;
  values.certificate_number = "旧";
  InstrumentForm form;
  form.verified_on = "2026-11-20";
  form.certificate_number = std::string(61, 'x');
  BOOST_TEST(words::of(check_record(form, values, scale, today, false).errors) == "certificate_number:TOO_LONG(60)");
  form.certificate_number = "";
  const auto result = check_record(form, values, scale, today, false);
  BOOST_TEST(result.value.name == values.name);
  BOOST_TEST(result.value.certificate_number == "");
}

BOOST_AUTO_TEST_SUITE_END()
