// What the fuzzers of table files share: the bytes as a file, read to the end. Every refusal is one of the codes that
// base/table.h lists; cells are valid UTF-8 within the limits; rows are numbered upwards.
#pragma once

#include "base/encoding.h"
#include "base/table.h"
#include "base/utf8.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace fuzz {

inline void expect(bool holds) {
  if (!holds) std::abort();
}

inline const std::string& place() {
  static const std::string path = "/tmp/qj-fuzz-table-" + std::to_string(getpid());
  return path;
}

inline void write(std::string_view bytes) {
  std::FILE* file = std::fopen(place().c_str(), "wb");
  expect(file != nullptr);
  std::fwrite(bytes.data(), 1, bytes.size(), file);
  std::fclose(file);
}

// The cells, as one text; "refused" when it is.
inline std::string read_all(base::TableFile& file) {
  std::string text;
  for (std::size_t sheet = 0; sheet < file.sheets().size(); ++sheet) {
    std::size_t last = 0;
    file.read(sheet, [&](std::size_t row, const std::vector<base::Cell>& cells) {
      expect(row > last && !cells.empty() && cells.size() <= base::most_table_columns);
      last = row;
      for (const base::Cell& cell : cells) {
        expect(base::utf8::valid(cell.text) && base::utf8::count(cell.text) <= base::longest_cell);
        text += cell.text + "|";
      }
      return true;
    });
    expect(file.percent() >= 0 && file.percent() <= 100);
  }
  return text;
}

}  // namespace fuzz
