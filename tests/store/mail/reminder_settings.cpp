// Tests of store/mail/reminder_settings.h: what a unit wants, who else hears it, and whoever reads a mail; as the area's role,
// behind row-level security.
#include "store/mail/reminder_settings.h"

#include "base/crypto.h"
#include "common/database.h"
#include "store/core/tidy.h"
#include "store/mail/reminders.h"
#include "store/people/sessions.h"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <memory>
#include <thread>

namespace {

using namespace tests;

std::string fresh_link() { return base::to_hex(base::random_bytes(16)); }

// A unit's person at work: its connection knows whose rows it may see.
struct At {
  Person person;
  long long unit;
  store::Actor actor;
  store::Db db = connection("qj_accounts");
  std::string of;

  explicit At(Person p = make_unit())
      : person(std::move(p)),
        unit(person.unit_id),
        actor{person.user_id, person.login, "test"},
        of(" where unit_id = " + std::to_string(unit)) {
    sql("update units set email = 'unit@example.cn' where id = " + std::to_string(unit));
    store::find_session(db, base::sha256_hex(person.cookie), today());
  }
  std::string add(const std::string& address) {
    const std::string link = fresh_link();
    db.transaction(actor, [&](store::Tx& tx) { store::add_reminder_address(tx, unit, address, link); });
    return link;
  }
  std::string refusal(const std::string& address) {
    try {
      add(address);
    } catch (const store::AddressRefused& refused) {
      return refused.error.code;
    }
    return "";
  }
  bool save(const domain::ReminderPreferences& preferences, int version) {
    store::ReminderSettings old;
    old.version = version;
    return db.transaction(actor, [&](store::Tx& tx) { return store::save_reminder_settings(tx, unit, old, preferences); });
  }
  bool confirm(const std::string& link) {
    store::Db anonymous = connection("qj_accounts");
    return anonymous.transaction({}, [&](store::Tx& tx) { return store::confirm_reminder_address(tx, link); });
  }
  std::vector<store::ReminderAddress> list() { return store::reminder_addresses(db, unit); }
  long long mails() const {
    return count(
        "select count(*) from outbox where kind = 'confirm_reminder' and data->>'link' in (select encode(id, 'hex') from "
        "links" +
        of + ")");
  }
  // A mail was sent to this address.
  long long digest(const std::string& address, const char* audience) const {
    sql("insert into reminder_digests (unit_id, recipient, audience, today) values (" + std::to_string(unit) + ", '" + address +
        "', '" + audience + "', current_date)");
    return count("select max(id) from reminder_digests" + of);
  }
};

std::optional<store::ReminderReader> reader_of(long long digest) {
  store::Db anonymous = connection("qj_accounts");
  return store::find_reminder_reader(anonymous, digest);
}
bool leave(long long digest) {
  store::Db anonymous = connection("qj_accounts");
  const auto reader = store::find_reminder_reader(anonymous, digest);
  return reader && anonymous.transaction({}, [&](store::Tx& tx) { return store::unsubscribe(tx, digest, *reader); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reminder_settings)

BOOST_AUTO_TEST_CASE(without_a_row_the_defaults_hold_and_of_two_savers_one_wins) {
  At one, other;
  BOOST_TEST(store::reminder_settings(one.db, one.unit).version == 0);
  BOOST_TEST(store::reminder_settings(one.db, one.unit).preferences.thresholds == domain::default_thresholds(),
             boost::test_tools::per_element());
  BOOST_TEST(one.save({{90, 7}, {"rotate"}, true}, 0));
  BOOST_TEST(!one.save({{30}, {}, false}, 0));
  BOOST_TEST(!one.save({{30}, {}, false}, 7));
  const auto saved = store::reminder_settings(one.db, one.unit);
  BOOST_TEST(saved.version == 1);
  BOOST_TEST(saved.preferences.thresholds == (std::vector<int>{90, 7}), boost::test_tools::per_element());
  BOOST_TEST(saved.preferences.is_off("rotate"));
  BOOST_TEST(saved.preferences.weekly);
  BOOST_TEST(one.save({{}, {"soon"}, false}, 1));
  BOOST_TEST(store::reminder_settings(one.db, one.unit).preferences.thresholds.empty());
  BOOST_TEST(store::reminder_settings(other.db, other.unit).version == 0);
  // Another unit's are neither read nor written, whatever is asked for.
  BOOST_TEST(store::reminder_settings(other.db, one.unit).version == 0);
  store::ReminderSettings known;
  known.version = 2;
  BOOST_TEST(
      !other.db.transaction(other.actor, [&](store::Tx& tx) { return store::save_reminder_settings(tx, one.unit, known, {}); }));
  BOOST_TEST(count("select count(*) from audit" + one.of + " and action = 'reminders.settings'") == 2);
}

BOOST_AUTO_TEST_CASE(an_address_waits_is_confirmed_once_and_hears_of_the_unit) {
  At at;
  const std::string link = at.add("Extra@example.cn");
  BOOST_TEST(at.mails() == 1);
  BOOST_REQUIRE(at.list().size() == 1U);
  BOOST_TEST(at.list().front().confirmed_at.empty());
  BOOST_TEST(at.list().front().link_open);
  BOOST_TEST(!at.list().front().asked_at.empty());
  BOOST_TEST(count("select count(*) from reminder_recipients" + at.of + " and audience = 'extra'") == 0);
  store::Db anonymous = connection("qj_accounts");
  const auto asked = store::find_asked_address(anonymous, link);
  BOOST_REQUIRE(asked);
  BOOST_TEST(asked->address == "Extra@example.cn");
  BOOST_TEST(!store::find_asked_address(anonymous, fresh_link()));
  sql("insert into bad_addresses (address, words) values ('Extra@example.cn', '550') on conflict do nothing");
  BOOST_TEST(at.confirm(link));
  BOOST_TEST(!at.confirm(link));
  BOOST_TEST(!store::find_asked_address(anonymous, link));
  BOOST_TEST(!at.list().front().confirmed_at.empty());
  BOOST_TEST(at.list().front().refused_since.empty());
  BOOST_TEST(count("select count(*) from reminder_recipients" + at.of + " and audience = 'extra'") == 1);
  sql("insert into bad_addresses (address, words) values ('Extra@example.cn', '550')");
  BOOST_TEST(!at.list().front().refused_since.empty());
  sql("delete from bad_addresses where address = 'Extra@example.cn'");
}

BOOST_AUTO_TEST_CASE(the_same_twice_the_units_own_and_a_sixth_are_refused) {
  At at;
  at.add("one@example.cn");
  BOOST_TEST(at.refusal("ONE@example.CN") == "REMINDER_ADDRESS_KNOWN");
  BOOST_TEST(at.refusal("Unit@Example.cn") == "REMINDER_OWN_ADDRESS");
  for (const char* address : {"two@example.cn", "three@example.cn", "four@example.cn"}) at.add(address);
  const std::string link = at.add("five@example.cn");
  BOOST_TEST(at.refusal("six@example.cn") == "REMINDER_ADDRESSES_FULL");
  BOOST_TEST(at.list().size() == 5U);
  // Who leaves makes room, and may be asked again.
  BOOST_TEST(at.confirm(link));
  BOOST_TEST(leave(at.digest("five@example.cn", "extra")));
  at.add("six@example.cn");
  BOOST_TEST(at.refusal("five@example.cn") == "REMINDER_ADDRESSES_FULL");
  BOOST_TEST(at.db.transaction(at.actor,
                               [&](store::Tx& tx) { return store::remove_reminder_address(tx, at.unit, at.list().front().id); }));
  const std::string again = at.add("FIVE@example.cn");
  BOOST_TEST(count("select count(*) from reminder_addresses" + at.of + " and lower(address) = 'five@example.cn'") == 1);
  BOOST_TEST(at.confirm(again));
}

BOOST_AUTO_TEST_CASE(of_many_who_add_at_once_five_get_in) {
  At at;
  std::vector<std::unique_ptr<At>> people;
  for (int n = 0; n < 8; ++n) people.push_back(std::make_unique<At>(make_member(at.person, "worker")));
  std::vector<std::thread> threads;
  std::atomic<int> added{0}, refused{0};
  for (int n = 0; n < 8; ++n)
    threads.emplace_back([&, n] {
      try {
        people[static_cast<std::size_t>(n)]->add("racer" + std::to_string(n) + "@example.cn");
        ++added;
      } catch (const store::AddressRefused&) {
        ++refused;
      }
    });
  for (auto& thread : threads) thread.join();
  BOOST_TEST(added == 5);
  BOOST_TEST(refused == 3);
  BOOST_TEST(at.list().size() == 5U);
}

BOOST_AUTO_TEST_CASE(ten_mails_a_day_and_no_more) {
  At at;
  std::string link = at.add("busy@example.cn");
  const long long id = at.list().front().id;
  const auto ask = [&] {
    link = fresh_link();
    return at.db.transaction(at.actor, [&](store::Tx& tx) { return store::ask_reminder_address(tx, at.unit, id, link); });
  };
  const std::string first = link;
  for (int n = 0; n < 9; ++n) BOOST_TEST(ask());
  BOOST_TEST(!at.confirm(first));  // the newest link alone is open
  const std::string last = link;
  BOOST_CHECK_THROW(ask(), store::AddressRefused);
  BOOST_TEST(at.refusal("other@example.cn") == "REMINDER_MAILS_FULL");
  BOOST_TEST(at.list().size() == 1U);
  BOOST_TEST(at.mails() == 10);
  sql("update links set created_at = now() - interval '25 hours'" + at.of + " and id <> decode('" + last + "', 'hex')");
  BOOST_TEST(ask());
  BOOST_TEST(at.confirm(link));
  BOOST_TEST(!ask());  // nothing to confirm any more
}

BOOST_AUTO_TEST_CASE(a_unit_without_an_address_asks_others_too) {
  At at;
  sql("update units set email = '' where id = " + std::to_string(at.unit));
  at.add("alone@example.cn");
  const long long id = at.list().front().id;
  BOOST_TEST(
      at.db.transaction(at.actor, [&](store::Tx& tx) { return store::ask_reminder_address(tx, at.unit, id, fresh_link()); }));
}

BOOST_AUTO_TEST_CASE(a_removed_address_and_a_unit_that_is_not_reviewed_confirm_nothing) {
  At at, stranger;
  const std::string link = at.add("gone@example.cn");
  const long long id = at.list().front().id;
  BOOST_TEST(
      !stranger.db.transaction(stranger.actor, [&](store::Tx& tx) { return store::remove_reminder_address(tx, at.unit, id); }));
  BOOST_TEST(stranger.list().empty());
  BOOST_TEST(store::reminder_addresses(stranger.db, at.unit).empty());
  BOOST_TEST(at.db.transaction(at.actor, [&](store::Tx& tx) { return store::remove_reminder_address(tx, at.unit, id); }));
  BOOST_TEST(!at.confirm(link));
  const std::string second = at.add("gone@example.cn");
  sql("update units set state = 'suspended' where id = " + std::to_string(at.unit));
  BOOST_TEST(!at.confirm(second));
  sql("update units set state = 'approved' where id = " + std::to_string(at.unit));
}

BOOST_AUTO_TEST_CASE(an_extra_address_leaves_and_only_it) {
  At at;
  BOOST_TEST(at.confirm(at.add("reader@example.cn")));
  BOOST_TEST(at.confirm(at.add("stays@example.cn")));
  const long long digest = at.digest("reader@example.cn", "extra");
  const auto reader = reader_of(digest);
  BOOST_REQUIRE(reader);
  BOOST_TEST((reader->audience == domain::Audience::extra));
  BOOST_TEST(leave(digest));
  BOOST_TEST(!leave(digest));
  BOOST_TEST(!reader_of(digest)->audience);
  BOOST_TEST(count("select count(*) from reminder_recipients" + at.of + " and audience = 'extra'") == 1);
  BOOST_TEST(count("select count(*) from audit" + at.of + " and action = 'reminders.unsubscribe' and actor_id is null") == 1);
  BOOST_TEST(!reader_of(999999999999));
}

BOOST_AUTO_TEST_CASE(the_units_own_address_stops_what_is_optional_and_a_manager_nothing) {
  At at;
  const std::string id = std::to_string(at.unit);
  BOOST_TEST(at.save({{90}, {}, true}, 0));
  const long long digest = at.digest("unit@example.cn", "registered");
  BOOST_TEST(leave(digest));
  BOOST_TEST(!leave(digest));
  const auto now = store::reminder_settings(at.db, at.unit);
  BOOST_TEST(now.preferences.off.size() == 3U);
  BOOST_TEST(now.preferences.weekly);
  BOOST_TEST(now.version == 2);  // whoever has the form open is told
  sql("update users set email = 'boss@example.cn' where id = " + user_id_of(at.person));
  const long long to_boss = at.digest("boss@example.cn", "manager");
  BOOST_TEST((reader_of(to_boss)->audience == domain::Audience::manager));
  BOOST_TEST(!leave(to_boss));
  // An address the unit no longer has cannot speak for it.
  BOOST_TEST(at.save({}, 2));
  sql("update units set email = 'new@example.cn' where id = " + id);
  BOOST_TEST(!leave(digest));
  BOOST_TEST(store::reminder_settings(at.db, at.unit).preferences.off.empty());
}

BOOST_AUTO_TEST_CASE(closing_and_tidying_take_them_along) {
  At at;
  BOOST_TEST(at.save({{90}, {}, true}, 0));
  BOOST_TEST(at.confirm(at.add("kept@example.cn")));
  at.add("never@example.cn");
  at.add("asked-again@example.cn");
  const long long digest = at.digest("kept@example.cn", "extra");
  sql("update reminder_addresses set added_at = now() - interval '31 days'" + at.of);
  sql("update links set expires_at = now() - interval '1 day'" + at.of + " and data->>'address' = 'never@example.cn'");
  owner().transaction({}, [](store::Tx& tx) { store::tidy(tx); });
  BOOST_TEST(text_of("select string_agg(address, ' ' order by id) from reminder_addresses" + at.of) ==
             "kept@example.cn asked-again@example.cn");
  sql("select unit_close(" + std::to_string(at.unit) + ")");
  BOOST_TEST(count("select count(*) from reminder_addresses" + at.of) == 0);
  BOOST_TEST(count("select count(*) from reminder_settings" + at.of) == 0);
  BOOST_TEST(count("select count(*) from reminder_digests" + at.of) == 0);
  BOOST_TEST(!reader_of(digest));
  BOOST_TEST(!leave(digest));
}

BOOST_AUTO_TEST_CASE(without_a_session_the_tables_show_nothing) {
  At at;
  at.add("hidden@example.cn");
  BOOST_TEST(at.save({{90}, {}, true}, 0));
  store::Db anonymous = connection("qj_accounts");
  BOOST_TEST(store::reminder_addresses(anonymous, at.unit).empty());
  BOOST_TEST(store::reminder_settings(anonymous, at.unit).version == 0);
}

BOOST_AUTO_TEST_SUITE_END()
