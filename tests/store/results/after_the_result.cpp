// What holds after an institution has spoken (domain.md §11): authorisations, first verifications, what a certificate stands for,
// and what a unit may declare.
#include "common/recording.h"
#include "domain/ledger/instrument_columns.h"
#include "domain/ledger/lifecycle.h"
#include "store/catalogue/catalogue.h"
#include "store/ledger/certificates.h"
#include "store/ledger/instruments.h"
#include "store/query/public_validity.h"

#include <boost/test/unit_test.hpp>

#include <map>

using domain::Date;
using namespace tests;
using namespace tests::recording;

BOOST_AUTO_TEST_SUITE(after_the_result)

// Of a line, of many and of a walk-in alike, on the day of 检定; a correction of what was recorded before is not asked.
BOOST_AUTO_TEST_CASE(no_result_is_recorded_beyond_the_authorisation) {
  World w;
  const std::string ours = " where institution_id = " + std::to_string(w.desk.institution.id);
  const auto row = [&](const Line& line) {
    return store::ResultRow{
        "", {line.unit_id, line.id}, 0, {"fail", "", "", "", "", "T-1", "", day.iso(), "", "", false, "示范人", "", "", ""}};
  };
  const auto many = [&](const Line& line) {
    const auto done = w.desk.change(
        [&](store::Tx& tx) { return store::record_results(tx, w.desk.institution.id, {row(line)}, today(), false); });
    return done.front().done() ? "" : done.front().errors.front().code + " " + done.front().errors.front().a;
  };
  const Line line = w.line(w.add());
  sql("update institution_kinds set valid_until = '2026-11-19'" + ours);
  BOOST_TEST(w.desk.record(of_line(line, pass(day))) == "RESULT_AUTHORISATION_ENDED");
  BOOST_TEST(many(line) == "RESULT_AUTHORISATION_ENDED 2026-11-19");
  BOOST_TEST(w.desk.change([&](store::Tx& tx) { return store::judge_results(tx, w.desk.institution.id, {row(line)}, today()); })
                 .front()
                 .errors.size() == 1u);
  sql("update institution_kinds set valid_until = null, send_in = false" + ours);
  BOOST_TEST(many(line) == "RESULT_NOT_AUTHORISED ");
  BOOST_TEST(w.desk.record(of_line(line, pass(day))) == "RESULT_NOT_AUTHORISED");
  sql("update institution_kinds set send_in = true" + ours);
  sql("update institutions set authorised_until = '2026-11-18' where id = " + std::to_string(w.desk.institution.id));
  BOOST_TEST(many(line) == "RESULT_AUTHORISATION_ENDED 2026-11-18");
  BOOST_TEST(w.desk.record(of_line(line, pass(day.plus_days(-2)))) == "");
  BOOST_TEST(w.desk.record(correction(w, w.desk.last, fail(day))) == "");
}

BOOST_AUTO_TEST_CASE(what_is_verified_once_only_does_not_pass_twice) {
  World w;
  for (const std::string mode : {"first_scrap", "first_rotate"}) {
    const std::string meter = "mode = '" + mode + "'";
    const long long id = w.add(1, meter);
    BOOST_TEST(w.desk.record(walk_in(w, id, fail(day.plus_days(-9)))) == "");
    BOOST_TEST(w.desk.record(walk_in(w, id, pass(day.plus_days(-8)))) == "");  // a failure may be repeated
    BOOST_TEST(w.desk.record(walk_in(w, id, pass(day))) == "RESULT_FIRST_DONE");
    BOOST_TEST(w.desk.record(walk_in(w, id, fail(day))) == "RESULT_FIRST_DONE");
    const Line late = w.line(id);  // submitted before, answered after
    BOOST_TEST(w.desk.record(of_line(late, pass(day))) == "RESULT_FIRST_DONE");
    const long long declared =
        w.add(1, meter + ", last_result = 'declared', verified_on = '2020-06-01', valid_until = '2026-06-01'");
    BOOST_TEST(w.desk.record(walk_in(w, declared, pass(day))) == "RESULT_FIRST_DONE");
    BOOST_TEST(in_force(declared) == "declared 2020-06-01 2026-06-01 ");
    BOOST_TEST(w.desk.record(walk_in(w, declared, pass(*Date::of(2020, 6, 1)))) == "");  // that very verification, confirmed
  }
}

BOOST_AUTO_TEST_CASE(what_is_verified_once_is_the_same_in_sql) {
  for (const char* mode : {"periodic", "first_scrap", "first_rotate"})
    for (const char* result : {"", "declared", "pass", "fail"})
      BOOST_TEST((count(std::string("select first_verification_done('") + mode + "', nullif('" + result + "', ''))::int") == 1) ==
                 domain::first_verification_done(domain::mode_of(mode), domain::result_of(result)));
}

// domain.md §11: nothing that a unit does later changes what anybody reads under the certificate.
BOOST_AUTO_TEST_CASE(a_result_keeps_the_instrument_as_it_was_verified) {
  World w;
  const long long id = w.add();
  BOOST_TEST(w.desk.record(walk_in(w, id, pass(day))) == "");
  store::Db everybody = connection("qj_query"), own = connection("qj_ledger");
  BOOST_REQUIRE(store::find_session(own, base::sha256_hex(w.unit.cookie), today()));
  const std::string code =
      text_of("select replace(public_code::text, '-', '') from instruments where id = " + std::to_string(id));
  const auto shown = [&] { return store::find_public_validity(everybody, code).value(); };
  const auto before = shown();
  BOOST_TEST(!before.changed);
  const auto changes = [&] {
    std::string codes;
    const auto then = store::verified_as(own, w.unit.unit_id, id);
    const auto now = store::find_instrument(own, w.unit.unit_id, id);
    BOOST_REQUIRE((then && now));
    for (const domain::Column* column : domain::changed_identity(then->values, now->values))
      codes += std::string(column->code) + " ";
    return codes;
  };
  BOOST_TEST(changes() == "");
  const std::map<std::string, std::string> others{{"kind_id", "(select min(k.id) from catalogue_kinds k where k.id <> kind_id)"},
                                                  {"serial_number", "'1-8'"},
                                                  {"quantity", "7"}};
  for (const domain::Column& column : domain::form_columns()) {
    if (!column.identity) continue;
    const std::string name(column.sql), was = field_of("instruments", name, id);
    if (name == "quantity") sql("update instruments set serial_number = '1-8' where id = " + std::to_string(id));
    const auto other = others.find(name);
    sql("update instruments set " + name + " = " + (other != others.end() ? other->second : "'another'") +
        " where id = " + std::to_string(id));
    const auto after = shown();
    BOOST_TEST(after.changed, name);
    for (auto member : {&store::PublicValidity::name, &store::PublicValidity::kind_name, &store::PublicValidity::model,
                        &store::PublicValidity::serial_number})
      BOOST_TEST((after.*member == before.*member), name);
    BOOST_TEST(changes().find(std::string(column.code) + " ") != std::string::npos, name);
    if (name == "serial_number") continue;  // 数量 needs a range
    sql("update instruments set " + name + " = '" + was + "' where id = " + std::to_string(id));
  }
  sql("update instruments set place = '别处', remark = '改' where id = " + std::to_string(id));
}

BOOST_AUTO_TEST_CASE(a_declaration_beyond_the_kinds_cycle_is_marked_by_the_database_as_the_form_says) {
  World w;
  const auto kind = store::find_kind(tests::owner(), scale_kind()).value();
  BOOST_REQUIRE(kind.cycle_months);
  const Date last = day.plus_months(*kind.cycle_months);
  const auto marked = [&](const std::string& result, Date until) {
    const long long id =
        w.add(1, "last_result = '" + result + "', verified_on = '" + day.iso() + "', valid_until = '" + until.iso() + "'");
    return field_of("instruments", "declared_beyond", id);
  };
  BOOST_TEST(marked("declared", last.plus_days(-1)) == marked("pass", last.plus_days(900)));
  BOOST_TEST(marked("declared", last) == marked("declared", last.plus_days(-1)));
  BOOST_TEST(marked("declared", last.plus_days(1)) != marked("declared", last));
  const long long id = w.add(1, "last_result = 'declared', verified_on = '" + day.iso() + "', valid_until = '2046-01-01'");
  BOOST_TEST(w.desk.record(walk_in(w, id, pass(day))) == "");
  BOOST_TEST(field_of("instruments", "declared_beyond", id) == marked("declared", last));
}

BOOST_AUTO_TEST_SUITE_END()
