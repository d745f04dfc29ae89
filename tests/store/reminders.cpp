// Tests of store/reminders.h: what is said to whom, once, and what a mail says when it is sent.
#include "common/database.h"
#include "store/outbox.h"
#include "store/reminders.h"
#include "store/unreached.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;
using domain::Topic;

const store::Actor actor{0, "reminders", ""};

struct Reminded {
  Person unit = make_unit();
  std::string of = " where enterprise_id = " + std::to_string(unit.enterprise_id);

  Reminded() { sql("update enterprises set email = 'unit@example.cn' where id = " + std::to_string(unit.enterprise_id)); }
  long long add(const std::string& changes) const {
    const long long id = add_instrument(unit.enterprise_id, scale());
    sql("update instruments set " + changes + of + " and id = " + std::to_string(id));
    return id;
  }
  // Due in so many days.
  long long due_in(int days) const {
    return add("last_result = 'declared', verified_on = '2020-01-01', valid_until = '" + today().plus_days(days).iso() + "'");
  }
  std::vector<store::Digest> found(domain::Date day = today()) const {
    store::Db db = connection("qj_reminders");
    return store::find_unit_digests(db, unit.enterprise_id, day);
  }
  // What a run does for this unit; how many items it said.
  std::size_t run(domain::Date day = today()) const {
    store::Db db = connection("qj_reminders");
    const auto digests = store::find_unit_digests(db, unit.enterprise_id, day);
    if (digests.empty()) return 0;
    db.transaction(actor, [&](store::Tx& tx) { store::queue_digests(tx, digests, day); });
    return digests.front().items.size();
  }
  long long mails() const { return count("select count(*) from reminder_digests" + of); }
  std::optional<store::ReminderMail> last_mail() const {
    store::Db db = connection("qj_mailer");
    return store::find_reminder_mail(db, count("select max(id) from reminder_digests" + of));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(reminders)

BOOST_AUTO_TEST_CASE(a_threshold_is_said_once_and_the_next_one_again) {
  const Reminded r;
  const long long id = r.due_in(12);
  BOOST_REQUIRE(r.found().size() == 1U);
  BOOST_TEST(r.found().front().recipient == "unit@example.cn");
  BOOST_TEST(r.found().front().items.front().instrument_id == id);
  BOOST_TEST(r.found().front().items.front().reminder.step == -15);
  BOOST_TEST(r.run() == 1U);
  BOOST_TEST(r.run() == 0U);
  BOOST_TEST(r.run(today().plus_days(4)) == 0U);
  BOOST_TEST(r.run(today().plus_days(5)) == 1U);
  BOOST_TEST(r.run(today().plus_days(11)) == 1U);
  BOOST_TEST(r.run(today().plus_days(13)) == 1U);
  BOOST_TEST(r.run(today().plus_days(14)) == 0U);
  BOOST_TEST(r.mails() == 4);
}

BOOST_AUTO_TEST_CASE(after_an_outage_only_what_matters_now_is_said) {
  const Reminded r;
  r.due_in(29);
  BOOST_TEST(r.run(today().plus_days(100)) == 1U);
  BOOST_TEST(count("select step from reminders" + r.of) == 60);
  // A clock that was wrong, or a run for an earlier day: nothing less urgent follows.
  BOOST_TEST(r.run(today().plus_days(50)) == 0U);
}

BOOST_AUTO_TEST_CASE(one_mail_says_all_of_a_unit_and_queues_once) {
  const Reminded r;
  for (const int days : {-400, -3, 0, 1, 30}) r.due_in(days);
  r.due_in(31);
  r.add("last_result = 'fail', verified_on = current_date - 2, valid_until = null");
  r.add("last_result = null, verified_on = null, valid_until = null");
  BOOST_TEST(r.run() == 7U);
  BOOST_TEST(r.mails() == 1);
  BOOST_TEST(count("select count(*) from outbox o join reminder_digests d on d.outbox_id = o.id where o.kind = 'reminder' and "
                   "o.recipient = 'unit@example.cn' and (o.data->>'digest')::bigint = d.id and d.enterprise_id = " +
                   std::to_string(r.unit.enterprise_id)) == 1);
  const auto mail = r.last_mail();
  BOOST_REQUIRE(mail);
  BOOST_REQUIRE(mail->lines.size() == 7U);
  BOOST_TEST((mail->lines.front().reminder.topic == Topic::failed));
  BOOST_TEST(mail->lines.at(1).reminder.anchor.iso() == today().plus_days(-400).iso());
  BOOST_TEST((mail->lines.back().reminder.topic == Topic::not_verified));
}

BOOST_AUTO_TEST_CASE(stopped_scrapped_and_booked_ones_and_units_that_are_not_reviewed_are_left_alone) {
  const Reminded r;
  for (const char* state : {"stopped", "scrapped"}) {
    const long long id = r.due_in(3);
    sql("update instruments set state = '" + std::string(state) + "'" + r.of + " and id = " + std::to_string(id));
  }
  BOOST_TEST(r.found().empty());
  r.due_in(3);
  BOOST_TEST(r.found().size() == 1U);
  for (const char* change : {"state = 'suspended'", "email = ''"}) {
    const std::string unit = " where id = " + std::to_string(r.unit.enterprise_id);
    sql("update enterprises set " + std::string(change) + unit);
    BOOST_TEST(r.found().empty(), change);
    sql("update enterprises set state = 'approved', email = 'unit@example.cn'" + unit);
  }
  BOOST_TEST(r.found().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_new_due_date_starts_anew_and_what_no_longer_holds_is_not_said) {
  const Reminded r;
  const long long id = r.due_in(-5);
  BOOST_TEST(r.run() == 1U);
  BOOST_TEST(r.last_mail()->lines.size() == 1U);
  sql("update instruments set last_result = 'pass', valid_until = current_date + 365" + r.of + " and id = " + std::to_string(id));
  BOOST_TEST(r.last_mail()->lines.empty());
  BOOST_TEST(r.run() == 0U);
  BOOST_TEST(r.run(today().plus_days(340)) == 1U);
}

BOOST_AUTO_TEST_CASE(another_address_hears_what_matters_now) {
  const Reminded r;
  r.due_in(5);
  BOOST_TEST(r.run() == 1U);
  sql("update enterprises set email = 'new@example.cn' where id = " + std::to_string(r.unit.enterprise_id));
  BOOST_TEST(r.run() == 1U);
  BOOST_TEST(r.run() == 0U);
}

BOOST_AUTO_TEST_CASE(an_address_that_was_refused_is_left_alone_until_it_works_or_changes_or_thirty_days_have_passed) {
  const Reminded r;
  const std::string address = unique("refused") + "@example.cn", unit = " where id = " + std::to_string(r.unit.enterprise_id);
  sql("update enterprises set email = '" + address + "'" + unit);
  r.due_in(5);
  store::Db mailer = connection("qj_mailer"), admin = connection("qj_admin");
  const auto refuse = [&] {
    mailer.transaction(actor, [&](store::Tx& tx) { store::address_refused(tx, address, "550 no such mailbox"); });
    BOOST_TEST(r.found().empty());
  };
  const long long before = store::unreached_units(admin, 200).refused;
  refuse();
  refuse();
  BOOST_TEST(store::unreached_units(admin, 200).refused == before + 1);
  mailer.transaction(actor, [&](store::Tx& tx) { store::address_reached(tx, address); });
  BOOST_TEST(r.found().size() == 1U);
  refuse();
  sql("update bad_addresses set refused_at = now() - interval '31 days' where address = '" + address + "'");
  BOOST_TEST(r.found().size() == 1U);
  refuse();
  sql("update enterprises set email = 'new@example.cn'" + unit);
  BOOST_TEST(r.found().size() == 1U);
  BOOST_TEST(count("select count(*) from bad_addresses where address = '" + address + "'") == 0);
}

BOOST_AUTO_TEST_CASE(a_batch_is_written_down_whole_or_not_at_all) {
  const Reminded r;
  r.due_in(5);
  store::Db db = connection("qj_reminders");
  const auto digests = r.found();
  BOOST_CHECK_THROW(db.transaction(actor,
                                   [&](store::Tx& tx) {
                                     store::queue_digests(tx, digests, today());
                                     throw std::runtime_error("killed");
                                   }),
                    std::runtime_error);
  BOOST_TEST(r.mails() == 0);
  BOOST_TEST(r.run() == 1U);
  // Two that found the same at the same time: the second one's batch fails as a whole.
  BOOST_CHECK_THROW(db.transaction(actor, [&](store::Tx& tx) { store::queue_digests(tx, digests, today()); }), store::Violation);
  BOOST_TEST(r.mails() == 1);
}

BOOST_AUTO_TEST_CASE(units_are_walked_through_in_batches_each_once) {
  const Reminded a, b, c;
  for (const Reminded* r : {&a, &b, &c}) r->due_in(5);
  store::Db db = connection("qj_reminders");
  std::vector<long long> seen;
  long long after = a.unit.enterprise_id - 1;
  do {
    for (const store::Digest& digest : store::find_digests(db, after, 2, today())) seen.push_back(digest.enterprise_id);
  } while (after > 0);
  for (const Reminded* r : {&a, &b, &c}) BOOST_TEST(std::count(seen.begin(), seen.end(), r->unit.enterprise_id) == 1);
}

BOOST_AUTO_TEST_CASE(one_run_at_a_time) {
  store::Db first = connection("qj_reminders"), second = connection("qj_reminders");
  BOOST_TEST(store::hold_reminders(first));
  BOOST_TEST(!store::hold_reminders(second));
}

BOOST_AUTO_TEST_SUITE_END()
