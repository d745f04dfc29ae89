// The catalogue as a file: every way a spreadsheet writes it, every cell that is wrong, and what differs. And the CSV writer.
#include "domain/catalogue/catalogue.h"

#include "base/csv.h"
#include "base/encoding.h"
#include "domain/administration/audit.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>

namespace {

using domain::CatalogueRow;
using What = domain::CatalogueChange::What;

const std::string header =
    "item_no,item_name,kind_no,variant,kind_name,supervision,mode,uses,scope,cycle_months,service_life_months,regulation,"
    "condition,notice,checked\n";
const std::string scale = "2,非自动衡器,2,,非自动衡器,型式批准、强制检定,periodic,trade,贸易结算,12,,JJG 539-2016,,示范公告,1\n";
const std::string thermometer = "1,体温计,1,玻璃体温计,体温计,强制检定,first_scrap,medical,,,,JJG 111-2019,,示范公告,0\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// "row column code a", one a line.
std::string errors_of(const std::string& bytes) {
  std::string text;
  for (const domain::CellError& error : domain::read_catalogue(bytes).errors)
    text += std::to_string(error.row) + " " + error.error.field + " " + error.error.code +
            (error.error.a.empty() ? "" : " " + error.error.a) + "\n";
  return text;
}

std::vector<CatalogueRow> rows_of(const std::string& bytes) {
  const domain::CatalogueFile file = domain::read_catalogue(bytes);
  BOOST_REQUIRE(file.ok());
  return file.rows;
}

std::vector<domain::CatalogueEntry> as_entries(const std::vector<CatalogueRow>& rows) {
  std::vector<domain::CatalogueEntry> all;
  for (const CatalogueRow& row : rows) all.push_back({static_cast<long long>(all.size() + 1), row, false});
  return all;
}

struct BadCell {
  const char *from, *to, *expected;
};
std::ostream& operator<<(std::ostream& out, const BadCell& cell) { return out << cell.to; }

const BadCell bad_cells[] = {
    {"2,非自动衡器,2", "二,非自动衡器,2", "2 item_no NOT_A_NUMBER\n"},
    {"2,非自动衡器,2", ",非自动衡器,2", "2 item_no REQUIRED\n"},
    {"2,非自动衡器,2", "2,,2", "2 item_name REQUIRED\n"},
    {"2,非自动衡器,2", "2,非自动衡器,99999", "2 kind_no OUT_OF_RANGE 1\n"},
    {"型式批准、强制检定", "免于检定", "2 supervision NOT_A_CHOICE\n"},
    {"periodic", "sometimes", "2 mode NOT_A_CHOICE\n"},
    {"periodic", "none", "2 mode MODE_SUPERVISION\n"},
    {"trade", "trade;home", "2 uses NOT_A_CHOICE\n"},
    {"trade", "", "2 uses REQUIRED\n"},
    {",12,", ",0,", "2 cycle_months OUT_OF_RANGE 1\n"},
    {",12,", ",一年,", "2 cycle_months NOT_A_NUMBER\n"},
    {"JJG 539-2016", "=HYPERLINK(1)", "2 regulation CELL_FORMULA\n"},
    {"JJG 539-2016", "a\x01", "2 regulation CONTROL_CHARACTER\n"},
    {"示范公告", "", "2 notice REQUIRED\n"},
    {",1\n", ",yes\n", "2 checked NOT_A_CHOICE\n"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(catalogue)

BOOST_AUTO_TEST_CASE(a_good_file_is_read_whole) {
  const auto rows = rows_of(header + scale + thermometer);
  BOOST_REQUIRE(rows.size() == 2U);
  BOOST_TEST(rows[0].kind_name == "非自动衡器");
  BOOST_TEST(rows[0].supervision == "both");
  BOOST_TEST(rows[0].uses == std::vector<std::string>{"trade"}, boost::test_tools::per_element());
  BOOST_TEST(rows[0].cycle_months.value_or(0) == 12);
  BOOST_TEST(rows[0].checked);
  BOOST_TEST(rows[1].name() == "体温计（玻璃体温计）");
  BOOST_TEST(!rows[1].cycle_months.has_value());
}

BOOST_AUTO_TEST_CASE(byte_order_mark_line_ends_and_gbk_do_not_matter) {
  const std::string file = header + scale;
  BOOST_TEST(rows_of("\xEF\xBB\xBF" + file).size() == 1U);
  std::string windows;
  for (const char c : file) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  BOOST_TEST(rows_of(windows).size() == 1U);
  BOOST_TEST(rows_of(file.substr(0, file.size() - 1)).size() == 1U);  // no line end at the end
  // 衡 in GB18030, the rest ASCII.
  const std::string gbk = "2,\xBA\xE2,2,,\xBA\xE2,both,periodic,trade,,12,,,,\xBA\xE2,1\n";
  const auto rows = rows_of(header + gbk);
  BOOST_TEST(rows.at(0).kind_name == "衡");
}

BOOST_AUTO_TEST_CASE(columns_are_found_by_name_in_any_order_and_words_are_taken_as_codes) {
  const std::string file =
      "备注,Kind_No,kind_name,variant,item_no,item_name,checked,notice,condition,regulation,service_life_months,cycle_months,"
      "scope,"
      "uses,mode,supervision\nx,２,秤,,２,衡器,1,示范公告,,,,１２,,医疗卫生、贸易结算,周期检定,强制检定\n,,,,,,,,,,,,,,,\n\n";
  const auto rows = rows_of(file);
  BOOST_REQUIRE(rows.size() == 1U);
  BOOST_TEST(rows[0].kind_no == 2);
  BOOST_TEST(rows[0].mode == "periodic");
  BOOST_TEST(rows[0].supervision == "verification");
  BOOST_TEST((rows[0].uses == std::vector<std::string>{"trade", "medical"}));
}

BOOST_DATA_TEST_CASE(a_bad_cell_is_told_with_its_row_and_column, boost::unit_test::data::make(bad_cells)) {
  BOOST_TEST(errors_of(header + replaced(scale, sample.from, sample.to)) == sample.expected);
}

BOOST_AUTO_TEST_CASE(rows_are_counted_as_a_spreadsheet_counts_them) {
  const std::string quoted = replaced(scale, "贸易结算", "\"贸易结算,\n商品\"");
  BOOST_TEST(errors_of(header + quoted + "\n" + replaced(thermometer, "体温计,1", "体温计,x")) == "4 kind_no NOT_A_NUMBER\n");
  BOOST_TEST(rows_of(header + quoted).at(0).scope == "贸易结算,\n商品");
}

BOOST_AUTO_TEST_CASE(a_missing_or_doubled_column_stops_the_whole) {
  BOOST_TEST(errors_of(replaced(header, ",mode", "") + scale) == "0 mode COLUMN_MISSING mode\n");
  BOOST_TEST(errors_of(replaced(header, ",mode", ",uses") + scale) == "0 mode COLUMN_MISSING mode\n0 uses COLUMN_TWICE uses\n");
}

BOOST_AUTO_TEST_CASE(a_kind_twice_and_an_item_of_two_names_are_told_with_the_first_row) {
  BOOST_TEST(errors_of(header + scale + scale) == "3 kind_no KIND_TWICE 2\n");
  BOOST_TEST(errors_of(header + scale + replaced(scale, "2,非自动衡器,2,", "2,衡器,3,")) == "3 item_name ITEM_NAME_DIFFERS 2\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_table_is_refused_with_a_word) {
  BOOST_TEST(errors_of("") == "0  FILE_EMPTY\n");
  BOOST_TEST(errors_of(header) == "0  FILE_EMPTY\n");
  BOOST_TEST(errors_of(std::string("a\0b", 3)) == "0  FILE_ENCODING\n");
  BOOST_TEST(errors_of("\xEF\xBB\xBF\xFF\xFF") == "0  FILE_ENCODING\n");
  BOOST_TEST(errors_of(header + scale + "\"open\n") == "0  FILE_QUOTES 3\n");
  BOOST_TEST(errors_of(std::string(4000001, 'a')) == "0  FILE_TOO_LARGE 4\n");
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read_as_the_same) {
  const auto rows = rows_of(header + replaced(scale, "贸易结算", "\"a \"\"b\"\", c\nd\"") + thermometer);
  for (const auto whom : {base::CsvWriter::For::spreadsheet, base::CsvWriter::For::program}) {
    const auto again = rows_of(domain::catalogue_csv(rows, whom));
    BOOST_TEST(domain::compare(as_entries(rows), again).empty());
  }
  BOOST_TEST(domain::catalogue_csv(rows_of(header + scale), base::CsvWriter::For::program) == header + scale);
}

BOOST_AUTO_TEST_CASE(differences_name_what_is_new_changed_back_and_gone) {
  auto current = as_entries(rows_of(header + scale + thermometer + replaced(scale, ",2,,", ",7,,")));
  current[1].retired = true;
  const auto difference =
      domain::compare(current, rows_of(header + replaced(scale, ",12,", ",6,") + thermometer + replaced(scale, ",2,,", ",9,,")));
  BOOST_REQUIRE(difference.changes.size() == 4U);
  BOOST_TEST((difference.changes[0].what == What::changed));
  BOOST_REQUIRE(difference.changes[0].fields.size() == 1U);
  BOOST_TEST(difference.changes[0].fields[0].column == "cycle_months");
  BOOST_TEST(difference.changes[0].fields[0].old_value == "12");
  BOOST_TEST(difference.changes[0].fields[0].new_value == "6");
  BOOST_TEST((difference.changes[1].what == What::restored));
  BOOST_TEST((difference.changes[2].what == What::added));
  BOOST_TEST((difference.changes[3].what == What::retired));
  BOOST_TEST(difference.added == 2);
  BOOST_TEST(difference.changed == 1);
  BOOST_TEST(difference.retired == 1);
  BOOST_TEST(!difference.retires_most);
}

BOOST_AUTO_TEST_CASE(more_than_half_gone_is_said) {
  const auto current = as_entries(rows_of(header + scale + thermometer + replaced(scale, ",2,,", ",7,,")));
  BOOST_TEST(domain::compare(current, rows_of(header + scale)).retires_most);
  BOOST_TEST(!domain::compare(current, rows_of(header + scale + thermometer)).retires_most);
}

BOOST_AUTO_TEST_CASE(a_spreadsheet_never_gets_a_formula) {
  base::CsvWriter csv(base::CsvWriter::For::spreadsheet);
  csv.row({"=1+1", "+86", "-5", "@x", " =1", "\t=1", "＝1", "a=b", "", "说\"话\",逗"});
  BOOST_TEST(csv.text() == "\xEF\xBB\xBF'=1+1,'+86,'-5,'@x,\"' =1\",\"'\t=1\",'＝1,a=b,,\"说\"\"话\"\",逗\"\r\n");
  base::CsvWriter plain(base::CsvWriter::For::program);
  plain.row({"=1+1", "b"});
  BOOST_TEST(plain.text() == "=1+1,b\n");
}

BOOST_AUTO_TEST_CASE(the_audit_is_told_in_words_and_what_is_unknown_as_it_is) {
  BOOST_TEST(domain::audit_label("user", "state") == "状态");
  BOOST_TEST(domain::audit_value("user", "state", "locked") == "已锁定");
  BOOST_TEST(domain::audit_value("unit", "state", "rejected") == "审核不通过（退回修改）");
  BOOST_TEST(domain::audit_value("instrument", "state", "stopped") == "停用");
  BOOST_TEST(domain::audit_value("instrument", "attachment_kind", "photo") == "铭牌照片");
  BOOST_TEST(domain::audit_label("unit", "details.unit_code") == "内容／组织机构代码");
  BOOST_TEST(domain::audit_value("user", "two_factor", "false") == "否");
  BOOST_TEST(domain::audit_label("other", "no_such_field") == "no_such_field");
  BOOST_TEST(domain::audit_value("other", "no_such_field", "<b>") == "<b>");
}

BOOST_AUTO_TEST_SUITE_END()
