// Tests of what is kept of the runs of qj-reminders, of their summary, of the monthly lists, and of mail that is sent again.
#include "common/supervision.h"
#include "store/failed_mail.h"
#include "store/outbox.h"
#include "store/overdue_lists.h"
#include "store/reminders.h"
#include "store/run_summary.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

const store::Actor actor{0, "reminders", ""};

std::string fresh_address() { return unique("who") + "@example.cn"; }

// Everybody else has no address, nothing else has gone wrong, no run was.
struct Alone {
  Alone() {
    sql("update users set email = '' where user_type in ('administrator', 'supervisor'); delete from reminder_runs; "
        "delete from overdue_lists; delete from bad_addresses; "
        "update outbox set state = 'dropped' where state in ('queued', 'failed')");
  }
};

Person administrator(const std::string& address) {
  const Person person = make_user("administrator");
  sql("update users set email = '" + address + "' where id = " + user_id_of(person));
  return person;
}

// A complete run, or a partial one, or one that ends otherwise.
long long run(const std::string& ends = "done", bool partial = false) {
  store::Db db = connection("qj_reminders");
  const long long id = db.transaction(actor, [&](store::Tx& tx) { return store::begin_run(tx, today(), partial); });
  if (ends == "failed") db.transaction(actor, [&](store::Tx& tx) { store::fail_run(tx, id, "the <b>disk</b>\n is full"); });
  if (ends == "done")
    db.transaction(actor, [&](store::Tx& tx) {
      store::count_run(tx, id, {7, 5, 3, 1});
      store::finish_run(tx, id);
      if (!partial) store::queue_summary(tx, id);
    });
  return id;
}

long long summaries(const std::string& address, const std::string& more = "") {
  return count("select count(*) from outbox where kind = 'reminder_summary' and recipient = '" + address + "'" + more);
}
void a_day_passes() {
  sql("update reminder_runs set started_at = started_at - interval '1 day', finished_at = finished_at - interval '1 day'; "
      "update bad_addresses set since = since - interval '1 day', refused_at = refused_at - interval '1 day'; "
      "update outbox set failed_at = failed_at - interval '1 day' where state = 'failed'");
}

// A mail that failed; its id.
long long failed(const std::string& kind, const std::string& recipient, const std::string& data = "{}") {
  sql("insert into outbox (kind, recipient, data, tries) values ('" + kind + "', '" + recipient + "', '" + data + "', 3)");
  const long long id = count("select max(id) from outbox");
  store::Db db = connection("qj_mailer");
  db.transaction(actor, [&](store::Tx& tx) { store::mail_ended(tx, id, "failed", "550 no such mailbox"); });
  return id;
}
bool resend(long long id) {
  store::Db db = connection("qj_admin");
  return db.transaction(actor, [&](store::Tx& tx) { return store::resend_mail(tx, id); });
}
std::string state_of(long long id) { return text_of("select state from outbox where id = " + std::to_string(id)); }

std::vector<store::ReminderRun> seen() {
  store::Db db = connection("qj_admin");
  return store::last_runs(db, 30);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reminder_runs)

BOOST_AUTO_TEST_CASE(a_run_is_seen_as_it_goes_and_as_it_ended) {
  const Alone alone;
  store::Db admin = connection("qj_admin");
  BOOST_TEST(seen().empty());
  BOOST_TEST(store::hours_since_complete_run(admin) == -1);
  {
    store::Db db = connection("qj_reminders");
    BOOST_REQUIRE(store::hold_reminders(db));
    const long long id = db.transaction(actor, [&](store::Tx& tx) { return store::begin_run(tx, today(), false); });
    db.transaction(actor, [&](store::Tx& tx) { store::count_run(tx, id, {2000, 12, 34, 0}); });
    BOOST_TEST(seen().front().outcome == "running");
    BOOST_TEST(seen().front().counts.items == 34);
  }
  // Its connection ended without a word: it was killed. It says so at once, and for good with the next run.
  BOOST_TEST(seen().front().outcome == "cut_off");
  BOOST_TEST(seen().front().seconds == -1);
  run("done", true);
  BOOST_TEST(text_of("select string_agg(outcome, ',' order by id) from reminder_runs") == "cut_off,done");
  BOOST_TEST(seen().front().partial);
  BOOST_TEST(store::hours_since_complete_run(admin) == -1);
  run();
  BOOST_TEST(store::hours_since_complete_run(admin) == 0);
  run("failed");
  BOOST_TEST(seen().front().outcome == "failed");
  BOOST_TEST(seen().front().error == "the <b>disk</b> is full");
  BOOST_TEST(seen().at(1).counts.units == 7);
  sql("update reminder_runs set finished_at = finished_at - interval '30 hours' where not partial");
  BOOST_TEST(store::hours_since_complete_run(admin) == 30);
}

BOOST_AUTO_TEST_CASE(a_summary_is_queued_only_when_there_is_something_to_say_and_once_a_day) {
  const Alone alone;
  const std::string address = fresh_address();
  administrator(address);
  run();
  BOOST_TEST(summaries(address) == 0);
  run("failed");
  BOOST_TEST(summaries(address) == 0);  // a run that fails says nothing itself
  run("done", true);
  BOOST_TEST(summaries(address) == 0);
  const long long told = run();
  BOOST_TEST(summaries(address) == 1);
  store::Db mailer = connection("qj_mailer");
  const auto summary = store::find_summary(mailer, told, address);
  BOOST_REQUIRE(summary);
  BOOST_TEST(summary->runs == 1);
  BOOST_TEST(summary->refused + summary->failed + summary->waiting == 0);
  BOOST_TEST(summary->counts.mails == 5);
  BOOST_REQUIRE(summary->bad_runs.size() == 1U);
  BOOST_TEST(summary->bad_runs.front().error == "the <b>disk</b> is full");
  sql("update outbox set state = 'sent' where kind = 'reminder_summary'");
  run("failed");
  run();
  BOOST_TEST(summaries(address) == 1);  // the second of a day
  a_day_passes();
  run();
  BOOST_TEST(summaries(address) == 2);
  a_day_passes();
  sql("update outbox set state = 'sent' where kind = 'reminder_summary'");
  run();
  BOOST_TEST(summaries(address) == 2);  // all that was wrong has been told
}

BOOST_AUTO_TEST_CASE(refused_addresses_failed_and_old_mail_are_each_worth_a_summary_that_names_the_units) {
  const Alone alone;
  const std::string address = fresh_address();
  administrator(address);
  store::Db mailer = connection("qj_mailer");
  std::vector<Person> units;
  for (int n = 0; n < 23; ++n) {
    units.push_back(make_unit());
    const std::string gone = fresh_address();
    sql("update enterprises set email = '" + gone + "', name = name || '" + (n < 10 ? "0" : "") + std::to_string(n) +
        "' where id = " + std::to_string(units.back().enterprise_id));
    mailer.transaction(actor, [&](store::Tx& tx) { store::address_refused(tx, gone, "550 no such mailbox"); });
  }
  const long long first = run();
  BOOST_TEST(summaries(address) == 1);
  const auto summary = store::find_summary(mailer, first, address);
  BOOST_TEST(summary->refused == 23);
  BOOST_TEST(summary->units.size() == 20U);
  BOOST_TEST(summary->more_units == 3);
  a_day_passes();
  sql("update outbox set state = 'sent' where kind = 'reminder_summary'");
  run();
  BOOST_TEST(summaries(address) == 1);  // refused before
  failed("notice", fresh_address());
  const long long second = run();
  BOOST_TEST(summaries(address) == 2);
  BOOST_TEST(store::find_summary(mailer, second, address)->failed == 1);
  BOOST_TEST(store::find_summary(mailer, second, address)->refused == 0);
  a_day_passes();
  // The last one still waits: its words are made when it is sent, a second one would say the same.
  sql("insert into outbox (kind, recipient, created_at) values ('notice', 'old@example.cn', now() - interval '25 hours')");
  run();
  BOOST_TEST(summaries(address) == 2);
  sql("update outbox set state = 'sent' where kind = 'reminder_summary'");
  const long long third = run();
  BOOST_TEST(summaries(address) == 3);
  BOOST_TEST(store::find_summary(mailer, third, address)->waiting == 1);
}

BOOST_AUTO_TEST_CASE(a_summary_is_for_active_administrators_with_an_address_that_works) {
  const Alone alone;
  const std::string good = fresh_address(), locked = fresh_address(), gone = fresh_address();
  const Person person = administrator(good);
  sql("update users set state = 'locked' where id = " + user_id_of(administrator(locked)));
  administrator(gone);
  sql("update users set email = '" + fresh_address() + "' where id = " + user_id_of(make_user("supervisor")));
  sql("insert into bad_addresses (address, words) values ('" + gone + "', '550')");
  const long long told = run();
  BOOST_TEST(summaries(good) + summaries(locked) + summaries(gone) == 1);
  store::Db mailer = connection("qj_mailer");
  BOOST_TEST(store::find_summary(mailer, told, good).has_value());
  sql("update users set state = 'locked' where id = " + user_id_of(person));
  BOOST_TEST(!store::find_summary(mailer, told, good));
  BOOST_TEST(count("select count(*) from outbox where kind = 'reminder_summary' and state = 'queued'") == 1);
}

BOOST_AUTO_TEST_CASE(a_run_killed_before_its_end_has_neither_ended_nor_told) {
  const Alone alone;
  const std::string address = fresh_address();
  administrator(address);
  run("failed");
  store::Db db = connection("qj_reminders");
  const long long id = run("never");
  BOOST_CHECK_THROW(db.transaction(actor,
                                   [&](store::Tx& tx) {
                                     store::finish_run(tx, id);
                                     BOOST_TEST(store::queue_summary(tx, id));
                                     throw std::runtime_error("killed");
                                   }),
                    std::runtime_error);
  BOOST_TEST(summaries(address) == 0);
  const long long next = run();
  BOOST_TEST(summaries(address) == 1);
  store::Db mailer = connection("qj_mailer");
  BOOST_TEST(store::find_summary(mailer, next, address)->runs == 2);
}

// ------------------------------------------------------------------------------------------------- sent again
BOOST_AUTO_TEST_CASE(a_mail_that_failed_is_sent_again_and_its_address_forgiven) {
  const Alone alone;
  const std::string address = fresh_address();
  const long long id = failed("notice", address);
  sql("insert into bad_addresses (address, words) values ('" + address + "', '550')");
  sql("update outbox set created_at = now() - interval '3 days' where id = " + std::to_string(id));
  store::Db admin = connection("qj_admin"), mailer = connection("qj_mailer");
  const store::FailedMails list = store::failed_mail(admin, 200);
  BOOST_TEST(list.all == 1);
  BOOST_TEST(list.recent == 1);
  BOOST_TEST(list.rows.front().recipient == address);
  BOOST_TEST(list.rows.front().words == "550 no such mailbox");
  BOOST_TEST(resend(id));
  BOOST_TEST(!resend(id));  // somebody was faster
  BOOST_TEST(count("select count(*) from bad_addresses where address = '" + address + "'") == 0);
  const auto claimed = mailer.transaction(actor, store::claim_mails);
  BOOST_REQUIRE(claimed.size() == 1U);
  BOOST_TEST(claimed[0].id == id);
  BOOST_TEST(claimed[0].tries == 1);
  BOOST_TEST(claimed[0].age_minutes < 5);  // or a server that says "later" would end it at once
  BOOST_TEST(count("select count(*) from audit where enterprise_id = 0 and action = 'mail.resend' and subject_id = " +
                   std::to_string(id)) == 1);
}

BOOST_AUTO_TEST_CASE(all_of_the_last_seven_days_are_sent_again_but_what_makes_no_sense) {
  const Alone alone;
  const long long first = failed("notice", fresh_address()), second = failed("review_result", fresh_address()),
                  old = failed("notice", fresh_address()), reset = failed("reset_password", "", "{\"login\": \"x\"}");
  sql("update outbox set failed_at = now() - interval '8 days' where id = " + std::to_string(old));
  store::Db admin = connection("qj_admin");
  BOOST_TEST(store::failed_mail(admin, 200).recent == 2);
  BOOST_TEST(store::failed_mail(admin, 200).all == 4);
  const auto all = [&] { return admin.transaction(actor, [](store::Tx& tx) { return store::resend_recent_mail(tx); }); };
  BOOST_TEST(all() == 2);
  BOOST_TEST(all() == 0);
  BOOST_TEST(state_of(first) + state_of(second) + state_of(old) + state_of(reset) == "queuedqueuedfailedfailed");
  BOOST_TEST(!resend(reset));
  BOOST_TEST(resend(old));
}

BOOST_AUTO_TEST_CASE(a_reminder_that_is_sent_again_is_said_and_one_whose_reader_is_gone_is_not_sent) {
  const Alone alone;
  const Person unit = make_unit();
  const std::string of = " where id = " + std::to_string(unit.enterprise_id), address = fresh_address();
  sql("update enterprises set email = '" + address + "'" + of);
  const long long instrument = add_instrument(unit.enterprise_id, scale());
  sql("update instruments set last_result = 'declared', verified_on = '2020-01-01', valid_until = '" +
      today().plus_days(5).iso() + "' where id = " + std::to_string(instrument));
  store::Db db = connection("qj_reminders"), mailer = connection("qj_mailer");
  const auto found = [&] { return store::find_unit_digests(db, unit.enterprise_id, {today()}).digests; };
  const auto digests = found();
  db.transaction(actor, [&](store::Tx& tx) { store::queue_digests(tx, digests, today()); });
  const long long id = count("select max(id) from outbox");
  const auto fail = [&] {
    mailer.transaction(actor, [&](store::Tx& tx) { store::mail_ended(tx, id, "failed", "554 policy"); });
    BOOST_TEST(found().size() == 1U);
  };
  fail();
  sql("update enterprises set email = '" + fresh_address() + "'" + of);
  BOOST_TEST(!resend(id));
  BOOST_TEST(state_of(id) == "failed");
  sql("update enterprises set email = '" + address + "'" + of);
  BOOST_TEST(resend(id));
  BOOST_TEST(found().empty());
  fail();
}

// ------------------------------------------------------------------------------------------------- monthly lists
struct Department {
  Supervisor made;
  std::string address = fresh_address();
  explicit Department(const std::string& division) : made(make_supervisor({division})) {
    sql("update users set email = '" + address + "' where id = " + user_id_of(made.person));
  }
  std::vector<std::string> lists() const {
    store::Db mailer = connection("qj_mailer");
    std::vector<std::string> said;
    for (long long n = 0; n < count("select count(*) from outbox where kind = 'overdue_list' and recipient = '" + address + "'");
         ++n)
      said.push_back(text_of("select data->>'list' from outbox where kind = 'overdue_list' and recipient = '" + address +
                             "' order by id offset " + std::to_string(n) + " limit 1"));
    return said;
  }
};
// What a run does; how many lists.
int tell(domain::Date day, int days = 60) {
  store::Db db = connection("qj_reminders");
  int lists = 0;
  for (const long long department : store::departments_to_tell(db, day))
    if (store::anything_overdue(db, department, day, days))
      lists += db.transaction(actor, [&](store::Tx& tx) { return store::queue_overdue_lists(tx, department, day); });
  return lists;
}
std::string overdue(int days, const std::string& more = "") {
  return "last_result = 'pass', verified_on = '2020-01-01', valid_until = '" + today().plus_days(-days).iso() + "'" + more;
}

BOOST_AUTO_TEST_CASE(a_department_hears_once_a_month_of_what_is_long_overdue_in_its_field) {
  const Alone alone;
  const Department department("330203"), elsewhere("330205");
  make_placed("330203", overdue(60));
  make_placed("330203", overdue(400, ", mode = 'first_rotate'"));
  make_placed("330203", overdue(400, ", state = 'stopped'"));
  BOOST_TEST(tell(today()) == 0);  // exactly 60 days are not more than 60
  const Placed late = make_placed("330203", overdue(61, ", quantity = 3, serial_number = '1～3'")),
               later = make_placed("330203", overdue(400));
  BOOST_TEST(tell(today()) == 1);
  BOOST_TEST(tell(today()) == 0);
  BOOST_TEST(elsewhere.lists().empty());
  BOOST_REQUIRE(department.lists().size() == 1U);
  store::Db mailer = connection("qj_mailer");
  const auto list = store::find_overdue_list(mailer, std::stoll(department.lists().front()), 60);
  BOOST_REQUIRE(list);
  BOOST_TEST(list->quantity == 4);
  BOOST_TEST(list->units == 2);
  BOOST_TEST(!list->more);
  BOOST_REQUIRE(list->rows.size() == 2U);
  BOOST_TEST(list->rows.front().enterprise_id == later.unit.enterprise_id);
  // Somebody new is told later in the same month, nobody twice; the next month everybody.
  const Person colleague = make_user("supervisor");
  sql("update users set email = '" + fresh_address() + "', department_id = " + std::to_string(department.made.department) +
      " where id = " + user_id_of(colleague));
  BOOST_TEST(tell(today()) == 1);
  const domain::Date next = today().plus_days(32 - std::stoi(today().iso().substr(8)));
  BOOST_TEST(tell(next) == 2);
  BOOST_TEST(tell(next.plus_days(3)) == 0);
  // Verified before the mail is sent.
  for (const Placed& placed : {late, later})
    sql("update instruments set valid_until = current_date + 300 where id = " + std::to_string(placed.instrument));
  BOOST_TEST(store::find_overdue_list(mailer, std::stoll(department.lists().front()), 60)->rows.empty());
}

BOOST_AUTO_TEST_CASE(nobody_is_told_who_has_left_or_has_no_address_or_no_field) {
  const Alone alone;
  const Department department("330206"), empty("330211");
  sql("delete from department_divisions where department_id = " + std::to_string(empty.made.department));
  const Placed placed = make_placed("330206", overdue(100));
  const std::string user = " where id = " + user_id_of(department.made.person),
                    of = " where id = " + std::to_string(department.made.department);
  for (const auto& [change, back] :
       {std::pair("update users set state = 'locked'" + user, "update users set state = 'active'" + user),
        std::pair("update users set email = ''" + user, "update users set email = '" + department.address + "'" + user),
        std::pair("update departments set state = 'suspended'" + of, "update departments set state = 'active'" + of),
        std::pair("insert into bad_addresses (address, words) values ('" + department.address + "', '550')",
                  std::string("delete from bad_addresses"))}) {
    sql(change);
    BOOST_TEST(tell(today()) == 0, change);
    sql(back);
  }
  BOOST_TEST(tell(today(), 365) == 0);
  BOOST_TEST(tell(today()) == 1);
  store::Db mailer = connection("qj_mailer");
  const long long list = std::stoll(department.lists().front());
  BOOST_TEST(store::find_overdue_list(mailer, list, 60)->rows.size() == 1U);
  sql("update users set state = 'locked'" + user);
  BOOST_TEST(!store::find_overdue_list(mailer, list, 60));
  // A unit assigned by name counts, wherever it is; one that is closed keeps what it has in the ledger.
  sql("update users set state = 'active'" + user + "; delete from department_divisions where department_id = " +
      std::to_string(department.made.department) + "; insert into department_enterprises values (" +
      std::to_string(department.made.department) + ", " + std::to_string(placed.unit.enterprise_id) +
      "); update enterprises set state = 'closed' where id = " + std::to_string(placed.unit.enterprise_id));
  BOOST_TEST(store::find_overdue_list(mailer, list, 60)->rows.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_department_is_told_whole_or_not_at_all_and_by_one_of_two) {
  const Alone alone;
  const Department department("330212");
  make_placed("330212", overdue(100));
  store::Db first = connection("qj_reminders"), second = connection("qj_reminders");
  BOOST_CHECK_THROW(first.transaction(actor,
                                      [&](store::Tx& tx) {
                                        BOOST_TEST(store::queue_overdue_lists(tx, department.made.department, today()) == 1);
                                        throw std::runtime_error("killed");
                                      }),
                    std::runtime_error);
  BOOST_TEST(department.lists().empty());
  for (store::Db* db : {&first, &second})
    db->transaction(actor, [&](store::Tx& tx) { store::queue_overdue_lists(tx, department.made.department, today()); });
  BOOST_TEST(department.lists().size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
