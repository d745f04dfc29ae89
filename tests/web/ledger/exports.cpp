// The ledger as files, labels and calendars, and the public page that a label leads to: as people walk through them.
#include "base/crypto.h"
#include "base/encoding.h"
#include "jobs/jobs.h"
#include "store/core/jobs.h"
#include "store/ledger/ledger_file.h"
#include "store/people/sessions.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <regex>

namespace {

using namespace tests;

store::LedgerFile whole_ledger() { return {{}, {"name", "serial_number", "quantity"}, true, today()}; }

std::size_t files_in(const std::string& folder) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

long long add(const Person& unit, const std::string& name, int due_in = 100) {
  auto values = scale();
  values.name = name;
  values.verified_on = today().plus_days(due_in - 300);
  values.valid_until = today().plus_days(due_in);
  return add_instrument(unit.unit_id, values);
}

Page wish(Browser& browser, const std::string& query, const std::string& button, Fields more = {}) {
  more.emplace_back(button, "x");
  return browser.submit("/ledger/export" + query, more);
}

std::string code_of(long long id) {
  return text_of("select replace(public_code::text, '-', '') from instruments where id = " + std::to_string(id));
}

std::size_t times(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

// The secret address on the answer, as a path.
std::string address_on(const Page& page) {
  const std::string& site = base::Config::load().public_url;
  const std::string shown = between(page.html(), "<code class=\"secret\">", "</code>");
  BOOST_REQUIRE(shown.rfind(site + "/ledger/calendar?k=", 0) == 0U);
  return shown.substr(site.size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(exports)

BOOST_AUTO_TEST_CASE(the_page_says_what_will_be_exported_before_it_is) {
  const Person unit = make_unit();
  Browser browser{unit};
  BOOST_TEST(browser.get("/ledger/export").has("没有内容可以导出"));
  add(unit, "示范<b>秤", -3);
  add(unit, "好秤");
  const Page page =
      browser.get("/ledger/export?tab=overdue&name=%3Cb%3E&use=trade&due_to=2030-1-1&sort=name&desc=1&ie=%E2%9C%93");
  BOOST_TEST(page.status() == 200);
  BOOST_TEST(page.has("将导出 <strong>1</strong> 行"));
  BOOST_TEST(page.has("<li>器具名称：&lt;b&gt;</li>"));
  BOOST_TEST(page.has("器具用途：贸易结算"));
  BOOST_TEST(page.has("~ 2030-01-01"));
  BOOST_TEST(page.has("按器具名称降序"));
  BOOST_TEST(page.has("<li>检定状态</li>"));
}

BOOST_AUTO_TEST_CASE(each_format_is_led_to_its_download_with_a_chinese_name) {
  const Person unit = make_unit("approved", "viewer");  // who only looks may take away what they see
  Browser browser{unit};
  add(unit, "=甲秤");
  std::string day = today().iso();
  day.erase(4, 1).erase(6, 1);
  const auto file = [&](const char* button, const Fields& more = {}) {
    const Page led = wish(browser, "?name=%E7%94%B2&ie=%E2%9C%93", button, more);
    BOOST_TEST(led.status() == 303);
    return browser.get(led.location());
  };
  const Page csv = file("op_csv");
  BOOST_TEST(csv.header("Content-Disposition") ==
             "attachment; filename=\"ledger-" + day + ".csv\"; filename*=UTF-8''%E5%8F%B0%E8%B4%A6-" + day + ".csv");
  BOOST_TEST(csv.response.content_type == "text/csv; charset=utf-8");
  BOOST_TEST(csv.html().rfind("\xEF\xBB\xBF检定状态,有效期至,", 0) == 0U);
  BOOST_TEST(csv.has(",系统编号,版本\r\n"));
  BOOST_TEST(csv.has("'=甲秤"));
  const Page plain = file("op_csv", {{"with_ids", ""}});
  BOOST_TEST(!plain.has("系统编号"));
  const Page gb = file("op_gb18030");
  BOOST_TEST(gb.response.content_type == "text/csv; charset=gb18030");
  BOOST_TEST(base::decode_file(gb.html()).value_or("") == csv.html().substr(3));
  const Page xlsx = file("op_xlsx");
  BOOST_TEST(xlsx.html().rfind("PK", 0) == 0U);
  BOOST_TEST(xlsx.header("Content-Disposition").find("%E5%8F%B0%E8%B4%A6-" + day + ".xlsx") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_gbk_cannot_show_is_said_before_the_download_and_left_to_the_person) {
  const Person unit = make_unit();
  Browser browser{unit};
  add(unit, "示范²秤𠮷²");
  const Page told = wish(browser, "", "op_gb18030");
  BOOST_TEST(told.status() == 422);
  BOOST_TEST(told.has("有 3 处字符在 GBK 中没有（2 种）"));
  BOOST_TEST(told.has("<strong>𠮷</strong>（1 处）"));
  BOOST_TEST(told.has("op_gb18030_anyway"));
  BOOST_TEST(told.has("op_csv"));
  const Page anyway = browser.get(wish(browser, "", "op_gb18030_anyway").location());
  BOOST_TEST(base::decode_file(anyway.html()).value_or("").find("示范²秤𠮷²") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_large_xlsx_becomes_a_job_and_a_unit_has_three_at_once) {
  const Person unit = make_unit();
  Browser browser{unit};
  const std::string id = std::to_string(add(unit, "批秤"));
  sql("insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, "
      "manufacturer, "
      "origin, division_code, place, use, delivery) select unit_id, name, kind_id, mode, model, measuring_range, accuracy, "
      "'B' || n, manufacturer, origin, division_code, place, use, delivery from instruments, generate_series(1, 2000) n where id "
      "= " +
      id);
  BOOST_TEST(browser.get("/ledger/export").has("在后台生成"));
  const Page straight = browser.get("/ledger/export/file?as=xlsx");
  BOOST_TEST(straight.location() == "/ledger/export");
  const Fields form = with(fields_of(browser.get("/ledger/export").html(), "/ledger/export"), {{"op_xlsx", "x"}});
  const Page first = browser.post("/ledger/export", form), again = browser.post("/ledger/export", form);
  BOOST_TEST(first.location().rfind("/ledger/jobs/", 0) == 0U);
  BOOST_TEST(again.location() == first.location());  // a double click is one job
  BOOST_TEST(browser.post("/ledger/export", with(form, {{"with_ids", ""}})).status() == 409);
  BOOST_TEST(wish(browser, "", "op_xlsx").status() == 303);
  BOOST_TEST(wish(browser, "", "op_xlsx").status() == 303);
  const Page fourth = wish(browser, "", "op_xlsx");
  BOOST_TEST(fourth.status() == 422);
  BOOST_TEST(fourth.has("3 项后台任务"));
  BOOST_TEST(count("select count(*) from jobs where unit_id = " + std::to_string(unit.unit_id)) == 3);
  const Page csv = browser.get(wish(browser, "", "op_csv").location());
  BOOST_TEST(times(csv.html(), "\r\n") == 2002U);
}

BOOST_AUTO_TEST_CASE(an_export_job_leaves_one_file_that_its_row_names) {
  const Person unit = make_unit();
  for (int n = 0; n < 3; ++n) add_instrument(unit.unit_id, scale());
  store::Db pages = connection("qj_ledger");
  BOOST_REQUIRE(store::find_session(pages, base::sha256_hex(unit.cookie), today()));
  const auto ask = [&] {
    return pages.transaction({unit.user_id, unit.login, "request-1"}, [&](store::Tx& tx) {
      return store::create_job(tx, unit.unit_id, "export", {{"file", store::to_json(whole_ledger())}, {"shown", "台账-1"}});
    });
  };
  const base::Config config = base::Config::load();
  store::Db db = connection("qj_jobs");
  while (jobs::run_one(config, db)) {  // what other tests left
  }
  const std::size_t before = files_in(config.files);
  const long long id = ask();
  BOOST_TEST(jobs::run_one(config, db));
  const auto done = store::find_job(pages, unit.unit_id, id);
  BOOST_REQUIRE(done);
  BOOST_TEST(done->state == "done");
  BOOST_TEST(done->outcome.at("rows") == 3);
  BOOST_TEST(done->file_shown == "台账-1");
  BOOST_TEST(std::filesystem::file_size(config.files + "/" + done->file_name) > 1000U);
  BOOST_TEST(files_in(config.files) == before + 1);
  // One whose process died: begun anew once its lease has ended, with a file of its own.
  const long long killed = ask();
  sql("update jobs set state = 'running', attempts = 1, lease_until = now() - interval '1 second' where id = " +
      std::to_string(killed));
  BOOST_TEST(jobs::run_one(config, db));
  BOOST_TEST(store::find_job(pages, unit.unit_id, killed)->state == "done");
  // One that somebody else has finished meanwhile gets no second result, and the file goes.
  const long long late = ask();
  const auto claimed = store::claim_job(db);
  BOOST_REQUIRE(claimed);
  sql("update jobs set state = 'failed' where id = " + std::to_string(late));
  BOOST_CHECK_THROW(jobs::export_ledger({config, db, *claimed, today()}), std::exception);
  BOOST_TEST(files_in(config.files) == before + 2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(labels)

BOOST_AUTO_TEST_CASE(a_sheet_holds_each_instruments_label_with_its_code) {
  const Person unit = make_unit();
  Browser browser{unit};
  BOOST_TEST(browser.get("/ledger/labels").has("没有可以打印标签的器具"));
  const long long one = add(unit, "甲<b>秤"), two = add(unit, "乙秤"), never = add_instrument(unit.unit_id, scale());
  sql("update instruments set state = 'scrapped' where id = " + std::to_string(two));
  const Page page = browser.get("/ledger/labels?label=50x30");
  BOOST_TEST(times(page.html(), "<div class=\"label\">") == 2U);
  BOOST_TEST(times(page.html(), "<svg ") == 2U);
  BOOST_TEST(page.has("sheet-50x30"));
  BOOST_TEST(page.has("labels.css"));
  BOOST_TEST(page.has("甲&lt;b&gt;秤"));
  BOOST_TEST(page.has("有效期至 <strong>" + today().plus_days(100).iso()));
  BOOST_TEST(page.has("<strong>未检定</strong>"));
  BOOST_TEST(page.has("报废的 1 条不打印标签"));
  const Page chosen = browser.get("/ledger/labels?label=nonsense&id=" + std::to_string(one) + "&id=" + std::to_string(never) +
                                  "&name=%E7%94%B2&ie=%E2%9C%93");
  BOOST_TEST(times(chosen.html(), "<div class=\"label\">") == 1U);
  BOOST_TEST(chosen.has("sheet-60x40"));
  Browser other{make_unit()};
  BOOST_TEST(times(other.get("/ledger/labels?id=" + std::to_string(one)).html(), "<svg ") == 0U);
}

BOOST_AUTO_TEST_CASE(more_than_five_hundred_are_refused_with_a_way_to_narrow) {
  const Person unit = make_unit();
  Browser browser{unit};
  const std::string id = std::to_string(add(unit, "批秤"));
  sql("insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, "
      "manufacturer, "
      "origin, division_code, place, use, delivery) select unit_id, name, kind_id, mode, model, measuring_range, accuracy, "
      "'B' || n, manufacturer, origin, division_code, place, use, delivery from instruments, generate_series(1, 500) n where id "
      "= " +
      id);
  const Page page = browser.get("/ledger/labels");
  BOOST_TEST(page.has("共 501 条，一次最多打印 500 张标签"));
  BOOST_TEST(times(page.html(), "<svg ") == 0U);
  BOOST_TEST(times(browser.get("/ledger/labels?tab=not_verified").html(), "<svg ") == 500U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(validity)

BOOST_AUTO_TEST_CASE(a_code_shows_what_the_public_may_know_and_nobodys_name) {
  const Person unit = make_unit();
  const long long id = add(unit, "示范<b>秤", -5);
  const std::string place = "示范机密大厅",
                    unit_name = text_of("select name from units where id = " + std::to_string(unit.unit_id));
  sql("update instruments set place = '" + place +
      "', remark = '机密备注', management_number = 'GL-77' where id = " + std::to_string(id));
  Browser signed_in{unit}, nobody;
  for (Browser* browser : {&signed_in, &nobody}) {
    const Page page = browser->get("/query/validity?c=" + code_of(id));
    BOOST_TEST(page.status() == 200);
    BOOST_TEST(page.has("已超期 5 天"));
    BOOST_TEST(page.has(unit_name));
    BOOST_TEST(page.has("示范&lt;b&gt;秤"));
    BOOST_TEST(page.has("单位填报（未经检定机构确认）"));
    BOOST_TEST(page.has("查询结果仅供参考，以检定印证为准"));
    BOOST_TEST(page.has("12315"));
    for (const std::string& secret :
         {place, std::string("机密备注"), std::string("GL-77"), std::string("13800138000"), std::string("op_logout"),
          text_of("select serial_number from instruments where id = " + std::to_string(id))})
      BOOST_TEST(!page.has(secret), secret);
    BOOST_TEST(page.header("Cache-Control") == "no-store");
  }
  sql("update instruments set last_result = 'pass', valid_until = current_date + 9 where id = " + std::to_string(id));
  BOOST_TEST(!nobody.get("/query/validity?c=" + code_of(id)).has("单位填报"));
  sql("update instruments set state = 'stopped' where id = " + std::to_string(id));
  BOOST_TEST(nobody.get("/query/validity?c=" + code_of(id)).has(">停用<"));
}

BOOST_AUTO_TEST_CASE(every_code_that_shows_nothing_gets_the_same_answer) {
  const Person unit = make_unit();
  const long long scrapped = add(unit, "旧秤"), suspended = add(make_unit("suspended"), "停秤");
  sql("update instruments set state = 'scrapped' where id = " + std::to_string(scrapped));
  Browser nobody;
  const auto answer = [&](const std::string& code) {
    const Page page = nobody.get("/query/validity?c=" + code);
    BOOST_TEST(page.status() == 404, code);
    BOOST_TEST(page.has("没有查到对应的器具"), code);
    return std::regex_replace(page.html(), std::regex("test-[0-9]+"), "");
  };
  const std::string unknown = answer("00000000000000000000000000000000");
  for (const std::string& code : {code_of(scrapped), code_of(suspended), std::string("abc"), std::string("%3Cb%3E%22%27%26"),
                                  std::string("%7B%7BX%7D%7D"), std::string("%27%20or%201%3D1--"), std::string(4000, 'a')})
    BOOST_TEST(answer(code) == unknown, code.substr(0, 40));
  BOOST_TEST(nobody.get("/query/validity").status() == 200);
  BOOST_TEST(nobody.get("/query/validity?c=").has("请用手机扫描"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(calendars)

BOOST_AUTO_TEST_CASE(an_address_is_shown_once_serves_the_filters_dates_and_ends_when_it_is_revoked) {
  const Person unit = make_unit();
  add(unit, "甲秤", 10);
  add(unit, "乙秤", -10);
  Browser browser{unit};
  BOOST_TEST(browser.get("/ledger/calendars").has("还没有日历地址"));
  const Page made = browser.submit("/ledger/calendars?tab=overdue",
                                   {{"calendar_name", "我的<b>,日历"}, {"calendar_source", "current"}, {"op_add", "x"}});
  BOOST_TEST(made.status() == 200);
  BOOST_TEST(made.header("Cache-Control") == "no-store");
  const std::string address = address_on(made);
  BOOST_TEST(count("select count(*) from calendar_feeds where name like '我的%' and token_hash = sha256(convert_to('" +
                   address.substr(address.find('=') + 1) + "', 'UTF8'))") == 1);
  Browser nobody;
  const Page calendar = nobody.get(address);
  BOOST_TEST(calendar.status() == 200);
  BOOST_TEST(calendar.response.content_type == "text/calendar; charset=utf-8");
  BOOST_TEST(calendar.has("SUMMARY:1 台器具到期：乙秤\r\n"));
  BOOST_TEST(!calendar.has("甲秤"));
  BOOST_TEST(calendar.has("X-WR-CALNAME:我的<b>\\,日历\r\n"));
  const Page list = browser.get("/ledger/calendars");
  BOOST_TEST(list.has("我的&lt;b&gt;,日历"));
  BOOST_TEST(!list.has(address.substr(address.find('=') + 1)));
  const std::string revoke = between(list.html(), "href=\"/ledger/calendars/", "\"");
  Browser colleague{make_member(unit, "worker")};
  BOOST_TEST(colleague.get("/ledger/calendars/" + revoke).status() == 404);  // each has their own
  BOOST_TEST(browser.submit("/ledger/calendars/" + revoke, {{"op_revoke", "x"}}).location() == "/ledger/calendars");
  BOOST_TEST(nobody.get(address).status() == 404);
}

BOOST_AUTO_TEST_CASE(the_worker_that_served_a_calendar_serves_the_next_visitor_nothing_of_it) {
  const Person unit = make_unit();
  add(unit, "甲秤", 10);
  Browser browser{unit}, nobody;
  const std::string address = address_on(browser.submit("/ledger/calendars", {{"calendar_name", "全部"}, {"op_add", "x"}}));
  BOOST_TEST(nobody.get(address).has("甲秤"));
  BOOST_TEST(nobody.get("/ledger/calendar?k=none").status() == 404);
  BOOST_TEST(nobody.get("/ledger/calendar").status() == 404);
  BOOST_TEST(nobody.get("/ledger").status() == 303);
  Browser other{make_unit()};
  BOOST_TEST(nobody.get(address).has("甲秤"));
  BOOST_TEST(other.get("/ledger").has("台账里还没有器具"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_a_calendar_keeps_what_was_typed) {
  Browser browser{make_unit()};
  const Page none = browser.submit("/ledger/calendars", {{"calendar_name", "  "}, {"op_add", "x"}});
  BOOST_TEST(none.status() == 422);
  BOOST_TEST(none.has_error("calendar_name"));
  const Page source =
      browser.submit("/ledger/calendars", {{"calendar_name", "<b>名"}, {"calendar_source", "9"}, {"op_add", "x"}});
  BOOST_TEST(source.status() == 422);
  BOOST_TEST(source.has("value=\"&lt;b&gt;名\""));
  const std::string bell(1, '\x07');
  for (const std::string& name : {std::string(41, 'x'), bell})
    BOOST_TEST(browser.submit("/ledger/calendars", {{"calendar_name", name}, {"op_add", "x"}}).status() == 422);
}

BOOST_AUTO_TEST_SUITE_END()
