// Writes a table as an .xlsx file through libxlsxwriter (the only file that includes it). Every cell is text, so that serial
// numbers keep their zeros and nothing is read as a formula; 32,767 characters at most. Rows go to disk as they come: memory
// does not grow with them. libxlsxwriter does not report a full disk, so the finished file is read back before it counts as
// written.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace base {

constexpr const char* xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

class XlsxWriter {
 public:
  // One sheet, its first row fixed on the screen and repeated in print. path: made or overwritten. folder: for what is written
  // meanwhile. std::runtime_error when it cannot be written, here and below.
  XlsxWriter(const std::string& path, const std::string& sheet, const std::string& folder);
  ~XlsxWriter();
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  void sheet(const std::string& name);                 // begins another one, from its first row
  void widths(const std::vector<double>& characters);  // of the columns; before the first row
  void header(const std::vector<std::string>& cells);  // bold; the next row, like row()
  void row(const std::vector<std::string>& cells);
  // For a form to fill in: in this column, for this many rows below the header, one of the choices is offered (255 characters of
  // them at most) and a remark stands at the header.
  void choices(std::size_t column, std::size_t rows, const std::vector<std::string>& choices);
  void remark(std::size_t column, const std::string& text);
  void close();  // the file is complete only then; a full disk is noticed here

 private:
  void begin(const std::string& name);
  void write(const std::vector<std::string>& cells, lxw_format* format);
  std::string path_, folder_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  std::vector<lxw_worksheet*> sheets_;
  lxw_format *plain_ = nullptr, *bold_ = nullptr;
  unsigned next_ = 0;
};

}  // namespace base
