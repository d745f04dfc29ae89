// libFuzzer: arbitrary bytes as an .xlsx file, or as the sheet, the strings, the styles or the workbook of one that is whole.
#include "table.h"

#include <zip.h>

#include <cstdint>

namespace {

const char* const names[] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
                             "xl/_rels/workbook.xml.rels"};
const std::string_view parts[] = {
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c><c "
    "s=\"1\"><v>46053</v></c></row></sheetData></worksheet>",
    "<sst><si><t>x</t></si></sst>", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
    "<workbook><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>",
    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"};

void write_book(std::size_t replaced, std::string_view with) {
  std::remove(fuzz::place().c_str());
  zip_t* zip = zip_open(fuzz::place().c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  fuzz::expect(zip != nullptr);
  for (std::size_t n = 0; n < 5; ++n) {
    const std::string_view text = n == replaced ? with : parts[n];
    const zip_int64_t at = zip_file_add(zip, names[n], zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_OVERWRITE);
    zip_set_file_compression(zip, static_cast<zip_uint64_t>(at), ZIP_CM_STORE, 0);
  }
  fuzz::expect(zip_close(zip) == 0);
}

}  // namespace

// The first byte says which: 0 to 4 a part, others the whole file (with that byte: P).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (data[0] < 5)
    write_book(data[0], bytes.substr(1));
  else
    fuzz::write(bytes);
  try {
    fuzz::read_all(*base::open_xlsx(fuzz::place()));
  } catch (const base::TableRefused& e) {
    fuzz::expect(!e.code.empty());
  }
  return 0;
}
