// Requests an administrator decides: who cannot log in, whose unit somebody else registered, changed data, closing.
#include "base/clock.h"
#include "base/json.h"
#include "base/passwords.h"
#include "store/core/tidy.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

#include <regex>

namespace {

using namespace tests;

const std::string account_path = "/accounts/recover/account", claim_path = "/accounts/recover/claim",
                  status_path = "/accounts/recover/status", change_path = "/accounts/unit/change",
                  close_path = "/accounts/unit/close";
const std::string new_password = "korrekt Pferd 电池";

std::string of_unit(const Person& unit, const std::string& column) {
  return text_of("select " + column + " from units where id = " + std::to_string(unit.unit_id));
}
std::string newest_request() { return text_of("select max(id) from account_requests"); }
std::string request_path(const std::string& id) { return "/admin/requests/" + id; }
std::string request_state(const std::string& id) { return text_of("select state from account_requests where id = " + id); }

// What a form remembers of a file it has received.
std::string received_file(const std::string& name) {
  const nlohmann::json json = {"license", name, "执照.png", 68, base::now() + 600};
  return app_for("/accounts").services().seal.seal(json.dump());
}
std::string file_name() { return base::to_hex(base::random_bytes(16)) + ".png"; }

Page send(Browser& browser, const std::string& path, const Fields& fields) {
  const Page form = browser.get(path);
  return browser.post(path, with(with(fields_of(form.html(), path), {{"captcha", captcha_answer(form.html())}}), fields));
}

Fields recovery(const std::string& login, const std::string& code) {
  return {{"user_type", "unit"}, {"login", login},          {"organisation", "示范单位"}, {"organisation_code", code},
          {"contact", "示范人"}, {"mobile", "13900139000"}, {"explanation", "换了手机"},  {"op_recover", "x"}};
}
Fields claim(const Person& unit) {
  return {{"unit_name", of_unit(unit, "name")},
          {"unit_code", of_unit(unit, "unit_code")},
          {"contact", "示范人"},
          {"mobile", "13900139000"},
          {"explanation", "本单位从未注册"},
          {"proof_seal", received_file(file_name())},
          {"op_claim", "x"}};
}

std::string receipt_in(const std::string& html) {
  std::smatch m;
  BOOST_TEST_REQUIRE(std::regex_search(html, m, std::regex("status\\?r=([0-9a-f]{32})")));
  return m[1];
}
// Asks, and answers the receipt.
std::string ask(Browser& browser, const std::string& path, const Fields& fields) {
  const Page sent = send(browser, path, fields);
  BOOST_TEST_REQUIRE(sent.status() == 303);
  return receipt_in(browser.get(sent.location()).html());
}

Page decide(Browser& administrator, const std::string& id, const Fields& fields) {
  return administrator.submit(request_path(id), fields, request_path(id) + "/decide");
}
Page approve(Browser& administrator, const std::string& id, Fields fields = {}) {
  fields.emplace_back("op_approve", "x");
  return decide(administrator, id, fields);
}

// Without what differs from one request to the next by its nature.
std::string without_secrets(std::string html) {
  for (const char* secret :
       {"name=\"token\" value=\"[^\"]*\"", "[0-9a-f]{4}(-[0-9a-f]{4}){7}", "[0-9a-f]{32}", "受理号 [0-9]+", "<dd>[0-9]+</dd>"})
    html = std::regex_replace(html, std::regex(secret), "*");
  return html;
}

Fields changed_unit(Browser& browser, const Fields& changes) {
  return with(
      with(fields_of(browser.get(change_path).html(), change_path), {{"id_number", "11010519491231002X"}, {"op_request", "x"}}),
      changes);
}
Page request_close(Browser& browser, const std::string& password) {
  return browser.submit(close_path, {{"current_password", password}, {"understood", "yes"}, {"op_close", "x"}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(requests)

BOOST_AUTO_TEST_CASE(asking_for_an_account_that_exists_and_for_one_that_does_not_looks_the_same) {
  const Person unit = make_unit();
  std::vector<std::string> receipts, statuses;
  for (const auto& [login, code] : {std::pair<std::string, std::string>{unit.login, of_unit(unit, "unit_code")},
                                    {"nobody-" + unit.login, fresh_unit_code()}}) {
    Browser browser;
    const Page sent = send(browser, account_path, recovery(login, code));
    BOOST_TEST(sent.status() == 303);
    const Page receipt = browser.get(sent.location());
    BOOST_TEST(receipt.header("Cache-Control") == "no-store");
    const Page status = browser.get(status_path + "?r=" + receipt_in(receipt.html()));
    BOOST_TEST(status.has("待处理"));
    receipts.push_back(without_secrets(receipt.html()));
    statuses.push_back(without_secrets(status.html()));
  }
  BOOST_TEST(receipts[0] == receipts[1]);
  BOOST_TEST(statuses[0] == statuses[1]);
}

BOOST_AUTO_TEST_CASE(only_the_hash_of_a_receipt_is_stored) {
  Browser browser;
  const std::string receipt = ask(browser, account_path, recovery("nobody-at-all", fresh_unit_code()));
  BOOST_TEST(text_of("select encode(receipt_hash, 'hex') from account_requests where id = " + newest_request()) ==
             base::sha256_hex(receipt));
  BOOST_TEST(count("select count(*) from used_tokens where location like '%" + receipt + "%'") == 0);
  std::string typed;
  for (std::size_t at = 0; at < receipt.size(); at += 4) typed += " " + receipt.substr(at, 4) + "-";
  BOOST_TEST(Browser().get(status_path + "?r=" + web::percent_encode(typed)).has("待处理"));
  BOOST_TEST(Browser().get(status_path + "?r=" + std::string(32, '0')).has("没有找到这项申请"));
}

BOOST_AUTO_TEST_CASE(for_an_unknown_login_the_administrator_can_only_refuse) {
  Browser browser, administrator{make_user("administrator")};
  const std::string receipt = ask(browser, account_path, recovery("nobody-here", fresh_unit_code())), id = newest_request();
  const Page shown = administrator.get(request_path(id));
  BOOST_TEST(shown.has("未找到该用户"));
  BOOST_TEST(!shown.has("op_approve"));
  BOOST_TEST(approve(administrator, id).status() == 400);
  BOOST_TEST(decide(administrator, id, {{"op_reject", "x"}}).has_error("reason"));
  BOOST_TEST(decide(administrator, id, {{"op_reject", "x"}, {"reason", "没有这个用户名，请注册"}}).status() == 303);
  BOOST_TEST(browser.get(status_path + "?r=" + receipt).has("没有这个用户名，请注册"));
}

BOOST_AUTO_TEST_CASE(an_approved_request_sets_a_new_password_once_and_ends_the_sessions) {
  const Person unit = make_unit();
  owner().execute_script("update users set totp_secret_sealed = '\\x00' where id = " + std::to_string(unit.user_id));
  Browser browser, administrator{make_user("administrator")}, signed_in{unit};
  const std::string receipt = ask(browser, account_path, recovery(unit.login, of_unit(unit, "unit_code"))), id = newest_request();
  const std::string address = status_path + "?r=" + receipt;
  BOOST_TEST(administrator.get(request_path(id)).has("同时停用两步验证"));
  BOOST_TEST(approve(administrator, id, {{"ends_two_factor", "yes"}}).status() == 303);
  BOOST_TEST(signed_in.get("/ledger").status() == 200);  // nothing has happened yet
  BOOST_TEST(browser.submit(address, {{"password", "short"}, {"password_confirm", "short"}}).has_error("password"));
  const Page form = browser.get(address);
  const Fields once = with(fields_of(form.html(), status_path), {{"password", new_password}, {"password_confirm", new_password}});
  Browser late = browser;
  const Fields again = with(fields_of(late.get(address).html(), status_path),
                            {{"password", "another Pferd 电池"}, {"password_confirm", "another Pferd 电池"}});
  BOOST_TEST(browser.post(status_path, once).location() == "/accounts/login");
  BOOST_TEST(late.post(status_path, again).status() == 409);
  const std::string hash = text_of("select password_hash from users where id = " + std::to_string(unit.user_id));
  BOOST_TEST(base::Passwords(base::Config::load()).verify(hash, new_password));
  BOOST_TEST(text_of("select two_factor from users where id = " + std::to_string(unit.user_id)) == "false");
  BOOST_TEST(signed_in.get("/ledger").status() == 303);
  BOOST_TEST(browser.get(address).has("不能再次使用"));
  BOOST_TEST(request_state(id) == "done");
}

BOOST_AUTO_TEST_CASE(an_approval_is_void_after_seven_days) {
  const Person unit = make_unit();
  Browser browser, administrator{make_user("administrator")};
  const std::string receipt = ask(browser, account_path, recovery(unit.login, of_unit(unit, "unit_code"))), id = newest_request();
  approve(administrator, id);
  const std::string address = status_path + "?r=" + receipt;
  const Fields form =
      with(fields_of(browser.get(address).html(), status_path), {{"password", new_password}, {"password_confirm", new_password}});
  owner().execute_script("update account_requests set decided_at = now() - interval '7 days 1 minute' where id = " + id);
  BOOST_TEST(browser.post(status_path, form).status() == 409);
  BOOST_TEST(browser.get(address).has("7 天有效期"));
}

BOOST_AUTO_TEST_CASE(a_claim_needs_the_certificate_and_makes_a_new_manager_who_replaces_the_old) {
  const Person unit = make_unit();
  Browser browser, administrator{make_user("administrator")}, old{unit};
  BOOST_TEST(send(browser, claim_path, with(claim(unit), {{"proof_seal", ""}})).has_error("proof"));
  const std::string receipt = ask(browser, claim_path, claim(unit)), id = newest_request();
  const Page document = administrator.get(request_path(id) + "/document");
  BOOST_TEST(document.header("X-Accel-Redirect").rfind("/files/", 0) == 0);
  BOOST_TEST(approve(administrator, id, {{"locks_managers", "yes"}}).status() == 303);
  BOOST_TEST(old.get("/ledger").status() == 200);
  const std::string address = status_path + "?r=" + receipt, login = unique("neu");
  const Fields person = {
      {"login", login}, {"person", "示范新人"}, {"phone", ""}, {"password", new_password}, {"password_confirm", new_password}};
  BOOST_TEST(browser.submit(address, with(person, {{"login", unit.login}})).has_error("login"));
  BOOST_TEST(browser.submit(address, person).location() == "/accounts/login");
  BOOST_TEST(text_of("select role || state || unit_id from users where login = '" + login + "'") ==
             "manageractive" + std::to_string(unit.unit_id));
  BOOST_TEST(text_of("select state from users where id = " + std::to_string(unit.user_id)) == "locked");
  BOOST_TEST(old.get("/ledger").status() == 303);
  BOOST_TEST(
      count("select count(*) from unit_reviews where decision = 'claimed' and unit_id = " + std::to_string(unit.unit_id)) == 1);
}

BOOST_AUTO_TEST_CASE(a_change_takes_effect_when_it_is_approved_and_of_two_administrators_one_decides) {
  const Person person = make_unit();
  owner().execute_script("update units set email = 'change@example.cn' where id = " + std::to_string(person.unit_id));
  Browser unit{person}, first{make_user("administrator")}, second{make_user("administrator")};
  const std::string name = unique("示范更名单位"), file = file_name(), before = of_unit(person, "name");
  const Fields fields = changed_unit(unit, {{"unit_name", name}, {"license_seal", received_file(file)}});
  BOOST_TEST(unit.post(change_path, with(fields, {{"id_number", ""}})).has_error("id_number"));
  BOOST_TEST(unit.post(change_path, fields).location() == "/accounts/unit");
  const std::string id = newest_request();
  BOOST_TEST(of_unit(person, "name") == before);
  BOOST_TEST(unit.get("/ledger").status() == 200);
  BOOST_TEST(unit.get("/accounts/unit").has("等待管理员处理"));
  BOOST_TEST(unit.get(change_path).location() == "/accounts/unit");  // one at a time
  const Page shown = second.get(request_path(id));
  BOOST_TEST(shown.has(before));
  BOOST_TEST(shown.has(name));
  BOOST_TEST(!shown.has("11010519491231002X"));
  const Fields late = with(fields_of(shown.html(), request_path(id) + "/decide"), {{"op_reject", "x"}, {"reason", "不同意"}});
  BOOST_TEST(approve(first, id).status() == 303);
  BOOST_TEST(second.post(request_path(id) + "/decide", late).status() == 409);
  BOOST_TEST(of_unit(person, "name") == name);
  BOOST_TEST(count("select count(*) from unit_documents where file_name = '" + file + "'") == 1);
  BOOST_TEST(of_unit(person, "length(id_number_sealed) > 10") == "true");
  BOOST_TEST(text_of("select data->>'decision' from outbox where kind = 'request_result' and recipient = 'change@example.cn'") ==
             "approved");
  BOOST_TEST(unit.get("/accounts/unit").has("变更申请通过"));
}

BOOST_AUTO_TEST_CASE(a_change_to_a_code_that_another_unit_registered_meanwhile_is_not_approved) {
  const Person person = make_unit(), other = make_unit();
  Browser unit{person}, administrator{make_user("administrator")};
  BOOST_TEST(unit.post(change_path, changed_unit(unit, {{"unit_code", of_unit(other, "unit_code")}})).has_error("unit_code"));
  const std::string code = fresh_unit_code();
  BOOST_TEST(unit.post(change_path, changed_unit(unit, {{"unit_code", code}})).status() == 303);
  const std::string id = newest_request();
  owner().execute_script("update units set unit_key = '" + code.substr(8, 9) + "' where id = " + std::to_string(other.unit_id));
  const Page refused = approve(administrator, id);
  BOOST_TEST(refused.status() == 422);
  BOOST_TEST(refused.has("已被另一家单位注册"));
  BOOST_TEST(refused.has("代码相同"));
  BOOST_TEST(request_state(id) == "pending");
}

BOOST_AUTO_TEST_CASE(a_unit_takes_back_its_own_request_and_nobody_elses) {
  const Person person = make_unit();
  Browser unit{person}, other{make_unit()}, administrator{make_user("administrator")};
  BOOST_TEST(unit.post(change_path, changed_unit(unit, {{"unit_name", "示范变更"}})).status() == 303);
  BOOST_TEST(other.post(change_path, changed_unit(other, {{"unit_name", "示范变更"}})).status() == 303);
  const std::string foreign = newest_request();
  const Page page = unit.get("/accounts/unit");
  const Fields own = fields_of(page.html(), "/accounts/unit/withdraw");
  for (const std::string& id : {foreign, std::string("999999999"), std::string("x"), std::string("")})
    BOOST_TEST(unit.post("/accounts/unit/withdraw", with(own, {{"request", id}})).status() == 404);
  BOOST_TEST(request_state(foreign) == "pending");
  BOOST_TEST(unit.post("/accounts/unit/withdraw", own).status() == 303);
  BOOST_TEST(unit.get("/accounts/unit").has("撤回变更申请"));
  BOOST_TEST(unit.get(change_path).status() == 200);
  BOOST_TEST(
      unit.post("/accounts/unit/withdraw",
                with(own, {{"token", fields_of(other.get("/accounts/unit").html(), "/accounts/unit/withdraw").at(1).second}}))
          .status() == 403);
  Browser viewer{make_unit("approved", "viewer")};
  BOOST_TEST(viewer.get("/accounts/unit").status() == 403);
}

BOOST_AUTO_TEST_CASE(closing_needs_the_password_and_a_tick_and_wrong_ones_are_throttled) {
  const Person person = make_unit();
  Browser unit{person};
  BOOST_TEST(unit.submit(close_path, {{"current_password", person.password}}).has_error("understood"));
  for (int n = 0; n < 5; ++n) BOOST_TEST(request_close(unit, "wrong password").has("密码不正确"));
  const Page throttled = request_close(unit, person.password);
  BOOST_TEST(throttled.status() == 422);
  BOOST_TEST(throttled.has("分钟后再试"));
  owner().execute_script("delete from login_throttle");
  BOOST_TEST(request_close(unit, person.password).status() == 303);
  BOOST_TEST(unit.get(close_path).location() == "/accounts/unit");
  BOOST_TEST(unit.get("/ledger").status() == 200);
}

BOOST_AUTO_TEST_CASE(closing_erases_personal_data_keeps_the_ledger_and_frees_the_code) {
  const Person person = make_unit();
  const std::string unit_id = std::to_string(person.unit_id), code = of_unit(person, "unit_code"), name = of_unit(person, "name"),
                    file = file_name();
  owner().execute_script("update units set email = 'closing@example.cn' where id = " + unit_id);
  add_instrument(person.unit_id, scale());
  Browser unit{person}, administrator{make_user("administrator")}, claimant;
  BOOST_TEST(unit.post(change_path, changed_unit(unit, {{"license_seal", received_file(file)}})).status() == 303);
  BOOST_TEST(store::known_files(owner()).count(file) == 1U);
  const std::string receipt = ask(claimant, claim_path, claim(person)), claimed = newest_request();
  approve(administrator, claimed);
  BOOST_TEST(request_close(unit, person.password).status() == 303);
  const std::string id = newest_request();
  BOOST_TEST(approve(administrator, id).status() == 303);

  BOOST_TEST(of_unit(person, "state || representative || id_number_masked || contact || mobile || email") == "closed");
  BOOST_TEST(of_unit(person, "id_number_sealed is null") == "true");
  BOOST_TEST(of_unit(person, "name") == name);
  BOOST_TEST(text_of("select state || name || phone || email || password_hash from users where id = " +
                     std::to_string(person.user_id)) == "removed!");
  BOOST_TEST(count("select count(*) from users where login = '" + person.login + "'") == 0);
  BOOST_TEST(count("select count(*) from account_requests where unit_id = " + unit_id +
                   " and (details <> '{}' or document <> '' or id_number_sealed is not null)") == 0);
  BOOST_TEST(count("select count(*) from account_requests where unit_id = " + unit_id + " and state = 'pending'") == 0);
  BOOST_TEST(store::known_files(owner()).count(file) == 0U);
  BOOST_TEST(count("select count(*) from instruments where unit_id = " + unit_id) == 1);
  BOOST_TEST(text_of("select data->>'decision' from outbox where recipient = 'closing@example.cn' order by id desc limit 1") ==
             "closed");
  BOOST_TEST(unit.get("/ledger").status() == 303);
  BOOST_TEST(claimant.get(status_path + "?r=" + receipt).has("已注销"));  // an approval for what is gone opens nothing
  for (const std::string& path : {request_path(id), request_path(claimed), "/admin/enterprises/" + unit_id})
    BOOST_TEST(administrator.get(path).status() == 200);

  Browser anew;
  const std::string n = unique("");
  const Page registered = send(anew, "/accounts/register",
                               {{"unit_type", "enterprise"},
                                {"unit_name", name},
                                {"unit_code", code},
                                {"division_1", "110000"},
                                {"division_2", "110105"},
                                {"representative", "示范人"},
                                {"id_type", "id_card"},
                                {"id_number", "11010519491231002X"},
                                {"contact", "示范人"},
                                {"mobile", "13800138000"},
                                {"login", "shifan" + n},
                                {"password", new_password},
                                {"password_confirm", new_password},
                                {"consent_terms", "yes"},
                                {"consent_privacy", "yes"},
                                {"consent_id_number", "yes"},
                                {"op_register", "x"}});
  BOOST_TEST(registered.location() == "/accounts/status");
}

BOOST_AUTO_TEST_CASE(a_unit_registered_already_is_shown_both_ways_out) {
  const Person unit = make_unit();
  Browser browser;
  const Page page = send(browser, "/accounts/register", {{"unit_code", of_unit(unit, "unit_code")}, {"op_register", "x"}});
  BOOST_TEST(page.status() == 422);
  Browser other{make_unit()};
  const Page taken = other.post(change_path, changed_unit(other, {{"unit_code", of_unit(unit, "unit_code")}}));
  BOOST_TEST(taken.has("href=\"/accounts/recover\""));
  BOOST_TEST(taken.has("href=\"/accounts/recover/claim\""));
}

BOOST_AUTO_TEST_CASE(the_administrator_finds_requests_by_kind_and_state_and_is_told_how_many_wait) {
  Browser browser, administrator{make_user("administrator")};
  ask(browser, account_path, with(recovery("nobody-waits", fresh_unit_code()), {{"organisation", "<b>\"'&{{X}}"}}));
  const std::string id = newest_request(), link = "href=\"" + request_path(id) + "\"";
  BOOST_TEST(administrator.get("/admin").has("/admin/requests?kind=recover"));
  const auto last = [&](const std::string& kind) { return "/admin/requests?page=99999&kind=" + kind; };
  const Page list = administrator.get(last("recover"));
  BOOST_TEST(list.has(link));
  BOOST_TEST(list.has("&lt;b&gt;&quot;&#39;&amp;{{X}}"));
  BOOST_TEST(!administrator.get(last("close")).has(link));
  BOOST_TEST(!administrator.get("/admin/requests?state=done").has(link));
  BOOST_TEST(administrator.get(request_path("999999999")).status() == 404);
  BOOST_TEST(administrator.get(request_path(id) + "/document").status() == 404);
}

BOOST_AUTO_TEST_SUITE_END()
