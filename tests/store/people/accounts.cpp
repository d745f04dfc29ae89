// Sessions, tokens, registration: what may happen once, and what each database role may not.
#include "base/crypto.h"
#include "common/database.h"
#include "store/catalogue/divisions.h"
#include "store/core/tidy.h"
#include "store/core/tokens.h"
#include "store/organisations/reviews.h"
#include "store/organisations/units.h"
#include "store/people/sessions.h"
#include "store/people/users.h"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <thread>

namespace {

const store::Actor actor{0, "tester", "request-1"};
std::string hash_of(const std::string& cookie) { return base::sha256_hex(cookie); }
std::string nonce() { return base::to_hex(base::random_bytes(16)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(accounts)

BOOST_AUTO_TEST_CASE(a_session_is_found_by_its_hash_until_it_ends_idles_or_ages) {
  store::Db db = tests::connection("qj_accounts");
  const auto age = [&](const tests::Person& person, const std::string& change) {
    tests::owner().execute_script("update sessions set " + change + " where user_id = " + std::to_string(person.user_id));
    return store::find_session(db, hash_of(person.cookie), tests::today()).has_value();
  };
  const tests::Person person = tests::make_unit();
  const auto found = store::find_session(db, hash_of(person.cookie), tests::today());
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->login == person.login);
  BOOST_TEST(found->unit_id == person.unit_id);
  BOOST_TEST(!store::find_session(db, hash_of("somebody else"), tests::today()).has_value());
  BOOST_TEST(age(person, "seen_at = now() - interval '29 minutes'"));
  BOOST_TEST(!age(person, "seen_at = now() - interval '31 minutes'"));
  BOOST_TEST(!age(tests::make_unit(), "created_at = now() - interval '12 hours 1 minute'"));
  BOOST_TEST(!age(tests::make_unit(), "ended_at = now()"));
}

BOOST_AUTO_TEST_CASE(a_locked_user_has_no_session) {
  const tests::Person person = tests::make_unit();
  tests::owner().execute_script("update users set state = 'locked' where id = " + std::to_string(person.user_id));
  store::Db db = tests::connection("qj_accounts");
  BOOST_TEST(!store::find_session(db, hash_of(person.cookie), tests::today()).has_value());
}

BOOST_AUTO_TEST_CASE(a_token_works_once_and_tells_the_second_use_where_the_first_went) {
  store::Db db = tests::connection("qj_ledger");
  const std::string token = nonce();
  const auto use = [&](const std::string& body) {
    std::string location;
    const auto outcome = db.transaction(actor, [&](store::Tx& tx) {
      const auto result = store::use_token(tx, token, hash_of(body), location);
      if (result == store::TokenUse::first) store::set_token_location(tx, token, "/ledger/5");
      return result;
    });
    return std::pair(outcome, location);
  };
  BOOST_TEST((use("a") == std::pair(store::TokenUse::first, std::string())));
  BOOST_TEST((use("a") == std::pair(store::TokenUse::repeated, std::string("/ledger/5"))));
  BOOST_TEST((use("b").first == store::TokenUse::other_body));
}

BOOST_AUTO_TEST_CASE(a_change_that_fails_leaves_its_token_usable) {
  store::Db db = tests::connection("qj_ledger");
  const std::string token = nonce(), hash = hash_of("a");
  std::string location;
  BOOST_CHECK_THROW(db.transaction(actor,
                                   [&](store::Tx& tx) {
                                     store::use_token(tx, token, hash, location);
                                     throw std::runtime_error("refused");
                                   }),
                    std::runtime_error);
  BOOST_TEST((db.transaction(actor, [&](store::Tx& tx) { return store::use_token(tx, token, hash, location); }) ==
              store::TokenUse::first));
}

BOOST_AUTO_TEST_CASE(of_many_at_once_exactly_one_uses_a_token) {
  const std::string token = nonce(), hash = hash_of("a");
  std::atomic<int> first{0}, repeated{0};
  std::vector<std::thread> racers;
  for (int n = 0; n < 8; ++n)
    racers.emplace_back([&] {
      store::Db db = tests::connection("qj_ledger");
      std::string location;
      const auto use = db.transaction(actor, [&](store::Tx& tx) {
        const auto outcome = store::use_token(tx, token, hash, location);
        if (outcome == store::TokenUse::first) store::set_token_location(tx, token, "/there");
        return outcome;
      });
      if (use == store::TokenUse::first) ++first;
      if (use == store::TokenUse::repeated && location == "/there") ++repeated;
    });
  for (std::thread& racer : racers) racer.join();
  BOOST_TEST(first == 1);
  BOOST_TEST(repeated == 7);
}

BOOST_AUTO_TEST_CASE(a_login_is_unique_whatever_its_case) {
  const tests::Person person = tests::make_unit();
  store::NewUser again{person.login, "示范人", "unit", "!", person.unit_id};
  for (char& c : again.login) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  try {
    tests::owner().transaction(actor, [&](store::Tx& tx) { store::create_user(tx, again); });
    BOOST_ERROR("accepted");
  } catch (const store::Violation& violation) {
    BOOST_TEST(violation.constraint == "users_login");
  }
  store::Db db = tests::connection("qj_accounts");
  BOOST_TEST(store::login_taken(db, again.login));
  BOOST_TEST(store::find_credentials(db, again.login, "unit").has_value());
  BOOST_TEST(!store::find_credentials(db, again.login, "administrator").has_value());
}

BOOST_AUTO_TEST_CASE(only_one_reviewer_decides) {
  const tests::Person unit = tests::make_unit("pending");
  store::Db db = tests::connection("qj_admin");
  const auto seen = *store::find_unit(db, unit.unit_id);
  const auto decide = [&](bool approve) {
    return db.transaction(actor, [&](store::Tx& tx) { return store::review_unit(tx, seen, approve, approve ? "" : "不清楚"); });
  };
  BOOST_TEST(decide(true));
  BOOST_TEST(!decide(false));
  BOOST_TEST(store::find_unit(db, unit.unit_id)->state == "approved");
}

BOOST_AUTO_TEST_CASE(tidying_removes_what_is_old_and_nothing_else) {
  const tests::Person fresh = tests::make_unit(), old = tests::make_unit();
  tests::owner().execute_script("update sessions set created_at = now() - interval '37 hours' where user_id = " +
                                std::to_string(old.user_id));
  const std::string recent = nonce(), ancient = nonce(), hash = hash_of("a");
  std::string location;
  store::Db& db = tests::owner();
  db.transaction(actor, [&](store::Tx& tx) {
    for (const std::string& token : {recent, ancient}) {
      store::use_token(tx, token, hash, location);
      store::use_captcha(tx, token);
    }
  });
  for (const std::string table : {"used_tokens", "used_captchas"})
    db.execute_script("update " + table + " set at = now() - interval '37 hours' where nonce = decode('" + ancient + "', 'hex')");
  const auto gone = db.transaction(actor, [](store::Tx& tx) { return store::tidy(tx); });
  BOOST_TEST(gone.tokens == 1);
  BOOST_TEST(gone.captchas == 1);
  BOOST_TEST(gone.sessions >= 1);
  BOOST_TEST(store::find_token_location(db, recent, hash).has_value());
  BOOST_TEST(!store::find_token_location(db, ancient, hash).has_value());
  BOOST_TEST(store::find_session(db, hash_of(fresh.cookie), tests::today()).has_value());
}

// Each role reaches what its area needs and nothing else.
const std::vector<std::pair<std::string, std::string>> forbidden = {{"qj_portal", "select count(*) from units"},
                                                                    {"qj_portal", "select count(*) from instruments"},
                                                                    {"qj_portal", "select count(*) from users"},
                                                                    {"qj_ledger", "select count(*) from users"},
                                                                    {"qj_ledger", "select count(*) from units"},
                                                                    {"qj_ledger", "select count(*) from sessions"},
                                                                    {"qj_ledger", "truncate instruments cascade"},
                                                                    {"qj_ledger", "update audit set actor = ''"},
                                                                    {"qj_jobs", "select count(*) from users"},
                                                                    {"qj_query", "select count(*) from instruments"},
                                                                    {"qj_accounts", "select count(*) from instruments"},
                                                                    {"qj_accounts", "select count(*) from audit"},
                                                                    {"qj_admin", "select id_number_sealed from units"},
                                                                    {"qj_admin", "select password_hash from users"},
                                                                    {"qj_admin", "select count(*) from instruments"},
                                                                    {"qj_admin", "select totp_secret_sealed from users"},
                                                                    {"qj_admin", "select id_number_sealed from account_requests"},
                                                                    {"qj_admin", "select data from outbox"},
                                                                    {"qj_mailer", "select password_hash from users"},
                                                                    {"qj_mailer", "select count(*) from units"},
                                                                    {"qj_ledger", "select count(*) from stored_forms"},
                                                                    {"qj_portal", "select count(*) from links"},
                                                                    {"qj_accounts", "update login_throttle set failures = 0"},
                                                                    {"qj_admin", "insert into audit (unit_id) values (0)"},
                                                                    {"qj_ledger", "update settings set value = ''"},
                                                                    {"qj_portal", "create table mine (id int)"},
                                                                    {"qj_portal", "create temp table mine (id int)"},
                                                                    {"qj_accounts", "do $$ begin end $$"},
                                                                    {"qj_ledger", "select lo_creat(1)"}};

BOOST_AUTO_TEST_CASE(no_role_reaches_beyond_its_area) {
  for (const auto& [role, statement] : forbidden) {
    store::Db db = tests::connection(role);
    BOOST_TEST_CONTEXT(role << ": " << statement) { BOOST_CHECK_THROW(db.execute_script(statement), std::runtime_error); }
  }
}

BOOST_AUTO_TEST_CASE(division_choices_follow_parents_and_never_show_grouping_rows) {
  store::Db db = tests::connection("qj_portal");
  using domain::DivisionChoice;
  const auto verdict = [&](const std::vector<std::string>& chosen) { return store::division_path(db, chosen).verdict; };
  BOOST_TEST((verdict({}) == DivisionChoice::missing));
  BOOST_TEST((verdict({"130000"}) == DivisionChoice::not_final));
  BOOST_TEST((verdict({"130000", "130100", "130102"}) == DivisionChoice::ok));
  BOOST_TEST((verdict({"110000", "110101"}) == DivisionChoice::ok));         // a municipality has no cities
  BOOST_TEST((verdict({"440000", "441900"}) == DivisionChoice::ok));         // 东莞市 has no counties
  BOOST_TEST((verdict({"710000"}) == DivisionChoice::missing));              // outside this law
  BOOST_TEST((verdict({"130000", "110101"}) == DivisionChoice::not_final));  // not below its parent
  for (const auto& d : store::division_children(db, "420000")) BOOST_TEST(d.code != "429000");
  BOOST_TEST((verdict({"420000", "429004"}) == DivisionChoice::ok));  // 仙桃市, through the grouping row
  BOOST_TEST((store::division_chain(db, "429004") == std::vector<std::string>{"420000", "429004"}));
  BOOST_TEST(store::division_name(db, "429004") == "湖北省 仙桃市");
}

BOOST_AUTO_TEST_SUITE_END()
