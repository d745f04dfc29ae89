// The ledger as a list: filters, orders, all rows to the end; changes over many; the fence behind them.
#include "store/ledger/ledger.h"

#include "base/crypto.h"
#include "common/database.h"
#include "store/core/jobs.h"
#include "store/ledger/bulk.h"
#include "store/ledger/instruments.h"
#include "store/people/sessions.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include <set>

namespace {

using domain::Act;
const domain::Date today = *domain::Date::of(2026, 11, 25);
const store::Actor actor{7, "tester", "request-1"};

struct Unit {
  Unit() : person(tests::make_unit()), db(tests::connection("qj_ledger")) {
    BOOST_REQUIRE(store::find_session(db, base::sha256_hex(person.cookie), today));
  }
  long long add(const std::string& name, const std::string& more = "") {
    auto values = tests::scale();
    values.name = name;
    const long long id = tests::add_instrument(person.unit_id, values);
    if (!more.empty()) tests::sql("update instruments set " + more + " where id = " + std::to_string(id));
    return id;
  }
  std::string names(const store::LedgerFilter& filter) {
    std::string text;
    for (const auto& row : store::list_ledger(db, person.unit_id, filter, today).rows)
      text += (text.empty() ? "" : " ") + row.values.name;
    return text;
  }
  std::string state(long long id) { return tests::text_of("select state from instruments where id = " + std::to_string(id)); }

  tests::Person person;
  store::Db db;
};

store::LedgerFilter with_text(const std::string& column, const std::string& text) {
  store::LedgerFilter filter;
  filter.texts[column] = text;
  return filter;
}
store::LedgerFilter with_choice(const std::string& name, const std::string& code) {
  store::LedgerFilter filter;
  filter.choices[name] = code;
  return filter;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_list)

BOOST_AUTO_TEST_CASE(each_filter_finds_what_it_says_and_nothing_else) {
  Unit unit;
  unit.add("甲",
           "model = 'Ｍ-1', manufacturer = '示范一厂', place = '一楼', management_number = 'GL-9', certificate_number = 'Z1', "
           "institution_name = '示范所', remark = '备用', accuracy = 'Ⅱ', measuring_range = '5 kg'");
  unit.add("乙", "use = 'safety', delivery = 'on_site', origin = 'imported', state = 'stopped', division_code = '420106'");
  for (const auto& [column, text] : std::map<std::string, std::string>{{"model", "m-1"},
                                                                       {"manufacturer", "一厂"},
                                                                       {"place", "一楼"},
                                                                       {"management_number", "gl-9"},
                                                                       {"certificate_number", "z1"},
                                                                       {"institution_name", "示范所"},
                                                                       {"remark", "备用"},
                                                                       {"measuring_range", "5"},
                                                                       {"name", "甲"}})
    BOOST_TEST(unit.names(with_text(column, text)) == "甲", column);
  for (const auto& [name, code] : std::map<std::string, std::string>{
           {"use", "safety"}, {"delivery", "on_site"}, {"origin", "imported"}, {"state", "stopped"}, {"division", "420000"}})
    BOOST_TEST(unit.names(with_choice(name, code)) == "乙", name);
  BOOST_TEST(unit.names(with_choice("kind", std::to_string(tests::scale_kind()))) == "甲 乙");
  BOOST_TEST(unit.names(with_choice("item", "999")) == "");
  BOOST_TEST(unit.names(with_text("name", "%")) == "");
}

BOOST_AUTO_TEST_CASE(due_ranges_include_both_ends) {
  Unit unit;
  for (const int day : {1, 2, 3})
    unit.add("器" + std::to_string(day),
             "last_result = 'declared', verified_on = '2025-01-01', valid_until = '2027-01-0" + std::to_string(day) + "'");
  store::LedgerFilter filter;
  filter.due_from = domain::Date::of(2027, 1, 2);
  BOOST_TEST(unit.names(filter) == "器2 器3");
  filter.due_to = domain::Date::of(2027, 1, 2);
  BOOST_TEST(unit.names(filter) == "器2");
}

BOOST_AUTO_TEST_CASE(every_column_sorts_both_ways_and_words_go_by_pinyin) {
  Unit unit;
  unit.add("压力表", "quantity = 1");
  unit.add("电子秤", "quantity = 1");
  unit.add("加油机", "quantity = 1");
  store::LedgerFilter filter;
  filter.sort = "name";
  BOOST_TEST(unit.names(filter) == "电子秤 加油机 压力表");
  filter.descending = true;
  BOOST_TEST(unit.names(filter) == "压力表 加油机 电子秤");
  for (const domain::Column& column : domain::ledger_columns())
    for (const bool descending : {false, true}) {
      filter.sort = column.code;
      filter.descending = descending;
      const auto list = store::list_ledger(unit.db, unit.person.unit_id, filter, today);
      BOOST_TEST(list.rows.size() == 3U, column.code);
      BOOST_TEST(list.counts.at("all") == 3, column.code);
    }
}

BOOST_AUTO_TEST_CASE(all_rows_come_once_in_order_however_many) {
  Unit unit;
  tests::sql(
      "insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, "
      "manufacturer, "
      "origin, division_code, place, use, delivery) select " +
      std::to_string(unit.person.unit_id) + ", '器', " + std::to_string(tests::scale_kind()) +
      ", 'periodic', 'M', '1', 'Ⅲ', 'S' || lpad(n::text, 5, '0'), '厂', 'domestic', '110105', '处', 'trade', 'send_in' "
      "from generate_series(1, 1203) n");
  store::LedgerFilter filter;
  filter.sort = "serial_number";
  std::set<long long> seen;
  std::string last;
  store::each_ledger_row(unit.db, unit.person.unit_id, filter, today, [&](const domain::LedgerRow& row) {
    BOOST_TEST(seen.insert(row.id).second);
    BOOST_TEST(last < row.values.serial_number);
    last = row.values.serial_number;
  });
  BOOST_TEST(seen.size() == 1203U);
  BOOST_TEST(store::count_ledger(unit.db, unit.person.unit_id, filter, today) == 1203);
  store::each_ledger_row(unit.db, unit.person.unit_id, with_text("name", "没有"), today,
                         [](const domain::LedgerRow&) { BOOST_ERROR("there is none"); });
}

BOOST_AUTO_TEST_CASE(what_is_on_an_open_appointment_leaves_the_other_tabs_and_the_bell) {
  Unit unit;
  const std::string overdue = "last_result = 'declared', verified_on = '2025-01-01', valid_until = '2026-01-01'";
  unit.add("逾期", overdue);
  unit.add("已约", overdue + ", appointment_id = 5, ever_submitted = true, appointment_number = 'Y1'");
  const auto list = store::list_ledger(unit.db, unit.person.unit_id, {}, today);
  BOOST_TEST(list.counts.at("overdue") == 1);
  BOOST_TEST(list.counts.at("booked") == 1);
  BOOST_TEST(list.counts.at("all") == 2);
  BOOST_TEST(store::find_session(unit.db, base::sha256_hex(unit.person.cookie), today)->due_count == 1);
  store::LedgerFilter due;
  due.tab = "due";
  BOOST_TEST(unit.names(due) == "逾期");
}

BOOST_AUTO_TEST_CASE(the_months_sum_what_falls_due_in_them) {
  Unit unit;
  const std::string record = "last_result = 'declared', verified_on = '2025-01-01', valid_until = ";
  unit.add("本月", record + "'2026-11-30'");
  unit.add("下月", record + "'2026-12-01', quantity = 3, serial_number = '无'");
  unit.add("明年十月", record + "'2027-10-31', mode = 'first_rotate'");
  unit.add("太远", record + "'2027-11-01'");
  unit.add("停用的", record + "'2026-12-01', state = 'stopped'");
  const auto months = store::due_by_month(unit.db, unit.person.unit_id, today);
  BOOST_TEST(months.size() == 12U);
  BOOST_TEST(months[0].verify == 1);
  BOOST_TEST(months[1].verify == 3);
  BOOST_TEST(months[11].rotate == 1);
  BOOST_TEST(months[11].month.iso() == "2027-10-01");
}

BOOST_AUTO_TEST_CASE(a_change_of_many_does_what_may_be_done_and_tells_the_rest) {
  Unit unit;
  const long long free = unit.add("可停"), stopped = unit.add("已停", "state = 'stopped'"),
                  booked = unit.add("已约", "appointment_id = 5, ever_submitted = true");
  const auto change = [&](Act act, const std::string& reason) {
    return unit.db.transaction(
        actor, [&](store::Tx& tx) { return store::bulk_change(tx, unit.person.unit_id, {}, act, reason, today); });
  };
  const auto outcome = change(Act::stop, "闲置");
  BOOST_TEST(outcome.done == 1);
  BOOST_TEST(outcome.refused == 2);
  BOOST_TEST(unit.state(free) == "stopped");
  BOOST_TEST(unit.state(booked) == "in_use");
  const auto again = store::outcome_from_json(store::to_json(outcome));
  BOOST_TEST(again.some.size() == 2U);
  BOOST_TEST(again.some[0].why == "IS_STOPPED");
  BOOST_TEST(again.some[1].why == "ON_APPOINTMENT");
  BOOST_TEST(tests::text_of(
                 "select new_values ->> 'state_reason' from audit where subject = 'instrument' and action = 'instrument.stop' "
                 "and subject_id = " +
                 std::to_string(free)) == "闲置");
  BOOST_TEST(change(Act::remove, "").done == 2);
  BOOST_TEST(tests::count("select count(*) from instruments where id in (" + std::to_string(free) + "," +
                          std::to_string(stopped) + ")") == 0);
  BOOST_TEST(tests::count("select count(*) from instruments where id = " + std::to_string(booked)) == 1);
}

BOOST_AUTO_TEST_CASE(the_database_refuses_what_the_rule_refuses) {
  Unit unit;
  const auto refused = [&](const std::string& more, const std::string& statement) {
    const long long id = unit.add("器", more);
    try {
      unit.db.transaction(actor, [&](store::Tx& tx) { tx.sql() << statement + " where id = " + std::to_string(id); });
    } catch (const store::Violation& e) {
      return e.constraint;
    }
    return std::string("done");
  };
  const std::string booked = "appointment_id = 5, ever_submitted = true";
  BOOST_TEST(refused(booked, "update instruments set serial_number = 'X'") == "instruments_on_appointment");
  BOOST_TEST(refused(booked, "update instruments set state = 'stopped'") == "instruments_on_appointment");
  BOOST_TEST(refused(booked, "update instruments set place = 'X'") == "done");
  BOOST_TEST(refused(booked, "delete from instruments") == "instruments_kept");
  BOOST_TEST(refused("last_result = 'pass', verified_on = '2026-01-01'", "delete from instruments") == "instruments_kept");
  BOOST_TEST(refused("last_result = 'declared', verified_on = '2026-01-01'", "delete from instruments") == "done");
  BOOST_TEST(refused("state = 'scrapped'", "update instruments set state = 'in_use'") == "instruments_final");
}

BOOST_AUTO_TEST_CASE(a_job_is_taken_once_and_again_when_its_runner_died) {
  Unit unit;
  const auto make = [&] {
    const store::Actor who{unit.person.user_id, unit.person.login, "r"};
    return unit.db.transaction(who, [&](store::Tx& tx) {
      return store::create_job(tx, unit.person.unit_id, "bulk", {{"n", 1}});
    });
  };
  tests::sql("update jobs set state = 'failed' where state in ('waiting', 'running')");
  const long long id = make();
  store::Db one = tests::connection("qj_jobs"), two = tests::connection("qj_jobs");
  const auto job = store::claim_job(one);
  BOOST_REQUIRE(job);
  BOOST_TEST(job->id == id);
  BOOST_TEST(job->login == unit.person.login);
  BOOST_TEST(!store::claim_job(two).has_value());
  const std::string of_it = " where id = " + std::to_string(id);
  for (int n = 1; n < store::most_attempts; ++n) {
    tests::sql("update jobs set lease_until = now() - interval '1 second'" + of_it);
    const auto again = store::claim_job(two);
    BOOST_REQUIRE(again);
    BOOST_TEST(again->state == "running");
  }
  tests::sql("update jobs set lease_until = now() - interval '1 second'" + of_it);
  const auto spent = store::claim_job(two);
  BOOST_REQUIRE(spent);
  BOOST_TEST(spent->state == "failed");
  BOOST_TEST(store::find_job(unit.db, unit.person.unit_id, id)->outcome.at("error") == "CRASHED");
  Unit other;
  BOOST_TEST(!store::find_job(other.db, unit.person.unit_id, id).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
