// Files that people send in as tables: every encoding and separator, what spreadsheets write, and what attackers do. Each hostile
// file is refused by a code, in bounded time and memory.
#include "base/table.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <sys/resource.h>
#include <unistd.h>
#include <zip.h>

#include <cstdint>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>

namespace {

using Parts = std::map<std::string, std::string>;

struct File {
  std::string path = (std::filesystem::temp_directory_path() / ("qj-table-" + std::to_string(getpid()))).string();
  explicit File(const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }
  explicit File(const Parts& parts) {
    std::filesystem::remove(path);
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, text] : parts)
      zip_file_add(zip, name.c_str(), zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_OVERWRITE);
    zip_close(zip);
  }
  ~File() { std::filesystem::remove(path); }
  std::string bytes() const {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

// "2:a|b" a row; a formula is marked f(…), a date d(…), an error e(…). Or the refusal: CODE(a)@row,column.
std::string read(const File& file, std::size_t sheet = 0) {
  std::string text;
  try {
    const auto table = base::open_table(file.path);
    table->read(sheet, [&](std::size_t row, const std::vector<base::Cell>& cells) {
      text += (text.empty() ? "" : " ") + std::to_string(row) + ":";
      for (std::size_t n = 0; n < cells.size(); ++n) {
        using Kind = base::Cell::Kind;
        const std::string mark = cells[n].formula               ? "f"
                                 : cells[n].kind == Kind::date  ? "d"
                                 : cells[n].kind == Kind::error ? "e"
                                                                : "";
        text += (n == 0 ? "" : "|") + (mark.empty() ? cells[n].text : mark + "(" + cells[n].text + ")");
      }
      return true;
    });
  } catch (const base::TableRefused& e) {
    return e.code + (e.a.empty() ? "" : "(" + e.a + ")") + (e.row > 0 ? "@" + std::to_string(e.row) : "") +
           (e.column > 0 ? "," + base::column_letters(e.column) : "");
  }
  return text;
}
std::string csv(const std::string& bytes) { return read(File(bytes)); }

const std::string workbook =
    "<workbook xmlns:r=\"x\"><sheets><sheet name=\"甲\" r:id=\"r1\"/><sheet name=\"藏\" state=\"hidden\" "
    "r:id=\"r2\"/></sheets></workbook>";
const std::string relations = "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
const std::string styles =
    "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"000000\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>";
const std::string strings =
    "<sst><si><t>甲</t></si><si><r><t>一</t></r><r><t xml:space=\"preserve\"> "
    "二</t></r><rPh><t>yi</t></rPh></si><si><t>x_x000D_y</t></si></sst>";

Parts book(const std::string& rows) {
  return {{"xl/workbook.xml", workbook},
          {"xl/_rels/workbook.xml.rels", relations},
          {"xl/styles.xml", styles},
          {"xl/sharedStrings.xml", strings},
          {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}
std::string xlsx(const std::string& rows) { return read(File(book(rows))); }
std::string cell(const std::string& inside, const std::string& attributes = "") {
  return xlsx("<row r=\"1\"><c r=\"A1\" " + attributes + ">" + inside + "</c></row>");
}

std::string utf16(const std::string& ascii, bool big) {
  std::string out = big ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) {
    if (big) out += '\0';
    out += c;
    if (!big) out += '\0';
  }
  return out;
}

long peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(table_file)

BOOST_AUTO_TEST_CASE(the_encoding_is_decided_once_and_the_separator_found) {
  BOOST_TEST(csv("甲,b\n1,2\n") == "1:甲|b 2:1|2");
  BOOST_TEST(csv("\xEF\xBB\xBF甲;b\r\n1;2\r\n") == "1:甲|b 2:1|2");
  BOOST_TEST(csv("\xD6\xD0\tb\r1\t\xB9\xFA\r") == "1:中|b 2:1|国");   // GBK
  BOOST_TEST(csv("\x81\x30\x81\x30,\xD6\xD0\n") == "1:\xC2\x80|中");  // GB18030, four bytes
  BOOST_TEST(csv(utf16("a\tb\r\n1\t2", false)) == "1:a|b 2:1|2");
  BOOST_TEST(csv(utf16("a,b\n1,2\n", true)) == "1:a|b 2:1|2");
  BOOST_TEST(csv(std::string("\xFF\xFE\x3D\xD8\x00\xDE", 6)) == "1:\xF0\x9F\x98\x80");
  BOOST_TEST(csv("sep=;\na,b;c\n") == "2:a,b|c");
  BOOST_TEST(csv("sep=医\n医院,血压\n") == "2:医院|血压");  // no separator: it would cut characters in two
  BOOST_TEST(csv("标题，没有分隔\na;b,c;d\n") == "1:标题，没有分隔 2:a|b,c|d");
  BOOST_TEST(csv("a,b\n\n\n,,\n1,\n") == "1:a|b 5:1|");
  BOOST_TEST(csv("\"x\"\"y\",\"l1\r\nl2\"\n") == "1:x\"y|l1\nl2");
}

// A character may stand across the place where one piece ends and the next begins, in every encoding.
BOOST_AUTO_TEST_CASE(characters_across_pieces_are_whole) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    const std::string filler = std::string(65530 + shift, 'x');
    std::string lines;
    for (std::size_t at = 0; at < filler.size(); at += 1000) lines += filler.substr(at, 1000) + "\n";
    const auto end = [&](const std::string& bytes) {
      const std::string text = csv(bytes);
      return text.substr(text.rfind(':') + 1);
    };
    BOOST_TEST(end(lines + "中文\xF0\x9F\x98\x80中\n") == "中文\xF0\x9F\x98\x80中");
    BOOST_TEST(end(lines + "\xD6\xD0\xB9\xFA\xD6\xD0\xB9\xFA\xD6\xD0\n") == "中国中国中");
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_text_is_refused) {
  BOOST_TEST(csv("") == "FILE_EMPTY");
  BOOST_TEST(csv(std::string("a,b\0c", 5)) == "FILE_ENCODING");
  BOOST_TEST(csv("\xEF\xBB\xBF\xD6\xD0") == "FILE_ENCODING");
  BOOST_TEST(csv("\xD6\xD0\xFF\xFF") == "FILE_ENCODING");
  BOOST_TEST(csv("a,\"b\n1,2\n") == "FILE_QUOTES(1)@1");
  BOOST_TEST(csv("a\nb \"x\" c\n") == "FILE_QUOTES(2)@2");
  BOOST_TEST(csv("a\n\n1," + std::string(1 << 20, 'x') + "\n") == "CELL_LENGTH(32767)@3,B");
  BOOST_TEST(csv("a\n" + std::string(1000000, ',') + "x\n") == "ROW_COLUMNS(256)@2,IW");
  BOOST_TEST(csv(" \r\n<html>") == "FILE_HTML");
  BOOST_TEST(csv("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(5000, '\0')) == "FILE_XLS");
  std::string locked = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(65520, '\0');
  for (const char c : std::string("EncryptedPackage")) locked += std::string{c, '\0'};
  BOOST_TEST(csv(locked) == "FILE_PASSWORD");
  BOOST_TEST(csv(std::string((20 << 20) + 1, 'x')) == "FILE_TOO_LARGE(20)");
}

BOOST_AUTO_TEST_CASE(cells_come_out_as_a_person_would_type_them) {
  BOOST_TEST(cell("<v>0</v>", "t=\"s\"") == "1:甲");
  BOOST_TEST(cell("<v>1</v>", "t=\"s\"") == "1:一 二");
  BOOST_TEST(cell("<v>2</v>", "t=\"s\"") == "1:x\ry");
  BOOST_TEST(cell("<is><r><t>内</t></r><r><t>联</t></r></is>", "t=\"inlineStr\"") == "1:内联");
  BOOST_TEST(cell("<v>451</v>") == "1:451");
  BOOST_TEST(cell("<v>451</v>", "s=\"3\"") == "1:000451");
  BOOST_TEST(cell("<v>123456789012345</v>") == "1:123456789012345");
  BOOST_TEST(cell("<v>1.23456789012345E14</v>") == "1:123456789012345");
  BOOST_TEST(cell("<v>1234567890123456</v>") == "1:1.23456789012346E+15");  // its digits cannot be trusted
  BOOST_TEST(cell("<v>3.0000000000000001E-2</v>") == "1:0.03");
  BOOST_TEST(cell("<v>46053</v>", "s=\"1\"") == "1:d(2026-01-31)");
  BOOST_TEST(cell("<v>46053.75</v>", "s=\"2\"") == "1:d(2026-01-31)");
  BOOST_TEST(cell("<v>0.5</v>", "s=\"1\"") == "1:0.5");
  BOOST_TEST(cell("<v>1</v>", "t=\"b\"") == "1:TRUE");
  BOOST_TEST(cell("<v>#N/A</v>", "t=\"e\"") == "1:e(#N/A)");
  BOOST_TEST(cell("<f>A2&amp;\"x\"</f><v>值</v>", "t=\"str\"") == "1:f(值)");
  BOOST_TEST(cell("<f>A2</f>") == "1:f()");
  BOOST_TEST(cell("<v>2026-01-31T00:00:00</v>", "t=\"d\"") == "1:d(2026-01-31)");
  BOOST_TEST(xlsx("<row r=\"3\"><c r=\"B3\"><v>1</v></c></row><row/><row><c/><c><v>2</v></c></row>") == "3:|1 5:|2");
  Parts mac = book("<row><c s=\"1\"><v>44591</v></c></row>");
  mac["xl/workbook.xml"].insert(10, "><workbookPr date1904=\"1\"/").erase(9, 0);
  mac["xl/workbook.xml"] =
      "<workbook xmlns:r=\"x\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"甲\" r:id=\"r1\"/></sheets></workbook>";
  BOOST_TEST(read(File(mac)) == "1:d(2026-01-31)");
}

BOOST_AUTO_TEST_CASE(only_sheets_that_people_see_are_read) {
  const File file(book(""));
  BOOST_TEST(base::open_table(file.path)->sheets().size() == 1u);
}

BOOST_AUTO_TEST_CASE(hostile_books_are_refused_quickly_and_in_little_memory) {
  const std::clock_t begun = std::clock();  // of this process: a busy machine is no reason to fail
  const long before = peak_kilobytes();
  const auto with = [](const std::string& part, const std::string& text) {
    Parts parts = book("<row><c><v>1</v></c></row>");
    parts[part] = text;
    return read(File(parts));
  };
  BOOST_TEST(with("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>") ==
             "FILE_DTD");
  BOOST_TEST(with("xl/sharedStrings.xml", "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>") == "FILE_DTD");
  {
    Parts bomb = book("");
    bomb["xl/worksheets/sheet1.xml"] = "<worksheet>" + std::string(60 << 20, ' ');
    BOOST_TEST(read(File(bomb)) == "FILE_BOMB(200)");
  }
  BOOST_TEST(xlsx("<row r=\"7\"><c r=\"ZZZZZZZ7\"><v>1</v></c></row>") == "ROW_COLUMNS(256)@7,ZZZZ");
  {
    std::string wide = "<row>";
    for (int n = 0; n < 300000; ++n) wide += "<c><v>1</v></c>";
    BOOST_TEST(xlsx(wide + "</row>") == "ROW_COLUMNS(256)@1,IW");
  }
  BOOST_TEST(xlsx("<row><c/><c t=\"inlineStr\"><is><t>" + std::string(1 << 20, 'x') + "</t></is></c></row>") ==
             "CELL_LENGTH(32767)@1,B");
  BOOST_TEST(with("xl/sharedStrings.xml", "<sst><si><t>" + std::string(40000, 'x') + "</t></si></sst>") == "1:1");
  BOOST_TEST(xlsx("<row><c t=\"s\"><v>99</v></c></row>") == "FILE_DAMAGED@1,A");
  BOOST_TEST(xlsx("<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>") == "FILE_DAMAGED");
  BOOST_TEST(xlsx("<row><c><v>1</v></row>") == "FILE_DAMAGED");
  BOOST_TEST(with("xl/workbook.xml", "") == "FILE_DAMAGED");
  {  // names that expat would keep, tags that never end, depth without end
    std::string names;
    for (int n = 0; n < 400000; ++n) names += "<n" + std::to_string(n) + "/>";
    BOOST_TEST(with("xl/worksheets/sheet1.xml", "<w>" + names + "</w>") == "FILE_DAMAGED");
    BOOST_TEST(with("xl/worksheets/sheet1.xml", "<w a=\"" + std::string(3500000, 'x')) == "FILE_DAMAGED");
    std::string deep;
    for (int n = 0; n < 900000; ++n) deep += "<a>";
    BOOST_TEST(with("xl/worksheets/sheet1.xml", deep) == "FILE_DAMAGED");
  }
  {
    std::string many = "<sst>";
    std::uint32_t noise = 1;  // so that it is no bomb
    for (int n = 0; n < 1200; ++n) {
      many += "<si><t>";
      for (int k = 0; k < 30000; ++k) many += static_cast<char>('a' + ((noise = noise * 1664525u + 1013904223u) >> 24) % 8);
      many += "</t></si>";
    }
    BOOST_TEST(with("xl/sharedStrings.xml", many + "</sst>") == "FILE_STRINGS(32)");
  }
  {  // one string of the file, told thousands of times
    std::string rows;
    for (int n = 0; n < 40; ++n) rows += "<c t=\"s\"><v>0</v></c>";
    Parts echo = book("<row>" + rows + "</row>");
    echo["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(32000, 'x') + "</t></si></sst>";
    BOOST_TEST(read(File(echo)) == "ROW_TEXT@1");
  }
  BOOST_TEST(read(File(Parts{{"word/document.xml", "<a/>"}})) == "FILE_OTHER");
  BOOST_TEST(read(File(Parts{{"xl/workbook.bin", "x"}})) == "FILE_XLS");
  const File whole(book("<row><c><v>1</v></c></row>"));
  const std::string bytes = whole.bytes();
  for (std::size_t size = 4; size < bytes.size(); size += 37) {
    const std::string told = csv(bytes.substr(0, size));
    BOOST_TEST((told == "FILE_DAMAGED" || told == "FILE_OTHER"), told);
  }
  const double seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
  BOOST_TEST(seconds < 60);
  // The files themselves are made in memory here; what is read of them adds little.
  BOOST_TEST(peak_kilobytes() - before < 400000);
}

BOOST_AUTO_TEST_SUITE_END()
