// Ways in and what guards them: throttling, second factor, temporary passwords, one-time links, sessions, kept forms.
#include "base/clock.h"
#include "base/json.h"
#include "base/totp.h"
#include "store/people/users.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <thread>

namespace {

using namespace tests;

// Sets the second factor up through its pages; the secret.
std::string enrol(Browser& browser, const Person& person, std::string* recovery_code = nullptr) {
  const Page page = browser.get("/accounts/two-factor");
  std::string secret;
  const base::Key& seal = app_for("/accounts").services().seal;
  const auto plain = seal.open(between(page.html(), "name=\"setup_seal\" value=\"", "\"")).value();
  secret = base::from_hex(nlohmann::json::parse(plain)[2].get<std::string>()).value();
  const Page done = browser.post(
      "/accounts/two-factor",
      with(fields_of(page.html(), "/accounts/two-factor"),
           {{"current_password", person.password}, {"code", base::totp_code(secret, base::now())}, {"op_enable", "x"}}));
  BOOST_TEST(done.status() == 200);
  if (recovery_code) *recovery_code = between(done.html(), "<li><code>", "</code>");
  // The step of the code above is used up; the tests go on as if it were half a minute earlier.
  sql("update users set totp_step = totp_step - 1 where id = " + user_id_of(person));
  return secret;
}

Page send_code(Browser& browser, const Page& step, const std::string& code) {
  return browser.post("/accounts/login/code",
                      with(fields_of(step.html(), "/accounts/login/code"), {{"code", code}, {"op_code", "登录"}}));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(logins)

BOOST_AUTO_TEST_CASE(after_five_failures_the_account_waits_whatever_the_password_and_the_page_says_how_long) {
  const NobodyWaits clean;
  const Person person = make_unit();
  for (int n = 0; n < 5; ++n) {
    Browser browser;
    BOOST_TEST(log_in(browser, "unit", person.login, "wrong password").has("用户类型、用户名或密码不正确"));
  }
  Browser browser;
  const Page waits = log_in(browser, "unit", person.login, person.password);
  BOOST_TEST(waits.status() == 422);
  BOOST_TEST(waits.has("请在 1 分钟后再试"));
  BOOST_TEST(waits.has("value=\"" + person.login + "\""));
  BOOST_TEST(browser.cookies.count("qj_session") == 0U);
  // Time passes: one more try; a failure makes the wait grow, a success ends it.
  sql("update login_throttle set blocked_until = now() - interval '1 second'");
  BOOST_TEST(log_in(browser, "unit", person.login, "wrong password").has("不正确"));
  BOOST_TEST(log_in(browser, "unit", person.login, person.password).has("请在 2 分钟后再试"));
  sql("update login_throttle set blocked_until = now() - interval '1 second'");
  BOOST_TEST(log_in(browser, "unit", person.login, person.password).status() == 303);
  BOOST_TEST(text_of("select count(*) from login_throttle where subject = 'login:" + person.login + "'") == "0");
}

BOOST_AUTO_TEST_CASE(a_login_nobody_has_waits_just_like_one_that_exists) {
  const NobodyWaits clean;
  const std::string nobody = unique("nobody");
  for (int n = 0; n < 5; ++n) {
    Browser browser;
    BOOST_TEST(log_in(browser, "unit", nobody, "wrong password").has("不正确"));
  }
  Browser browser;
  BOOST_TEST(log_in(browser, "unit", nobody, "wrong password").has("请在 1 分钟后再试"));
}

BOOST_AUTO_TEST_CASE(an_address_that_fails_for_many_logins_waits_too_and_others_do_not) {
  const NobodyWaits clean;
  const Setting limit("login_address_failures", "6");
  const Person person = make_unit();
  for (int n = 0; n < 6; ++n) {
    Browser browser;
    browser.address = "10.9.8.7";
    BOOST_TEST(log_in(browser, "unit", unique("nobody"), "wrong password").has("不正确"));
  }
  Browser same, other;
  same.address = "10.9.8.7";
  BOOST_TEST(log_in(same, "unit", person.login, person.password).has("分钟后再试"));
  BOOST_TEST(log_in(other, "unit", person.login, person.password).status() == 303);
}

BOOST_AUTO_TEST_CASE(of_fifty_guesses_at_once_only_five_are_looked_at) {
  const NobodyWaits clean;
  const std::string login = unique("race");
  std::atomic<int> passed{0};
  std::vector<std::thread> guesses;
  for (int n = 0; n < 10; ++n)
    guesses.emplace_back([&] {
      store::Db db = connection("qj_accounts");
      for (int i = 0; i < 5; ++i)
        if (store::login_attempt(db, login, "10.1.1." + std::to_string(i), 5, 50) == 0) ++passed;
    });
  for (std::thread& guess : guesses) guess.join();
  BOOST_TEST(passed == 5);
}

BOOST_AUTO_TEST_CASE(a_session_planted_before_the_login_is_not_the_one_after_it) {
  const NobodyWaits clean;
  const Person person = make_unit(), thief = make_unit();
  const std::string invented(64, 'a');
  for (const std::string& planted : {invented, thief.cookie}) {
    Browser victim, other;
    victim.cookies["qj_session"] = planted;
    if (planted == invented) {  // with the thief's own live session the form is not shown at all
      BOOST_TEST(log_in(victim, "unit", person.login, person.password).status() == 303);
      BOOST_TEST(victim.cookies.at("qj_session") != planted);
      BOOST_TEST(victim.get("/ledger").status() == 200);
    } else {
      BOOST_TEST(victim.get("/accounts/login").status() == 303);
    }
    other.cookies["qj_session"] = planted;
    BOOST_TEST(!other.get("/ledger").has(text_of("select name from units where id = " + std::to_string(person.unit_id))));
  }
}

BOOST_AUTO_TEST_CASE(a_login_form_of_another_browser_or_site_signs_nobody_in) {
  const NobodyWaits clean;
  const Person person = make_unit();
  Browser thief;
  const Page form = thief.get("/accounts/login");
  const Fields filled = with(
      fields_of(form.html(), "/accounts/login"),
      {{"user_type", "unit"}, {"login", person.login}, {"password", person.password}, {"captcha", captcha_answer(form.html())}});
  Browser victim;
  victim.get("/accounts/login");
  BOOST_TEST(victim.post("/accounts/login", filled).status() == 403);
  thief.origin = "http://evil.test";
  BOOST_TEST(thief.post("/accounts/login", filled).status() == 403);
  BOOST_TEST(victim.cookies.count("qj_session") + thief.cookies.count("qj_session") == 0U);
}

BOOST_AUTO_TEST_CASE(a_login_tells_of_the_one_before_and_of_failures_since) {
  const NobodyWaits clean;
  const Person person = make_unit();
  Browser first, thief, second;
  first.address = "10.0.0.8";
  log_in(first, "unit", person.login, person.password);
  BOOST_TEST(first.get("/ledger").has("这是您第一次登录"));
  log_in(thief, "unit", person.login, "wrong password");
  log_in(second, "unit", person.login, person.password);
  const Page page = second.get("/ledger");
  BOOST_TEST(page.has("上次登录："));
  BOOST_TEST(page.has("10.0.0.8"));
  BOOST_TEST(page.has("1 次未成功的登录尝试"));
  BOOST_TEST(!second.get("/ledger").has("登录成功"));  // once
}

BOOST_AUTO_TEST_CASE(the_second_factor_is_asked_after_the_password_and_a_code_is_good_once) {
  const NobodyWaits clean;
  const Person person = make_unit();
  Browser owner{person};
  const std::string secret = enrol(owner, person);
  BOOST_TEST(text_of("select encode(totp_secret_sealed, 'hex') from users where id = " + user_id_of(person))
                 .find(base::to_hex(secret)) == std::string::npos);
  Browser browser;
  const Page step = log_in(browser, "unit", person.login, person.password, "?return=/ledger/new");
  BOOST_TEST(step.status() == 200);
  BOOST_TEST(step.has("两步验证"));
  BOOST_TEST(browser.cookies.count("qj_session") == 0U);  // not in yet
  BOOST_TEST(browser.get("/ledger").status() == 303);
  BOOST_TEST(send_code(browser, step, "000000").has("验证码不正确"));
  const std::string code = base::totp_code(secret, base::now());
  const Page in = send_code(browser, step, code);
  BOOST_TEST(in.location() == "/ledger/new");
  BOOST_TEST(browser.get("/ledger").status() == 200);
  // Somebody who saw code and password over the shoulder.
  Browser thief;
  const Page again = log_in(thief, "unit", person.login, person.password);
  BOOST_TEST(send_code(thief, again, code).has("已经使用过"));
  BOOST_TEST(thief.cookies.count("qj_session") == 0U);
}

BOOST_AUTO_TEST_CASE(a_recovery_code_opens_once) {
  const NobodyWaits clean;
  const Person person = make_unit();
  Browser owner{person};
  std::string code;
  enrol(owner, person, &code);
  BOOST_TEST(code.size() == 19U);
  Browser first, second;
  BOOST_TEST(send_code(first, log_in(first, "unit", person.login, person.password), code).status() == 303);
  BOOST_TEST(first.get("/accounts/two-factor").has("<strong>9</strong> 个恢复码"));
  BOOST_TEST(send_code(second, log_in(second, "unit", person.login, person.password), code).status() == 422);
}

BOOST_AUTO_TEST_CASE(guessing_codes_waits_like_guessing_passwords) {
  const NobodyWaits clean;
  const Person person = make_unit();
  Browser owner{person};
  const std::string secret = enrol(owner, person);
  Browser browser;
  const Page step = log_in(browser, "unit", person.login, person.password);
  for (int n = 0; n < 4; ++n) send_code(browser, step, "000000");
  BOOST_TEST(send_code(browser, step, base::totp_code(secret, base::now())).has("分钟后再试"));
}

BOOST_AUTO_TEST_CASE(who_must_have_a_second_factor_comes_no_further_without) {
  const NobodyWaits clean;
  const Setting required("two_factor_required", "administrator,unit");
  const Person person = make_unit();
  Browser browser;
  log_in(browser, "unit", person.login, person.password);
  for (const char* path : {"/ledger", "/accounts/profile", "/accounts/members"})
    BOOST_TEST(browser.get(path).location() == "/accounts/two-factor");
  enrol(browser, person);
  BOOST_TEST(browser.get("/ledger").status() == 200);
  BOOST_TEST(browser
                 .submit("/accounts/two-factor", {{"current_password", person.password}, {"op_disable", "x"}},
                         "/accounts/two-factor/change")
                 .has("不能停用"));
}

BOOST_AUTO_TEST_CASE(switching_the_second_factor_off_needs_the_password) {
  const NobodyWaits clean;
  const Person person = make_unit();
  Browser browser{person};
  enrol(browser, person);
  const auto off = [&](const std::string& password) {
    return browser.submit("/accounts/two-factor", {{"current_password", password}, {"op_disable", "x"}},
                          "/accounts/two-factor/change");
  };
  BOOST_TEST(off("wrong password").has("当前密码不正确"));
  BOOST_TEST(off(person.password).status() == 303);
  Browser again;
  BOOST_TEST(log_in(again, "unit", person.login, person.password).status() == 303);
}

BOOST_AUTO_TEST_CASE(a_temporary_password_must_be_changed_first_and_other_sessions_end) {
  const NobodyWaits clean;
  const Person person = make_unit();
  sql("update users set must_change_password = true where id = " + user_id_of(person));
  Browser browser, elsewhere{person};
  log_in(browser, "unit", person.login, person.password);
  BOOST_TEST(browser.get("/ledger").location() == "/accounts/password");
  const std::string cookie = browser.cookies.at("qj_session");
  const auto change = [&](const std::string& now, const std::string& next, const std::string& again) {
    return browser.submit("/accounts/password", {{"current_password", now}, {"password", next}, {"password_confirm", again}});
  };
  BOOST_TEST(change("wrong password", "new horse 电池!", "new horse 电池!").has_error("current_password"));
  BOOST_TEST(change(person.password, "12345678", "12345678").has_error("password"));
  BOOST_TEST(change(person.password, "new horse 电池!", "other").has_error("password_confirm"));
  BOOST_TEST(change(person.password, person.password, person.password).has("近期用过"));
  BOOST_TEST(change(person.password, "x" + person.login, "x" + person.login).has("不能包含用户名"));
  BOOST_TEST(change(person.password, "new horse 电池!", "new horse 电池!").location() == "/ledger/overview");
  BOOST_TEST(browser.cookies.at("qj_session") != cookie);
  BOOST_TEST(browser.get("/ledger").status() == 200);
  BOOST_TEST(elsewhere.get("/ledger").status() == 303);
  Browser old, fresh;
  old.cookies["qj_session"] = cookie;  // whoever kept it
  BOOST_TEST(old.get("/ledger").status() == 303);
  BOOST_TEST(log_in(fresh, "unit", person.login, "new horse 电池!").location() == "/ledger/overview");
}

BOOST_AUTO_TEST_CASE(old_passwords_are_remembered_and_old_age_asks_for_a_new_one_when_the_settings_say_so) {
  const NobodyWaits clean;
  const Setting history("password_history", "2"), days("password_days", "90");
  const Person person = make_unit();
  Browser browser{person};
  const auto change = [&](const std::string& now, const std::string& next) {
    return browser.submit("/accounts/password", {{"current_password", now}, {"password", next}, {"password_confirm", next}})
        .status();
  };
  BOOST_TEST(change(person.password, "second horse 2") == 303);
  BOOST_TEST(change("second horse 2", person.password) == 422);
  BOOST_TEST(change("second horse 2", "third horse 3") == 303);
  BOOST_TEST(change("third horse 3", "fourth horse 4") == 303);
  BOOST_TEST(change("fourth horse 4", person.password) == 303);  // two back, and no further
  sql("update users set password_changed_at = now() - interval '91 days' where id = " + user_id_of(person));
  Browser later;
  log_in(later, "unit", person.login, person.password);
  BOOST_TEST(later.get("/ledger").location() == "/accounts/password");
}

BOOST_AUTO_TEST_CASE(a_hash_of_another_cost_is_made_anew_at_login) {
  const NobodyWaits clean;
  const Person person = make_unit();
  base::Config cheap = base::Config::load();
  cheap.password_memory = 8192;
  cheap.password_passes = 1;
  sql("update users set password_hash = '" + base::Passwords(cheap).hash(person.password) + "' where id = " + user_id_of(person));
  Browser browser;
  BOOST_TEST(log_in(browser, "unit", person.login, person.password).status() == 303);
  const std::string hash = text_of("select password_hash from users where id = " + user_id_of(person));
  BOOST_TEST(hash.find("m=19456,t=2") != std::string::npos);
  Browser again;
  BOOST_TEST(log_in(again, "unit", person.login, person.password).status() == 303);
}

BOOST_AUTO_TEST_CASE(one_session_an_account_when_the_settings_say_so) {
  const NobodyWaits clean;
  const Setting one("one_session", "yes");
  const Person person = make_unit();
  Browser first{person}, second;
  log_in(second, "unit", person.login, person.password);
  BOOST_TEST(first.get("/ledger").status() == 303);
  BOOST_TEST(second.get("/ledger").status() == 200);
}

BOOST_AUTO_TEST_SUITE_END()
