// What outlives a login or leads back to one: sessions to end, links by mail, forms kept through a login.
#include "base/sealed_link.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

}  // namespace

BOOST_AUTO_TEST_SUITE(ways_back)

BOOST_AUTO_TEST_CASE(own_sessions_are_listed_and_can_be_ended_but_nobody_elses) {
  const NobodyWaits clean;
  const Person person = make_unit(), stranger = make_unit();
  Browser here{person}, there, other{stranger};
  there.address = "10.0.0.9";
  log_in(there, "unit", person.login, person.password);
  const Page page = here.get("/accounts/sessions");
  BOOST_TEST(page.has("10.0.0.9"));
  BOOST_TEST(page.has("Internet Explorer · Windows"));
  const std::string foreign = text_of("select id from sessions where user_id = " + user_id_of(stranger));
  here.submit("/accounts/sessions", {{"op_end_" + foreign, "退出"}});
  BOOST_TEST(other.get("/ledger").status() == 200);
  const std::string own = between(page.html(), "name=\"op_end_", "\"");
  here.submit("/accounts/sessions", {{"op_end_" + own, "退出"}});
  BOOST_TEST(there.get("/ledger").status() == 303);
  BOOST_TEST(here.get("/ledger").status() == 200);
  log_in(there, "unit", person.login, person.password);
  here.submit("/accounts/sessions", {{"op_end_others", "退出其他会话"}});
  BOOST_TEST(there.get("/ledger").status() == 303);
  BOOST_TEST(here.get("/ledger").status() == 200);
}

BOOST_AUTO_TEST_CASE(a_forgotten_password_gives_the_same_answer_for_everybody_and_its_link_works_once) {
  const NobodyWaits clean;
  const Person person = make_unit();
  const auto ask = [&](const std::string& login) {
    Browser browser;
    const Page form = browser.get("/accounts/forgot");
    const Page done =
        browser.post("/accounts/forgot",
                     with(fields_of(form.html(), "/accounts/forgot"),
                          {{"user_type", "unit"}, {"login", login}, {"captcha", captcha_answer(form.html())}, {"op_send", "x"}}));
    return std::pair(done.location(), browser.cookies.at("qj_notice"));
  };
  BOOST_TEST((ask(person.login) == ask(unique("nobody"))));
  BOOST_TEST(text_of("select count(*) from outbox where kind = 'reset_password' and data->>'login' = '" + person.login + "'") ==
             "1");

  // As the mailer would make it.
  const std::string id = base::new_link_id();
  sql("insert into links (id, purpose, user_id, expires_at) values (decode('" + id + "', 'hex'), 'reset_password', " +
      user_id_of(person) + ", now() + interval '30 minutes')");
  const std::string token = base::link_token(app_for("/accounts").services().seal, "reset_password", id);
  Browser browser, elsewhere{person};
  BOOST_TEST(browser.get("/accounts/reset?t=" + token).has(person.login));
  BOOST_TEST(browser.get("/accounts/reset?t=" + token).status() == 200);  // looking uses nothing up
  std::string forged = token;
  forged[3] = forged[3] == 'A' ? 'B' : 'A';
  BOOST_TEST(browser.get("/accounts/reset?t=" + forged).status() == 404);
  BOOST_TEST(browser.get("/accounts/invite?t=" + token).status() == 404);  // another purpose's
  const auto set = [&](const std::string& password) {
    Browser fresh;
    return fresh.submit("/accounts/reset?t=" + token, {{"password", password}, {"password_confirm", password}},
                        "/accounts/reset");
  };
  BOOST_TEST(set("123456").has_error("password"));
  const Page form = browser.get("/accounts/reset?t=" + token);
  BOOST_TEST(set("brand new horse").location() == "/accounts/login");
  BOOST_TEST(browser.get("/accounts/reset?t=" + token).status() == 404);
  BOOST_TEST(browser
                 .post("/accounts/reset", with(fields_of(form.html(), "/accounts/reset"),
                                               {{"password", "thief was here"}, {"password_confirm", "thief was here"}}))
                 .status() == 404);
  BOOST_TEST(elsewhere.get("/ledger").status() == 303);  // all sessions ended
  Browser in;
  BOOST_TEST(log_in(in, "unit", person.login, "brand new horse").status() == 303);
}

BOOST_AUTO_TEST_CASE(a_link_too_old_opens_nothing) {
  const Person person = make_unit();
  const std::string id = base::new_link_id();
  sql("insert into links (id, purpose, user_id, expires_at) values (decode('" + id + "', 'hex'), 'reset_password', " +
      user_id_of(person) + ", now() - interval '1 second')");
  Browser browser;
  BOOST_TEST(
      browser.get("/accounts/reset?t=" + base::link_token(app_for("/accounts").services().seal, "reset_password", id)).status() ==
      404);
}

BOOST_AUTO_TEST_CASE(a_form_posted_after_the_session_expired_is_not_executed_and_comes_back_filled_for_its_owner_only) {
  const NobodyWaits clean;
  const Person person = make_unit();
  Browser browser{person};
  const Page form = browser.get("/ledger/new");
  const Fields typed =
      with(fields_of(form.html(), "/ledger/new"),
           {{"name", "电子秤 <b>\"'&"}, {"model", "KEPT-30"}, {"remark", "第一行\n第二行"}, {"op_save", "保存"}});
  const auto expire = [&] {
    sql("update sessions set seen_at = now() - interval '31 minutes' where user_id = " + user_id_of(person));
  };
  expire();
  const std::string instruments = text_of("select count(*) from instruments");
  const Page refused = browser.post("/ledger/new", typed);
  BOOST_TEST(refused.status() == 303);
  BOOST_TEST(refused.location().rfind("/accounts/login?return=/ledger/new&form=", 0) == 0);
  const std::string query = refused.location().substr(refused.location().find('?'));
  BOOST_TEST(text_of("select count(*) from stored_forms where body_sealed::text like '%KEPT-30%'") == "0");  // encrypted

  const Page in = log_in(browser, "unit", person.login, person.password, query);
  BOOST_TEST(in.location().rfind("/ledger/new?kept=", 0) == 0);
  const Page filled = browser.get(in.location());
  BOOST_TEST(filled.status() == 200);
  BOOST_TEST(filled.has("电子秤 &lt;b&gt;&quot;&#39;&amp;"));
  BOOST_TEST(filled.has("第二行"));
  BOOST_TEST(filled.has("请核对后再次提交"));
  BOOST_TEST(text_of("select count(*) from instruments") == instruments);
  BOOST_TEST(!browser.get(in.location()).has("KEPT-30"));  // once

  // Somebody else at the same computer.
  Browser shared{make_member(person, "worker")};
  const Page again = browser.get("/ledger/new");
  expire();
  const Page second = browser.post("/ledger/new", with(fields_of(again.html(), "/ledger/new"), {{"model", "SECRET-1"}}));
  const std::string kept = second.location().substr(second.location().find("&form=") + 6);
  BOOST_TEST(!shared.get("/ledger/new?kept=" + kept).has("SECRET-1"));
  log_in(browser, "unit", person.login, person.password);
  BOOST_TEST(!browser.get("/ledger/new?kept=" + kept).has("SECRET-1"));  // and gone
}

BOOST_AUTO_TEST_CASE(nothing_is_kept_of_a_session_that_was_left_or_with_a_foreign_token) {
  const Person person = make_unit();
  Browser browser{person};
  const Fields typed = fields_of(browser.get("/ledger/new").html(), "/ledger/new");
  sql("update sessions set ended_at = now() where user_id = " + user_id_of(person));
  BOOST_TEST(browser.post("/ledger/new", typed).location() == "/accounts/login?return=/ledger/new");
  Browser foreign;
  foreign.cookies["qj_session"] = std::string(64, 'a');
  BOOST_TEST(foreign.post("/ledger/new", typed).location() == "/accounts/login?return=/ledger/new");
}

BOOST_AUTO_TEST_CASE(no_form_keeps_a_password) {
  const Person person = make_unit();
  Browser browser{person};
  const Page form = browser.get("/accounts/password");
  sql("update sessions set seen_at = now() - interval '31 minutes' where user_id = " + user_id_of(person));
  browser.post("/accounts/password", with(fields_of(form.html(), "/accounts/password"),
                                          {{"current_password", "abc"}, {"password", "s3cr3t"}, {"password_confirm", "s3cr3t"}}));
  const std::string body = text_of("select encode(body_sealed, 'hex') from stored_forms where user_id = " + user_id_of(person));
  const std::string plain = app_for("/accounts").services().seal.open_bytes(base::from_hex(body).value()).value();
  BOOST_TEST(plain.find("s3cr3t") == std::string::npos);
  BOOST_TEST(plain.find("abc") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
