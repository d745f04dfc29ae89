// A form with a table as a PDF: A4 landscape, the table's head on every page, cells that wrap, page x / y, a QR code, lines for
// signatures. Through Cairo and Pango, which embed the needed part of the font, so that Ⅲ ± ℃ Ω × ² ㎡ m⁻¹ print everywhere.
// The 预约送检单 is made here and not only by the browser's print, because browsers neither number pages x / y everywhere nor
// have our font. Contains no words: all of them come from the caller. Text is text, never markup.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace base {

struct PdfColumn {
  std::string label;
  double share = 1;  // of the width
  bool centred = false;
};
struct PdfSheet {
  std::string title;
  std::vector<std::pair<std::string, std::string>> facts;  // label and value, three in a row on the first page
  std::vector<PdfColumn> columns;
  std::vector<std::vector<std::string>> rows;  // as many cells as columns
  std::vector<std::string> signatures;         // below the last row, each with a line to write on
  std::string code;                            // of the QR code; "" for none
  std::string foot;                            // beside the page number, on every page
};
std::string sheet_pdf(const PdfSheet& sheet);  // std::runtime_error when Cairo cannot

}  // namespace base
