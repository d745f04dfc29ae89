// libFuzzer: arbitrary bytes as one parameter (an address typed into an old browser, a form's field). What comes out is UTF-8
// without NUL and, decoded again as such, itself.
#include "base/utf8.h"
#include "table.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const bool marked : {true, false}) {
    const auto text = base::decode_parameter(bytes, marked);
    if (!text) continue;
    fuzz::expect(base::utf8::valid(*text) && text->find('\0') == std::string::npos);
    fuzz::expect(base::decode_parameter(*text, true) == text);
  }
  if (const auto text = base::decode_file(bytes)) fuzz::expect(base::utf8::valid(*text));
  return 0;
}
