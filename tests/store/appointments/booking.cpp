// Appointments of a unit in the database: drafts, 提交 by many at once, what frees an instrument again, who is told.
#include "store/appointments/booking.h"

#include "base/crypto.h"
#include "common/database.h"
#include "store/appointments/bookable.h"
#include "store/appointments/institution_choice.h"
#include "store/people/sessions.h"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <thread>

namespace {

using domain::Date;
using store::BookingRefused;

long long institution_for_scales() {
  const std::string name = tests::unique("示范检定所");
  tests::sql("insert into institutions (name, division_code) values ('" + name + "', '" + tests::leaf_division() + "')");
  const long long id = tests::count("select id from institutions where name = '" + name + "'");
  tests::sql("insert into institution_kinds (institution_id, kind_id, measuring_range, accuracy, send_in, on_site) values (" +
             std::to_string(id) + ", " + std::to_string(tests::scale_kind()) + ", '(0~60)kg', 'Ⅲ', true, true)");
  return id;
}

struct Unit {
  Unit() : person(tests::make_unit()), db(tests::connection("qj_appointments")) { wake(db); }
  void wake(store::Db& connection) const {
    BOOST_REQUIRE(store::find_session(connection, base::sha256_hex(person.cookie), tests::today()));
  }
  long long id() const { return person.unit_id; }
  long long add(const std::string& more = "") const {
    const long long instrument = tests::add_instrument(id(), tests::scale());
    if (!more.empty()) tests::sql("update instruments set " + more + " where id = " + std::to_string(instrument));
    return instrument;
  }
  store::Actor actor() const { return {person.user_id, person.login, "request"}; }
  template <typename F>
  auto change(F f) {
    return db.transaction(actor(), f);
  }
  long long draft(const std::vector<long long>& instruments) {
    return change([&](store::Tx& tx) { return store::create_draft(tx, id(), new_draft(instruments), tests::today()); });
  }
  store::NewDraft new_draft(const std::vector<long long>& instruments) const {
    return {institution, "send_in", tests::leaf_division(), {"张三", "13800138000", "示范路 1 号", {}, ""}, instruments};
  }
  store::Party party() const { return {domain::Side::unit, id()}; }
  store::Appointment read(long long appointment) { return *store::find_appointment(db, party(), appointment); }
  void submit(long long appointment) {
    change([&](store::Tx& tx) {
      store::submit(tx, id(), {{appointment, read(appointment).version}}, tests::today().plus_days(7));
    });
  }
  std::string booked(long long instrument) const {
    return tests::text_of("select appointment_number from instruments where id = " + std::to_string(instrument));
  }
  void as_institution(const std::string& change_lines) const { tests::sql("update appointment_lines set " + change_lines); }

  tests::Person person;
  store::Db db;
  long long institution = institution_for_scales();
};

std::vector<BookingRefused::Conflict> conflicts_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const BookingRefused& e) {
    return e.conflicts;
  }
  BOOST_FAIL("nothing was refused");
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(booking)

BOOST_AUTO_TEST_CASE(a_draft_reserves_nothing_and_a_submitted_one_takes_its_snapshot) {
  Unit unit;
  const long long instrument = unit.add();
  const long long draft = unit.draft({instrument}), other = unit.draft({instrument});
  BOOST_TEST(unit.booked(instrument) == "");
  BOOST_TEST(store::drafts_with(unit.db, unit.id(), {instrument}).size() == 1);
  unit.submit(draft);
  const auto a = unit.read(draft);
  BOOST_TEST(a.state == "submitted");
  BOOST_TEST(a.unit_code.size() == 18);
  BOOST_TEST(a.waiting == 1);
  BOOST_TEST(unit.booked(instrument) == a.number);
  BOOST_TEST(a.number.size() == 20);
  tests::sql("update instruments set place = '搬到别处' where id = " + std::to_string(instrument));
  const auto lines = store::lines_of(unit.db, unit.party(), a);
  BOOST_TEST(lines.at(0).place == "示范大厅");
  BOOST_TEST(lines.at(0).answer_by->iso() == tests::today().plus_days(7).iso());
  const auto conflicts = conflicts_of([&] { unit.submit(other); });
  BOOST_TEST_REQUIRE(conflicts.size() == 1);
  BOOST_TEST(conflicts[0].why == "ON_APPOINTMENT");
  BOOST_TEST(conflicts[0].number == a.number);
  BOOST_TEST(unit.read(other).state == "draft");
  BOOST_TEST(tests::count("select count(*) from notices where kind = 'submitted' and unit_id = " + std::to_string(unit.id())) ==
             1);
}

BOOST_AUTO_TEST_CASE(what_was_verified_once_for_good_is_neither_offered_nor_drafted_nor_submitted) {
  Unit unit;
  const long long fresh = unit.add("mode = 'first_rotate'"),
                  failed = unit.add("mode = 'first_scrap', last_result = 'fail', verified_on = '2026-01-01'");
  const long long done =
      unit.add("mode = 'first_rotate', last_result = 'pass', verified_on = '2020-01-01', valid_until = '2026-01-01'");
  const auto offered = store::search_bookable(unit.db, unit.id(), "", {}, 20, 1);
  BOOST_TEST(offered.matched == 2);
  for (const auto& row : offered.rows) BOOST_TEST(row.id != done);
  const auto conflicts = conflicts_of([&] { unit.draft({fresh, failed, done}); });
  BOOST_TEST_REQUIRE(conflicts.size() == 1);
  BOOST_TEST(conflicts[0].why == "FIRST_DONE");
  const long long draft = unit.draft({fresh, failed});
  tests::sql("update instruments set last_result = 'declared', verified_on = '2026-01-01' where id = " + std::to_string(fresh));
  const auto late = conflicts_of([&] { unit.submit(draft); });
  BOOST_TEST_REQUIRE(late.size() == 1);
  BOOST_TEST(late[0].instrument_id == fresh);
  BOOST_TEST(late[0].why == "FIRST_DONE");
}

BOOST_AUTO_TEST_CASE(one_line_in_the_way_submits_nothing_of_several_appointments) {
  Unit unit;
  const long long free = unit.add(), taken = unit.add();
  unit.submit(unit.draft({taken}));
  const auto conflicts = conflicts_of([&] { unit.draft({free, taken}); });
  BOOST_TEST(conflicts.size() == 1);
  const long long gone = unit.add("state = 'scrapped'");
  BOOST_TEST(conflicts_of([&] { unit.draft({gone}); }).at(0).why == "IS_SCRAPPED");
  BOOST_TEST(conflicts_of([&] { unit.draft({999999999}); }).at(0).why == "IS_GONE");
  BOOST_TEST(conflicts_of([&] {
               unit.change([&](store::Tx& tx) {
                 const long long one = store::create_draft(tx, unit.id(), unit.new_draft({free}), tests::today());
                 const long long two = store::create_draft(tx, unit.id(), unit.new_draft({free}), tests::today());
                 store::submit(tx, unit.id(), {{one, 0}}, tests::today());
                 store::submit(tx, unit.id(), {{two, 0}}, tests::today());
               });
             }).size() == 1);
  BOOST_TEST(unit.booked(free) == "");
}

BOOST_AUTO_TEST_CASE(fifty_connections_racing_for_one_instrument_leave_exactly_one_open_line) {
  Unit unit;
  const long long instrument = unit.add();
  constexpr int racers = 50;
  std::vector<long long> drafts;
  for (int n = 0; n < racers; ++n) drafts.push_back(unit.draft({instrument}));
  std::vector<std::unique_ptr<store::Db>> connections;
  for (int n = 0; n < racers; ++n) {
    connections.push_back(std::make_unique<store::Db>(tests::env("QJ_DATABASE"), "qj_appointments"));
    unit.wake(*connections.back());
  }
  std::atomic<int> ready{0}, won{0}, refused{0}, other{0};
  std::vector<std::thread> threads;
  const store::Actor actor = unit.actor();
  for (std::size_t n = 0; n < racers; ++n)
    threads.emplace_back([&, n] {
      ++ready;
      while (ready < racers) std::this_thread::yield();
      try {
        connections[n]->transaction(actor, [&](store::Tx& tx) { store::submit(tx, unit.id(), {{drafts[n], 0}}, Date()); });
        ++won;
      } catch (const BookingRefused& e) {
        ++(e.conflicts.size() == 1 && e.conflicts[0].why == "ON_APPOINTMENT" ? refused : other);
      } catch (...) {
        ++other;
      }
    });
  for (std::thread& thread : threads) thread.join();
  BOOST_TEST(won == 1);
  BOOST_TEST(refused == racers - 1);
  BOOST_TEST(other == 0);
  BOOST_TEST(tests::count("select count(*) from appointment_lines where state = 'waiting' and instrument_id = " +
                          std::to_string(instrument)) == 1);
}

BOOST_AUTO_TEST_CASE(five_hundred_lines_are_submitted_in_one_piece) {
  Unit unit;
  unit.add();
  tests::sql(
      "insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, "
      "manufacturer, origin, division_code, place, use, delivery) select unit_id, name, kind_id, mode, model, "
      "measuring_range, accuracy, 'N' || n, manufacturer, origin, division_code, place, use, delivery from instruments, "
      "generate_series(1, 499) n where unit_id = " +
      std::to_string(unit.id()));
  long long matched = 0;
  const auto ids = store::bookable_matching(unit.db, unit.id(), {}, tests::today(), 500, matched);
  BOOST_TEST_REQUIRE(ids.size() == 500);
  BOOST_TEST(matched == 500);
  const long long draft = unit.draft(ids);
  unit.submit(draft);
  BOOST_TEST(unit.read(draft).waiting == 500);
}

BOOST_AUTO_TEST_CASE(what_nobody_answered_goes_back_whole_and_else_the_waiting_lines_are_withdrawn) {
  Unit unit;
  const long long one = unit.add(), two = unit.add();
  const long long a = unit.draft({one, two});
  unit.submit(a);
  const auto withdraw = [&](int version) {
    return unit.change([&](store::Tx& tx) { return store::withdraw(tx, unit.read(a), version); });
  };
  BOOST_CHECK_THROW(withdraw(1), BookingRefused);
  BOOST_TEST(withdraw(unit.read(a).version) == "draft");
  BOOST_TEST(unit.read(a).state == "draft");
  BOOST_TEST(unit.booked(one) == "");
  unit.submit(a);
  unit.as_institution(
      "state = 'refused', reason_code = 'other_region', answered_at = now(), ended_at = now(), ended_by = "
      "'institution' where instrument_id = " +
      std::to_string(one));
  BOOST_TEST(unit.booked(one) == "");
  unit.submit(unit.draft({one}));  // refused: free at once
  BOOST_TEST(withdraw(unit.read(a).version) == "withdrawn");
  BOOST_TEST(unit.read(a).state == "answered");
  BOOST_TEST(unit.booked(two) == "");
  unit.submit(unit.draft({two}));
}

BOOST_AUTO_TEST_CASE(an_accepted_line_is_cancelled_once_and_frees_the_instrument) {
  Unit unit;
  const long long instrument = unit.add();
  const long long a = unit.draft({instrument});
  unit.submit(a);
  unit.as_institution("state = 'accepted', planned_on = current_date, answered_at = now() where instrument_id = " +
                      std::to_string(instrument));
  const auto line = store::lines_of(unit.db, unit.party(), unit.read(a)).at(0);
  const auto cancel = [&] {
    unit.change([&](store::Tx& tx) { store::cancel_line(tx, unit.read(a), line, line.version, "停产"); });
  };
  cancel();
  BOOST_CHECK_THROW(cancel(), BookingRefused);
  BOOST_TEST(unit.booked(instrument) == "");
  BOOST_TEST(tests::text_of("select ended_by || reason from appointment_lines where id = " + std::to_string(line.id)) ==
             "unit停产");
}

BOOST_AUTO_TEST_CASE(scrapping_takes_an_instrument_out_of_drafts_with_a_notice) {
  Unit unit;
  const long long instrument = unit.add(), other = unit.add();
  const long long a = unit.draft({instrument, other});
  const int version = unit.read(a).version;
  tests::sql("update instruments set state = 'scrapped' where id = " + std::to_string(instrument));
  BOOST_TEST(unit.read(a).lines == 1);
  BOOST_TEST(tests::count("select count(*) from notices where kind = 'taken_out' and unit_id = " + std::to_string(unit.id())) ==
             1);
  const auto submit = [&] { unit.change([&](store::Tx& tx) { store::submit(tx, unit.id(), {{a, version}}, Date()); }); };
  BOOST_CHECK_THROW(submit(), BookingRefused);  // it is another appointment than the one that was read
}

BOOST_AUTO_TEST_CASE(a_draft_changes_its_lines_and_header_and_a_stale_one_does_not) {
  Unit unit;
  const long long one = unit.add(), two = unit.add(), three = unit.add();
  const long long a = unit.draft({one, two});
  const auto old = unit.read(a);
  const auto lines = store::lines_of(unit.db, unit.party(), old);
  const store::DraftChange change{
      unit.institution, "on_site", {"李四", "010-12345678", "二路", tests::today(), "急"}, {two, three}};
  const auto save = [&] { unit.change([&](store::Tx& tx) { store::update_draft(tx, old, lines, change); }); };
  save();
  const auto now = unit.read(a);
  BOOST_TEST(now.delivery == "on_site");
  BOOST_TEST(now.contact == "李四");
  const auto changed = store::lines_of(unit.db, unit.party(), now);
  BOOST_TEST_REQUIRE(changed.size() == 2);
  BOOST_TEST(changed[0].instrument_id == two);
  BOOST_TEST(changed[0].line_no == 1);
  BOOST_TEST(changed[1].instrument_id == three);
  BOOST_TEST(changed[1].line_no == 2);
  BOOST_CHECK_THROW(save(), BookingRefused);
  unit.change([&](store::Tx& tx) { store::remove_draft(tx, now, changed); });
  BOOST_TEST(!store::find_appointment(unit.db, unit.party(), a));
}

BOOST_AUTO_TEST_CASE(due_ones_are_found_and_the_list_finds_appointments) {
  Unit unit;
  const std::string declared =
      "last_result = 'declared', verified_on = '2020-01-01', valid_until = date '" + tests::today().iso() + "' + ";
  const long long overdue = unit.add(declared + "(-3)"), soon = unit.add(declared + "30");
  unit.add(declared + "31");
  unit.add("last_result = 'fail', verified_on = current_date");
  long long matched = 0;
  const auto due = store::bookable_due(unit.db, unit.id(), tests::today(), 500, matched);
  BOOST_TEST((due == std::vector<long long>{overdue, soon}));
  BOOST_TEST(store::search_bookable(unit.db, unit.id(), "计价", {}, 20, 1).matched == 4);
  BOOST_TEST(store::search_bookable(unit.db, unit.id(), "无此", {}, 20, 1).matched == 0);
  BOOST_TEST(store::usual_header(unit.db, unit.id()).phone == "13800138000");
  const long long a = unit.draft({overdue});
  unit.submit(a);
  unit.draft({soon});
  store::AppointmentFilter filter;
  auto page = store::list_appointments(unit.db, unit.id(), filter);
  BOOST_TEST(page.matched == 2);
  BOOST_TEST(page.counts.at("draft") == 1);
  filter.state = "submitted";
  filter.instrument = "计价";
  filter.number = unit.read(a).number.substr(10);
  filter.from = filter.to = tests::today();
  page = store::list_appointments(unit.db, unit.id(), filter);
  BOOST_TEST_REQUIRE(page.rows.size() == 1);
  BOOST_TEST(page.rows[0].id == a);
  Unit stranger;
  BOOST_TEST(store::list_appointments(stranger.db, unit.id(), {}).matched == 0);
}

BOOST_AUTO_TEST_CASE(institutions_divisions_and_departments_are_read_for_the_choice) {
  Unit unit;
  bool found = false;
  for (const auto& candidate : store::candidates(unit.db, {tests::scale_kind()}, {"110000", "110105"}))
    if (candidate.id == unit.institution) {
      found = true;
      BOOST_TEST(candidate.divisions.back() == tests::leaf_division());
      BOOST_TEST(candidate.kinds.at(tests::scale_kind()).at(0).accuracy == "Ⅲ");
    }
  BOOST_TEST(found);
  BOOST_TEST(store::candidates(unit.db, {tests::scale_kind()}, {"320102"}).empty());
  BOOST_TEST(store::division_ways(unit.db, {"110105"}).at("110105").front() == "110000");
  tests::sql("insert into departments (name, phone) values ('" + tests::unique("示范局") + "', '12315')");
  const std::string department = tests::text_of("select max(id) from departments");
  tests::sql("insert into department_units values (" + department + ", " + std::to_string(unit.id()) + ")");
  BOOST_TEST(store::supervisors_of(unit.db, unit.id(), {"110105"}).at("110105").phone == "12315");
}

BOOST_AUTO_TEST_SUITE_END()
