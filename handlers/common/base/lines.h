// Line ends of whatever system a text came from (CR LF, CR) brought to LF: what a text of several lines is stored as, how its
// length is counted, and what libcsv needs, which would take CR LF for two line ends where empty lines count.
#pragma once

#include <string>
#include <string_view>

namespace base {

// For a text that comes in pieces: CR LF may be cut between two of them.
class LineUnifier {
 public:
  std::string add(std::string_view piece);

 private:
  bool was_cr_ = false;
};

std::string unify_lines(std::string_view text);

}  // namespace base
