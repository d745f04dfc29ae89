// What everybody may look up of institutions and the catalogue, as the role qj_query: regions, days, words, and what it cannot
// read.
#include "common/database.h"
#include "common/places.h"
#include "store/catalogue/catalogue.h"
#include "store/catalogue/synonyms.h"
#include "store/query/public_catalogue.h"
#include "store/query/public_institutions.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

using namespace tests;

store::Db& everybody() {
  static store::Db db = connection("qj_query");
  return db;
}

std::vector<std::string> names(const store::PublicInstitutionFilter& filter) {
  std::vector<std::string> found;
  for (const auto& i : store::search_public_institutions(everybody(), filter, today()).rows) found.push_back(i.name);
  return found;
}
std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word + ";";
  return all;
}
// As the list gives them, without the prefix that keeps tests apart.
std::string list(const std::string& prefix, store::PublicInstitutionFilter filter) {
  filter.name = prefix;
  std::vector<std::string> found = names(filter);
  for (std::string& name : found) name.erase(0, prefix.size());
  return joined(found);
}
bool has(const store::KindSearch& found, int kind_no) {
  return std::find(found.ids.begin(), found.ids.end(), kind_of(kind_no)) != found.ids.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(public_places)

BOOST_AUTO_TEST_CASE(a_region_alone_finds_what_lies_in_it) {
  const std::string p = unique("示范甲");
  add_institution({p + "省所", "340000"}, {});
  add_institution({p + "市所", "340200"}, {});
  add_institution({p + "县所", "340202"}, {});
  add_institution({p + "外省所", "110105"}, {{2, "null", {"340202"}}});
  BOOST_TEST(list(p, {"", "340000", {}, ""}) == "县所;市所;省所;");
  BOOST_TEST(list(p, {"", "340200", {}, ""}) == "县所;市所;");
  BOOST_TEST(list(p, {"", "340202", {}, ""}) == "县所;");
  BOOST_TEST(list(p, {"", "", {}, ""}) == "外省所;省所;市所;县所;");
  BOOST_TEST(list(p, {"", "999999", {}, ""}) == "");
}

BOOST_AUTO_TEST_CASE(with_a_kind_a_region_finds_what_serves_it_nearest_first) {
  const std::string p = unique("示范乙");
  const long long scales = kind_of(2);
  add_institution({p + "省所", "340000"}, {{2}});                            // its own province: serves all of it
  add_institution({p + "市所", "340200"}, {{2, "null", {"340202"}}, {10}});  // one county only
  add_institution({p + "县所", "340202"}, {{2}, {10}});
  add_institution({p + "邻市所", "340100"}, {{2, "null", {"340100", "340200"}}});  // serves its neighbour
  add_institution({p + "他用", "340202"}, {{10}});                                 // another kind
  BOOST_TEST(list(p, {"", "340202", {scales}, ""}) == "县所;邻市所;市所;省所;");
  BOOST_TEST(list(p, {"", "340207", {scales}, ""}) == "邻市所;省所;");
  BOOST_TEST(list(p, {"", "340100", {scales}, ""}) == "邻市所;省所;");
  BOOST_TEST(list(p, {"", "340000", {scales}, ""}) == "县所;邻市所;市所;省所;");
  BOOST_TEST(list(p, {"", "110105", {scales}, ""}) == "");
  BOOST_TEST(list(p, {"", "", {kind_of(10)}, ""}) == "市所;他用;县所;");
  BOOST_TEST(list(p, {"", "340202", {scales, kind_of(10)}, ""}) == "他用;县所;邻市所;市所;省所;");
}

BOOST_AUTO_TEST_CASE(ways_of_delivery_belong_to_the_kind_that_is_asked_for) {
  const std::string p = unique("示范丙");
  add_institution({p + "送", "340202"}, {{2, "null", {}, true, false}, {10, "null", {}, false, true}});
  add_institution({p + "场", "340202"}, {{2, "null", {}, false, true}});
  BOOST_TEST(list(p, {"", "", {kind_of(2)}, "send_in"}) == "送;");
  BOOST_TEST(list(p, {"", "", {kind_of(2)}, "on_site"}) == "场;");
  BOOST_TEST(list(p, {"", "", {}, "on_site"}) == "场;送;");
  BOOST_TEST(list(p, {"", "", {}, "send_in"}) == "送;");
}

BOOST_AUTO_TEST_CASE(what_has_ended_comes_last_and_says_so) {
  const std::string p = unique("示范丁"), today_sql = "date '" + today().iso() + "'";
  add_institution({p + "过期", "110105", today_sql + " - 1"}, {{2}});
  add_institution({p + "今天到期", "340202", today_sql}, {{2, today_sql}});
  add_institution({p + "项目过期", "110105"}, {{2, today_sql + " - 1"}, {10}});
  const auto found = [&](const store::PublicInstitutionFilter& filter) {
    std::string text;
    for (const auto& i : store::search_public_institutions(everybody(), filter, today()).rows)
      text += i.name.substr(p.size()) + (i.authorised ? "+" : "-") + std::to_string(i.kinds) + " ";
    return text;
  };
  BOOST_TEST(found({p, "", {}, ""}) == "项目过期+1 今天到期+1 过期-1 ");
  BOOST_TEST(found({p, "", {kind_of(2)}, ""}) == "今天到期+1 过期-1 项目过期-1 ");
  BOOST_TEST(found({p, "", {kind_of(10)}, ""}) == "项目过期+1 ");
}

BOOST_AUTO_TEST_CASE(a_suspended_institution_is_not_there) {
  const std::string p = unique("示范戊");
  const long long gone = add_institution({p + "停", "340202", "null", "suspended"}, {{2}});
  const long long there = add_institution({p + "在", "340202"}, {{2, "null", {"340202", "110105"}}});
  BOOST_TEST(list(p, {"", "", {kind_of(2)}, ""}) == "在;");
  BOOST_TEST(!store::find_public_institution(everybody(), gone, today()).has_value());
  BOOST_TEST(store::public_authorised_kinds(everybody(), gone).empty());
  const auto found = store::find_public_institution(everybody(), there, today());
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->working_hours == "周一至周五");
  const auto kinds = store::public_authorised_kinds(everybody(), there);
  BOOST_REQUIRE(kinds.size() == 1U);
  BOOST_REQUIRE(kinds[0].regions.size() == 2U);
  BOOST_TEST(kinds[0].regions[0].name == "北京市 朝阳区");
  BOOST_TEST(!store::find_public_institution(everybody(), -1, today()).has_value());
}

BOOST_AUTO_TEST_CASE(a_name_is_found_by_any_part_as_it_is_typed) {
  const std::string p = unique("示范Ab");
  add_institution({p + "100%所", "340202"}, {});
  BOOST_TEST(joined(names({"１００％所", "", {}, "", 10000})).find(p) != std::string::npos);
  BOOST_TEST(joined(names({"示范ａB", "", {}, "", 10000})).find(p) != std::string::npos);
  for (const char* nothing : {"%%%", "___", "\\", "'; select 1; --", "{{X}}"}) {
    const std::string found = joined(names({p + nothing, "", {}, ""}));
    BOOST_TEST(found.empty(), nothing << " finds " << found);
  }
}

BOOST_AUTO_TEST_CASE(pages_follow_each_other_and_count_the_whole) {
  const std::string p = unique("示范己");
  for (int n = 0; n < 7; ++n) add_institution({p + std::to_string(n), "340202"}, {});
  std::string all;
  for (int page = 1; page <= 4; ++page) {
    const auto found = store::search_public_institutions(everybody(), {p, "", {}, "", 3, page}, today());
    BOOST_TEST(found.matched == 7);
    for (const auto& i : found.rows) all += i.name.substr(p.size());
  }
  BOOST_TEST(all == "0123456");
}

BOOST_AUTO_TEST_CASE(everyday_names_find_kinds_for_everybody) {
  BOOST_TEST(has(store::search_kinds(everybody(), "电子秤"), 2));
  BOOST_TEST(store::search_kinds(everybody(), "B超").not_in_catalogue);
  BOOST_TEST(store::search_kinds(everybody(), "Ｂ超").ids.empty());
  BOOST_TEST(!has(store::search_kinds(everybody(), "称重传感器"), 8));  // needs a type approval only
  BOOST_TEST(has(store::search_kinds(everybody(), "称重传感器", store::Kinds::all), 8));
  const auto said = store::everyday_names(everybody(), 2);
  BOOST_TEST((std::find(said.begin(), said.end(), "电子秤") != said.end()));
}

BOOST_AUTO_TEST_CASE(the_catalogue_holds_what_is_in_force_and_nothing_else) {
  const auto kinds = store::public_kinds(everybody());
  BOOST_TEST(static_cast<long long>(kinds.size()) == count("select count(*) from catalogue_kinds where retired_at is null"));
  const auto scales = std::find_if(kinds.begin(), kinds.end(), [](const auto& k) { return k.row.kind_no == 2; });
  BOOST_REQUIRE((scales != kinds.end()));
  BOOST_TEST(scales->row.cycle_months.value_or(0) == 12);
  BOOST_TEST(scales->row.uses.size() == 1U);
  BOOST_TEST(scales->row.checked);
  BOOST_TEST(!scales->row.notice.empty());
}

BOOST_AUTO_TEST_CASE(who_works_there_cannot_be_read_at_all) {
  for (const char* table : {"institutions", "institution_kinds", "institution_kind_divisions", "catalogue_kinds",
                            "catalogue_versions", "kind_synonyms", "users", "units", "instruments", "divisions"})
    BOOST_TEST(count(std::string("select has_any_column_privilege('qj_query', '") + table + "', 'select')::int") == 0, table);
  BOOST_TEST(count("select count(*) from information_schema.columns where table_name in ('public_institutions', "
                   "'public_institution_kinds') and column_name in ('contact', 'email', 'state_reason')") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
