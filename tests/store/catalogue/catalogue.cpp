// Replacing the catalogue: all or nothing, one at a time, nothing lost; and the lists that come with the product leave it alone.
// Every test puts back the catalogue it found.
#include "base/config.h"
#include "base/json.h"
#include "common/database.h"
#include "store/administration/audit.h"
#include "store/catalogue/editions.h"
#include "store/people/users.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <thread>

namespace {

const store::Actor actor{0, "tester", "request-1"};

std::vector<domain::CatalogueRow> rows_now() { return store::rows_in_use(store::all_kinds(tests::owner())); }

// Drafts and applies; false: somebody was faster.
bool replace(store::Db& db, const std::vector<domain::CatalogueRow>& rows, const std::string& seen) {
  store::Edition edition;
  edition.notice = "示范公告";
  edition.content = "示范";
  return db.transaction(actor, [&](store::Tx& tx) {
    edition.id = store::draft_edition(tx, edition);
    domain::CatalogueDifference done;
    return store::apply_edition(tx, edition, rows, seen, done) == store::Applied::done;
  });
}
bool replace(store::Db& db, const std::vector<domain::CatalogueRow>& rows) {
  return replace(db, rows, store::fingerprint(store::all_kinds(db)));
}

store::AdminKind last_in_use() {
  store::AdminKind last;
  for (const store::AdminKind& kind : store::all_kinds(tests::owner()))
    if (!kind.entry.retired) last = kind;
  return last;
}

struct PutBack {
  std::vector<domain::CatalogueRow> rows = rows_now();
  ~PutBack() {
    BOOST_CHECK_NO_THROW(replace(tests::owner(), rows));
    tests::owner().execute_script("delete from catalogue_editions");
  }
};

domain::CatalogueRow made_up() {
  domain::CatalogueRow row = rows_now().front();
  row.item_no = 901;
  row.item_name = "示范项别";
  row.kind_no = 9001;
  row.variant = "";
  row.kind_name = tests::unique("示范种别");
  row.notice = "示范公告" + tests::unique("");
  return row;
}

void load_the_lists() {
  const std::string command =
      "cd '" + base::Config::load().sql + "' && psql -X -q -d \"$QJ_DATABASE user=qj_owner\" -f load.sql >/dev/null";
  BOOST_REQUIRE(std::system(command.c_str()) == 0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catalogue)

BOOST_AUTO_TEST_CASE(a_replacement_adds_changes_and_retires_and_deletes_nothing) {
  const PutBack put_back;
  store::Db db = tests::connection("qj_admin");
  const long long kinds = tests::count("select count(*) from catalogue_kinds");
  auto rows = put_back.rows;
  const domain::CatalogueRow gone = rows.back();
  rows.pop_back();
  rows[0].scope = "示范范围";
  rows.push_back(made_up());
  BOOST_TEST(replace(db, rows));
  const auto difference = domain::compare(store::entries(store::all_kinds(db)), rows);
  BOOST_TEST(difference.empty());
  BOOST_TEST(tests::count("select count(*) from catalogue_kinds where kind_no <> 9001") == kinds);
  BOOST_TEST(tests::text_of("select retired_at is not null from catalogue_kinds where kind_no = " + std::to_string(gone.kind_no) +
                            " and variant = '" + gone.variant + "'") == "true");
  BOOST_TEST(tests::count("select added + 10 * changed + 100 * retired from catalogue_editions order by id desc limit 1") == 111);
  store::AuditFilter filter;
  filter.unit = "0";
  filter.action = "catalogue.change";
  const auto audited = store::search_audit(db, filter);
  BOOST_REQUIRE(!audited.empty());
  BOOST_REQUIRE(audited[0].changes.size() == 1U);
  BOOST_TEST(audited[0].changes[0].field == "scope");
  BOOST_TEST(audited[0].changes[0].new_value == "示范范围");
}

BOOST_AUTO_TEST_CASE(of_two_replacements_looked_at_together_one_is_applied) {
  const PutBack put_back;
  const std::string seen = store::fingerprint(store::all_kinds(tests::owner()));
  std::atomic<int> done{0}, refused{0};
  std::vector<std::thread> racers;
  for (int n = 0; n < 4; ++n)
    racers.emplace_back([&, n] {
      store::Db db = tests::connection("qj_admin");
      auto rows = put_back.rows;
      rows[0].scope = "示范范围" + std::to_string(n);
      ++(replace(db, rows, seen) ? done : refused);
    });
  for (std::thread& racer : racers) racer.join();
  BOOST_TEST(done == 1);
  BOOST_TEST(refused == 3);
}

BOOST_AUTO_TEST_CASE(a_kind_retired_meanwhile_makes_the_differences_stale) {
  const PutBack put_back;
  store::Db db = tests::connection("qj_admin");
  const store::AdminKind kind = last_in_use();
  const std::string seen = store::fingerprint(store::all_kinds(db));
  BOOST_TEST(db.transaction(actor, [&](store::Tx& tx) { return store::retire_kind(tx, kind); }));
  BOOST_TEST(!db.transaction(actor, [&](store::Tx& tx) { return store::retire_kind(tx, kind); }));
  BOOST_TEST(!replace(db, put_back.rows, seen));
  BOOST_TEST(replace(db, put_back.rows));
}

BOOST_AUTO_TEST_CASE(loading_the_products_lists_leaves_a_replaced_catalogue_alone) {
  const PutBack put_back;
  auto rows = put_back.rows;
  rows[0].scope = "示范范围";
  BOOST_REQUIRE(replace(tests::owner(), rows));
  const std::string before = store::fingerprint(store::all_kinds(tests::owner()));
  load_the_lists();
  BOOST_TEST(store::fingerprint(store::all_kinds(tests::owner())) == before);
  // Without an applied edition it is the product's own again.
  tests::owner().execute_script("delete from catalogue_editions");
  load_the_lists();
  BOOST_TEST(rows_now()[0].scope != "示范范围");
}

BOOST_AUTO_TEST_CASE(loading_the_products_lists_keeps_a_kind_retired_that_an_administrator_retired) {
  const PutBack put_back;
  tests::owner().execute_script("delete from catalogue_editions");
  const store::AdminKind kind = last_in_use();
  tests::owner().transaction(actor, [&](store::Tx& tx) { store::retire_kind(tx, kind); });
  load_the_lists();
  BOOST_TEST(store::find_any_kind(tests::owner(), kind.entry.id)->entry.retired);
}

BOOST_AUTO_TEST_CASE(the_audit_is_read_page_by_page_without_gaps) {
  const tests::Person person = tests::make_unit();
  store::Db db = tests::connection("qj_admin");
  for (int n = 0; n < 5; ++n)
    tests::owner().transaction(actor, [&](store::Tx& tx) {
      for (int m = 0; m < 3; ++m) tx.audit(person.unit_id, "示范", "user", 1, {{"n", n}}, {{"n", m}, {"list", {1, "二"}}});
    });
  store::AuditFilter filter;
  filter.unit = std::to_string(person.unit_id);
  filter.action = "示范";
  filter.size = 4;
  std::vector<long long> seen;
  while (true) {
    const auto rows = store::search_audit(db, filter);
    for (const auto& row : rows) seen.push_back(row.place.seq);
    if (static_cast<int>(rows.size()) < filter.size) break;
    filter.before = store::AuditPlace::parse(rows.back().place.text());
  }
  BOOST_TEST(seen.size() == 15U);
  BOOST_TEST(std::is_sorted(seen.rbegin(), seen.rend()));
  BOOST_TEST((std::adjacent_find(seen.begin(), seen.end()) == seen.end()));
  for (const char* hostile : {"", "1.2", "a.b.c", "99999999999999999.1.1", "1.2.3.4", "-1.2.3", "1..3"})
    BOOST_TEST(!store::AuditPlace::parse(hostile).has_value());
}

BOOST_AUTO_TEST_CASE(two_administrators_cannot_lock_each_other_at_once) {
  store::Db one = tests::connection("qj_admin");
  const tests::Person a = tests::make_user("administrator"), b = tests::make_user("administrator");
  const std::string others =
      "update users set state = 'locked' where user_type = 'administrator' and state = 'active' and id not in (" +
      std::to_string(a.user_id) + "," + std::to_string(b.user_id) + ")";
  tests::owner().execute_script(
      "create temp table were on commit preserve rows as select id from users where user_type = "
      "'administrator' and state = 'active'");
  tests::owner().execute_script(others);
  std::atomic<int> done{0}, refused{0};
  std::vector<std::thread> racers;
  for (const long long id : {a.user_id, b.user_id})
    racers.emplace_back([&, id] {
      store::Db db = tests::connection("qj_admin");
      const auto user = *store::find_user(db, id);
      try {
        db.transaction(actor, [&](store::Tx& tx) { store::lock_user(tx, user, "示范"); });
        ++done;
      } catch (const store::Violation& violation) {
        refused += violation.constraint == "users_last_administrator" ? 1 : 0;
      }
    });
  for (std::thread& racer : racers) racer.join();
  tests::owner().execute_script("update users set state = 'active' where id in (select id from were); drop table were");
  BOOST_TEST(done == 1);
  BOOST_TEST(refused == 1);
}

BOOST_AUTO_TEST_CASE(an_administrator_sets_a_throttled_login_free) {
  const tests::Person person = tests::make_unit();
  store::Db accounts = tests::connection("qj_accounts"), db = tests::connection("qj_admin");
  for (int n = 0; n < 3; ++n) store::login_attempt(accounts, person.login, "10.9.8.7", 3, 1000);
  BOOST_TEST(!store::login_blocked_until(db, person.login).empty());
  BOOST_TEST(store::login_attempt(accounts, person.login, "10.9.8.7", 3, 1000) > 0);
  const auto user = *store::find_user(db, person.user_id);
  db.transaction(actor, [&](store::Tx& tx) { store::clear_login_throttle(tx, user); });
  BOOST_TEST(store::login_blocked_until(db, person.login).empty());
  BOOST_TEST(store::login_attempt(accounts, person.login, "10.9.8.7", 3, 1000) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
