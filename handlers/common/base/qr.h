// QR codes as the path of an SVG drawing, through libqrencode: one unit a module, sharp at any size, in old browsers too.
#pragma once

#include <string>

namespace base {

struct Qr {
  int size = 0;      // modules on a side, the quiet zone of four included
  std::string path;  // of the dark modules, for <path d="…">
};
Qr qr_code(const std::string& text);  // std::runtime_error when it is too long for one

}  // namespace base
