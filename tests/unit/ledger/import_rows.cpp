// An import's rows: columns by every name people give them, words, dates and numbers as files have them, and what comes back from
// an export.
#include "domain/ledger/import_columns.h"
#include "domain/ledger/import_row.h"
#include "unit/words.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using namespace domain;
using CellKind = base::Cell::Kind;

struct Case {
  std::string first, second;
};
std::ostream& operator<<(std::ostream& out, const Case& one) { return out << one.first; }

const Date today = words::day("2026-11-25");

base::Cell cell(const std::string& text, CellKind kind = CellKind::text, std::optional<int> day = {}) {
  base::Cell made;
  made.text = text;
  made.kind = kind;
  made.day = day;
  return made;
}
std::vector<base::Cell> cells(const std::vector<std::string>& texts) {
  std::vector<base::Cell> all;
  for (const std::string& text : texts) all.push_back(cell(text));
  return all;
}

ImportReference reference() {
  ImportReference made("110105");
  const auto add = [&](long long id, int no, const char* item, const char* name, const char* variant, const char* mode,
                       std::vector<std::string> uses) {
    ImportKind kind;
    kind.kind.id = id;
    kind.kind.name = std::string(name) + (*variant ? "（" + std::string(variant) + "）" : "");
    kind.kind.mode = mode;
    kind.kind.uses = std::move(uses);
    kind.kind.cycle_months = 12;
    kind.kind_no = no;
    kind.item_name = item;
    kind.kind_name = name;
    made.add(kind);
  };
  add(1, 1, "体温计", "体温计", "玻璃体温计", "periodic", {"medical"});
  add(2, 1, "体温计", "体温计", "其他体温计", "periodic", {"medical"});
  add(3, 2, "非自动衡器", "非自动衡器", "", "periodic", {"trade"});
  add(4, 3, "压力仪表", "压力表", "", "periodic", {"safety", "medical"});
  add(5, 4, "某项", "不检定的", "", "none", {});
  made.add_synonym("电子秤", 2);
  made.add_synonym("仪表", 2);
  made.add_synonym("仪表", 3);
  made.add_synonym("B超", 0);
  for (const auto& [code, path, choice] : {std::tuple("110000", "北京市", DivisionChoice::not_final),
                                           {"110105", "北京市 朝阳区", DivisionChoice::ok},
                                           {"220104", "吉林省 长春市 朝阳区", DivisionChoice::ok},
                                           {"429004", "湖北省 仙桃市", DivisionChoice::ok},
                                           {"220000", "吉林省", DivisionChoice::not_final}})
    made.add(ImportDivision{code, path, choice});
  return made;
}

ImportColumns columns(const std::vector<std::string>& header) { return read_import_header(1, cells(header)).value(); }

const std::vector<std::string> head{"器具名称", "种别",     "型号",   "量程", "精度", "机号", "厂商", "使用地点",
                                    "用途",     "检定日期", "有效期", "区划", "数量", "周期", "备注"};
const std::vector<std::string> good{"秤", "电子秤", "A", "B", "C", "0001", "D", "E", "贸易结算", "2026/1/31", "", "", "", "", ""};

std::vector<base::Cell> row_with(std::size_t column, const base::Cell& changed) {
  auto row = cells(good);
  row[column] = changed;
  return row;
}
std::string errors_with(std::size_t column, const base::Cell& changed) {
  return words::of(check_import_row(columns(head), reference(), row_with(column, changed), {}, nullptr, today).errors);
}
InstrumentValues values_with(std::size_t column, const std::string& text) {
  const auto row = check_import_row(columns(head), reference(), row_with(column, cell(text)), {}, nullptr, today);
  BOOST_TEST(words::of(row.errors) == "", text);
  return row.values;
}

const std::vector<Case> names{{"仪器名称", "name"},
                              {"计量器具名称*", "name"},
                              {" 设备 名称\n（必填）", "name"},
                              {"器具种别", "kind"},
                              {"类别", "kind"},
                              {"规格/型号", "model"},
                              {"型号规格（必填）", "model"},
                              {"量程", "measuring_range"},
                              {"精度等级", "accuracy"},
                              {"准确度", "accuracy"},
                              {"出厂编号/机号", "serial_number"},
                              {"Ｓ Ｎ", "serial_number"},
                              {"编号", "serial_number"},
                              {"制造商", "manufacturer"},
                              {"存放地点", "place"},
                              {"安装／使用地点", "place"},
                              {"数量（台）", "quantity"},
                              {"检定周期(月)", "cycle_months"},
                              {"检定周期", "cycle_months"},
                              {"有效日期", "valid_until"},
                              {"下次检定日期", "valid_until"},
                              {"证书号", "certificate_number"},
                              {"检定单位", "institution_name"},
                              {"说明", "remark"},
                              {"系统编号", "id"},
                              {"版本", "version"},
                              {"检定状态", "-"},
                              {"错误原因", "-"},
                              {"序号", "-"},
                              {"颜色", ""},
                              {"", ""}};

const std::vector<Case> dates{{"2026-01-31", "2026-01-31"},
                              {"2026/1/31", "2026-01-31"},
                              {"20260131", "2026-01-31"},
                              {"2026年1月31日", "2026-01-31"},
                              {"46053", "2026-01-31"},
                              {"２０２６．１．３１", "2026-01-31"},
                              {"2026-01-31 00:00:00", "2026-01-31"},
                              {"2026-01-31T08:00", "2026-01-31"},
                              {"2028-02-29", "2028-02-29"},
                              {"2026-02-29", "DATE_NO_DAY"},
                              {"20260229", "DATE_NO_DAY"},
                              {"2026年4月31日", "DATE_NO_DAY"},
                              {"1984-12-31", "DATE_RANGE"},
                              {"1985-01-01", "1985-01-01"},
                              {"2100-12-31", "2100-12-31"},
                              {"2101-01-01", "DATE_RANGE"},
                              {"31047", "DATE_RANGE"},
                              {"99999", "DATE_RANGE"},
                              {"长期", "DATE_FORMAT"},
                              {"2026-13-01", "DATE_FORMAT"},
                              {"1/31/2026", "DATE_FORMAT"},
                              {"", ""},
                              {"/", ""},
                              {"99999999999999999999-1-1", "DATE_FORMAT"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(import_rows)

BOOST_DATA_TEST_CASE(columns_are_known_by_the_names_people_give_them, names) {
  BOOST_TEST(import_field(sample.first) == sample.second);
}

BOOST_AUTO_TEST_CASE(every_column_of_the_ledger_is_known_by_its_own_name_and_by_the_templates) {
  for (const std::string& code : template_columns()) BOOST_TEST(import_field(template_header(code)) == code);
  for (const Column& column : ledger_columns())
    BOOST_TEST(import_field(column.label) == (column.tip.empty() ? "-" : std::string(column.code)), column.label);
  for (const auto& example : template_examples()) BOOST_TEST(example.size() == template_columns().size());
}

BOOST_AUTO_TEST_CASE(a_title_is_no_header_and_unknown_columns_are_listed) {
  BOOST_TEST(!read_import_header(1, cells({"示范单位计量器具台账"})));
  BOOST_TEST(!read_import_header(1, cells({"名称", "甲", "乙"})));
  const ImportColumns found = columns({"序号", "名称", "种别", "颜色", "型号"});
  BOOST_TEST(found.at("model") == 4u);
  BOOST_TEST(found.unknown.size() == 1u);
  BOOST_TEST(refuse_columns(found)->code == "COLUMNS_MISSING");
  BOOST_TEST(refuse_columns(columns({"名称", "种别", "型号", "规格"}))->a == "型号规格");
  BOOST_TEST(!refuse_columns(columns(head)));
  BOOST_TEST(!refuse_columns(columns({"系统编号", "版本"})));
  BOOST_TEST(refuse_columns(columns({"系统编号", "名称"}))->a == "版本");
}

BOOST_DATA_TEST_CASE(dates_come_in_every_shape, dates) {
  const ImportDate read = import_date(cell(sample.first));
  BOOST_TEST((read.date ? read.date->iso() : read.error) == sample.second);
}

BOOST_AUTO_TEST_CASE(a_spreadsheets_number_is_a_date_by_its_own_calendar) {
  BOOST_TEST(words::of(import_date(cell("46053", CellKind::number, 20484)).date) == "2026-01-31");
  BOOST_TEST(words::of(import_date(cell("20260131", CellKind::number, {})).date) == "2026-01-31");
  BOOST_TEST(import_date(cell("0.5", CellKind::number)).error == "DATE_FORMAT");
}

BOOST_AUTO_TEST_CASE(kinds_are_found_by_every_name_that_means_exactly_one) {
  BOOST_TEST(values_with(1, "电子秤").kind_id == 3);
  BOOST_TEST(values_with(1, " 非自动衡器 ").kind_id == 3);
  BOOST_TEST(values_with(1, "非自动衡器/非自动衡器").kind_id == 3);
  BOOST_TEST(errors_with(1, cell("体温计")) == "kind:KIND_AMBIGUOUS(体温计,体温计（玻璃体温计）、体温计（其他体温计）)");
  BOOST_TEST(errors_with(1, cell("体温计(其他体温计)")) == "use:USE_OUT_OF_SCOPE(医疗卫生)");
  BOOST_TEST(errors_with(1, cell("仪表")) == "kind:KIND_AMBIGUOUS(仪表,非自动衡器、压力表)");
  BOOST_TEST(errors_with(1, cell("Ｂ超")) == "kind:KIND_NOT_IN_CATALOGUE(Ｂ超)");
  BOOST_TEST(errors_with(1, cell("飞碟")) == "kind:KIND_UNKNOWN(飞碟)");
  BOOST_TEST(errors_with(1, cell("不检定的")) == "kind:KIND_NOT_VERIFIED");
  BOOST_TEST(errors_with(1, cell("")) == "kind:REQUIRED");
}

BOOST_AUTO_TEST_CASE(divisions_are_found_by_code_path_or_an_end_that_is_not_ambiguous) {
  BOOST_TEST(values_with(11, "").division_code == "110105");
  BOOST_TEST(values_with(11, "仙桃市").division_code == "429004");
  BOOST_TEST(values_with(11, "湖北省仙桃市").division_code == "429004");
  BOOST_TEST(values_with(11, "吉林省 朝阳区").division_code == "220104");
  BOOST_TEST(values_with(11, "220104").division_code == "220104");
  BOOST_TEST(errors_with(11, cell("朝阳区")) == "division:DIVISION_AMBIGUOUS(朝阳区,北京市 朝阳区、吉林省 长春市 朝阳区)");
  BOOST_TEST(errors_with(11, cell("吉林省")) == "division:DIVISION_NOT_FINAL");
  BOOST_TEST(errors_with(11, cell("亚特兰蒂斯")) == "division:DIVISION_UNKNOWN(亚特兰蒂斯)");
}

BOOST_AUTO_TEST_CASE(words_and_counts_are_taken_as_people_write_them) {
  BOOST_TEST(values_with(8, "贸易").use == "trade");
  BOOST_TEST(values_with(8, "").use == "trade");  // the kind has one use
  BOOST_TEST(errors_with(8, cell("自用")) == "use:WORD_UNKNOWN(贸易结算、安全防护、医疗卫生、环境监测)");
  BOOST_TEST(values_with(13, "1年").cycle_months.value() == 12);
  BOOST_TEST(values_with(13, "６个月").cycle_months.value() == 6);
  BOOST_TEST(values_with(12, "1台").quantity == 1);
  BOOST_TEST(errors_with(12, cell("许多")) == "quantity:NOT_A_NUMBER");
  const InstrumentValues v = values_with(0, "秤");
  BOOST_TEST(v.origin + v.delivery + v.serial_number == "domesticsend_in0001");
  BOOST_TEST(words::of(v.valid_until) == "2027-01-30");
}

BOOST_AUTO_TEST_CASE(what_a_spreadsheet_spoiled_is_caught) {
  BOOST_TEST(errors_with(5, cell("1.23E+15")) == "serial_number:SERIAL_SPREADSHEET");
  BOOST_TEST(errors_with(5, cell("1.23456789012346E+15", CellKind::number)) == "serial_number:SERIAL_SPREADSHEET");
  BOOST_TEST(errors_with(5, cell("2026-02-01", CellKind::date, 20485)) == "serial_number:SERIAL_DATE");
  BOOST_TEST(errors_with(7, cell("#N/A", CellKind::error)) == "place:CELL_ERROR(#N/A)");
  base::Cell formula = cell("");
  formula.formula = true;
  BOOST_TEST(errors_with(7, formula) == "place:FORMULA_EMPTY");
  BOOST_TEST(values_with(7, "'=1+1").place == "=1+1");
  BOOST_TEST(values_with(7, "一层\n东侧").place == "一层 东侧");
  BOOST_TEST(errors_with(7, cell("a\x07")) == "place:CONTROL_CHARACTER");
  BOOST_TEST(errors_with(9, cell("2026-02-29")) == "verified_on:DATE_NO_DAY");
}

BOOST_AUTO_TEST_CASE(a_row_shorter_than_the_header_lacks_what_is_not_there) {
  const auto row = check_import_row(columns(head), reference(), cells({"秤"}), {}, nullptr, today);
  BOOST_TEST(row.errors.size() == 8u);
}

struct Old {
  Old() {
    row.id = 7;
    row.version = 3;
    row.state = "in_use";
    row.last_result = "declared";
    row.kind_name = "非自动衡器";
    row.division_path = "北京市 朝阳区";
    row.values = check_import_row(columns(head), reference(), cells(good), {}, nullptr, today).values;
  }
  LedgerRow row;
  std::string told(const std::vector<std::string>& header, const std::vector<std::string>& texts) const {
    const ImportColumns found = columns(header);
    const auto typed = cells(texts);
    const ImportedRow read = check_import_row(found, reference(), typed, import_key(found, typed), &row, today);
    std::string text = words::of(read.errors);
    for (const ImportChange& change : read.changes)
      text += (text.empty() ? "" : " ") + change.field + ":" + change.before + ">" + change.after;
    return text;
  }
};

BOOST_FIXTURE_TEST_CASE(an_update_changes_the_files_columns_and_nothing_else, Old) {
  const std::vector<std::string> header{"系统编号", "版本", "使用地点", "备注"};
  BOOST_TEST(told(header, {"7", "3", "E", ""}) == "");
  BOOST_TEST(told(header, {"7", "3", "F", "新"}) == "place:E>F remark:>新");
  BOOST_TEST(told(header, {"7", "2", "F", ""}) == "version:VERSION");
  BOOST_TEST(told(header, {"x", "3", "F", ""}) == "id:ID_FORMAT");
  BOOST_TEST(told(header, {"7", "", "F", ""}) == "version:VERSION_FORMAT");
  BOOST_TEST(told({"系统编号", "版本", "检定日期"}, {"7", "3", "2026-03-05"}) ==
             "verified_on:2026-01-31>2026-03-05 valid_until:2027-01-30>2027-03-04");
  BOOST_TEST(told({"系统编号", "版本", "种别", "用途"}, {"7", "3", "压力表", "安全防护"}) ==
             "kind:非自动衡器>压力表 use:贸易结算>安全防护");
  row.state = "scrapped";
  BOOST_TEST(told(header, {"7", "3", "F", ""}) == "id:IS_SCRAPPED");
}

BOOST_FIXTURE_TEST_CASE(identity_stays_while_on_an_appointment_and_a_recorded_result_always, Old) {
  row.appointment_id = 1;
  BOOST_TEST(told({"系统编号", "版本", "型号", "备注"}, {"7", "3", "新", "新"}).substr(0, 20) == "model:ON_APPOINTMENT");
  BOOST_TEST(told({"系统编号", "版本", "备注"}, {"7", "3", "新"}) == "remark:>新");
  row.appointment_id = 0;
  row.last_result = "pass";
  BOOST_TEST(told({"系统编号", "版本", "证书号", "检定日期"}, {"7", "3", "Z-1", "2026-01-30"}) ==
             "verified_on:RECORD_CLOSED certificate_number:RECORD_CLOSED");
  BOOST_TEST(told({"系统编号", "版本", "检定日期", "备注"}, {"7", "3", "2026-01-31", "新"}) == "remark:>新");
}

BOOST_AUTO_TEST_SUITE_END()
