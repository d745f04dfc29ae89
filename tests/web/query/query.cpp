// The public's search for instruments: its forms, what they find and say, its pages by key, and the same as JSON.
#include "common/public_search.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

#include <regex>

namespace {

using namespace tests;

const std::string marked = "ie=%E2%9C%93&";

Page search(const std::string& query) {
  Browser nobody;
  return nobody.get("/query/instruments/search?" + query);
}
Page box(const std::string& typed, const std::string& more = "") {
  return search(marked + "q=" + web::percent_encode(typed) + more);
}

std::string unescaped(std::string href) {
  for (std::size_t at = href.find("&amp;"); at != std::string::npos; at = href.find("&amp;", at + 1)) href.replace(at, 5, "&");
  return href.substr(0, href.find('#'));
}
// Where a link with these words leads; "" when there is none.
std::string follow(const Page& page, const std::string& words) {
  std::smatch m;
  if (!std::regex_search(page.html(), m, std::regex("<a href=\"([^\"]*)\"[^>]*>" + words))) return "";
  return unescaped(m[1]);
}
std::vector<std::string> codes_on(const Page& page) {
  std::vector<std::string> codes;
  const std::regex link("/query/validity\\?c=([0-9a-f]{32})");
  for (auto it = std::sregex_iterator(page.html().begin(), page.html().end(), link); it != std::sregex_iterator(); ++it)
    codes.push_back((*it)[1]);
  return codes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query)

BOOST_AUTO_TEST_CASE(the_one_box_finds_and_shows_what_the_public_may_know) {
  const Known known(
      "last_result = 'declared', verified_on = current_date - 400, valid_until = current_date - 35, institution_name = '示范所', "
      "serial_number = 'SN-00123456', place = '机密大厅', remark = '机密备注', management_number = 'GL-77'");
  Browser signed_in{known.unit}, nobody;
  for (Browser* browser : {&signed_in, &nobody}) {
    const Page form = browser->get("/query/instruments");
    BOOST_TEST(form.status() == 200);
    Fields fields = fields_of(form.html(), "/query/instruments/search");
    std::string query;
    for (const auto& [name, value] : with(fields, {{"q", known.word}})) query += name + "=" + web::percent_encode(value) + "&";
    const Page page = browser->get("/query/instruments/search?" + query);
    BOOST_TEST(page.status() == 200);
    BOOST_TEST(page.has(label_page(known.id)));
    BOOST_TEST(page.has(known.word + "单位"));
    BOOST_TEST(page.has("已超期 3"));
    BOOST_TEST(page.has("SN****56"));
    BOOST_TEST(page.has("示范所"));
    BOOST_TEST(page.has("共 1 条，第 1 页"));
    BOOST_TEST(page.has("查询结果仅供参考，以检定印证为准"));
    BOOST_TEST(page.has("发现超期使用可拨打 12315"));
    BOOST_TEST(page.has("value=\"" + known.word + "\""));
    for (const char* secret : {"机密", "GL-77", "SN-00123456", "13800138000", "op_logout"}) BOOST_TEST(!page.has(secret), secret);
    BOOST_TEST(browser->get(label_page(known.id)).status() == 200);
  }
}

BOOST_AUTO_TEST_CASE(a_code_a_number_and_words_are_told_apart_and_may_be_taken_otherwise) {
  const Known known("certificate_number = 'ZS-' || id, last_result = 'declared'");
  const Page by_code = box(known.code());
  BOOST_TEST(by_code.has(label_page(known.id)));
  BOOST_TEST(by_code.has("已按<strong>统一社会信用代码（组织机构代码）</strong>查询“" + known.code() + "”"));
  Browser nobody;
  const Page as_words = nobody.get(follow(by_code, "改为按文字查询"));
  BOOST_TEST(as_words.has("已按<strong>文字</strong>查询"));
  BOOST_TEST(as_words.has("没有查到符合条件的器具"));
  BOOST_TEST(nobody.get(follow(as_words, "改为按代码、编号查询")).has(label_page(known.id)));

  for (const std::string& number : {known.serial(), "zs-" + std::to_string(known.id)}) {
    const Page by_number = box(number);
    BOOST_TEST(by_number.has(label_page(known.id)), number);
    BOOST_TEST(by_number.has("已按<strong>出厂编号、检定证书编号、车牌号/枪号</strong>查询"), number);
  }
  set_instrument(known.id, "name = 'XK" + std::to_string(known.id) + "型秤'");
  refresh_search();
  const Page as_text = box("xk" + std::to_string(known.id));
  BOOST_TEST(as_text.has(label_page(known.id)));
  BOOST_TEST(as_text.has("没有代码或编号与“xk" + std::to_string(known.id) + "”完全一致，已按<strong>文字</strong>查询"));
  BOOST_TEST(!box(known.word).has("已按"));
  const Page unknown_code = box("91110108MA00TEXT08");
  BOOST_TEST(unknown_code.has("没有查到符合条件的器具"));
  BOOST_TEST(unknown_code.has("逐位核对代码"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_searched_is_told_beside_its_field_and_stays) {
  for (const auto& [query, field, words] : std::vector<std::tuple<std::string, std::string, std::string>>{
           {"q=", "q", "请输入要查询的内容"},
           {"q=&standing=overdue", "q", "不能只按检定状态查询"},
           {"q=%E7%A7%A4", "q", "请至少输入两个字"},
           {"q=5&as=words", "q", "请至少输入两个字"},
           {"q=" + std::string(101, 'a'), "q", "请控制在 100 个字符以内"},
           {"q=ab%01", "q", "不可见的控制字符"},
           {"q=aa+bb+cc+dd+ee+ff+gg+hh+ii", "q", "词太多"},
           {"q=aa&division=999999", "division_1", "所选内容不在可选范围内"},
           {"q=aa&division_1=110000&division_2=320100", "division_1", "所选的下级不属于所选的上级"},
           {"q=aa&kind=999999999", "kind", "所选内容不在可选范围内"},
           {"q=aa&kind=x", "kind", "所选内容不在可选范围内"},
           {"q=aa&standing=scrapped", "standing", "所选内容不在可选范围内"},
           {"form=detailed&unit_name=", "unit_name", "请输入要查询的内容"},
           {"name=%E7%A7%A4", "name", "请至少输入两个字"},
           {"unit_code=91110108MA00TEXT09", "unit_code", "代码校验不通过"},
           {"unit_code=9111O108MA00TEXT08", "unit_code", "第 5 位的“O”不能使用"},
           {"serial_number=" + std::string(101, 'a'), "serial_number", "请控制在 100 个字符以内"}}) {
    const Page page = search(marked + query);
    BOOST_TEST(page.status() == 422, query);
    BOOST_TEST((page.has_error(field) || field == "division_1"), query);
    BOOST_TEST(page.has("id=\"error-summary\""), query);
    BOOST_TEST(page.has("<title>错误："), query);
    BOOST_TEST(page.has(words), query);
    BOOST_TEST(page.has("href=\"#f-" + field + "\""), query);
  }
  const Page page =
      search(marked + "unit_name=%3Cb%3E%22%27%26%7B%7BX%7D%7D&unit_code=1&standing=overdue&division=320100&sort=due");
  BOOST_TEST(page.has("value=\"&lt;b&gt;&quot;&#39;&amp;{{X}}\""));
  BOOST_TEST(page.has("<option value=\"overdue\" selected>"));
  BOOST_TEST(page.has("<option value=\"320100\" selected>"));
  BOOST_TEST(page.has("<option value=\"due\" selected>"));
  BOOST_TEST(page.has("统一社会信用代码（或组织机构代码）</a>"));  // the summary calls a field what the form calls it
}

BOOST_AUTO_TEST_CASE(a_region_or_a_kind_is_enough_and_beside_it_one_character) {
  const Known known("division_code = '429005', name = '衡'");
  for (const std::string& query :
       {std::string("q=&division=429005&standing=not_verified"), std::string("q=%E8%A1%A1&division=429005"),
        std::string("q=&division_1=420000&division_2=429005&division_3="),
        std::string("form=detailed&name=%E8%A1%A1&division=429005"),
        "q=" + web::percent_encode(known.word) + "&kind=" + std::to_string(scale_kind())})
    BOOST_TEST(search(marked + query).has(label_page(known.id)), query);
  BOOST_TEST(!search(marked + "q=&division=429006").has(label_page(known.id)));
}

BOOST_AUTO_TEST_CASE(without_script_a_region_is_chosen_level_by_level_and_nothing_is_searched) {
  const Page page = search(marked + "q=%E7%A7%A4&division_1=320000&division_2=&division_3=&op_division=x");
  BOOST_TEST(page.status() == 200);
  BOOST_TEST(page.has("<option value=\"320100\">"));
  BOOST_TEST(page.has("value=\"秤\""));
  BOOST_TEST(!page.has("查询结果</h2>"));
  const Page detailed = search(marked + "form=detailed&name=%E7%A7%A4&division_1=320000&op_division=x");
  BOOST_TEST(detailed.has("name=\"form\" value=\"detailed\""));
  BOOST_TEST(detailed.has("<option value=\"320100\">"));
}

BOOST_AUTO_TEST_CASE(the_detailed_form_takes_each_field_and_all_together) {
  const Known known("certificate_number = 'ZS-' || id, sub_number = '测A' || id, last_result = 'declared'");
  Browser nobody;
  const Page form = nobody.get("/query/instruments/detailed");
  BOOST_TEST(form.status() == 200);
  const std::string number = "ZS-" + std::to_string(known.id);
  const Fields values{{"unit_name", known.word},
                      {"unit_code", known.code()},
                      {"name", known.word},
                      {"manufacturer", known.word},
                      {"serial_number", known.serial()},
                      {"certificate_number", number},
                      {"sub_number", "测a·" + std::to_string(known.id)}};
  const auto query_of = [&](const Fields& changes) {
    std::string query;
    for (const auto& [name, value] : with(fields_of(form.html(), "/query/instruments/search"), changes))
      query += name + "=" + web::percent_encode(value) + "&";
    return query;
  };
  for (const auto& value : values) BOOST_TEST(search(query_of({value})).has(label_page(known.id)), value.first);
  const Page all = search(query_of(values));
  BOOST_TEST(all.has(label_page(known.id)));
  for (const auto& [name, value] : values) BOOST_TEST(all.has("value=\"" + value + "\""), name);
  Fields wrong = values;
  wrong[2].second = "没有这个名称";
  BOOST_TEST(!search(query_of(wrong)).has(label_page(known.id)));
}

BOOST_AUTO_TEST_CASE(pages_lead_on_and_back_by_key_and_a_broken_key_begins_anew) {
  const Known known;
  for (int n = 0; n < 44; ++n) known.add();
  refresh_search();
  Browser nobody;
  std::vector<std::string> seen;
  Page page = box(known.word);
  const std::vector<std::string> first = codes_on(page);
  BOOST_TEST(follow(page, "首页<span").empty());
  BOOST_TEST(follow(page, "上一页").empty());
  int pages = 1;
  for (;; ++pages) {
    for (const std::string& code : codes_on(page)) seen.push_back(code);
    const std::string next = follow(page, "下一页");
    if (next.empty()) break;
    BOOST_TEST(next.find("ie=%E2%9C%93") != std::string::npos);
    BOOST_TEST(next.find("as=words") != std::string::npos);
    page = nobody.get(next);
    BOOST_TEST(page.has("共 45 条，第 " + std::to_string(pages + 1) + " 页"));
  }
  BOOST_TEST(pages == 3);
  BOOST_TEST(seen.size() == 45u);
  BOOST_TEST(std::set<std::string>(seen.begin(), seen.end()).size() == 45u);
  BOOST_TEST(codes_on(nobody.get(follow(page, "首页<span"))) == first, boost::test_tools::per_element());
  page = nobody.get(follow(page, "上一页"));
  BOOST_TEST(page.has("第 2 页"));
  page = nobody.get(follow(page, "上一页"));
  BOOST_TEST(codes_on(page) == first, boost::test_tools::per_element());
  for (const char* broken : {"x", "f1.2026-01-01.", "%27%3B--", "f1.2026-02-30.00000000000000000000000000000000"}) {
    const Page again = box(known.word, std::string("&page=7&after=") + broken);
    BOOST_TEST(codes_on(again) == first, boost::test_tools::per_element());
    BOOST_TEST(again.has("第 1 页"), broken);
  }
  const std::string key = "f1.0001-01-01.00000000000000000000000000000000";
  for (const auto& [number, shown] : std::vector<std::pair<std::string, std::string>>{
           {"", "2"}, {"0", "1"}, {"-1", "2"}, {"3", "3"}, {"50", "50"}, {"51", "50"}, {"999999999999", "2"}, {"x", "2"}}) {
    const Page numbered = box(known.word, "&page=" + number + "&after=" + key);
    BOOST_TEST(numbered.has("第 " + shown + " 页"), number);
    BOOST_TEST((follow(numbered, "下一页").empty() && numbered.has("最多翻到第 50 页")) == (shown == "50"), number);
  }
  const Page beyond = box(known.word, "&page=4&after=f999.9999-12-31.ffffffffffffffffffffffffffffffff");
  BOOST_TEST(beyond.status() == 200);
  BOOST_TEST(beyond.has("后面没有更多的器具了"));
}

BOOST_AUTO_TEST_CASE(nothing_found_says_what_to_try_next) {
  const Page page = box("没有这样的器具名称");
  BOOST_TEST(page.status() == 200);
  BOOST_TEST(page.has("没有查到符合条件的器具"));
  BOOST_TEST(page.has("少填几个词"));
  BOOST_TEST(page.has("12315"));
  BOOST_TEST(!page.has("逐位核对代码"));
  BOOST_TEST(search("unit_code=91110108MA00TEXT08").has("逐位核对代码"));
}

BOOST_AUTO_TEST_CASE(a_search_that_takes_too_long_asks_for_another_word_and_keeps_what_was_typed) {
  const Known known;
  store::Db holder = connection("qj_owner");
  holder.execute_script("begin; lock table instrument_search in access exclusive mode");
  const Page page = box(known.word, "&standing=overdue");
  Browser program;
  const Page answer = program.get("/query/api/instruments?" + marked + "q=" + web::percent_encode(known.word));
  holder.execute_script("rollback");
  BOOST_TEST(page.status() == 200);
  BOOST_TEST(page.has("符合条件的太多，没有在规定时间内查完"));
  BOOST_TEST(page.has("value=\"" + known.word + "\""));
  BOOST_TEST(page.has("<option value=\"overdue\" selected>"));
  BOOST_TEST(answer.status() == 422);
  BOOST_TEST(answer.has("\"QUERY_TOO_BROAD\""));
  BOOST_TEST(box(known.word).has(label_page(known.id)));  // the next one finds again
}

BOOST_AUTO_TEST_CASE(raw_gbk_and_utf8_find_the_same_and_so_do_full_and_half_width) {
  const Known known;
  const std::vector<std::tuple<std::string, std::string, std::string>> typed{
      {"医院", "\xD2\xBD\xD4\xBA", "%D2%BD%D4%BA"},
      {"学校", "\xD1\xA7\xD0\xA3", "%d1%a7%d0%a3"},
      {"校准", "\xD0\xA3\xD7\xBC", "%D0%A3%D7%BC"},
      {"血压", "\xD1\xAA\xD1\xB9", "%D1%AA%D1%B9"},
      {"电子秤", "\xB5\xE7\xD7\xD3\xB3\xD3", "%B5%E7%D7%D3%B3%D3"}};
  for (const auto& [word, gbk, encoded] : typed) {
    set_instrument(known.id, "name = '" + word + "ＡＣＳ－３０" + known.word + "'");
    refresh_search();
    const std::string more = "&form=detailed&unit_code=" + known.code();
    for (const std::string& bytes : {word, gbk, encoded, web::percent_encode(word)})
      BOOST_TEST(search("name=" + bytes + more).has(label_page(known.id)), word << " as " << web::percent_encode(bytes));
    BOOST_TEST(search("q=" + gbk + "&division=110105").has("value=\"" + word + "\""), word);
    BOOST_TEST(search(marked + "name=" + web::percent_encode(word) + more).has(label_page(known.id)), word);
    for (const char* model : {"acs-30", "ACS-30", "%EF%BC%A1%EF%BC%A3%EF%BC%B3%EF%BC%8D%EF%BC%93%EF%BC%90"})
      BOOST_TEST(search(marked + "name=" + web::percent_encode(word) + model + more).has(label_page(known.id)), model);
  }
}

BOOST_AUTO_TEST_CASE(whatever_stands_in_an_address_gives_a_page) {
  const std::string values[] = {"",
                                "%3Cb%3E%22%27%26",
                                "%7B%7BX%7D%7D",
                                "99999999999999999999999",
                                "-1",
                                "%EF%BC%91%EF%BC%92",
                                "a.b.c",
                                "f1.2026-01-01.1",
                                "%E7%A4%BA%E8%8C%83",
                                "'; select 1; --",
                                std::string(5000, 'a'),
                                "%25%5F%5C",
                                "%F0%A0%AE%B7%F0%A0%AE%B7"};
  for (const char* path : {"/query/instruments", "/query/instruments/detailed", "/query/instruments/search",
                           "/query/api/instruments", "/query/api/instrument", "/query/validity"})
    for (const char* name : {"q",
                             "as",
                             "form",
                             "unit_name",
                             "unit_code",
                             "name",
                             "manufacturer",
                             "serial_number",
                             "certificate_number",
                             "sub_number",
                             "division",
                             "division_1",
                             "division_3",
                             "kind",
                             "standing",
                             "sort",
                             "after",
                             "page",
                             "limit",
                             "code",
                             "c",
                             "q[]",
                             "op_division"})
      for (const std::string& value : values)
        for (const char* beside : {"", "&q=%E7%A4%BA%E8%8C%83", "&name=%E7%A4%BA%E8%8C%83"}) {
          Browser nobody;
          const Page page = nobody.get(std::string(path) + "?" + marked + name + "=" + value + beside);
          BOOST_TEST(page.status() < 500, path << " " << name << "=" << value.substr(0, 40) << ": " << page.status());
          BOOST_TEST(!page.has("<b>\"'&"));
        }
  Browser nobody;
  BOOST_TEST(nobody.get("/query/instruments/search").location() == "/query/instruments");
  BOOST_TEST(nobody.get("/query/instruments/search?ie=%E2%9C%93").location() == "/query/instruments");
  BOOST_TEST(nobody.get("/query/api").has("/query/api/openapi.json"));
}

BOOST_AUTO_TEST_SUITE_END()
