// The outbox: queued in a transaction, claimed by one mailer at a time, tried again, given up. Each test queues for people of
// its own; what other tests have queued is set aside first.
#include "store/mail/outbox.h"

#include "base/crypto.h"
#include "base/json.h"
#include "common/database.h"
#include "store/people/links.h"
#include "store/people/users.h"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <set>
#include <thread>

namespace {

const store::Actor actor{0, "tester", "request-1"};

void set_others_aside() { tests::owner().execute_script("update outbox set state = 'dropped' where state = 'queued'"); }

long long queue(const std::string& kind, const std::string& recipient, const nlohmann::json& data) {
  store::Db db = tests::connection("qj_accounts");
  db.transaction(actor, [&](store::Tx& tx) { store::queue_mail(tx, kind, recipient, data); });
  return tests::count("select max(id) from outbox");
}

std::vector<store::QueuedMail> claim_all(store::Db& db) { return db.transaction(actor, store::claim_mails); }
// Where one is due at most.
std::optional<store::QueuedMail> claim(store::Db& db) {
  const auto mails = claim_all(db);
  BOOST_TEST(mails.size() <= 1U);
  if (mails.empty()) return {};
  return mails.front();
}

// A unit's user who has confirmed an address.
tests::Person reader() {
  const tests::Person person = tests::make_unit();
  tests::owner().execute_script("update users set email = 'reader@example.cn' where id = " + std::to_string(person.user_id));
  return person;
}

long long ask_reset(const tests::Person& person, const char* user_type = "unit") {
  return queue("reset_password", "", {{"login", person.login}, {"user_type", user_type}, {"address", "10.0.0.1"}});
}

store::ResetMail prepare(store::Db& db, const store::QueuedMail& mail) {
  const std::string fresh = base::to_hex(base::random_bytes(16));
  return db.transaction(actor, [&](store::Tx& tx) { return store::prepare_reset(tx, mail, fresh); });
}

std::string state_of(long long id) { return tests::text_of("select state from outbox where id = " + std::to_string(id)); }
long long open_links(const tests::Person& person) {
  return tests::count("select count(*) from links where used_at is null and user_id = " + std::to_string(person.user_id));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(outbox)

BOOST_AUTO_TEST_CASE(two_mailers_at_once_never_take_the_same_mail) {
  set_others_aside();
  constexpr int mails = 1000;
  tests::sql("insert into outbox (kind, recipient) select 'review_result', 'a@example.cn' from generate_series(1, " +
             std::to_string(mails) + ")");
  std::atomic<int> taken{0};
  std::atomic<std::size_t> largest{0};
  std::vector<std::set<long long>> seen(4);
  std::vector<std::thread> mailers;
  for (auto& mine : seen)
    mailers.emplace_back([&] {
      store::Db db = tests::connection("qj_mailer");
      for (auto batch = claim_all(db); !batch.empty(); batch = claim_all(db)) {
        largest = std::max(largest.load(), batch.size());
        for (const store::QueuedMail& mail : batch) mine.insert(mail.id);
        taken += static_cast<int>(batch.size());
      }
    });
  for (std::thread& mailer : mailers) mailer.join();
  std::set<long long> all;
  for (const auto& mine : seen) all.insert(mine.begin(), mine.end());
  BOOST_TEST(taken == mails);
  BOOST_TEST(largest <= static_cast<std::size_t>(store::claimed_at_once));
  BOOST_TEST(all.size() == static_cast<std::size_t>(mails));
}

BOOST_AUTO_TEST_CASE(a_mail_whose_mailer_died_is_due_again_by_itself) {
  set_others_aside();
  const long long id = queue("review_result", "a@example.cn", {{"organisation", "示范单位"}});
  store::Db db = tests::connection("qj_mailer");
  const auto first = claim(db);
  BOOST_REQUIRE(first.has_value());
  BOOST_TEST(first->id == id);
  BOOST_TEST(!claim(db).has_value());
  tests::owner().execute_script("update outbox set next_try_at = now() where id = " + std::to_string(id));
  const auto again = claim(db);
  BOOST_REQUIRE(again.has_value());
  BOOST_TEST(again->tries == 2);
  BOOST_TEST(again->moment == first->moment);
  db.transaction(actor, [&](store::Tx& tx) { store::mail_sent(tx, id, "a@example.cn"); });
  BOOST_TEST(state_of(id) == "sent");
  tests::owner().execute_script("update outbox set next_try_at = now() where id = " + std::to_string(id));
  BOOST_TEST(!claim(db).has_value());
}

BOOST_AUTO_TEST_CASE(nobody_who_waits_for_a_mail_waits_for_reminders) {
  set_others_aside();
  tests::sql("insert into outbox (kind, recipient) select 'reminder', 'a@example.cn' from generate_series(1, 150)");
  const long long urgent = queue("review_result", "a@example.cn", {{"organisation", "示范单位"}});
  store::Db db = tests::connection("qj_mailer");
  const auto first = claim(db);
  BOOST_REQUIRE(first.has_value());
  BOOST_TEST(first->id == urgent);
  BOOST_TEST(claim_all(db).size() == 100U);
  BOOST_TEST(claim_all(db).size() == 50U);
  BOOST_TEST(claim_all(db).empty());
}

BOOST_AUTO_TEST_CASE(what_was_claimed_and_not_tried_is_due_at_once_as_if_nothing_had_been) {
  set_others_aside();
  tests::sql("insert into outbox (kind, recipient) select 'reminder', 'a@example.cn' from generate_series(1, 3)");
  store::Db db = tests::connection("qj_mailer");
  const auto mails = claim_all(db);
  BOOST_REQUIRE(mails.size() == 3U);
  db.transaction(actor, [&](store::Tx& tx) {
    store::mail_sent(tx, mails[0].id, "a@example.cn");
    store::release_mails(tx, {mails[0].id, mails[1].id, mails[2].id});
  });
  const auto again = claim_all(db);
  BOOST_REQUIRE(again.size() == 2U);
  BOOST_TEST(again[0].id == mails[1].id);
  BOOST_TEST(again[0].tries == 1);
  BOOST_TEST(again[1].moment == mails[2].moment);
}

BOOST_AUTO_TEST_CASE(a_reset_mail_tried_twice_says_the_same_link_and_a_new_request_ends_the_old_link) {
  set_others_aside();
  const tests::Person person = reader();
  const long long id = ask_reset(person);
  store::Db db = tests::connection("qj_mailer");
  const auto first = prepare(db, claim(db).value());
  BOOST_TEST(first.refused == "");
  BOOST_TEST(first.email == "reader@example.cn");
  tests::owner().execute_script("update outbox set next_try_at = now() where id = " + std::to_string(id));
  const auto again = prepare(db, claim(db).value());
  BOOST_TEST(again.link_hex == first.link_hex);
  BOOST_TEST(open_links(person) == 1);
  db.transaction(actor, [&](store::Tx& tx) { store::mail_sent(tx, id, "a@example.cn"); });

  ask_reset(person);
  const auto newer = prepare(db, claim(db).value());
  BOOST_TEST(newer.link_hex != first.link_hex);
  BOOST_TEST(open_links(person) == 1);
  BOOST_TEST(!store::link_expiry(db, first.link_hex, "reset_password").has_value());
  BOOST_TEST(store::link_expiry(db, newer.link_hex, "reset_password").has_value());
}

BOOST_AUTO_TEST_CASE(a_reset_mail_whose_link_was_used_is_not_sent_again) {
  set_others_aside();
  const tests::Person person = reader();
  const long long id = ask_reset(person);
  store::Db db = tests::connection("qj_mailer");
  const auto first = prepare(db, claim(db).value());
  db.transaction(actor, [&](store::Tx& tx) { store::use_link(tx, first.link_hex); });
  tests::owner().execute_script("update outbox set next_try_at = now() where id = " + std::to_string(id));
  BOOST_TEST(prepare(db, claim(db).value()).refused != "");
  BOOST_TEST(open_links(person) == 0);
}

BOOST_AUTO_TEST_CASE(nobody_gets_more_than_three_reset_mails_an_hour) {
  set_others_aside();
  const tests::Person person = reader();
  store::Db db = tests::connection("qj_mailer");
  for (int n = 0; n < 5; ++n) {
    const long long id = ask_reset(person);
    const auto mail = claim(db).value();
    const std::string refused = prepare(db, mail).refused;
    BOOST_TEST((refused.empty()) == (n < 3));
    db.transaction(actor, [&](store::Tx& tx) {
      if (refused.empty())
        store::mail_sent(tx, id, "a@example.cn");
      else
        store::mail_ended(tx, id, "dropped", refused);
    });
  }
  tests::owner().execute_script("update outbox set created_at = created_at - interval '61 minutes' where state = 'sent'");
  ask_reset(person);
  BOOST_TEST(prepare(db, claim(db).value()).refused == "");
}

BOOST_AUTO_TEST_CASE(of_several_requests_that_wait_only_the_last_is_sent) {
  set_others_aside();
  const tests::Person person = reader();
  for (int n = 0; n < 3; ++n) ask_reset(person);
  store::Db db = tests::connection("qj_mailer");
  std::vector<bool> sent;
  for (const store::QueuedMail& mail : claim_all(db)) sent.push_back(prepare(db, mail).refused.empty());
  BOOST_TEST((sent == std::vector<bool>{false, false, true}));
}

BOOST_AUTO_TEST_CASE(there_is_no_reset_mail_for_who_is_not_there_locked_without_address_or_of_another_type) {
  set_others_aside();
  store::Db db = tests::connection("qj_mailer");
  const auto refused = [&](const tests::Person& person, const char* user_type) {
    ask_reset(person, user_type);
    const bool none = !prepare(db, claim(db).value()).refused.empty();
    return none && open_links(person) == 0;
  };
  tests::Person nobody;
  nobody.login = tests::unique("nobody");
  BOOST_TEST(refused(nobody, "unit"));
  BOOST_TEST(refused(tests::make_unit(), "unit"));
  BOOST_TEST(refused(reader(), "administrator"));
  const tests::Person locked = reader();
  tests::owner().execute_script("update users set state = 'locked' where id = " + std::to_string(locked.user_id));
  BOOST_TEST(refused(locked, "unit"));
}

BOOST_AUTO_TEST_SUITE_END()
