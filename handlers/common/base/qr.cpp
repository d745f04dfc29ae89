// See qr.h.
#include "base/qr.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace base {

// A row's neighbouring dark modules become one rectangle: half as long, and no hairlines between them on paper.
Qr qr_code(const std::string& text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!code) throw std::runtime_error("the QR code cannot be made");
  constexpr int quiet = 4;
  const int width = code->width;
  const auto dark = [&](int x, int y) { return x < width && (code->data[y * width + x] & 1) != 0; };
  Qr drawing{width + 2 * quiet, {}, {}};
  for (int y = 0; y < width; ++y)
    for (int x = 0; x < width; ++x) {
      if (!dark(x, y)) continue;
      const int begin = x;
      while (dark(x, y)) ++x;
      drawing.runs.push_back({begin + quiet, y + quiet, x - begin});
      const std::string run = std::to_string(x - begin);
      drawing.path += "M" + std::to_string(begin + quiet) + " " + std::to_string(y + quiet) + "h" + run + "v1h-" + run + "z";
    }
  return drawing;
}

}  // namespace base
