// The ledger's pages beyond one instrument: filters that are kept, columns, changes of many, copies, rotation, the overview,
// jobs.
#include "common/in_order.h"
#include "domain/values/date.h"
#include "jobs/jobs.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

struct Unit {
  Person person = make_unit();
  Browser browser{person};
  long long add(const std::string& name, const std::string& more = "") {
    auto values = scale();
    values.name = name;
    const long long id = add_instrument(person.unit_id, values);
    if (!more.empty()) sql("update instruments set " + more + " where id = " + std::to_string(id));
    return id;
  }
  std::string field(long long id, const std::string& column) {
    return text_of("select " + column + " from instruments where id = " + std::to_string(id));
  }
  long long rows() { return count("select count(*) from instruments where unit_id = " + std::to_string(person.unit_id)); }
};

std::string path_of(long long id) { return "/ledger/" + std::to_string(id); }
std::string due(int days) {
  return "last_result = 'declared', verified_on = '" + today().plus_days(days - 300).iso() + "', valid_until = '" +
         today().plus_days(days).iso() + "'";
}

void run_jobs() {
  store::Db db = connection("qj_jobs");
  const base::Config config = base::Config::load();
  while (jobs::run_one(config, db)) {
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_many)

BOOST_AUTO_TEST_CASE(the_bell_counts_what_asks_for_something_and_leads_to_it) {
  Unit unit;
  BOOST_TEST(!unit.browser.get("/ledger").has("bell-count"));
  unit.add("红秤", due(-3));
  unit.add("黄秤", due(3));
  unit.add("好秤", due(300));
  unit.add("未检秤");
  BOOST_TEST(unit.browser.get("/ledger?tab=all").has("<span class=\"bell-count\">2</span>"));
  BOOST_TEST(unit.browser.get("/ledger/due").location() == "/ledger?tab=due");
  const Page list = unit.browser.get("/ledger?tab=due");
  BOOST_TEST(list.has("<h1>到期提醒</h1>"));
  BOOST_TEST(list.has("红秤"));
  BOOST_TEST(list.has("黄秤"));
  BOOST_TEST(!list.has("好秤"));
  BOOST_TEST(!list.has("未检秤"));
}

BOOST_AUTO_TEST_CASE(the_overview_shows_numbers_that_lead_to_the_list_and_a_chart_with_its_table) {
  Unit unit;
  BOOST_TEST(unit.browser.get("/ledger/overview").has("台账里还没有器具"));
  unit.add("红秤", due(-40));
  unit.add("黄秤", due(0));
  const Page page = unit.browser.get("/ledger/overview");
  BOOST_TEST(page.has("/ledger?tab=overdue&amp;ie=%E2%9C%93\"><span class=\"tile-number\">1</span>"));
  BOOST_TEST(page.has("<svg"));
  BOOST_TEST(page.has("<td class=\"number\">1</td>"));
}

BOOST_AUTO_TEST_CASE(columns_are_remembered_for_the_person_alone) {
  Unit unit;
  unit.add("电子秤", "measuring_range = '专有范围', place = '某大厅'");
  BOOST_TEST(!unit.browser.get("/ledger").has("专有范围"));
  const Page saved = unit.browser.submit(
      "/ledger/columns",
      {{"show_place", ""}, {"show_measuring_range", "yes"}, {"place_measuring_range", "1"}, {"op_save", "保存"}});
  BOOST_TEST(saved.location() == "/ledger");
  const Page list = unit.browser.get("/ledger");
  BOOST_TEST(list.has("专有范围"));
  BOOST_TEST(in_order(list.html(), {"测量范围", "器具名称</a></th>"}));
  Browser colleague{make_member(unit.person, "worker")};
  BOOST_TEST(!colleague.get("/ledger").has("专有范围"));
  BOOST_TEST(unit.browser.submit("/ledger/columns", {{"op_usual", "恢复通常的列"}}).status() == 303);
  BOOST_TEST(!unit.browser.get("/ledger").has("专有范围"));
}

BOOST_AUTO_TEST_CASE(a_saved_filter_is_offered_and_the_default_one_opens_the_ledger) {
  Unit unit;
  unit.add("红秤", due(-3));
  unit.add("好秤", due(300));
  const std::string form = "/ledger/filters?tab=overdue&name=%E7%A7%A4&ie=%E2%9C%93";
  BOOST_TEST(unit.browser.get(form).has("已超期"));
  BOOST_TEST(unit.browser.submit(form, {{"filter_name", ""}, {"op_save", "保存"}}, "/ledger/filters").has_error("filter_name"));
  const Page saved =
      unit.browser.submit(form, {{"filter_name", "急<b>"}, {"as_default", "yes"}, {"op_save", "保存"}}, "/ledger/filters");
  BOOST_TEST(saved.status() == 303);
  BOOST_TEST(
      unit.browser.submit(form, {{"filter_name", "急<b>"}, {"op_save", "保存"}}, "/ledger/filters").has_error("filter_name"));
  const Page opened = unit.browser.get("/ledger");
  BOOST_TEST(opened.status() == 303);
  const Page list = unit.browser.get(opened.location());
  BOOST_TEST(list.has("红秤"));
  BOOST_TEST(!list.has("好秤"));
  BOOST_TEST(list.has("急&lt;b&gt;"));
  BOOST_TEST(unit.browser.get("/ledger?tab=all").has("好秤"));
  const std::string id = text_of("select id from saved_filters where unit_id = " + std::to_string(unit.person.unit_id));
  const std::string one = "/ledger/filters/" + id;
  BOOST_TEST(Browser{make_unit()}.get("/ledger/filters").has("还没有已存的条件"));
  BOOST_TEST(unit.browser.submit("/ledger/filters", {{"op_no_default", "x"}}, one).status() == 303);
  BOOST_TEST(unit.browser.get("/ledger").status() == 200);
  BOOST_TEST(unit.browser.submit("/ledger/filters", {{"op_remove", "x"}}, one).status() == 303);
  BOOST_TEST(!unit.browser.get("/ledger").has("急&lt;b&gt;"));
}

BOOST_AUTO_TEST_CASE(one_instrument_is_stopped_with_a_reason_enabled_and_scrapped_for_good) {
  Unit unit;
  const long long id = unit.add("电子秤", due(-3));
  const auto ask = [&](const std::string& op) { return "/ledger/bulk?op_" + op + "=1&id=" + std::to_string(id); };
  const auto confirm = [&](const std::string& op, const std::string& reason) {
    return unit.browser.submit(ask(op), {{"act_reason", reason}, {"op_confirm", "1"}}, "/ledger/bulk");
  };
  const Page empty = confirm("stop", " ");
  BOOST_TEST(empty.status() == 422);
  BOOST_TEST(empty.has_error("act_reason"));
  BOOST_TEST(confirm("stop", std::string(201, 'x')).has_error("act_reason"));
  BOOST_TEST(confirm("stop", "闲置").location() == path_of(id));
  BOOST_TEST(unit.field(id, "state || state_reason") == "stopped闲置");
  BOOST_TEST(confirm("enable", "").location() == path_of(id));
  BOOST_TEST(unit.browser.get(path_of(id)).has("已超期 3 天"));
  BOOST_TEST(confirm("scrap", "损坏").status() == 303);
  BOOST_TEST(unit.field(id, "state") == "scrapped");
  const Page again = unit.browser.get(ask("enable"));
  BOOST_TEST(again.has("已报废，不能再变更"));
  BOOST_TEST(!again.has("op_confirm"));
  BOOST_TEST(unit.browser.get(path_of(id) + "/edit").status() == 409);
}

BOOST_AUTO_TEST_CASE(all_that_match_are_changed_not_only_the_page_and_the_rest_is_told) {
  Unit unit;
  for (int n = 0; n < 25; ++n) unit.add("批量秤");
  unit.add("批量秤", "state = 'stopped'");
  const long long other = unit.add("别的秤");
  const std::string ask = "/ledger/bulk?scope=all&name=%E6%89%B9%E9%87%8F&op_stop=1&id=" + std::to_string(other);
  const Page page = unit.browser.get(ask);
  BOOST_TEST(page.has("<strong>25</strong>"));
  BOOST_TEST(page.has("已经停用"));
  const Page done = unit.browser.submit(ask, {{"act_reason", "停业"}, {"op_confirm", "1"}}, "/ledger/bulk");
  BOOST_TEST(done.status() == 303);
  const Page outcome = unit.browser.get(done.location());
  BOOST_TEST(outcome.has("<strong>25</strong>"));
  BOOST_TEST(outcome.has("已经停用"));
  BOOST_TEST(unit.field(other, "state") == "in_use");
  BOOST_TEST(count("select count(*) from audit where action = 'instrument.stop' and unit_id = " +
                   std::to_string(unit.person.unit_id)) == 25);
}

BOOST_AUTO_TEST_CASE(ticked_ones_only_and_nothing_ticked_changes_nothing) {
  Unit unit;
  const long long one = unit.add("一"), two = unit.add("二");
  BOOST_TEST(unit.browser.get("/ledger/bulk?scope=chosen&op_remove=1").has("没有勾选器具"));
  const std::string ask = "/ledger/bulk?scope=chosen&op_remove=1&id=" + std::to_string(one);
  const Fields form = with(fields_of(unit.browser.get(ask).html(), "/ledger/bulk"), {{"act_reason", ""}, {"op_confirm", "1"}});
  Fields lost;  // a body that lost its ids must not mean the whole ledger
  for (const auto& field : form)
    if (field.first != "id") lost.push_back(field);
  BOOST_TEST(unit.browser.post("/ledger/bulk", lost).status() == 400);
  BOOST_TEST(unit.rows() == 2);
  BOOST_TEST(unit.browser.post("/ledger/bulk", form).status() == 303);
  BOOST_TEST(unit.rows() == 1);
  BOOST_TEST(unit.field(two, "state") == "in_use");
  Unit stranger;
  BOOST_TEST(stranger.browser.get("/ledger/bulk?op_scrap=1&id=" + std::to_string(two)).has("没有可以报废的器具"));
}

BOOST_AUTO_TEST_CASE(more_than_a_page_may_wait_for_is_a_job_that_everybody_of_the_unit_sees) {
  Unit unit;
  unit.add("样秤");
  sql("insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, "
      "manufacturer, origin, "
      "division_code, place, use, delivery) select unit_id, name, kind_id, mode, model, measuring_range, accuracy, 'N' || "
      "n, "
      "manufacturer, origin, division_code, place, use, delivery from instruments, generate_series(1, 600) n where unit_id "
      "= " +
      std::to_string(unit.person.unit_id));
  const Page asked =
      unit.browser.submit("/ledger/bulk?scope=all&op_scrap=1", {{"act_reason", "搬迁"}, {"op_confirm", "1"}}, "/ledger/bulk");
  const Page waiting = unit.browser.get(asked.location());
  BOOST_TEST(waiting.has("等待处理"));
  BOOST_TEST(waiting.header("Refresh") == "2");
  run_jobs();
  const Page done = unit.browser.get(asked.location());
  BOOST_TEST(done.has("<strong>601</strong>"));
  BOOST_TEST(done.header("Refresh") == "");
  BOOST_TEST(count("select count(*) from instruments where state = 'scrapped' and unit_id = " +
                   std::to_string(unit.person.unit_id)) == 601);
  BOOST_TEST(Browser{make_member(unit.person, "viewer")}.get("/ledger/jobs").has("批量变更"));
  BOOST_TEST(Browser{make_unit()}.get(asked.location()).status() == 404);
  BOOST_TEST(unit.browser.get(asked.location() + "/file").status() == 404);
}

BOOST_AUTO_TEST_CASE(a_copy_leaves_out_what_belongs_to_the_one_device) {
  Unit unit;
  const long long id = unit.add("电子秤", due(100) + ", management_number = 'GL-1', certificate_number = 'Z-9'");
  const Page form = unit.browser.get(path_of(id) + "/copy");
  BOOST_TEST(form.has("value=\"电子秤\""));
  BOOST_TEST(form.has("autofocus"));
  for (const char* gone : {"GL-1", "Z-9"}) BOOST_TEST(!form.has(gone));
  const Page made = unit.browser.submit(path_of(id) + "/copy", {{"serial_number", "K-1"}, {"op_save", "保存"}});
  BOOST_TEST(made.status() == 303);
  BOOST_TEST(unit.rows() == 2);
  BOOST_TEST(Browser{make_unit()}.get(path_of(id) + "/copy").status() == 404);
}

BOOST_AUTO_TEST_CASE(many_copies_come_from_a_run_of_serial_numbers_or_not_at_all) {
  Unit unit;
  const long long id = unit.add("电子秤");
  const auto copy = [&](const Fields& fields) {
    return unit.browser.submit(path_of(id) + "/copy", with(fields, {{"op_save", "保存"}}));
  };
  BOOST_TEST(copy({{"serial_numbers", "A3~A1"}}).has_error("serial_numbers"));
  BOOST_TEST(copy({{"serial_numbers", "A1~A3"}, {"serial_number", "B"}}).has_error("serial_number"));
  BOOST_TEST(unit.rows() == 1);
  const Page made = copy({{"serial_numbers", "A08~A12\nB1"}});
  BOOST_TEST(made.status() == 303);
  BOOST_TEST(unit.rows() == 7);
  BOOST_TEST(unit.browser.get(made.location()).has("A10"));
  const Page again = copy({{"serial_numbers", "A12~A13"}});
  BOOST_TEST(again.status() == 422);
  BOOST_TEST(again.has("accept_duplicate"));
  BOOST_TEST(copy({{"serial_numbers", "A12~A13"}, {"accept_duplicate", "yes"}}).status() == 303);
}

BOOST_AUTO_TEST_CASE(a_rotation_scraps_the_old_meter_and_opens_the_new_one_in_one_act) {
  Unit unit;
  const std::string meter =
      "kind_id = (select id from catalogue_kinds where mode = 'first_rotate' order by id limit 1), mode = "
      "'first_rotate', use = (select uses[1] from catalogue_kinds where mode = 'first_rotate' order by id limit 1), ";
  const long long id = unit.add("水表", meter + due(-3));
  BOOST_TEST(unit.browser.get(path_of(unit.add("电子秤")) + "/rotate").status() == 409);
  const Page bad = unit.browser.submit(path_of(id) + "/rotate", {{"op_save", "保存"}});
  BOOST_TEST(bad.status() == 422);
  BOOST_TEST(unit.field(id, "state") == "in_use");
  const Page done = unit.browser.submit(path_of(id) + "/rotate", {{"serial_number", "W-2"}, {"op_save", "保存"}});
  BOOST_TEST(done.status() == 303);
  BOOST_TEST(unit.field(id, "state || state_reason") == "scrapped到期轮换");
  BOOST_TEST(unit.browser.get(done.location()).has("W-2"));
  BOOST_TEST(unit.browser.get(path_of(id) + "/rotate").status() == 409);
}

BOOST_AUTO_TEST_CASE(an_open_appointment_keeps_what_the_instrument_is) {
  Unit unit;
  const long long id = unit.add("电子秤", "appointment_id = 5, ever_submitted = true, appointment_number = 'YY-1'");
  BOOST_TEST(unit.browser.get("/ledger?tab=booked").has("YY-1"));
  const Page refused = unit.browser.submit(path_of(id) + "/edit", {{"serial_number", "X-9"}, {"op_save", "保存"}});
  BOOST_TEST(refused.status() == 422);
  BOOST_TEST(refused.has_error("serial_number"));
  BOOST_TEST(refused.has("X-9"));
  BOOST_TEST(unit.browser.submit(path_of(id) + "/edit", {{"place", "二楼"}, {"op_save", "保存"}}).status() == 303);
  BOOST_TEST(unit.field(id, "place") == "二楼");
}

BOOST_AUTO_TEST_CASE(save_and_go_on_opens_an_empty_form) {
  Unit unit;
  const long long like = unit.add("电子秤");
  const std::string copy = path_of(like) + "/copy";
  Fields typed = with(fields_of(unit.browser.get("/ledger/new").html(), "/ledger/new"), {{"op_save_next", "x"}});
  for (const auto& field : fields_of(unit.browser.get(copy).html(), copy))
    if (field.first != "token" && field.first != "serial_numbers" && field.first != "op_save") typed = with(typed, {field});
  const Page next = unit.browser.post("/ledger/new", with(typed, {{"serial_number", "NEXT-1"}}));
  BOOST_TEST(next.location() == "/ledger/new");
  BOOST_TEST(unit.rows() == 2);
}

BOOST_AUTO_TEST_CASE(the_print_view_has_every_row_and_says_with_which_filter) {
  Unit unit;
  for (int n = 0; n < 30; ++n) unit.add("打印秤");
  unit.add("别的");
  const Page page = unit.browser.get("/ledger/print?name=%E6%89%93%E5%8D%B0");
  BOOST_TEST(page.has("共 30 条"));
  BOOST_TEST(page.has("器具名称：打印"));
  BOOST_TEST(!page.has("别的"));
}

BOOST_AUTO_TEST_CASE(who_only_looks_is_offered_no_change) {
  Unit unit;
  const long long id = unit.add("电子秤");
  Browser viewer{make_member(unit.person, "viewer")};
  BOOST_TEST(!viewer.get("/ledger").has("op_scrap"));
  BOOST_TEST(viewer.get("/ledger/bulk?op_scrap=1&id=" + std::to_string(id)).status() == 403);
  BOOST_TEST(viewer.get(path_of(id) + "/copy").status() == 403);
}

BOOST_AUTO_TEST_SUITE_END()
