// What an operator relies on: the audit shows what was changed or cut off, a key can be changed without losing a value.
#include "base/config.h"
#include "base/crypto.h"
#include "base/json.h"
#include "common/database.h"
#include "store/administration/audit_chains.h"
#include "store/core/sealed_columns.h"
#include "store/core/tidy.h"
#include "store/people/live_sessions.h"
#include "store/people/sessions.h"

#include <boost/test/unit_test.hpp>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

namespace {

const store::Actor actor{0, "tester", "request-1"};

// Three audited changes in a chain of its own.
long long chain_of_three() {
  const long long chain = tests::make_unit().unit_id;
  for (long long n = tests::count("select count(*) from audit where unit_id = " + std::to_string(chain)); n < 3; ++n)
    tests::owner().transaction(actor, [&](store::Tx& tx) { tx.audit(chain, "test.change", "test", n, nullptr, {{"n", n}}); });
  return chain;
}

store::ChainHead head_of(long long chain) {
  const auto heads = store::chain_heads(tests::owner());
  return *std::find_if(heads.begin(), heads.end(), [&](const store::ChainHead& head) { return head.chain == chain; });
}

std::string where(long long chain, long long seq) {
  return " where unit_id = " + std::to_string(chain) + " and seq = " + std::to_string(seq);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(keeping)

BOOST_AUTO_TEST_CASE(a_changed_row_and_a_missing_row_show_in_the_chain_itself) {
  store::Db& db = tests::owner();
  const long long changed = chain_of_three(), missing = chain_of_three();
  BOOST_TEST(!store::first_bad_row(db, changed).has_value());
  db.execute_script("update audit set actor = 'somebody else'" + where(changed, 2));
  BOOST_TEST(store::first_bad_row(db, changed).value_or(0) == 2);
  db.execute_script("delete from audit" + where(missing, 2));
  BOOST_TEST(store::first_bad_row(db, missing).value_or(0) == 2);
}

BOOST_AUTO_TEST_CASE(a_cut_tail_shows_only_against_a_head_written_down_earlier) {
  store::Db& db = tests::owner();
  const long long chain = chain_of_three();
  const store::ChainHead anchor = head_of(chain);
  BOOST_TEST(store::row_hash(db, chain, anchor.seq) == anchor.hash_hex);
  db.transaction(actor, [&](store::Tx& tx) { tx.audit(chain, "test.change", "test", 9, nullptr, nullptr); });
  BOOST_TEST(store::row_hash(db, chain, anchor.seq) == anchor.hash_hex);  // growing does not matter
  db.execute_script("delete from audit where unit_id = " + std::to_string(chain) + " and seq >= " + std::to_string(anchor.seq));
  BOOST_TEST(!store::first_bad_row(db, chain).has_value());
  BOOST_TEST(store::row_hash(db, chain, anchor.seq) == "");
  db.transaction(actor, [&](store::Tx& tx) { tx.audit(chain, "test.change", "test", 10, nullptr, nullptr); });
  BOOST_TEST(!store::first_bad_row(db, chain).has_value());
  BOOST_TEST(store::row_hash(db, chain, anchor.seq) != anchor.hash_hex);  // written anew
}

BOOST_AUTO_TEST_CASE(a_rotated_key_opens_the_old_values_and_none_is_lost_when_they_are_sealed_anew) {
  namespace fs = std::filesystem;
  const fs::path file = fs::temp_directory_path() / tests::unique("qj-key-");
  base::Key::create(file);
  chmod(file.c_str(), 0440);
  const base::Key old = base::Key::from_file(file);
  const tests::Person one = tests::make_unit(), two = tests::make_unit();
  store::Db& db = tests::owner();
  const store::SealedColumn column = store::sealed_columns()[0];
  const auto put = [&](long long id, const std::string& hex) {
    db.execute_script("update units set id_number_sealed = decode('" + hex + "', 'hex') where id = " + std::to_string(id));
  };
  const auto value_of = [&](long long id) { return store::sealed_values(db, column, id - 1, 1).at(0); };
  put(one.unit_id, base::to_hex(old.seal_bytes("first number")));
  put(two.unit_id, base::to_hex(old.seal_bytes("second number")));

  base::Key::rotate(file);
  struct stat about {};
  stat(file.c_str(), &about);
  BOOST_TEST((about.st_mode & 07777) == 0440U);
  const base::Key both = base::Key::from_file(file);
  BOOST_TEST(both.count() == 2U);
  const auto seen = value_of(one.unit_id), stale = value_of(two.unit_id);
  BOOST_TEST(!both.sealed_by_first(*base::from_hex(seen.hex)));
  BOOST_TEST(both.open_bytes(*base::from_hex(seen.hex)).value() == "first number");

  put(two.unit_id, base::to_hex(both.seal_bytes("changed meanwhile")));
  const auto renew = [&](const store::SealedValue& value) {
    const std::string fresh = base::to_hex(both.seal_bytes(*both.open_bytes(*base::from_hex(value.hex))));
    return db.transaction(actor, [&](store::Tx& tx) { return store::replace_sealed(tx, column, value, fresh); });
  };
  BOOST_TEST(renew(seen));
  BOOST_TEST(!renew(stale));

  base::Key::drop_old(file);
  const base::Key alone = base::Key::from_file(file);
  BOOST_TEST(alone.count() == 1U);
  BOOST_TEST(alone.open_bytes(*base::from_hex(value_of(one.unit_id).hex)).value() == "first number");
  BOOST_TEST(alone.open_bytes(*base::from_hex(value_of(two.unit_id).hex)).value() == "changed meanwhile");
  chmod(file.c_str(), 0444);
  BOOST_CHECK_THROW(base::Key::from_file(file), base::ConfigError);
  BOOST_CHECK_THROW(base::Key::rotate(file), base::ConfigError);
  fs::remove(file);
  BOOST_CHECK_THROW(base::Key::rotate(file), base::ConfigError);
}

BOOST_AUTO_TEST_CASE(every_encrypted_column_of_the_schema_is_sealed_anew) {
  for (const store::SealedColumn& column : store::sealed_columns())
    BOOST_CHECK_NO_THROW(store::sealed_values(tests::owner(), column, 0, 1));
  // Forms kept through a login are sealed with the other key and live for half an hour.
  BOOST_TEST(tests::count("select count(*) from information_schema.columns where table_schema = 'public' and column_name like "
                          "'%sealed' and table_name <> 'stored_forms' and table_name in (select relname from pg_class where "
                          "relkind = 'r')") == static_cast<long long>(store::sealed_columns().size()));
}

BOOST_AUTO_TEST_CASE(sessions_are_revoked_by_login_by_id_and_for_that_login_only) {
  store::Db& db = tests::owner();
  const tests::Person one = tests::make_unit(), other = tests::make_unit();
  const auto live = [&](const tests::Person& person) { return store::all_live_sessions(db, person.login, 10, 1).size(); };
  BOOST_TEST(live(one) == 1U);
  std::string upper = one.login;
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  BOOST_TEST(db.transaction(actor, [&](store::Tx& tx) { return store::revoke_sessions(tx, 0, upper); }) == 1);
  BOOST_TEST(live(one) == 0U);
  const long long id = store::all_live_sessions(db, other.login, 10, 1).at(0).id;
  BOOST_TEST(db.transaction(actor, [&](store::Tx& tx) { return store::revoke_sessions(tx, id, ""); }) == 1);
  BOOST_TEST(live(other) == 0U);
  BOOST_TEST(tests::count("select count(*) from audit where action = 'session.revoke' and unit_id = " +
                          std::to_string(other.unit_id)) == 1);
}

// An old row that must go and a younger one that must stay, for each table.
BOOST_AUTO_TEST_CASE(tidying_takes_what_is_old_from_every_table_and_leaves_what_may_still_be_needed) {
  store::Db& db = tests::owner();
  const std::string user = std::to_string(tests::make_unit().user_id), mark = tests::unique("tidy-");
  const auto link = [&](const char* expires, const char* used) {
    db.execute_script(
        "insert into links (id, purpose, user_id, expires_at, used_at, data) values (decode(md5(random()::text), "
        "'hex'), 'reset_password', " +
        user + ", " + expires + ", " + used + ", '{\"mark\": \"" + mark + "\"}')");
  };
  link("now() - interval '31 days'", "null");
  link("now() - interval '29 days'", "null");
  link("now() + interval '1 day'", "now() - interval '31 days'");
  for (const char* state : {"sent", "failed", "dropped", "queued"})
    for (const char* age : {"91 days", "89 days"})
      db.execute_script("insert into outbox (kind, state, created_at, next_try_at) values ('" + mark + "', '" + state +
                        "', now() - interval '" + age + "', now() + interval '1 year')");
  for (const char* age : {"61 minutes", "59 minutes"}) {
    db.execute_script(
        "insert into stored_forms (id, user_id, path, body_sealed, at) values (decode(md5(random()::text), 'hex'), " + user +
        ", '" + mark + "', '', now() - interval '" + age + "')");
    db.execute_script("insert into login_throttle (subject, failures, last_at) values ('login:" + mark + age +
                      "', 1, now() - 24 * interval '" + age + "')");
  }
  for (const char* age : {"401 days", "399 days"})
    db.execute_script("insert into login_events (at, login, address, outcome) values (now() - interval '" + std::string(age) +
                      "', '" + mark + "', '', 'refused')");
  db.execute_script("insert into account_requests (kind, document, receipt_hash) values ('recover', '" +
                    base::to_hex(base::random_bytes(16)) + ".pdf', decode(md5(random()::text), 'hex'))");
  db.transaction(actor, [](store::Tx& tx) { return store::tidy(tx); });
  BOOST_TEST(tests::count("select count(*) from links where data->>'mark' = '" + mark + "'") == 1);
  BOOST_TEST(tests::count("select count(*) from outbox where kind = '" + mark + "'") == 5);
  BOOST_TEST(tests::count("select count(*) from stored_forms where path = '" + mark + "'") == 1);
  BOOST_TEST(tests::count("select count(*) from login_throttle where subject like 'login:" + mark + "%'") == 1);
  BOOST_TEST(tests::count("select count(*) from login_events where login = '" + mark + "'") == 1);
  const std::string document = tests::text_of("select max(document) from account_requests where document <> ''");
  BOOST_TEST(store::known_files(db).count(document) == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
