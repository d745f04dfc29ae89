// See prose.h.
#include "view/prose.h"

namespace view {

void add_prose(const Dict& dict, const std::vector<domain::Paragraph>& paragraphs) {
  const Dict prose = dict.include("PROSE", "parts/prose.tpl");
  for (const domain::Paragraph& paragraph : paragraphs) {
    const Dict shown = prose.add("PARAGRAPH");
    for (const domain::Line& line : paragraph) {
      const Dict row = shown.add("LINE");
      row.show_if(&line != &paragraph.front(), "NEXT");
      for (const domain::Piece& piece : line) {
        const Dict part = row.add("PIECE");
        part.add(piece.link ? "LINK" : "PLAIN").set("TEXT", piece.text);
      }
    }
  }
}

}  // namespace view
