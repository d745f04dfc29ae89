// libFuzzer: arbitrary bytes as a .csv file. Read twice, the same comes out.
#include "table.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::write({reinterpret_cast<const char*>(data), size});
  try {
    const auto file = base::open_csv(fuzz::place());
    const std::string once = fuzz::read_all(*file);
    fuzz::expect(fuzz::read_all(*file) == once);
  } catch (const base::TableRefused& e) {
    fuzz::expect(!e.code.empty());
  }
  return 0;
}
