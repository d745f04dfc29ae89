// Registration, review, login, correction: as a unit and a reviewer live through them.
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

Fields registration() {
  const std::string n = unique("");
  return {{"unit_type", "enterprise"},
          {"unit_name", "示范粮油店" + n},
          {"unit_code", fresh_unit_code()},
          {"division_1", "110000"},
          {"division_2", "110105"},
          {"division_3", ""},
          {"representative", "示范人"},
          {"id_type", "id_card"},
          {"id_number", "11010519491231002X"},
          {"contact", "示范联系人"},
          {"mobile", "138 0013 8000"},
          {"email", ""},
          {"login", "shifan" + n},
          {"password", "correct horse 电池"},
          {"password_confirm", "correct horse 电池"},
          {"consent_terms", "yes"},
          {"consent_privacy", "yes"},
          {"consent_id_number", "yes"},
          {"op_register", "提交注册"}};
}

std::string value(const Fields& fields, const std::string& name) {
  for (const auto& [key, text] : fields)
    if (key == name) return text;
  return "";
}

Page send_registration(Browser& browser, const Fields& fields, Fields* sent = nullptr) {
  const Page form = browser.get("/accounts/register");
  const Fields all = with(with(fields_of(form.html(), "/accounts/register"), {{"captcha", captcha_answer(form.html())}}), fields);
  if (sent) *sent = all;
  return browser.post("/accounts/register", all);
}

std::string unit_id(const Fields& fields) {
  return text_of("select id from units where unit_code = '" + value(fields, "unit_code") + "'");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(accounts)

BOOST_AUTO_TEST_CASE(a_unit_registers_is_reviewed_and_comes_to_its_ledger) {
  const Fields fields = registration();
  Browser unit;
  const Page done = send_registration(unit, fields);
  BOOST_TEST(done.status() == 303);
  BOOST_TEST(done.location() == "/accounts/status");
  BOOST_TEST(unit.get("/accounts/status").has("待审核"));
  BOOST_TEST(unit.get("/ledger").location() == "/accounts/status");

  Browser reviewer{make_user("administrator")};
  const std::string path = "/admin/enterprises/" + unit_id(fields);
  const Page shown = reviewer.get(path);
  BOOST_TEST(shown.has(value(fields, "unit_name")));
  BOOST_TEST(shown.has("110105********002X"));
  BOOST_TEST(!shown.has("11010519491231002X"));
  BOOST_TEST(reviewer.post(path + "/approve", fields_of(shown.html(), path + "/approve")).status() == 303);

  BOOST_TEST(unit.get("/ledger").status() == 200);
  Browser again;
  const Page login = log_in(again, "unit", value(fields, "login"), "correct horse 电池", "?return=/ledger/new");
  BOOST_TEST(login.location() == "/ledger/new");
  BOOST_TEST(again.get("/ledger/new").status() == 200);
}

BOOST_AUTO_TEST_CASE(a_refused_unit_sees_the_reason_corrects_and_stands_in_the_queue_again) {
  const Fields fields = registration();
  Browser unit, reviewer{make_user("administrator")};
  send_registration(unit, fields);
  const std::string path = "/admin/enterprises/" + unit_id(fields) + "/reject";
  BOOST_TEST(reviewer.submit(path, {{"reason", "  "}}).status() == 422);
  BOOST_TEST(reviewer.submit(path, {{"reason", "名称与证照不一致\n请更正"}}).status() == 303);
  BOOST_TEST(unit.get("/accounts/status").has("名称与证照不一致"));
  const Page form = unit.get("/accounts/registration");
  BOOST_TEST(form.has(value(fields, "unit_name")));
  BOOST_TEST(!form.has("11010519491231002X"));
  const Page done = unit.submit("/accounts/registration", {{"unit_name", "示范粮油总店"}, {"id_number", "11010519491231002x"}});
  BOOST_TEST(done.status() == 303);
  BOOST_TEST(text_of("select state || name from units where id = " + unit_id(fields)) == "pending示范粮油总店");
  BOOST_TEST(unit.get("/accounts/registration").location() == "/accounts/status");
}

BOOST_AUTO_TEST_CASE(submitting_twice_registers_once_and_leads_to_the_same_place) {
  Browser unit;
  Fields sent;
  const Page first = send_registration(unit, registration(), &sent);
  const std::string units = text_of("select count(*) from units");
  Browser same = unit;
  same.cookies.erase("qj_session");  // the double click: its answer's cookies have not arrived
  const Page second = same.post("/accounts/register", sent);
  BOOST_TEST(first.location() == second.location());
  BOOST_TEST(text_of("select count(*) from units") == units);
}

BOOST_AUTO_TEST_CASE(a_unit_registered_already_and_a_login_taken_are_told_beside_their_fields) {
  const Fields first = registration();
  Browser browser;
  send_registration(browser, first);
  const std::string code = value(first, "unit_code");
  // The same unit by its short code, the same login in capitals.
  std::string login = value(first, "login");
  for (char& c : login) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  Browser other;
  const Page page = send_registration(other, with(registration(), {{"unit_code", code}, {"login", login}}));
  BOOST_TEST(page.status() == 422);
  BOOST_TEST(page.has_error("unit_code"));
  BOOST_TEST(page.has_error("login"));
}

BOOST_AUTO_TEST_CASE(a_captcha_is_good_for_one_use_and_a_wrong_answer_uses_it_up) {
  Browser browser;
  const Page form = browser.get("/accounts/login");
  const Fields fields =
      with(fields_of(form.html(), "/accounts/login"),
           {{"user_type", "unit"}, {"login", "nobody"}, {"password", "no such password"}, {"op_login", "登录"}});
  const std::string right = captcha_answer(form.html());
  BOOST_TEST(browser.post("/accounts/login", with(fields, {{"captcha", "zzz"}})).has_error("captcha"));
  const Page late = browser.post("/accounts/login", with(fields, {{"captcha", right}}));
  BOOST_TEST(late.has_error("captcha"));
  BOOST_TEST(!late.has_error("login"));
  BOOST_TEST(browser.post("/accounts/login", with(fields, {{"captcha", right}, {"captcha_seal", "AAAA"}})).has_error("captcha"));
  BOOST_TEST(browser.post("/accounts/login", with(fields, {{"captcha", ""}})).has_error("captcha"));
}

BOOST_AUTO_TEST_CASE(unknown_user_wrong_type_and_wrong_password_get_the_same_answer) {
  const Person person = make_unit();
  std::vector<std::string> answers;
  for (const auto& [type, login, password] :
       {std::tuple<std::string, std::string, std::string>{"unit", person.login, "wrong password"},
        {"unit", "nobody-at-all", person.password},
        {"administrator", person.login, person.password}}) {
    Browser browser;
    const Page page = log_in(browser, type, login, password);
    BOOST_TEST(page.status() == 422);
    BOOST_TEST(page.has_error("login"));
    BOOST_TEST(browser.cookies.count("qj_session") == 0U);
    const auto at = page.html().find("id=\"f-login-error\"");
    answers.push_back(page.html().substr(at, page.html().find("</p>", at) - at));
  }
  BOOST_TEST(answers[0] == answers[1]);
  BOOST_TEST(answers[0] == answers[2]);
}

BOOST_AUTO_TEST_CASE(login_starts_a_new_session_and_logout_ends_it) {
  const Person person = make_unit();
  Browser browser;
  BOOST_TEST(log_in(browser, "unit", person.login, person.password).location() == "/ledger/overview");
  const std::string cookie = browser.cookies.at("qj_session");
  BOOST_TEST(cookie.size() == 64U);
  BOOST_TEST(browser.get("/ledger").status() == 200);
  const Page page = browser.get("/ledger");
  browser.post("/accounts/logout", fields_of(page.html(), "/accounts/logout"));
  BOOST_TEST(browser.cookies.count("qj_session") == 0U);
  browser.cookies["qj_session"] = cookie;  // whoever kept it
  BOOST_TEST(browser.get("/ledger").status() == 303);
}

BOOST_AUTO_TEST_CASE(login_leads_back_to_our_own_addresses_only) {
  const Person person = make_unit();
  for (const std::string back : {"//evil.test/", "http://evil.test/", "/%5Cevil.test", "javascript:alert(1)", "/%0d%0aX:1"}) {
    Browser browser;
    BOOST_TEST(log_in(browser, "unit", person.login, person.password, "?return=" + back).location() == "/ledger/overview");
  }
}

BOOST_AUTO_TEST_CASE(choosing_divisions_and_a_new_captcha_keep_what_was_typed) {
  Browser browser;
  Fields fields = registration();
  fields.pop_back();
  for (const char* button : {"op_division", "op_captcha"}) {
    const Page page = browser.submit("/accounts/register", with(with(fields, {{"division_2", ""}}), {{button, "x"}}));
    BOOST_TEST(page.status() == 200);
    BOOST_TEST(page.has(value(fields, "unit_name")));
    BOOST_TEST(page.has("value=\"110105\""));  // the next level is offered
    BOOST_TEST(!page.has("correct horse"));    // never a password
  }
}

BOOST_AUTO_TEST_CASE(a_body_without_its_fields_is_a_bad_request_and_not_empty_input) {
  Browser browser;
  const Fields all = fields_of(browser.get("/accounts/register").html(), "/accounts/register");
  Fields damaged;
  for (const auto& field : all)
    if (field.first != "unit_code") damaged.push_back(field);
  BOOST_TEST(browser.post("/accounts/register", damaged).status() == 400);
}

BOOST_AUTO_TEST_SUITE_END()
