// The public's search for programs (JSON), and the page that a label's code leads to.
#include "base/json.h"
#include "common/public_search.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;
using nlohmann::json;

json api(const std::string& query, int status = 200) {
  Browser nobody;
  const Page page = nobody.get("/query/api/instruments?ie=%E2%9C%93&" + query);
  BOOST_TEST(page.status() == status, query << ": " << page.html());
  BOOST_TEST(page.header("Cache-Control") == "no-store");
  return json::parse(page.html());
}
std::string error_code(const json& answer) {
  const json& error = answer.at("error");
  return error.at("code").get<std::string>() + " " + error.value("field", "");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_api)

BOOST_AUTO_TEST_CASE(programs_get_the_same_as_json) {
  const Known known(
      "last_result = 'pass', verified_on = current_date - 400, valid_until = current_date - 35, serial_number = 'SN-00123456'");
  const json answer = api("q=" + web::percent_encode(known.word));
  BOOST_TEST(answer.at("matched") == 1);
  BOOST_TEST(answer.at("capped") == false);
  BOOST_TEST(answer.at("next").is_null());
  BOOST_TEST(answer.at("taken_as") == "words");
  const json& one = answer.at("instruments").at(0);
  BOOST_TEST(one.at("code") == label_code(known.id));
  BOOST_TEST(one.at("unit_name") == known.word + "单位");
  BOOST_TEST(one.at("serial_number") == "SN****56");
  BOOST_TEST(one.at("standing") == "overdue");
  BOOST_TEST(one.at("days").get<int>() >= 34);
  BOOST_TEST(one.at("declared") == false);
  Browser nobody;
  const Page single = nobody.get("/query/api/instrument?code=" + label_code(known.id));
  BOOST_TEST(json::parse(single.html()) == one);
  BOOST_TEST(api("q=" + known.code()).at("taken_as") == "unit_code");
  BOOST_TEST(api("q=sn-00123456&as=number").at("taken_as") == "number");
  BOOST_TEST(api("unit_code=" + known.code() + "&standing=overdue").at("taken_as").is_null());
  BOOST_TEST(api("unit_code=" + known.code() + "&standing=valid").at("instruments").empty());
}

BOOST_AUTO_TEST_CASE(programs_page_by_key_and_are_told_what_is_wrong) {
  const Known known;
  for (int n = 0; n < 11; ++n) known.add();
  refresh_search();
  const std::string query = "unit_code=" + known.code() + "&limit=5";
  std::set<std::string> seen;
  for (std::string after;;) {
    const json answer = api(query + after);
    BOOST_TEST(answer.at("matched") == 12);
    for (const json& one : answer.at("instruments")) BOOST_TEST(seen.insert(one.at("code")).second);
    if (answer.at("next").is_null()) break;
    after = "&after=" + answer.at("next").get<std::string>();
  }
  BOOST_TEST(seen.size() == 12u);
  for (const auto& [wrong, code] :
       std::vector<std::pair<std::string, std::string>>{{"", "QUERY_EMPTY q"},
                                                        {"standing=overdue", "QUERY_EMPTY q"},
                                                        {"q=%E7%A7%A4", "QUERY_WORD_SHORT q"},
                                                        {"q=aa&limit=0", "API_PARAMETER limit"},
                                                        {"q=aa&limit=101", "API_PARAMETER limit"},
                                                        {"q=aa&limit=x", "API_PARAMETER limit"},
                                                        {"q=aa&after=x", "API_PARAMETER after"},
                                                        {"q=aa&as=number", "API_PARAMETER as"},
                                                        {"q=aa&name=bb", "API_PARAMETER q"},
                                                        {"q=aa&division=999999", "NOT_A_CHOICE division"},
                                                        {"q=aa&kind=x", "NOT_A_CHOICE kind"},
                                                        {"q=aa&standing=scrapped", "NOT_A_CHOICE standing"},
                                                        {"q=aa&sort=x", "NOT_A_CHOICE sort"},
                                                        {"unit_code=1", "CODE_LENGTH unit_code"}})
    BOOST_TEST(error_code(api(wrong, 422)) == code, wrong);
  Browser nobody;
  for (const auto& [path, status] :
       std::vector<std::pair<std::string, int>>{{"/query/api/instrument", 422},
                                                {"/query/api/instrument?code=x", 404},
                                                {"/query/api/instrument?code=00000000000000000000000000000000", 404},
                                                {"/query/api/none", 404}}) {
    const Page page = nobody.get(path);
    BOOST_TEST(page.status() == status, path);
    BOOST_TEST(json::parse(page.html()).at("error").at("message").get<std::string>().size() > 10u, path);
  }
  const json document = json::parse(nobody.get("/query/api/openapi.json").html());
  BOOST_TEST(document.at("openapi") == "3.0.3");
  BOOST_TEST(document.at("info").at("version") == QJ_VERSION);
}

BOOST_AUTO_TEST_CASE(a_labels_page_says_in_big_words_where_the_instrument_stands) {
  const Known known;
  const std::string passed = "last_result = 'pass', verified_on = date '2020-01-01', valid_until = ";
  const std::string day = "date '" + today().iso() + "'";
  for (const auto& [columns, word, days] : std::vector<std::tuple<std::string, std::string, std::string>>{
           {passed + day + " + 200", "有效", "还有 200 天"},
           {passed + day + " + 9", "即将到期", "还有 9 天"},
           {passed + day, "即将到期", "今天到期"},
           {passed + day + " - 12", "已超期", "已超期 12 天"},
           {"last_result = null, verified_on = null, valid_until = null", "未检定", ""},
           {"last_result = 'fail'", "检定不合格", ""},
           {passed + day + " - 3, mode = 'first_rotate'", "已到轮换期", "已到轮换期 3 天"},
           {"mode = 'first_scrap'", "已首检", ""},
           {"state = 'stopped'", "停用", ""}}) {
    set_instrument(known.id, columns);
    Browser nobody;
    const Page page = nobody.get(label_page(known.id));
    BOOST_TEST(between(page.html(), "<p class=\"verdict-word\">", "</p>") == word, columns);
    BOOST_TEST(page.has(days), columns);
    BOOST_TEST(page.has("href=\"/query/instruments\">查询其他强检器具"));
  }
}

BOOST_AUTO_TEST_SUITE_END()
