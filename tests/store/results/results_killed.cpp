// Results and processes that die: a child records results and is killed at any moment, two hundred times over; then many results
// in one transaction, and two clerks at the same line.
#include "base/crypto.h"
#include "common/desk.h"
#include "common/killed.h"
#include "store/people/sessions.h"
#include "store/results/results.h"

#include <boost/test/unit_test.hpp>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

namespace {

using domain::Date;
using namespace tests;

const Date day = *Date::of(2026, 11, 20);

domain::ResultForm form_of(int passed, int failed) {
  domain::ResultForm f;
  f.passed = std::to_string(passed);
  f.failed = std::to_string(failed);
  if (passed > 0) f.mark = "certificate", f.result_number = "Z-1";
  if (failed > 0) f.notice_number = "T-1";
  f.verified_on = day.iso();
  f.verifier = "示范检定员";
  return f;
}

struct Crowd {
  Person unit = make_unit();
  Institution institution = make_institution();
  std::vector<long long> instruments;
  std::vector<Line> lines;

  explicit Crowd(int count, int quantity) {
    std::vector<long long> ids;
    for (int n = 0; n < count; ++n) {
      auto values = scale();
      values.quantity = quantity;
      if (quantity > 1) values.serial_number = unique("S") + "-9";
      ids.push_back(add_instrument(unit.unit_id, values));
    }
    instruments = ids;
    lines = send_lines(unit, institution, ids, "verifying");
  }

  void log_in(store::Db& db) const {
    if (!store::find_session(db, base::sha256_hex(institution.person.cookie), tests::today()))
      throw std::runtime_error("no session");
  }

  // In one transaction; the outcome changes from row to row: pass, fail, some of them.
  void record(store::Db& db, std::size_t from, std::size_t to, int quantity) const {
    std::vector<store::ResultRow> rows;
    for (std::size_t n = from; n < std::min(to, lines.size()); ++n) {
      const int failed = n % 3 == 0 ? 0 : n % 3 == 1 ? quantity : quantity / 2;
      rows.push_back({"", {lines[n].unit_id, lines[n].id}, 0, form_of(quantity - failed, failed)});
    }
    db.transaction(store::Actor{institution.person.user_id, institution.person.login, "request-9"},
                   [&](store::Tx& tx) { store::record_results(tx, institution.id, rows, tests::today(), false); });
  }

  // What must hold after whatever happened: how many rows break each rule.
  long long broken() const {
    const std::string unit_id = std::to_string(unit.unit_id);
    return count(
        "(select count(*) from appointment_lines l where l.unit_id = " + unit_id +
        " and (l.state in ('passed', 'failed')) <> (1 = (select count(*) from results r where r.unit_id = l.unit_id "
        "and "
        "r.line_id = l.id and r.current)))"
        " + (select count(*) from instruments i where i.unit_id = " +
        unit_id +
        " and i.last_result in ('pass', 'fail') and not exists (select from results r where r.unit_id = i.unit_id "
        "and "
        "r.id = i.result_id and i.id in (r.instrument_id, r.split_instrument_id) and r.verified_on = i.verified_on))"
        // What was declared before stands among the earlier records exactly when a result came over it.
        " + (select count(*) from instruments i where i.unit_id = " +
        unit_id +
        " and i.ever_submitted and i.id in (select l.instrument_id from appointment_lines l where l.unit_id = " + unit_id +
        ") and (i.last_result in ('pass', 'fail')) <> exists (select from certificates c where c.unit_id = i.unit_id "
        "and "
        "c.instrument_id = i.id and c.result = 'declared'))"
        // No row split off without its result, no 数量 lost.
        " + (select count(*) from instruments i where i.unit_id = " +
        unit_id +
        " and not exists (select from appointment_lines l where l.unit_id = i.unit_id and l.instrument_id = i.id) "
        "and not "
        "exists (select from results r where r.unit_id = i.unit_id and r.split_instrument_id = i.id and r.failed = "
        "i.quantity))"
        // The instrument is booked exactly while its line is open.
        " + (select count(*) from appointment_lines l join instruments i on i.unit_id = l.unit_id and i.id = "
        "l.instrument_id where l.unit_id = " +
        unit_id + " and (l.state in ('accepted', 'verifying')) <> (i.appointment_id is not null))");
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(results_killed)

BOOST_AUTO_TEST_CASE(a_process_killed_at_any_moment_leaves_every_result_whole_or_not_at_all) {
  constexpr int kills = 200, quantity = 4, lines = 400;
  Moment moment(20261125);
  Crowd crowd(lines, quantity);
  sql("update instruments set last_result = 'declared', verified_on = '2025-01-01', valid_until = '2025-12-31' where "
      "unit_id = " +
      std::to_string(crowd.unit.unit_id));
  int midway = 0;
  for (int n = 0; n < kills; ++n) {
    const long long before = count("select count(*) from results where unit_id = " + std::to_string(crowd.unit.unit_id));
    int ready[2];
    BOOST_REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {  // nothing of the parent's is touched: a connection of its own, and no way back
      try {
        store::Db db = connection("qj_desk");
        crowd.log_in(db);
        if (::write(ready[1], "x", 1) != 1) ::_exit(1);
        const auto from = static_cast<std::size_t>(n) * 2;
        crowd.record(db, from, from + 2, quantity);
        crowd.record(db, from + 1, from + 3, quantity);
        ::pause();
      } catch (...) {
      }
      ::_exit(0);
    }
    BOOST_REQUIRE(child > 0);
    char byte = 0;
    BOOST_REQUIRE(::read(ready[0], &byte, 1) == 1);
    ::close(ready[0]);
    ::close(ready[1]);
    moment.wait();
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const long long after = count("select count(*) from results where unit_id = " + std::to_string(crowd.unit.unit_id));
    moment.learn(after > before);
    midway += after > before ? 1 : 0;
    if (n % 20 == 19) BOOST_TEST(crowd.broken() == 0);
  }
  BOOST_TEST(midway > 5);  // they did get to work before they died
  store::Db db = connection("qj_desk");
  crowd.log_in(db);
  crowd.record(db, 0, lines, quantity);  // waits for what a dead one's backend still holds; the rest
  BOOST_TEST(crowd.broken() == 0);
  BOOST_TEST(count("select count(*) from results where current and unit_id = " + std::to_string(crowd.unit.unit_id)) == lines);
  BOOST_TEST(count("select sum(quantity) from instruments where unit_id = " + std::to_string(crowd.unit.unit_id)) ==
             static_cast<long long>(lines) * quantity);
}

BOOST_AUTO_TEST_CASE(five_hundred_results_are_one_transaction_and_one_notice) {
  Crowd crowd(500, 1);
  store::Db db = connection("qj_desk");
  crowd.log_in(db);
  crowd.record(db, 0, 500, 1);
  BOOST_TEST(count("select count(*) from results where current and unit_id = " + std::to_string(crowd.unit.unit_id)) == 500);
  BOOST_TEST(count("select count(*) from notices where kind = 'results' and unit_id = " + std::to_string(crowd.unit.unit_id)) ==
             1);
}

BOOST_AUTO_TEST_CASE(clerks_who_record_the_same_lines_in_any_order_neither_wait_forever_nor_record_twice) {
  Crowd first(6, 1);
  const std::vector<Line> more = send_lines(
      first.unit, first.institution, {add_instrument(first.unit.unit_id, scale()), add_instrument(first.unit.unit_id, scale())});
  std::vector<Line> lines = first.lines;
  lines.insert(lines.end(), more.begin(), more.end());
  const auto work = [&](bool backwards, int* recorded) {
    store::Db db = connection("qj_desk");
    first.log_in(db);
    std::vector<store::ResultRow> rows;
    for (const Line& line : lines) rows.push_back({"", {line.unit_id, line.id}, 0, form_of(1, 0)});
    if (backwards) std::reverse(rows.begin(), rows.end());
    db.transaction(store::Actor{first.institution.person.user_id, first.institution.person.login, "r"}, [&](store::Tx& tx) {
      for (const auto& done : store::record_results(tx, first.institution.id, rows, tests::today(), false))
        *recorded += done.done() ? 1 : 0;
    });
  };
  int one = 0, two = 0;
  std::thread a(work, false, &one), b(work, true, &two);
  a.join();
  b.join();
  BOOST_TEST(one + two == 8);
  BOOST_TEST((one == 0 || two == 0));
}

BOOST_AUTO_TEST_SUITE_END()
