// Who asks the public's area much is asked for a captcha: what counts, what a solved one gives, what is worth nothing, and where
// it leads.
#include "web/query_limit.h"

#include "base/clock.h"
#include "base/json.h"
#include "query/pages.h"
#include "web/api.h"
#include "web/browser.h"
#include "web/params.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <regex>

namespace {

using namespace tests;

const std::string asked = "/query/validity?c=";

std::string fresh_address() {
  static int n = 0;
  return "203.0.113." + std::to_string(++n);
}
Browser somebody(const std::string& address = fresh_address()) {
  Browser browser;
  browser.address = address;
  return browser;
}

const web::Services& services() { return app_for("/query/").services(); }
int free_queries() { return services().config.queries_free; }
int solved_queries() { return services().config.queries_solved; }

int ask(Browser& browser, const std::string& what = "x") { return browser.get(asked + what).status(); }
// How many more it may ask.
int left(Browser& browser) {
  for (int n = 0; n < 1000; ++n)
    if (ask(browser) == 429) return n;
  throw std::runtime_error("nobody asks for a captcha");
}
void use_up(Browser& browser) { BOOST_TEST(left(browser) == free_queries()); }

Fields right_answer(const Page& page) {
  return with(fields_of(page.html(), "/query/captcha"), {{"captcha", captcha_answer(page.html())}, {"op_continue", "x"}});
}
Page solve(Browser& browser, const std::string& path = "/query/captcha") {
  return browser.post("/query/captcha", right_answer(browser.get(path)));
}
std::string without_id(const Page& page) { return std::regex_replace(page.html(), std::regex("test-[0-9]+"), ""); }
std::string sealed(const nlohmann::json& json) { return services().seal.seal(json.dump()); }

// An area of one page and one answer for programs, to be asked in any way.
web::Response page(web::Context& ctx) { return ctx.render(ctx.page("query/validity.tpl")); }
web::Response program(web::Context&) { return web::api_answer({{"found", 0}}); }
constexpr web::Route two_routes[] = {
    {"GET", "/query/institutions/{id}", web::Access::anyone, web::Proof::none, page},
    {"GET", "/query/instruments", web::Access::anyone, web::Proof::none, page},
    {"GET", "/query/api/instruments", web::Access::anyone, web::Proof::none, program},
};
class TwoRoutes {
 public:
  explicit TwoRoutes(std::string uncounted = "") : app_(area_, tools_with(std::move(uncounted))) {}
  web::Response get(const std::string& path, const std::string& query, const std::string& address) {
    web::Request request;
    request.method = "GET";
    request.path = path;
    request.query = web::parse_urlencoded(query);
    request.address = address;
    return app_.respond(request);
  }
  int asked_for(const std::string& path, const std::string& query, const std::string& address) {
    int n = 0;
    while (n < 200 && get(path, query, address).status != 429) ++n;
    return n;
  }

 private:
  static web::Services tools_with(std::string uncounted) {
    web::Services made = web::App::make_tools(area_, base::Config::load());
    made.config.queries_free = 5;
    made.config.queries_uncounted.clear();
    if (!uncounted.empty()) made.config.queries_uncounted.push_back(std::move(uncounted));
    return made;
  }
  static constexpr web::Area area_ = web::anonymous_area("query", two_routes, query::ask_for_captcha);
  web::App app_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(query_limit)

BOOST_AUTO_TEST_CASE(after_so_many_queries_a_captcha_is_asked_for_and_leads_on_to_what_was_asked) {
  Browser browser = somebody();
  use_up(browser);
  const Page page = browser.get("/query/validity?c=%E7%A7%A4%3Cb%3E&zz=1");
  BOOST_TEST(page.status() == 429);
  BOOST_TEST(page.has("请输入验证码后继续查询"));
  BOOST_TEST(!page.has("<b>"));
  BOOST_TEST(page.header("Cache-Control") == "no-store");
  const int wait = std::stoi(page.header("Retry-After"));
  BOOST_TEST((wait > 0 && wait <= web::free_seconds));
  const Page picture = browser.get(between(page.html(), "<img class=\"captcha\" src=\"", "\""));
  BOOST_TEST(picture.status() == 200);
  BOOST_TEST(picture.header("Cache-Control") == "no-store");
  BOOST_TEST(picture.html().substr(1, 3) == "PNG");
  const Page passed = browser.post("/query/captcha", right_answer(page));
  BOOST_TEST(passed.status() == 303);
  BOOST_TEST(passed.location() == "/query/validity?c=%E7%A7%A4%3Cb%3E&zz=1&ie=%E2%9C%93");
  BOOST_TEST(left(browser) == solved_queries());
  BOOST_TEST(left(browser) == 0);
  BOOST_TEST(solve(browser, asked + "x").status() == 303);  // and again
  BOOST_TEST(left(browser) == solved_queries());
}

BOOST_AUTO_TEST_CASE(the_pictures_text_is_an_answer_too) {
  Browser browser = somebody();
  const Page page = browser.get("/query/captcha");
  Fields fields = fields_of(page.html(), "/query/captcha");
  const auto seal = std::find_if(fields.begin(), fields.end(), [](const auto& f) { return f.first == "captcha_seal"; });
  const auto challenge = nlohmann::json::parse(*services().seal.open(seal->second));
  fields = with(fields, {{"captcha", challenge[2].get<std::string>()}});
  BOOST_TEST(browser.post("/query/captcha", fields).status() == 303);
}

BOOST_AUTO_TEST_CASE(a_solved_captcha_gives_its_queries_once_however_often_it_is_sent) {
  Browser browser = somebody();
  use_up(browser);
  const Fields fields = right_answer(browser.get(asked + "x"));
  BOOST_TEST(browser.post("/query/captcha", fields).status() == 303);
  const std::string first = browser.cookies.at(web::pass_cookie);
  for (int n = 0; n < solved_queries() - 10; ++n) BOOST_REQUIRE(ask(browser) != 429);
  BOOST_TEST(browser.post("/query/captcha", fields).status() == 303);
  BOOST_TEST(browser.cookies.at(web::pass_cookie) != first);  // sealed anew, for the same queries
  BOOST_TEST(left(browser) == 10);
  browser.post("/query/captcha", fields);
  BOOST_TEST(left(browser) == 0);
  browser.cookies[web::pass_cookie] = first;
  BOOST_TEST(left(browser) == 0);
}

BOOST_AUTO_TEST_CASE(a_wrong_answer_uses_the_captcha_up_and_each_mistake_is_told_beside_the_field) {
  Browser browser = somebody();
  const Page form = browser.get("/query/captcha?return=%2Fquery%2Fvalidity%3Fc%3Dabc");
  const Fields fields = right_answer(form);
  const Page wrong = browser.post("/query/captcha", with(fields, {{"captcha", "zzz"}}));
  BOOST_TEST(wrong.status() == 422);
  BOOST_TEST(wrong.has_error("captcha"));
  BOOST_TEST(wrong.has("错误："));
  BOOST_TEST(wrong.has("value=\"/query/validity?c=abc\""));
  BOOST_TEST(browser.post("/query/captcha", fields).status() == 422);  // too late to be right
  for (const Fields& bad : {Fields{{"captcha", ""}}, Fields{{"captcha_seal", "AAAA"}}, Fields{{"captcha_seal", ""}}})
    BOOST_TEST(browser.post("/query/captcha", with(right_answer(browser.get("/query/captcha")), bad)).has_error("captcha"));
  BOOST_TEST(!browser.cookies.count(web::pass_cookie));
  BOOST_TEST(browser.post("/query/captcha", right_answer(wrong)).location() == "/query/validity?c=abc");
  const Page another = browser.post("/query/captcha", with(fields, {{"op_captcha", "换一张"}}));
  BOOST_TEST(another.status() == 200);
  BOOST_TEST(!another.has_error("captcha"));
}

BOOST_AUTO_TEST_CASE(a_captcha_serves_the_address_it_was_shown_to_for_five_minutes) {
  Browser browser = somebody(), other = somebody();
  const Fields fields = right_answer(browser.get("/query/captcha"));
  other.cookies = browser.cookies;
  BOOST_TEST(other.post("/query/captcha", fields).has_error("captcha"));
  const auto with_seal = [&](long long expires, const std::string& purpose) {
    return with(fields, {{"captcha", "7"}, {"captcha_seal", sealed({purpose, "00", "ABCDE", 3, 4, true, expires})}});
  };
  const std::string ours = "captcha" + browser.address + "/32";
  BOOST_TEST(browser.post("/query/captcha", with_seal(base::now() - 1, ours)).has_error("captcha"));
  BOOST_TEST(browser.post("/query/captcha", with_seal(base::now() + 60, "captcha")).has_error("captcha"));  // of a login
  BOOST_TEST(browser.post("/query/captcha", with_seal(base::now() + 60, ours)).status() == 303);
  Browser login = somebody(browser.address);
  const Page form = login.get("/accounts/login");
  BOOST_TEST(login
                 .post("/accounts/login", with(fields_of(form.html(), "/accounts/login"),
                                               {{"user_type", "unit"},
                                                {"login", "nobody"},
                                                {"password", "x"},
                                                {"captcha", "7"},
                                                {"captcha_seal", sealed({ours, "01", "ABCDE", 3, 4, true, base::now() + 60})}}))
                 .has_error("captcha"));
}

BOOST_AUTO_TEST_CASE(a_pass_that_is_forged_old_or_anothers_is_worth_nothing) {
  Browser browser = somebody(), other = somebody();
  use_up(browser);
  use_up(other);
  solve(other, asked + "x");
  const std::string network = browser.address + "/32", good = other.cookies.at(web::pass_cookie);
  const long long soon = base::now() + 60;
  const std::vector<std::string> worthless = {
      good,
      good.substr(0, good.size() - 4) + "AAAA",
      "",
      "x",
      std::string(5000, 'A'),
      sealed({"pass", "aa", network, base::now() - 1}),
      sealed({"pass", "aa", other.address + "/32", soon}),
      sealed({"other", "aa", network, soon}),
      sealed("pass"),
      base::Key(std::string(32, 'k')).seal(nlohmann::json({"pass", "aa", network, soon}).dump())};
  for (const std::string& cookie : worthless) {
    browser.cookies[web::pass_cookie] = cookie;
    BOOST_TEST(ask(browser) == 429, cookie.substr(0, 60));
  }
  browser.cookies[web::pass_cookie] = sealed({"pass", unique("aa"), network, soon});
  BOOST_TEST(ask(browser) != 429);
}

BOOST_AUTO_TEST_CASE(only_what_asks_for_something_counts) {
  Browser browser = somebody();
  for (int n = 0; n < free_queries() + 5; ++n) {
    for (const char* path : {"/query/validity", "/query/validity?c=", "/query/validity?ie=%E2%9C%93&c=",
                             "/query/captcha?return=x", "/query/captcha/picture?c=x", "/query/nothing?c=x"})
      BOOST_REQUIRE(browser.get(path).status() != 429);
    BOOST_REQUIRE(browser.post("/query/validity", {{"c", "x"}}).status() == 405);
  }
  use_up(browser);
  BOOST_TEST(browser.get("/query/validity").status() == 200);
}

BOOST_AUTO_TEST_CASE(every_page_and_every_answer_of_the_area_is_counted_together) {
  TwoRoutes area;
  BOOST_TEST(area.asked_for("/query/instruments", "q=x", "198.51.100.1") == 5);
  BOOST_TEST(area.get("/query/institutions/7", "", "198.51.100.1").status == 429);
  BOOST_TEST(area.get("/query/instruments", "", "198.51.100.1").status == 200);
  BOOST_TEST(area.asked_for("/query/institutions/7", "", "198.51.100.2") == 5);
  BOOST_TEST(area.asked_for("/query/api/instruments", "q=x", "198.51.100.3") == 5);
  const web::Response refused = area.get("/query/api/instruments", "q=x", "198.51.100.3");
  BOOST_TEST(refused.content_type == "application/json; charset=utf-8");
  const auto json = nlohmann::json::parse(refused.body);
  BOOST_TEST(json["error"]["code"].get<std::string>() == "API_TOO_MANY");
  BOOST_TEST(!json["error"]["message"].get<std::string>().empty());
  const auto retry =
      std::find_if(refused.headers.begin(), refused.headers.end(), [](const auto& h) { return h.first == "Retry-After"; });
  BOOST_REQUIRE(retry != refused.headers.end());
  BOOST_TEST(std::stoi(retry->second) > 590);
}

BOOST_AUTO_TEST_CASE(the_half_of_an_ipv6_address_that_a_connection_has_is_one_and_trusted_networks_are_never_asked) {
  TwoRoutes area("10.0.0.0/8");
  BOOST_TEST(area.asked_for("/query/instruments", "q=x", "2001:db8:1:1::1") == 5);
  BOOST_TEST(area.asked_for("/query/instruments", "q=x", "2001:db8:1:1:ffff::2") == 0);
  BOOST_TEST(area.asked_for("/query/instruments", "q=x", "2001:db8:1:2::1") == 5);
  BOOST_TEST(area.asked_for("/query/instruments", "q=x", "10.2.3.4") == 200);
}

BOOST_AUTO_TEST_CASE(a_captcha_leads_only_to_pages_of_the_area) {
  Browser browser = somebody();
  const auto leads_to = [&](const std::string& back) {
    const Page page = browser.get("/query/captcha");
    return browser.post("/query/captcha", with(right_answer(page), {{"return", back}})).location();
  };
  for (const std::string& good :
       {std::string("/query/instruments/search?q=%E7%A7%A4&ie=%E2%9C%93"), std::string("/query/institutions/7")})
    BOOST_TEST(leads_to(good) == good);
  for (const std::string& bad :
       {std::string("//evil.example/"), std::string("http://evil.example/query/"), std::string("/\\evil.example"),
        std::string("/ledger"), std::string("/query/../ledger"), std::string("/query/%2e%2e/ledger"), std::string("/query/./x"),
        std::string("/query//evil"), std::string("/query/x\r\nX-Evil: 1"), std::string("/query/captcha?return=x"),
        std::string(""), std::string("/query"), std::string("/queryx/y"), "/query/instruments?q=" + std::string(7000, 'a'),
        std::string("javascript:alert(1)")})
    BOOST_TEST(leads_to(bad) == "/query", bad.substr(0, 60));
}

BOOST_AUTO_TEST_CASE(what_anybody_gets_by_get_is_the_same_whatever_cookies_they_send_and_sets_none) {
  const Person unit = make_unit();
  for (const web::Route& route : query::routes) {
    if (route.method != "GET" || route.counting == web::Counting::free || route.path.find("{id}") != std::string_view::npos)
      continue;
    Browser bare = somebody("127.0.0.1"), known = somebody("127.0.0.1");
    known.cookies = {{"qj_session", unit.cookie}, {"qj_visit", "AAAAAAAAAAAAAAAAAAAAAA"}, {"qj_pass", "x"}, {"other", "<b>"}};
    const auto before = known.cookies;
    const Page one = bare.get(std::string(route.path)), two = known.get(std::string(route.path));
    BOOST_TEST_CONTEXT(route.path) {
      BOOST_TEST(without_id(one) == without_id(two));
      BOOST_TEST(one.header("Set-Cookie") == "");
      BOOST_TEST(two.header("Set-Cookie") == "");
      BOOST_TEST((bare.cookies.empty() && known.cookies == before));
    }
    known.cookies["qj_display"] = "large";
    if (one.html().find("<html") != std::string::npos) BOOST_TEST(known.get(std::string(route.path)).has("class=\"large\""));
  }
}

BOOST_AUTO_TEST_CASE(forms_of_an_anonymous_area_leave_nothing_in_the_database) {
  Browser browser = somebody();
  const Fields fields = right_answer(browser.get("/query/captcha"));
  const std::string tokens = "select count(*) from used_tokens", captchas = "select count(*) from used_captchas";
  const long long before = count(tokens), captchas_before = count(captchas);
  BOOST_TEST(browser.post("/query/captcha", with(fields, {{"captcha", "zzz"}})).status() == 422);
  BOOST_TEST(browser.post("/query/captcha", fields).status() == 422);
  for (int n = 0; n < 2; ++n)
    BOOST_TEST(browser.post("/query/captcha", right_answer(browser.get("/query/captcha"))).status() == 303);
  BOOST_TEST(count(tokens) == before);
  BOOST_TEST(count(captchas) == captchas_before);
  Browser foreign = somebody(browser.address);
  BOOST_TEST(foreign.post("/query/captcha", fields).status() == 403);  // another browser's token
}

BOOST_AUTO_TEST_SUITE_END()
