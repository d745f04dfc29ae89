// Tests of what is kept of the runs of qj-reminders, of their summary, and of mail that is sent again.
#include "common/database.h"
#include "store/mail/failed_mail.h"
#include "store/mail/outbox.h"
#include "store/mail/reminders.h"
#include "store/mail/run_summary.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

const store::Actor actor{0, "reminders", ""};

std::string fresh_address() { return unique("who") + "@example.cn"; }

// Everybody else has no address, nothing else has gone wrong, no run was.
struct Alone {
  Alone() {
    sql("update users set email = '' where user_type in ('administrator', 'supervisor'); delete from reminder_runs; "
        "delete from bad_addresses; "
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
    BOOST_REQUIRE(store::lock_reminders(db));
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
    sql("update units set email = '" + gone + "', name = name || '" + (n < 10 ? "0" : "") + std::to_string(n) +
        "' where id = " + std::to_string(units.back().unit_id));
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
  BOOST_TEST(count("select count(*) from audit where unit_id = 0 and action = 'mail.resend' and subject_id = " +
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
  const std::string of = " where id = " + std::to_string(unit.unit_id), address = fresh_address();
  sql("update units set email = '" + address + "'" + of);
  const long long instrument = add_instrument(unit.unit_id, scale());
  sql("update instruments set last_result = 'declared', verified_on = '2020-01-01', valid_until = '" +
      today().plus_days(5).iso() + "' where id = " + std::to_string(instrument));
  store::Db db = connection("qj_reminders"), mailer = connection("qj_mailer");
  const auto found = [&] { return store::find_unit_digests(db, unit.unit_id, {today()}).digests; };
  const auto digests = found();
  db.transaction(actor, [&](store::Tx& tx) { store::queue_digests(tx, digests, today()); });
  const long long id = count("select max(id) from outbox");
  const auto fail = [&] {
    mailer.transaction(actor, [&](store::Tx& tx) { store::mail_ended(tx, id, "failed", "554 policy"); });
    BOOST_TEST(found().size() == 1U);
  };
  fail();
  sql("update units set email = '" + fresh_address() + "'" + of);
  BOOST_TEST(!resend(id));
  BOOST_TEST(state_of(id) == "failed");
  sql("update units set email = '" + address + "'" + of);
  BOOST_TEST(resend(id));
  BOOST_TEST(found().empty());
  fail();
}

BOOST_AUTO_TEST_SUITE_END()
