// The ledger's store: counts agree with the rule, no unit sees another's rows, versions, audit.
#include "store/ledger/instruments.h"

#include "base/crypto.h"
#include "common/database.h"
#include "domain/ledger/standing.h"
#include "store/ledger/ledger.h"
#include "store/people/sessions.h"

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

namespace {

using domain::Date;
const Date today = *Date::of(2026, 11, 24);
const store::Actor actor{7, "tester", "request-1"};

std::string tab_of(domain::Standing standing) {
  switch (standing) {
    case domain::Standing::due_soon:
      return "due_soon";
    case domain::Standing::overdue:
      return "overdue";
    case domain::Standing::rotate_soon:
    case domain::Standing::rotate_due:
      return "rotate";
    case domain::Standing::failed:
      return "failed";
    case domain::Standing::not_verified:
      return "not_verified";
    case domain::Standing::stopped:
      return "stopped";
    case domain::Standing::scrapped:
      return "scrapped";
    case domain::Standing::first_done:
    case domain::Standing::valid:
      return "";
  }
  return "";
}

store::LedgerFilter in_tab(const std::string& tab, int size, int page) {
  store::LedgerFilter filter;
  filter.tab = tab;
  filter.size = size;
  filter.page = page;
  return filter;
}

// Lets a ledger connection act for a unit, as a request does.
void act_for(store::Db& db, const tests::Person& person) {
  BOOST_REQUIRE(store::find_session(db, base::sha256_hex(person.cookie), tests::today()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(instruments)

BOOST_AUTO_TEST_CASE(the_tabs_count_in_sql_what_the_rule_says_in_cpp) {
  const tests::Person unit = tests::make_unit();
  std::map<std::string, long long> expected;
  int quantity = 1;
  for (const std::string state : {"in_use", "stopped", "scrapped"})
    for (const std::string mode : {"periodic", "first_scrap", "first_rotate"})
      for (const std::string result : {"", "declared", "pass", "fail"})
        for (const int days : {-400, -1, 0, 1, 30, 31, 400, 9999}) {  // 9999: no due date
          auto values = tests::scale();
          values.mode = mode;
          values.quantity = quantity++;
          values.serial_number = "无";
          values.remark = "示范";
          const long long id = tests::add_instrument(unit.unit_id, values);
          const std::string due = days == 9999 || result.empty() ? "null" : "date '" + today.plus_days(days).iso() + "'";
          tests::owner().execute_script("update instruments set state = '" + state + "', last_result = nullif('" + result +
                                        "', ''), valid_until = " + due + " where id = " + std::to_string(id));
          const auto judged = domain::standing(domain::state_of(state), domain::mode_of(mode), domain::result_of(result),
                                               due == "null" ? std::nullopt : std::optional(today.plus_days(days)), today);
          expected["all"] += values.quantity;
          expected[tab_of(judged.standing)] += values.quantity;
        }
  store::Db db = tests::connection("qj_ledger");
  act_for(db, unit);
  const auto list = store::list_ledger(db, unit.unit_id, {}, today);
  for (const auto& [tab, n] : list.counts) BOOST_TEST(n == expected[tab], tab << ": " << n << " instead of " << expected[tab]);
  for (const std::string tab : {"due_soon", "overdue", "rotate", "failed", "not_verified", "stopped", "scrapped"}) {
    const auto part = store::list_ledger(db, unit.unit_id, in_tab(tab, 100, 1), today);
    for (const auto& row : part.rows) {
      const auto judged = domain::standing(domain::state_of(row.state), domain::mode_of(row.values.mode),
                                           domain::result_of(row.last_result), row.values.valid_until, today);
      BOOST_TEST(tab_of(judged.standing) == tab);
    }
  }
}

BOOST_AUTO_TEST_CASE(pages_together_show_every_row_once_and_urgent_rows_come_first) {
  const tests::Person unit = tests::make_unit();
  for (int n = 0; n < 45; ++n) {
    auto values = tests::scale();
    values.verified_on = today.plus_days(-300);
    values.valid_until = today.plus_days(n * 7 % 45 - 20);
    tests::add_instrument(unit.unit_id, values);
  }
  store::Db db = tests::connection("qj_ledger");
  act_for(db, unit);
  std::set<long long> seen;
  std::optional<Date> last;
  for (int page = 1; page <= 5; ++page) {
    const auto list = store::list_ledger(db, unit.unit_id, in_tab("all", 10, page), today);
    BOOST_TEST(list.matched == 45);
    for (const auto& row : list.rows) {
      BOOST_TEST(seen.insert(row.id).second);
      BOOST_TEST((!last || *last <= *row.values.valid_until));
      last = row.values.valid_until;
    }
  }
  BOOST_TEST(seen.size() == 45U);
}

BOOST_AUTO_TEST_CASE(a_query_finds_any_part_in_full_or_half_width_and_any_case) {
  const tests::Person unit = tests::make_unit();
  auto values = tests::scale();
  values.name = "防水ＡＢＣ电子秤";
  values.serial_number = "Xy-00128%_\\";
  tests::add_instrument(unit.unit_id, values);
  store::Db db = tests::connection("qj_ledger");
  act_for(db, unit);
  const auto found = [&](const std::string& name, const std::string& serial) {
    store::LedgerFilter filter;
    if (!name.empty()) filter.texts["name"] = name;
    if (!serial.empty()) filter.texts["serial_number"] = serial;
    return store::list_ledger(db, unit.unit_id, filter, today).rows.size();
  };
  BOOST_TEST(found("abc", "") == 1U);
  BOOST_TEST(found("水ABC电", "ｘＹ-001") == 1U);
  BOOST_TEST(found("", "%_\\") == 1U);
  BOOST_TEST(found("", "%9") == 0U);
  BOOST_TEST(found("' or 1=1 --", "") == 0U);
  BOOST_TEST(found("𠮷", "") == 0U);
}

BOOST_AUTO_TEST_CASE(row_level_security_shows_a_unit_its_own_rows_only) {
  const tests::Person one = tests::make_unit(), other = tests::make_unit();
  const long long id = tests::add_instrument(one.unit_id, tests::scale());
  store::Db db = tests::connection("qj_ledger");
  act_for(db, one);
  BOOST_TEST(store::find_instrument(db, one.unit_id, id).has_value());
  act_for(db, other);
  // Even a statement that asks for the other unit's key gets nothing.
  BOOST_TEST(!store::find_instrument(db, one.unit_id, id).has_value());
  BOOST_CHECK_THROW(db.transaction(actor, [&](store::Tx& tx) { store::create_instrument(tx, one.unit_id, tests::scale()); }),
                    std::exception);
  store::forget_session(db);
  BOOST_TEST(!store::find_instrument(db, one.unit_id, id).has_value());
  store::Db fresh = tests::connection("qj_ledger");  // never asked who it serves
  BOOST_TEST(!store::find_instrument(fresh, one.unit_id, id).has_value());
}

BOOST_AUTO_TEST_CASE(a_stale_version_changes_nothing) {
  const tests::Person unit = tests::make_unit();
  const long long id = tests::add_instrument(unit.unit_id, tests::scale());
  store::Db db = tests::connection("qj_ledger");
  act_for(db, unit);
  const auto before = *store::find_instrument(db, unit.unit_id, id);
  auto values = before.values;
  values.place = "另一处";
  const auto save = [&] {
    return db.transaction(actor, [&](store::Tx& tx) { return store::update_instrument(tx, unit.unit_id, before, values); });
  };
  BOOST_TEST(save());
  values.place = "第三处";
  BOOST_TEST(!save());
  BOOST_TEST(store::find_instrument(db, unit.unit_id, id)->values.place == "另一处");
}

BOOST_AUTO_TEST_CASE(the_unit_cannot_change_what_an_institution_recorded) {
  const tests::Person unit = tests::make_unit();
  auto values = tests::scale();
  values.verified_on = today.plus_days(-10);
  values.valid_until = today.plus_days(300);
  const long long id = tests::add_instrument(unit.unit_id, values);
  tests::owner().execute_script("update instruments set last_result = 'pass' where id = " + std::to_string(id));
  store::Db db = tests::connection("qj_ledger");
  act_for(db, unit);
  const auto before = *store::find_instrument(db, unit.unit_id, id);
  values.valid_until = today.plus_days(3000);
  values.remark = "改";
  db.transaction(actor, [&](store::Tx& tx) { store::update_instrument(tx, unit.unit_id, before, values); });
  const auto after = *store::find_instrument(db, unit.unit_id, id);
  BOOST_TEST((after.values.valid_until == before.values.valid_until));
  BOOST_TEST(after.last_result == "pass");
  BOOST_TEST(after.values.remark == "改");
}

BOOST_AUTO_TEST_CASE(every_change_is_audited_with_old_and_new_values_in_a_chain) {
  const tests::Person unit = tests::make_unit();
  const long long id = tests::add_instrument(unit.unit_id, tests::scale());
  store::Db db = tests::connection("qj_ledger");
  act_for(db, unit);
  const auto before = *store::find_instrument(db, unit.unit_id, id);
  auto values = before.values;
  values.place = "另一处";
  db.transaction(actor, [&](store::Tx& tx) { store::update_instrument(tx, unit.unit_id, before, values); });
  const std::string where = " from audit where unit_id = " + std::to_string(unit.unit_id) + " and action = 'instrument.update'";
  BOOST_TEST(tests::text_of("select old_values" + where) == R"({"place": "示范大厅"})");
  BOOST_TEST(tests::text_of("select new_values" + where) == R"({"place": "另一处"})");
  BOOST_TEST(tests::text_of("select actor" + where) == "tester");
  // Each row's hash covers the one before it.
  BOOST_TEST(tests::count("select count(*) from (select hash, sha256(coalesce(lag(hash) over (order by seq), ''::bytea) || "
                          "convert_to(audit_text(a), 'UTF8')) as again from audit a where unit_id = " +
                          std::to_string(unit.unit_id) + ") chain where hash <> again") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
