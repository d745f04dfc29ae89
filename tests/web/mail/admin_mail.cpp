// What an administrator sees of reminders and mail, and mail that is sent again.
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

const std::string hostile = "<b>\"'&</b>{{X}}";
const std::string escaped = "&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;{{X}}";

struct Admin {
  Browser browser{make_user("administrator")};
  Admin() { sql("delete from reminder_runs; update outbox set state = 'dropped' where state = 'failed'"); }
};

// A mail that failed so many days ago; its id.
std::string failed(const std::string& kind, const std::string& recipient, int days = 0) {
  sql("insert into outbox (kind, recipient, state, tries, error, failed_at) values ('" + kind + "', $$" + recipient +
      "$$, 'failed', 3, $$550 " + hostile + "$$, now() - interval '" + std::to_string(days) + " days')");
  return text_of("select max(id) from outbox");
}
std::string state_of(const std::string& id) { return text_of("select state || tries from outbox where id = " + id); }
std::string resend(const std::string& id) { return "/admin/mail/" + id + "/resend"; }

void run(const std::string& outcome, const std::string& error = "", int hours_ago = 0, bool partial = false) {
  const std::string at = "now() - interval '" + std::to_string(hours_ago) + " hours'";
  sql("insert into reminder_runs (started_at, finished_at, today, partial, units, mails, items, lists, outcome, error) values (" +
      at + " - interval '754 seconds', " + (outcome == "running" || outcome == "cut_off" ? "null" : at) + ", current_date, " +
      (partial ? "true" : "false") + ", 18234, 912, 3021, 11, '" + outcome + "', $$" + error + "$$)");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(admin_mail)

BOOST_AUTO_TEST_CASE(runs_are_shown_with_how_they_ended) {
  Admin admin;
  const std::string path = "/admin/reminders";
  BOOST_TEST(admin.browser.get(path).has("还没有运行过"));
  BOOST_TEST(!admin.browser.get(path).has("没有按时运行"));
  run("failed", hostile + std::string(400, 'x'), 50);
  const Page failing = admin.browser.get(path);
  BOOST_TEST(failing.has("还没有一次完整的运行"));
  BOOST_TEST(failing.has(">出错<"));
  BOOST_TEST(failing.has(escaped));
  BOOST_TEST(!failing.has("<b>"));
  run("cut_off", "", 40);
  run("running", "", 30);  // nobody holds the lock
  run("done", "", 27);
  const Page page = admin.browser.get(path);
  BOOST_TEST(page.has("没有按时运行"));
  BOOST_TEST(page.has("已过去 27 小时"));
  BOOST_TEST(page.has("12 分 34 秒"));
  BOOST_TEST(page.has(">完成<"));
  BOOST_TEST(page.has(">18234<"));
  BOOST_TEST(page.has(">中断<"));
  BOOST_TEST(!page.has(">进行中<"));
  run("done", "", 2, true);
  BOOST_TEST(admin.browser.get(path).has("（部分）"));
  BOOST_TEST(admin.browser.get(path).has("没有按时运行"));
  run("done", "", 25);
  BOOST_TEST(!admin.browser.get(path).has("没有按时运行"));
  for (int n = 0; n < 40; ++n) run("done");
  const std::string html = admin.browser.get(path).html();
  int rows = 0;
  for (std::size_t at = html.find("<th scope=\"row\""); at != std::string::npos; at = html.find("<th scope=\"row\"", at + 1))
    ++rows;
  BOOST_TEST(rows == 30);
}

BOOST_AUTO_TEST_CASE(both_pages_are_found_from_the_start_and_from_each_other) {
  Admin admin;
  for (const auto& [from, to] : {std::pair("/admin", "/admin/reminders"), std::pair("/admin", "/admin/mail"),
                                 std::pair("/admin/mail", "/admin/reminders"), std::pair("/admin/reminders", "/admin/mail")})
    BOOST_TEST(admin.browser.get(from).has("href=\"" + std::string(to) + "\""), from << " to " << to);
}

BOOST_AUTO_TEST_CASE(one_mail_is_sent_again_once_however_often_the_button_is_pressed) {
  Admin admin;
  const std::string address = unique("gone") + "@example.cn", id = failed("notice", address);
  sql("insert into bad_addresses (address, words) values ('" + address + "', '550')");
  const Page page = admin.browser.get("/admin/mail");
  BOOST_TEST(page.has(address));
  BOOST_TEST(page.has("550 " + escaped));
  BOOST_TEST(!page.has("<b>"));
  const Fields form = fields_of(page.html(), resend(id));
  BOOST_TEST(admin.browser.post(resend(id), form).location() == "/admin/mail");
  BOOST_TEST(state_of(id) == "queued0");
  BOOST_TEST(count("select count(*) from bad_addresses where address = '" + address + "'") == 0);
  sql("update outbox set state = 'sent', tries = 1 where id = " + id);
  BOOST_TEST(admin.browser.post(resend(id), form).location() == "/admin/mail");  // a double click
  BOOST_TEST(state_of(id) == "sent1");
  BOOST_TEST(!admin.browser.get("/admin/mail").has(address));
  BOOST_TEST(count("select count(*) from audit where action = 'mail.resend' and subject_id = " + id) == 1);
  BOOST_TEST(admin.browser.get("/admin/audit?unit=0&action=mail.resend").has("重新发送邮件"));
}

BOOST_AUTO_TEST_CASE(of_two_administrators_one_sends_it_again_and_the_other_is_told) {
  Admin admin;
  Browser other{make_user("administrator")};
  const std::string id = failed("notice", unique("gone") + "@example.cn");
  const Fields mine = fields_of(admin.browser.get("/admin/mail").html(), resend(id)),
               all = fields_of(other.get("/admin/mail").html(), "/admin/mail/resend"),
               theirs = fields_of(other.get("/admin/mail").html(), resend(id));
  BOOST_TEST(admin.browser.post(resend(id), mine).status() == 303);
  BOOST_TEST(other.post(resend(id), theirs).status() == 409);
  BOOST_TEST(other.post("/admin/mail/resend", all).status() == 409);
  BOOST_TEST(state_of(id) == "queued0");
}

BOOST_AUTO_TEST_CASE(all_says_how_many_first_and_leaves_what_is_old_or_makes_no_sense) {
  Admin admin;
  BOOST_TEST(admin.browser.get("/admin/mail").has("没有发送失败的邮件"));
  const std::string first = failed("notice", unique("a") + "@example.cn"),
                    second = failed("invite", unique("b") + "@example.cn", 6),
                    old = failed("notice", unique("c") + "@example.cn", 8), reset = failed("reset_password", "");
  const Page page = admin.browser.get("/admin/mail");
  BOOST_TEST(page.has("最近 90 天有 4 封"));
  BOOST_TEST(page.has("最近 7 天内失败的 2 封"));
  BOOST_TEST(page.has("请本人重新申请"));
  BOOST_TEST(!page.has(resend(reset)));
  BOOST_TEST(admin.browser.submit("/admin/mail", {}, "/admin/mail/resend").location() == "/admin/mail");
  BOOST_TEST(state_of(first) + state_of(second) + state_of(old) + state_of(reset) == "queued0queued0failed3failed3");
  BOOST_TEST(!admin.browser.get("/admin/mail").has("action=\"/admin/mail/resend\""));
  BOOST_TEST(admin.browser.get("/admin/mail").has(resend(old)));
}

BOOST_AUTO_TEST_CASE(of_very_many_the_newest_are_listed) {
  Admin admin;
  sql("insert into outbox (kind, recipient, state, error, failed_at) select 'notice', 'n' || n || '@example.cn', 'failed', '', "
      "now() - n * interval '1 second' from generate_series(1, 6000) n");
  const Page page = admin.browser.get("/admin/mail");
  BOOST_TEST(page.has("最近 90 天有 6000 封"));
  BOOST_TEST(page.has(">n200@example.cn<"));
  BOOST_TEST(!page.has(">n201@example.cn<"));
  BOOST_TEST(page.has("本次最多 5000 封"));
  BOOST_TEST(admin.browser.submit("/admin/mail", {}, "/admin/mail/resend").status() == 303);
  BOOST_TEST(count("select count(*) from outbox where state = 'failed' and recipient like 'n%@example.cn'") == 1000);
  sql("delete from outbox where recipient like 'n%@example.cn'");
}

BOOST_AUTO_TEST_SUITE_END()
