// Importing instruments: upload, check, preview, application, the file of rejected rows, and what comes back from an export. The
// jobs are done in process, as their own role.
#include "base/crypto.h"
#include "jobs/jobs.h"
#include "store/ledger/instruments.h"
#include "store/ledger/ledger.h"
#include "web/browser.h"

#include <boost/test/unit_test.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace {

using namespace tests;

const std::string header =
    "器具名称,器具种别,型号规格,测量范围,准确度等级,出厂编号,生产厂家,安装/使用地点,器具用途,上次检定日期,备注\n";

std::string line(const std::string& serial, const std::string& kind = "非自动衡器", const std::string& date = "") {
  return "电子计价秤," + kind + ",ACS-30,（0.1～30）kg,Ⅲ," + serial + ",示范衡器甲厂,示范大厅,贸易结算," + date + ",\n";
}

void work() {
  static store::Db db = connection("qj_jobs");
  while (jobs::run_one(base::Config::load(), db)) {
  }
}

Page send(Browser& browser, const std::string& content, const std::string& name = "台账.csv") {
  const Fields fields = fields_of(browser.get("/ledger/import").html(), "/ledger/import");
  return browser.upload("/ledger/import", with(fields, {{"op_upload", "上传"}}), "import_file", name, content);
}

// Sends a file and has it checked; where its result stands.
std::string checked(Browser& browser, const std::string& content) {
  const Page sent = send(browser, content);
  BOOST_REQUIRE(sent.status() == 303);
  work();
  return sent.location();
}

Page take_over(Browser& browser, const std::string& path, const char* button = "op_all") {
  const Page done = browser.submit(path, {{button, "导入"}}, path + "/apply");
  work();
  return done;
}

std::string rows_of(const Person& unit) {
  return text_of("select count(*) from instruments where unit_id = " + std::to_string(unit.unit_id));
}
std::string id_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// A runner in a process of its own, killed after so many milliseconds; its lease ends at once.
void work_and_be_killed(const Person& unit, int milliseconds) {
  const pid_t child = fork();
  if (child == 0) {
    try {
      store::Db db = connection("qj_jobs");
      while (jobs::run_one(base::Config::load(), db)) {
      }
    } catch (...) {
    }
    _exit(0);
  }
  usleep(static_cast<useconds_t>(milliseconds) * 1000);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  // The server notices a dead client at the end of what it runs: until then the dead one's locks hold, and nothing is decided.
  for (int n = 0; n < 600; ++n) {
    if (count("select count(*) from pg_stat_activity where usename = 'qj_jobs' and state <> 'idle'") == 0) break;
    usleep(50000);
  }
  sql("update jobs set lease_until = now() - interval '1 second', attempts = 0 where state = 'running' and unit_id = " +
      std::to_string(unit.unit_id));
}

std::string exported(const Person& unit, const std::vector<std::string>& columns) {
  store::Db db = connection("qj_owner");
  std::string text;
  for (const std::string& code : columns) text += (text.empty() ? "" : ",") + std::string(domain::ledger_column(code)->label);
  text += "\n";
  store::each_ledger_row(db, unit.unit_id, {}, today(), [&](const domain::LedgerRow& row) {
    std::string cells;
    for (const std::string& code : columns) cells += (cells.empty() ? "" : ",") + domain::ledger_cell(code, row, today());
    text += cells + "\n";
  });
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(imports)

BOOST_AUTO_TEST_CASE(a_file_is_checked_looked_at_and_imported_as_a_whole) {
  const Person unit = make_unit();
  Browser browser{unit};
  const Page sent = send(browser, header + line("000451", "电子秤", "2026-01-31") + line("A-2"));
  BOOST_TEST(sent.status() == 303);
  const Page waiting = browser.get(sent.location());
  BOOST_TEST(waiting.has("正在检查"));
  BOOST_TEST(waiting.header("Refresh") == "2");
  work();
  const Page preview = browser.get(sent.location());
  BOOST_TEST(preview.header("Refresh") == "");
  BOOST_TEST(preview.has("新增 <strong>2</strong>"));
  BOOST_TEST(preview.has("000451"));
  BOOST_TEST(preview.has("全部导入"));
  BOOST_TEST(rows_of(unit) == "0");
  BOOST_TEST(take_over(browser, sent.location()).status() == 303);
  BOOST_TEST(browser.get(sent.location()).has("导入完成"));
  const std::string own = " from instruments where unit_id = " + std::to_string(unit.unit_id);
  BOOST_TEST(text_of("select valid_until || ' ' || last_result || ' ' || quantity || ' ' || origin || ' ' || division_code" +
                     own + " and serial_number = '000451'") == "2027-01-30 declared 1 domestic 110105");
  BOOST_TEST(count("select count(*) from audit where action = 'instrument.create' and actor = '" + unit.login +
                   "' and unit_id = " + std::to_string(unit.unit_id)) == 2);
  BOOST_TEST(text_of("select file_name from imports where id = " + id_of(sent.location())) == "");
  BOOST_TEST(browser.get("/ledger/import").has("已导入"));
}

BOOST_AUTO_TEST_CASE(bad_cells_are_told_with_row_and_content_and_come_back_as_a_file) {
  const Person unit = make_unit();
  Browser browser{unit};
  const std::string path =
      checked(browser, header + line("1.23E+15") + line("A-2", "没有这种") + line("A-3") +
                           line("A-4", "非自动衡器", "2026-02-29") + line("\"<b>\"\"'&{{X}}\"", "电子秤", "1984-12-31"));
  const Page preview = browser.get(path);
  BOOST_TEST(preview.has("错误 <strong>4</strong>"));
  BOOST_TEST(preview.has("第 2 行"));
  BOOST_TEST(preview.has("“1.23E+15”"));
  BOOST_TEST(preview.has("没有这一天"));
  BOOST_TEST(preview.has("1985 年至 2100 年"));
  BOOST_TEST(!preview.has("<b>\"'&"));
  BOOST_TEST(preview.has("{{X}}"));
  BOOST_TEST(!preview.has("全部导入（"));
  // All or nothing is not on offer, whatever is posted.
  const Fields fields = fields_of(preview.html(), path + "/apply");
  browser.post(path + "/apply", with(fields, {{"op_all", "全部导入"}}));
  work();
  BOOST_TEST(rows_of(unit) == "0");
  const std::string csv = browser.get(path + "/errors?format=csv").html();
  BOOST_TEST(csv.find("错误原因,行号,器具名称") != std::string::npos);
  BOOST_TEST(csv.find("器具种别：目录中没有“没有这种”") != std::string::npos);
  BOOST_TEST(csv.find("<b>\"\"'&{{X}}") != std::string::npos);
  BOOST_TEST(csv.find("A-3") == std::string::npos);
  const std::string xlsx = browser.get(path + "/errors?format=xlsx").html();
  BOOST_TEST(xlsx.substr(0, 2) == "PK");
  // Sent in again as they are: read, and refused for the same reasons.
  for (const std::string& again : {csv, xlsx}) {
    const std::string second = checked(browser, again);
    BOOST_TEST(browser.get(second).has("错误 <strong>4</strong>"));
  }
  BOOST_TEST(take_over(browser, path, "op_good").status() == 303);
  BOOST_TEST(rows_of(unit) == "1");
  BOOST_TEST(browser.get(path).has("有 4 行没有导入"));
}

BOOST_AUTO_TEST_CASE(an_export_that_comes_back_changes_only_what_is_in_it) {
  const Person unit = make_unit();
  Browser browser{unit};
  domain::InstrumentValues first = scale(), second = scale();
  first.management_number = "GL-1";
  const long long id = add_instrument(unit.unit_id, first);
  add_instrument(unit.unit_id, second);
  std::string file = exported(unit, {"id", "version", "place", "remark"});
  const std::string path = checked(browser, file);
  BOOST_TEST(browser.get(path).has("文件内容与台账完全相同"));
  const std::string row = "\n" + std::to_string(id) + ",1,示范大厅,";
  file.replace(file.find(row), row.size(), "\n" + std::to_string(id) + ",1,新的地点,改过");
  const std::string changed = checked(browser, file);
  const Page preview = browser.get(changed);
  BOOST_TEST(preview.has("变更 <strong>1</strong>"));
  BOOST_TEST(preview.has("<del>示范大厅</del> → <ins>新的地点</ins>"));
  take_over(browser, changed);
  BOOST_TEST(text_of("select place || remark || management_number || version from instruments where id = " +
                     std::to_string(id)) == "新的地点改过GL-12");
  BOOST_TEST(text_of("select new_values->>'place' from audit where action = 'instrument.update' and subject_id = " +
                     std::to_string(id)) == "新的地点");
  // The old file again: somebody changed it meanwhile.
  BOOST_TEST(browser.get(checked(browser, file)).has("已被他人修改"));
}

BOOST_AUTO_TEST_CASE(a_later_day_in_a_file_keeps_the_record_before_it_and_the_same_day_corrects_it) {
  const Person unit = make_unit();
  Browser browser{unit};
  auto values = scale();
  values.verified_on = today().plus_days(-400);
  values.valid_until = today().plus_days(-35);
  values.certificate_number = "旧证书";
  add_instrument(unit.unit_id, values);
  const auto import = [&](const std::string& from, const std::string& to) {
    std::string file = exported(unit, {"id", "version", "verified_on", "valid_until", "certificate_number"});
    file.replace(file.find(from), from.size(), to);
    take_over(browser, checked(browser, file));
  };
  const std::string days = values.verified_on->iso() + "," + values.valid_until->iso() + ",旧证书";
  import("旧证书", "旧证书2");
  const std::string earlier =
      "select coalesce(string_agg(number, ' '), '') from certificates where unit_id = " + std::to_string(unit.unit_id);
  BOOST_TEST(text_of(earlier) == "");
  import(days + "2", today().plus_days(-5).iso() + "," + today().plus_days(360).iso() + ",新证书");
  BOOST_TEST(text_of(earlier) == "旧证书2");
  BOOST_TEST(text_of("select certificate_number from instruments where unit_id = " + std::to_string(unit.unit_id)) == "新证书");
}

BOOST_AUTO_TEST_CASE(a_row_changed_between_check_and_application_stops_all_or_is_left_out) {
  const Person unit = make_unit();
  Browser browser{unit};
  const long long id = add_instrument(unit.unit_id, scale());
  add_instrument(unit.unit_id, scale());
  std::string file = exported(unit, {"id", "version", "place", "remark"});
  for (std::size_t at = file.find("示范大厅"); at != std::string::npos; at = file.find("示范大厅")) file.replace(at, 12, "乙处");
  const std::string path = checked(browser, file);
  sql("update instruments set version = version + 1, place = '甲处' where id = " + std::to_string(id));
  take_over(browser, path);
  const Page preview = browser.get(path);
  BOOST_TEST(preview.has("有 1 台器具被他人修改"));
  BOOST_TEST(text_of("select string_agg(place, ' ' order by id) from instruments where unit_id = " +
                     std::to_string(unit.unit_id)) == "甲处 示范大厅");
  take_over(browser, path, "op_good");
  BOOST_TEST(text_of("select string_agg(place, ' ' order by id) from instruments where unit_id = " +
                     std::to_string(unit.unit_id)) == "甲处 乙处");
}

BOOST_AUTO_TEST_CASE(what_may_not_be_changed_is_told_beside_its_column) {
  const Person unit = make_unit();
  Browser browser{unit};
  std::vector<std::string> ids;
  for (int n = 0; n < 3; ++n) ids.push_back(std::to_string(add_instrument(unit.unit_id, scale())));
  sql("update instruments set state = 'scrapped' where id = " + ids[0]);
  sql("update instruments set appointment_id = 1, appointment_number = 'N1', ever_submitted = true where id = " + ids[1]);
  sql("update instruments set last_result = 'pass', verified_on = '2026-01-31', valid_until = '2027-01-30', "
      "certificate_number = 'Z-1' where id = " +
      ids[2]);
  const std::string path =
      checked(browser, "系统编号,版本,型号规格,证书编号\n" + ids[0] + ",1,新,\n" + ids[1] + ",1,新,\n" + ids[2] + ",1,新,Z-2\n" +
                           ids[2] + ",9,新,\n999999999,1,新,\nabc,1,新,\n" + ids[1] + ",,新,\n");
  const Page preview = browser.get(path);
  BOOST_TEST(preview.has("错误 <strong>7</strong>"));
  for (const char* words :
       {"已报废", "未办结的预约单", "已登记检定结果", "已被他人修改", "没有这个系统编号", "应为导出文件中的数字"})
    BOOST_TEST(preview.has(words), words);
}

BOOST_AUTO_TEST_CASE(the_same_instrument_twice_and_the_same_file_twice_are_warnings) {
  const Person unit = make_unit();
  Browser browser{unit};
  const std::string file = header + line("T-1") + line("T-1") + line("T-2");
  const std::string first = checked(browser, file);
  BOOST_TEST(browser.get(first + "?tab=warning").has("与第 2 行的种别"));
  take_over(browser, first);
  BOOST_TEST(rows_of(unit) == "3");
  const Page again = browser.get(checked(browser, file) + "?tab=warning");
  BOOST_TEST(again.has("内容完全相同的文件已在"));
  BOOST_TEST(again.has("台账中已有 2 台"));
}

BOOST_AUTO_TEST_CASE(two_people_who_apply_one_import_apply_it_once) {
  const Person unit = make_unit();
  Browser one{unit}, two{make_member(unit, "worker")};
  const std::string path = checked(one, header + line("P-1"));
  const Fields first = fields_of(one.get(path).html(), path + "/apply"),
               second = fields_of(two.get(path).html(), path + "/apply");
  BOOST_TEST(one.post(path + "/apply", with(first, {{"op_all", "x"}})).status() == 303);
  BOOST_TEST(two.post(path + "/apply", with(second, {{"op_all", "x"}})).status() == 303);
  work();
  BOOST_TEST(rows_of(unit) == "1");
  BOOST_TEST(count("select count(*) from jobs where kind = 'import_apply' and unit_id = " + std::to_string(unit.unit_id)) == 1);
}

BOOST_AUTO_TEST_CASE(an_import_is_seen_by_its_unit_alone_and_changed_by_those_who_may) {
  const Person unit = make_unit();
  Browser own{unit}, stranger{make_unit()}, viewer{make_member(unit, "viewer")};
  const std::string path = checked(own, header + line("S-1") + line("S-2", "没有这种"));
  for (const std::string& page : {path, path + "/errors"}) {
    BOOST_TEST(stranger.get(page).status() == 404);
    BOOST_TEST(viewer.get(page).status() == 200);  // who only looks may look
  }
  for (const char* button : {"op_good", "op_all", "op_discard"}) BOOST_TEST(!viewer.get(path).has(button));
  BOOST_TEST(!viewer.get(path).has("/ledger/import\""));
  BOOST_TEST(viewer.get("/ledger/import").status() == 403);
  BOOST_TEST(!viewer.get("/ledger").has("/ledger/import"));
  BOOST_TEST(own.submit(path, {{"op_discard", "放弃"}}, path + "/discard").status() == 303);
  BOOST_TEST(own.get(path).has("已经放弃"));
  BOOST_TEST(count("select count(*) from import_rows where import_id = " + id_of(path)) == 0);
}

BOOST_AUTO_TEST_CASE(files_that_are_no_tables_are_told_at_once_or_after_the_check) {
  Browser browser{make_unit()};
  const auto told = [&](const std::string& content, const char* words) {
    const Page page = send(browser, content, "台账.xlsx");
    BOOST_TEST_CONTEXT(words) {
      if (page.status() == 422) {
        BOOST_TEST(page.has(words));
        return;
      }
      work();
      BOOST_TEST(browser.get(page.location()).has(words));
      BOOST_TEST(browser.get(page.location()).has("不能导入"));
    }
  };
  told("", "文件是空的");
  told("<html><table>", "网页或 XML");
  told("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, 'x'), "旧格式");
  told("%PDF-1.4", "不是电子表格文件");
  told("PK\x03\x04 broken", "已损坏或不完整");
  told("a,b\n1,2\n", "没有找到列名");
  told(header, "只有列名");
  told("器具名称,器具种别,型号\n秤,电子秤,1\n", "缺少这些列：测量范围");
  told("器具名称,名称,器具种别,型号\n", "有两个“器具名称”列");
  told(header + "\"秤,\n", "引号不成对");
  told(header + line(std::string(40000, 'x')), "超过 32767 个字符");
  told(header + line("\xff\xfe"), "编码无法识别");
}

BOOST_AUTO_TEST_CASE(the_template_is_offered_in_both_formats_and_its_examples_are_not_imported) {
  Browser browser{make_unit()};
  const Page csv = browser.get("/ledger/import/template?format=csv");
  BOOST_TEST(csv.has("器具名称*,器具项别,器具种别*"));
  const std::string path = checked(browser, csv.html());
  BOOST_TEST(browser.get(path).has("只有列名"));
  const std::string xlsx = browser.get("/ledger/import/template?format=xlsx").html();
  BOOST_TEST(browser.get(checked(browser, xlsx)).has("只有列名"));
  BOOST_TEST(browser.get(checked(browser, csv.html() + "电子秤,,电子秤,A,B,C,1,D,,,E,,贸易结算,,,,,,,,\r\n"))
                 .has("略过模板中的示例 2 行"));
}

BOOST_AUTO_TEST_CASE(a_job_that_was_given_up_changes_nothing_and_can_be_asked_for_again) {
  const Person unit = make_unit();
  Browser browser{unit};
  const std::string path = checked(browser, header + line("J-1"));
  browser.submit(path, {{"op_all", "导入"}}, path + "/apply");
  sql("update jobs set state = 'failed' where kind = 'import_apply' and unit_id = " + std::to_string(unit.unit_id));
  BOOST_TEST(browser.get(path).has("上一次导入没有完成"));
  take_over(browser, path);
  BOOST_TEST(rows_of(unit) == "1");
  const Page sent = send(browser, header + line("J-2"));
  sql("update jobs set state = 'failed' where state = 'waiting' and unit_id = " + std::to_string(unit.unit_id));
  BOOST_TEST(browser.get(sent.location()).has("检查没有完成"));
  BOOST_TEST(browser.submit(sent.location(), {{"op_discard", "放弃"}}, sent.location() + "/discard").status() == 303);
}

BOOST_AUTO_TEST_CASE(a_runner_killed_anywhere_leaves_all_or_nothing_and_the_next_one_finishes) {
  constexpr int rows = 3000;
  const Person unit = make_unit();
  Browser browser{unit};
  std::string file = header;
  for (int n = 0; n < rows; ++n) file += line("K-" + std::to_string(n));
  const std::string path = send(browser, file).location();
  const std::string own = " where unit_id = " + std::to_string(unit.unit_id), id = id_of(path);
  const auto state = [&] { return text_of("select state from imports where id = " + id); };
  int killed = 0;
  for (int milliseconds = 20; state() == "checking" && killed < 12; milliseconds += 35, ++killed) {
    work_and_be_killed(unit, milliseconds);
    BOOST_TEST(rows_of(unit) == "0");
    if (state() == "checking") BOOST_TEST(browser.get(path).has("正在检查"));
  }
  BOOST_TEST(killed > 1);
  work();
  BOOST_TEST(state() == "checked");
  BOOST_TEST(count("select count(*) from import_rows where verdict = 'new' and import_id = " + id) == rows);
  browser.submit(path, {{"op_all", "导入"}}, path + "/apply");
  for (int milliseconds = 10; state() == "applying" && milliseconds < 400; milliseconds += 30) {
    work_and_be_killed(unit, milliseconds);
    const std::string there = rows_of(unit);
    BOOST_TEST((there == "0" || there == std::to_string(rows)), there);
    BOOST_TEST((there == "0") == (state() == "applying"));
  }
  work();
  BOOST_TEST(state() == "applied");
  BOOST_TEST(rows_of(unit) == std::to_string(rows));
  BOOST_TEST(count("select count(*) from audit where action = 'instrument.create' and unit_id = " +
                   std::to_string(unit.unit_id)) == rows);
  BOOST_TEST(count("select count(*) from jobs where state <> 'done' and unit_id = " + std::to_string(unit.unit_id)) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
