// An institution's desk as its people meet it: the queue, an appointment answered line by line, the day that is full, the
// calendar and the file; and what those see who only look, or belong elsewhere.
#include "common/desk.h"

#include "base/encoding.h"
#include "common/in_order.h"
#include "common/sent.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

const std::string queue = "/desk/appointments";
const std::string hostile = "<b>\"'&</b>{{X}}";

struct Office {
  Office() : person(make_institution().person), browser(person) {
    sql("update institutions set address = '示范市检定路 8 号', contact = '陈检定', phone = '010-12345678', instructions = "
        "'请清洁器具。' where id = " +
        id());
  }
  std::string id() const { return std::to_string(institution_of(person)); }
  void limit(const std::string& capacity) const {
    sql("update institutions set daily_capacity = " + capacity + " where id = " + id());
  }
  Page show(const Sent& sent) { return browser.get(path(sent)); }
  static std::string path(const Sent& sent) { return queue + "/" + std::to_string(sent.appointment_id); }
  // The answer's form of this page, as somebody sends it who ticked these lines.
  Fields form(const Sent& sent, const std::vector<std::size_t>& ticked, const Fields& fields) {
    const Page page = show(sent);
    Fields all = with(fields_of(page.html(), path(sent) + "/answer"), fields);
    for (const std::size_t n : ticked)
      all.emplace_back("line",
                       std::to_string(sent.lines.at(n)) + "." +
                           text_of("select version from appointment_lines where id = " + std::to_string(sent.lines.at(n))));
    return all;
  }
  Page answer(const Sent& sent, const std::vector<std::size_t>& ticked, const Fields& fields) {
    return browser.post(path(sent) + "/answer", form(sent, ticked, fields));
  }
  Person person;
  Browser browser;
};

Fields accept(const std::string& on = "") { return {{"planned_on", on.empty() ? today().iso() : on}, {"op_accept", "受理"}}; }
const Fields refuse{{"refusal_code", "out_of_scope"}, {"op_refuse", "不予受理"}};

std::string of_line(const Sent& sent, std::size_t n, const std::string& column) {
  return text_of("select " + column + "::text from appointment_lines where id = " + std::to_string(sent.lines.at(n)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(desk)

BOOST_AUTO_TEST_CASE(the_desk_begins_with_what_waits_longest) {
  Office office;
  BOOST_TEST(office.browser.get("/desk").location() == queue);
  BOOST_TEST(office.browser.get(queue).has("没有等待受理的预约单"));
  const Sent late = make_sent(office.person, {2, 1, false, "电子秤", "send_in", 12});
  const Sent young = make_sent(office.person);
  const Page page = office.browser.get(queue);
  BOOST_TEST(in_order(page.html(), {late.number, young.number}));
  BOOST_TEST(page.has("已等 12 天"));
  BOOST_TEST(page.has("已过受理时限"));
  BOOST_TEST(page.has("待受理 <span class=\"count\">2</span>"));
  BOOST_TEST(page.has("检定中 <span class=\"count\">0</span>"));
  BOOST_TEST(office.browser.get(queue + "?tab=working").has("没有已受理、尚未出结果的器具"));
  BOOST_TEST(office.browser.get(queue + "?tab=all&serial=%25").has("没有符合条件的预约单"));
  BOOST_TEST(office.browser.get(queue + "?tab=waiting&after=9999999999999999.1").status() == 303);
  BOOST_TEST(office.browser.get(queue + "?expected_from=x&ie=%E2%9C%93").has("期望日期无法识别"));
}

BOOST_AUTO_TEST_CASE(an_appointment_shows_whom_to_call_and_offers_what_the_institution_usually_says) {
  Office office;
  const Sent sent = make_sent(office.person, {2});
  const Page page = office.show(sent);
  BOOST_TEST(page.status() == 200);
  for (const char* words :
       {"示范联系人", "13800138000", "请提前一天电话联系", "示范市检定路 8 号", "陈检定 010-12345678", "请清洁器具。"})
    BOOST_TEST(page.has(words), words);
  const Sent on_site = make_sent(office.person, {1, 1, false, "地秤", "on_site"});
  BOOST_TEST(office.show(on_site).has("name=\"planned_place\" value=\"示范路 8 号\""));  // the unit's own
}

BOOST_AUTO_TEST_CASE(lines_are_accepted_and_refused_bit_by_bit_until_the_appointment_is_answered) {
  Office office;
  const Sent sent = make_sent(office.person, {3});
  const Page done = office.answer(sent, {1}, with(accept(), {{"planned_place", hostile}}));
  BOOST_TEST(done.status() == 303);
  BOOST_TEST(done.location() == office.path(sent));
  const Page shown = office.show(sent);
  BOOST_TEST(shown.has("已受理，使用单位将收到消息"));
  BOOST_TEST(shown.has("已答复 1/3 条"));
  BOOST_TEST(!shown.has("<b>\""));
  BOOST_TEST(shown.has("name=\"planned_place\" value=\"&lt;b&gt;"));  // offered for the next lines
  BOOST_TEST(of_line(sent, 1, "answered_by") == "示范人");
  BOOST_TEST(office.answer(sent, {}, with(refuse, {{"answer_scope", "all"}})).status() == 303);
  BOOST_TEST(office.show(sent).has("部分受理"));
  BOOST_TEST(office.show(sent).has("超出检定能力"));
  BOOST_TEST(!office.show(sent).has("op_accept"));
  BOOST_TEST(office.browser.get(queue + "?tab=all").has("部分受理"));
  BOOST_TEST(office.browser.get(queue + "?tab=working").has(sent.number));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost) {
  Office office;
  const Sent sent = make_sent(office.person, {2});
  const Page none = office.answer(sent, {}, accept());
  BOOST_TEST(none.status() == 422);
  BOOST_TEST(none.has_error("answer_scope"));
  const Page past = office.answer(sent, {0}, with(accept(today().plus_days(-1).iso()), {{"planned_bring", hostile}}));
  BOOST_TEST(past.status() == 422);
  BOOST_TEST(past.has_error("planned_on"));
  BOOST_TEST(past.has("日期已经过去"));
  BOOST_TEST(past.has("&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;{{X}}"));
  BOOST_TEST(past.has("." + of_line(sent, 0, "version") + "\" checked"));
  const Page other = office.answer(sent, {0}, {{"refusal_code", "other"}, {"op_refuse", "不予受理"}});
  BOOST_TEST(other.has_error("refusal_text"));
  BOOST_TEST(!other.has_error("planned_on"));
  const Page scope = office.answer(sent, {0}, with(refuse, {{"answer_scope", "everything"}}));
  BOOST_TEST(scope.has_error("answer_scope"));
  BOOST_TEST(of_line(sent, 0, "state") == "waiting");
  Fields cut = office.form(sent, {0}, accept());
  cut.erase(std::remove_if(cut.begin(), cut.end(), [](const auto& field) { return field.first == "planned_on"; }), cut.end());
  BOOST_TEST(office.browser.post(office.path(sent) + "/answer", cut).status() == 400);
  BOOST_TEST(
      office.browser.post(office.path(sent) + "/answer", with(office.form(sent, {}, accept()), {{"line", "1' or 1"}})).status() ==
      400);
}

BOOST_AUTO_TEST_CASE(a_line_beyond_the_authorisation_is_told_beside_it_with_the_day) {
  Office office;
  const Sent sent = make_sent(office.person, {2});
  const std::string until = today().plus_days(3).iso();
  sql("update institution_kinds set valid_until = '" + until + "' where institution_id = " + office.id());
  const Page refused = office.answer(sent, {0, 1}, accept(today().plus_days(4).iso()));
  BOOST_TEST(refused.status() == 422);
  BOOST_TEST(refused.has("有 2 行不能受理"));
  BOOST_TEST(refused.has("本机构的授权到 " + until + " 为止"));
  BOOST_TEST(refused.has("value=\"" + today().plus_days(4).iso() + "\""));
  BOOST_TEST(of_line(sent, 0, "state") == "waiting");
  BOOST_TEST(office.answer(sent, {0, 1}, accept(until)).status() == 303);
}

BOOST_AUTO_TEST_CASE(the_second_of_two_clerks_is_told_who_answered_what_and_may_answer_the_rest) {
  Office office;
  const Person colleague = make_clerk(office.person);
  Browser other(colleague);
  const Sent sent = make_sent(office.person, {3});
  const Fields slow = office.form(sent, {0, 1}, with(accept(), {{"planned_contact", "王检定 110"}}));
  BOOST_TEST(other.post(office.path(sent) + "/answer", office.form(sent, {1}, refuse)).status() ==
             403);  // the token is another's
  const Page page = other.get(office.path(sent));
  Fields quick = with(fields_of(page.html(), office.path(sent) + "/answer"), refuse);
  quick.emplace_back("line", std::to_string(sent.lines[1]) + "." + of_line(sent, 1, "version"));
  BOOST_TEST(other.post(office.path(sent) + "/answer", quick).status() == 303);
  const Page told = office.browser.post(office.path(sent) + "/answer", slow);
  BOOST_TEST(told.status() == 409);
  BOOST_TEST(told.has("以下器具已由他人处理"));
  BOOST_TEST(told.has("由 " + text_of("select name from users where id = " + user_id_of(colleague)) + " 答复"));
  BOOST_TEST(told.has("王检定 110"));
  BOOST_TEST(of_line(sent, 0, "state") == "waiting");
  BOOST_TEST(of_line(sent, 1, "state") == "refused");
  // The page that told is a form to go on with.
  Fields again = with(fields_of(told.html(), office.path(sent) + "/answer"), {{"op_accept", "受理"}});
  BOOST_TEST(office.browser.post(office.path(sent) + "/answer", again).status() == 303);
  BOOST_TEST(of_line(sent, 0, "state") == "accepted");
  BOOST_TEST(of_line(sent, 2, "state") == "waiting");
}

BOOST_AUTO_TEST_CASE(a_line_withdrawn_by_its_unit_or_an_appointment_answered_by_others_loses_nothing_silently) {
  Office office;
  const Sent sent = make_sent(office.person, {1});
  const Fields slow = office.form(sent, {0}, accept());
  sql("update appointment_lines set state = 'withdrawn', ended_at = now(), ended_by = 'unit', version = version + 1 where id = " +
      std::to_string(sent.lines[0]));
  const Page told = office.browser.post(office.path(sent) + "/answer", slow);
  BOOST_TEST(told.status() == 409);
  BOOST_TEST(told.has("没有等待答复的器具了"));
  BOOST_TEST(told.has("现为“已撤回”"));
}

BOOST_AUTO_TEST_CASE(an_appointment_taken_back_whole_while_a_clerk_answers_is_told_and_shows_what_was_typed) {
  Office office;
  const Sent sent = make_sent(office.person, {1});
  const Fields slow = office.form(sent, {0}, with(accept(), {{"planned_place", "地点<b>"}}));
  sql("update appointment_lines set submitted_at = null, answer_by = null, state = 'draft', version = version + 1 where id = " +
      std::to_string(sent.lines[0]));
  BOOST_TEST(text_of("select state from appointments where id = " + std::to_string(sent.appointment_id)) == "draft");
  const Page told = office.browser.post(office.path(sent) + "/answer", slow);
  BOOST_TEST(told.status() == 404);
  BOOST_TEST(told.has("使用单位已在您填写期间撤回了这张预约单"));
  BOOST_TEST(told.has("地点&lt;b&gt;"));
}

BOOST_AUTO_TEST_CASE(a_double_click_answers_once) {
  Office office;
  const Sent sent = make_sent(office.person, {1});
  const Fields form = office.form(sent, {0}, accept());
  BOOST_TEST(office.browser.post(office.path(sent) + "/answer", form).status() == 303);
  BOOST_TEST(office.browser.post(office.path(sent) + "/answer", form).status() == 303);
  BOOST_TEST(count("select count(*) from notices where kind = 'answered' and appointment_id = " +
                   std::to_string(sent.appointment_id)) == 1);
}

BOOST_AUTO_TEST_CASE(a_full_day_is_told_with_its_numbers_and_taken_when_it_is_meant) {
  Office office;
  office.limit("2");
  const Sent first = make_sent(office.person, {2}), second = make_sent(office.person, {1, 3});
  BOOST_TEST(office.answer(first, {0, 1}, accept()).status() == 303);
  const Page full = office.answer(second, {0}, accept());
  BOOST_TEST(full.status() == 422);
  BOOST_TEST(full.has_error("planned_on"));
  BOOST_TEST(full.has("当日检定量为 2 台件，已安排 2 台件"));
  BOOST_TEST(full.has("本次 <strong>3</strong> 台件"));
  BOOST_TEST(full.has("超出 3 台件"));
  BOOST_TEST(of_line(second, 0, "state") == "waiting");
  BOOST_TEST(office.answer(second, {0}, with(accept(), {{"beyond_capacity", "yes"}})).status() == 303);
  BOOST_TEST(of_line(second, 0, "state") == "accepted");
  const Page month = office.browser.get("/desk/calendar");
  BOOST_TEST(month.has("<strong>5</strong>/2"));
  BOOST_TEST(month.has("超出 3"));
}

BOOST_AUTO_TEST_CASE(the_load_of_a_day_can_be_looked_at_before) {
  Office office;
  office.limit("7");
  const Sent sent = make_sent(office.person, {2});
  const Page page = office.answer(sent, {0, 1}, {{"planned_on", today().iso()}, {"op_check", "查看当日安排"}});
  BOOST_TEST(page.status() == 200);
  BOOST_TEST(page.has("每日检定量 <strong>7</strong> 台件"));
  BOOST_TEST(page.has("本次 <strong>2</strong> 台件"));
  BOOST_TEST(of_line(sent, 0, "state") == "waiting");
  BOOST_TEST(office.answer(sent, {0}, {{"planned_on", "x"}, {"op_check", "查看当日安排"}}).has_error("planned_on"));
}

BOOST_AUTO_TEST_CASE(an_accepted_line_is_cancelled_with_a_reason_after_a_page_that_asks) {
  Office office;
  const Sent sent = make_sent(office.person, {2});
  BOOST_TEST(office.browser.get(office.path(sent) + "/cancel").has("没有可以取消的器具"));
  office.answer(sent, {0}, accept());
  const std::string ask = office.path(sent) + "/cancel?line=" + std::to_string(sent.lines[0]);
  BOOST_TEST(office.browser.get(ask).has("取消后不能恢复"));
  const Page empty = office.browser.submit(ask, {{"cancel_reason", " "}, {"op_cancel", "取消受理"}});
  BOOST_TEST(empty.status() == 422);
  BOOST_TEST(empty.has_error("cancel_reason"));
  const Fields none = fields_of(office.browser.get(office.path(sent) + "/cancel").html(), office.path(sent) + "/cancel");
  BOOST_TEST(
      office.browser.post(office.path(sent) + "/cancel", with(none, {{"cancel_reason", "停电"}})).has_error("cancel_scope"));
  BOOST_TEST(of_line(sent, 0, "state") == "accepted");
  const Page done = office.browser.submit(ask, {{"cancel_reason", hostile}, {"op_cancel", "取消受理"}});
  BOOST_TEST(done.location() == office.path(sent));
  BOOST_TEST(of_line(sent, 0, "state") == "cancelled");
  BOOST_TEST(office.show(sent).has("&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;{{X}}"));
}

BOOST_AUTO_TEST_CASE(a_line_that_began_meanwhile_is_not_cancelled) {
  Office office;
  const Sent sent = make_sent(office.person, {1});
  office.answer(sent, {0}, accept());
  const std::string ask = office.path(sent) + "/cancel?line=" + std::to_string(sent.lines[0]);
  const Fields form = with(fields_of(office.browser.get(ask).html(), office.path(sent) + "/cancel"), {{"cancel_reason", "停电"}});
  sql("update appointment_lines set state = 'verifying', received_at = now(), version = version + 1 where id = " +
      std::to_string(sent.lines[0]));
  BOOST_TEST(office.browser.post(office.path(sent) + "/cancel", form).status() == 409);
  BOOST_TEST(of_line(sent, 0, "state") == "verifying");
}

BOOST_AUTO_TEST_CASE(capacity_is_set_for_every_day_and_for_one) {
  Office office;
  const std::string capacity = "/desk/capacity", day = capacity + "/day";
  BOOST_TEST(office.browser.get(capacity).has("尚未设置每日检定量"));
  BOOST_TEST(office.browser.submit(capacity, {{"daily_capacity", "三"}}).has_error("daily_capacity"));
  const Fields stale = with(fields_of(office.browser.get(capacity).html(), capacity), {{"daily_capacity", "9"}});
  BOOST_TEST(office.browser.submit(capacity, {{"daily_capacity", "５０"}}).location() == capacity);
  BOOST_TEST(office.browser.get(capacity).has("每日检定量为 <strong>50</strong> 台件"));
  const Page old = office.browser.post(capacity, stale);
  BOOST_TEST(old.status() == 409);
  BOOST_TEST(old.has("value=\"9\""));
  const std::string holiday = today().plus_days(20).iso();
  const auto save = [&](const Fields& fields) {
    return office.browser.post(day, with(fields_of(office.browser.get(capacity).html(), day), fields));
  };
  BOOST_TEST(save({{"day", holiday}, {"day_capacity", "0"}, {"day_note", hostile}}).status() == 303);
  const Page shown = office.browser.get(capacity);
  BOOST_TEST(shown.has("不安排"));
  BOOST_TEST(shown.has("&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;{{X}}"));
  BOOST_TEST(office.browser.get(capacity + "?day=" + holiday).has("name=\"day_capacity\" value=\"0\""));
  BOOST_TEST(office.browser.get("/desk/calendar/day?date=" + holiday).has("当日不安排检定"));
  BOOST_TEST(save({{"day", "昨天"}, {"day_capacity", "-1"}, {"day_note", ""}}).has_error("day_capacity"));
  const Sent sent = make_sent(office.person);
  BOOST_TEST(office.answer(sent, {0}, accept(holiday)).has(holiday + " 不安排检定"));
  BOOST_TEST(save({{"day", holiday}, {"day_capacity", ""}, {"day_note", ""}}).status() == 303);
  BOOST_TEST(office.answer(sent, {0}, accept(holiday)).status() == 303);
}

BOOST_AUTO_TEST_CASE(the_calendar_and_a_days_work_list_hold_what_was_planned) {
  Office office;
  const Sent sent = make_sent(office.person, {2, 4, false, "压力表"});
  office.answer(sent, {0, 1}, accept(today().plus_days(1).iso()));
  const std::string tomorrow = today().plus_days(1).iso();
  BOOST_TEST(office.browser.get("/desk/calendar?month=" + tomorrow.substr(0, 7)).has("<strong>8</strong>"));
  const Page day = office.browser.get("/desk/calendar/day?date=" + tomorrow);
  BOOST_TEST(day.has("压力表"));
  BOOST_TEST(day.has(sent.number + "-2"));
  BOOST_TEST(day.has("13800138000"));
  BOOST_TEST(office.browser.get("/desk/calendar/day").has("这一天没有安排检定"));
  for (const char* month : {"", "x", "0000-01", "9999-12", "2026-13", "-1"})
    BOOST_TEST(office.browser.get(std::string("/desk/calendar?month=") + month).status() < 500);
  BOOST_TEST(office.browser.get("/desk/calendar?month=2028-02").has(">29<span"));
}

BOOST_AUTO_TEST_CASE(accepted_lines_go_out_as_csv_gb18030_and_xlsx) {
  Office office;
  const Sent sent = make_sent(office.person, {2, 1, false, "㎏秤😀"});
  BOOST_TEST(office.browser.get("/desk/export").has("没有内容可以导出"));
  office.answer(sent, {0, 1}, accept());
  BOOST_TEST(office.browser.get("/desk/export").has("<strong>2</strong> 行"));
  const Page csv = office.browser.get("/desk/export/file?as=csv");
  BOOST_TEST(csv.has("行号,预约单号,单位名称"));
  BOOST_TEST(csv.has(sent.number + "-2,"));
  BOOST_TEST(csv.has("检定结果,印证类型,证书编号"));
  const Page told = office.browser.get("/desk/export/file?as=gb18030");
  BOOST_TEST(told.status() == 422);
  BOOST_TEST(told.has("仍要下载"));
  const Page gb = office.browser.get("/desk/export/file?as=gb18030_anyway");
  BOOST_TEST(base::decode_file(gb.html()).value().find("㎏秤😀") != std::string::npos);
  const Page xlsx = office.browser.get("/desk/export/file?as=xlsx");
  BOOST_TEST(xlsx.html().rfind("PK", 0) == 0U);
  BOOST_TEST(xlsx.header("Content-Disposition").find("lines-") != std::string::npos);
  BOOST_TEST(office.browser.get("/desk/export?planned_from=x").status() == 422);
  BOOST_TEST(!office.browser.get("/desk/export/file?as=csv&delivery=on_site").has(sent.number));
  BOOST_TEST(office.browser.get("/desk/export/file").location() == "/desk/export");
}

BOOST_AUTO_TEST_CASE(who_only_looks_sees_everything_and_changes_nothing) {
  Office office;
  const Sent sent = make_sent(office.person, {2});
  office.answer(sent, {0}, accept());
  const Fields form = office.form(sent, {1}, accept());
  Browser viewer(make_clerk(office.person, "viewer"));
  const Page page = viewer.get(office.path(sent));
  BOOST_TEST(page.has("示范联系人"));
  for (const char* control : {"op_accept", "op_refuse", "type=\"checkbox\"", "/cancel"}) BOOST_TEST(!page.has(control), control);
  BOOST_TEST(viewer.post(office.path(sent) + "/answer", form).status() == 403);
  BOOST_TEST(viewer.get(office.path(sent) + "/cancel").status() == 403);
  const Page capacity = viewer.get("/desk/capacity");
  BOOST_TEST(!capacity.has("op_save"));
  BOOST_TEST(!capacity.has("op_day"));
  BOOST_TEST(viewer.post("/desk/capacity", {{"daily_capacity", "1"}}).status() == 403);
  BOOST_TEST(viewer.get("/desk/export/file?as=csv").has(sent.number));
}

BOOST_AUTO_TEST_CASE(another_institutions_appointments_and_drafts_are_not_there) {
  Office office, stranger;
  const Sent sent = make_sent(office.person), draft = make_sent(office.person, {1, 1, true});
  BOOST_TEST(stranger.show(sent).status() == 404);
  BOOST_TEST(office.show(draft).status() == 404);
  BOOST_TEST(stranger.browser.get(office.path(sent) + "/cancel").status() == 404);
  const Sent own = make_sent(stranger.person);
  // A form of one's own, sent to another's appointment: the token is for another address.
  BOOST_TEST(stranger.browser.post(office.path(sent) + "/answer", stranger.form(own, {0}, accept())).status() == 403);
  // Another's lines in a form of one's own.
  Fields mixed = stranger.form(own, {}, accept());
  mixed.emplace_back("line", std::to_string(sent.lines[0]) + "." + of_line(sent, 0, "version"));
  BOOST_TEST(stranger.browser.post(stranger.path(own) + "/answer", mixed).status() == 409);
  BOOST_TEST(of_line(sent, 0, "state") == "waiting");
  for (const std::string& list : {queue + "?tab=all", std::string("/desk/export/file?as=csv")})
    BOOST_TEST(!stranger.browser.get(list).has(sent.number));
  BOOST_TEST(!office.browser.get(queue + "?tab=all").has(draft.number));
}

BOOST_AUTO_TEST_SUITE_END()
