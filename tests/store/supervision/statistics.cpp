// The folded figures against a slow count over the rows, after random changes; a fold that is cut off; rates of lines.
#include "store/supervision/statistics.h"

#include "common/supervision.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include <chrono>
#include <map>
#include <random>
#include <thread>

namespace {

using domain::Date;
using Counts = std::map<std::string, long long>;

// By standing, and the two halves of 受检率.
Counts counts_of(const domain::Tally& t) {
  Counts counts;
  for (const char* code : {"overdue", "due_soon", "valid", "failed", "not_verified", "rotate_due", "rotate_soon", "first_done",
                           "stopped", "scrapped"})
    if (t.of(code) != 0) counts[code] = t.of(code);
  if (t.checked.part != 0) counts["checked"] = t.checked.part;
  if (t.checked.whole != 0) counts["periodic"] = t.checked.whole;
  return counts;
}

// The same, row by row, by the rule itself. where: of instruments i join divisions d.
Counts slow_count(const std::string& where, Date today) {
  Counts counts;
  tests::owner().run([&](soci::session& sql) {
    soci::rowset<soci::row> rows =
        (sql.prepare << "select i.state, i.mode, coalesce(i.last_result, ''), coalesce(i.valid_until::text, ''), "
                        "i.quantity from instruments i join divisions d on d.code = i.division_code where " +
                            where);
    for (const soci::row& row : rows) {
      std::string state, mode, result, due;
      int quantity = 0;
      row >> state >> mode >> result >> due >> quantity;
      const auto judged =
          domain::standing(domain::state_of(state), domain::mode_of(mode), domain::result_of(result), Date::from_iso(due), today);
      counts[std::string(domain::code_of(judged.standing))] += quantity;
      if (state != "in_use" || mode != "periodic") continue;
      counts["periodic"] += quantity;
      if (result == "pass" && Date::from_iso(due) && *Date::from_iso(due) >= today) counts["checked"] += quantity;
    }
  });
  return counts;
}

std::string text(const Counts& counts) {
  std::string all;
  for (const auto& [name, n] : counts) all += name + "=" + std::to_string(n) + " ";
  return all;
}

// The lock of a connection that was cut off is free once the server has noticed.
void fold() {
  store::Db jobs = tests::connection("qj_jobs");
  bool folded = store::fold_statistics(jobs);
  for (int tries = 0; !folded && tries < 1000; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    folded = store::fold_statistics(jobs);
  }
  BOOST_REQUIRE(folded);
}

domain::Tally sum(store::Db& db, const store::Scope& scope, Date today) {
  domain::Tally total;
  for (const auto& part : store::tally_parts(db, scope, today)) total.add(part.tally);
  return total;
}
domain::Tally sum_of_kinds(store::Db& db, const store::Scope& scope, Date today) {
  domain::Tally total;
  for (const auto& kind : store::tally_kinds(db, scope, today)) total.add(kind.tally);
  return total;
}

// What the country, a province, a city and a county say on several days, against the rows.
void compare(const std::string& after) {
  struct Level {
    std::vector<std::string> divisions;
    std::string where;
  };
  static const std::vector<std::string> provinces = [] {
    std::vector<std::string> codes;
    tests::owner().run([&](soci::session& sql) {
      soci::rowset<std::string> rows = (sql.prepare << "select code from divisions where parent_code is null and selectable");
      codes.assign(rows.begin(), rows.end());
    });
    return codes;
  }();
  static const tests::Supervisor supervisors[] = {tests::make_supervisor(provinces), tests::make_supervisor({"330000"}),
                                                  tests::make_supervisor({"330100"}), tests::make_supervisor({"330102"}),
                                                  tests::make_supervisor({"330000", "429004"})};
  static const char* const where[] = {"true", "'330000' = any(d.ancestors)", "'330100' = any(d.ancestors)", "d.code = '330102'",
                                      "'330000' = any(d.ancestors) or d.code = '429004'"};
  store::Db db = tests::connection("qj_supervision");
  for (std::size_t n = 0; n < std::size(where); ++n) {
    const store::Scope scope = store::supervised(db, supervisors[n].department).value();
    for (const int days : {0, 5, -5, 40, 400}) {
      const Date today = tests::today().plus_days(days);
      const std::string slow = text(slow_count(where[n], today));
      BOOST_TEST(text(counts_of(sum(db, scope, today))) == slow, after << ", " << where[n] << ", day " << days);
      BOOST_TEST(text(counts_of(sum_of_kinds(db, scope, today))) == slow, after << ", kinds, " << where[n] << ", day " << days);
    }
    std::map<std::string, long long> due;
    tests::owner().run([&](soci::session& sql) {
      soci::rowset<soci::row> rows =
          (sql.prepare
           << "select to_char(i.valid_until, 'YYYY-MM'), sum(i.quantity)::bigint from instruments i join divisions d on d.code = "
              "i.division_code where i.state = 'in_use' and i.last_result in ('pass', 'declared') and i.mode <> 'first_scrap' "
              "and i.valid_until is not null and (" +
                  std::string(where[n]) + ") group by 1");
      for (const soci::row& row : rows) due[row.get<std::string>(0)] = row.get<long long>(1);
    });
    for (const auto& month : store::due_months(db, scope, tests::today(), 12))
      BOOST_TEST(month.verify + month.rotate == due[month.month.iso().substr(0, 7)], after << ", due in " << month.month.iso());
  }
}

std::mt19937 dice(20261125);
int roll(int n) { return static_cast<int>(dice() % static_cast<unsigned>(n)); }
std::string any_of(const std::vector<std::string>& list) {
  return list[static_cast<std::size_t>(roll(static_cast<int>(list.size())))];
}

const std::vector<std::string> places{"330102", "330102", "330103", "330203", "429004", "110105", "441900", "469001"};

std::string random_change() {
  const std::string day = "current_date + " + std::to_string(roll(900) - 400);
  return any_of({"quantity = 1 + " + std::to_string(roll(5)) + ", serial_number = '无'",
                 "division_code = '" + any_of(places) + "'",
                 "use = '" + any_of({"trade", "safety", "medical", "environment"}) + "'",
                 "valid_until = null, verified_on = null, last_result = null",
                 "last_result = '" + any_of({"pass", "declared"}) + "', verified_on = date '2020-01-01', valid_until = " + day,
                 "last_result = 'fail', verified_on = date '2020-01-01', valid_until = null",
                 "state = '" + any_of({"in_use", "stopped"}) + "'",
                 "mode = '" + any_of({"periodic", "first_scrap", "first_rotate"}) + "'", "remark = 'x'",
                 "kind_id = (select id from catalogue_kinds where mode <> 'none' order by id offset " + std::to_string(roll(20)) +
                     " limit 1)"});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(statistics_store)

BOOST_AUTO_TEST_CASE(folded_figures_are_those_of_the_rows_after_random_changes) {
  fold();
  compare("what was there");
  std::vector<tests::Placed> placed;
  for (int round = 0; round < 6; ++round) {
    for (int n = 0; n < 6; ++n) placed.push_back(tests::make_placed(any_of(places)));
    for (int n = 0; n < 40; ++n)
      tests::sql("update instruments set " + random_change() + " where id = " +
                 std::to_string(placed[static_cast<std::size_t>(roll(static_cast<int>(placed.size())))].instrument));
    // Many at once, some of them the same: a bulk change, an import's insert, a deletion.
    tests::sql("update instruments set " + random_change() + " where unit_id % 7 = " + std::to_string(roll(7)) +
               " and ever_submitted = false and id > " + std::to_string(placed.front().instrument - 1));
    const tests::Placed& from = placed[static_cast<std::size_t>(roll(static_cast<int>(placed.size())))];
    tests::sql(
        "insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, "
        "manufacturer, origin, "
        "division_code, place, use, delivery) select unit_id, name, kind_id, mode, model, measuring_range, accuracy, 'S' "
        "|| n, "
        "manufacturer, origin, division_code, place, use, delivery from instruments, generate_series(1, 300) n where id = " +
        std::to_string(from.instrument));
    tests::sql("delete from instruments where unit_id = " + std::to_string(from.unit.unit_id) +
               " and serial_number like 'S%' and id % 3 = 0 and coalesce(last_result, 'declared') = 'declared'");
    fold();
    compare("round " + std::to_string(round));
  }
  store::Db owner = tests::connection("qj_owner");
  owner.run([](soci::session& sql) { sql << "select statistics_rebuild()"; });
  compare("counted anew");
}

BOOST_AUTO_TEST_CASE(a_fold_that_is_cut_off_has_counted_nothing_and_the_next_one_counts_it_once) {
  fold();
  tests::make_placed("330102");
  const std::string total = "select coalesce(sum(total), 0) from statistics_cells where region = '' and kind_id = 0";
  const long long before = tests::count(total);
  {
    store::Db jobs = tests::connection("qj_jobs");
    jobs.run([](soci::session& sql) {
      sql << "begin";
      sql << "select statistics_fold(1000)";
    });
  }  // its connection ends before it is done
  BOOST_TEST(tests::count(total) == before);
  BOOST_TEST(tests::count("select count(*) from statistics_deltas") > 0);
  fold();
  BOOST_TEST(tests::count(total) == before + 1);
  BOOST_TEST(tests::count("select count(*) from statistics_deltas") == 0);
  fold();
  BOOST_TEST(tests::count(total) == before + 1);
}

BOOST_AUTO_TEST_CASE(a_large_backlog_is_folded_in_pieces) {
  fold();
  for (int n = 0; n < 3; ++n)
    tests::make_placed("330103", "valid_until = current_date + 10, verified_on = current_date, last_result = 'declared'");
  BOOST_TEST(tests::count("select count(*) from statistics_deltas") > 3);
  tests::owner().run([](soci::session& sql) {
    int left = 0;
    sql << "select statistics_fold(2)", soci::into(left);
    BOOST_TEST(left == 1);
  });
  store::Db jobs = tests::connection("qj_jobs");
  BOOST_TEST(store::fold_statistics(jobs, 2));
  BOOST_TEST(tests::count("select count(*) from statistics_deltas") == 0);
  compare("in pieces");
}

BOOST_AUTO_TEST_CASE(two_folders_do_not_count_the_same_twice) {
  store::Db first = tests::connection("qj_jobs"), second = tests::connection("qj_jobs");
  first.run([](soci::session& sql) {
    sql << "begin";
    sql << "select statistics_fold(1000)";
  });
  BOOST_TEST(!store::fold_statistics(second));
  first.run([](soci::session& sql) { sql << "rollback"; });
  BOOST_TEST(store::fold_statistics(second));
}

BOOST_AUTO_TEST_CASE(a_moved_division_is_counted_anew) {
  fold();
  tests::sql("update divisions set name = name where code = '330102'");
  BOOST_TEST(tests::count("select rebuild::int from statistics_state") == 0);
  tests::sql("update divisions set ancestors = array['330000', '330200', code] where code = '330103'");
  BOOST_TEST(tests::count("select rebuild::int from statistics_state") == 1);
  tests::sql("update divisions set ancestors = array['330000', '330100', code] where code = '330103'");
  fold();
  BOOST_TEST(tests::count("select rebuild::int from statistics_state") == 0);
  compare("moved and back");
}

BOOST_AUTO_TEST_CASE(rates_of_lines_count_first_results_and_answers_in_time) {
  for (const auto& [division, asked] : {std::pair<std::string, std::string>{"330881", "330881"}, {"330803", "330000"}}) {
    const auto supervisor = tests::make_supervisor({asked});
    store::Db db = tests::connection("qj_supervision");
    const store::Scope scope = store::supervised(db, supervisor.department).value();
    const Date today = tests::today();
    const auto rates = [&] {
      fold();
      return store::service_rates(db, scope, domain::period_of("", "", today), today);
    };
    const auto before = rates();
    tests::make_line(tests::make_placed(division), "passed", 14, -7, 12);    // in time, passed
    tests::make_line(tests::make_placed(division), "failed", 14, -7, 2);     // too late, failed
    tests::make_line(tests::make_placed(division), "waiting", 14, -7, 0);    // never answered
    tests::make_line(tests::make_placed(division), "waiting", 2, 3, 0);      // still has time
    tests::make_line(tests::make_placed(division), "withdrawn", 14, -7, 0);  // left out
    tests::make_line(tests::make_placed(division), "refused", 14, -7, 7);    // answered on the last day
    const auto after = rates();
    BOOST_TEST(after.first_pass.part - before.first_pass.part == 1);
    BOOST_TEST(after.first_pass.whole - before.first_pass.whole == 2);
    BOOST_TEST(after.timely.part - before.timely.part == 2);
    BOOST_TEST(after.timely.whole - before.timely.whole == 4);
    // A correction does not change what the first result was.
    tests::sql("update results set current = false where division_code = '" + division + "'");
    tests::sql(
        "insert into results (unit_id, instrument_id, institution_id, line_id, version_no, corrects, reason, passed, "
        "failed, mark, "
        "verified_on, unit_name, name, kind_id, model, serial_number, division_code, recorded_by) select unit_id, "
        "instrument_id, "
        "institution_id, line_id, 2, id, 'x', 1, 0, 'conformity_mark', verified_on, 'u', name, kind_id, model, serial_number, "
        "division_code, "
        "'t' from results where division_code = '" +
        division + "' and failed > 0");
    BOOST_TEST(rates().first_pass.part == after.first_pass.part);
    const auto empty = store::service_rates(db, scope, {*Date::of(2001, 1, 1), *Date::of(2001, 12, 31)}, today);
    BOOST_TEST(empty.first_pass.text() == "--");
    BOOST_TEST(empty.timely.text() == "--");
  }
}

BOOST_AUTO_TEST_SUITE_END()
