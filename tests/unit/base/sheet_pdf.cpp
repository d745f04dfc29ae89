// The PDF of a form with a table: as many pages as it takes, whatever stands in its cells.
#include "base/sheet_pdf.h"

#include <boost/test/unit_test.hpp>

namespace {

base::PdfSheet sheet(int rows, const std::string& cell) {
  base::PdfSheet s;
  s.title = "预约送检单";
  s.facts = {{"单号：", "20261126320102000001"}, {"单位：", cell}};
  s.columns = {{"序号", 1, true}, {"名称", 4, false}, {"地点", 4, false}};
  for (int n = 1; n <= rows; ++n) s.rows.push_back({std::to_string(n), cell, "示范路 Ⅲ ± ℃ Ω × ² ㎡ m⁻¹"});
  s.signatures = {"送检人", "受理人", "日期"};
  s.code = "20261126320102000001";
  return s;
}

int pages_of(const std::string& pdf) {
  int pages = 0;
  for (std::size_t at = 0; (at = pdf.find("/Type /Page", at)) != std::string::npos; at += 11)
    if (pdf[at + 11] != 's') ++pages;
  return pages;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sheet_pdf)

BOOST_AUTO_TEST_CASE(a_few_rows_stand_on_one_page_and_many_on_many) {
  const std::string one = base::sheet_pdf(sheet(3, "电子秤"));
  BOOST_TEST(one.substr(0, 5) == "%PDF-");
  BOOST_TEST(pages_of(one) == 1);
  BOOST_TEST(pages_of(base::sheet_pdf(sheet(0, ""))) == 1);
  BOOST_TEST(pages_of(base::sheet_pdf(sheet(120, "电子秤"))) > 3);
}

BOOST_AUTO_TEST_CASE(the_signatures_take_a_row_along_to_the_next_page) {
  int before = 1;
  for (int rows = 1; rows < 60; ++rows) {
    const int pages = pages_of(base::sheet_pdf(sheet(rows, "秤")));
    BOOST_TEST((pages == before || pages == before + 1));
    before = pages;
  }
  BOOST_TEST(before > 1);
}

BOOST_AUTO_TEST_CASE(cells_are_text_and_as_high_as_they_need) {
  for (const char* hostile : {"<b>\"'&</b>{{X}}", "𠮷㐂😀\u202e", "a\nb\tc"})
    BOOST_TEST(pages_of(base::sheet_pdf(sheet(2, hostile))) == 1);
  std::string longest;
  for (int n = 0; n < 200; ++n) longest += "长";
  BOOST_TEST(pages_of(base::sheet_pdf(sheet(30, longest))) > 2);
}

BOOST_AUTO_TEST_SUITE_END()
