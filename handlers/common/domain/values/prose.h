// Plain text that people write for others to read, such as announcements: an empty line separates paragraphs, other line ends
// stay, and http:// and https:// addresses become links. Other schemes never do.
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
