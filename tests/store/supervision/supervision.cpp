// Supervision's fence: another region's and another department's rows never appear in any function; lists find what they say.
#include "common/supervision.h"

#include "store/supervision/supervision.h"
#include "store/supervision/supervision_service.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include <set>

namespace {

using tests::make_placed;
using tests::make_supervisor;
const auto today = [] { return tests::today(); };

struct Field {
  explicit Field(const std::vector<std::string>& divisions)
      : supervisor(make_supervisor(divisions)), db(tests::connection("qj_supervision")) {}
  store::Scope scope(const std::string& chosen = "") { return store::supervised(db, supervisor.department, chosen).value(); }
  // Is this instrument among those that the filter finds, on any of its pages?
  bool lists(const store::Scope& scope, store::SupervisedFilter filter, const tests::Placed& placed) {
    for (;;) {
      const auto page = store::supervised_instruments(db, scope, filter, today());
      for (const auto& row : page.rows)
        if (row.instrument.id == placed.instrument) return true;
      if (!page.next) return false;
      filter.after = page.next;
    }
  }
  tests::Supervisor supervisor;
  store::Db db;
};

store::SupervisedFilter standing(const std::string& code) {
  store::SupervisedFilter filter;
  filter.standing = code;
  return filter;
}
const std::string overdue = "last_result = 'declared', verified_on = current_date - 400, valid_until = current_date - 30";

}  // namespace

BOOST_AUTO_TEST_SUITE(supervision)

BOOST_AUTO_TEST_CASE(a_department_sees_its_divisions_with_all_below_them_and_nothing_else) {
  Field field({"320100", "429004"});
  for (const char* code : {"320100", "320102", "429004"})
    BOOST_TEST(store::supervised(field.db, field.supervisor.department, code).has_value(), code);
  for (const char* code : {"320000", "320500", "110105", "420000", "429000", "429005", "units", "x", "320100,110105", "' or 1=1"})
    BOOST_TEST(!store::supervised(field.db, field.supervisor.department, code), code);
  BOOST_TEST(field.scope("320102").chain().size() == 2u);
  BOOST_TEST(field.scope().parts().size() == 2u);
  BOOST_TEST(field.scope("320102").parts().front().code == "320102");
  BOOST_TEST(field.scope("320100").parts().size() > 5u);
}

BOOST_AUTO_TEST_CASE(grouping_rows_stand_in_nobodys_way) {
  Field field({"420000", "110000"});
  std::set<std::string> below;
  const store::Scope hubei = field.scope("420000");
  for (const auto& part : hubei.parts()) below.insert(part.code);
  BOOST_TEST(below.count("429004") == 1u);
  BOOST_TEST(below.count("429000") == 0u);
  BOOST_TEST(field.scope("110000").parts().size() == 16u);
  BOOST_TEST(!store::supervised(field.db, field.supervisor.department, "429000"));
}

BOOST_AUTO_TEST_CASE(a_division_inside_another_of_the_department_is_not_counted_twice) {
  Field field({"320000", "320100", "320102"});
  BOOST_TEST(field.scope().roots().size() == 1u);
  BOOST_TEST(field.scope().roots().front().code == "320000");
}

BOOST_AUTO_TEST_CASE(an_empty_department_sees_nothing) {
  Field field({});
  const auto scope = field.scope();
  BOOST_TEST(scope.empty());
  BOOST_TEST(store::supervised_instruments(field.db, scope, {}, today()).rows.empty());
  BOOST_TEST(store::supervised_units(field.db, scope, "", 0, 20, today()).rows.empty());
  BOOST_TEST(store::supervised_units(field.db, scope, "示范", 0, 20, today()).rows.empty());
  BOOST_TEST(store::late_lines(field.db, scope, {}, 20, today()).rows.empty());
  BOOST_TEST(store::refused_kinds(field.db, scope, today().plus_days(-30)).empty());
  BOOST_TEST(store::unserved_kinds(field.db, scope, today()).empty());
  BOOST_TEST(store::workloads(field.db, scope, today()).empty());
}

BOOST_AUTO_TEST_CASE(no_list_shows_an_instrument_of_another_region) {
  Field field({"320583"});
  const auto ours = make_placed("320583", overdue), theirs = make_placed("320582", overdue);
  tests::sql("update instruments set serial_number = 'SAME-" + std::to_string(ours.instrument) + "' where id in (" +
             std::to_string(ours.instrument) + ", " + std::to_string(theirs.instrument) + ")");
  const auto scope = field.scope();
  std::vector<store::SupervisedFilter> filters{{}, standing("overdue")};
  filters.emplace_back().name = "计价秤";
  filters.emplace_back().serial_number = "same-" + std::to_string(ours.instrument);
  filters.emplace_back().unit = tests::text_of("select unit_code from units where id = " + std::to_string(ours.unit.unit_id));
  filters.emplace_back().unit = tests::text_of("select name from units where id = " + std::to_string(ours.unit.unit_id));
  filters.emplace_back().unit_id = ours.unit.unit_id;
  for (const auto& filter : filters) {
    BOOST_TEST(field.lists(scope, filter, ours));
    BOOST_TEST(!field.lists(scope, filter, theirs));
  }
  store::SupervisedFilter of_theirs;
  of_theirs.unit_id = theirs.unit.unit_id;
  BOOST_TEST(!field.lists(scope, of_theirs, theirs));
  BOOST_TEST(store::supervised_instrument(field.db, scope, ours.unit.unit_id, ours.instrument).has_value());
  BOOST_TEST(!store::supervised_instrument(field.db, scope, theirs.unit.unit_id, theirs.instrument));
  BOOST_TEST(!store::supervised_instrument(field.db, scope, ours.unit.unit_id, theirs.instrument));
  BOOST_TEST(store::supervised_unit(field.db, scope, ours.unit.unit_id, today()).has_value());
  BOOST_TEST(!store::supervised_unit(field.db, scope, theirs.unit.unit_id, today()));
}

BOOST_AUTO_TEST_CASE(instruments_go_by_their_place_and_units_by_theirs) {
  Field field({"320585"});
  const auto elsewhere = make_placed("110105", overdue);  // a unit of elsewhere with one instrument here
  tests::sql("update instruments set division_code = '320585' where id = " + std::to_string(elsewhere.instrument));
  const auto here = make_placed("320585", overdue);  // a unit of here whose instrument is elsewhere
  tests::sql("update instruments set division_code = '110105' where id = " + std::to_string(here.instrument));
  const auto scope = field.scope();
  BOOST_TEST(field.lists(scope, {}, elsewhere));
  BOOST_TEST(!field.lists(scope, {}, here));
  const auto unit = store::supervised_unit(field.db, scope, here.unit.unit_id, today());
  BOOST_REQUIRE(unit);
  BOOST_TEST(unit->tally.all() == 0);
  BOOST_TEST(store::supervised_unit(field.db, scope, elsewhere.unit.unit_id, today())->tally.all() == 1);
  std::set<long long> listed;
  for (const auto& u : store::supervised_units(field.db, scope, "", 0, 1000, today()).rows) listed.insert(u.id);
  BOOST_TEST(listed.count(here.unit.unit_id) == 1u);
  BOOST_TEST(listed.count(elsewhere.unit.unit_id) == 0u);
}

BOOST_AUTO_TEST_CASE(a_unit_assigned_by_name_is_seen_whole_and_by_its_department_alone) {
  Field field({"320581"}), other({"320509"});
  const auto assigned = make_placed("110106", overdue);
  tests::sql("insert into department_units values (" + std::to_string(field.supervisor.department) + ", " +
             std::to_string(assigned.unit.unit_id) + ")");
  for (const char* chosen : {"", "units"}) {
    BOOST_TEST(field.lists(field.scope(chosen), standing("overdue"), assigned));
    BOOST_TEST(store::supervised_unit(field.db, field.scope(chosen), assigned.unit.unit_id, today())->tally.overdue == 1);
  }
  BOOST_TEST(!field.lists(field.scope("320581"), {}, assigned));
  BOOST_TEST(!other.lists(other.scope(), {}, assigned));
  BOOST_TEST(!store::supervised_unit(other.db, other.scope(), assigned.unit.unit_id, today()));
  BOOST_TEST(!store::supervised(other.db, other.supervisor.department, "units"));
}

BOOST_AUTO_TEST_CASE(each_standing_is_listed_as_the_rule_says) {
  Field field({"320281"});
  const std::string recorded = "last_result = 'declared', verified_on = date '2020-01-01', ",
                    now = "date '" + today().iso() + "'";
  const std::vector<std::pair<std::string, std::string>> cases{
      {"overdue", recorded + "valid_until = " + now + " - 1"},
      {"due_soon", recorded + "valid_until = " + now},
      {"due_soon", recorded + "valid_until = " + now + " + 30"},
      {"valid", recorded + "valid_until = " + now + " + 31"},
      {"failed", "last_result = 'fail', verified_on = " + now},
      {"not_verified", "quantity = 1"},
      {"not_verified", "last_result = 'declared', verified_on = " + now},
      {"rotate_due", recorded + "mode = 'first_rotate', valid_until = " + now + " - 1"},
      {"rotate_soon", recorded + "mode = 'first_rotate', valid_until = " + now + " + 30"},
      {"valid", recorded + "mode = 'first_rotate', valid_until = " + now + " + 31"},
      {"valid", "last_result = 'declared', mode = 'first_rotate', verified_on = " + now},
      {"first_done", "last_result = 'declared', mode = 'first_scrap', verified_on = " + now},
      {"not_verified", "mode = 'first_scrap'"},
      {"stopped", "state = 'stopped'"},
      {"scrapped", "state = 'scrapped'"}};
  for (const auto& [expected, columns] : cases) {
    const auto placed = make_placed("320281", columns);
    const auto found = store::supervised_instrument(field.db, field.scope(), placed.unit.unit_id, placed.instrument);
    BOOST_TEST(std::string(domain::code_of(found->instrument.judge(today()).standing)) == expected);
    for (const std::string code : {"overdue", "due_soon", "failed", "not_verified", "rotate_due", "rotate_soon", "valid",
                                   "first_done", "stopped", "scrapped"})
      BOOST_TEST(field.lists(field.scope(), standing(code), placed) == (code == expected), columns << " in " << code);
    BOOST_TEST(store::supervised_unit(field.db, field.scope(), placed.unit.unit_id, today())->tally.of(expected) == 1, columns);
  }
}

BOOST_AUTO_TEST_CASE(a_list_goes_on_behind_its_last_row_without_losing_or_repeating_one) {
  Field field({"320282", "320214"});
  std::set<long long> made, seen;
  for (int n = 0; n < 12; ++n) made.insert(make_placed(n % 2 == 0 ? "320282" : "320214", overdue).instrument);
  store::SupervisedFilter filter = standing("overdue");
  filter.size = 5;
  int pages = 0;
  for (;; ++pages) {
    const auto page = store::supervised_instruments(field.db, field.scope(), filter, today());
    for (const auto& row : page.rows) BOOST_TEST(seen.insert(row.instrument.id).second);
    if (!page.next) break;
    filter.after = page.next;
  }
  BOOST_TEST(pages >= 2);
  for (const long long id : made) BOOST_TEST(seen.count(id) == 1u);
}

BOOST_AUTO_TEST_CASE(a_whole_countrys_lists_hold_every_row_once_and_in_order) {
  std::vector<std::string> provinces;
  tests::owner().run([&](soci::session& sql) {
    soci::rowset<std::string> rows = (sql.prepare << "select code from divisions where parent_code is null and selectable");
    provinces.assign(rows.begin(), rows.end());
  });
  Field field(provinces);
  const auto assigned = make_placed("320411", overdue);
  tests::sql("insert into department_units values (" + std::to_string(field.supervisor.department) + ", " +
             std::to_string(assigned.unit.unit_id) + ")");
  for (const char* code : {"320411", "330205", "340321", "340322"})
    for (int n = 0; n < 4; ++n) make_placed(code, overdue);
  const store::Scope scope = field.scope();
  BOOST_TEST(scope.whole_country());
  const std::string day = "date '" + today().iso() + "'";
  const std::pair<store::SupervisedFilter, std::string> cases[] = {
      {standing("overdue"), "state = 'in_use' and mode = 'periodic' and last_result <> 'fail' and valid_until < " + day},
      {{}, "true"}};
  for (const auto& [asked, where] : cases)
    for (const int size : {3, 50}) {
      store::SupervisedFilter filter = asked;
      filter.size = size;
      std::set<long long> seen;
      std::string last;
      for (;;) {
        const auto page = store::supervised_instruments(field.db, scope, filter, today());
        for (const auto& row : page.rows) {
          BOOST_TEST(seen.insert(row.instrument.id).second);
          BOOST_TEST(last <= row.sort_due);
          last = row.sort_due;
        }
        if (!page.next || seen.size() > 300) break;
        filter.after = page.next;
      }
      const long long all = tests::count("select count(*) from instruments where " + where);
      BOOST_TEST((seen.size() > 300 || static_cast<long long>(seen.size()) == all), seen.size() << " of " << all);
    }
  BOOST_TEST(store::supervised_units(field.db, scope, "", 0, 5, today()).rows.size() == 5u);
}

BOOST_AUTO_TEST_CASE(what_is_typed_is_text_and_never_a_pattern_or_a_statement) {
  Field field({"320481"});
  make_placed("320481");
  for (const char* text : {"%", "_", "\\", "'; drop table x; --", "<b>\"'&", "{{X}}", "{1,2}", "：：", "𠮷", "a:b"}) {
    store::SupervisedFilter filter;
    filter.name = filter.serial_number = text;
    BOOST_TEST(store::supervised_instruments(field.db, field.scope(), filter, today()).rows.empty(), text);
    filter = {};
    filter.unit = text;
    BOOST_TEST(store::supervised_instruments(field.db, field.scope(), filter, today()).rows.empty(), text);
    BOOST_TEST(store::supervised_units(field.db, field.scope(), text, 0, 20, today()).rows.empty(), text);
  }
}

BOOST_AUTO_TEST_CASE(contacts_are_masked_by_the_database) {
  Field field({"320412"});
  const auto placed = make_placed("320412");
  tests::sql("update units set contact = '欧阳示范', mobile = '13812345678' where id = " + std::to_string(placed.unit.unit_id));
  const auto unit = store::supervised_unit(field.db, field.scope(), placed.unit.unit_id, today());
  BOOST_TEST(unit->contact == "欧**");
  BOOST_TEST(unit->phone == "138****5678");
  for (const char* column : {"mobile", "id_number_masked", "representative", "email"})
    BOOST_CHECK_THROW(field.db.run([&](soci::session& sql) { sql << "select " + std::string(column) + " from units"; }),
                      std::exception);
}

BOOST_AUTO_TEST_CASE(late_and_refused_lines_stay_in_their_region) {
  Field field({"320623"}), other({"320685"});
  const auto late = make_placed("320623"), refused = make_placed("320623");
  tests::make_line(late, "waiting", 12, -3, 0);
  tests::make_line(make_placed("320623"), "waiting", 2, 3, 0);
  tests::make_line(refused, "refused", 12, -3, 8);
  const auto lines = store::late_lines(field.db, field.scope(), {}, 50, today());
  BOOST_REQUIRE(lines.rows.size() == 1u);
  BOOST_TEST(lines.rows.front().instrument_id == late.instrument);
  BOOST_TEST(lines.rows.front().days >= 1);
  BOOST_TEST(store::late_lines(other.db, other.scope(), {}, 50, today()).rows.empty());
  const auto kinds = store::refused_kinds(field.db, field.scope(), today().plus_days(-30));
  BOOST_REQUIRE(kinds.size() == 1u);
  BOOST_TEST(kinds.front().lines == 1);
  BOOST_TEST(kinds.front().region_code == "320623");
  BOOST_TEST(store::refused_kinds(other.db, other.scope(), today().plus_days(-30)).empty());
}

BOOST_AUTO_TEST_CASE(a_kind_is_unserved_until_somebody_is_authorised_there_or_above) {
  Field field({"320682"});
  const auto placed = make_placed("320682");
  BOOST_TEST(store::unserved_kinds(field.db, field.scope(), today()).size() == 1u);
  const std::string name = tests::unique("示范所");
  tests::sql("insert into institutions (name, division_code) values ('" + name + "', '320600')");
  tests::sql("insert into institution_kinds (institution_id, kind_id, valid_until, send_in, on_site) select id, " +
             std::to_string(tests::scale_kind()) + ", current_date + 10, true, true from institutions where name = '" + name +
             "'");
  BOOST_TEST(store::unserved_kinds(field.db, field.scope(), today()).empty());
  tests::sql("update institutions set state = 'suspended' where name = '" + name + "'");
  BOOST_TEST(store::unserved_kinds(field.db, field.scope(), today()).size() == 1u);
}

BOOST_AUTO_TEST_CASE(an_institutions_work_is_counted_in_the_region_alone) {
  Field field({"320681"}), other({"320506"});
  const auto line = tests::make_line(make_placed("320681"), "passed", 14, -7, 12);
  const auto work = store::workloads(field.db, field.scope(), today());
  BOOST_REQUIRE(work.size() == 1u);
  BOOST_TEST(work.front().id == line.institution);
  BOOST_TEST(work.front().answered == 1);
  BOOST_TEST(work.front().results_30 == 1);
  BOOST_TEST((work.front().median_days >= 0 && work.front().median_days <= 2));
  BOOST_TEST(work.front().timely.part == 1);
  BOOST_TEST(store::workloads(other.db, other.scope(), today()).empty());
}

BOOST_AUTO_TEST_SUITE_END()
