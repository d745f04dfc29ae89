// Supervision's pages: each shows its field, none another's; addresses that were tampered with end in a page or in 404, never in
// 500.
#include "common/supervision.h"

#include "web/browser.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

using tests::Browser;
using tests::make_placed;
using tests::make_supervisor;

const std::string overdue = "last_result = 'declared', verified_on = current_date - 400, valid_until = current_date - 30";
const char* const lists[] = {"/supervision/regions",      "/supervision/instruments", "/supervision/overdue",
                             "/supervision/rotations",    "/supervision/units",       "/supervision/unserved",
                             "/supervision/institutions", "/supervision/statistics"};

std::string path_of(const tests::Placed& placed, bool instrument) {
  const std::string unit = "/supervision/units/" + std::to_string(placed.unit.unit_id);
  return instrument ? unit + "/instruments/" + std::to_string(placed.instrument) : unit;
}
std::string name_of(const tests::Placed& placed) {
  return tests::text_of("select name from units where id = " + std::to_string(placed.unit.unit_id));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(supervision_pages)

BOOST_AUTO_TEST_CASE(from_the_whole_field_down_to_one_instrument) {
  const auto placed = make_placed("340202", overdue);
  Browser browser(make_supervisor({"340000"}).person);
  const tests::Page start = browser.get("/supervision");
  BOOST_TEST(start.status() == 200);
  BOOST_TEST(start.has("/supervision/regions?division=340200"));
  BOOST_TEST(start.has("受检率"));
  BOOST_TEST(start.has("当日检定合格且在有效期内的数量 ÷ 在用周期检定器具数量"));
  BOOST_TEST(start.has("统计截至"));
  const tests::Page city = browser.get("/supervision/regions?division=340200");
  BOOST_TEST(city.has("/supervision/regions?division=340202"));
  const tests::Page county = browser.get("/supervision/regions?division=340202");
  BOOST_TEST(county.has("/supervision/units?division=340202"));
  BOOST_TEST(county.has("实时统计"));
  const tests::Page units = browser.get("/supervision/units?division=340202");
  BOOST_TEST(units.has(path_of(placed, false)));
  const tests::Page unit = browser.get(path_of(placed, false));
  BOOST_TEST(unit.has(path_of(placed, true)));
  const tests::Page instrument = browser.get(path_of(placed, true));
  BOOST_TEST(instrument.status() == 200);
  BOOST_TEST(instrument.has("已超期 "));
  BOOST_TEST(instrument.has("单位填报（未经检定机构确认）"));
}

BOOST_AUTO_TEST_CASE(another_departments_field_is_not_there) {
  const auto theirs = make_placed("340212", overdue);
  Browser browser(make_supervisor({"340207"}).person);
  BOOST_TEST(browser.get("/supervision").status() == 200);
  for (const char* path : lists) {
    BOOST_TEST(browser.get(std::string(path) + "?division=340207").status() == 200, path);
    for (const char* division : {"340212", "340200", "340000", "110105", "units", "x", "%27", "340207%2C340212"})
      BOOST_TEST(browser.get(std::string(path) + "?division=" + division).status() == 404, path << " " << division);
    BOOST_TEST(!browser.get(path).has(name_of(theirs)), path);
  }
  BOOST_TEST(browser.get("/supervision/statistics/file?as=csv&division=340212").status() == 404);
  BOOST_TEST(browser.get(path_of(theirs, false)).status() == 404);
  BOOST_TEST(browser.get(path_of(theirs, true)).status() == 404);
  const auto ours = make_placed("340207", overdue);
  BOOST_TEST(browser.get(path_of(ours, true)).status() == 200);
  BOOST_TEST(
      browser.get("/supervision/units/" + std::to_string(ours.unit.unit_id) + "/instruments/" + std::to_string(theirs.instrument))
          .status() == 404);
  BOOST_TEST(browser
                 .get("/supervision/instruments?serial_number=" +
                      tests::text_of("select serial_number from instruments where id = " + std::to_string(theirs.instrument)))
                 .has(path_of(theirs, true)) == false);
}

BOOST_AUTO_TEST_CASE(a_department_without_a_field_is_told_what_is_next) {
  Browser browser(make_supervisor({}).person);
  for (const char* path : lists) {
    const tests::Page page = browser.get(path);
    BOOST_TEST((page.status() == 200 || page.status() == 303), path);
    if (page.status() == 200) BOOST_TEST(page.has("尚未为本部门设置监管区域或指定单位"), path);
  }
  BOOST_TEST(browser.get("/supervision").has("请联系系统管理员设置"));
}

BOOST_AUTO_TEST_CASE(wrong_parameters_give_a_page) {
  Browser browser(make_supervisor({"340281"}).person);
  make_placed("340281", overdue);
  for (const std::string text :
       {"", "%3Cb%3E%22%27%26", "%7B%7BX%7D%7D", "99999999999999999999999", "-1", "%EF%BC%91%EF%BC%92", "a.b.c", "2026-01-01.1.1",
        "0001-01-01.999999999999999999.1", "%E7%A4%BA%E8%8C%83", "'; select 1; --"})
    for (const char* path : lists)
      for (const char* name :
           {"after", "unit", "name", "serial_number", "kind", "use", "standing", "due_from", "due_to", "quarter", "from", "to"}) {
        const tests::Page page = browser.get(std::string(path) + "?" + name + "=" + text + "&ie=%E2%9C%93");
        BOOST_TEST((page.status() == 200 || page.status() == 303), path << " " << name << "=" << text << ": " << page.status());
        BOOST_TEST(!page.has("<b>\"'&"));
      }
  BOOST_TEST(browser.get("/supervision/instruments?due_from=x").has("日期无法识别"));
  BOOST_TEST(browser.get("/supervision/statistics?from=x").has("统计期间无法识别"));
  BOOST_TEST(browser.get("/supervision/statistics/file?as=exe").status() == 303);
  BOOST_TEST(browser.get("/supervision/units/0").status() == 404);
}

BOOST_AUTO_TEST_CASE(what_was_typed_stays_in_the_filter) {
  Browser browser(make_supervisor({"340202"}).person);
  const tests::Page page =
      browser.get("/supervision/instruments?ie=%E2%9C%93&name=%3Cb%3E%22%E7%A7%A4&standing=overdue&use=trade&division=340202");
  BOOST_TEST(page.has("value=\"&lt;b&gt;&quot;秤\""));
  BOOST_TEST(page.has("<option value=\"overdue\" selected>"));
  BOOST_TEST(page.has("<option value=\"trade\" selected>"));
  BOOST_TEST(page.has("<option value=\"340202\" selected>"));
}

BOOST_AUTO_TEST_CASE(the_overdue_list_masks_contacts_and_counts_days) {
  const auto placed = make_placed("340209", overdue);
  tests::sql("update units set contact = '王示范', mobile = '13812345678' where id = " + std::to_string(placed.unit.unit_id));
  Browser browser(make_supervisor({"340209"}).person);
  for (const std::string& path :
       {std::string("/supervision/overdue"), std::string("/supervision/units"), path_of(placed, false), path_of(placed, true)}) {
    const tests::Page page = browser.get(path);
    BOOST_TEST(page.has("王**"), path);
    BOOST_TEST(page.has("138****5678"), path);
    BOOST_TEST(!page.has("王示范"), path);
    BOOST_TEST(!page.has("13812345678"), path);
  }
  BOOST_TEST(browser.get("/supervision/overdue").has("已超期 "));
}

BOOST_AUTO_TEST_CASE(rotations_are_listed_by_quarter) {
  const auto placed = make_placed(
      "340210", "mode = 'first_rotate', last_result = 'declared', verified_on = date '2020-01-01', valid_until = date '" +
                    tests::today().iso() + "'");
  Browser browser(make_supervisor({"340210"}).person);
  BOOST_TEST(browser.get("/supervision/rotations").has(path_of(placed, true)));
  BOOST_TEST(!browser.get("/supervision/rotations?quarter=2019Q1").has(path_of(placed, true)));
  BOOST_TEST(!browser.get("/supervision/rotations?quarter=past").has(path_of(placed, true)));
}

BOOST_AUTO_TEST_CASE(statistics_are_the_same_on_the_page_and_in_the_file) {
  make_placed("340302", overdue);
  make_placed("340302", "quantity = 7, serial_number = '无'");
  Browser browser(make_supervisor({"340302"}).person);
  const tests::Page page = browser.get("/supervision/statistics?division=340302&from=2026-01-01&to=2026-06-30");
  BOOST_TEST(page.status() == 200);
  BOOST_TEST(page.has("在用 8 台（件）"));
  BOOST_TEST(page.has("<svg"));
  BOOST_TEST(page.has("2026-01-01 至 2026-06-30"));
  const tests::Page csv = browser.get("/supervision/statistics/file?division=340302&from=2026-01-01&to=2026-06-30&as=csv");
  BOOST_TEST(csv.header("Content-Disposition").find("statistics-") != std::string::npos);
  BOOST_TEST(csv.has("受检率,0.0 %,0,8"));
  BOOST_TEST(csv.has("一次检定合格率,'--,0,0"));  // no cell may look like a formula
  BOOST_TEST(csv.has("2026-01-01 ~ 2026-06-30"));
  const tests::Page xlsx = browser.get("/supervision/statistics/file?division=340302&as=xlsx");
  BOOST_TEST(xlsx.status() == 200);
  BOOST_TEST(xlsx.html().substr(0, 2) == "PK");
}

BOOST_AUTO_TEST_CASE(a_list_becomes_a_file_with_the_same_rows_and_no_others) {
  const auto ours = make_placed("340303", overdue + ", name = '=1+1'"), theirs = make_placed("340304", overdue);
  make_placed("340303");
  Browser browser(make_supervisor({"340303"}).person);
  BOOST_TEST(browser.get("/supervision/overdue").has("/supervision/instruments/file?division=") == false);
  BOOST_TEST(browser.get("/supervision/overdue").has("/supervision/instruments/file?standing=overdue"));
  const auto csv_of = [&](const std::string& query) {
    tests::Page page = browser.get("/supervision/instruments/file" + query);
    BOOST_TEST(page.status() == 200);
    std::string text;
    page.response.stream([&](std::string_view part) { text += part; });
    return text;
  };
  const std::string late = csv_of("?standing=overdue");
  BOOST_TEST(late.find(name_of(ours)) != std::string::npos);
  BOOST_TEST(late.find("'=1+1") != std::string::npos);
  BOOST_TEST(late.find(name_of(theirs)) == std::string::npos);
  BOOST_TEST(std::count(late.begin(), late.end(), '\n') == 2);
  const std::string all = csv_of("");
  BOOST_TEST(std::count(all.begin(), all.end(), '\n') == 3);
  BOOST_TEST(browser.get("/supervision/instruments/file?division=340304").status() == 404);
}

BOOST_AUTO_TEST_CASE(what_nobody_serves_is_named) {
  const auto placed = make_placed("340223");
  tests::make_line(placed, "waiting", 12, -3, 0);
  tests::make_line(make_placed("340223"), "refused", 12, -3, 8);
  Browser browser(make_supervisor({"340223"}).person);
  const tests::Page page = browser.get("/supervision/unserved");
  BOOST_TEST(page.has(path_of(placed, true)));
  BOOST_TEST(page.has("超出检定能力"));
  BOOST_TEST(!page.has("没有已过受理时限的预约"));
  BOOST_TEST(browser.get("/supervision/institutions").has("示范检定所"));
}

BOOST_AUTO_TEST_SUITE_END()
