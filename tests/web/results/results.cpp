// An institution's pages of results: the lists, one line, many lines, without appointment, corrections; who may look and who not.
#include "common/desk.h"
#include "domain/values/date.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>

namespace {

using namespace tests;

struct Desk {
  Institution institution = make_institution();
  Browser browser{institution.person};
  Person unit = make_unit();
  long long add(int quantity = 1) {
    auto values = scale();
    values.name = "台秤<b>&";
    values.quantity = quantity;
    if (quantity > 1) values.serial_number = unique("S") + "-9";
    return add_instrument(unit.unit_id, values);
  }
  std::string unit_code() { return text_of("select unit_code from units where id = " + std::to_string(unit.unit_id)); }
};

std::string path_of(const Line& line) {
  return "/desk/results/lines/" + std::to_string(line.unit_id) + "/" + std::to_string(line.id);
}
std::string code_of(const Line& line) { return std::to_string(line.unit_id) + "-" + std::to_string(line.id); }
std::string yesterday() { return today().plus_days(-1).iso(); }

Fields pass_fields() {
  return {{"result", "pass"},           {"mark", "certificate"},  {"result_number", "证<b>{{X}}-1"},
          {"result_date", yesterday()}, {"verifier", "检定<员>"}, {"op_save", "登记结果"}};
}
Fields fail_fields() {
  return {{"result", "fail"},
          {"notice_number", "T-1"},
          {"result_date", yesterday()},
          {"verifier", "示范人"},
          {"op_save", "登记结果"}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(results)

BOOST_AUTO_TEST_CASE(the_lists_show_own_lines_and_results_and_say_what_next_when_empty) {
  Desk desk;
  BOOST_TEST(desk.browser.get("/desk/results").has("没有待检定的器具"));
  BOOST_TEST(desk.browser.get("/desk/results?tab=verifying").has("没有正在检定的器具"));
  BOOST_TEST(desk.browser.get("/desk/results?tab=recorded").has("还没有登记过检定结果"));
  const Line line = send_line(desk.unit, desk.institution, desk.add());
  const Page list = desk.browser.get("/desk/results");
  BOOST_TEST(list.has("台秤&lt;b&gt;&amp;"));
  BOOST_TEST(list.has(path_of(line)));
  BOOST_TEST(desk.browser.get("/desk/results?number=" + line.number).has(path_of(line)));
  BOOST_TEST(desk.browser.get("/desk/results?from=2026-11-26").has("没有符合条件的记录"));
  BOOST_TEST(desk.browser.get("/desk/results?from=2026-11-25&to=20261125&name=%E5%8F%B0").has(path_of(line)));
  BOOST_TEST(desk.browser.get("/desk/results?from=never").has("日期没有看懂"));
  BOOST_TEST(!Browser(make_institution().person).get("/desk/results").has(path_of(line)));
}

BOOST_AUTO_TEST_CASE(a_line_passes_and_the_unit_sees_it_at_once) {
  Desk desk;
  const long long id = desk.add();
  const Line line = send_line(desk.unit, desk.institution, id, "verifying");
  BOOST_TEST(desk.browser.get("/desk/results?tab=verifying").has("已收样"));
  const Page form = desk.browser.get(path_of(line));
  BOOST_TEST(form.has("value=\"" + today().iso() + "\""));
  const Page empty = desk.browser.submit(path_of(line), {{"op_save", "登记结果"}, {"result_date", "2999-1-1"}});
  BOOST_TEST(empty.status() == 422);
  for (const char* field : {"result", "result_date", "verifier"}) BOOST_TEST(empty.has_error(field));
  BOOST_TEST(empty.has("2999-1-1"));
  const Page filled =
      desk.browser.submit(path_of(line), {{"result_date", "2026-08-31"}, {"result_cycle", "6"}, {"op_default", "x"}});
  BOOST_TEST(filled.status() == 200);
  BOOST_TEST(filled.has("value=\"2027-02-28\""));
  const Page long_seal = desk.browser.submit(path_of(line), with(pass_fields(), {{"seal_number", std::string(61, 'F')}}));
  BOOST_TEST(long_seal.has_error("seal_number"));
  const Page saved = desk.browser.submit(path_of(line), with(pass_fields(), {{"seal_number", "封<1>、封2"}}));
  BOOST_REQUIRE(saved.status() == 303);
  const Page result = desk.browser.get(saved.location());
  BOOST_TEST(result.has("检定结果已登记"));
  BOOST_TEST(result.has("证&lt;b&gt;{{X}}-1"));
  BOOST_TEST(desk.browser.get(path_of(line)).location() == saved.location());
  BOOST_TEST(desk.browser.get("/desk/results?tab=recorded&result_number=-1").has("证&lt;b&gt;{{X}}-1"));
  Browser unit{desk.unit};
  const Page own = unit.get("/ledger/" + std::to_string(id));
  BOOST_TEST(own.has("证&lt;b&gt;{{X}}-1"));
  BOOST_TEST(own.has("检定机构（合格）"));
  BOOST_TEST(own.has("<dt>铅封号</dt><dd>封&lt;1&gt;、封2</dd>"));
  BOOST_TEST(unit.get("/appointments/" + std::to_string(line.appointment_id)).has("铅封号 封&lt;1&gt;、封2"));
  BOOST_TEST(unit.get("/ledger?tab=all&seal_number=%E5%B0%812").has("/ledger/" + std::to_string(id) + "\""));
  BOOST_TEST(!unit.get("/ledger?tab=all&seal_number=%E5%B0%813").has("/ledger/" + std::to_string(id) + "\""));
  BOOST_TEST(own.has("登记检定结果"));
  // The names used last are offered again.
  BOOST_TEST(desk.browser.get(path_of(send_line(desk.unit, desk.institution, desk.add()))).has("检定&lt;员&gt;"));
}

BOOST_AUTO_TEST_CASE(longer_than_the_cycle_must_be_confirmed) {
  Desk desk;
  const Line line = send_line(desk.unit, desk.institution, desk.add());
  const Fields far = with(pass_fields(), {{"result_until", today().plus_days(700).iso()}});
  const Page asked = desk.browser.submit(path_of(line), far);
  BOOST_TEST(asked.status() == 422);
  BOOST_TEST(asked.has_error("result_until"));
  BOOST_TEST(desk.browser.submit(path_of(line), with(far, {{"beyond_cycle", "yes"}})).status() == 303);
}

BOOST_AUTO_TEST_CASE(a_certificate_comes_with_the_result_and_the_unit_shows_but_cannot_remove_it) {
  Desk desk;
  const long long id = desk.add();
  const Line line = send_line(desk.unit, desk.institution, id);
  const std::string pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
  const Page form = desk.browser.get(path_of(line));
  const Page bad = desk.browser.upload(path_of(line), with(fields_of(form.html(), path_of(line)), pass_fields()),
                                       "certificate_file", "a.exe", "MZ");
  BOOST_TEST(bad.has_error("certificate_file"));
  const Page saved = desk.browser.upload(path_of(line), with(fields_of(bad.html(), path_of(line)), pass_fields()),
                                         "certificate_file", "证书.pdf", pdf);
  BOOST_REQUIRE(saved.status() == 303);
  BOOST_TEST(desk.browser.get(saved.location() + "/file").header("X-Accel-Redirect") != "");
  BOOST_TEST(Browser(make_institution().person).get(saved.location() + "/file").status() == 404);
  Browser unit{desk.unit};
  const std::string own = "/ledger/" + std::to_string(id);
  const std::string file = std::to_string(count("select file_id from results where instrument_id = " + std::to_string(id)));
  const Page shown = unit.get(own);
  BOOST_TEST(shown.has(own + "/attachments/" + file));
  BOOST_TEST(!shown.has(own + "/attachments/" + file + "/remove"));
  BOOST_TEST(unit.get(own + "/attachments/" + file + "/remove").status() == 409);
}

BOOST_AUTO_TEST_CASE(who_comes_second_is_told_and_keeps_what_was_typed) {
  Desk desk;
  const Line line = send_line(desk.unit, desk.institution, desk.add());
  const Page form = desk.browser.get(path_of(line));
  Browser colleague{make_clerk(desk.institution, "worker")};
  BOOST_TEST(colleague.submit(path_of(line), fail_fields()).status() == 303);
  const Page late = desk.browser.post(path_of(line), with(fields_of(form.html(), path_of(line)), pass_fields()));
  BOOST_TEST(late.status() == 409);
  BOOST_TEST(late.has("证&lt;b&gt;{{X}}-1"));
  BOOST_TEST(field_of("appointment_lines", "state", line.id) == "failed");
}

BOOST_AUTO_TEST_CASE(corrections_keep_every_version_and_the_second_corrector_gets_409) {
  Desk desk;
  const long long id = desk.add();
  const Line line = send_line(desk.unit, desk.institution, id);
  const std::string first = desk.browser.submit(path_of(line), pass_fields()).location();
  const Page form = desk.browser.get(first + "/correct");
  BOOST_TEST(form.has("证&lt;b&gt;{{X}}-1"));
  BOOST_TEST(desk.browser.submit(first + "/correct", {{"op_save", "x"}}).has_error("correction_reason"));
  const Fields turned{
      {"result", "fail"}, {"result_number", ""}, {"notice_number", "T-9"}, {"correction_reason", "登记<错>"}, {"op_save", "x"}};
  const Page saved = desk.browser.submit(first + "/correct", turned);
  BOOST_REQUIRE(saved.status() == 303);
  const Page now = desk.browser.get(saved.location());
  BOOST_TEST(now.has("登记&lt;错&gt;"));
  BOOST_TEST(now.has("首次登记"));
  BOOST_TEST(desk.browser.get(first).has("更正以前的版本"));
  BOOST_TEST(desk.browser.get(first + "/correct").status() == 303);
  BOOST_TEST(field_of("instruments", "last_result", id) == "fail");
  const Page late = desk.browser.post(first + "/correct", with(fields_of(form.html(), first + "/correct"), turned));
  BOOST_TEST(late.status() == 409);
  BOOST_TEST(late.has("查看现行版本"));
  BOOST_TEST(late.has("登记&lt;错&gt;"));
  BOOST_TEST(count("select count(*) from notices where kind = 'corrected' and user_id = " + user_id_of(desk.unit)) == 1);
}

BOOST_AUTO_TEST_CASE(many_lines_are_recorded_at_once_or_none) {
  Desk desk;
  const auto lines = send_lines(desk.unit, desk.institution, {desk.add(), desk.add(), desk.add()});
  std::string query = "?op_record=1";
  for (const Line& line : lines) query += "&line=" + code_of(line);
  const Page sent = desk.browser.get("/desk/results/chosen" + query);
  BOOST_REQUIRE(sent.status() == 303);
  const std::string batch = sent.location();
  Fields fields{
      {"result", "pass"}, {"mark", "certificate"}, {"result_date", yesterday()}, {"verifier", "示范人"}, {"op_save", "x"}};
  fields.emplace_back("number_" + code_of(lines[0]), "B-0<>");
  fields.emplace_back("seal_" + code_of(lines[1]), "S-1<>");
  const Page bad = desk.browser.submit(batch, fields, "/desk/results/batch");
  BOOST_TEST(bad.status() == 422);
  BOOST_TEST(bad.has("B-0&lt;&gt;"));
  BOOST_TEST(bad.has("S-1&lt;&gt;"));
  BOOST_TEST(bad.has("有 2 行需要更正"));
  BOOST_TEST(field_of("appointment_lines", "state", lines[0].id) == "accepted");
  fields.emplace_back("number_" + code_of(lines[1]), "B-1");
  fields.emplace_back("number_" + code_of(lines[2]), "T-2");
  fields.emplace_back("result_" + code_of(lines[2]), "fail");
  const Page saved = desk.browser.submit(batch, fields, "/desk/results/batch");
  BOOST_TEST(saved.status() == 303);
  BOOST_TEST(field_of("appointment_lines", "state", lines[1].id) == "passed");
  BOOST_TEST(field_of("appointment_lines", "state", lines[2].id) == "failed");
  BOOST_TEST(text_of("select seal_number from results where line_id = " + std::to_string(lines[1].id)) == "S-1<>");
  BOOST_TEST(desk.browser.get("/desk/results/batch?appointment=" + std::to_string(lines[0].appointment_id)).has("没有勾选"));
}

BOOST_AUTO_TEST_CASE(five_hundred_lines_of_an_appointment_come_in_one_form) {
  Desk desk;
  std::vector<long long> ids;
  for (int n = 0; n < 500; ++n) ids.push_back(desk.add());
  const auto lines = send_lines(desk.unit, desk.institution, ids);
  const std::string batch = "/desk/results/batch?appointment=" + std::to_string(lines[0].appointment_id);
  Fields fields{
      {"result", "pass"}, {"mark", "conformity_mark"}, {"result_date", yesterday()}, {"verifier", "示范人"}, {"op_save", "x"}};
  BOOST_TEST(desk.browser.submit(batch, with(fields, {{"verifier", ""}}), "/desk/results/batch").has_error("verifier"));
  BOOST_TEST(desk.browser.submit(batch, fields, "/desk/results/batch").status() == 303);
  BOOST_TEST(field_of("appointments", "open_count", lines[0].appointment_id) == "0");
  const Page first = desk.browser.get("/desk/results?tab=recorded&number=" + lines[0].number);
  BOOST_TEST(first.has("下一页"));
  const std::string next = between(first.html(), "tab=recorded&amp;number=" + lines[0].number + "&amp;after=", "&amp;");
  const Page second = desk.browser.get("/desk/results?tab=recorded&number=" + lines[0].number + "&after=" + next);
  BOOST_TEST(second.has("首页"));
  BOOST_TEST(!second.has(field_of("instruments", "serial_number", lines[499].instrument_id)));
}

BOOST_AUTO_TEST_CASE(samples_are_received_and_given_back_after_a_question) {
  Desk desk;
  const long long id = desk.add();
  const Line line = send_line(desk.unit, desk.institution, id);
  const std::string begin = desk.browser.get("/desk/results/chosen?op_begin=1&line=" + code_of(line)).location();
  BOOST_TEST(desk.browser.submit(begin, {{"op_begin", "x"}}, "/desk/results/begin").status() == 303);
  BOOST_TEST(field_of("appointment_lines", "state", line.id) == "verifying");
  const std::string back = desk.browser.get("/desk/results/chosen?op_give_back=1&line=" + code_of(line)).location();
  BOOST_TEST(desk.browser.submit(back, {{"op_give_back", "x"}}, "/desk/results/give-back").has_error("give_back_reason"));
  BOOST_TEST(
      desk.browser.submit(back, {{"give_back_reason", "损坏"}, {"op_give_back", "x"}}, "/desk/results/give-back").status() ==
      303);
  BOOST_TEST(field_of("appointment_lines", "state", line.id) == "returned");
  BOOST_TEST(field_of("instruments", "appointment_id", id) == "");
  BOOST_TEST(desk.browser.get(path_of(line)).has("不能登记结果"));
}

BOOST_AUTO_TEST_CASE(without_appointment_it_is_found_by_both_words_and_only_so) {
  Desk desk;
  const long long id = desk.add();
  const std::string serial = field_of("instruments", "serial_number", id), code = desk.unit_code();
  const std::string words = "?walk_in_code=" + code + "&walk_in_serial=" + serial;
  BOOST_TEST(desk.browser.get("/desk/results/walk-in").status() == 200);
  BOOST_TEST(desk.browser.get("/desk/results/walk-in?walk_in_code=1&walk_in_serial=").has_error("walk_in_serial"));
  BOOST_TEST(desk.browser.get("/desk/results/walk-in" + words + "0").has("没有找到"));
  const std::string form = "/desk/results/walk-in/" + std::to_string(desk.unit.unit_id) + "/" + std::to_string(id);
  BOOST_TEST(desk.browser.get("/desk/results/walk-in" + words).has(form));
  BOOST_TEST(desk.browser.get(form).location() == "/desk/results/walk-in");
  BOOST_TEST(desk.browser.get(form + words + "0").status() == 404);
  BOOST_TEST(desk.browser.submit(form + words, {{"op_save", "x"}}, form).status() == 422);
  BOOST_TEST(desk.browser.submit(form + words, fail_fields(), form).status() == 303);
  BOOST_TEST(field_of("instruments", "last_result", id) == "fail");
  Browser unable{make_institution(false).person};
  BOOST_TEST(unable.get("/desk/results/walk-in" + words).has("没有该种别的授权"));
  const Line line = send_line(desk.unit, desk.institution, id);
  BOOST_TEST(desk.browser.get("/desk/results/walk-in" + words).has(path_of(line)));
}

namespace {

// A file as the institution's own system would send it: the heading and rows by their cells.
std::string file_of(const std::vector<std::vector<std::string>>& rows) {
  std::string text = "\xEF\xBB\xBF行号,器具名称,检定结果,印证类型,证书编号,检定日期,有效期至,不合格通知书编号,检定员,备注\n";
  for (const auto& row : rows) {
    for (std::size_t n = 0; n < row.size(); ++n) text += (n == 0 ? "" : ",") + row[n];
    text += "\n";
  }
  return text;
}
std::string key_of(const Line& line, int no) { return line.number + "-" + std::to_string(no); }

struct Import {
  Desk& desk;
  Page upload(const std::string& content, const std::string& name = "结果.csv") {
    const Page form = desk.browser.get("/desk/results/import");
    return desk.browser.upload("/desk/results/import", fields_of(form.html(), "/desk/results/import"), "results_file", name,
                               content);
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_file_is_looked_at_first_and_its_good_rows_are_recorded_once) {
  Desk desk;
  const auto lines = send_lines(desk.unit, desk.institution, {desk.add(), desk.add(), desk.add(), desk.add()});
  Import import{desk};
  const Page sent =
      import.upload(file_of({{key_of(lines[0], 1), "x", "合格", "检定证书", "F-1", "2026/11/20", "", "", "示范人", ""},
                             {key_of(lines[1], 2), "x", "不合格", "检定结果通知书", "", "20261120", "", "T-2", "示范人", ""},
                             {key_of(lines[2], 3), "x", "好", "检定证书", "<b>", "2026-02-30", "", "", "示范人", ""},
                             {key_of(lines[3], 4), "x", "", "", "", "", "", "", "", ""},
                             {"20261125110105999999-1", "x", "合格", "检定证书", "F-5", "2026-11-20", "", "", "示范人", ""}}));
  BOOST_REQUIRE(sent.status() == 303);
  const std::string place = sent.location();
  const Page page = desk.browser.get(place);
  BOOST_TEST(page.has("正确 <strong>2</strong> 行，有问题 <strong>2</strong> 行"));
  BOOST_TEST(page.has("另有 1 行没有填写检定结果"));
  BOOST_TEST(page.has("没有这一天"));
  BOOST_TEST(page.has("没有找到这一行"));
  BOOST_TEST(page.has("第 4 行"));
  BOOST_TEST(field_of("appointment_lines", "state", lines[0].id) == "accepted");
  BOOST_TEST(desk.browser.get(place + "/errors?format=csv").has("错误原因"));
  BOOST_TEST(desk.browser.get(place + "/errors?format=csv").has("<b>"));
  BOOST_TEST(desk.browser.get(place + "/errors?format=xlsx").html().substr(0, 2) == "PK");
  Browser foreign{make_institution().person};
  BOOST_TEST(foreign.get(place).status() == 404);
  BOOST_TEST(foreign.get(place + "/errors").status() == 404);
  const Page again = desk.browser.get(place);
  Browser colleague{make_clerk(desk.institution, "worker")};
  BOOST_TEST(colleague.submit(place, {{"op_good", "x"}}, place + "/apply").status() == 303);
  BOOST_TEST(field_of("appointment_lines", "state", lines[0].id) == "passed");
  BOOST_TEST(field_of("appointment_lines", "state", lines[1].id) == "failed");
  // The other one pressed too: nothing happens twice.
  BOOST_TEST(desk.browser.post(place + "/apply", with(fields_of(again.html(), place + "/apply"), {{"op_good", "x"}})).status() ==
             303);
  BOOST_TEST(desk.browser.get(place).has("已由您或同事处理过"));
  BOOST_TEST(count("select count(*) from results where instrument_id = " + std::to_string(lines[0].instrument_id)) == 1);
}

BOOST_AUTO_TEST_CASE(a_line_that_changed_since_the_file_was_checked_is_told_and_not_overwritten) {
  Desk desk;
  const auto lines = send_lines(desk.unit, desk.institution, {desk.add(), desk.add()});
  Import import{desk};
  const std::string place =
      import
          .upload(file_of({{key_of(lines[0], 1), "x", "合格", "检定合格证", "", "2026-11-20", "2030-01-01", "", "示范人", ""},
                           {key_of(lines[1], 2), "x", "合格", "检定合格证", "", "2026-11-20", "", "", "示范人", ""}}))
          .location();
  BOOST_TEST(desk.browser.get(place).has("晚于推算的 2027-11-19"));
  BOOST_TEST(desk.browser.submit(place, {{"op_all", "x"}}, place + "/apply").has_error("beyond_cycle"));
  BOOST_TEST(desk.browser.submit(path_of(lines[1]), fail_fields()).status() == 303);
  const Page refused = desk.browser.submit(place, {{"op_all", "x"}, {"beyond_cycle", "yes"}}, place + "/apply");
  BOOST_TEST(refused.status() == 409);
  BOOST_TEST(refused.has("没有登记任何结果"));
  BOOST_TEST(field_of("appointment_lines", "state", lines[0].id) == "accepted");
  BOOST_TEST(desk.browser.submit(place, {{"op_good", "x"}, {"beyond_cycle", "yes"}}, place + "/apply").status() == 303);
  BOOST_TEST(field_of("appointment_lines", "state", lines[0].id) == "passed");
  BOOST_TEST(field_of("instruments", "valid_until", lines[0].instrument_id) == "2030-01-01");
  BOOST_TEST(field_of("appointment_lines", "state", lines[1].id) == "failed");
}

BOOST_AUTO_TEST_CASE(files_that_are_none_are_refused_in_words) {
  Desk desk;
  Import import{desk};
  BOOST_TEST(import.upload("a,b\n1,2\n").has_error("results_file"));
  BOOST_TEST(import.upload(file_of({})).has("没有填写了检定结果的行"));
  BOOST_TEST(import.upload("%PDF-1.4", "a.xlsx").has_error("results_file"));
  std::vector<std::vector<std::string>> many(2001, {"x-1", "x", "合格"});
  BOOST_TEST(import.upload(file_of(many)).has("超过 2000 行"));
  const auto line = send_line(desk.unit, desk.institution, desk.add());
  const std::string place =
      import.upload(file_of({{"＝1+1", "x", "合格", "检定证书", "<b>'&", "x", "", "", "{{X}}", ""}})).location();
  BOOST_TEST(desk.browser.get(place).has("行号应为"));
  BOOST_TEST(desk.browser.submit(place, {{"op_discard", "x"}}, place + "/discard").status() == 303);
  BOOST_TEST(desk.browser.get(place).has("已放弃"));
  BOOST_TEST(desk.browser.get("/desk/results/import/template?format=xlsx").html().substr(0, 2) == "PK");
  BOOST_TEST(desk.browser.get("/desk/results/import/template?format=csv").has("不合格通知书编号"));
}

BOOST_AUTO_TEST_CASE(another_institution_and_a_unit_meet_404_and_a_viewer_gets_no_form) {
  Desk desk;
  const Line line = send_line(desk.unit, desk.institution, desk.add()), open = send_line(desk.unit, desk.institution, desk.add());
  const std::string result = desk.browser.submit(path_of(line), pass_fields()).location();
  Browser foreign{make_institution().person}, unit{desk.unit}, viewer{make_clerk(desk.institution, "viewer")};
  for (const std::string& path : {path_of(open), result, result + "/correct", result + "/file"})
    BOOST_TEST(foreign.get(path).status() == 404);
  BOOST_TEST(foreign.get("/desk/results/batch?line=" + code_of(open)).has("没有勾选"));
  BOOST_TEST(foreign.get("/desk/results/begin?line=" + code_of(open)).has("没有可以收样"));
  BOOST_TEST(unit.get(result).status() == 403);
  const Page seen = viewer.get(path_of(open));
  BOOST_TEST(seen.status() == 200);
  BOOST_TEST(!seen.has("<form method=\"post\" action=\"" + path_of(open)));
  BOOST_TEST(!viewer.get(result).has("更正</a>"));
  BOOST_TEST(viewer.get(result + "/correct").status() == 403);
  BOOST_TEST(!viewer.get("/desk/results").has("op_give_back"));
}

BOOST_AUTO_TEST_SUITE_END()
