// 计量检定机构信息 and 强制检定器具目录信息 as pages, files and JSON: found by what people type, shown without anybody's name,
// and no accident whatever an address holds.
#include "base/json.h"
#include "common/places.h"
#include "web/browser.h"
#include "web/request.h"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace {

using namespace tests;
using nlohmann::json;

std::string asked(const std::string& path, const Fields& values) {
  web::Params params;
  params.add("ie", "✓");
  for (const auto& [name, value] : values) params.add(name, value);
  return path + web::query_text(params);
}
Page get(const std::string& path, const Fields& values = {}) {
  return Browser().get(values.empty() ? path : asked(path, values));
}
Page institutions(const Fields& values) { return get("/query/institutions", values); }
Page catalogue(const Fields& values) { return get("/query/catalogue", values); }
json api(const std::string& path, const Fields& values = {}, int status = 200) {
  const Page page = get("/query/api" + path, values);
  BOOST_TEST(page.status() == status, path << " " << page.html());
  BOOST_TEST(page.header("Cache-Control") == "no-store");
  return json::parse(page.html());
}
std::string own(long long id) { return "/query/institutions/" + std::to_string(id); }

}  // namespace

BOOST_AUTO_TEST_SUITE(query_places)

BOOST_AUTO_TEST_CASE(the_overview_leads_to_every_query_and_the_home_page_to_it) {
  for (const char* path : {"/query", "/"})
    for (const char* way : {"/query/instruments", "/query/institutions", "/query/catalogue"})
      BOOST_TEST(get(path).has(std::string("href=\"") + way + "\""), path << " " << way);
  BOOST_TEST(get("/query").has("二维码"));
  BOOST_TEST(get("/").has("<a href=\"/query\">信息查询</a>"));
}

BOOST_AUTO_TEST_CASE(an_institution_is_shown_whole_and_nobody_in_it) {
  const std::string name = unique("示范<b>公开所");
  const long long id =
      add_institution({name, "340202", "current_date + 9"}, {{2, "current_date - 9"}, {10, "null", {"340202"}, false, true}});
  Browser signed_in{make_unit()};
  for (const Page& page : {get(own(id)), signed_in.get(own(id))}) {
    BOOST_TEST(page.status() == 200);
    for (const char* text :
         {"示范&lt;b&gt;公开所", "示范路 8 号", "010-12345678", "周一至周五", "请带附件", "（示）0001 号", "（0～3）t",
          "现场检定", "安徽省 芜湖市 镜湖区", "所在地及其下级", "授权已过期", "/query/catalogue/"})
      BOOST_TEST(page.has(text), text);
    for (const char* secret : {"机密联系人", "secret@example.com", "op_logout", "<b>公开"}) BOOST_TEST(!page.has(secret), secret);
  }
  const Page list = institutions({{"institution", name}});
  BOOST_TEST(list.has(own(id)));
  BOOST_TEST(list.has("value=\"示范&lt;b&gt;公开所"));
  BOOST_TEST(!list.has("机密联系人"));
}

BOOST_AUTO_TEST_CASE(an_institution_that_is_suspended_or_unknown_is_not_there) {
  const long long id = add_institution({unique("示范停业所"), "340202", "null", "suspended"}, {});
  for (const std::string& path :
       {own(id), own(999999999), own(0), std::string("/query/institutions/x"), std::string("/query/catalogue/999999999")})
    BOOST_TEST(get(path).status() == 404, path);
  BOOST_TEST(api("/institutions/" + std::to_string(id), {}, 404)["error"]["code"] == "INSTITUTION_NOT_THERE");
}

BOOST_AUTO_TEST_CASE(a_kind_is_typed_as_people_call_it_or_chosen) {
  const std::string p = unique("示范种别");
  const long long scales = add_institution({p + "秤", "340202"}, {{2}}), pumps = add_institution({p + "油", "340202"}, {{10}});
  const auto found = [&](const Fields& more) {
    const Page page = institutions(with({{"institution", p}}, more));
    BOOST_TEST(page.status() == 200);
    return std::string(page.has(own(scales)) ? "秤" : "") + (page.has(own(pumps)) ? "油" : "");
  };
  BOOST_TEST(found({}) == "秤油");
  BOOST_TEST(found({{"kind_query", "电子秤"}}) == "秤");
  BOOST_TEST(found({{"kind_query", "　加油机 "}}) == "油");
  BOOST_TEST(found({{"kind_id", std::to_string(kind_of(10))}}) == "油");
  BOOST_TEST(found({{"kind_id", std::to_string(kind_of(10))}, {"kind_query", "电子秤"}}) == "秤");
  BOOST_TEST(found({{"kind_id", ""}, {"kind_query", ""}, {"delivery", "on_site"}}) == "");
  BOOST_TEST(institutions({{"kind_query", "电子秤"}}).has("能检定：非自动衡器"));
  const Page outside = institutions({{"kind_query", "B超"}});
  BOOST_TEST(outside.status() == 422);
  BOOST_TEST(outside.has("“B超”不在强制检定目录中"));
  BOOST_TEST(outside.has("value=\"B超\""));
  BOOST_TEST(outside.has_error("kind_query"));
  BOOST_TEST(institutions({{"kind_query", "没有这种东西"}}).has_error("kind_query"));
}

BOOST_AUTO_TEST_CASE(regions_are_chosen_step_by_step_and_a_choice_that_does_not_fit_is_told) {
  const std::string p = unique("示范区域");
  const long long id = add_institution({p, "340202"}, {{2}});
  const Page step = institutions({{"division_1", "340000"}, {"division_2", ""}, {"division_3", ""}, {"op_division", "选择下级"}});
  BOOST_TEST(step.status() == 200);
  BOOST_TEST(step.has("<option value=\"340200\">"));
  const Page lies =
      institutions({{"institution", p}, {"division_1", "340000"}, {"division_2", "340200"}, {"division_3", "340202"}});
  BOOST_TEST(lies.has(own(id)));
  BOOST_TEST(lies.has("位于：安徽省 芜湖市 镜湖区"));
  BOOST_TEST(lies.has("<option value=\"340202\" selected>"));
  BOOST_TEST(institutions({{"institution", p}, {"division", "340202"}, {"kind_query", "电子秤"}})
                 .has("服务区域包含安徽省 芜湖市 镜湖区"));
  BOOST_TEST(institutions({{"institution", p}, {"division", "340202"}}).has(own(id)));
  const Page other = institutions({{"division_1", "110000"}, {"division_2", "340200"}, {"division_3", ""}});
  BOOST_TEST(other.status() == 422);
  BOOST_TEST(other.has_error("division"));
  BOOST_TEST(institutions({{"division_1", "110000"}, {"division_2", "340200"}, {"op_division", "x"}}).status() == 200);
  BOOST_TEST(institutions({{"division", "nowhere"}}).status() == 422);
}

BOOST_AUTO_TEST_CASE(the_pager_carries_the_filter) {
  const std::string p = unique("示范翻页");
  for (int n = 0; n < 21; ++n) add_institution({p + std::to_string(n), "340202"}, {{2}});
  const Page first = institutions({{"institution", p}, {"kind_query", "电子秤"}, {"division_1", "340000"}});
  BOOST_TEST(first.has("共 21 条"));
  std::string next = between(first.html(), "<a href=\"", "\" rel=\"next\"");
  next.erase(0, next.rfind('"') + 1);
  for (std::size_t at; (at = next.find("&amp;")) != std::string::npos;) next.erase(at + 1, 4);
  const Page second = get(next);
  BOOST_TEST(second.has("第 2 / 2 页"), next);
  BOOST_TEST(second.has("value=\"电子秤\""));
  BOOST_TEST(second.has("<option value=\"340000\" selected>"));
  BOOST_TEST(institutions({{"institution", p}, {"page", "99999"}}).has("第 2 / 2 页"));
}

BOOST_AUTO_TEST_CASE(nothing_found_says_what_next) {
  BOOST_TEST(institutions({{"institution", "{{X}}没有"}}).has("没有符合条件的检定机构"));
  BOOST_TEST(catalogue({{"keyword", "没有这种东西"}}).has("目录中没有符合条件的种别"));
}

BOOST_AUTO_TEST_CASE(the_catalogue_is_found_by_everyday_names_columns_and_words) {
  const auto kinds = [](const Fields& values) {
    const Page page = catalogue(values);
    BOOST_TEST(page.status() == 200);
    BOOST_TEST(page.has("以公告附件为准"));
    return page;
  };
  BOOST_TEST(kinds({{"keyword", "电子秤"}}).has(">非自动衡器</a>"));
  BOOST_TEST(!kinds({{"keyword", "电子秤"}}).has(">燃油加油机</a>"));
  BOOST_TEST(kinds({{"keyword", "jjg 443"}}).has(">燃油加油机</a>"));
  BOOST_TEST(kinds({{"keyword", "电子秤　贸易"}}).has(">非自动衡器</a>"));
  BOOST_TEST(kinds({{"keyword", "电子秤 医疗"}}).has("目录中没有符合条件的种别"));
  BOOST_TEST(kinds({{"keyword", "Ｂ超"}}).has("“Ｂ超”不在强制检定目录中"));
  BOOST_TEST(kinds({{"item", "8"}}).has("共 1 条"));
  BOOST_TEST(!kinds({{"use", "medical"}}).has(">非自动衡器</a>"));
  BOOST_TEST(kinds({{"supervision", "type_approval"}}).has(">称重传感器</a>"));
  BOOST_TEST(!kinds({{"mode", "periodic"}}).has(">称重传感器</a>"));
  const Page whole = kinds({{"mode", "first_rotate"}, {"use", "trade"}});
  for (const char* text : {"只做首次强制检定，限期使用，到期轮换", "使用期限", "强检范围及说明", "市场监管总局公告2020年第42号",
                           "待核对", "用途：贸易结算"})
    BOOST_TEST(whole.has(text), text);
}

BOOST_AUTO_TEST_CASE(a_kind_says_how_it_is_called_and_who_verifies_it) {
  const Page scales = get("/query/catalogue/" + std::to_string(kind_of(2)));
  BOOST_TEST(scales.status() == 200);
  for (const std::string& text : {std::string("<li>电子秤</li>"), std::string("检定周期</dt><dd>12 个月"), std::string("JJG 539"),
                                  "/query/institutions?kind_id=" + std::to_string(kind_of(2))})
    BOOST_TEST(scales.has(text), text);
  const Page sensor = get("/query/catalogue/" + std::to_string(kind_of(8)));
  BOOST_TEST(sensor.has("只实行型式批准"));
  BOOST_TEST(!sensor.has("kind_id="));
}

BOOST_AUTO_TEST_CASE(a_retired_kind_is_nowhere) {
  const std::string name = unique("示范退役器");
  sql("insert into catalogue_kinds (version_id, item_no, item_name, kind_no, kind_name, supervision, mode, uses, retired_at) "
      "select "
      "version_id, 99, '示范', 9000 + (random() * 100000)::int, '" +
      name + "', 'both', 'periodic', '{trade}', now() from catalogue_kinds limit 1");
  const std::string id = text_of("select id from catalogue_kinds where kind_name = '" + name + "'");
  BOOST_TEST(get("/query/catalogue/" + id).status() == 404);
  BOOST_TEST(!catalogue({{"keyword", name}}).has("/query/catalogue/" + id));
  BOOST_TEST(institutions({{"kind_id", id}}).has_error("kind_id"));
  sql("delete from catalogue_kinds where id = " + id);
}

BOOST_AUTO_TEST_CASE(the_catalogue_is_taken_away_as_files) {
  const Page csv = get("/query/catalogue/export", {{"as", "csv"}, {"keyword", "电子秤"}});
  BOOST_TEST(csv.status() == 200);
  BOOST_TEST(csv.header("Content-Disposition").find("attachment; filename=\"catalogue-") == 0U);
  BOOST_TEST(csv.has("\xEF\xBB\xBF"));
  BOOST_TEST(csv.has("非自动衡器"));
  BOOST_TEST(csv.has("型式批准、强制检定"));
  BOOST_TEST(csv.has("强检范围及说明"));
  BOOST_TEST(csv.has("本表供查询使用，以市场监管总局公告2020年第42号附件为准。"));
  BOOST_TEST(!csv.has("燃油加油机"));
  const Page xlsx = get("/query/catalogue/export", {{"as", "xlsx"}});
  BOOST_TEST(xlsx.html().substr(0, 2) == "PK");
  BOOST_TEST(get("/query/catalogue").has("/query/catalogue/export?as=xlsx"));
  const Page gb = get("/query/catalogue/export", {{"as", "gb18030_anyway"}, {"keyword", "电子秤"}});
  BOOST_TEST(gb.response.content_type == "text/csv; charset=gb18030");
  BOOST_TEST(gb.has("\xB7\xC7\xD7\xD4\xB6\xAF\xBA\xE2\xC6\xF7"));  // 非自动衡器
  const Page all = get("/query/catalogue/export", {{"as", "gb18030"}});
  BOOST_TEST((all.status() == 200 || (all.status() == 422 && all.has("在 GBK 中没有") && all.has("gb18030_anyway"))));
  BOOST_TEST(get("/query/catalogue/export", {{"as", "exe"}}).location() == "/query/catalogue");
}

BOOST_AUTO_TEST_CASE(hostile_addresses_give_a_page_and_keep_what_was_typed) {
  const std::vector<std::string> values = {"<b>\"'&",
                                           "{{X}}",
                                           "';drop table users;--",
                                           "%",
                                           "_",
                                           "-1",
                                           "99999999999999999999999",
                                           "𠮷Ⅲ±",
                                           "%00%",
                                           std::string(101, 'x'),
                                           std::string(5000, 'x'),
                                           "a\x01"
                                           "b",
                                           "一 二 三 四 五 六 七 八 九"};
  for (const std::string& value : values) {
    for (const char* name : {"institution", "kind_query", "kind_id", "delivery", "division", "division_1", "division_2", "page",
                             "size", "zzz", "ie"}) {
      for (const char* path : {"/query/institutions", "/query/api/institutions"}) {
        const Page page = get(path, {{name, value}});
        BOOST_TEST((page.status() == 200 || page.status() == 422), path << " " << name << "=" << value << ": " << page.status());
        BOOST_TEST(!page.has("<b>\"'&"));
      }
    }
    for (const char* name : {"keyword", "item", "use", "supervision", "mode", "page", "as"})
      for (const char* path : {"/query/catalogue", "/query/api/catalogue", "/query/catalogue/export"}) {
        const Page page = get(path, {{name, value}});
        BOOST_TEST((page.status() == 200 || page.status() == 422 || page.status() == 303),
                   path << " " << name << "=" << value << ": " << page.status());
      }
  }
  BOOST_TEST(institutions({{"institution", "<b>\"'&"}}).has("value=\"&lt;b&gt;&quot;&#39;&amp;\""));
  const Page together = institutions({{"institution", std::string(101, 'x')}, {"kind_id", "x"}, {"delivery", "x"}});
  for (const char* field : {"institution", "kind_id", "delivery"}) BOOST_TEST(together.has_error(field), field);
  BOOST_TEST(together.has("<title>错误："));
  BOOST_TEST(catalogue({{"keyword", "一 二 三 四 五 六 七 八 九"}}).has_error("keyword"));
  BOOST_TEST(get("/query/institutions?institution=%BB%FA%B9%B9").has("value=\"机构\""));  // GBK, as old browsers send it
  BOOST_TEST(get("/query/institutions?institution=a&institution=b&institution%5B%5D=c").status() == 200);
}

BOOST_AUTO_TEST_CASE(programs_get_the_same_as_json) {
  const std::string p = unique("示范接口");
  const long long id =
      add_institution({p, "340202", "current_date + 9"}, {{2, "current_date - 9"}, {10, "null", {"340200"}, false, true}});
  const json list = api("/institutions", {{"institution", p}, {"division", "340000"}});
  BOOST_REQUIRE(list["institutions"].size() == 1U);
  const json& row = list["institutions"][0];
  BOOST_TEST(row["id"] == id);
  BOOST_TEST(row["region"] == "安徽省 芜湖市 镜湖区");
  BOOST_TEST(row["authorised"] == true);
  BOOST_TEST(row["kind_count"] == 1);
  BOOST_TEST(list["total"] == 1);
  BOOST_TEST(api("/institutions", {{"institution", p}, {"kind_query", "电子秤"}})["institutions"][0]["authorised"] == false);
  const json whole = api("/institutions/" + std::to_string(id));
  BOOST_TEST(whole["kinds"].size() == 2U);
  BOOST_TEST(whole["kinds"][0]["valid"] == false);
  BOOST_TEST(whole["kinds"][1]["serves"][0]["division"] == "340200");
  BOOST_TEST(whole.dump().find("机密联系人") == std::string::npos);
  const json kinds = api("/catalogue", {{"keyword", "电子秤"}});
  BOOST_TEST(kinds["kinds"][0]["kind_name"] == "非自动衡器");
  BOOST_TEST(kinds["kinds"][0]["cycle_months"] == 12);
  BOOST_TEST(kinds["note"] == "本表供查询使用，以市场监管总局公告2020年第42号附件为准。");
  BOOST_TEST(api("/catalogue", {{"keyword", "B超"}})["not_in_catalogue"][0] == "B超");
  BOOST_TEST(api("/catalogue", {{"size", "3"}, {"page", "2"}})["kinds"].size() == 3U);
  BOOST_TEST(api("/catalogue", {{"size", "100"}, {"page", "1000"}})["kinds"].size() == 0U);
  for (const auto& [name, value] :
       Fields{{"size", "101"}, {"size", "0"}, {"page", "x"}, {"delivery", "x"}, {"kind_id", "999999999"}, {"division", "x"}}) {
    const json error = api("/institutions", {{name, value}}, 422);
    BOOST_TEST(error["error"]["field"] == name);
    BOOST_TEST(!error["error"]["message"].get<std::string>().empty());
  }
  BOOST_TEST(get("/query/api/nothing").status() == 404);
}

BOOST_AUTO_TEST_CASE(the_document_names_what_programs_may_ask) {
  const json document = json::parse(std::ifstream(app_for("/query").services().config.views + "/query/openapi.json"));
  const json answers = {{"/institutions", api("/institutions")}, {"/catalogue", api("/catalogue")}};
  for (const auto& [path, answer] : answers.items()) {
    const auto& schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"];
    const json& described = document["components"]["schemas"][schema.get<std::string>().substr(21)]["properties"];
    for (const auto& [name, value] : answer.items()) BOOST_TEST(described.contains(name), path << " " << name);
    BOOST_TEST(described.size() == answer.size(), path);
  }
  BOOST_TEST(document["paths"].contains("/institutions/{id}"));
}

BOOST_AUTO_TEST_SUITE_END()
