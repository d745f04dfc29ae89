// QR codes through libqrencode, one unit a module: as the path of an SVG drawing (sharp at any size, in old browsers too), and as
// the runs of dark modules that other drawings are made of.
#pragma once

#include <string>
#include <vector>

namespace base {

struct QrRun {
  int x = 0, y = 0, width = 0;  // modules of one row
};
struct Qr {
  int size = 0;      // modules on a side, the quiet zone of four included
  std::string path;  // of the dark modules, for <path d="…">
  std::vector<QrRun> runs;
};
Qr qr_code(const std::string& text);  // std::runtime_error when it is too long for one

}  // namespace base
