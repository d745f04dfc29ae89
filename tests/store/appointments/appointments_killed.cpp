// Appointments and processes that die: children of both sides do whatever they like with the same instruments — draft, submit,
// take back, cancel; accept, refuse, cancel, begin, give back — and are killed at any moment, two hundred times over. Afterwards
// header, lines and instruments agree, whatever was done by whom, and no line is anywhere but where
// domain/appointments/appointment lets it be.
#include "base/crypto.h"
#include "common/desk.h"
#include "common/killed.h"
#include "store/appointments/answers.h"
#include "store/appointments/booking.h"
#include "store/people/sessions.h"
#include "store/results/results.h"

#include <boost/test/unit_test.hpp>
#include <signal.h>
#include <soci/soci.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

namespace {

using namespace tests;
using domain::LineState;

struct World {
  Person unit = make_unit();
  Institution institution = make_institution();
  std::vector<long long> instruments;

  World() {
    for (int n = 0; n < 12; ++n) instruments.push_back(add_instrument(unit.unit_id, scale()));
  }

  static void log_in(store::Db& db, const Person& person) {
    if (!store::find_session(db, base::sha256_hex(person.cookie), tests::today())) throw std::runtime_error("no session");
  }
  store::Actor actor(const Person& person) const { return {person.user_id, person.login, "request-5"}; }

  // By the child's own connection: the parent's is not its to use.
  std::vector<long long> ids(store::Db& db, const std::string& state) const {
    return db.run([&](soci::session& sql) {
      std::vector<long long> found;
      soci::rowset<long long> rows =
          (sql.prepare << "select id from appointments where unit_id = :unit and state = :state order by id",
           soci::use(unit.unit_id), soci::use(state));
      for (const long long id : rows) found.push_back(id);
      return found;
    });
  }

  // The unit does something: a draft of some instruments, or the next step of one that is there.
  void unit_acts(store::Db& db, std::mt19937& random) const {
    const store::Party party{domain::Side::unit, unit.unit_id};
    const auto change = [&](const std::function<void(store::Tx&)>& f) { db.transaction(actor(unit), f); };
    std::vector<long long> some;
    for (const long long id : instruments)
      if (random() % 3 == 0) some.push_back(id);
    const auto drafts = ids(db, "draft"), sent = ids(db, "submitted"), answered = ids(db, "answered");
    const auto one_of = [&](const std::vector<long long>& all) { return all[random() % all.size()]; };
    switch (random() % 4) {
      case 0:
        if (some.empty()) return;
        change([&](store::Tx& tx) {
          const long long draft = store::create_draft(
              tx, unit.unit_id, {institution.id, "send_in", leaf_division(), {"张三", "13800138000", "", {}, ""}, some},
              tests::today());
          if (random() % 4 != 0) store::submit(tx, unit.unit_id, {{draft, 0}}, tests::today().plus_days(7));
        });
        return;
      case 1:
        if (!drafts.empty())
          change([&](store::Tx& tx) { store::submit(tx, unit.unit_id, {{one_of(drafts), 0}}, tests::today().plus_days(7)); });
        return;
      case 2:
        if (sent.empty()) return;
        if (const auto a = store::find_appointment(db, party, one_of(sent)))
          change([&](store::Tx& tx) { store::withdraw(tx, *a, a->version); });
        return;
      default:
        if (answered.empty()) return;
        if (const auto a = store::find_appointment(db, party, one_of(answered)))
          for (const auto& line : store::lines_of(db, party, *a))
            if (line.state == LineState::accepted && random() % 2 == 0)
              return change([&](store::Tx& tx) { store::cancel_line(tx, *a, line, line.version, "不检了"); });
    }
  }

  // The institution does something with some lines of one appointment.
  void desk_acts(store::Db& db, std::mt19937& random) const {
    const store::Party party{domain::Side::institution, institution.id};
    const store::Desk desk{institution.id, "示范检定员"};
    std::vector<long long> open = ids(db, "submitted");
    for (const long long id : ids(db, "answered")) open.push_back(id);
    if (open.empty()) return;
    const auto a = store::find_appointment(db, party, open[random() % open.size()]);
    if (!a) return;
    std::vector<store::ShownLine> waiting, accepted;
    std::vector<store::LineId> working;
    for (const auto& line : store::lines_of(db, party, *a)) {
      if (random() % 3 == 0) continue;
      if (line.state == LineState::waiting) waiting.push_back({line.id, line.version});
      if (line.state == LineState::accepted) accepted.push_back({line.id, line.version});
      if (line.state == LineState::accepted || line.state == LineState::verifying) working.push_back({line.unit_id, line.id});
    }
    db.transaction(actor(institution.person), [&](store::Tx& tx) {
      switch (random() % 5) {
        case 0:
        case 1:
          if (!waiting.empty())
            store::accept_lines(tx, desk, *a, waiting, {tests::today().plus_days(3), "示范路", "李四", ""}, true);
          return;
        case 2:
          if (!waiting.empty()) store::refuse_lines(tx, desk, *a, waiting, {"incomplete", ""});
          return;
        case 3:
          if (!accepted.empty()) store::cancel_lines(tx, desk, *a, accepted, "停电");
          return;
        default:
          store::begin_lines(tx, institution.id, working);
          if (random() % 2 == 0) store::give_back_lines(tx, institution.id, working, "外观损坏");
      }
    });
  }

  void acts(int side, store::Db& db, std::mt19937& random) const {
    try {
      if (side == 0)
        unit_acts(db, random);
      else
        desk_acts(db, random);
    } catch (const std::exception&) {  // refused, or somebody was faster: the next one
    }
  }

  // How much has been done: every change is audited.
  long long changes() const { return count("select count(*) from audit where unit_id = " + std::to_string(unit.unit_id)); }

  // How many rows break each rule.
  long long broken() const {
    const std::string of = " = " + std::to_string(unit.unit_id);
    const std::string open = "('waiting', 'accepted', 'verifying')";
    return count(
        // The header's counters and state are its lines'.
        "(select count(*) from appointments a cross join lateral (select count(*) as n, count(*) filter (where state = "
        "'waiting') as w, "
        "count(*) filter (where state in " +
        open +
        ") as o, count(*) filter (where state = 'draft') as d from appointment_lines l where "
        "l.unit_id = a.unit_id and l.appointment_id = a.id) c where a.unit_id" +
        of +
        " and ((a.line_count, a.waiting_count, "
        "a.open_count) <> (c.n, c.w, c.o) or a.state <> case when c.w > 0 then 'submitted' when c.d = c.n then 'draft' else "
        "'answered' end "
        "or (c.d > 0 and c.d < c.n)))"
        // An instrument is booked exactly by its open line, with its number and day.
        " + (select count(*) from instruments i left join appointment_lines l on l.unit_id = i.unit_id and "
        "l.instrument_id = i.id "
        "and l.state in " +
        open +
        " left join appointments a on a.unit_id = l.unit_id and a.id = l.appointment_id where "
        "i.unit_id" +
        of +
        " and (i.appointment_id, i.appointment_number, i.planned_on) is distinct from "
        "(l.appointment_id, coalesce(a.number, ''), l.planned_on))"
        // What was submitted has its snapshot and its day of answer; every answer was told to the unit and is in the audit.
        " + (select count(*) from appointment_lines l where l.unit_id" +
        of +
        " and l.state <> 'draft' and (l.name = '' or l.answer_by is null))"
        " + (select count(*) from appointments a where a.unit_id" +
        of +
        " and a.state = 'answered' and not exists (select from audit u "
        "where u.unit_id = a.unit_id and u.subject = 'appointment' and u.subject_id = a.id and u.action <> "
        "'appointment.create'))");
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(appointments_killed)

BOOST_AUTO_TEST_CASE(whatever_both_sides_do_and_whenever_they_die_lines_headers_and_instruments_agree) {
  constexpr int kills = 200;
  World world;
  long long done = world.changes();
  Moment moment(20261126);
  for (int n = 0; n < kills; ++n) {
    pid_t children[2];
    int ready[2];
    BOOST_REQUIRE(::pipe(ready) == 0);
    for (int side = 0; side < 2; ++side) {
      const auto seed = static_cast<unsigned>(moment.random()());
      children[side] = ::fork();
      if (children[side] == 0) {  // nothing of the parent's is touched: a connection of its own, and no way back
        std::mt19937 own(seed);
        try {
          store::Db db = connection(side == 0 ? "qj_appointments" : "qj_desk");
          World::log_in(db, side == 0 ? world.unit : world.institution.person);
          if (::write(ready[1], "x", 1) != 1) ::_exit(1);
          for (int act = 0; act < 20; ++act) world.acts(side, db, own);
        } catch (...) {
        }
        ::_exit(0);
      }
      BOOST_REQUIRE(children[side] > 0);
    }
    ::close(ready[1]);  // a child that cannot begin ends the wait
    char byte = 0;
    for (int side = 0; side < 2; ++side) BOOST_REQUIRE(::read(ready[0], &byte, 1) == 1);
    ::close(ready[0]);
    moment.wait();
    for (const pid_t child : children) ::kill(child, SIGKILL);
    for (const pid_t child : children) ::waitpid(child, nullptr, 0);
    const long long now = world.changes();
    moment.learn(now > done);
    done = now;
    if (n % 20 == 19) BOOST_TEST(world.broken() == 0);
  }
  // They did get to work: lines reached many states.
  BOOST_TEST(count("select count(distinct state) from appointment_lines where unit_id = " + std::to_string(world.unit.unit_id)) >=
             4);
  BOOST_TEST(world.broken() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
