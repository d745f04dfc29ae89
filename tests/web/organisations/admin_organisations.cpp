// Institutions, departments and their people, as an administrator keeps them.
#include "domain/values/text.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

#include <regex>

namespace {

using namespace tests;

const std::string hostile = "<b>\"'&</b>{{X}}";
const std::string list = "/admin/institutions";

Browser administrator() { return Browser(make_user("administrator")); }

Fields institution(const std::string& name) {
  return {{"organisation_name", name},
          {"division_1", "110000"},
          {"division_2", ""},
          {"division_3", ""},
          {"address", "示范路 8 号"},
          {"phone", "010-12345678"},
          {"contact", "示范人"},
          {"email", ""},
          {"working_hours", "周一至周五"},
          {"instructions", "请清洁器具。\n请带齐附件。"},
          {"authorisation_number", "（示）1 号"},
          {"authorised_until", "2030-12-31"},
          {"op_save", "保存"}};
}

std::string made(Browser& admin, const std::string& name) { return admin.submit(list + "/new", institution(name)).location(); }

std::string department(Browser& admin, const std::string& name, const Fields& more = {}) {
  return admin
      .submit("/admin/departments/new", with({{"organisation_name", name}, {"phone", "12315"}, {"op_save", "保存"}}, more))
      .location();
}

std::string own_page(const Person& person) {
  return list + "/" + text_of("select institution_id from users where id = " + std::to_string(person.user_id));
}

std::string shown_password(const Page& page) {
  std::smatch m;
  return std::regex_search(page.html(), m, std::regex("<code class=\"once\">([^<]+)</code>")) ? m[1].str() : "";
}

// What the gate says to somebody at a page that only institutions have.
int status_at_work(const Person& person) {
  static constexpr web::Route desk[] = {
      {"GET", "/desk", web::Access::institution, web::Proof::none, [](web::Context&) { return web::Response(); }}};
  static const web::Area area = web::area("admin", desk);
  static web::App app(area, web::App::make_tools(area, base::Config::load()));
  web::Request request;
  request.method = "GET";
  request.path = "/desk";
  request.cookies["qj_session"] = person.cookie;
  return app.respond(request).status;
}

long long audited(const std::string& action, const std::string& path) {
  return count("select count(*) from audit where action = '" + action + "' and subject_id = " + path.substr(path.rfind('/') + 1));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(admin_organisations)

BOOST_AUTO_TEST_CASE(an_institution_is_added_shown_found_and_changed_with_an_audit_row_each) {
  Browser admin = administrator();
  const std::string name = unique("示范计量所");
  const std::string path = made(admin, name);
  BOOST_TEST(path.rfind(list + "/", 0) == 0);
  const Page shown = admin.get(path);
  BOOST_TEST(shown.has(name));
  BOOST_TEST(shown.has("请清洁器具。\n请带齐附件。"));
  BOOST_TEST(shown.has("2030-12-31"));
  BOOST_TEST(admin.get(list + "?name=" + web::percent_encode(name) + "&division_1=110000").has(name));
  BOOST_TEST(!admin.get(list + "?name=" + web::percent_encode(name) + "&division_1=320000").has(">" + name + "</a>"));
  BOOST_TEST(!admin.get(list + "?name=" + web::percent_encode(name) + "&state=suspended").has(">" + name + "</a>"));
  BOOST_TEST(admin.submit(path + "/edit", {{"phone", "１３８００１３８０００"}, {"op_save", "保存"}}).location() == path);
  BOOST_TEST(admin.get(path).has("13800138000"));
  BOOST_TEST(audited("institution.create", path) == 1);
  BOOST_TEST(audited("institution.update", path) == 1);
}

BOOST_AUTO_TEST_CASE(the_list_of_a_province_holds_the_institutions_of_its_counties) {
  const Person person = make_user("institution");  // in a county of 110000
  const std::string name = text_of("select i.name from institutions i join users u on u.institution_id = i.id where u.id = " +
                                   std::to_string(person.user_id));
  BOOST_TEST(administrator().get(list + "?division_1=110000&name=" + web::percent_encode(name)).has(name + "</a>"));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_or_taken_is_told_beside_its_field_and_kept) {
  Browser admin = administrator();
  const std::string name = unique("示范计量所");
  made(admin, name);
  const Page twice = admin.submit(list + "/new", institution(name));
  BOOST_TEST(twice.status() == 422);
  BOOST_TEST(twice.has_error("organisation_name"));
  BOOST_TEST(twice.has("示范路 8 号"));
  Fields bad;
  for (const auto& [field, value] : institution(name))
    bad.emplace_back(field, field.rfind("division", 0) == 0 || field == "op_save" ? value : hostile);
  const Page page = admin.submit(list + "/new", bad);
  BOOST_TEST(page.status() == 422);
  BOOST_TEST(page.has_error("phone"));
  BOOST_TEST(page.has_error("email"));
  BOOST_TEST(page.has_error("authorised_until"));
  BOOST_TEST(!page.has_error("organisation_name"));
  BOOST_TEST(!page.has("<b>\""));
  BOOST_TEST(page.has("&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;{{X}}"));
}

BOOST_AUTO_TEST_CASE(of_two_who_change_an_institution_at_once_the_second_sees_the_form_again) {
  Browser first = administrator(), second = administrator();
  const std::string path = made(first, unique("示范计量所"));
  const Fields opened = fields_of(second.get(path + "/edit").html(), path + "/edit");
  BOOST_TEST(first.submit(path + "/edit", {{"contact", "甲"}, {"op_save", "保存"}}).status() == 303);
  const Page late = second.post(path + "/edit", with(opened, {{"contact", "乙"}, {"op_save", "保存"}}));
  BOOST_TEST(late.status() == 409);
  BOOST_TEST(late.has("value=\"乙\""));
  BOOST_TEST(late.has("已被他人修改"));
  BOOST_TEST(second.post(path + "/edit", with(fields_of(late.html(), path + "/edit"), {{"op_save", "保存"}})).status() == 303);
  BOOST_TEST(second.get(path).has("乙"));
}

BOOST_AUTO_TEST_CASE(choosing_the_next_level_keeps_what_was_typed_and_saves_nothing) {
  Browser admin = administrator();
  const std::string before = text_of("select count(*) from institutions");
  const Page page = admin.submit(list + "/new", {{"organisation_name", "示范所"}, {"division_1", "320000"}, {"op_division", ""}});
  BOOST_TEST(page.status() == 200);
  BOOST_TEST(page.has("value=\"示范所\""));
  BOOST_TEST(page.has("value=\"320100\""));
  BOOST_TEST(text_of("select count(*) from institutions") == before);
}

BOOST_AUTO_TEST_CASE(a_city_of_another_province_is_told_and_never_quietly_left_out) {
  Browser admin = administrator();
  const Fields form = with(institution(unique("示范计量所")), {{"division_1", "320000"}, {"division_2", "110105"}});
  BOOST_TEST(admin.submit(list + "/new", form).has_error("division"));
  const Page page = admin.submit("/admin/departments/new", {{"organisation_name", unique("示范局")},
                                                            {"phone", "12315"},
                                                            {"division_1", "320000"},
                                                            {"division_2", "110105"},
                                                            {"op_add_region", ""}});
  BOOST_TEST(page.has_error("division"));
  BOOST_TEST(!page.has("op_remove_320000"));
}

BOOST_AUTO_TEST_CASE(people_of_a_suspended_institution_may_log_in_and_no_more_until_it_is_restored) {
  const Person person = make_user("institution");
  const std::string path = own_page(person);
  Browser admin = administrator(), clerk{person};
  BOOST_TEST(status_at_work(person) == 200);
  BOOST_TEST(admin.submit(path + "/state", {{"state_reason", " "}, {"op_suspend", "停用"}}).has_error("state_reason"));
  const Page stale = admin.get(path + "/state");
  BOOST_TEST(admin.submit(path + "/state", {{"state_reason", "授权到期" + hostile}, {"op_suspend", "停用"}}).location() == path);
  BOOST_TEST(status_at_work(person) == 403);
  BOOST_TEST(clerk.get("/").has("退出登录"));
  BOOST_TEST(admin.get(path).has("授权到期&lt;b&gt;"));
  const Page late = admin.post(path + "/state",
                               with(fields_of(stale.html(), path + "/state"), {{"state_reason", "又一次"}, {"op_suspend", ""}}));
  BOOST_TEST(late.status() == 409);
  BOOST_TEST(admin.submit(path + "/state", {{"state_reason", "已续期"}, {"op_restore", "恢复"}}).status() == 303);
  BOOST_TEST(text_of("select state from institutions where id = " + path.substr(path.rfind('/') + 1)) == "active");
  BOOST_TEST(status_at_work(person) == 200);
  BOOST_TEST(audited("institution.suspend", path) == 1);
  BOOST_TEST(audited("institution.restore", path) == 1);
}

BOOST_AUTO_TEST_CASE(an_authorised_kind_is_found_by_its_everyday_name_and_gets_regions_one_by_one) {
  Browser admin = administrator();
  const std::string path = made(admin, unique("示范计量所")), form = path + "/kinds/new";
  Page page = admin.submit(form, {{"kind_query", "血压计"}, {"measuring_range", hostile}, {"op_find_kind", "查找"}});
  BOOST_TEST(page.status() == 200);
  BOOST_TEST(page.has("找到"));
  page = admin.post(form, with(fields_of(page.html(), form), {{"division_1", "320000"}, {"op_add_region", "加入"}}));
  BOOST_TEST(page.status() == 200);
  BOOST_TEST(page.has("name=\"op_remove_320000\""));
  page = admin.post(
      form, with(fields_of(page.html(), form), {{"division_1", "110000"}, {"division_2", "110105"}, {"op_add_region", ""}}));
  BOOST_TEST(page.has("name=\"op_remove_110105\""));
  page = admin.post(form, with(fields_of(page.html(), form), {{"op_remove_320000", "删除"}}));
  BOOST_TEST(!page.has("name=\"op_remove_320000\""));
  const Fields good = with(fields_of(page.html(), form),
                           {{"kind_id", std::to_string(scale_kind())}, {"valid_until", "2030-1-1"}, {"op_save", ""}});
  BOOST_TEST(admin.post(form, with(good, {{"division_1", "320000"}})).has_error("division"));  // chosen, not added
  BOOST_TEST(admin.post(form, with(good, {{"region", "710000"}})).has_error("division"));      // outside this law
  BOOST_TEST(admin.post(form, good).location() == path);
  const Page shown = admin.get(path);
  BOOST_TEST(shown.has("2030-01-01"));
  BOOST_TEST(shown.has("&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;{{X}}"));
  const Page again =
      admin.submit(form, {{"kind_id", std::to_string(scale_kind())}, {"measuring_range", hostile}, {"op_save", ""}});
  BOOST_TEST(again.status() == 422);
  BOOST_TEST(again.has_error("kind_id"));
}

BOOST_AUTO_TEST_CASE(an_authorised_kind_is_changed_and_its_removal_asks_first) {
  Browser admin = administrator();
  const std::string path = made(admin, unique("示范计量所"));
  admin.submit(path + "/kinds/new", {{"kind_id", std::to_string(scale_kind())}, {"op_save", ""}});
  const std::string id = text_of("select id from institution_kinds where institution_id = " + path.substr(path.rfind('/') + 1));
  const std::string kind = path + "/kinds/" + id;
  const Page stale = admin.get(kind + "/remove");
  BOOST_TEST(stale.has("非自动衡器"));
  BOOST_TEST(admin.submit(kind, {{"accuracy", "Ⅲ"}, {"op_save", ""}}).location() == path);
  BOOST_TEST(admin.get(path).has("Ⅲ"));
  BOOST_TEST(admin.post(kind + "/remove", with(fields_of(stale.html(), kind + "/remove"), {{"op_remove", ""}})).status() == 409);
  BOOST_TEST(admin.submit(kind + "/remove", {{"op_remove", ""}}).location() == path);
  BOOST_TEST(admin.get(kind).status() == 404);
  // Under another institution's address it is not there either.
  BOOST_TEST(admin.get(made(admin, unique("示范计量所")) + "/kinds/" + id).status() == 404);
}

BOOST_AUTO_TEST_CASE(the_first_person_gets_a_password_that_is_shown_once_and_must_be_changed) {
  Browser admin = administrator();
  const std::string path = made(admin, unique("示范计量所")), login = unique("clerk");
  const Fields form = with(fields_of(admin.get(path).html(), path + "/people"), {{"login", login}, {"person", "示范人"}});
  BOOST_TEST(admin.post(path + "/people", with(form, {{"role", "viewer"}})).has_error("role"));
  const Page answer = admin.post(path + "/people", form);
  BOOST_TEST(answer.status() == 200);
  BOOST_TEST(answer.header("Cache-Control") == "no-store");
  const std::string password = shown_password(answer);
  BOOST_TEST(password.size() == 16u);
  BOOST_TEST(admin.post(path + "/people", form).location() == path);  // the same again: nothing new
  BOOST_TEST(count("select count(*) from users where login = '" + login + "'") == 1);
  BOOST_TEST(text_of("select role || must_change_password from users where login = '" + login + "'") == "managertrue");
  BOOST_TEST(text_of("select count(*) from audit where new_values::text like '%" + password + "%'") == "0");
  BOOST_TEST(admin.get(path).has(login));
  const Page taken = admin.submit(path, {{"login", login}, {"person", "示范人"}, {"role", "worker"}}, path + "/people");
  BOOST_TEST(taken.status() == 422);
  BOOST_TEST(taken.has_error("login"));
}

BOOST_AUTO_TEST_CASE(a_department_keeps_its_regions_and_people) {
  Browser admin = administrator();
  const std::string name = unique("示范局"), path = department(admin, name, {{"region", "320000"}});
  BOOST_TEST(admin.get(path).has("江苏省"));
  BOOST_TEST(admin.get("/admin/departments?name=" + web::percent_encode(name)).has("江苏省"));
  const std::string edit = path + "/edit";
  Page page = admin.get(edit);
  page = admin.post(edit, with(fields_of(page.html(), edit), {{"op_remove_320000", "删除"}}));
  page = admin.post(edit, with(fields_of(page.html(), edit), {{"division_1", "110000"}, {"op_add_region", ""}}));
  BOOST_TEST(admin.post(edit, with(fields_of(page.html(), edit), {{"op_save", ""}})).location() == path);
  BOOST_TEST(!admin.get(path).has("江苏省"));
  BOOST_TEST(admin.get(path).has("北京市"));
  BOOST_TEST(admin.submit(edit, {{"organisation_name", ""}, {"op_save", ""}}).has_error("organisation_name"));
  const std::string login = unique("inspector");
  BOOST_TEST(admin.submit(path, {{"login", login}, {"person", "周监管"}}, path + "/people").status() == 200);
  BOOST_TEST(text_of("select user_type from users where login = '" + login + "'") == "supervisor");
}

BOOST_AUTO_TEST_CASE(of_two_who_change_a_department_at_once_nobodys_regions_get_lost) {
  Browser first = administrator(), second = administrator();
  const std::string path = department(first, unique("示范局"), {{"region", "320000"}}), edit = path + "/edit";
  const Fields opened = fields_of(second.get(edit).html(), edit);
  BOOST_TEST(first.submit(edit, {{"region", "110000"}, {"op_save", ""}}).status() == 303);
  BOOST_TEST(second.post(edit, with(opened, {{"contact", "乙"}, {"op_save", ""}})).status() == 409);
  BOOST_TEST(first.get(path).has("北京市"));
}

BOOST_AUTO_TEST_CASE(a_single_unit_is_assigned_by_code_or_exact_name_and_taken_off_again) {
  Browser admin = administrator();
  const std::string path = department(admin, unique("示范局"));
  const Person unit = make_unit(), other = make_unit();
  const auto column = [](const Person& p, const char* name) {
    return text_of(std::string("select ") + name + " from units where id = " + std::to_string(p.unit_id));
  };
  const auto assign = [&](const std::string& typed) { return admin.submit(path, {{"supervised_unit", typed}}, path + "/units"); };
  BOOST_TEST(assign(" " + column(unit, "name") + " ").location() == path);
  BOOST_TEST(assign(domain::lower(column(other, "unit_code"))).location() == path);
  BOOST_TEST(admin.get(path).has(column(other, "name")));
  for (const std::string& bad : {std::string(), hostile, std::string("没有这家单位"), column(unit, "unit_code")}) {
    const Page refused = assign(bad);
    BOOST_TEST(refused.status() == 422);
    BOOST_TEST(refused.has_error("supervised_unit"));
    BOOST_TEST(!refused.has("<b>\""));
  }
  const std::string remove = path + "/units/" + std::to_string(unit.unit_id) + "/remove";
  const Page asked = admin.get(remove);
  BOOST_TEST(asked.has(column(unit, "name")));
  BOOST_TEST(admin.submit(remove, {{"op_remove", ""}}).location() == path);
  BOOST_TEST(admin.get(remove).status() == 404);
}

BOOST_AUTO_TEST_CASE(units_that_no_mail_reaches_are_told_and_listed_with_what_the_server_said) {
  const Person person = make_unit();
  const std::string unit = " where id = " + std::to_string(person.unit_id), address = unique("gone") + "@example.cn";
  const std::string name = unique("A") + hostile;
  sql("update units set email = '" + address + "', name = $$" + name + "$$" + unit);
  Browser admin = administrator(), browser(person);
  BOOST_TEST(!browser.get("/ledger?tab=all").has("邮箱无效"));
  BOOST_TEST(!browser.get("/accounts/unit").has("邮箱无效"));
  sql("insert into bad_addresses (address, words) values ('" + address + "', $$550 " + hostile + "$$)");
  BOOST_TEST(browser.get("/ledger?tab=all").has("邮箱无效"));
  BOOST_TEST(browser.get("/accounts/unit").has(address));
  BOOST_TEST(!Browser(make_unit()).get("/ledger?tab=all").has("邮箱无效"));
  const auto page = admin.get("/admin/mail");
  BOOST_TEST(page.has(address));
  BOOST_TEST(page.has("550 &lt;b&gt;"));
  BOOST_TEST(!page.has("<b>"));
  sql("update units set email = ''" + unit);
  BOOST_TEST(!admin.get("/admin/mail").has(address));
  BOOST_TEST(!browser.get("/ledger?tab=all").has("邮箱无效"));
}

BOOST_AUTO_TEST_SUITE_END()
