// A unit's appointments as pages: chosen from the ledger, split by institution, saved, submitted, taken back, cancelled, printed.
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

const std::string hostile = "<b>\"'&</b>{{X}}";

std::string text(long long n) { return std::to_string(n); }

// Serves scales at the tests' place; ways: "true, true" for 送检 and 现场检定.
long long institution(const std::string& ways = "true, true", const std::string& range = "") {
  const std::string name = unique("示范检定所");
  sql("insert into institutions (name, division_code, phone) values ('" + name + "', '" + leaf_division() + "', '010-87654321')");
  const long long id = count("select id from institutions where name = '" + name + "'");
  sql("insert into institution_kinds (institution_id, kind_id, measuring_range, accuracy, send_in, on_site) values (" + text(id) +
      ", " + text(scale_kind()) + ", '" + range + "', '', " + ways + ")");
  return id;
}

// Nobody else serves scales while a test is about who does.
struct OnlyOurs {
  OnlyOurs() { sql("delete from institution_kinds"); }
};

struct Unit : OnlyOurs {
  Person person = make_unit();
  Browser browser{person};
  long long add(const std::string& name = "电子秤", const std::string& more = "") {
    auto values = scale();
    values.name = name;
    const long long id = add_instrument(person.unit_id, values);
    if (!more.empty()) sql("update instruments set " + more + " where id = " + text(id));
    return id;
  }
  Page make(const std::vector<long long>& ids, const std::string& op, const Fields& more = {}) {
    std::string query = "/appointments/new";
    for (const long long id : ids) query += (query.find('?') == std::string::npos ? "?id=" : "&id=") + text(id);
    return browser.submit(query, with(with(header(), more), {{op, "x"}}), "/appointments/new");
  }
  static Fields header() {
    return {{"contact", "张三"}, {"phone", "13800138000"}, {"unit_address", "示范路 1 号"}, {"expected_on", ""}, {"remark", ""}};
  }
  long long made() { return count("select count(*) from appointments where unit_id = " + text(person.unit_id)); }
  std::string state(const std::string& path) {
    return text_of("select state from appointments where id = " + path.substr(path.rfind('/') + 1));
  }
};

void answer(const std::string& path, const std::string& change, const std::string& only = "") {
  sql("update appointment_lines set " + change + " where appointment_id = " + path.substr(path.rfind('/') + 1) + " " + only);
}
const std::string accepted =
    "state = 'accepted', planned_on = current_date + 3, planned_place = '示范大厅<b>', planned_bring = "
    "'铭牌照片', answered_at = now(), answered_by = '示范所'";

}  // namespace

BOOST_AUTO_TEST_SUITE(appointments)

BOOST_AUTO_TEST_CASE(an_empty_list_says_what_next_and_tabs_have_their_sentences) {
  Unit unit;
  const Page empty = unit.browser.get("/appointments");
  BOOST_TEST(empty.status() == 200);
  BOOST_TEST(empty.has("还没有预约单"));
  for (const char* words : {"已暂存，尚未提交", "等待计量技术机构受理", "请到预约单详情查看受理结果"})
    BOOST_TEST(empty.has(words));
  institution();
  BOOST_TEST(unit.make({unit.add()}, "op_save").status() == 303);
  BOOST_TEST(unit.browser.get("/appointments?state=draft").has("已暂存，尚未提交</span>"));
  BOOST_TEST(unit.browser.get("/appointments?state=submitted").has("没有这一状态的预约单"));
  BOOST_TEST(unit.browser.get("/appointments?instrument=%E6%97%A0%E6%AD%A4&ie=%E2%9C%93").has("没有符合条件的预约单"));
  BOOST_TEST(unit.browser.get("/appointments?instrument=%E7%94%B5%E5%AD%90&number=2026&page=99&ie=%E2%9C%93").status() == 200);
  BOOST_TEST(unit.browser.get("/appointments?from=x&to=%E4%BB%8A&state=x&delivery=x&number=%27%22%3Cb%3E").status() == 200);
}

BOOST_AUTO_TEST_CASE(ticked_instruments_come_from_the_ledger_and_go_to_the_institution_that_can_take_them) {
  Unit unit;
  const long long one = unit.add("一号秤"), two = unit.add(hostile);
  const long long ours = institution();
  const Page asked = unit.browser.get("/ledger/bulk?scope=chosen&op_book=1&id=" + text(one) + "&id=" + text(two));
  BOOST_TEST(asked.location().find("/appointments/new?id=" + text(one)) == 0);
  const Page form = unit.browser.get(asked.location());
  BOOST_TEST(form.has("已选择 <strong>2</strong> 条"));
  BOOST_TEST(form.has("本县（区）机构"));
  BOOST_TEST(form.has(text_of("select name from institutions where id = " + text(ours))));
  BOOST_TEST(!form.has(hostile));
  BOOST_TEST(form.has("value=\"13800138000\""));
  BOOST_TEST(unit.browser.get("/ledger/bulk?scope=chosen&op_book=1").location() == "/appointments/new");
  const Page all = unit.browser.get("/ledger/bulk?scope=all&op_book=1&name=%E4%B8%80%E5%8F%B7&ie=%E2%9C%93");
  BOOST_TEST(unit.browser.get(all.location()).has("已选择 <strong>1</strong> 条"));
  BOOST_TEST(unit.browser.get("/ledger?tab=all").has("/appointments/new?id=" + text(one)));
  BOOST_TEST(unit.browser.get("/ledger/" + text(one)).has("/appointments/new?id=" + text(one)));
}

BOOST_AUTO_TEST_CASE(what_is_due_is_chosen_in_one_click_and_the_picker_finds_the_rest) {
  Unit unit;
  institution();
  const std::string due =
      "last_result = 'declared', verified_on = '2020-01-01', valid_until = '" + today().plus_days(-3).iso() + "'";
  unit.add("过期秤", due);
  const long long later = unit.add("以后秤");
  unit.add("不合格秤", "last_result = 'fail', verified_on = '2020-01-01'");
  const Page form = unit.browser.get("/appointments/new?due=1");
  BOOST_TEST(form.has("已选择 <strong>1</strong> 条"));
  BOOST_TEST(form.has("修复后复检"));
  BOOST_TEST(unit.browser.get("/appointments/new").has("还没有选择器具"));
  const Page added =
      unit.browser.submit("/appointments/new", {{"op_due", "x"}, {"id", text(later)}, {"contact", hostile}}, "/appointments/new");
  BOOST_TEST(added.status() == 200);
  BOOST_TEST(added.has("已选择 <strong>2</strong> 条"));
  BOOST_TEST(added.has("&lt;b&gt;"));
  const Page found = unit.browser.submit("/appointments/new", {{"pick", "以后"}, {"op_find", "x"}}, "/appointments/new");
  BOOST_TEST(found.has("以后秤"));
  BOOST_TEST(!found.has("过期秤"));
  BOOST_TEST(unit.browser.submit("/appointments/new", {{"pick", hostile}, {"op_find", "x"}}, "/appointments/new")
                 .has("没有找到可以预约的器具"));
}

BOOST_AUTO_TEST_CASE(a_saved_appointment_is_submitted_and_shows_its_number_and_times) {
  Unit unit;
  institution();
  const long long id = unit.add();
  const Page saved = unit.make({id}, "op_save", {{"contact", ""}, {"unit_address", ""}});
  BOOST_TEST_REQUIRE(saved.status() == 303);
  const std::string path = saved.location();
  BOOST_TEST(unit.browser.get(path).has("已暂存，尚未提交"));
  BOOST_TEST(unit.browser.get("/appointments/new").has("已在待提交预约单"));
  const Page incomplete = unit.browser.submit(path, {{"op_submit", "x"}}, path + "/submit");
  BOOST_TEST(incomplete.status() == 422);
  BOOST_TEST(incomplete.has("预约信息不完整"));
  const Page edited = unit.browser.submit(path + "/edit", with(Unit::header(), {{"op_save", "x"}}));
  BOOST_TEST_REQUIRE(edited.location() == path);
  BOOST_TEST(unit.browser.submit(path, {{"op_submit", "x"}}, path + "/submit").location() == path);
  BOOST_TEST(unit.state(path) == "submitted");
  const Page shown = unit.browser.get(path);
  BOOST_TEST(shown.has("等待计量技术机构受理，已答复 0/1"));
  BOOST_TEST(shown.has("应于"));
  BOOST_TEST(unit.browser.get(path + "/edit").status() == 409);
  BOOST_TEST(unit.browser.get(path + "/remove").status() == 409);
  BOOST_TEST(unit.browser.get("/ledger/" + text(id)).has("href=\"" + path + "\""));
  BOOST_TEST(count("select count(*) from audit where action = 'appointment.submit' and unit_id = " + text(unit.person.unit_id)) ==
             1);
}

BOOST_AUTO_TEST_CASE(a_selection_for_several_institutions_and_ways_is_split_and_the_rest_is_told_whom_to_ask) {
  Unit unit;
  const long long send = institution("true, false"), site = institution("false, true");
  const long long one = unit.add("送检秤"), two = unit.add("现场秤", "delivery = 'on_site'");
  const long long three = unit.add("无人检", "kind_id = (select id from catalogue_kinds where kind_no <> 2 order by id limit 1)");
  sql("insert into departments (name, phone) values ('" + unique("示范局") + "', '12315-9')");
  sql("insert into department_units values ((select max(id) from departments), " + text(unit.person.unit_id) + ")");
  const std::string query = "?id=" + text(one) + "&id=" + text(two) + "&id=" + text(three);
  const Page form = unit.browser.get("/appointments/new" + query);
  BOOST_TEST(form.has("<strong>2</strong> 张预约单"));
  BOOST_TEST(form.has("暂无机构可以检定的器具，1 条"));
  BOOST_TEST(form.has("12315-9"));
  const Page made = unit.make({one, two, three}, "op_submit");
  BOOST_TEST(made.location() == "/appointments?state=submitted");
  BOOST_TEST(unit.made() == 2);
  for (const long long i : {send, site})
    BOOST_TEST(count("select count(*) from appointments where institution_id = " + text(i)) == 1);
  const Page none = unit.make({three}, "op_submit");
  BOOST_TEST(none.status() == 422);
  BOOST_TEST(none.has("没有可以检定的机构"));
}

BOOST_AUTO_TEST_CASE(a_person_may_choose_another_institution) {
  Unit unit;
  const long long first = institution(), second = institution();
  const long long id = unit.add();
  BOOST_TEST(unit.browser.get("/appointments/new?id=" + text(id)).has("to_" + text(id)));
  BOOST_TEST(unit.make({id}, "op_save", {{"to_" + text(id), text(second) + ":on_site"}}).status() == 303);
  BOOST_TEST(count("select count(*) from appointments where delivery = 'on_site' and institution_id = " + text(second)) == 1);
  BOOST_TEST(unit.make({id}, "op_save", {{"to_" + text(id), "999999:send_in"}}).status() == 303);
  BOOST_TEST(count("select count(*) from appointments where institution_id = " + text(first)) == 1);
}

BOOST_AUTO_TEST_CASE(a_whole_group_may_be_sent_elsewhere_at_once) {
  Unit unit;
  const long long first = institution(), second = institution("false, true");
  const std::vector<long long> ids = {unit.add("一号"), unit.add("二号")};
  const std::string group = "group_" + text(first) + ":send_in";
  BOOST_TEST(unit.browser.get("/appointments/new?id=" + text(ids[0]) + "&id=" + text(ids[1])).has("name=\"" + group + "\""));
  const Page other = unit.make(ids, "op_plan", {{group, text(second) + ":on_site"}});
  BOOST_TEST(other.status() == 200);
  BOOST_TEST(other.has("：现场检定，2 条"));
  BOOST_TEST(unit.make(ids, "op_save", {{group, text(second) + ":on_site"}}).status() == 303);
  BOOST_TEST(count("select sum(line_count) from appointments where institution_id = " + text(second)) == 2);
  BOOST_TEST(unit.make(ids, "op_plan", {{group, "x:<b>"}}).status() == 200);
}

BOOST_AUTO_TEST_CASE(mistakes_are_told_beside_their_fields_and_nothing_typed_is_lost) {
  Unit unit;
  institution();
  const long long id = unit.add();
  const Page bad = unit.make({id}, "op_submit",
                             {{"contact", ""},
                              {"phone", "１２"},
                              {"expected_on", "2001-1-1"},
                              {"remark", hostile},
                              {"unit_address", std::string(201, 'x')}});
  BOOST_TEST(bad.status() == 422);
  for (const char* field : {"contact", "phone", "expected_on", "unit_address"}) BOOST_TEST(bad.has_error(field));
  BOOST_TEST(bad.has("日期不能早于今天"));
  BOOST_TEST(bad.has("{{X}}"));
  BOOST_TEST(bad.has("value=\"" + text(id) + "\" id=\"c-" + text(id) + "\" checked"));
  BOOST_TEST(unit.make({}, "op_save").has("还没有选择器具"));
  BOOST_TEST(unit.made() == 0);
}

BOOST_AUTO_TEST_CASE(conflicts_are_told_beside_their_lines_and_nothing_is_half_done) {
  Unit unit;
  institution();
  const long long free = unit.add("空闲秤"), taken = unit.add("在途秤");
  const Page draft = unit.make({free, taken}, "op_save");
  const Page first = unit.make({taken}, "op_submit");
  const std::string number = text_of("select number from appointments where id = " + first.location().substr(14));
  const Page refused = unit.browser.submit(draft.location(), {{"op_submit", "x"}}, draft.location() + "/submit");
  BOOST_TEST(refused.status() == 422);
  BOOST_TEST(refused.has("已在预约单 " + number));
  BOOST_TEST(unit.state(draft.location()) == "draft");
  const Page again = unit.make({free, taken}, "op_submit");
  BOOST_TEST(again.status() == 422);
  BOOST_TEST(again.has("已在预约单 " + number));
  BOOST_TEST(unit.made() == 2);
  BOOST_TEST(count("select count(*) from instruments where appointment_id is not null and id = " + text(free)) == 0);
  Unit stranger;
  institution();
  const Page foreign = stranger.browser.get("/appointments/new?id=" + text(free));
  BOOST_TEST(foreign.has("已从台账中删除"));
  BOOST_TEST(!foreign.has("空闲秤"));
}

BOOST_AUTO_TEST_CASE(a_draft_loses_and_gains_lines_and_a_stale_form_is_a_409_that_keeps_what_was_typed) {
  Unit unit;
  institution();
  const long long one = unit.add("一号"), two = unit.add("二号");
  const std::string path = unit.make({one}, "op_save").location(), edit = path + "/edit";
  const Fields old = fields_of(unit.browser.get(edit).html(), edit);
  const Page added = unit.browser.submit(edit, {{"id", text(two)}, {"contact", "李四"}, {"op_save", "x"}});
  BOOST_TEST(added.location() == path);
  BOOST_TEST(count("select count(*) from appointment_lines where instrument_id = " + text(two)) == 1);
  const Page stale = unit.browser.post(edit, with(old, {{"contact", "王五"}, {"op_save", "x"}}));
  BOOST_TEST(stale.status() == 409);
  BOOST_TEST(stale.has("王五"));
  BOOST_TEST(text_of("select contact from appointments where id = " + path.substr(14)) == "李四");
  const std::string ask = path + "/remove";
  BOOST_TEST(unit.browser.get(ask).has("删除后不能恢复"));
  BOOST_TEST(unit.browser.submit(ask, {{"op_confirm", "x"}}).location() == "/appointments");
  BOOST_TEST(unit.made() == 0);
}

BOOST_AUTO_TEST_CASE(unanswered_goes_back_to_draft_and_later_only_the_waiting_lines) {
  Unit unit;
  institution();
  const long long one = unit.add("一号"), two = unit.add("二号");
  const std::string path = unit.make({one, two}, "op_submit").location(), ask = path + "/withdraw";
  const Fields old = fields_of(unit.browser.get(ask).html(), ask);
  answer(path, accepted, "and line_no = 1");
  BOOST_TEST(unit.browser.post(ask, with(old, {{"op_confirm", "x"}})).status() == 409);
  BOOST_TEST(unit.browser.get(path).has("已答复 1/2"));
  BOOST_TEST(unit.browser.get(ask).has("<strong>1</strong> 条"));
  BOOST_TEST(unit.browser.submit(ask, {{"op_confirm", "x"}}).location() == path);
  BOOST_TEST(unit.state(path) == "answered");
  BOOST_TEST(unit.browser.get(ask).status() == 409);
  const std::string whole = unit.make({two}, "op_submit").location();
  BOOST_TEST(unit.browser.submit(whole + "/withdraw", {{"op_confirm", "x"}}).location() == whole);
  BOOST_TEST(unit.state(whole) == "draft");
}

BOOST_AUTO_TEST_CASE(answers_results_and_a_cancelled_line_are_shown_and_the_rest_is_copied) {
  Unit unit;
  institution();
  const long long id = unit.add();
  const std::string path = unit.make({id}, "op_submit").location();
  answer(path, accepted);
  const Page shown = unit.browser.get(path);
  for (const char* words : {"全部受理", "示范大厅&lt;b&gt;", "请携带：铭牌照片", "计划日期"}) BOOST_TEST(shown.has(words));
  const std::string line = text_of("select id from appointment_lines where instrument_id = " + text(id));
  const std::string cancel = path + "/lines/" + line + "/cancel";
  BOOST_TEST(unit.browser.submit(cancel, {{"cancel_reason", " "}, {"op_confirm", "x"}}).has_error("cancel_reason"));
  const Fields old =
      with(fields_of(unit.browser.get(cancel).html(), cancel), {{"cancel_reason", "停产<b>"}, {"op_confirm", "x"}});
  sql("update appointment_lines set version = version + 1 where id = " + line);
  const Page stale = unit.browser.post(cancel, old);
  BOOST_TEST(stale.status() == 409);
  BOOST_TEST(stale.has("停产&lt;b&gt;"));
  BOOST_TEST(unit.browser.submit(cancel, {{"cancel_reason", "停产<b>"}, {"op_confirm", "x"}}).location() == path);
  const Page after = unit.browser.get(path);
  BOOST_TEST(after.has("本单位取消：停产&lt;b&gt;"));
  BOOST_TEST(after.has("/appointments/new?copy="));
  BOOST_TEST(unit.browser.get(cancel).status() == 409);
  const Page copy = unit.browser.get("/appointments/new?copy=" + path.substr(14));
  BOOST_TEST(copy.has("已选择 <strong>1</strong> 条"));
  BOOST_TEST(copy.has("示范路 1 号"));
}

BOOST_AUTO_TEST_CASE(five_hundred_lines_are_one_appointment_and_what_is_more_is_said) {
  Unit unit;
  institution();
  institution();  // so that every line sends its choice, too
  unit.add("批量秤");
  sql("insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, "
      "manufacturer, "
      "origin, division_code, place, use, delivery) select unit_id, name, kind_id, mode, model, measuring_range, accuracy, "
      "'N' || n, manufacturer, origin, division_code, place, use, delivery from instruments, generate_series(1, 519) n "
      "where unit_id = " +
      text(unit.person.unit_id));
  const std::string query = "/appointments/new?scope=all&name=%E6%89%B9%E9%87%8F&ie=%E2%9C%93";
  BOOST_TEST(unit.browser.get(query).has("另有 20 条"));
  const Page made = unit.browser.submit(query, with(Unit::header(), {{"op_submit", "x"}}), "/appointments/new");
  BOOST_TEST(made.status() == 303);
  BOOST_TEST(count("select waiting_count from appointments where unit_id = " + text(unit.person.unit_id)) == 500);
  BOOST_TEST(unit.browser.get(made.location() + "/pdf").status() == 200);
}

BOOST_AUTO_TEST_CASE(the_sheet_prints_as_a_page_and_as_a_pdf) {
  Unit unit;
  institution();
  const std::string path = unit.make({unit.add("Ⅲ级秤", "measuring_range = '±0.5℃ Ω×²'")}, "op_submit").location();
  const Page page = unit.browser.get(path + "/print");
  for (const char* words : {"预约送检单", "送检人", "受理意见", "±0.5℃ Ω×²", "<svg"}) BOOST_TEST(page.has(words));
  const Page pdf = unit.browser.get(path + "/pdf");
  BOOST_TEST(pdf.header("Content-Disposition").find("attachment") == 0);
  BOOST_TEST(pdf.html().substr(0, 5) == "%PDF-");
}

BOOST_AUTO_TEST_CASE(nobody_else_sees_an_appointment_and_who_only_looks_changes_none) {
  Unit unit;
  institution();
  const std::string path = unit.make({unit.add()}, "op_submit").location();
  answer(path, accepted);
  const std::string line = text_of("select id from appointment_lines where appointment_id = " + path.substr(14));
  Browser stranger{make_unit()}, viewer{make_member(unit.person, "viewer")};
  for (const std::string& below :
       std::vector<std::string>{"", "/edit", "/withdraw", "/remove", "/print", "/pdf", "/lines/" + line + "/cancel"})
    BOOST_TEST(stranger.get(path + below).status() == 404);
  BOOST_TEST(stranger.get("/appointments/new?copy=" + path.substr(14)).status() == 404);
  BOOST_TEST(unit.browser.get(path + "/lines/999999999/cancel").status() == 404);
  for (const char* below : {"", "/print", "/pdf"}) BOOST_TEST(viewer.get(path + below).status() == 200);
  for (const char* below : {"/edit", "/withdraw", "/remove"}) BOOST_TEST(viewer.get(path + below).status() == 403);
  BOOST_TEST(viewer.get("/appointments/new").status() == 403);
  const Page shown = viewer.get(path);
  BOOST_TEST(!shown.has("/cancel"));
  BOOST_TEST(!viewer.get("/appointments").has("/appointments/new"));
  BOOST_TEST(!viewer.get("/ledger").has("op_book"));
}

BOOST_AUTO_TEST_SUITE_END()
