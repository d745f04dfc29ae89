// The review whole: filters, units that resemble another, many at once, canned reasons, suspending, history and mail.
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

std::string id_of(const Person& unit) { return std::to_string(unit.unit_id); }
std::string path_of(const Person& unit, const std::string& act = "") { return "/admin/enterprises/" + id_of(unit) + act; }
std::string state_of(const Person& unit) { return text_of("select state from units where id = " + id_of(unit)); }
std::string name_of(const Person& unit) { return text_of("select name from units where id = " + id_of(unit)); }
void set(const Person& unit, const std::string& assignments) {
  owner().execute_script("update units set " + assignments + " where id = " + id_of(unit));
}

// The confirmation page's form for these units, as a reviewer opened it.
Fields confirmation(Browser& reviewer, const std::vector<Person>& units, const std::string& button) {
  std::string address = "/admin/enterprises/bulk?" + button + "=x";
  for (const Person& unit : units) address += "&unit=" + id_of(unit);
  const Page page = reviewer.get(address);
  BOOST_TEST_REQUIRE(page.status() == 200);
  for (const Person& unit : units) BOOST_TEST(page.has(name_of(unit)));
  return with(fields_of(page.html(), "/admin/enterprises/bulk"), {{button, "x"}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(review)

BOOST_AUTO_TEST_CASE(many_units_are_approved_at_once_and_one_that_changed_meanwhile_is_left_alone) {
  const std::vector<Person> units = {make_unit("pending"), make_unit("pending"), make_unit("pending")};
  Browser reviewer{make_user("administrator")};
  const Fields form = confirmation(reviewer, units, "op_approve");
  set(units[1], "name = name || '新', version = version + 1");
  const Page done = reviewer.post("/admin/enterprises/bulk", form);
  BOOST_TEST(done.status() == 303);
  BOOST_TEST(state_of(units[0]) == "approved");
  BOOST_TEST(state_of(units[1]) == "pending");
  BOOST_TEST(state_of(units[2]) == "approved");
  const Page answer = reviewer.get(done.location());
  BOOST_TEST(answer.has("已审核通过 2 家"));
  BOOST_TEST(answer.has("未处理 1 家"));
  BOOST_TEST(answer.has(name_of(units[1])));
  BOOST_TEST(reviewer.post("/admin/enterprises/bulk", form).location() == done.location());  // the second of two clicks
  BOOST_TEST(count("select count(*) from unit_reviews where decision = 'approved' and unit_id = " + id_of(units[0])) == 1);
}

BOOST_AUTO_TEST_CASE(many_units_are_sent_back_with_one_reason_and_not_without) {
  const std::vector<Person> units = {make_unit("pending"), make_unit("pending")};
  Browser reviewer{make_user("administrator")};
  const Fields form = confirmation(reviewer, units, "op_reject");
  const Page refused = reviewer.post("/admin/enterprises/bulk", form);
  BOOST_TEST(refused.status() == 422);
  BOOST_TEST(refused.has_error("reason"));
  BOOST_TEST(refused.has(name_of(units[1])));
  const Fields again = with(fields_of(refused.html(), "/admin/enterprises/bulk"), {{"reason", "资料不全"}, {"op_reject", "x"}});
  BOOST_TEST(reviewer.get(reviewer.post("/admin/enterprises/bulk", again).location()).has("已退回修改 2 家"));
  for (const Person& unit : units)
    BOOST_TEST(text_of("select state || review_reason from units where id = " + id_of(unit)) == "rejected资料不全");
}

BOOST_AUTO_TEST_CASE(nothing_chosen_leads_back_to_the_list) {
  Browser reviewer{make_user("administrator")};
  for (const char* query : {"", "?unit=&op_approve=x", "?unit=999999999&op_approve=x", "?unit=x&op_reject=x"})
    BOOST_TEST(reviewer.get(std::string("/admin/enterprises/bulk") + query).location() == "/admin/enterprises");
  const Person approved = make_unit("approved");
  BOOST_TEST(reviewer.get("/admin/enterprises/bulk?op_approve=x&unit=" + id_of(approved)).location() == "/admin/enterprises");
}

BOOST_AUTO_TEST_CASE(units_of_the_same_name_or_mobile_are_flagged_with_links_in_list_and_detail) {
  const std::string name = unique("示范重名单位"),
                    mobile = "139" + std::to_string(10000000 + count("select floor(random() * 80000000)"));
  const Person one = make_unit("pending"), two = make_unit("approved"), three = make_unit("pending"), gone = make_unit("closed");
  set(one, "name = '" + name + "', mobile = '" + mobile + "'");
  set(two, "name = '" + name + "', mobile = '13700000000'");
  set(three, "name = '" + name + "丙', mobile = '" + mobile + "'");
  set(gone, "name = '" + name + "', mobile = '" + mobile + "'");
  Browser reviewer{make_user("administrator")};
  const Page list = reviewer.get("/admin/enterprises?twins=yes&text=" + web::percent_encode(name));
  BOOST_TEST(list.has("疑似重复：名称相同"));
  BOOST_TEST(list.has("疑似重复：手机号相同"));
  const Page detail = reviewer.get(path_of(one));
  BOOST_TEST(detail.has("href=\"" + path_of(two) + "\""));
  BOOST_TEST(detail.has("href=\"" + path_of(three) + "\""));
  BOOST_TEST(!detail.has("href=\"" + path_of(gone) + "\""));
  // Alone by name and number: not among those that resemble another.
  set(one, "name = name || '甲', mobile = '13600000001'");
  set(two, "mobile = '13600000002'");
  BOOST_TEST(!reviewer.get("/admin/enterprises?twins=yes&text=" + web::percent_encode(name)).has("疑似重复："));
}

BOOST_AUTO_TEST_CASE(the_queue_is_filtered_by_name_code_region_and_age_and_says_how_long_each_waits) {
  const Person unit = make_unit("pending");
  const std::string name = name_of(unit), code = text_of("select unit_code from units where id = " + id_of(unit));
  set(unit, "division_code = '441900', submitted_at = now() - interval '75 hours'");
  Browser reviewer{make_user("administrator")};
  const auto shows = [&](const std::string& query) {
    return reviewer.get("/admin/enterprises?size=100&" + query).has(">" + name);
  };
  BOOST_TEST(shows("text=" + web::percent_encode(name.substr(3))));
  BOOST_TEST(shows("text=" + code));
  BOOST_TEST(!shows("text=" + web::percent_encode(name) + "x"));
  const std::string own = "text=" + code + "&";
  BOOST_TEST(shows(own + "division_1=440000"));
  BOOST_TEST(shows(own + "division_1=440000&division_2=441900"));
  BOOST_TEST(!shows(own + "division_1=110000"));
  BOOST_TEST(shows(own + "waiting=72"));
  BOOST_TEST(!shows(own + "waiting=100"));
  BOOST_TEST(!shows(own + "state=approved"));
  BOOST_TEST(reviewer.get("/admin/enterprises?" + own).has("3 天"));
}

BOOST_AUTO_TEST_CASE(canned_reasons_and_own_words_become_one_reason) {
  const Person unit = make_unit("pending");
  Browser reviewer{make_user("administrator")};
  const std::string path = path_of(unit, "/reject");
  const Page form = reviewer.get(path);
  BOOST_TEST(form.has("请补充上传营业执照或登记证书。"));
  Fields fields = fields_of(form.html(), path);
  fields.emplace_back("canned", "请补充上传营业执照或登记证书。");
  fields.emplace_back("canned", "联系电话无法接通，请更正。");
  std::string words;
  for (int n = 0; n < 490; ++n) words += "长";
  const Page late = reviewer.post(path, with(fields, {{"reason", words}}));
  BOOST_TEST(late.status() == 422);
  BOOST_TEST(late.has_error("reason"));
  BOOST_TEST(late.has("value=\"联系电话无法接通，请更正。\" checked"));
  BOOST_TEST(reviewer.post(path, with(fields, {{"reason", "另见附件"}})).status() == 303);
  BOOST_TEST(text_of("select review_reason from units where id = " + id_of(unit)) ==
             "请补充上传营业执照或登记证书。\n联系电话无法接通，请更正。\n另见附件");
  BOOST_TEST(reviewer.get(path).location() == path_of(unit));  // decided already
}

BOOST_AUTO_TEST_CASE(a_suspended_unit_sees_only_its_status_with_reason_and_time_until_it_is_restored) {
  const Person person = make_unit();
  set(person, "email = 'unit@example.cn'");
  Browser unit{person}, reviewer{make_user("administrator")};
  const std::string path = path_of(person, "/suspend");
  BOOST_TEST(reviewer.submit(path, {{"reason", ""}}).status() == 422);
  BOOST_TEST(reviewer.submit(path, {{"reason", "多次提供虚假信息"}}).status() == 303);
  BOOST_TEST(unit.get("/ledger").location() == "/accounts/status");
  BOOST_TEST(unit.get("/accounts/unit").location() == "/accounts/status");
  BOOST_TEST(unit.get("/accounts/unit/close").location() == "/accounts/status");
  const Page status = unit.get("/accounts/status");
  BOOST_TEST(status.has("多次提供虚假信息"));
  BOOST_TEST(status.has(text_of(
      "select to_char(reviewed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') from units where id = " + id_of(person))));
  BOOST_TEST(reviewer.get(path).location() == path_of(person));
  BOOST_TEST(reviewer.submit(path_of(person, "/restore"), {}).status() == 303);
  BOOST_TEST(unit.get("/ledger").status() == 200);
  BOOST_TEST(
      text_of("select string_agg(data->>'decision', ',' order by id) from outbox where kind = 'review_result' and recipient = "
              "'unit@example.cn' and data->>'organisation' = '" +
              name_of(person) + "'") == "suspended,restored");
}

BOOST_AUTO_TEST_CASE(reviewers_are_named_to_reviewers_and_not_to_the_unit) {
  const Person person = make_unit("pending"), reviewing = make_user("administrator");
  Browser unit{person}, reviewer{reviewing};
  BOOST_TEST(reviewer.submit(path_of(person, "/reject"), {{"reason", "请更正名称"}}).status() == 303);
  const Page own = unit.get("/accounts/status"), other = reviewer.get(path_of(person));
  for (const Page& page : {own, other}) {
    BOOST_TEST(page.has("提交审核"));
    BOOST_TEST(page.has("请更正名称"));
  }
  BOOST_TEST(other.has(reviewing.login));
  BOOST_TEST(!own.has(reviewing.login));
}

BOOST_AUTO_TEST_CASE(of_two_reviewers_who_suspend_at_once_the_second_is_told) {
  const Person person = make_unit();
  Browser first{make_user("administrator")}, second{make_user("administrator")};
  const std::string path = path_of(person, "/suspend");
  const Fields late = with(fields_of(second.get(path).html(), path), {{"reason", "乙"}});
  BOOST_TEST(first.submit(path, {{"reason", "甲"}}).status() == 303);
  BOOST_TEST(second.post(path, late).status() == 409);
  BOOST_TEST(text_of("select review_reason from units where id = " + id_of(person)) == "甲");
}

BOOST_AUTO_TEST_SUITE_END()
