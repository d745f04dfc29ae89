// Do these stand in a text, one after the other? `text.find(a) < text.find(b)` would also be true when b is not there at all.
#pragma once

#include <boost/test/tools/assertion_result.hpp>

#include <initializer_list>
#include <string>
#include <string_view>

namespace tests {

// Where each of them stands first decides.
inline boost::test_tools::assertion_result in_order(std::string_view text, std::initializer_list<std::string_view> pieces) {
  std::string_view before;
  std::size_t last = 0;
  for (const std::string_view piece : pieces) {
    const std::size_t at = text.find(piece);
    if (at == std::string_view::npos || (!before.empty() && at <= last)) {
      boost::test_tools::assertion_result no(false);
      no.message() << '"' << std::string(piece) << '"'
                   << (at == std::string_view::npos ? std::string(" is not there")
                                                    : " stands before \"" + std::string(before) + '"');
      return no;
    }
    last = at;
    before = piece;
  }
  return true;
}

}  // namespace tests
