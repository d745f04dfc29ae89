// The table of the ledger's columns is whole: nothing of the form is forgotten or stands twice, and every line says what its
// content needs.
#include "domain/ledger/instrument_columns.h"

#include "domain/ledger/import_columns.h"
#include "domain/ledger/to_form.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

namespace {

using domain::Column;
using domain::Content;
using domain::InstrumentForm;
using domain::InstrumentValues;

const domain::Date day = *domain::Date::of(2026, 11, 24);

// Another value than that of an empty one.
void change(std::string& value) { value = "x"; }
void change(long long& value) { value += 77; }
void change(int& value) { value += 77; }
void change(std::optional<int>& value) { value = 77; }
void change(std::optional<domain::Date>& value) { value = day; }

bool is_stored(const Column& column) {
  return std::visit([](auto member) { return member != nullptr; }, column.value);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(instrument_columns)

BOOST_AUTO_TEST_CASE(every_member_of_the_form_is_one_column) {
  InstrumentForm form;
  std::set<const std::string*> members;
  for (const Column& column : domain::form_columns()) BOOST_TEST(members.insert(&(form.*column.typed)).second, column.code);
  BOOST_TEST(members.size() == sizeof(InstrumentForm) / sizeof(std::string));
}

BOOST_AUTO_TEST_CASE(every_column_is_stored_where_no_other_is) {
  for (const Column& column : domain::form_columns()) {
    InstrumentValues values;
    std::visit([&](auto member) { change(values.*member); }, column.value);
    const InstrumentForm before = domain::to_form({}), after = domain::to_form(values);
    for (const Column& other : domain::form_columns())
      BOOST_TEST((after.*other.typed != before.*other.typed) == (other.code == column.code), column.code << " " << other.code);
  }
}

BOOST_AUTO_TEST_CASE(codes_names_and_labels_are_there_once) {
  std::set<std::string_view> codes, fields, names, labels;
  for (const Column& column : domain::ledger_columns()) {
    BOOST_TEST(codes.insert(column.code).second, column.code);
    BOOST_TEST(fields.insert(column.field).second, column.code);
    BOOST_TEST(names.insert(column.sql).second, column.code);
    BOOST_TEST(labels.insert(column.label).second, column.code);
    BOOST_TEST(column.label != column.code, column.code << ": no label in domain/values/labels.cpp");
  }
  for (const Column& column : domain::form_columns())
    BOOST_TEST(domain::field_label(column.field) != column.field, column.field << ": no label in domain/values/labels.cpp");
}

BOOST_AUTO_TEST_CASE(the_orders_hold_the_same_columns) {
  const auto of_form = [](const Column& c) { return c.typed != nullptr; };
  const auto& all = domain::ledger_columns();
  BOOST_TEST(static_cast<std::size_t>(std::count_if(all.begin(), all.end(), of_form)) == domain::form_columns().size());
  for (const Column& column : domain::form_columns()) {
    BOOST_REQUIRE(domain::ledger_column(column.code) != nullptr);
    BOOST_TEST(domain::ledger_column(column.code)->label == column.label);
    BOOST_TEST(!column.tip.empty(), column.code);  // what people type can be imported
  }
  BOOST_TEST(static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_stored)) == domain::stored_columns().size());
  BOOST_TEST(domain::form_columns().front().code == "kind");
  BOOST_TEST(domain::form_columns().back().code == "remark");
  BOOST_TEST(domain::ledger_columns().front().code == "standing");
  BOOST_TEST(domain::import_columns().front().code == "name");
}

BOOST_AUTO_TEST_CASE(each_line_says_what_its_content_needs) {
  for (const Column& column : domain::ledger_columns()) {
    const bool typed = column.typed != nullptr, stored = is_stored(column);
    BOOST_TEST((stored || !typed), column.code);
    BOOST_TEST(stored == (column.content != Content::derived), column.code);
    BOOST_TEST((column.limit > 0) == (column.content == Content::text), column.code);
    BOOST_TEST((column.least < column.most) == (column.content == Content::number), column.code);
    BOOST_TEST((column.content != Content::choice || column.terms != nullptr), column.code);
    BOOST_TEST((column.filtering == domain::Filtering::none || column.terms != nullptr || column.content == Content::text ||
                column.content == Content::kind || column.content == Content::division || column.code == "item"),
               column.code);
    BOOST_TEST((typed || !(column.identity || column.record || column.required)), column.code);
    BOOST_TEST((stored || !(column.of_one_piece || column.on_lines || column.beside_number)), column.code);
    BOOST_TEST(!(column.identity && column.record), column.code);
    BOOST_TEST(column.width > 0, column.code);
    if (column.content == Content::date) BOOST_TEST(column.record, column.code);  // other dates need a rule of their own
    if (column.content == Content::choice || column.content == Content::text)
      BOOST_TEST(std::holds_alternative<std::string InstrumentValues::*>(column.value), column.code);
  }
}

BOOST_AUTO_TEST_CASE(the_record_in_force_is_kept_whole) {
  InstrumentValues was, values;
  was.verified_on = was.valid_until = day;
  was.certificate_number = "C-1";
  was.institution_name = "所";
  values.name = "秤";
  domain::keep_record(values, was);
  BOOST_TEST((values.verified_on == was.verified_on && values.valid_until == was.valid_until));
  BOOST_TEST(values.certificate_number == "C-1");
  BOOST_TEST(values.institution_name == "所");
  BOOST_TEST(values.name == "秤");
}

BOOST_AUTO_TEST_SUITE_END()
