// Tests of store/mail/reminders.h: what is said to whom, once, and what a mail says when it is sent.
#include "store/mail/reminders.h"

#include "common/database.h"
#include "store/core/tidy.h"
#include "store/mail/outbox.h"
#include "store/mail/unreachable.h"

#include <boost/test/unit_test.hpp>

#include <map>
#include <random>
#include <set>
#include <tuple>

namespace {

using namespace tests;
using domain::Topic;

const store::Actor actor{0, "reminders", ""};

struct Reminded {
  Person unit = make_unit();
  std::string of = " where unit_id = " + std::to_string(unit.unit_id);

  Reminded() { sql("update units set email = 'unit@example.cn' where id = " + std::to_string(unit.unit_id)); }
  long long add(const std::string& changes) const {
    const long long id = add_instrument(unit.unit_id, scale());
    sql("update instruments set " + changes + of + " and id = " + std::to_string(id));
    return id;
  }
  // Due in so many days.
  long long due_in(int days) const {
    return add("last_result = 'declared', verified_on = '2020-01-01', valid_until = '" + today().plus_days(days).iso() + "'");
  }
  std::vector<store::Digest> found(domain::Date day = today()) const {
    store::Db db = connection("qj_reminders");
    return store::find_unit_digests(db, unit.unit_id, {day}).digests;
  }
  // What a run does for this unit; how many items it said.
  std::size_t run(domain::Date day = today()) const {
    store::Db db = connection("qj_reminders");
    const store::Found found = store::find_unit_digests(db, unit.unit_id, {day});
    db.transaction(actor, [&](store::Tx& tx) {
      store::queue_digests(tx, found.digests, day);
      store::close_week(tx, found.weekly, day);
    });
    return found.digests.empty() ? 0 : found.digests.front().items.size();
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
                   "o.recipient = 'unit@example.cn' and (o.data->>'digest')::bigint = d.id and d.unit_id = " +
                   std::to_string(r.unit.unit_id)) == 1);
  const auto mail = r.last_mail();
  BOOST_REQUIRE(mail);
  BOOST_REQUIRE(mail->lines.size() == 7U);
  BOOST_TEST(mail->all == 7);
  BOOST_TEST(mail->late == 3, "400 days, 3 days, and the failed one");
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
    const std::string unit = " where id = " + std::to_string(r.unit.unit_id);
    sql("update units set " + std::string(change) + unit);
    BOOST_TEST(r.found().empty(), change);
    sql("update units set state = 'approved', email = 'unit@example.cn'" + unit);
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
  sql("update units set email = 'new@example.cn' where id = " + std::to_string(r.unit.unit_id));
  BOOST_TEST(r.run() == 1U);
  BOOST_TEST(r.run() == 0U);
}

BOOST_AUTO_TEST_CASE(an_address_that_was_refused_is_left_alone_until_it_works_or_changes_or_thirty_days_have_passed) {
  const Reminded r;
  const std::string address = unique("refused") + "@example.cn", unit = " where id = " + std::to_string(r.unit.unit_id);
  sql("update units set email = '" + address + "'" + unit);
  r.due_in(5);
  store::Db mailer = connection("qj_mailer"), admin = connection("qj_admin");
  const auto refuse = [&] {
    mailer.transaction(actor, [&](store::Tx& tx) { store::address_refused(tx, address, "550 no such mailbox"); });
    BOOST_TEST(r.found().empty());
  };
  const long long before = store::unreachable_units(admin, 200).refused;
  refuse();
  refuse();
  BOOST_TEST(store::unreachable_units(admin, 200).refused == before + 1);
  mailer.transaction(actor, [&](store::Tx& tx) { store::mail_sent(tx, 0, address); });
  BOOST_TEST(r.found().size() == 1U);
  refuse();
  sql("update bad_addresses set refused_at = now() - interval '31 days' where address = '" + address + "'");
  BOOST_TEST(r.found().size() == 1U);
  refuse();
  sql("update units set email = 'new@example.cn'" + unit);
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
  long long after = a.unit.unit_id - 1;
  do {
    for (const store::Digest& digest : store::find_digests(db, after, 2, {today()}).digests) seen.push_back(digest.unit_id);
  } while (after > 0);
  for (const Reminded* r : {&a, &b, &c}) BOOST_TEST(std::count(seen.begin(), seen.end(), r->unit.unit_id) == 1);
}

// Of all its instruments, whatever state they are in, the database must find what the rule says, and nothing that was said.
BOOST_AUTO_TEST_CASE(what_is_found_is_what_the_rule_says_day_after_day) {
  std::mt19937 random(22);
  const auto one_of = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const std::vector<std::vector<std::string>> offs{
      {}, {"soon"}, {"rotate"}, {"not_verified"}, {"soon", "rotate", "not_verified"}};
  for (const auto& off : offs) {
    const Reminded r;
    domain::ReminderPreferences preferences;
    preferences.off = off;
    if (one_of(2) == 0) preferences.thresholds = {60, 3};
    std::string list;
    for (const std::string& what : off) list += (list.empty() ? "" : ",") + what;
    sql("insert into reminder_settings (unit_id, thresholds, off) values (" + std::to_string(r.unit.unit_id) +
        (preferences.thresholds.size() == 2 ? ", '{60,3}'" : ", '{30,15,7,1}'") + ", '{" + list + "}')");
    std::map<long long, domain::Remindable> all;
    for (int n = 0; n < 40; ++n) {
      domain::Remindable i;
      const std::string state = one_of(10) > 0 ? "in_use" : one_of(2) ? "stopped" : "scrapped";
      const std::string mode = one_of(2) ? "periodic" : one_of(2) ? "first_scrap" : "first_rotate";
      const int which = one_of(4);
      const std::string result = std::vector<std::string>{"", "declared", "pass", "fail"}[static_cast<std::size_t>(which)];
      i.entered = today().plus_days(-one_of(200));
      if (which > 0) i.verified_on = today().plus_days(-one_of(700));
      if (which > 0 && one_of(6) > 0) i.due = i.verified_on->plus_days(365);
      i.state = domain::state_of(state);
      i.mode = domain::mode_of(mode);
      i.last_result = domain::result_of(result);
      const auto value = [](const std::string& text) { return text.empty() ? std::string("null") : "'" + text + "'"; };
      const long long id = r.add("state = '" + state + "', mode = '" + mode + "', last_result = " + value(result) +
                                 ", verified_on = " + value(domain::iso_or_empty(i.verified_on)) + ", valid_until = " +
                                 value(domain::iso_or_empty(i.due)) + ", created_at = '" + i.entered.iso() + " 12:00+08'");
      all[id] = i;
    }
    using Key = std::tuple<long long, std::string, std::string>;
    std::map<Key, int> said;
    int times = 0;
    for (domain::Date day = today().plus_days(-30); day < today().plus_days(400); day = day.plus_days(1 + one_of(20))) {
      std::set<std::pair<Key, int>> expected, found;
      for (const auto& [id, i] : all) {
        const auto reminder = domain::reached(i, preferences, day);
        if (!reminder) continue;
        const Key key{id, std::string(domain::code_of(reminder->topic)), reminder->anchor.iso()};
        const auto before = said.find(key);
        if (before == said.end() || before->second < reminder->step) expected.emplace(key, reminder->step);
      }
      for (const store::Digest& digest : r.found(day))
        for (const store::ReminderItem& item : digest.items)
          found.emplace(Key{item.instrument_id, std::string(domain::code_of(item.reminder.topic)), item.reminder.anchor.iso()},
                        item.reminder.step);
      BOOST_TEST((found == expected), day.iso() << " off " << list << ": " << found.size() << " and " << expected.size());
      r.run(day);
      for (const auto& [key, step] : expected) said[key] = step;
      times += static_cast<int>(expected.size());
    }
    BOOST_TEST(times > 5);
  }
}

BOOST_AUTO_TEST_CASE(everybody_who_is_to_hear_it_hears_it_once) {
  const Reminded r;
  const std::string unit = std::to_string(r.unit.unit_id), user = " where id = " + std::to_string(r.unit.user_id);
  r.due_in(5);
  r.due_in(-31);
  sql("update users set role = 'manager', state = 'active', email = 'chief@example.cn'" + user);
  sql("insert into reminder_addresses (unit_id, address, confirmed_at, left_at) values (" + unit +
      ", 'second@example.cn', now(), null), (" + unit + ", 'UNIT@example.cn', now(), null), (" + unit +
      ", 'asked@example.cn', null, null), (" + unit + ", 'gone@example.cn', now(), now())");
  const auto heard = [&] {
    std::string all;
    for (const store::Digest& d : r.found())
      all += d.recipient + " " + std::string(domain::code_of(d.audience)) + " " + std::to_string(d.items.size()) + "; ";
    return all;
  };
  BOOST_TEST(heard() == "second@example.cn extra 2; chief@example.cn manager 1; unit@example.cn registered 2; ");
  r.run();
  BOOST_TEST(heard() == "");
  // The 负责人 who reads the unit's mailbox gets no second mail.
  sql("update users set email = 'Second@example.cn'" + user);
  BOOST_TEST(heard() == "");
  sql("update users set email = 'chief@example.cn', state = 'locked'" + user);
  sql("delete from reminders" + r.of);
  BOOST_TEST(heard() == "second@example.cn extra 2; unit@example.cn registered 2; ");
}

BOOST_AUTO_TEST_CASE(a_weekly_unit_hears_all_of_a_week_on_its_first_day_or_when_it_was_missed) {
  const Reminded r;
  const domain::Date monday = domain::Date::of(2026, 11, 23).value();
  const auto due_on = [&](domain::Date day) {
    r.add("last_result = 'declared', verified_on = '2020-01-01', valid_until = '" + day.iso() + "'");
  };
  sql("insert into reminder_settings (unit_id, weekly) values (" + std::to_string(r.unit.unit_id) + ", true)");
  due_on(monday.plus_days(6));
  BOOST_TEST(r.run(monday) == 1U);
  due_on(monday.plus_days(7));
  for (int day = 1; day < 7; ++day) BOOST_TEST(r.run(monday.plus_days(day)) == 0U, day);
  BOOST_TEST(r.run(monday.plus_days(9)) == 2U);  // Wednesday: Monday was missed
  BOOST_TEST(r.run(monday.plus_days(10)) == 0U);
  BOOST_TEST(r.run(monday.plus_days(14)) == 0U);  // nothing new on that day …
  due_on(monday.plus_days(20));
  BOOST_TEST(r.run(monday.plus_days(15)) == 0U);  // … and the week is seen to
  BOOST_TEST(r.run(monday.plus_days(21)) == 1U);
}

BOOST_AUTO_TEST_CASE(what_could_not_be_handed_over_is_said_anew) {
  const Reminded r;
  r.due_in(5);
  BOOST_TEST(r.run() == 1U);
  const std::string mail = " where id = (select max(outbox_id) from reminder_digests" + r.of + ")";
  sql("update outbox set state = 'failed'" + mail);
  BOOST_TEST(r.found().size() == 1U);
  // Sent after all by an administrator: then nothing is left to say.
  sql("update outbox set state = 'queued'" + mail);
  BOOST_TEST(r.run() == 0U);
  sql("update outbox set state = 'failed'" + mail);
  BOOST_TEST(r.run() == 1U);
  BOOST_TEST(r.mails() == 2);
  BOOST_TEST(count("select count(*) from reminders" + r.of + " and not undelivered") == 1);
  BOOST_TEST(count("select count(*) from reminder_lines l join reminder_digests d on d.id = l.digest_id" + r.of +
                   " and d.id < (select max(id) from reminder_digests" + r.of + ")") == 0);
}

BOOST_AUTO_TEST_CASE(tidying_forgets_old_reminders_but_none_that_would_be_said_again) {
  const Reminded r;
  const long long id = r.due_in(-200);
  r.add("last_result = 'fail', verified_on = current_date - 200, valid_until = null");
  r.add("last_result = null, verified_on = null, valid_until = null, created_at = now() - interval '200 days'");
  BOOST_TEST(r.run() == 3U);
  const auto tidy = [&](int age) {
    sql("update reminder_digests set created_at = now() - interval '" + std::to_string(age) + " days'" + r.of);
    owner().transaction(actor, [](store::Tx& tx) { store::tidy(tx); });
    return count("select count(*) from reminders" + r.of);
  };
  BOOST_TEST(tidy(401) == 3);
  BOOST_TEST(r.run() == 0U);
  sql("update instruments set last_result = 'pass', verified_on = current_date, valid_until = current_date + 300" + r.of +
      " and id = " + std::to_string(id));
  BOOST_TEST(tidy(399) == 3);
  BOOST_TEST(tidy(401) == 2);
  BOOST_TEST(r.mails() == 1);
  sql("update instruments set last_result = 'pass', verified_on = current_date, valid_until = current_date + 300" + r.of);
  BOOST_TEST(tidy(401) == 0);
  BOOST_TEST(r.mails() == 0);
}

BOOST_AUTO_TEST_CASE(one_run_at_a_time) {
  store::Db first = connection("qj_reminders"), second = connection("qj_reminders");
  BOOST_TEST(store::lock_reminders(first));
  BOOST_TEST(!store::lock_reminders(second));
}

BOOST_AUTO_TEST_SUITE_END()
