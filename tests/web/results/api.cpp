// What an institution's own system may do with its token: accepted lines, results; and the pages where tokens are made and
// revoked.
#include "base/json.h"
#include "common/desk.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

#include <set>

namespace {

using namespace tests;
using nlohmann::json;

Page ask(const std::string& method, const std::string& path, const std::string& token, const std::string& body = "",
         const std::string& address = "127.0.0.1") {
  web::Request request;
  request.method = method;
  request.path = path.substr(0, path.find('?'));
  if (path.find('?') != std::string::npos)
    for (const auto& [name, value] :
         std::vector<std::pair<std::string, std::string>>{{between(path, "?", "="), path.substr(path.find('=') + 1)}})
      request.query.add(name, value);
  request.id = "test-api";
  request.address = address;
  if (!token.empty()) request.authorization = "Bearer " + token;
  request.body = body;
  return {app_for("/desk").respond(request)};
}

json read(const Page& page) { return json::parse(page.html()); }

std::string new_token(const Person& manager, const Fields& fields = {}) {
  Browser browser{manager};
  const Page page =
      browser.post("/desk/tokens/new", with(with(fields_of(browser.get("/desk/tokens/new").html(), "/desk/tokens/new"),
                                                 {{"token_name", "检定业务系统"}, {"op_create", "生成"}}),
                                            fields.empty() ? Fields{{"scopes", "lines"}} : fields));
  return between(page.html(), "<code class=\"secret\">", "</code>");
}

std::string both_scopes(const Person& manager) {
  const std::string token = new_token(manager);
  sql("update api_tokens set scopes = '{lines,results}' where institution_id = (select institution_id from users where id = " +
      user_id_of(manager) + ")");
  return token;
}

json passed(const Line& line) {
  return {{"line_key", line.number + "-1"}, {"result", "pass"},    {"mark", "certificate"}, {"result_number", "示范证"},
          {"verified_on", today().iso()},   {"verifier", "张检定"}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(api)

BOOST_AUTO_TEST_CASE(a_token_is_shown_once_and_kept_as_a_hash) {
  const Institution institution = make_institution();
  const std::string token = new_token(institution.person);
  BOOST_TEST(token.rfind("qj_", 0) == 0);
  Browser browser{institution.person};
  const Page list = browser.get("/desk/tokens");
  BOOST_TEST(list.has("检定业务系统"));
  BOOST_TEST(list.has("从未使用"));
  BOOST_TEST(!list.has(token));
  BOOST_TEST(count("select count(*) from api_tokens where institution_id = " + std::to_string(institution.id)) == 1);
  BOOST_TEST(ask("GET", "/desk/api/lines", token).status() == 200);
  BOOST_TEST(browser.get("/desk/tokens").has("127.0.0.1"));
  Browser clerk{make_clerk(institution, "worker")}, foreign{make_institution().person};
  BOOST_TEST(clerk.get("/desk/tokens").status() == 403);
  const std::string revoke =
      "/desk/tokens/" + text_of("select id from api_tokens where institution_id = " + std::to_string(institution.id)) + "/revoke";
  BOOST_TEST(foreign.get(revoke).status() == 404);
  BOOST_TEST(browser.submit(revoke, {{"op_revoke", "吊销"}}).status() == 303);
  BOOST_TEST(ask("GET", "/desk/api/lines", token).status() == 401);
  BOOST_TEST(browser.get("/desk/tokens").has("已吊销"));
}

BOOST_AUTO_TEST_CASE(a_bad_form_keeps_what_was_typed) {
  Browser browser{make_institution().person};
  const Page page = browser.submit("/desk/tokens/new", {{"token_name", ""}, {"expires_on", "明年"}, {"addresses", "<b>示范"}});
  BOOST_TEST(page.status() == 422);
  for (const char* field : {"token_name", "scopes", "expires_on", "addresses"}) BOOST_TEST(page.has_error(field), field);
  BOOST_TEST(page.has("&lt;b&gt;示范"));
  BOOST_TEST(page.has("value=\"明年\""));
}

BOOST_AUTO_TEST_CASE(who_has_no_right_is_told_in_json) {
  const Institution institution = make_institution();
  const std::string token = new_token(institution.person);
  const auto code = [](const Page& page) { return read(page)["error"]["code"].get<std::string>(); };
  BOOST_TEST(code(ask("GET", "/desk/api/lines", "")) == "API_TOKEN_UNKNOWN");
  BOOST_TEST(code(ask("GET", "/desk/api/lines", "qj_x")) == "API_TOKEN_UNKNOWN");
  BOOST_TEST(ask("GET", "/desk/api/lines", "").header("WWW-Authenticate") == "Bearer");
  BOOST_TEST(code(ask("POST", "/desk/api/results", token, "{}")) == "API_SCOPE");
  BOOST_TEST(code(ask("GET", "/desk/api/nothing", token)) == "API_NOT_FOUND");
  BOOST_TEST(code(ask("POST", "/desk/api/lines", token)) == "API_BAD_REQUEST");
  const std::string of = " where institution_id = " + std::to_string(institution.id);
  sql("update api_tokens set addresses = '{10.1.2.0/24}'" + of);
  BOOST_TEST(code(ask("GET", "/desk/api/lines", token)) == "API_TOKEN_ADDRESS");
  BOOST_TEST(ask("GET", "/desk/api/lines", token, "", "10.1.2.200").status() == 200);
  sql("update api_tokens set addresses = '{}', expires_on = date '" + today().plus_days(-1).iso() + "'" + of);
  BOOST_TEST(code(ask("GET", "/desk/api/lines", token)) == "API_TOKEN_EXPIRED");
  sql("update api_tokens set expires_on = date '" + today().iso() + "'" + of);
  BOOST_TEST(ask("GET", "/desk/api/lines", token).status() == 200);
  sql("update institutions set state = 'suspended' where id = " + std::to_string(institution.id));
  BOOST_TEST(code(ask("GET", "/desk/api/lines", token)) == "API_TOKEN_UNKNOWN");
  // A person's session is no token.
  web::Request request;
  request.method = "GET";
  request.path = "/desk/api/lines";
  request.cookies["qj_session"] = institution.person.cookie;
  BOOST_TEST(app_for("/desk").respond(request).status == 401);
}

BOOST_AUTO_TEST_CASE(lines_come_a_piece_at_a_time_and_only_the_institutions_own) {
  const Institution institution = make_institution(), other = make_institution();
  const Person unit = make_unit();
  std::vector<long long> instruments;
  for (int n = 0; n < 5; ++n) instruments.push_back(add_instrument(unit.unit_id, scale()));
  send_lines(unit, institution, instruments);
  send_line(unit, other, add_instrument(unit.unit_id, scale()));
  const std::string token = new_token(institution.person);
  const json first = read(ask("GET", "/desk/api/lines?limit=2", token));
  BOOST_TEST(first["lines"].size() == 2U);
  BOOST_TEST(first["lines"][0]["state"] == "accepted");
  BOOST_TEST(first["lines"][0]["quantity"] == 1);
  BOOST_TEST(first["lines"][0]["measuring_range"] == "（0.1～30）kg");
  std::set<std::string> keys;
  std::string path = "/desk/api/lines?limit=500";
  const json all = read(ask("GET", path, token));
  for (const json& line : all["lines"]) keys.insert(line["line_key"].get<std::string>());
  BOOST_TEST(keys.size() == 5U);
  BOOST_TEST(all["next"].is_null());
  const json rest = read(ask("GET", "/desk/api/lines?after=" + first["next"].get<std::string>(), token));
  BOOST_TEST(rest["lines"].size() == 3U);
  for (const char* bad :
       {"limit=0", "limit=x", "limit=501", "after=x", "after=2026-01-01.1", "planned_from=2026/1/1", "delivery=x"})
    BOOST_TEST(ask("GET", std::string("/desk/api/lines?") + bad, token).status() == 422, bad);
  BOOST_TEST(ask("GET", "/desk/api/lines", new_token(other.person)).has("\"lines\":["));
  BOOST_TEST(!ask("GET", "/desk/api/lines", new_token(other.person)).has(*keys.begin()));
}

BOOST_AUTO_TEST_CASE(results_reach_the_ledger_at_once_and_only_once) {
  const Institution institution = make_institution();
  const Person unit = make_unit();
  const long long instrument = add_instrument(unit.unit_id, scale());
  const Line line = send_line(unit, institution, instrument);
  const std::string token = both_scopes(institution.person);
  const std::string body = json{{"results", {passed(line)}}}.dump();
  const Page done = ask("POST", "/desk/api/results", token, body);
  BOOST_TEST(done.status() == 200);
  BOOST_TEST(read(done)["recorded"] == 1);
  BOOST_TEST(field_of("instruments", "last_result", instrument) == "pass");
  BOOST_TEST(field_of("instruments", "certificate_number", instrument) == "示范证");
  BOOST_TEST(text_of("select actor from audit where action = 'instrument.result' and subject_id = " +
                     std::to_string(instrument)) == "api:检定业务系统");
  const Page again = ask("POST", "/desk/api/results", token, body);
  BOOST_TEST(again.status() == 422);
  BOOST_TEST(read(again)["results"][0]["errors"][0]["code"] == "LINE_CLOSED");
  BOOST_TEST(count("select count(*) from results where instrument_id = " + std::to_string(instrument)) == 1);
}

BOOST_AUTO_TEST_CASE(all_or_nothing_unless_the_good_ones_are_asked_for) {
  const Institution institution = make_institution(), other = make_institution();
  const Person unit = make_unit();
  const Line good = send_line(unit, institution, add_instrument(unit.unit_id, scale()));
  const Line bad = send_line(unit, institution, add_instrument(unit.unit_id, scale()));
  const Line foreign = send_line(unit, other, add_instrument(unit.unit_id, scale()));
  const std::string token = both_scopes(institution.person);
  json wrong = passed(bad);
  wrong["verified_on"] = "明天";
  json body = {{"results", {passed(good), wrong, passed(foreign)}}};
  const Page refused = ask("POST", "/desk/api/results", token, body.dump());
  BOOST_TEST(refused.status() == 422);
  BOOST_TEST(read(refused)["recorded"] == 0);
  BOOST_TEST(read(refused)["refused"] == 2);
  BOOST_TEST(field_of("appointment_lines", "state", good.id) == "accepted");
  BOOST_TEST(read(refused)["results"][1]["errors"][0]["field"] == "verified_on");
  body["good_only"] = true;
  const Page some = ask("POST", "/desk/api/results", token, body.dump());
  BOOST_TEST(read(some)["recorded"] == 1);
  BOOST_TEST(field_of("appointment_lines", "state", good.id) == "passed");
  BOOST_TEST(field_of("appointment_lines", "state", foreign.id) == "accepted");
}

BOOST_AUTO_TEST_CASE(whatever_is_posted_gets_an_answer_in_json) {
  const std::string token = both_scopes(make_institution().person);
  for (const char* body :
       {"", "{", "[]", "null", "{\"results\": 1}", "{\"results\": [1]}", "{\"results\": [{}]}",
        "{\"results\": [{\"line_key\": []}]}", "{\"results\": [{\"line_key\": \"a\\u0000b\"}]}",
        "{\"results\": [{\"line_key\": \"x\", \"beyond_cycle\": 1}]}", "{\"results\": [], \"good_only\": 1}",
        "{\"results\": [{\"line_key\": \"<b>'\\\"\", \"remark\": \"{{X}}\", \"passed\": 99999999999999999999}]}",
        "{\"results\": \"\xff\xfe\"}"}) {
    const Page page = ask("POST", "/desk/api/results", token, body);
    BOOST_TEST_CONTEXT(body << " -> " << page.html()) {
      BOOST_TEST((page.status() == 400 || page.status() == 422));
      BOOST_TEST(json::accept(page.html()));
    }
  }
  BOOST_TEST(ask("POST", "/desk/api/results", token, "{\"results\": []}").status() == 200);
  std::string many = "{\"results\": [";
  for (int n = 0; n < 501; ++n) many += n == 0 ? "{}" : ",{}";
  BOOST_TEST(read(ask("POST", "/desk/api/results", token, many + "]}"))["error"]["code"] == "API_TOO_MANY");
}

BOOST_AUTO_TEST_CASE(the_document_names_what_there_is) {
  const json document = read(ask("GET", "/desk/api/openapi.json", ""));
  BOOST_TEST(document["openapi"] == "3.0.3");
  for (const web::Area& area : all_areas()) {
    if (area.name != "desk") continue;
    for (std::size_t n = 0; n < area.route_count; ++n) {
      const web::Route& route = area.routes[n];
      if (route.access != web::Access::institution_api) continue;
      const std::string path(route.path.substr(std::string_view("/desk/api").size()));
      BOOST_TEST(document["paths"].contains(path), path);
      BOOST_TEST(document["paths"][path].contains(route.method == "GET" ? "get" : "post"));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
