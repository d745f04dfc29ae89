// 消息: everybody sees their own, reads them, and says whether they come by e-mail.
#include "store/people/notices.h"

#include "base/json.h"
#include "store/mail/outbox.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

const store::Actor somebody{0, "test", "test"};

long long draft_of(const Person& unit, const Person& institution) {
  const std::string owner_id = std::to_string(unit.unit_id), of = std::to_string(institution.user_id);
  const std::string number = text_of("select '20261125110105' || lpad(nextval('appointment_numbers')::text, 6, '0')");
  sql("insert into appointments (unit_id, number, institution_id, delivery) select " + owner_id + ", '" + number +
      "', institution_id, 'send_in' from users where id = " + of);
  return count("select id from appointments where number = '" + number + "'");
}

long long institution_of(const Person& person) {
  return count("select institution_id from users where id = " + user_id_of(person));
}

void tell_unit(const Person& unit, const std::string& kind, long long appointment, const nlohmann::json& data) {
  owner().transaction(somebody, [&](store::Tx& tx) { store::notify_unit(tx, kind, unit.unit_id, appointment, data); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(notices)

BOOST_AUTO_TEST_CASE(everybody_of_the_unit_is_told_and_nobody_else) {
  const Person unit = make_unit(), institution = make_user("institution");
  const Person colleague = make_member(unit, "viewer");
  const long long appointment = draft_of(unit, institution);
  tell_unit(unit, "answered", appointment, {{"answered", 10}, {"lines", 10}, {"refused", 3}});
  Browser browser{unit}, other{colleague}, stranger{make_unit()}, desk{institution};
  const Page page = browser.get("/accounts/notices");
  BOOST_TEST(page.has("检定机构答复了预约单"));
  BOOST_TEST(page.has("已答复 10/10 项，其中不予受理 3 项"));
  BOOST_TEST(page.has("未读"));
  BOOST_TEST(page.has("<span class=\"bell-count\">1</span><span class=\"sr-only\"> 条未读"));
  BOOST_TEST(other.get("/accounts/notices").has("答复了预约单"));
  BOOST_TEST(stranger.get("/accounts/notices").has("还没有消息"));
  BOOST_TEST(desk.get("/accounts/notices").has("还没有消息"));
  owner().transaction(somebody, [&](store::Tx& tx) {
    store::notify_institution(tx, "received", unit.unit_id, institution_of(institution), appointment,
                              {{"unit", "示范单位"}, {"lines", 4}});
  });
  BOOST_TEST(desk.get("/accounts/notices").has("共 4 项，请及时答复"));
  BOOST_TEST(!browser.get("/accounts/notices").has("请及时答复"));
}

BOOST_AUTO_TEST_CASE(opening_one_marks_it_and_leads_to_what_it_is_about) {
  const Person unit = make_unit();
  const long long appointment = draft_of(unit, make_user("institution"));
  tell_unit(unit, "submitted", appointment, {{"lines", 2}});
  tell_unit(unit, "results", 0,
            {{"passed", 1}, {"failed", 0}, {"instrument", "电子秤"}, {"serial_number", "7"}, {"instrument_id", 4711}});
  Browser browser{unit};
  const std::string user = user_id_of(unit);
  const std::string first = text_of("select min(id) from notices where user_id = " + user);
  const std::string second = text_of("select max(id) from notices where user_id = " + user);
  const Page done = browser.submit("/accounts/notices", {{"op_open_" + first, "查看"}});
  BOOST_TEST(done.location() == "/appointments/" + std::to_string(appointment));
  BOOST_TEST(browser.submit("/accounts/notices", {{"op_open_" + second, "查看"}}).location() == "/ledger/4711");
  BOOST_TEST(!browser.get("/accounts/notices").has("bell-count\">1</span><span class=\"sr-only\"> 条未读"));
  // Somebody else's, and none at all.
  Browser stranger{make_unit()};
  BOOST_TEST(stranger.submit("/accounts/notices", {{"op_open_" + first, "查看"}}).status() == 404);
  BOOST_TEST(stranger.submit("/accounts/notices", {{"op_open_99999999999999999999", "查看"}}).status() == 303);
}

BOOST_AUTO_TEST_CASE(all_are_marked_at_once_and_older_ones_are_on_the_next_page) {
  const Person unit = make_unit();
  for (int n = 0; n < 60; ++n)
    tell_unit(unit, "taken_out", 0, {{"lines", 1}, {"instrument", "秤" + std::to_string(n)}, {"serial_number", "<b>{{X}}"}});
  Browser browser{unit};
  const Page page = browser.get("/accounts/notices");
  BOOST_TEST(page.has("“秤59”&lt;b&gt;{{X}}已停用"));
  BOOST_TEST(!page.has("“秤9”"));
  const std::string older = between(page.html(), "<a class=\"button button-small\" href=\"", "\"");
  BOOST_TEST(browser.get(older).has("“秤9”"));
  BOOST_TEST(browser.submit("/accounts/notices", {{"op_read_all", "全部标为已读"}}).status() == 303);
  BOOST_TEST(count("select count(*) from notices where read_at is null and user_id = " + user_id_of(unit)) == 0);
  BOOST_TEST(browser.get("/accounts/notices?before=x").status() == 200);
  BOOST_TEST(browser.get("/accounts/notices?before=1").has("没有更早的消息"));
}

BOOST_AUTO_TEST_CASE(by_e_mail_only_to_who_wants_them_and_has_an_address) {
  const Person unit = make_unit(), quiet = make_member(unit, "worker");
  const std::string address = unique("n") + "@example.cn", other = unique("q") + "@example.cn";
  sql("update users set email = '" + other + "' where id = " + user_id_of(quiet));
  Browser browser{unit};
  BOOST_TEST(browser.get("/accounts/notices").has("请先在"));
  sql("update users set email = '" + address + "' where id = " + user_id_of(unit));
  BOOST_TEST(browser.submit("/accounts/notices", {{"op_mail_on", "同时发送到邮箱"}}).status() == 303);
  tell_unit(unit, "corrected", 0, {{"instrument", "秤"}, {"serial_number", "1"}, {"reason", "证书编号写错"}});
  const std::string sent = "select count(*) from outbox where kind = 'notice' and recipient = '";
  BOOST_TEST(count(sent + address + "'") == 1);
  BOOST_TEST(count(sent + other + "'") == 0);
  BOOST_TEST(text_of("select data->>'notice' from outbox where recipient = '" + address + "'") == "corrected");
  BOOST_TEST(browser.submit("/accounts/notices", {{"op_mail_off", "不再发送邮件"}}).status() == 303);
  tell_unit(unit, "corrected", 0, {{"instrument", "秤"}, {"serial_number", "1"}, {"reason", "又错"}});
  BOOST_TEST(count(sent + address + "'") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
