// libFuzzer: arbitrary text as a date in an import, typed or a spreadsheet's number, and as a header. What is accepted is a day
// from 1985 to 2100 and reads as itself.
#include "domain/ledger/import_row.h"
#include "table.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  base::Cell cell;
  cell.text.assign(reinterpret_cast<const char*>(data), size);
  for (const auto kind : {base::Cell::Kind::text, base::Cell::Kind::number, base::Cell::Kind::date}) {
    cell.kind = kind;
    const domain::ImportDate read = domain::import_date(cell);
    fuzz::expect(!read.date || read.error.empty());
    if (!read.date) continue;
    fuzz::expect(read.date->year() >= 1985 && read.date->year() <= 2100);
    base::Cell again;
    again.text = read.date->iso();
    fuzz::expect(domain::import_date(again).date == read.date);
  }
  const std::string field = domain::import_field(cell.text);
  fuzz::expect(field.empty() || field == "-" || domain::ledger_column(field) != nullptr);
  return 0;
}
