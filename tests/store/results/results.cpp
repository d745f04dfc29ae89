// Results of institutions: what result_apply refuses, what a pass, a failure, a split and a correction do to the ledger.
#include "store/results/results.h"

#include "common/recording.h"
#include "domain/ledger/instrument_columns.h"
#include "store/catalogue/catalogue.h"
#include "store/ledger/certificates.h"
#include "store/results/result_lists.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

using domain::Date;
using namespace tests;
using namespace tests::recording;

BOOST_AUTO_TEST_SUITE(results)

BOOST_AUTO_TEST_CASE(a_pass_changes_line_header_ledger_audit_and_notices_in_one_piece) {
  World w;
  const long long id = w.add(1, "last_result = 'declared', verified_on = '2025-01-01', valid_until = '2025-12-31'");
  const Line line = w.line(id);
  BOOST_TEST(field_of("instruments", "appointment_number", id) == line.number);
  BOOST_TEST(w.desk.record(of_line(line, pass(day))) == "");
  BOOST_TEST(state_of(line) == "passed");
  BOOST_TEST(field_of("appointments", "open_count", line.appointment_id) == "0");
  BOOST_TEST(field_of("instruments", "appointment_id", id) == "");
  BOOST_TEST(in_force(id) == "pass 2026-11-20 2027-11-19 Z-2026-11-20");
  BOOST_TEST(earlier(id) == "declared 2025-01-01");
  BOOST_TEST(seal_of(id) == "F-2026-11-20");
  BOOST_TEST(count("select result_id from instruments where id = " + std::to_string(id)) == w.desk.last);
  BOOST_TEST(count("select count(*) from audit where action = 'instrument.result' and subject_id = " + std::to_string(id)) == 1);
  BOOST_TEST(count("select count(*) from notices where kind = 'results' and unit_id = " + std::to_string(w.unit.unit_id)) == 1);
}

BOOST_AUTO_TEST_CASE(a_failure_marks_the_instrument_and_the_unit_cannot_undo_it) {
  World w;
  const long long id = w.add();
  const Line line = w.line(id, "verifying");
  BOOST_TEST(w.desk.record(of_line(line, fail(day))) == "");
  BOOST_TEST(state_of(line) == "failed");
  BOOST_TEST(in_force(id) == "fail 2026-11-20 T-2026-11-20");
  // Not by declaring something later, not by taking it out.
  store::Db ledger = connection("qj_ledger");
  BOOST_REQUIRE(store::find_session(ledger, base::sha256_hex(w.unit.cookie), tests::today()));
  BOOST_CHECK_THROW(ledger.transaction(store::Actor{},
                                       [&](store::Tx& tx) {
                                         tx.sql() << "update instruments set last_result = 'pass', result_id = null where id = " +
                                                         std::to_string(id);
                                       }),
                    store::Violation);
}

BOOST_AUTO_TEST_CASE(what_was_declared_for_a_later_day_does_not_hide_a_result) {
  World w;
  const long long id = w.add(1, "last_result = 'declared', verified_on = '2026-11-24', valid_until = '2027-11-23'");
  BOOST_TEST(w.desk.record(of_line(w.line(id), fail(day))) == "");
  BOOST_TEST(in_force(id) == "fail 2026-11-20 T-2026-11-20");
  BOOST_TEST(earlier(id) == "declared 2026-11-24");
}

BOOST_AUTO_TEST_CASE(some_that_failed_become_a_row_of_their_own) {
  World w;
  std::string texts = "origin = 'imported'";
  for (const domain::Column& column : domain::form_columns())
    if (column.content == domain::Content::text && !column.record && column.code != "serial_number")
      texts += ", " + std::string(column.sql) + " = 'V " + std::string(column.sql) + "'";
  const long long id = w.add(10, texts);
  const Line line = w.line(id);
  BOOST_TEST(w.desk.record(of_line(line, pass(day, 7, 2))) == "RESULT_QUANTITY");
  BOOST_TEST(state_of(line) == "accepted");
  BOOST_TEST(w.desk.record(of_line(line, pass(day, 7, 3))) == "");
  BOOST_TEST(state_of(line) == "passed");
  const long long split = count("select split_instrument_id from results where id = " + std::to_string(w.desk.last));
  BOOST_TEST(field_of("instruments", "quantity", id) == "7");
  BOOST_TEST(field_of("instruments", "quantity", split) == "3");
  BOOST_TEST(in_force(id) == "pass 2026-11-20 2027-11-19 Z-2026-11-20");
  BOOST_TEST(in_force(split) == "fail 2026-11-20 T-2026-11-20");
  for (const domain::Column& column : domain::form_columns()) {  // all but 数量 and the record goes along
    const std::string name(column.sql);
    if (!column.record && name != "quantity")
      BOOST_TEST(field_of("instruments", name, split) == field_of("instruments", name, id),
                 name << ": missing in the insert of a split row in sql/functions/results/result_apply.sql");
  }
  BOOST_TEST(count("select count(*) from audit where action = 'instrument.split' and subject_id = " + std::to_string(split)) ==
             1);
  // The numbers stay; the rest of it can be corrected in both rows.
  BOOST_TEST(w.desk.record(correction(w, w.desk.last, pass(day, 8, 2))) == "RESULT_SPLIT");
  const long long first = count("select result_id from instruments where id = " + std::to_string(split));
  BOOST_TEST(w.desk.record(correction(w, first, pass(day.plus_days(1), 7, 3))) == "");
  BOOST_TEST(in_force(split) == "fail 2026-11-21 T-2026-11-21");
  BOOST_TEST(field_of("instruments", "quantity", id) == "7");
  BOOST_TEST(count("select result_id from instruments where id = " + std::to_string(split)) == w.desk.last);
}

BOOST_AUTO_TEST_CASE(a_correction_is_a_new_version_and_turns_the_ledger_both_ways) {
  World w;
  const long long id = w.add(1, "last_result = 'declared', verified_on = '2025-01-01', valid_until = '2025-12-31'");
  const Line line = w.line(id);
  BOOST_TEST(w.desk.record(of_line(line, pass(day))) == "");
  const long long first = w.desk.last;
  BOOST_TEST(w.desk.record(correction(w, first, fail(day))) == "");
  BOOST_TEST(state_of(line) == "failed");
  BOOST_TEST(in_force(id) == "fail 2026-11-20 T-2026-11-20");
  BOOST_TEST(earlier(id) == "declared 2025-01-01");  // the wrong version is no record
  BOOST_TEST(w.desk.record(correction(w, w.desk.last, pass(day))) == "");
  BOOST_TEST(state_of(line) == "passed");
  BOOST_TEST(in_force(id) == "pass 2026-11-20 2027-11-19 Z-2026-11-20");
  // Of two who correct the same version the second is told.
  BOOST_TEST(w.desk.record(correction(w, first, fail(day))) == "CHANGED_MEANWHILE");
  BOOST_TEST(
      text_of("select string_agg(version_no || ':' || current, ',' order by version_no) from results where instrument_id = " +
              std::to_string(id)) == "1:false,2:false,3:true");
  const auto now = store::find_result(w.desk.db, w.desk.institution.id, w.unit.unit_id, first + 0);
  BOOST_REQUIRE(now);
  BOOST_TEST(store::versions_of(w.desk.db, *now).size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_correction_of_the_day_puts_the_right_record_into_force) {
  World w;
  const long long id = w.add();
  BOOST_TEST(w.desk.record(walk_in(w, id, pass(day.plus_days(-100)))) == "");
  const long long old = w.desk.last;
  BOOST_TEST(w.desk.record(walk_in(w, id, fail(day))) == "");
  const long long newer = w.desk.last;
  BOOST_TEST(in_force(id) == "fail 2026-11-20 T-2026-11-20");
  BOOST_TEST(w.desk.record(correction(w, newer, fail(day.plus_days(-200)))) == "");
  BOOST_TEST(in_force(id).substr(0, 15) == "pass 2026-08-12");
  BOOST_TEST(seal_of(id) == "F-2026-08-12");
  BOOST_TEST(earlier(id) == "fail 2026-05-04");
  BOOST_TEST(w.desk.record(correction(w, old, pass(day.plus_days(-300)))) == "");
  BOOST_TEST(in_force(id).substr(0, 15) == "fail 2026-05-04");
  BOOST_TEST(earlier(id) == "pass 2026-01-24");
  BOOST_TEST(seal_of(id) == "F-2026-05-04");
  BOOST_TEST(text_of("select seal_number from certificates where instrument_id = " + std::to_string(id)) == "F-2026-01-24");
}

BOOST_AUTO_TEST_CASE(an_older_result_than_the_one_in_force_stands_among_the_earlier) {
  World w;
  const long long id = w.add(4);
  BOOST_TEST(w.desk.record(walk_in(w, id, pass(day, 4))) == "");
  BOOST_TEST(w.desk.record(walk_in(w, id, fail(day.plus_days(-30), 4))) == "");
  BOOST_TEST(in_force(id) == "pass 2026-11-20 2027-11-19 Z-2026-11-20");
  BOOST_TEST(earlier(id) == "fail 2026-10-21");
  BOOST_TEST(w.desk.record(walk_in(w, id, pass(day.plus_days(-30), 3, 1))) == "RESULT_OLDER");
}

BOOST_AUTO_TEST_CASE(without_appointment_it_is_refused_for_what_the_institution_may_not) {
  World w;
  const long long id = w.add();
  Desk foreign{make_institution(false)};
  BOOST_TEST(foreign.record(walk_in(w, id, pass(day))) == "RESULT_NOT_AUTHORISED");
  sql("update institution_kinds set valid_until = '2026-11-19' where institution_id = " + std::to_string(w.desk.institution.id));
  BOOST_TEST(w.desk.record(walk_in(w, id, pass(day))) == "RESULT_AUTHORISATION_ENDED");
  sql("update institution_kinds set valid_until = '2026-11-20' where institution_id = " + std::to_string(w.desk.institution.id));
  const Line line = w.line(id);
  BOOST_TEST(w.desk.record(walk_in(w, id, pass(day))) == "RESULT_ON_APPOINTMENT");
  BOOST_TEST(w.desk.record(of_line(line, pass(day))) == "");
  auto stale = walk_in(w, id, pass(day));
  --stale.version;
  BOOST_TEST(w.desk.record(stale) == "CHANGED_MEANWHILE");
  sql("update instruments set state = 'scrapped' where id = " + std::to_string(id));
  BOOST_TEST(w.desk.record(walk_in(w, id, pass(day))) == "IS_SCRAPPED");
  sql("update units set state = 'suspended' where id = " + std::to_string(w.unit.unit_id));
  BOOST_TEST(w.desk.record(walk_in(w, id, pass(day))) == "RESULT_GONE");
  auto nobody = walk_in(w, id, pass(day));
  nobody.instrument_id += 1000000;
  BOOST_TEST(w.desk.record(nobody) == "RESULT_GONE");
}

BOOST_AUTO_TEST_CASE(quantity_on_an_open_appointment_of_another_institution_stays) {
  World w;
  const long long id = w.add(4);
  const Institution other = make_institution();
  const Line line = send_line(w.unit, other, id);
  BOOST_TEST(w.desk.record(walk_in(w, id, pass(day, 3, 1))) == "RESULT_BOOKED");
  BOOST_TEST(w.desk.record(walk_in(w, id, pass(day, 4))) == "");
  BOOST_TEST(state_of(line) == "accepted");
}

BOOST_AUTO_TEST_CASE(another_institution_meets_nothing) {
  World w;
  const long long id = w.add();
  const Line line = w.line(id);
  Desk foreign;
  BOOST_TEST(foreign.record(of_line(line, pass(day))) == "RESULT_GONE");
  BOOST_TEST(store::verified_lines(foreign.db, foreign.institution.id, {{line.unit_id, line.id}}).empty());
  BOOST_TEST(foreign.change([&](store::Tx& tx) {
    return store::begin_lines(tx, foreign.institution.id, {{line.unit_id, line.id}});
  }) == 0);
  BOOST_TEST(w.desk.record(of_line(line, pass(day))) == "");
  BOOST_TEST(foreign.record(correction(w, w.desk.last, fail(day))) == "RESULT_GONE");
  BOOST_TEST(!store::find_result(foreign.db, foreign.institution.id, w.unit.unit_id, w.desk.last));
  // And a suspended one records nothing any more.
  sql("update institutions set state = 'suspended' where id = " + std::to_string(w.desk.institution.id));
  BOOST_TEST(w.desk.record(correction(w, w.desk.last, fail(day))) == "RESULT_GONE");
}

BOOST_AUTO_TEST_CASE(a_line_that_waits_or_is_done_takes_no_result) {
  World w;
  const Line waiting = w.line(w.add(), "waiting");
  BOOST_TEST(w.desk.record(of_line(waiting, pass(day))) == "RESULT_STATE");
  const Line line = w.line(w.add());
  auto stale = of_line(line, pass(day));
  --stale.version;
  BOOST_TEST(w.desk.record(stale) == "CHANGED_MEANWHILE");
  BOOST_TEST(w.desk.record(of_line(line, pass(day))) == "");
  BOOST_TEST(w.desk.record(of_line(line, pass(day))) == "RESULT_STATE");
}

BOOST_AUTO_TEST_CASE(received_lines_are_being_verified_and_those_given_back_free_their_instrument) {
  World w;
  const long long id = w.add();
  const Line line = w.line(id), waiting = w.line(w.add(), "waiting");
  const std::vector<store::LineId> both{{line.unit_id, line.id}, {waiting.unit_id, waiting.id}};
  BOOST_TEST(w.desk.change([&](store::Tx& tx) { return store::begin_lines(tx, w.desk.institution.id, both); }) == 1);
  BOOST_TEST(state_of(line) == "verifying");
  BOOST_TEST(field_of("appointment_lines", "received_at is not null", line.id) == "true");
  BOOST_TEST(w.desk.change([&](store::Tx& tx) { return store::give_back_lines(tx, w.desk.institution.id, both, "损坏"); }) == 1);
  BOOST_TEST(state_of(line) == "returned");
  BOOST_TEST(field_of("instruments", "appointment_id", id) == "");
  BOOST_TEST(state_of(waiting) == "waiting");
  BOOST_TEST(text_of("select data->>'returned' from notices where kind = 'results' and user_id = " + user_id_of(w.unit)) == "1");
}

BOOST_AUTO_TEST_CASE(many_rows_are_all_recorded_or_only_the_good_ones) {
  World w;
  const std::vector<Line> lines = send_lines(w.unit, w.desk.institution, {w.add(), w.add(), w.add()});
  domain::ResultForm good;
  good.result = "pass";
  good.mark = "certificate";
  good.verified_on = "2026-11-20";
  good.verifier = "示范检定员";
  std::vector<store::ResultRow> rows(4);
  for (std::size_t n = 0; n < 3; ++n) {
    rows[n].line_key = lines[n].number + "-" + std::to_string(n + 1);
    rows[n].form = good;
    rows[n].form.result_number = "Z" + std::to_string(n);
  }
  rows[1].form.result_number = "";
  rows[3] = rows[0];
  const auto record = [&](bool all) {
    return w.desk.change(
        [&](store::Tx& tx) { return store::record_results(tx, w.desk.institution.id, rows, tests::today(), all); });
  };
  BOOST_CHECK_THROW(record(true), store::ResultsRefused);
  BOOST_TEST(state_of(lines[0]) == "accepted");
  const auto done = record(false);
  BOOST_TEST(done[0].done());
  BOOST_TEST(done[1].errors.front().field == "result_number");
  BOOST_TEST(done[2].done());
  BOOST_TEST(done[3].errors.front().code == "LINE_TWICE");
  BOOST_TEST(state_of(lines[0]) == "passed");
  BOOST_TEST(state_of(lines[1]) == "accepted");
  BOOST_TEST(text_of("select string_agg(data->>'passed', ',') from notices where user_id = " + user_id_of(w.unit)) == "2");
  BOOST_TEST(record(false)[0].errors.front().code == "LINE_CLOSED");
}

BOOST_AUTO_TEST_CASE(a_walk_in_is_found_by_code_and_serial_number_only) {
  World w;
  const long long id = w.add();
  const std::string key = text_of("select unit_key from units where id = " + std::to_string(w.unit.unit_id)),
                    serial = field_of("instruments", "serial_number", id);
  const auto found = store::find_walk_ins(w.desk.db, key, serial, tests::today());
  BOOST_REQUIRE(found.size() == 1u);
  BOOST_TEST(found[0].able);
  BOOST_TEST(found[0].line_id == 0);
  const auto kind = store::find_kind(tests::owner(), scale_kind()).value();
  BOOST_TEST((found[0].subject.kind_cycle_months == kind.cycle_months));
  BOOST_TEST((found[0].subject.service_life_months == kind.service_life_months));
  sql("update instruments set cycle_months = 3, kind_id = (select min(id) from catalogue_kinds where service_life_months > 0) "
      "where id = " +
      std::to_string(id));
  const auto meter = store::find_walk_ins(w.desk.db, key, serial, tests::today()).at(0);
  BOOST_TEST(meter.subject.cycle_months.value_or(0) == 3);
  BOOST_TEST((meter.subject.service_life_months == store::find_kind(tests::owner(), meter.kind_id).value().service_life_months));
  sql("update instruments set kind_id = " + std::to_string(scale_kind()) + " where id = " + std::to_string(id));
  BOOST_TEST(store::find_walk_ins(w.desk.db, key, serial + "0", tests::today()).empty());
  const Line line = w.line(id);
  BOOST_TEST(store::find_walk_ins(w.desk.db, key, serial, tests::today())[0].line_id == line.id);
  Desk unable{make_institution(false)};
  BOOST_TEST(!store::find_walk_ins(unable.db, key, serial, tests::today())[0].able);
}

BOOST_AUTO_TEST_SUITE_END()
