// Plain text that people write for others to read, as announcements are: an empty line parts paragraphs, other line ends stay,
// and addresses in it become links. Only http:// and https:// do: nothing else that a text may hold can ever be pressed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace domain {

struct Piece {
  std::string text;
  bool link = false;  // then the text is the whole address
};
using Line = std::vector<Piece>;
using Paragraph = std::vector<Line>;

std::vector<Paragraph> prose(std::string_view text);

}  // namespace domain
