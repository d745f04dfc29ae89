// 到期提醒设置 and whoever reads reminders: the unit's page, the confirmation of an address, the ways to stop.
#include "base/sealed_link.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

using namespace tests;

constexpr const char* page_path = "/accounts/reminders";
constexpr const char* add_path = "/accounts/reminders/addresses";

const base::Key& seal() { return app_for("/accounts").services().seal; }
std::string of(const Person& person) { return " where unit_id = " + std::to_string(person.unit_id); }
std::string stored(const Person& person) {
  return text_of(
      "select coalesce((select array_to_string(thresholds, ',') || ' ' || weekly || ' ' || array_to_string(off, ',') || ' ' || "
      "version from reminder_settings" +
      of(person) + "), 'none')");
}
// The settings' form as it is shown, its boxes exchanged for these.
Fields ticked(const Page& page, const Fields& boxes) {
  Fields fields = fields_of(page.html(), page_path);
  fields.erase(std::remove_if(fields.begin(), fields.end(),
                              [](const auto& f) { return f.first == "thresholds" || f.first == "off" || f.first == "weekly"; }),
               fields.end());
  fields.insert(fields.end(), boxes.begin(), boxes.end());
  return fields;
}
Page save(Browser& browser, const Fields& boxes) { return browser.post(page_path, ticked(browser.get(page_path), boxes)); }
Page add(Browser& browser, const std::string& address) {
  return browser.submit(page_path, {{"reminder_email", address}}, add_path);
}

std::string address_id(const Person& person, const std::string& address) {
  return text_of("select id from reminder_addresses" + of(person) + " and address = '" + address + "'");
}
std::string confirm_path(const Person& person, const std::string& address) {
  const std::string id = text_of("select encode(id, 'hex') from links" + of(person) + " and data->>'address' = '" + address +
                                 "' order by created_at desc limit 1");
  return "/accounts/reminder-address?t=" + base::link_token(seal(), "reminder_address", id);
}
// The address that a mail to this reader carries.
std::string stop_path(const Person& person, const std::string& reader, const std::string& audience) {
  sql("insert into reminder_digests (unit_id, recipient, audience, today) values (" + std::to_string(person.unit_id) + ", '" +
      reader + "', '" + audience + "', current_date)");
  return "/accounts/unsubscribe?t=" + base::unsubscribe_token(seal(), count("select max(id) from reminder_digests" + of(person)));
}
// What a mail provider sends: no cookie, no token of a form.
Page one_click(const std::string& path, const std::string& origin = "") {
  web::Request request;
  request.method = "POST";
  request.path = path.substr(0, path.find('?'));
  request.query.add("t", path.substr(path.find("?t=") + 3));
  request.form.add("List-Unsubscribe", "One-Click");
  request.origin = origin;
  request.host = "portal.test";
  request.id = "one-click";
  return {app_for(path).respond(request)};
}
bool shows_row(const Page& page, const std::string& address, const std::string& state) {
  const std::string row = between(page.html(), "<th scope=\"row\" class=\"code\">" + address + "</th>", "</tr>");
  return row.find(state) != std::string::npos;
}
void give_address(const Person& person, const std::string& email) {
  sql("update units set email = '" + email + "' where id = " + std::to_string(person.unit_id));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reminders)

BOOST_AUTO_TEST_CASE(settings_start_with_the_defaults_are_saved_and_restored) {
  const Person unit = make_unit();
  give_address(unit, "danwei@example.cn");
  Browser browser{unit};
  const Page first = browser.get(page_path);
  BOOST_TEST(first.status() == 200);
  BOOST_TEST(first.has("danwei@example.cn"));
  BOOST_TEST(first.has("正常"));
  BOOST_TEST(first.has("value=\"30\" checked"));
  BOOST_TEST(!first.has("value=\"90\" checked"));
  BOOST_TEST(first.has("（到期前 30 天）"));
  BOOST_TEST(first.has("（超期 1 天）"));
  BOOST_TEST(save(browser, {{"thresholds", "90"}, {"thresholds", "7"}, {"weekly", "yes"}, {"off", "rotate"}}).location() ==
             page_path);
  BOOST_TEST(stored(unit) == "90,7 true rotate 1");
  const Page second = browser.get(page_path);
  BOOST_TEST(second.has("value=\"90\" checked"));
  BOOST_TEST(!second.has("value=\"30\" checked"));
  BOOST_TEST(second.has("value=\"rotate\" checked"));
  BOOST_TEST(!second.has("（到期前 30 天）"));
  BOOST_TEST(browser.post(page_path, with(ticked(second, {}), {{"op_default", "恢复默认"}})).location() == page_path);
  BOOST_TEST(stored(unit) == "30,15,7,1 false  2");
  BOOST_TEST(
      text_of("select (old_values->>'thresholds') || '>' || (new_values->>'thresholds') || (old_values->>'remind_rotate') from "
              "audit" +
              of(unit) + " and action = 'reminders.settings' order by seq desc limit 1") == "90,7>30,15,7,1false");
}

BOOST_AUTO_TEST_CASE(a_form_that_is_wrong_keeps_what_was_ticked) {
  const Person unit = make_unit();
  Browser browser{unit};
  const Page none = save(browser, {{"off", "rotate"}});
  BOOST_TEST(none.status() == 422);
  BOOST_TEST(none.has_error("thresholds"));
  BOOST_TEST(none.has("value=\"rotate\" checked"));
  BOOST_TEST(none.has("没有单位邮箱"));
  const Page weekly = save(browser, {{"thresholds", "3"}, {"weekly", "yes"}});
  BOOST_TEST(weekly.status() == 422);
  BOOST_TEST(weekly.has("7 天或更长"));
  BOOST_TEST(weekly.has("value=\"3\" checked"));
  for (const char* odd : {"2", "<b>{{X}}", "-30", "999999999999999999999"}) {
    BOOST_TEST(save(browser, {{"thresholds", "30"}, {"thresholds", odd}}).status() == 422);
    BOOST_TEST(save(browser, {{"thresholds", "30"}, {"off", odd}}).status() == 422);
  }
  BOOST_TEST(browser.post(page_path, with(ticked(browser.get(page_path), {{"thresholds", "30"}}), {{"version", "x"}})).status() ==
             409);
  BOOST_TEST(stored(unit) == "none");
}

BOOST_AUTO_TEST_CASE(of_two_at_once_the_second_is_told_and_may_press_again) {
  const Person unit = make_unit(), colleague = make_member(unit, "worker");
  Browser one{unit}, two{colleague};
  const Fields mine = ticked(one.get(page_path), {{"thresholds", "90"}}),
               theirs = ticked(two.get(page_path), {{"thresholds", "60"}});
  BOOST_TEST(one.post(page_path, mine).status() == 303);
  const Page late = two.post(page_path, theirs);
  BOOST_TEST(late.status() == 409);
  BOOST_TEST(late.has("value=\"60\" checked"));
  BOOST_TEST(stored(unit) == "90 false  1");
  BOOST_TEST(two.post(page_path, ticked(late, {{"thresholds", "60"}})).status() == 303);
  BOOST_TEST(stored(unit) == "60 false  2");
}

BOOST_AUTO_TEST_CASE(who_only_looks_sees_the_facts_and_no_button) {
  const Person unit = make_unit(), viewer = make_member(unit, "viewer");
  Browser editor{unit}, browser{viewer};
  BOOST_TEST(save(editor, {{"thresholds", "60"}, {"thresholds", "15"}, {"weekly", "yes"}, {"off", "not_verified"}}).status() ==
             303);
  BOOST_TEST(add(editor, "look@example.cn").status() == 303);
  const Page page = browser.get(page_path);
  BOOST_TEST(page.status() == 200);
  BOOST_TEST(page.has("60 天、15 天"));
  BOOST_TEST(page.has("每周一汇总"));
  BOOST_TEST(page.has("从未检定"));
  BOOST_TEST(shows_row(page, "look@example.cn", "等待确认"));
  BOOST_TEST(!page.has("op_save"));
  BOOST_TEST(!page.has("op_add"));
  BOOST_TEST(!page.has("op_remove"));
  BOOST_TEST(!page.has("/accounts/unit/contact"));
  BOOST_TEST(browser.post(page_path, {}).status() == 403);
  BOOST_TEST(browser.post(add_path, {}).status() == 403);
  BOOST_TEST(browser.get("/accounts/profile").has(page_path));
  BOOST_TEST(!Browser{make_unit("pending")}.get("/accounts/profile").has(page_path));
}

BOOST_AUTO_TEST_CASE(another_units_data_is_never_there) {
  const Person unit = make_unit();
  Browser browser{unit}, other{make_unit()};
  BOOST_TEST(save(browser, {{"thresholds", "90"}}).status() == 303);
  BOOST_TEST(add(browser, "secret-reader@example.cn").status() == 303);
  const Page page = other.get(page_path);
  BOOST_TEST(!page.has("secret-reader"));
  BOOST_TEST(!page.has("value=\"90\" checked"));
  // Its row, with a token of one's own.
  BOOST_TEST(add(other, "own@example.cn").status() == 303);
  const std::string path = std::string(add_path) + "/" + address_id(unit, "secret-reader@example.cn");
  const Page mine = browser.get(page_path);
  BOOST_TEST(other.post(path, fields_of(mine.html(), path)).status() == 403);
  BOOST_TEST(count("select count(*) from reminder_addresses" + of(unit)) == 1);
}

BOOST_AUTO_TEST_CASE(an_address_is_asked_confirmed_and_removed) {
  const Person unit = make_unit();
  Browser browser{unit};
  BOOST_TEST(add(browser, " Reader@Example.cn ").location() == page_path);
  BOOST_TEST(
      text_of(
          "select data->>'organisation' from outbox where kind = 'confirm_reminder' and recipient = 'Reader@Example.cn' order by "
          "id desc limit 1") == text_of("select name from units where id = " + std::to_string(unit.unit_id)));
  BOOST_TEST(shows_row(browser.get(page_path), "Reader@Example.cn", "7 天内有效"));
  const std::string row = std::string(add_path) + "/" + address_id(unit, "Reader@Example.cn");
  const std::string earlier = confirm_path(unit, "Reader@Example.cn");
  BOOST_TEST(browser.submit(page_path, {{"op_send", "重新发送"}}, row).location() == page_path);
  Browser reader;
  BOOST_TEST(reader.get(earlier).status() == 404);
  const std::string link = confirm_path(unit, "Reader@Example.cn");
  const Page asked = reader.get(link);
  BOOST_TEST(asked.status() == 200);
  BOOST_TEST(asked.has("Reader@Example.cn"));
  BOOST_TEST(asked.header("Cache-Control") == "no-store");
  BOOST_TEST(shows_row(browser.get(page_path), "Reader@Example.cn", "等待确认"));  // looking changed nothing
  const Fields form = fields_of(asked.html(), "/accounts/reminder-address");
  BOOST_TEST(reader.post("/accounts/reminder-address", with(form, {{"link_seal", "AAAA"}})).status() == 404);
  BOOST_TEST(reader.submit(link, {}, "/accounts/reminder-address").location() == "/");
  BOOST_TEST(reader.get(link).status() == 404);
  BOOST_TEST(shows_row(browser.get(page_path), "Reader@Example.cn", "已确认"));
  BOOST_TEST(count("select count(*) from audit" + of(unit) + " and action = 'reminders.confirm_address' and actor = ''") == 1);
  BOOST_TEST(!browser.get(page_path).has("op_send"));
  const Page before = browser.get(page_path);
  BOOST_TEST(browser.submit(page_path, {{"op_remove", "移除"}}, row).location() == page_path);
  BOOST_TEST(browser.post(row, with(fields_of(before.html(), row), {{"op_remove", "移除"}})).status() == 404);
  BOOST_TEST(browser.get(page_path).has("还没有其他接收邮箱"));
}

BOOST_AUTO_TEST_CASE(an_address_removed_meanwhile_confirms_nothing) {
  const Person unit = make_unit();
  Browser browser{unit}, reader;
  add(browser, "late@example.cn");
  const std::string link = confirm_path(unit, "late@example.cn");
  const Fields form = fields_of(reader.get(link).html(), "/accounts/reminder-address");
  browser.submit(page_path, {{"op_remove", "移除"}}, std::string(add_path) + "/" + address_id(unit, "late@example.cn"));
  BOOST_TEST(reader.post("/accounts/reminder-address", form).status() == 404);
  BOOST_TEST(reader.get(link).status() == 404);
  BOOST_TEST(count("select count(*) from reminder_addresses" + of(unit)) == 0);
}

BOOST_AUTO_TEST_CASE(addresses_that_are_none_known_own_or_too_many_are_refused_beside_the_field) {
  const Person unit = make_unit();
  give_address(unit, "danwei@example.cn");
  Browser browser{unit};
  for (const char* odd :
       {"", "nobody", "a@example.cn\r\nBcc: b@example.cn", "<b>{{X}}@example.cn", "中文@example.cn", "a@b@example.cn"}) {
    const Page page = add(browser, odd);
    BOOST_TEST(page.status() == 422, odd);
    BOOST_TEST(page.has_error("reminder_email"), odd);
    BOOST_TEST(!page.has("<b>{{X}}"), odd);
  }
  const Page own = add(browser, "DanWei@example.cn");
  BOOST_TEST(own.status() == 422);
  BOOST_TEST(own.has("这就是单位邮箱"));
  for (int n = 1; n <= 5; ++n) BOOST_TEST(add(browser, "r" + std::to_string(n) + "@example.cn").status() == 303);
  BOOST_TEST(add(browser, "R3@EXAMPLE.cn").has("已经在其他接收邮箱中"));
  const Page sixth = add(browser, "r6@example.cn");
  BOOST_TEST(sixth.status() == 422);
  BOOST_TEST(sixth.has("最多 5 个"));
  BOOST_TEST(sixth.has("value=\"r6@example.cn\""));
  const std::string row = std::string(add_path) + "/" + address_id(unit, "r1@example.cn");
  for (int n = 0; n < 5; ++n) BOOST_TEST(browser.submit(page_path, {{"op_send", "重新发送"}}, row).status() == 303);
  const Page flood = browser.submit(page_path, {{"op_send", "重新发送"}}, row);
  BOOST_TEST(flood.status() == 422);
  BOOST_TEST(flood.has_error("reminder_email"));
  BOOST_TEST(flood.has("24 小时内已发送 10 封"));
  BOOST_TEST(count("select count(*) from links" + of(unit) + " and purpose = 'reminder_address'") == 10);
}

BOOST_AUTO_TEST_CASE(a_bad_mailbox_of_the_unit_or_a_reader_is_told) {
  const Person unit = make_unit();
  const std::string own = unique("bad") + "@example.cn", reader = unique("reader") + "@example.cn";
  give_address(unit, own);
  Browser browser{unit}, nobody;
  add(browser, reader);
  nobody.submit(confirm_path(unit, reader), {}, "/accounts/reminder-address");
  sql("insert into bad_addresses (address, words) values ('" + own + "', '550'), ('" + reader + "', '550')");
  const Page page = browser.get(page_path);
  BOOST_TEST(page.has("提醒已停发"));
  BOOST_TEST(shows_row(page, reader, "邮箱无效"));
  BOOST_TEST(browser.get("/ledger").has(page_path));
  BOOST_TEST(browser.get("/accounts/unit").has(page_path));
  sql("delete from bad_addresses where address in ('" + own + "', '" + reader + "')");
}

BOOST_AUTO_TEST_CASE(links_lead_to_the_settings) {
  Browser browser{make_unit()};
  for (const char* path : {"/accounts/unit/contact", "/accounts/profile", "/ledger?tab=due"})
    BOOST_TEST(browser.get(path).has(page_path), path);
}

BOOST_AUTO_TEST_CASE(an_extra_reader_stops_by_the_page_and_twice_is_harmless) {
  const Person unit = make_unit();
  Browser browser{unit}, reader;
  add(browser, "stop@example.cn");
  reader.submit(confirm_path(unit, "stop@example.cn"), {}, "/accounts/reminder-address");
  const std::string path = stop_path(unit, "stop@example.cn", "extra");
  const Page page = reader.get(path);
  BOOST_TEST(page.status() == 200);
  BOOST_TEST(page.has("op_stop"));
  BOOST_TEST(page.header("Cache-Control") == "no-store");
  BOOST_TEST(shows_row(browser.get(page_path), "stop@example.cn", "已确认"));  // looking changed nothing
  const Page done = one_click(path, "http://portal.test");
  BOOST_TEST(done.status() == 200);
  BOOST_TEST(done.has("已退订"));
  BOOST_TEST(shows_row(browser.get(page_path), "stop@example.cn", "已退订"));
  const Page again = one_click(path);
  BOOST_TEST(again.status() == 200);
  BOOST_TEST(again.has("不需要退订"));
  BOOST_TEST(count("select count(*) from audit" + of(unit) + " and action = 'reminders.unsubscribe'") == 1);
  // May be asked anew.
  BOOST_TEST(add(browser, "stop@example.cn").status() == 303);
  BOOST_TEST(shows_row(browser.get(page_path), "stop@example.cn", "等待确认"));
}

BOOST_AUTO_TEST_CASE(one_click_needs_nothing_but_the_address) {
  const Person unit = make_unit();
  give_address(unit, "danwei@example.cn");
  Browser browser{unit};
  const std::string path = stop_path(unit, "danwei@example.cn", "registered");
  BOOST_TEST(browser.get(path).has("<strong>已超期</strong>"));
  const Page done = one_click(path);
  BOOST_TEST(done.status() == 200);
  BOOST_TEST(done.has("仍会发送到 <span class=\"code\">danwei@example.cn"));
  BOOST_TEST(stored(unit) == "30,15,7,1 false soon,rotate,not_verified 1");
  BOOST_TEST(count("select count(*) from audit" + of(unit) + " and action = 'reminders.unsubscribe' and actor = ''") == 1);
  BOOST_TEST(one_click(path).has("已经停发"));
  BOOST_TEST(stored(unit) == "30,15,7,1 false soon,rotate,not_verified 1");
  for (const char* origin : {"https://mail.example.com", "null", "http://evil.test"}) {
    const Person another = make_unit();
    give_address(another, "another@example.cn");
    BOOST_TEST(one_click(stop_path(another, "another@example.cn", "registered"), origin).status() == 200);
    BOOST_TEST(stored(another) == "30,15,7,1 false soon,rotate,not_verified 1");
  }
  // Somebody signed in elsewhere presses the page's own button.
  Browser other{make_unit()};
  BOOST_TEST(other.get(path).has("已经停发"));
}

BOOST_AUTO_TEST_CASE(a_manager_is_told_why_there_is_nothing_to_stop) {
  const Person unit = make_unit();
  sql("update users set email = 'boss@example.cn' where id = " + user_id_of(unit));
  const std::string path = stop_path(unit, "boss@example.cn", "manager");
  const Page page = Browser().get(path);
  BOOST_TEST(page.has("不能退订"));
  BOOST_TEST(!page.has("op_stop"));
  BOOST_TEST(one_click(path).status() == 200);
  BOOST_TEST(stored(unit) == "none");
}

BOOST_AUTO_TEST_CASE(a_token_that_is_not_ours_stops_nothing) {
  const Person unit = make_unit();
  give_address(unit, "danwei@example.cn");
  const std::string path = stop_path(unit, "danwei@example.cn", "registered");
  const std::string id = text_of("select lpad(to_hex(max(id)), 32, '0') from reminder_digests" + of(unit));
  std::string forged = path;
  forged[forged.size() - 5] = forged[forged.size() - 5] == 'A' ? 'B' : 'A';
  const std::string other_purpose = "/accounts/unsubscribe?t=" + base::link_token(seal(), "reminder_address", id);
  for (const std::string& bad :
       {std::string("/accounts/unsubscribe?t="), std::string("/accounts/unsubscribe?t=AAAA"), forged, other_purpose,
        "/accounts/unsubscribe?t=" + base::unsubscribe_token(seal(), 9000000000000000000LL)}) {
    BOOST_TEST(Browser().get(bad).status() == 404, bad);
    BOOST_TEST(one_click(bad).status() == 404, bad);
  }
  BOOST_TEST(stored(unit) == "none");
  BOOST_TEST(base::digest_of(seal(), path.substr(path.find("?t=") + 3)).value() ==
             count("select max(id) from reminder_digests" + of(unit)));
}

BOOST_AUTO_TEST_CASE(the_audit_speaks_of_it) {
  const Person unit = make_unit();
  Browser browser{unit}, admin{make_user("administrator")};
  save(browser, {{"thresholds", "90"}, {"off", "rotate"}});
  add(browser, "audited@example.cn");
  const Page page =
      admin.get("/admin/audit?unit=" + text_of("select unit_code from units where id = " + std::to_string(unit.unit_id)));
  BOOST_TEST(page.has("修改到期提醒设置"));
  BOOST_TEST(page.has("到期轮换提醒"));
  BOOST_TEST(page.has("新增提醒邮箱"));
  BOOST_TEST(page.has("audited@example.cn"));
}

BOOST_AUTO_TEST_SUITE_END()
