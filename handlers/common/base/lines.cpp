// See lines.h.
#include "base/lines.h"

namespace base {

std::string LineUnifier::add(std::string_view piece) {
  std::string out;
  out.reserve(piece.size());
  for (const char c : piece) {
    const bool second = c == '\n' && was_cr_;  // of a CR LF whose CR has become a LF already
    was_cr_ = c == '\r';
    if (!second) out += was_cr_ ? '\n' : c;
  }
  return out;
}

std::string unify_lines(std::string_view text) { return LineUnifier().add(text); }

}  // namespace base
