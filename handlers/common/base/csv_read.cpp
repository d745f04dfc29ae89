// A .csv file as a table, row by row through libcsv. The encoding is decided once for the whole file: by its mark, else UTF-8
// when all of it is, else GB18030. The separator is the one the first lines use most.
#include "base/lines.h"
#include "base/table.h"
#include "base/utf8.h"

#include <csv.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <fstream>

namespace base {
namespace {

constexpr std::size_t piece_size = 65536;
constexpr int looked_at_lines = 10;

struct Encoding {
  const char* name;       // as people read it
  const char* converter;  // ICU's; null: it is UTF-8 already
  std::size_t mark;       // bytes of the byte order mark
};

// Checks UTF-8 that comes in pieces.
class Utf8Check {
 public:
  bool add(std::string_view piece) {
    std::string all = rest_ + std::string(piece);
    rest_ = all.substr(all.size() - utf8::unfinished(all));
    all.resize(all.size() - rest_.size());
    return utf8::valid(all);
  }
  bool whole() const { return rest_.empty(); }

 private:
  std::string rest_;
};

Encoding decide(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string piece(piece_size, '\0');
  const auto next = [&] {
    in.read(piece.data(), static_cast<std::streamsize>(piece_size));
    return std::string_view(piece.data(), static_cast<std::size_t>(in.gcount()));
  };
  std::string_view bytes = next();
  if (bytes.substr(0, 2) == "\xFF\xFE") return {"UTF-16LE", "UTF-16LE", 2};
  if (bytes.substr(0, 2) == "\xFE\xFF") return {"UTF-16BE", "UTF-16BE", 2};
  const bool marked = bytes.substr(0, 3) == "\xEF\xBB\xBF";
  Utf8Check check;
  bool utf8 = true;
  for (; !bytes.empty(); bytes = next()) {
    if (bytes.find('\0') != std::string_view::npos) throw TableRefused("FILE_ENCODING");
    utf8 = utf8 && check.add(bytes);
    if (!utf8 && marked) throw TableRefused("FILE_ENCODING");
  }
  if (utf8 && check.whole()) return {"UTF-8", nullptr, marked ? 3u : 0u};
  if (marked) throw TableRefused("FILE_ENCODING");
  return {"GB18030", "gb18030", 0};
}

// The file's text as UTF-8, with every line end as LF.
class Text {
 public:
  Text(const std::string& path, const Encoding& encoding) : in_(path, std::ios::binary), converter_(nullptr, &ucnv_close) {
    in_.seekg(static_cast<std::streamoff>(encoding.mark));
    if (encoding.converter == nullptr) return;
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(encoding.converter, &status));
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no converter");
  }

  // The next piece, "" at the end.
  std::string next() {
    std::string out;
    while (out.empty() && !ended_) {
      std::string bytes(piece_size, '\0');
      in_.read(bytes.data(), static_cast<std::streamsize>(piece_size));
      bytes.resize(static_cast<std::size_t>(in_.gcount()));
      ended_ = bytes.size() < piece_size;
      read_ += bytes.size();
      out = lines_.add(converter_ ? converted(bytes) : bytes);
    }
    return out;
  }
  std::size_t read() const { return read_; }

 private:
  std::string converted(const std::string& bytes) {
    std::vector<UChar> wide(bytes.size() + 16);
    UErrorCode status = U_ZERO_ERROR;
    const char* from = bytes.data();
    UChar* to = wide.data();
    ucnv_toUnicode(converter_.get(), &to, wide.data() + wide.size(), &from, bytes.data() + bytes.size(), nullptr, ended_,
                   &status);
    if (U_FAILURE(status)) throw TableRefused("FILE_ENCODING");
    std::string out;
    out.reserve(bytes.size() * 3 / 2);
    for (const UChar* p = wide.data(); p < to; ++p) {
      UChar32 c = *p;
      if (c == 0) throw TableRefused("FILE_ENCODING");
      if (U16_IS_LEAD(c)) {
        if (p + 1 == to) {  // its other half comes with the next piece
          high_ = *p;
          break;
        }
        c = U16_GET_SUPPLEMENTARY(c, p[1]);
        ++p;
      } else if (high_ != 0) {
        c = U16_GET_SUPPLEMENTARY(high_, c);
        high_ = 0;
      }
      std::array<char, 4> utf8{};
      std::int32_t size = 0;
      U8_APPEND_UNSAFE(utf8.data(), size, c);
      out.append(utf8.data(), static_cast<std::size_t>(size));
    }
    return out;
  }

  std::ifstream in_;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> converter_;
  UChar high_ = 0;
  LineUnifier lines_;
  bool ended_ = false;
  std::size_t read_ = 0;
};

char separator_of(std::string_view text) {
  constexpr std::string_view candidates = ",;\t";
  // What Excel itself writes and obeys. Never the first byte of a longer character: it would cut others in two.
  if (text.substr(0, 4) == "sep=" && text.size() > 4 && std::string_view(",;\t|").find(text[4]) != std::string_view::npos)
    return text[4];
  std::array<int, 3> most{}, here{};
  int lines = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (const auto n = candidates.find(c); n != std::string_view::npos) most[n] = std::max(most[n], ++here[n]);
    if (c == '\n') {
      here = {};
      if (++lines == looked_at_lines) break;
    }
  }
  return candidates[static_cast<std::size_t>(std::max_element(most.begin(), most.end()) - most.begin())];
}

// Takes what libcsv finds in one piece. Nothing may be thrown through it: what is wrong waits for the piece's end.
struct Rows {
  std::vector<Cell> row;
  std::size_t row_text = 0, number = 1;
  std::vector<std::pair<std::size_t, std::vector<Cell>>> ready;
  std::exception_ptr wrong;

  void refuse(const char* code, const std::string& a, std::size_t column) {
    if (!wrong) wrong = std::make_exception_ptr(TableRefused(code, a, number, column));
  }
  void cell(std::string_view bytes) {
    if (wrong) return;
    row_text += bytes.size();
    if (row.size() == most_table_columns) {
      if (!bytes.empty()) refuse("ROW_COLUMNS", std::to_string(most_table_columns), row.size() + 1);
      return;
    }
    if (utf8::count(bytes) > longest_cell) return refuse("CELL_LENGTH", std::to_string(longest_cell), row.size() + 1);
    if (row_text > largest_row_text) return refuse("ROW_TEXT", "", 0);
    row.emplace_back();
    row.back().text = bytes;
  }
  void end() {
    if (!wrong && row_text > 0) ready.emplace_back(number, std::move(row));
    row.clear();
    row_text = 0;
    ++number;
  }
};

void take_cell(void* bytes, std::size_t size, void* rows) {
  static_cast<Rows*>(rows)->cell(bytes ? std::string_view(static_cast<const char*>(bytes), size) : std::string_view());
}
void take_row(int, void* rows) { static_cast<Rows*>(rows)->end(); }

class CsvFile : public TableFile {
 public:
  explicit CsvFile(const std::string& path) : path_(path), encoding_(decide(path)) {
    format = "csv";
    encoding = encoding_.name;
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    size_ = static_cast<std::size_t>(std::max<std::streamoff>(1, in.tellg()));
    separator = std::string(1, separator_of(Text(path, encoding_).next()));
  }

  std::vector<std::string> sheets() const override { return {""}; }
  int percent() const override { return static_cast<int>(std::min(read_, size_) * 100 / size_); }

  void read(std::size_t, const TakeRow& take) override {
    csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0) throw std::runtime_error("libcsv");
    const std::unique_ptr<csv_parser, decltype(&csv_free)> freed(&parser, &csv_free);
    csv_set_delim(&parser, static_cast<unsigned char>(separator[0]));
    csv_set_blk_size(&parser, 4096);
    Text text(path_, encoding_);
    Rows rows;
    bool first = true, more = true;
    while (more) {
      const std::string piece = text.next();
      read_ = text.read();
      more = !piece.empty();
      const bool broken = more ? csv_parse(&parser, piece.data(), piece.size(), take_cell, take_row, &rows) != piece.size()
                               : csv_fini(&parser, take_cell, take_row, &rows) != 0;
      if (parser.entry_pos > longest_cell * 4) rows.refuse("CELL_LENGTH", std::to_string(longest_cell), rows.row.size() + 1);
      for (const auto& [number, cells] : rows.ready) {
        const bool hint = first && cells[0].text.substr(0, 4) == "sep=";
        first = false;
        if (!hint && !take(number, cells)) return;
      }
      rows.ready.clear();
      if (rows.wrong) std::rethrow_exception(rows.wrong);
      if (broken) throw TableRefused("FILE_QUOTES", std::to_string(rows.number), rows.number);
    }
  }

 private:
  std::string path_;
  Encoding encoding_;
  std::size_t size_ = 1, read_ = 0;
};

}  // namespace

std::unique_ptr<TableFile> open_csv(const std::string& path) { return std::make_unique<CsvFile>(path); }

}  // namespace base
