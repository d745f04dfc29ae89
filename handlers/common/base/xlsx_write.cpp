// See xlsx_write.h.
#include "base/xlsx_write.h"

#include <xlsxwriter.h>
#include <zip.h>

#include <array>
#include <stdexcept>
#include <string_view>

namespace base {
namespace {

void need(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("xlsx: ") + lxw_strerror(error));
}

// libxlsxwriter does not ask whether what it writes meanwhile has reached the disk: when the disk is full, a file without its
// last rows would count as made. So the rows' own file is asked for errors, and each sheet must be as long and end as it should.
long long bytes_of_rows(lxw_worksheet* sheet) {
  std::FILE* rows = sheet->optimize_tmpfile;
  if (rows == nullptr) return 0;
  if (std::fflush(rows) != 0 || std::ferror(rows) != 0) throw std::runtime_error("xlsx: no space for its rows");
  return std::ftell(rows);
}

void check_sheet(zip_t* file, std::size_t number, long long rows) {
  constexpr std::string_view end = "</worksheet>";
  const std::string name = "xl/worksheets/sheet" + std::to_string(number) + ".xml";
  zip_file_t* sheet = zip_fopen(file, name.c_str(), 0);
  std::string tail;
  long long size = 0;
  std::array<char, 16384> piece;
  for (zip_int64_t n = 0; sheet != nullptr && (n = zip_fread(sheet, piece.data(), piece.size())) > 0; size += n) {
    tail.append(piece.data(), static_cast<std::size_t>(n));
    if (tail.size() > end.size()) tail.erase(0, tail.size() - end.size());
  }
  if (sheet != nullptr) zip_fclose(sheet);
  if (tail != end || size <= rows) throw std::runtime_error("xlsx: no space for a sheet");
}

}  // namespace

XlsxWriter::XlsxWriter(const std::string& path, const std::string& sheet, const std::string& folder)
    : path_(path), folder_(folder) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = folder_.data();
  book_ = workbook_new_opt(path.c_str(), &options);
  if (book_ == nullptr) throw std::runtime_error("xlsx: cannot be begun");
  plain_ = workbook_add_format(book_);
  bold_ = workbook_add_format(book_);
  format_set_num_format(plain_, "@");
  format_set_num_format(bold_, "@");
  format_set_bold(bold_);
  begin(sheet);
}

void XlsxWriter::sheet(const std::string& name) { begin(name); }

void XlsxWriter::begin(const std::string& name) {
  sheet_ = workbook_add_worksheet(book_, name.c_str());
  if (sheet_ == nullptr) throw std::runtime_error("xlsx: a sheet cannot be begun");
  sheets_.push_back(sheet_);
  next_ = 0;
  worksheet_freeze_panes(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, 0);
}

XlsxWriter::~XlsxWriter() {
  if (book_ != nullptr) workbook_close(book_);  // given up: frees it; what it leaves behind is nobody's file
}

void XlsxWriter::widths(const std::vector<double>& characters) {
  for (std::size_t n = 0; n < characters.size(); ++n) {
    const auto column = static_cast<lxw_col_t>(n);
    need(worksheet_set_column(sheet_, column, column, characters[n], plain_));
  }
}

void XlsxWriter::header(const std::vector<std::string>& cells) { write(cells, bold_); }

void XlsxWriter::row(const std::vector<std::string>& cells) { write(cells, plain_); }

void XlsxWriter::write(const std::vector<std::string>& cells, lxw_format* format) {
  for (std::size_t n = 0; n < cells.size(); ++n) {
    if (cells[n].empty()) continue;
    need(worksheet_write_string(sheet_, next_, static_cast<lxw_col_t>(n), cells[n].c_str(), format));
  }
  ++next_;
}

void XlsxWriter::choices(std::size_t column, std::size_t rows, const std::vector<std::string>& choices) {
  std::vector<std::string> words = choices;
  std::vector<char*> list;
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = list.data();
  const auto at = static_cast<lxw_col_t>(column);
  need(worksheet_data_validation_range(sheet_, 1, at, static_cast<lxw_row_t>(rows), at, &rule));
}

void XlsxWriter::remark(std::size_t column, const std::string& text) {
  need(worksheet_write_comment(sheet_, 0, static_cast<lxw_col_t>(column), text.c_str()));
}

void XlsxWriter::close() {
  std::vector<long long> rows;
  for (lxw_worksheet* sheet : sheets_) rows.push_back(bytes_of_rows(sheet));
  const lxw_error error = workbook_close(book_);
  book_ = nullptr;
  need(error);
  const std::unique_ptr<zip_t, decltype(&zip_discard)> file(zip_open(path_.c_str(), ZIP_RDONLY, nullptr), &zip_discard);
  if (!file) throw std::runtime_error("xlsx: cannot be read back");
  for (std::size_t n = 0; n < rows.size(); ++n) check_sheet(file.get(), n + 1, rows[n]);
}

}  // namespace base
