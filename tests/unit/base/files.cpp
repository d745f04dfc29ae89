// Files as they leave the portal: csv in pieces, GB18030 byte by byte, what GBK lacks, QR codes.
#include "base/csv.h"
#include "base/encoding.h"
#include "base/qr.h"
#include "base/table.h"
#include "base/unnamed_file.h"
#include "base/xlsx_write.h"

#include <boost/test/unit_test.hpp>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <stdexcept>

namespace {

// No file may grow further: like a full disk, for this process only.
struct FullDisk {
  rlimit before{};
  explicit FullDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit now{bytes, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before); }
};

int rows_of(const std::string& path) {
  const auto table = base::open_table(path);
  int rows = 0;
  table->read(0, [&](std::size_t, const std::vector<base::Cell>&) { return ++rows > 0; });
  return rows;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(files)

BOOST_AUTO_TEST_CASE(csv_taken_in_pieces_is_the_csv_taken_whole) {
  base::CsvWriter whole(base::CsvWriter::For::spreadsheet), pieces(base::CsvWriter::For::spreadsheet);
  std::string joined;
  for (const char* cell : {"a", "=1+1", "\"x\",y", "行\n二", "", "－3"}) {
    whole.row({cell, "b"});
    pieces.row({cell, "b"});
    joined += pieces.take();
    BOOST_TEST(pieces.take().empty());
  }
  BOOST_TEST(joined == whole.text());
  BOOST_TEST(joined.rfind("\xEF\xBB\xBF", 0) == 0U);
  BOOST_TEST(joined.find("'=1+1") != std::string::npos);
  base::CsvWriter other(base::CsvWriter::For::spreadsheet_without_mark);
  other.row({"@x", "b"});
  BOOST_TEST(other.text() == "'@x,b\r\n");
}

BOOST_AUTO_TEST_CASE(an_xlsx_is_whole_or_is_refused_when_the_disk_is_full) {
  constexpr int rows = 3000;
  int refused = 0, made = 0;
  for (long limit = 8 << 10; limit < (4 << 20); limit = limit * 5 / 4) {
    const base::UnnamedFile file(base::temporary_folder());
    bool whole = false;
    try {
      const FullDisk full(static_cast<rlim_t>(limit));
      base::XlsxWriter xlsx(file.path(), "x", base::temporary_folder());
      for (int n = 0; n < rows; ++n)
        xlsx.row({std::to_string(n * 7919 % 100003), std::to_string(n * 104729 % 1000003), "电子计价秤"});
      xlsx.close();
      whole = true;
    } catch (const std::runtime_error&) {
    }
    if (whole) BOOST_TEST(rows_of(file.path()) == rows, "limit " << limit);
    ++(whole ? made : refused);
  }
  BOOST_TEST(refused > 5);
  BOOST_TEST(made > 5);
}

BOOST_AUTO_TEST_CASE(a_file_without_a_name_lies_in_no_folder) {
  const std::string folder = base::temporary_folder();
  const auto seen = [&] {
    int made = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      made += entry.path().filename().string().rfind(".made-", 0) == 0;
    return made;
  };
  const int before = seen();
  const base::UnnamedFile file(folder);
  BOOST_TEST(seen() <= before);
  BOOST_TEST(file.content().empty());
  BOOST_CHECK_THROW(base::UnnamedFile("/no/such/folder"), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(gb18030_comes_out_the_same_wherever_the_text_was_cut) {
  const std::string text = "电子秤²，𠮷Ⅲ±℃Ω×ABC😀\r\n";
  base::Gb18030Writer whole;
  const std::string expected = whole.write(text);
  BOOST_TEST(base::decode_file(expected).value_or("") == text);
  BOOST_TEST(expected.substr(0, 6) == "\xB5\xE7\xD7\xD3\xB3\xD3");
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    base::Gb18030Writer pieces;
    std::string joined = pieces.write(text.substr(0, cut));
    joined += pieces.write(text.substr(cut));
    BOOST_TEST(joined == expected, "cut at " << cut);
  }
  base::Gb18030Writer long_text;
  std::string many;
  for (int n = 0; n < 5000; ++n) many += "检定𠮷";
  BOOST_TEST(base::decode_file(long_text.write(many)).value_or("") == many);
}

BOOST_AUTO_TEST_CASE(what_gbk_lacks_is_counted_and_named) {
  base::BeyondGbk beyond;
  beyond.look_at("电子计价秤 ACS-30 Ⅲ级 ±0.1℃ Ω×（）～“”、—·㎡");
  BOOST_TEST(beyond.count() == 0);
  beyond.look_at("m²、𠮷㐂");
  beyond.look_at("²");
  BOOST_TEST(beyond.count() == 4);
  BOOST_TEST(beyond.characters().size() == 3U);
  BOOST_TEST(beyond.characters().at("²") == 2);
  BOOST_TEST(beyond.characters().count("𠮷") == 1U);
}

BOOST_AUTO_TEST_CASE(a_qr_code_is_a_path_of_whole_modules_inside_its_quiet_zone) {
  const base::Qr qr = base::qr_code("https://portal.example.cn/query/validity?c=072aa7ea59cb4bbbb5de94efb1d3f25b");
  BOOST_TEST(qr.size >= 29 + 8);
  BOOST_TEST(qr.path.rfind("M4 4h7v1h-7z", 0) == 0U);  // the upper edge of the finder pattern
  BOOST_TEST(qr.path.find_first_not_of("Mhvz-0123456789 ") == std::string::npos);
  BOOST_CHECK_THROW(base::qr_code(std::string(5000, 'x')), std::exception);
}

BOOST_AUTO_TEST_SUITE_END()
