// Announcements, settings and offices: kept by an administrator, seen by whom they are for.
#include "domain/administration/settings.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

namespace {

using namespace tests;

const std::string hostile = "<b>\"'&</b>{{X}}";
const std::string list = "/admin/announcements";

Browser administrator() { return Browser(make_user("administrator")); }

Fields announcement(const std::string& title, const Fields& more = {}) {
  return with({{"announcement_title", title},
               {"body", "第一段\n第二行\n\n第二段"},
               {"shown_at", "home"},
               {"audience", "everyone"},
               {"shown_from", "2026-01-01"},
               {"shown_to", ""},
               {"op_save", "保存"}},
              more);
}

// The number in the address of the new one.
std::string published(Browser& admin, const Fields& fields) {
  const std::string place = admin.submit(list + "/new", fields).location();
  return place.substr(place.rfind('/') + 1);
}

std::string stored(const std::string& key) { return text_of("select value from settings where key = '" + key + "'"); }

}  // namespace

BOOST_AUTO_TEST_SUITE(admin_announcements)

BOOST_AUTO_TEST_CASE(an_announcement_is_seen_by_its_audience_and_nobody_else) {
  Browser admin = administrator();
  std::map<std::string, Browser> visitors;
  visitors["nobody"] = Browser();
  visitors["unit"] = Browser(make_unit());
  visitors["institution"] = Browser(make_user("institution"));
  visitors["supervisor"] = Browser(make_user("supervisor"));
  for (const std::string audience : {"everyone", "unit", "institution", "supervisor"}) {
    const std::string title = unique("示范公告"), id = published(admin, announcement(title, {{"audience", audience}}));
    for (auto& [who, visitor] : visitors) {
      const bool meant = audience == "everyone" || audience == who;
      BOOST_TEST_CONTEXT(audience << " for " << who) {
        BOOST_TEST(visitor.get("/").has(title) == meant);
        BOOST_TEST(visitor.get("/announcements/" + id).status() == (meant ? 200 : 404));
      }
    }
    // Off the home page again, which shows only the newest.
    BOOST_TEST(admin.submit(list + "/" + id + "/withdraw", {{"op_withdraw", "撤下"}}).status() == 303);
  }
}

BOOST_AUTO_TEST_CASE(what_is_withdrawn_ended_or_not_yet_begun_is_not_shown) {
  Browser admin = administrator(), visitor;
  const std::string title = unique("示范公告"), id = published(admin, announcement(title, {{"shown_at", "service"}}));
  const std::string page = list + "/" + id;
  BOOST_TEST(visitor.get("/systems/qiangjian").has(title));
  BOOST_TEST(!visitor.get("/").has(title));
  BOOST_TEST(admin.submit(page + "/edit", {{"shown_from", "2999-01-01"}, {"op_save", ""}}).status() == 303);
  BOOST_TEST(visitor.get("/announcements/" + id).status() == 404);
  BOOST_TEST(admin.get(list + "?state=future").has(title));
  BOOST_TEST(admin.submit(page + "/edit", {{"shown_from", "2020-01-01"}, {"shown_to", "2020-01-02"}, {"op_save", ""}}).status() ==
             303);
  BOOST_TEST(visitor.get("/announcements/" + id).status() == 404);
  BOOST_TEST(admin.submit(page + "/edit", {{"shown_to", ""}, {"op_save", ""}}).status() == 303);
  BOOST_TEST(visitor.get("/announcements/" + id).status() == 200);
  const Page stale = admin.get(page + "/withdraw");
  BOOST_TEST(admin.submit(page + "/withdraw", {{"op_withdraw", ""}}).location() == page);
  BOOST_TEST(visitor.get("/announcements/" + id).status() == 404);
  BOOST_TEST(admin.get(list + "?state=past").has(title));
  BOOST_TEST(admin.get(page + "/edit").status() == 409);  // it stays as it was
}

BOOST_AUTO_TEST_CASE(only_http_and_https_addresses_become_links_and_nothing_else_gets_through) {
  Browser admin = administrator(), visitor;
  const std::string body = "见 https://example.cn/a?b=1&c=2，或 javascript:alert(1) 或 data:text/html,x\n" + hostile +
                           "\n\nhttp://example.cn/\"onmouseover=\"alert(1) <script>alert(1)</script>";
  const std::string title = unique("示范") + hostile, id = published(admin, announcement(title, {{"body", body}}));
  for (const Page& page : {visitor.get("/announcements/" + id), admin.get(list + "/" + id)}) {
    BOOST_TEST(page.status() == 200);
    BOOST_TEST(page.has("<a href=\"https://example.cn/a?b=1&amp;c=2\" target=\"_blank\" rel=\"noopener noreferrer\">"));
    BOOST_TEST(page.has("<a href=\"http://example.cn/\" target"));
    BOOST_TEST(page.has("javascript:alert(1)"));  // as words
    BOOST_TEST(!page.has("href=\"javascript"));
    BOOST_TEST(!page.has("href=\"data"));
    BOOST_TEST(!page.has("<script>alert"));
    BOOST_TEST(!page.has("<b>\""));
    BOOST_TEST(!page.has("\"onmouseover=\""));
  }
  const Page edit = admin.get(list + "/" + id + "/edit");
  BOOST_TEST(edit.has("{{X}}\n\nhttp://example.cn/"));  // the lines as they were typed
}

BOOST_AUTO_TEST_CASE(bad_announcements_are_told_and_kept_and_of_two_editors_one_is_asked_again) {
  Browser first = administrator(), second = administrator();
  const Page page = first.submit(list + "/new", announcement("", {{"body", hostile}, {"shown_from", "明天"}, {"audience", "x"}}));
  BOOST_TEST(page.status() == 422);
  for (const char* field : {"announcement_title", "shown_from", "audience"}) BOOST_TEST(page.has_error(field));
  BOOST_TEST(page.has("&lt;b&gt;"));
  const std::string edit = list + "/" + published(first, announcement(unique("示范公告"))) + "/edit";
  const Fields opened = fields_of(second.get(edit).html(), edit);
  BOOST_TEST(first.submit(edit, {{"body", "甲"}, {"op_save", ""}}).status() == 303);
  const Page late = second.post(edit, with(opened, {{"body", "乙"}, {"op_save", ""}}));
  BOOST_TEST(late.status() == 409);
  BOOST_TEST(late.has("乙</textarea>"));
}

BOOST_AUTO_TEST_CASE(settings_are_saved_together_and_audited_with_old_and_new) {
  Browser admin = administrator();
  const std::string before = stored("organiser"), organiser = unique("示范主办单位");
  const Page form = admin.get("/admin/settings");
  for (const domain::Setting& setting : domain::settings()) BOOST_TEST_CONTEXT(setting.key) {
      BOOST_TEST(form.has("name=\"" + domain::setting_field(setting.key) + "\""));
    }
  BOOST_TEST(admin.submit("/admin/settings", {{"setting_organiser", organiser}, {"op_save", ""}}).location() ==
             "/admin/settings");
  BOOST_TEST(stored("organiser") == organiser);
  BOOST_TEST(admin.get("/admin/settings").has(organiser));
  BOOST_TEST(text_of("select old_values::text || new_values::text from audit where action = 'settings.update' order by seq desc "
                     "limit 1") == "{\"organiser\": \"" + before + "\"}{\"organiser\": \"" + organiser + "\"}");
  admin.submit("/admin/settings", {{"setting_organiser", before}, {"op_save", ""}});
}

BOOST_AUTO_TEST_CASE(a_bad_setting_is_refused_kept_in_the_form_and_saves_nothing) {
  Browser admin = administrator();
  const std::string before = text_of("select string_agg(key || value, ',' order by key) from settings");
  const Page page = admin.submit("/admin/settings", {{"setting_title", ""},
                                                     {"setting_organiser", hostile},
                                                     {"setting_review_hours", "九点"},
                                                     {"setting_login_failures", "1000"},
                                                     {"setting_two_factor_required", "everybody"},
                                                     {"op_save", ""}});
  BOOST_TEST(page.status() == 422);
  for (const char* field : {"setting_title", "setting_review_hours", "setting_login_failures", "setting_two_factor_required"})
    BOOST_TEST_CONTEXT(field) { BOOST_TEST(page.has_error(field)); }
  BOOST_TEST(page.has("value=\"九点\""));
  BOOST_TEST(page.has("value=\"1000\""));
  BOOST_TEST(page.has("value=\"&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;{{X}}\""));
  BOOST_TEST(text_of("select string_agg(key || value, ',' order by key) from settings") == before);
}

BOOST_AUTO_TEST_CASE(of_two_who_change_settings_at_once_the_second_is_asked_again) {
  Browser first = administrator(), second = administrator();
  const std::string before = stored("site_code");
  const Fields opened = fields_of(second.get("/admin/settings").html(), "/admin/settings");
  BOOST_TEST(first.submit("/admin/settings", {{"setting_site_code", unique("")}, {"op_save", ""}}).status() == 303);
  const Page late = second.post("/admin/settings", with(opened, {{"setting_site_code", "second"}, {"op_save", ""}}));
  BOOST_TEST(late.status() == 409);
  BOOST_TEST(stored("site_code") != "second");
  BOOST_TEST(second
                 .post("/admin/settings",
                       with(fields_of(late.html(), "/admin/settings"), {{"setting_site_code", before}, {"op_save", ""}}))
                 .status() == 303);
  BOOST_TEST(stored("site_code") == before);
}

BOOST_AUTO_TEST_CASE(user_types_that_need_a_second_factor_are_ticked_each) {
  Browser admin = administrator();
  Fields fields = fields_of(admin.get("/admin/settings").html(), "/admin/settings");
  fields.emplace_back("setting_two_factor_required", "institution");
  fields.emplace_back("setting_two_factor_required", "administrator");
  fields.emplace_back("op_save", "");
  BOOST_TEST(admin.post("/admin/settings", fields).status() == 303);
  BOOST_TEST(stored("two_factor_required") == "institution,administrator");
  owner().run([](soci::session& sql) { sql << "update settings set value = '' where key = 'two_factor_required'"; });
}

BOOST_AUTO_TEST_CASE(an_office_is_added_moved_and_removed_after_asking) {
  Browser admin = administrator();
  const std::string name = unique("示范大厅") + hostile;
  const auto place = [&] { return text_of("select id from offices where name like '" + name.substr(0, name.find('<')) + "%'"); };
  BOOST_TEST(admin.submit("/admin/offices/new", {{"office_name", name}, {"phone", "x"}, {"op_save", ""}}).has_error("phone"));
  BOOST_TEST(admin.submit("/admin/offices/new", {{"office_name", name}, {"position", "9"}, {"op_save", ""}}).location() ==
             "/admin/offices");
  BOOST_TEST(admin.get("/admin/offices").has("&lt;b&gt;"));
  const std::string path = "/admin/offices/" + place();
  const Page stale = admin.get(path + "/remove");
  BOOST_TEST(admin.submit(path, {{"position", "0"}, {"op_save", ""}}).status() == 303);
  BOOST_TEST(admin.post(path + "/remove", with(fields_of(stale.html(), path + "/remove"), {{"op_remove", ""}})).status() == 409);
  BOOST_TEST(admin.submit(path + "/remove", {{"op_remove", ""}}).location() == "/admin/offices");
  BOOST_TEST(place() == "");
}

BOOST_AUTO_TEST_SUITE_END()
