// An institution's desk against a real database: who may do what when, two clerks at once, the last place of a day, what others
// must not see, and the queue page by page.
#include "common/desk.h"

#include "base/crypto.h"
#include "common/sent.h"
#include "store/appointments/answers.h"
#include "store/appointments/desk_queue.h"
#include "store/people/sessions.h"
#include "store/results/desk_file.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include <mutex>
#include <set>
#include <thread>

namespace {

using namespace tests;
using domain::Date;
using domain::LineState;

// Somebody of an institution, connected as the area is.
struct Clerk {
  explicit Clerk(const Person& who) : person(who), db(connection("qj_desk")), desk{institution_of(who), who.login} {
    BOOST_REQUIRE(store::find_session(db, base::sha256_hex(person.cookie), today()));
  }
  Clerk() : Clerk(make_institution().person) {}
  store::Party party() const { return {domain::Side::institution, desk.institution_id}; }
  std::optional<store::Appointment> find(const Sent& sent) { return store::find_appointment(db, party(), sent.appointment_id); }
  store::Appointment appointment(const Sent& sent) { return find(sent).value(); }
  std::vector<store::AppointmentLine> lines(const Sent& sent) { return store::lines_of(db, party(), appointment(sent)); }
  std::vector<store::ShownLine> shown(const Sent& sent) {
    std::vector<store::ShownLine> all;
    for (const auto& line : lines(sent)) all.push_back({line.id, line.version});
    return all;
  }
  template <typename F>
  auto change(F f) {
    return db.transaction(store::Actor{person.user_id, person.login, "request"}, f);
  }
  void accept(const Sent& sent, const std::vector<store::ShownLine>& which, Date on, bool beyond = false) {
    const store::Appointment a = appointment(sent);
    change([&](store::Tx& tx) { store::accept_lines(tx, desk, a, which, {on, "示范路 8 号", "李检定", "附件"}, beyond); });
  }
  void refuse(const Sent& sent, const std::vector<store::ShownLine>& which) {
    const store::Appointment a = appointment(sent);
    change([&](store::Tx& tx) { store::refuse_lines(tx, desk, a, which, {"other", "设备检修"}); });
  }
  void cancel(const Sent& sent, const std::vector<store::ShownLine>& which) {
    const store::Appointment a = appointment(sent);
    change([&](store::Tx& tx) { store::cancel_lines(tx, desk, a, which, "停电"); });
  }

  Person person;
  store::Db db;
  store::Desk desk;
};

long long notices(const Sent& sent, const std::string& kind) {
  return count("select count(*) from notices where kind = '" + kind +
               "' and appointment_id = " + std::to_string(sent.appointment_id));
}

void set_capacity(const Clerk& clerk, int capacity) {
  sql("update institutions set daily_capacity = " + std::to_string(capacity) +
      " where id = " + std::to_string(clerk.desk.institution_id));
}

// Runs all at once and counts what came of it.
struct Race {
  int done = 0, changed = 0, full = 0;
  void run(const std::vector<std::function<void()>>& acts) {
    std::vector<std::thread> racers;
    std::mutex counting;
    for (const auto& act : acts)
      racers.emplace_back([&] {
        int Race::*outcome = &Race::done;
        try {
          act();
        } catch (const store::LinesChanged&) {
          outcome = &Race::changed;
        } catch (const store::DayFull&) {
          outcome = &Race::full;
        }
        const std::lock_guard<std::mutex> lock(counting);
        ++(this->*outcome);
      });
    for (std::thread& racer : racers) racer.join();
  }
};

struct RollBack {};

// "accepted>cancelled …": every change of state that the trigger lets through, whoever asks.
std::set<std::string> let_through(const Sent& sent) {
  const std::string line = "where id = " + std::to_string(sent.lines.at(0));
  std::set<std::string> found;
  try {
    owner().transaction({}, [&](store::Tx& tx) {
      // What follows a line is another trigger's; here only the line's own guard is asked.
      tx.sql() << "alter table appointment_lines disable trigger appointment_lines_updated";
      tx.sql() << "update appointment_lines set planned_on = '2026-12-01' " + line;
      for (const LineState from : domain::line_states)
        for (const LineState to : domain::line_states) {
          const std::string a(domain::code_of(from)), b(domain::code_of(to));
          tx.sql() << "alter table appointment_lines disable trigger appointment_line_guard";
          tx.sql() << "update appointment_lines set state = '" + a + "' " + line;
          tx.sql() << "alter table appointment_lines enable trigger appointment_line_guard";
          tx.sql() << "savepoint before";
          try {
            tx.sql() << "update appointment_lines set state = '" + b + "' " + line;
            found.insert(a + ">" + b);
          } catch (const soci::soci_error&) {
          }
          tx.sql() << "rollback to savepoint before";
        }
      throw RollBack();
    });
  } catch (const RollBack&) {
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(desk)

BOOST_AUTO_TEST_CASE(the_database_lets_a_line_go_exactly_the_ways_of_the_table) {
  const Sent sent = make_sent(make_user("institution"));
  const std::set<std::string> found = let_through(sent);
  for (const LineState from : domain::line_states)
    for (const LineState to : domain::line_states) {
      bool in_table = from == to;
      for (const auto& t : domain::line_transitions()) in_table = in_table || (t.from == from && t.to == to);
      const std::string pair = std::string(domain::code_of(from)) + ">" + std::string(domain::code_of(to));
      BOOST_TEST((found.count(pair) == 1) == in_table, pair);
    }
  BOOST_TEST(line_state(sent, 0) == "waiting");
}

BOOST_AUTO_TEST_CASE(lines_are_answered_one_by_one_and_with_the_last_the_header_is_answered) {
  Clerk clerk;
  const Sent sent = make_sent(clerk.person, {3});
  const auto shown = clerk.shown(sent);
  clerk.accept(sent, {shown[1]}, today());
  BOOST_TEST(clerk.appointment(sent).state == "submitted");
  BOOST_TEST(clerk.appointment(sent).waiting == 2);
  clerk.refuse(sent, {shown[0], shown[2]});
  const store::Appointment a = clerk.appointment(sent);
  BOOST_TEST(a.state == "answered");
  BOOST_TEST(!a.answered_at.empty());
  std::vector<LineState> states;
  for (const auto& line : clerk.lines(sent)) states.push_back(line.state);
  BOOST_TEST(domain::acceptance_of(states) == "part");
  BOOST_TEST(clerk.lines(sent)[0].reason == "设备检修");
  BOOST_TEST(clerk.lines(sent)[1].answered_by == clerk.person.login);
  // What the unit's ledger shows follows.
  const std::string booked = "select count(*) from instruments where unit_id = " + std::to_string(sent.unit.unit_id) +
                             " and appointment_id is not null and planned_on is not null";
  BOOST_TEST(count(booked) == 1);
  clerk.cancel(sent, {clerk.shown(sent)[1]});
  BOOST_TEST(line_state(sent, 1) == "cancelled");
  BOOST_TEST(count(booked) == 0);
}

BOOST_AUTO_TEST_CASE(one_act_is_one_notice_and_one_audit_row_whatever_its_lines) {
  Clerk clerk;
  const Sent sent = make_sent(clerk.person, {5});
  clerk.accept(sent, clerk.shown(sent), today());
  BOOST_TEST(notices(sent, "answered") == 1);
  const std::string audited =
      "select count(*) from audit where subject = 'appointment' and subject_id = " + std::to_string(sent.appointment_id) +
      " and action = ";
  BOOST_TEST(count(audited + "'appointment.answer'") == 1);
  const auto shown = clerk.shown(sent);
  clerk.cancel(sent, {shown[0], shown[1]});
  BOOST_TEST(notices(sent, "cancelled") == 1);
  BOOST_TEST(count(audited + "'appointment.cancel'") == 1);
  BOOST_TEST(text_of("select data->>'reason' from notices where kind = 'cancelled' and appointment_id = " +
                     std::to_string(sent.appointment_id)) == "停电");
}

BOOST_AUTO_TEST_CASE(five_hundred_lines_are_answered_by_one_act) {
  Clerk clerk;
  const Sent sent = make_sent(clerk.person, {domain::most_lines});
  clerk.accept(sent, clerk.shown(sent), today());
  const store::Appointment a = clerk.appointment(sent);
  BOOST_TEST(a.state == "answered");
  BOOST_TEST(a.open == domain::most_lines);
  BOOST_TEST(text_of("select new_values->>'lines' from audit where action = 'appointment.answer' and subject_id = " +
                     std::to_string(sent.appointment_id)) == "1–500");
}

BOOST_AUTO_TEST_CASE(an_act_takes_all_its_lines_or_none) {
  Clerk clerk, colleague(make_clerk(clerk.person));
  const Sent sent = make_sent(clerk.person, {3}), other = make_sent(clerk.person);
  const auto shown = clerk.shown(sent);
  colleague.accept(sent, {shown[1]}, today());
  BOOST_CHECK_THROW(clerk.refuse(sent, shown), store::LinesChanged);
  BOOST_TEST(line_state(sent, 0) == "waiting");
  BOOST_TEST(line_state(sent, 1) == "accepted");
  BOOST_CHECK_THROW(clerk.accept(sent, clerk.shown(other), today()), store::LinesChanged);  // lines of another one
  BOOST_CHECK_THROW(clerk.accept(sent, {}, today()), store::LinesChanged);
  BOOST_CHECK_THROW(clerk.cancel(sent, {clerk.shown(sent)[0]}), store::LinesChanged);  // it only waits
  BOOST_TEST(notices(sent, "answered") == 1);
}

// 授权项目 must cover the planned day, not only the day of 提交.
BOOST_AUTO_TEST_CASE(nothing_is_accepted_for_a_day_beyond_the_authorisation) {
  Clerk clerk;
  const Sent sent = make_sent(clerk.person, {2});
  sql("update institution_kinds set valid_until = '" + today().plus_days(5).iso() +
      "' where institution_id = " + std::to_string(clerk.desk.institution_id));
  try {
    clerk.accept(sent, clerk.shown(sent), today().plus_days(6));
    BOOST_ERROR("accepted");
  } catch (const store::NotAuthorised& refused) {
    BOOST_TEST(refused.lines.size() == 2u);
    BOOST_TEST((refused.lines.begin()->second.ended == today().plus_days(5)));
  }
  BOOST_TEST(clerk.appointment(sent).waiting == 2);
  sql("update appointment_lines set measuring_range = '(0~999)t' where id = " + std::to_string(sent.lines.at(0)));
  sql("update institution_kinds set measuring_range = '(0~150)kg' where institution_id = " +
      std::to_string(clerk.desk.institution_id));
  BOOST_CHECK_THROW(clerk.accept(sent, clerk.shown(sent), today().plus_days(5)), store::NotAuthorised);
  clerk.accept(sent, {clerk.shown(sent).at(1)}, today().plus_days(5));
  BOOST_TEST(clerk.appointment(sent).waiting == 1);
}

BOOST_AUTO_TEST_CASE(of_two_clerks_who_answer_at_once_one_is_told) {
  for (int round = 0; round < 5; ++round) {
    Clerk a, b(make_clerk(a.person));
    const Sent sent = make_sent(a.person, {20});
    const auto shown = a.shown(sent);
    Race race;
    race.run({[&] { a.accept(sent, shown, today()); }, [&] { b.refuse(sent, shown); }});
    BOOST_TEST(race.done == 1);
    BOOST_TEST(race.changed == 1);
    BOOST_TEST(count("select count(distinct state) from appointment_lines where appointment_id = " +
                     std::to_string(sent.appointment_id)) == 1);
  }
}

BOOST_AUTO_TEST_CASE(of_two_clerks_who_fill_the_last_places_of_a_day_one_is_told_the_numbers) {
  for (int round = 0; round < 5; ++round) {
    Clerk a, b(make_clerk(a.person));
    set_capacity(a, 10);
    const Sent first = make_sent(a.person, {2, 3}), second = make_sent(a.person, {2, 3});  // 6 台件 each
    const auto of_first = a.shown(first), of_second = b.shown(second);
    Race race;
    race.run({[&] { a.accept(first, of_first, today()); }, [&] { b.accept(second, of_second, today()); }});
    BOOST_TEST(race.done == 1);
    BOOST_TEST(race.full == 1);
    BOOST_TEST(store::day_load(a.db, a.desk.institution_id, today()).planned == 6);
  }
}

BOOST_AUTO_TEST_CASE(a_full_day_takes_what_is_meant_all_the_same_and_a_closed_day_is_full) {
  Clerk clerk;
  set_capacity(clerk, 2);
  const Sent sent = make_sent(clerk.person, {3});
  const auto shown = clerk.shown(sent);
  try {
    clerk.accept(sent, shown, today());
    BOOST_ERROR("three on a day for two");
  } catch (const store::DayFull& day) {
    BOOST_TEST(day.adding == 3);
    BOOST_TEST(day.load.planned == 0);
    BOOST_TEST(*day.load.capacity == 2);
  }
  BOOST_TEST(line_state(sent, 0) == "waiting");
  clerk.accept(sent, {shown[0], shown[1]}, today());
  clerk.accept(sent, {shown[2]}, today(), true);
  const auto load = store::day_load(clerk.db, clerk.desk.institution_id, today());
  BOOST_TEST(load.over() == 1);
  BOOST_TEST(load.lines == 3);
  const Date holiday = today().plus_days(9);
  clerk.change([&](store::Tx& tx) { store::set_day(tx, clerk.desk.institution_id, {holiday, 0, "放假"}); });
  const Sent late = make_sent(clerk.person);
  BOOST_CHECK_THROW(clerk.accept(late, clerk.shown(late), holiday), store::DayFull);
  clerk.change([&](store::Tx& tx) { store::set_day(tx, clerk.desk.institution_id, {holiday, {}, ""}); });
  clerk.accept(late, clerk.shown(late), holiday);
  BOOST_TEST(line_state(late, 0) == "accepted");
}

BOOST_AUTO_TEST_CASE(a_cancelled_or_refused_line_gives_its_place_back) {
  Clerk clerk;
  set_capacity(clerk, 1);
  const Sent first = make_sent(clerk.person), second = make_sent(clerk.person);
  clerk.accept(first, clerk.shown(first), today());
  BOOST_CHECK_THROW(clerk.accept(second, clerk.shown(second), today()), store::DayFull);
  clerk.cancel(first, clerk.shown(first));
  clerk.accept(second, clerk.shown(second), today());
  BOOST_TEST(line_state(second, 0) == "accepted");
}

BOOST_AUTO_TEST_CASE(the_daily_capacity_changes_for_whoever_saw_the_newest) {
  Clerk clerk;
  const auto seen = store::capacity_of(clerk.db, clerk.desk.institution_id, today());
  BOOST_TEST(!seen.daily);
  const auto set = [&](const std::optional<int>& daily) {
    return clerk.change([&](store::Tx& tx) { return store::set_daily_capacity(tx, clerk.desk.institution_id, seen, daily); });
  };
  BOOST_TEST(set(40));
  BOOST_TEST(!set(50));
  BOOST_TEST(*store::capacity_of(clerk.db, clerk.desk.institution_id, today()).daily == 40);
}

BOOST_AUTO_TEST_CASE(another_institution_sees_and_answers_nothing_and_nobody_sees_a_draft) {
  Clerk clerk, stranger;
  const Sent sent = make_sent(clerk.person, {2}), draft = make_sent(clerk.person, {2, 1, true});
  BOOST_TEST(!stranger.find(sent));
  BOOST_TEST(!clerk.find(draft));
  const auto rows_of = [&](Clerk& who, const Sent& of) {
    return who.db.run([&](soci::session& sql) {
      long long rows = 0;  // row-level security alone: no condition of ours
      sql << "select (select count(*) from appointments where id = " + std::to_string(of.appointment_id) +
                 ") + (select count(*) from appointment_lines where appointment_id = " + std::to_string(of.appointment_id) + ")",
          soci::into(rows);
      return rows;
    });
  };
  BOOST_TEST(rows_of(clerk, sent) == 3);
  BOOST_TEST(rows_of(stranger, sent) == 0);
  BOOST_TEST(rows_of(clerk, draft) == 0);
  const store::Appointment a = clerk.appointment(sent);
  const auto shown = clerk.shown(sent);
  BOOST_CHECK_THROW(stranger.change([&](store::Tx& tx) {
    store::refuse_lines(tx, stranger.desk, a, shown, {"other", "x"});
  }),
                    store::LinesChanged);
  BOOST_TEST(store::desk_queue(stranger.db, stranger.desk.institution_id, {}).rows.empty());
  BOOST_TEST(store::desk_queue(stranger.db, clerk.desk.institution_id, {}).rows.empty());
}

BOOST_AUTO_TEST_CASE(the_queue_is_walked_forth_and_back_without_gap_or_double) {
  Clerk clerk;
  for (int n = 0; n < 7; ++n) make_sent(clerk.person, {1, 1, false, "电子秤", "send_in", n});
  for (const char* tab : {"waiting", "all"}) {
    store::DeskFilter filter;
    filter.tab = tab;
    filter.size = 3;
    std::vector<long long> forth, back;
    store::DeskPage page = store::desk_queue(clerk.db, clerk.desk.institution_id, filter);
    BOOST_TEST(!page.earlier);
    BOOST_TEST(page.all == 7);
    while (true) {
      for (const auto& row : page.rows) forth.push_back(row.appointment.id);
      if (!page.more) break;
      filter.after = page.rows.back().place;
      page = store::desk_queue(clerk.db, clerk.desk.institution_id, filter);
    }
    BOOST_TEST(forth.size() == 7U);
    BOOST_TEST(std::set<long long>(forth.begin(), forth.end()).size() == 7U);
    filter.after.reset();
    while (page.earlier) {
      filter.before = page.rows.front().place;
      page = store::desk_queue(clerk.db, clerk.desk.institution_id, filter);
      for (auto row = page.rows.rbegin(); row != page.rows.rend(); ++row) back.push_back(row->appointment.id);
    }
    BOOST_TEST(back.size() == 6U);
    BOOST_TEST(std::equal(back.rbegin(), back.rend(), forth.begin()));
  }
}

BOOST_AUTO_TEST_CASE(the_queue_finds_by_each_of_its_filters_and_by_nothing_else) {
  Clerk clerk;
  const Sent sent = make_sent(clerk.person, {2, 1, false, "燃油加油机", "on_site"});
  make_sent(clerk.person);
  const auto found = [&](const store::DeskFilter& filter) {
    const auto page = store::desk_queue(clerk.db, clerk.desk.institution_id, filter);
    return page.rows.size() == 1 && page.rows[0].appointment.id == sent.appointment_id;
  };
  const std::string serial = text_of("select serial_number from appointment_lines where id = " + std::to_string(sent.lines[1]));
  const std::string unit = text_of("select name from units where id = " + std::to_string(sent.unit.unit_id));
  const std::string code = text_of("select unit_code from units where id = " + std::to_string(sent.unit.unit_id));
  store::DeskFilter filter;
  BOOST_TEST(store::desk_queue(clerk.db, clerk.desk.institution_id, filter).rows.size() == 2U);
  const auto by = [&](std::string store::DeskFilter::*member, const std::string& text) {
    store::DeskFilter one;
    one.*member = text;
    return found(one);
  };
  BOOST_TEST(by(&store::DeskFilter::number, sent.number));
  BOOST_TEST(by(&store::DeskFilter::unit, unit));
  BOOST_TEST(by(&store::DeskFilter::unit, code));
  BOOST_TEST(by(&store::DeskFilter::instrument, "加油"));
  sql("update appointments set unit_name = '示范加油站（Ａ 区）有限公司' where id = " + std::to_string(sent.appointment_id));
  BOOST_TEST(by(&store::DeskFilter::unit, "加油站(a 区)"));
  BOOST_TEST(by(&store::DeskFilter::serial, serial));
  BOOST_TEST(by(&store::DeskFilter::delivery, "on_site"));
  for (const auto member : {&store::DeskFilter::number, &store::DeskFilter::unit, &store::DeskFilter::instrument,
                            &store::DeskFilter::serial, &store::DeskFilter::delivery})
    BOOST_TEST(!by(member, "%_'"));
  filter.expected_from = today();
  BOOST_TEST(store::desk_queue(clerk.db, clerk.desk.institution_id, filter).rows.empty());  // nobody expects a day
}

BOOST_AUTO_TEST_CASE(the_file_for_the_own_system_holds_accepted_lines_under_their_keys) {
  Clerk clerk;
  const Sent sent = make_sent(clerk.person, {3, 1, false, "=1+1"});
  const auto shown = clerk.shown(sent);
  clerk.accept(sent, {shown[0], shown[2]}, today());
  std::string csv;
  store::write_desk_csv(clerk.db, clerk.desk.institution_id, {}, false, [&](std::string_view bytes) { csv += bytes; });
  BOOST_TEST(csv.rfind("\xEF\xBB\xBF行号,预约单号,", 0) == 0U);
  BOOST_TEST(csv.find(domain::line_key(sent.number, 1) + ",") != std::string::npos);
  BOOST_TEST(csv.find(domain::line_key(sent.number, 2) + ",") == std::string::npos);  // waits
  BOOST_TEST(csv.find(",'=1+1,") != std::string::npos);
  BOOST_TEST(store::count_desk_lines(clerk.db, clerk.desk.institution_id, {}) == 2);
  BOOST_TEST(store::count_desk_lines(clerk.db, clerk.desk.institution_id, {today().plus_days(1), {}, "", ""}) == 0);
  BOOST_TEST(store::count_desk_lines(clerk.db, clerk.desk.institution_id, {{}, {}, "on_site", ""}) == 0);
  Clerk stranger;
  BOOST_TEST(store::count_desk_lines(stranger.db, clerk.desk.institution_id, {}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
