// The table of the ledger's columns (domain/ledger/instrument_columns.h) and the database's say the same: names, types, limits.
// And each value goes where it belongs and comes back from there.
#include "domain/ledger/instrument_columns.h"

#include "base/crypto.h"
#include "common/database.h"
#include "common/supervision.h"
#include "domain/ledger/to_form.h"
#include "store/ledger/instruments.h"
#include "store/ledger/ledger.h"
#include "store/people/sessions.h"
#include "store/supervision/supervision.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include <array>
#include <map>
#include <set>
#include <stdexcept>

namespace {

using domain::Column;
const store::Actor actor{7, "tester", "request-1"};

// What `instruments` has besides: keys, what is derived, and what else happens to an instrument.
const std::set<std::string> kept_beside{"unit_id",
                                        "id",
                                        "mode",
                                        "last_result",
                                        "state",
                                        "state_reason",
                                        "state_changed_on",
                                        "created_at",
                                        "updated_at",
                                        "version",
                                        "sort_due",
                                        "name_folded",
                                        "serial_folded",
                                        "public_code",
                                        "appointment_id",
                                        "planned_on",
                                        "ever_submitted",
                                        "declared_beyond",
                                        "result_id",
                                        "certificate_file_id",
                                        "appointment_number"};

const std::array<const char*, 5> types{"text", "bigint", "integer", "integer", "date"};  // by alternative of ValueMember

std::map<std::string, std::string> columns_of_database(const std::string& table) {
  std::map<std::string, std::string> found;
  tests::owner().run([&](soci::session& sql) {
    soci::rowset<soci::row> rows = (sql.prepare << "select column_name::text, data_type::text from information_schema.columns "
                                                   "where table_schema = 'public' and table_name = :table",
                                    soci::use(table));
    for (const soci::row& row : rows) found[row.get<std::string>(0)] = row.get<std::string>(1);
    return 0;
  });
  return found;
}

// Another one in every column.
domain::InstrumentValues all_different() {
  domain::InstrumentValues values = tests::scale();
  for (const Column& column : domain::form_columns())
    if (column.content == domain::Content::text)
      values.*std::get<std::string domain::InstrumentValues::*>(column.value) = "V " + std::string(column.sql);
  values.serial_number = "1-7";
  values.quantity = 7;
  values.cycle_months = 24;
  values.verified_on = domain::Date::of(2026, 2, 3);
  values.valid_until = domain::Date::of(2028, 2, 2);
  values.origin = "hmt";
  values.use = "safety";
  values.delivery = "on_site";
  return values;
}

void same(const domain::InstrumentValues& found, const domain::InstrumentValues& stored) {
  for (const Column& column : domain::form_columns())
    BOOST_TEST(domain::typed_text(column, found) == domain::typed_text(column, stored), column.code);
  BOOST_TEST(found.mode == stored.mode);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(instrument_columns)

BOOST_AUTO_TEST_CASE(the_table_names_every_column_of_the_database_and_no_other) {
  std::map<std::string, std::string> there = columns_of_database("instruments");
  for (const std::string& name : kept_beside) BOOST_TEST(there.erase(name) == 1U, name);
  for (const Column& column : domain::stored_columns()) {
    const auto found = there.find(std::string(column.sql));
    BOOST_REQUIRE_MESSAGE(found != there.end(), column.sql);
    BOOST_TEST(found->second == types.at(column.value.index()), column.sql);
    there.erase(found);
  }
  for (const auto& [name, type] : there) BOOST_ERROR("not in domain/ledger/instrument_columns: " + name + " " + type);
}

BOOST_AUTO_TEST_CASE(lines_of_appointments_keep_what_the_table_says) {
  const auto there = columns_of_database("appointment_lines");
  for (const Column& column : domain::stored_columns())
    BOOST_TEST((there.count(std::string(column.sql)) == 1) == column.on_lines, column.code);
}

BOOST_AUTO_TEST_CASE(the_database_has_the_same_limits) {
  for (const Column& column : domain::stored_columns()) {
    if (column.content != domain::Content::text) continue;
    const std::string condition = tests::text_of(
        "select coalesce(string_agg(pg_get_constraintdef(oid), ' '), '') from pg_constraint where conrelid = "
        "'instruments'::regclass "
        "and contype = 'c' and pg_get_constraintdef(oid) like '%length(" +
        std::string(column.sql) + ")%'");
    BOOST_TEST(condition.find("<= " + std::to_string(column.limit) + ")") != std::string::npos, column.sql << ": " << condition);
    BOOST_TEST((condition.find(">= 1)") != std::string::npos) == column.required, column.sql << ": " << condition);
  }
}

BOOST_AUTO_TEST_CASE(who_reads_rows_may_read_every_column) {
  for (const char* role : {"qj_ledger", "qj_jobs", "qj_appointments", "qj_supervision", "qj_reminders", "qj_mailer"})
    for (const Column& column : domain::stored_columns()) {
      const std::string name(column.sql);
      BOOST_TEST(tests::count("select has_column_privilege('" + std::string(role) + "', 'instruments', '" + name +
                              "', 'select')::int") == 1,
                 "missing in a migration: grant select (" << name << ") on instruments to " << role);
    }
}

// The trigger instruments_guard and the table name the same columns.
BOOST_AUTO_TEST_CASE(an_open_appointment_fixes_the_identity_and_nothing_else) {
  const tests::Person person = tests::make_unit();
  const std::string of = " where id = " + std::to_string(tests::add_instrument(person.unit_id, all_different()));
  tests::sql("update instruments set appointment_id = 1, ever_submitted = true" + of);
  const std::map<std::string, std::string> others{
      {"kind_id", "(select min(k.id) from catalogue_kinds k where k.id <> kind_id)"},
      {"division_code", "(select min(d.code) from divisions d where d.code <> division_code)"},
      {"serial_number", "'1-8'"},
      {"origin", "'domestic'"},
      {"use", "'trade'"},
      {"delivery", "'send_in'"},
      {"quantity", "8"},
      {"cycle_months", "36"},
      {"verified_on", "date '2026-02-01'"},
      {"valid_until", "date '2028-02-01'"}};
  for (const Column& column : domain::form_columns()) {
    const std::string name(column.sql);
    const auto other = others.find(name);
    std::string refused;
    try {
      tests::sql("update instruments set " + name + " = " + (other != others.end() ? other->second : "'another'") + of);
    } catch (const std::runtime_error& e) {
      refused = e.what();
    }
    const bool by_appointment = refused.find("instruments_on_appointment") != std::string::npos;
    BOOST_TEST(by_appointment == column.identity, column.code << ": " << refused);
    BOOST_TEST((by_appointment || refused.empty()), column.code << ": " << refused);
  }
}

BOOST_AUTO_TEST_CASE(every_value_comes_back_from_where_it_went) {
  const tests::Person person = tests::make_unit();
  store::Db db = tests::connection("qj_ledger");
  BOOST_REQUIRE(store::find_session(db, base::sha256_hex(person.cookie), tests::today()));
  domain::InstrumentValues values = all_different();
  const long long id = db.transaction(actor, [&](store::Tx& tx) { return store::create_instrument(tx, person.unit_id, values); });
  auto found = store::find_instrument(db, person.unit_id, id);
  BOOST_REQUIRE(found.has_value());
  same(found->values, values);
  BOOST_TEST(found->last_result == "declared");
  for (const Column& column : domain::form_columns())
    if (column.content == domain::Content::text && column.code != "serial_number")
      values.*std::get<std::string domain::InstrumentValues::*>(column.value) += " anew";
  values.cycle_months.reset();
  BOOST_REQUIRE(
      db.transaction(actor, [&](store::Tx& tx) { return store::update_instrument(tx, person.unit_id, *found, values); }));
  found = store::find_instrument(db, person.unit_id, id);
  same(found->values, values);
  same(store::list_ledger(db, person.unit_id, {}, tests::today()).rows.at(0).values, values);
  BOOST_TEST(found->version == 2);
}

BOOST_AUTO_TEST_CASE(a_supervisor_reads_the_same) {
  const tests::Placed placed = tests::make_placed("320102");
  const auto found = store::find_instrument(tests::owner(), placed.unit.unit_id, placed.instrument);
  const tests::Supervisor supervisor = tests::make_supervisor({"320100"});
  store::Db db = tests::connection("qj_supervision");
  const auto scope = store::supervised(db, supervisor.department);
  BOOST_REQUIRE((found && scope));
  const auto seen = store::supervised_instrument(db, *scope, placed.unit.unit_id, placed.instrument);
  BOOST_REQUIRE(seen.has_value());
  same(seen->instrument.values, found->values);
  BOOST_TEST(seen->instrument.kind_name == found->kind_name);
  BOOST_TEST(seen->instrument.item_name == found->item_name);
  BOOST_TEST(seen->instrument.division_path == found->division_path);
  BOOST_TEST(seen->instrument.version == found->version);
  BOOST_TEST(seen->instrument.state == found->state);
}

BOOST_AUTO_TEST_SUITE_END()
