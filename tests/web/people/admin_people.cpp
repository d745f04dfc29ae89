// The administrator's work with people, the audit and the catalogue, as he lives through it.
#include "base/encoding.h"
#include "base/json.h"
#include "store/people/users.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

#include <regex>

namespace {

using namespace tests;

const std::string hostile = "<b>\"'&</b>{{X}}";
const std::string escaped = "&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;{{X}}";

std::string path_of(const Person& person, const std::string& act = "") {
  return "/admin/users/" + std::to_string(person.user_id) + act;
}
std::string state_of(const Person& person) {
  return text_of("select state from users where id = " + std::to_string(person.user_id));
}

std::string secret_of(const Page& page) {
  std::smatch m;
  return std::regex_search(page.html(), m, std::regex("<code class=\"secret\">([^<]+)</code>")) ? m[1].str() : "";
}

// The current catalogue as the portal gives it away.
std::string catalogue_file(Browser& admin) { return admin.get("/admin/catalogue/export?for=program").html(); }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

Page send_file(Browser& admin, const std::string& content, const std::string& name = "目录.csv") {
  const std::string path = "/admin/catalogue/replace";
  return admin.upload(path, fields_of(admin.get(path).html(), path), "catalogue_file", name, content);
}

Page apply_draft(Browser& admin, const std::string& draft, const Fields& more = {}) {
  return admin.submit(draft, more, draft + "/apply");
}

struct PutBack {  // whatever a test does to the catalogue
  Browser admin{make_user("administrator")};
  std::string file = catalogue_file(admin);
  ~PutBack() {
    const Page draft = send_file(admin, file);
    if (draft.status() == 303 && admin.get(draft.location()).has("op_apply")) {
      const Page done = apply_draft(admin, draft.location(), {{"confirm_retire", "yes"}});
      BOOST_CHECK(done.status() == 303);
    }
    owner().execute_script("delete from catalogue_editions");
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(admin_people)

BOOST_AUTO_TEST_CASE(a_user_is_found_by_login_name_organisation_type_and_state) {
  Browser admin{make_user("administrator")};
  const Person person = make_unit();
  const std::string unit = text_of("select name from units where id = " + std::to_string(person.unit_id));
  const std::string link = "href=\"" + path_of(person) + "\"";
  BOOST_TEST(admin.get("/admin/users?text=" + person.login).has(link));
  BOOST_TEST(admin.get("/admin/users?ie=✓&text=" + unit).has(link));
  BOOST_TEST(admin.get("/admin/users?type=unit&state=active&text=" + person.login).has(link));
  BOOST_TEST(!admin.get("/admin/users?type=administrator&text=" + person.login).has(link));
  BOOST_TEST(!admin.get("/admin/users?state=locked&text=" + person.login).has(link));
  const Page page = admin.get(path_of(person));
  for (const std::string& fact : {unit, std::string("未启用"), std::string("正常"), std::string("127.0.0.1")})
    BOOST_TEST(page.has(fact));
}

BOOST_AUTO_TEST_CASE(locking_asks_for_a_reason_ends_the_sessions_and_refuses_the_login_until_unlocked) {
  Browser admin{make_user("administrator")};
  const Person person = make_unit();
  Browser unit{person};
  BOOST_TEST(unit.get("/ledger").status() == 200);
  BOOST_TEST(admin.submit(path_of(person, "/lock"), {{"why", "  "}}).has_error("why"));
  const Page kept = admin.submit(path_of(person, "/lock"), {{"why", hostile + std::string(500, 'x')}});
  BOOST_TEST(kept.status() == 422);
  BOOST_TEST(kept.has(escaped));
  BOOST_TEST(admin.submit(path_of(person, "/lock"), {{"why", hostile}}).location() == path_of(person));
  BOOST_TEST(admin.get(path_of(person)).has(escaped));
  BOOST_TEST(unit.get("/ledger").status() == 303);
  Browser again;
  BOOST_TEST(log_in(again, "unit", person.login, person.password).status() == 422);
  const std::string unlock = path_of(person, "/unlock");
  BOOST_TEST(admin.submit(path_of(person), {}, unlock).location() == path_of(person));
  BOOST_TEST(log_in(again, "unit", person.login, person.password).status() == 303);
}

BOOST_AUTO_TEST_CASE(nobody_locks_removes_or_resets_himself) {
  const Person self = make_user("administrator"), other = make_user("administrator");
  Browser admin{self};
  BOOST_TEST(!admin.get(path_of(self)).has(path_of(self, "/lock")));
  for (const char* act : {"/lock", "/remove", "/reset-password", "/two-factor"}) {
    BOOST_TEST(admin.get(path_of(self, act)).location() == path_of(self));
    // Even with a form of somebody else's page, sent to his own address.
    if (std::string(act) == "/two-factor") continue;
    Browser twin = admin;
    const Fields fields = fields_of(twin.get(path_of(other, act)).html(), path_of(other, act));
    BOOST_TEST(twin.post(path_of(self, act), with(fields, {{"why", "示范"}})).status() == 403);
  }
  BOOST_TEST(state_of(self) == "active");
}

BOOST_AUTO_TEST_CASE(of_two_who_lock_the_same_user_one_is_told) {
  const Person person = make_unit();
  Browser one{make_user("administrator")}, two{make_user("administrator")};
  const std::string path = path_of(person, "/lock");
  const Fields first = fields_of(one.get(path).html(), path), second = fields_of(two.get(path).html(), path);
  BOOST_TEST(one.post(path, with(first, {{"why", "甲"}})).status() == 303);
  BOOST_TEST(two.post(path, with(second, {{"why", "乙"}})).status() == 409);
  BOOST_TEST(text_of("select lock_reason from users where id = " + std::to_string(person.user_id)) == "甲");
}

BOOST_AUTO_TEST_CASE(a_reset_password_is_shown_once_opens_the_account_and_must_be_changed) {
  Browser admin{make_user("administrator")};
  const Person person = make_unit();
  const std::string path = path_of(person, "/reset-password");
  const Fields fields = fields_of(admin.get(path).html(), path);
  const Page shown = admin.post(path, fields);
  BOOST_TEST(shown.status() == 200);
  const std::string password = secret_of(shown);
  BOOST_TEST(password.size() == 16U);
  BOOST_TEST(shown.header("Cache-Control") == "no-store");
  const Page twice = admin.post(path, fields);  // the second click changes nothing and shows nothing
  BOOST_TEST(twice.status() == 303);
  BOOST_TEST(!admin.get(path_of(person)).has(password));
  BOOST_TEST(Browser(person).get("/ledger").status() == 303);
  Browser unit;
  BOOST_TEST(log_in(unit, "unit", person.login, person.password).status() == 422);
  BOOST_TEST(log_in(unit, "unit", person.login, password).status() == 303);
  const std::string id = std::to_string(person.user_id);
  BOOST_TEST(text_of("select pending from sessions where ended_at is null and user_id = " + id) == "password");
  BOOST_TEST(unit.get("/ledger").location() == "/accounts/password");
  const Page changed = unit.submit("/accounts/password", {{"current_password", password},
                                                          {"password", "a new long 密码"},
                                                          {"password_confirm", "a new long 密码"},
                                                          {"op_save", "保存"}});
  BOOST_TEST(changed.status() == 303);
  BOOST_TEST(unit.get("/ledger").status() == 200);
  Browser late;
  BOOST_TEST(log_in(late, "unit", person.login, password).status() == 422);
}

BOOST_AUTO_TEST_CASE(a_second_factor_is_switched_off_with_a_reason) {
  Browser admin{make_user("administrator")};
  const Person person = make_unit();
  const std::string path = path_of(person, "/two-factor"), id = std::to_string(person.user_id);
  BOOST_TEST(admin.get(path).location() == path_of(person));
  owner().execute_script("update users set totp_secret_sealed = 'x' where id = " + id);
  BOOST_TEST(admin.get(path_of(person)).has("已启用"));
  BOOST_TEST(admin.submit(path, {{"why", ""}}).has_error("why"));
  BOOST_TEST(admin.submit(path, {{"why", "手机遗失，已核实"}}).location() == path_of(person));
  BOOST_TEST(text_of("select two_factor from users where id = " + id) == "false");
  BOOST_TEST(admin.get("/admin/audit?action=user.disable_two_factor").has("手机遗失，已核实"));
}

BOOST_AUTO_TEST_CASE(one_session_or_all_are_ended_but_not_the_own) {
  const Person self = make_user("administrator"), person = make_unit();
  Browser admin{self}, unit{person};
  const std::string session = text_of("select id from sessions where user_id = " + std::to_string(person.user_id));
  const std::string end = path_of(person, "/sessions/" + session + "/end");
  BOOST_TEST(unit.get("/ledger").status() == 200);
  BOOST_TEST(admin.submit(path_of(person), {}, end).status() == 303);
  BOOST_TEST(unit.get("/ledger").status() == 303);
  BOOST_TEST(!admin.get(path_of(self)).has("op_end_all"));
  BOOST_TEST(admin.get(path_of(self)).has("当前登录"));
  const Person other = make_unit();
  admin.submit(path_of(other), {}, path_of(other, "/sessions/end"));
  BOOST_TEST(Browser(other).get("/ledger").status() == 303);
}

BOOST_AUTO_TEST_CASE(a_new_administrator_gets_a_password_that_is_shown_once) {
  Browser admin{make_user("administrator")};
  const std::string path = "/admin/users/new", login = unique("guanliyuan");
  const Page wrong = admin.submit(path, {{"login", "１"}, {"person", ""}, {"phone", hostile}});
  for (const char* field : {"login", "person", "phone"}) BOOST_TEST(wrong.has_error(field));
  BOOST_TEST(wrong.has(escaped));
  const Page done = admin.submit(path, {{"login", login}, {"person", "示范人"}, {"phone", ""}});
  BOOST_TEST(done.status() == 200);
  BOOST_TEST(admin.submit(path, {{"login", login}, {"person", "示范人"}}).has_error("login"));
  Browser fresh;
  BOOST_TEST(log_in(fresh, "administrator", login, secret_of(done)).status() == 303);
  BOOST_TEST(text_of("select user_type || must_change_password from users where login = '" + login + "'") == "administratortrue");
}

BOOST_AUTO_TEST_CASE(an_administrator_is_removed_and_restored_and_the_last_one_stays) {
  Browser admin{make_user("administrator")};
  const Person other = make_user("administrator"), unit = make_unit();
  BOOST_TEST(admin.get(path_of(unit, "/remove")).location() == path_of(unit));
  BOOST_TEST(admin.submit(path_of(other, "/remove"), {}).location() == path_of(other));
  BOOST_TEST(state_of(other) == "removed");
  BOOST_TEST(Browser(other).get("/admin").status() == 303);
  BOOST_TEST(!admin.get("/admin/users?text=" + other.login).has(path_of(other)));
  BOOST_TEST(admin.get("/admin/users?state=removed&text=" + other.login).has(path_of(other)));
  BOOST_TEST(admin.submit(path_of(other), {}, path_of(other, "/restore")).status() == 303);
  BOOST_TEST(state_of(other) == "active");
  // Whoever would be the last: the others are gone while the page that asks is open.
  const std::string path = path_of(other, "/remove");
  const Fields fields = fields_of(admin.get(path).html(), path);
  owner().execute_script("create temp table were as select id, state from users where user_type = 'administrator' and id <> " +
                         std::to_string(other.user_id) +
                         "; alter table users disable trigger users_keep_a_manager; "
                         "update users set role = 'viewer' where id in (select id from were); "
                         "alter table users enable trigger users_keep_a_manager");
  const Page refused = admin.post(path, fields);
  owner().execute_script("update users set role = 'manager' where id in (select id from were); drop table were");
  BOOST_TEST(refused.status() == 422);
  BOOST_TEST(refused.has("最后一个可用的管理员"));
  BOOST_TEST(state_of(other) == "active");
}

BOOST_AUTO_TEST_CASE(the_audit_shows_who_changed_what_from_which_value_to_which) {
  Browser admin{make_user("administrator")};
  const Person person = make_unit();
  const long long id = add_instrument(person.unit_id, scale());
  Browser unit{person};
  const std::string edit = "/ledger/" + std::to_string(id) + "/edit";
  BOOST_REQUIRE(unit.submit(edit, {{"place", "示范库房"}, {"name", "=HYPERLINK(\"x\")"}, {"op_save", "保存"}}).status() == 303);
  const std::string code = text_of("select unit_code from units where id = " + std::to_string(person.unit_id));
  const Page page = admin.get("/admin/audit?unit=" + code + "&actor=" + person.login + "&action=instrument.update");
  BOOST_TEST(page.has("修改器具"));
  BOOST_TEST(page.has("安装/使用地点"));
  BOOST_TEST(page.has("<del>示范大厅</del> → <ins>示范库房</ins>"));
  BOOST_TEST(page.has(code));
  BOOST_TEST(admin.get("/admin/audit?unit=" + code + "&action=user.lock").has("没有符合条件的记录"));
  BOOST_TEST(admin.get("/admin/audit?unit=" + code + "&to=2001-01-01").has("没有符合条件的记录"));
  BOOST_TEST(admin.get("/admin/audit?unit=" + code + "&from=昨天&ie=✓").has("日期无法识别"));

  const Page file = admin.submit("/admin/audit?unit=" + code, {}, "/admin/audit/export");
  BOOST_TEST(file.status() == 200);
  BOOST_TEST(file.response.content_type == "text/csv; charset=utf-8");
  BOOST_TEST(file.header("Content-Disposition").find("filename*=UTF-8''%E5%AE%A1") != std::string::npos);
  BOOST_TEST(file.html().substr(0, 3) == "\xEF\xBB\xBF");
  BOOST_TEST(file.has("示范大厅 → 示范库房"));
  BOOST_TEST(admin.get("/admin/audit?action=audit.export&unit=0").has(code));  // exporting is audited
}

BOOST_AUTO_TEST_CASE(what_an_export_holds_is_no_formula) {
  Browser admin{make_user("administrator")};
  const Person person = make_unit();
  const store::Actor actor{person.user_id, "=cmd|'/c calc'!A0", "@request"};
  owner().transaction(actor, [&](store::Tx& tx) { tx.audit(person.unit_id, "-action", "+subject", 1, nullptr, nullptr); });
  const Page file = admin.submit("/admin/audit?action=-action", {}, "/admin/audit/export");
  for (const char* cell : {",'=cmd", ",'-action", ",'+subject", ",'@request"}) BOOST_TEST(file.has(cell));
  for (const char* cell : {",=", ",+", ",@", ",-"}) BOOST_TEST(!file.has(cell));
}

BOOST_AUTO_TEST_CASE(hostile_filters_are_shown_as_typed_and_break_nothing) {
  Browser admin{make_user("administrator")};
  const std::string evil = "%3Cb%3E%22'%26%3C/b%3E%7B%7BX%7D%7D";
  for (const std::string path :
       {"/admin/users?text=", "/admin/audit?unit=", "/admin/audit?actor=", "/admin/audit?action=", "/admin/audit?from=",
        "/admin/audit/logins?login=", "/admin/audit/logins?address=", "/admin/catalogue?text="})
    BOOST_TEST_CONTEXT(path) {
      const Page page = admin.get(path + evil);
      BOOST_TEST(page.status() == 200);
      BOOST_TEST(page.has(escaped));
      for (const std::string& value :
           {std::string("'; drop table audit; --"), std::string("%25%5F"), std::string("%F0%A0%AE%B7"), std::string(3000, 'x')})
        BOOST_TEST(admin.get(path + value).status() == 200);
    }
  for (const std::string path :
       {"/admin/audit?before=1.2.3", "/admin/audit?before=x", "/admin/audit?before=9999999999999999.1.1",
        "/admin/audit?to=9999-12-31", "/admin/audit/logins?before=9999999999999999.0.9&outcome=x",
        "/admin/audit/logins?from=0001-01-01", "/admin/users?page=999999999", "/admin/users?type=x&state=y",
        "/admin/catalogue?item=999999999&mode=x&standing=y&page=-1", "/admin/catalogue/editions?page=9"})
    BOOST_TEST_CONTEXT(path) { BOOST_TEST(admin.get(path).status() == 200); }
}

BOOST_AUTO_TEST_CASE(login_events_are_found_by_login_address_and_outcome) {
  Browser admin{make_user("administrator")};
  const Person person = make_unit();
  Browser unit;
  log_in(unit, "unit", person.login, "wrong password");
  log_in(unit, "unit", person.login, person.password);
  const std::string path = "/admin/audit/logins?login=" + person.login;
  BOOST_TEST(admin.get(path).has("badge-green"));
  BOOST_TEST(admin.get(path + "&outcome=refused").has("用户名或密码不正确</span>"));
  BOOST_TEST(!admin.get(path + "&outcome=refused").has("badge-green"));
  BOOST_TEST(admin.get(path + "&address=127.0.0.1").has("127.0.0.1</td>"));
  BOOST_TEST(admin.get(path + "&address=10.0.0.1").has("没有符合条件的登录记录"));
  BOOST_TEST(admin.get(path_of(person)).has("失败"));
}

BOOST_AUTO_TEST_CASE(a_kind_is_retired_after_asking_and_restored) {
  const PutBack put_back;
  Browser admin{make_user("administrator")};
  const std::string path = "/admin/catalogue/" + text_of("select id from catalogue_kinds where kind_no = 62 limit 1");
  const std::string name = text_of("select kind_name from catalogue_kinds where kind_no = 62 limit 1");
  BOOST_TEST(admin.get(path).has(name));
  BOOST_TEST(admin.submit(path + "/retire", {}).location() == path);
  BOOST_TEST(admin.get(path).has("已停用"));
  BOOST_TEST(admin.get("/admin/catalogue?standing=retired").has("\"" + path + "\""));
  BOOST_TEST(!admin.get("/admin/catalogue?page=2").has("\"" + path + "\""));
  BOOST_TEST(admin.get(path + "/retire").location() == path);
  BOOST_TEST(admin.submit(path, {}, path + "/restore").location() == path);
  BOOST_TEST(admin.get(path).has("现行"));
}

BOOST_AUTO_TEST_CASE(the_catalogue_is_replaced_after_its_differences_were_looked_at) {
  const PutBack put_back;
  Browser admin{make_user("administrator")};
  const std::string changed = replaced(put_back.file, "贸易结算：商品、包裹、行李等称重", "示范：" + hostile.substr(0, 3));
  const Page draft = send_file(admin, "\xEF\xBB\xBF" + changed, "C:\\<b>目录.csv");
  BOOST_TEST(draft.status() == 303);
  const Page shown = admin.get(draft.location());
  BOOST_TEST(shown.has("<del>贸易结算：商品、包裹、行李等称重</del> → <ins>示范：&lt;b&gt;</ins>"));
  BOOST_TEST(shown.has("变更 <strong>1</strong>"));
  BOOST_TEST(text_of("select scope from catalogue_kinds where kind_no = 2").find("示范") == std::string::npos);
  BOOST_TEST(apply_draft(admin, draft.location()).location() == draft.location());
  BOOST_TEST(text_of("select scope from catalogue_kinds where kind_no = 2") == "示范：<b>");
  BOOST_TEST(admin.get(draft.location()).has("已应用"));
  BOOST_TEST(admin.get("/admin/catalogue/editions").has("已应用"));
  const Page file = admin.get(draft.location() + "/file");
  BOOST_TEST(file.html() == "\xEF\xBB\xBF" + changed);
  BOOST_TEST(catalogue_file(admin) == changed);  // what was sent in is what is given away
}

BOOST_AUTO_TEST_CASE(of_two_previews_the_second_is_stale_once_the_first_is_applied) {
  const PutBack put_back;
  Browser one{make_user("administrator")}, two{make_user("administrator")};
  const std::string first = send_file(one, replaced(put_back.file, "JJG 539-2016", "示范甲")).location();
  const std::string second = send_file(two, replaced(put_back.file, "JJG 539-2016", "示范乙")).location();
  const Fields stale = fields_of(two.get(second).html(), second + "/apply");
  BOOST_TEST(apply_draft(one, first).status() == 303);
  BOOST_TEST(two.post(second + "/apply", stale).status() == 409);
  BOOST_TEST(two.get(second).has("示范甲"));  // its differences are those from the catalogue there is now
  BOOST_TEST(apply_draft(two, second).status() == 303);
  BOOST_TEST(one.get(first).has("已应用"));
}

BOOST_AUTO_TEST_CASE(a_file_that_would_retire_more_than_half_needs_a_tick) {
  const PutBack put_back;
  Browser admin{make_user("administrator")};
  const auto second_line = put_back.file.find('\n', put_back.file.find('\n') + 1);
  const std::string kinds = text_of("select count(*) from catalogue_kinds where retired_at is null");
  const std::string draft = send_file(admin, put_back.file.substr(0, second_line + 1)).location();
  BOOST_TEST(apply_draft(admin, draft).has_error("confirm_retire"));
  BOOST_TEST(text_of("select count(*) from catalogue_kinds where retired_at is null") == kinds);
  BOOST_TEST(apply_draft(admin, draft, {{"confirm_retire", "yes"}}).status() == 303);
  BOOST_TEST(text_of("select count(*) from catalogue_kinds where retired_at is null") == "1");
}

BOOST_AUTO_TEST_CASE(a_file_with_bad_rows_is_told_row_by_row_and_nothing_is_kept) {
  Browser admin{make_user("administrator")};
  const std::string drafts = text_of("select count(*) from catalogue_editions");
  const std::string file = catalogue_file(admin);
  const Page page = send_file(admin, replaced(replaced(file, "periodic", "<b>'&{{X}}"), ",12,", ",=1,"));
  BOOST_TEST(page.status() == 422);
  BOOST_TEST(page.has_error("catalogue_file"));
  BOOST_TEST(page.has("第 "));
  BOOST_TEST(page.has("强检方式（mode）"));
  BOOST_TEST(page.has("电子表格会当作公式"));
  BOOST_TEST(page.has("“&lt;b&gt;&#39;&amp;{{X}}”"));
  BOOST_TEST(!page.has("<b>'&"));
  for (const std::string& bad : {std::string("\x89PNG\r\n\x1A\n\0", 9), std::string("a,b\n1,2\n"), std::string(5000000, 'x')})
    BOOST_TEST(send_file(admin, bad).has_error("catalogue_file"));
  BOOST_TEST(admin.submit("/admin/catalogue/replace", {}).has_error("catalogue_file"));
  BOOST_TEST(text_of("select count(*) from catalogue_editions") == drafts);
}

BOOST_AUTO_TEST_CASE(a_draft_is_given_up) {
  const PutBack put_back;
  Browser admin{make_user("administrator")};
  const std::string draft = send_file(admin, replaced(put_back.file, "JJG 539-2016", "示范")).location();
  const Fields fields = fields_of(admin.get(draft).html(), draft + "/apply");
  BOOST_TEST(admin.submit(draft, {}, draft + "/discard").location() == "/admin/catalogue/editions");
  BOOST_TEST(admin.get(draft).status() == 404);
  BOOST_TEST(admin.post(draft + "/apply", fields).status() == 404);
  BOOST_TEST(catalogue_file(admin) == put_back.file);
}

BOOST_AUTO_TEST_SUITE_END()
