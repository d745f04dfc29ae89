// An .xlsx file as a table, row by row: sheets by name, shared strings kept in few large blocks, numbers and dates as their
// style shows them. Nothing is ever whole in memory but the shared strings.
#include "base/table.h"
#include "base/utf8.h"
#include "base/xlsx_zip.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <map>

namespace base {
namespace {

constexpr std::size_t most_string_bytes = 32u << 20, most_strings = 2'000'000, block_size = 1u << 20;
constexpr std::size_t most_sheets = 50, most_styles = 65536;
constexpr std::uint32_t too_long = 0xFFFFFFFF;

// Strings without a block of memory of their own each: a number leads to the place where one begins.
class Strings {
 public:
  void add(const std::string& text) {
    if (utf8::count(text) > longest_cell) return places_.push_back(too_long);
    bytes_ += text.size() + 1;
    if (bytes_ > most_string_bytes || places_.size() >= most_strings)
      throw TableRefused("FILE_STRINGS", std::to_string(most_string_bytes >> 20));
    if (blocks_.empty() || blocks_.back().size() + text.size() + 1 > block_size) {
      blocks_.emplace_back();
      blocks_.back().reserve(
          std::min(block_size, std::max<std::size_t>(blocks_.size() == 1 ? 4096 : block_size, text.size() + 1)));
    }
    places_.push_back(static_cast<std::uint32_t>((blocks_.size() - 1) * block_size + blocks_.back().size()));
    blocks_.back().append(text).push_back('\0');
  }
  bool has(std::size_t n) const { return n < places_.size(); }
  bool is_too_long(std::size_t n) const { return places_[n] == too_long; }
  std::string get(std::size_t n) const { return blocks_[places_[n] / block_size].c_str() + places_[n] % block_size; }

 private:
  std::deque<std::string> blocks_;
  std::deque<std::uint32_t> places_;
  std::size_t bytes_ = 0;
};

// _x000D_ is how a file says a character that XML cannot.
std::string unescaped(std::string text) {
  for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    if (at + 7 > text.size() || text[at + 6] != '_') continue;
    unsigned value = 0;
    const auto read = std::from_chars(text.data() + at + 2, text.data() + at + 6, value, 16);
    if (read.ptr != text.data() + at + 6 || value == 0 || value > 0x7F) continue;
    text.replace(at, 7, 1, static_cast<char>(value));
  }
  return text;
}

// One text that may stand in several pieces; what is far too long is not kept.
class Gathered {
 public:
  void clear() { text_.clear(); }
  void add(std::string_view piece) {
    if (text_.size() <= longest_cell * 4) text_ += piece;
  }
  const std::string& get() const { return text_; }

 private:
  std::string text_;
};

class StringsReader : public XmlReader {
 public:
  explicit StringsReader(Strings& strings) : strings_(strings) {}

 private:
  void start(std::string_view name, const Attributes&) override {
    if (name == "si") text_.clear();
    if (name == "rPh") phonetic_ = true;
    in_text_ = name == "t" && !phonetic_;
  }
  void end(std::string_view name) override {
    in_text_ = false;
    if (name == "rPh") phonetic_ = false;
    if (name == "si") strings_.add(unescaped(text_.get()));
  }
  void text(std::string_view piece) override {
    if (in_text_) text_.add(piece);
  }
  Strings& strings_;
  Gathered text_;
  bool in_text_ = false, phonetic_ = false;
};

struct Style {
  bool date = false;
  int zeros = 0;  // 000000: as many digits at least
};

// Does a number format show a date? Quoted words, [brackets] and escaped characters say nothing.
Style style_of_code(std::string_view code) {
  std::string bare;
  for (std::size_t n = 0; n < code.size(); ++n) {
    const char c = code[n];
    if (c == '"' || c == '[') {
      const auto close = code.find(c == '"' ? '"' : ']', n + 1);
      if (close == std::string_view::npos) break;
      n = close;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++n;
    } else {
      bare += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
  }
  Style style;
  if (bare == "general") return style;
  const bool digits = bare.find_first_of("0#?") != std::string::npos;
  style.date = bare.find_first_of("yd") != std::string::npos || (!digits && bare.find_first_of("mh") != std::string::npos);
  if (bare.size() >= 2 && bare.find_first_not_of('0') == std::string::npos)
    style.zeros = static_cast<int>(std::min<std::size_t>(bare.size(), 30));
  return style;
}

Style style_of_number(int format) {
  Style style;
  style.date = (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) ||
               (format >= 50 && format <= 58);
  return style;
}

int number_of(const char* text, int fallback) {
  int value = fallback;
  if (text != nullptr) std::from_chars(text, text + std::char_traits<char>::length(text), value);
  return value;
}

class StylesReader : public XmlReader {
 public:
  std::vector<Style> styles;

 private:
  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "cellXfs") in_cells_ = true;
    if (name == "numFmt" && codes_.size() < most_styles)
      codes_[number_of(attributes.get("numFmtId"), -1)] = style_of_code(attributes.text("formatCode"));
    if (name != "xf" || !in_cells_ || styles.size() >= most_styles) return;
    const int format = number_of(attributes.get("numFmtId"), 0);
    const auto own = codes_.find(format);
    styles.push_back(own != codes_.end() ? own->second : style_of_number(format));
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cells_ = false;
  }
  std::map<int, Style> codes_;
  bool in_cells_ = false;
};

class WorkbookReader : public XmlReader {
 public:
  std::vector<std::pair<std::string, std::string>> sheets;  // name, relation
  bool from_1904 = false;

 private:
  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "workbookPr") from_1904 = attributes.is("date1904", "1") || attributes.is("date1904", "true");
    if (name != "sheet" || attributes.get("state") != nullptr) {
      if (name != "sheet" || !attributes.is("state", "visible")) return;
    }
    if (sheets.size() < most_sheets) sheets.emplace_back(attributes.text("name"), attributes.text("id"));
  }
};

class RelationsReader : public XmlReader {
 public:
  std::map<std::string, std::string> targets;

 private:
  void start(std::string_view name, const Attributes& attributes) override {
    if (name != "Relationship" || targets.size() >= most_styles) return;
    std::string target = attributes.text("Target");
    target = !target.empty() && target[0] == '/' ? target.substr(1) : "xl/" + target;
    targets[attributes.text("Id")] = target;
  }
};

// The number as a person would type it; when a spreadsheet cannot hold all its digits, as that.
std::string plain_number(double value, int zeros) {
  char text[64];
  if (std::floor(value) == value && std::fabs(value) < 1e15) {
    std::snprintf(text, sizeof text, "%0*.0f", value < 0 ? 0 : zeros, value);
  } else if (std::fabs(value) >= 1e15) {
    std::snprintf(text, sizeof text, "%.14E", value);
  } else {
    std::snprintf(text, sizeof text, "%.15g", value);
  }
  return text;
}

struct Book {
  Strings strings;
  std::vector<Style> styles;
  bool from_1904 = false;

  std::optional<int> day_of(double value) const {
    if (!(value >= 1 && value < 2958466)) return {};
    return static_cast<int>(value) + (from_1904 ? 1462 : 0) - 25569;
  }
};

std::string iso_day(int days);

// Rows of one sheet. Parsing pauses at each row's end, so that nothing gathers.
class SheetReader : public XmlReader {
 public:
  SheetReader(const Book& book, const TakeRow& take) : book_(book), take_(take) {}

 private:
  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "row") {
      begin_row(attributes);
    } else if (name == "c") {
      begin_cell(attributes);
    } else if (name == "rPh") {
      phonetic_ = true;
    } else if (name == "f") {
      formula_ = true;
    }
    in_value_ = name == "v" || (name == "t" && !phonetic_);
  }

  void text(std::string_view piece) override {
    if (in_value_) value_.add(piece);
  }

  void end(std::string_view name) override {
    in_value_ = false;
    if (name == "rPh") phonetic_ = false;
    if (name == "c") end_cell();
    if (name == "row" && !cells_.empty()) pause();
  }

  bool paused() override { return take_(row_, cells_); }

  void begin_row(const Attributes& attributes) {
    const int number = number_of(attributes.get("r"), static_cast<int>(row_) + 1);
    if (number <= static_cast<int>(row_)) throw TableRefused("FILE_DAMAGED");
    row_ = static_cast<std::size_t>(number);
    column_ = row_text_ = 0;
    cells_.clear();
  }

  void begin_cell(const Attributes& attributes) {
    std::size_t column = 0;
    if (const char* at = attributes.get("r"))
      for (; *at >= 'A' && *at <= 'Z' && column < 100000; ++at) column = column * 26 + static_cast<std::size_t>(*at - 'A' + 1);
    column_ = column > 0 ? column : column_ + 1;
    type_ = attributes.text("t");
    style_ = static_cast<std::size_t>(std::max(0, number_of(attributes.get("s"), 0)));
    formula_ = phonetic_ = false;
    value_.clear();
  }

  void end_cell() {
    Cell cell = read_cell();
    cell.formula = formula_;
    if (cell.text.empty() && !formula_) return;
    if (column_ > most_table_columns) throw TableRefused("ROW_COLUMNS", std::to_string(most_table_columns), row_, column_);
    if (utf8::count(cell.text) > longest_cell) throw TableRefused("CELL_LENGTH", std::to_string(longest_cell), row_, column_);
    row_text_ += cell.text.size();
    all_text_ += cell.text.size();
    if (row_text_ > largest_row_text) throw TableRefused("ROW_TEXT", "", row_);
    if (all_text_ > largest_table_text) throw TableRefused("FILE_TEXT", std::to_string(largest_table_text >> 20));
    if (cells_.size() < column_) cells_.resize(column_);
    cells_[column_ - 1] = std::move(cell);
  }

  Cell read_cell() const {
    Cell cell;
    const std::string& value = value_.get();
    if (value.empty()) return cell;
    if (type_ == "s") {
      std::size_t n = 0;
      const auto read = std::from_chars(value.data(), value.data() + value.size(), n);
      if (read.ec != std::errc() || !book_.strings.has(n)) throw TableRefused("FILE_DAMAGED", "", row_, column_);
      if (book_.strings.is_too_long(n)) throw TableRefused("CELL_LENGTH", std::to_string(longest_cell), row_, column_);
      cell.text = book_.strings.get(n);
    } else if (type_ == "inlineStr" || type_ == "str") {
      cell.text = unescaped(value);
    } else if (type_ == "b") {
      cell.text = value == "0" ? "FALSE" : "TRUE";
    } else if (type_ == "e") {
      cell.kind = Cell::Kind::error;
      cell.text = value;
    } else if (type_ == "d") {
      cell.kind = Cell::Kind::date;
      cell.text = value.substr(0, 10);
    } else {
      read_number(value, cell);
    }
    return cell;
  }

  void read_number(const std::string& value, Cell& cell) const {
    double number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    if (read.ec != std::errc() || read.ptr != value.data() + value.size() || !std::isfinite(number)) {
      cell.text = value;
      return;
    }
    const Style style = style_ < book_.styles.size() ? book_.styles[style_] : Style{};
    cell.day = book_.day_of(number);
    cell.kind = style.date && cell.day ? Cell::Kind::date : Cell::Kind::number;
    cell.text = cell.kind == Cell::Kind::date ? iso_day(*cell.day) : plain_number(number, style.zeros);
  }

  const Book& book_;
  const TakeRow& take_;
  std::vector<Cell> cells_;
  std::size_t row_ = 0, column_ = 0, row_text_ = 0, all_text_ = 0, style_ = 0;
  std::string type_;
  Gathered value_;
  bool in_value_ = false, formula_ = false, phonetic_ = false;
};

// Days since 1970-01-01 as YYYY-MM-DD (Howard Hinnant's algorithm; the domain's Date is not for this layer).
std::string iso_day(int days) {
  const int z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
  const int doe = z - era * 146097, yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  const int month = mp < 10 ? mp + 3 : mp - 9;
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1);
  return text;
}

class XlsxFile : public TableFile {
 public:
  explicit XlsxFile(const std::string& path) : zip_(path) {
    format = "xlsx";
    WorkbookReader workbook;
    workbook.run(zip_, "xl/workbook.xml");
    RelationsReader relations;
    relations.run(zip_, "xl/_rels/workbook.xml.rels");
    book_.from_1904 = workbook.from_1904;
    for (auto& [name, relation] : workbook.sheets) {
      const auto target = relations.targets.find(relation);
      if (target != relations.targets.end() && zip_.has(target->second)) sheets_.emplace_back(name, target->second);
    }
    if (sheets_.empty()) throw TableRefused("FILE_DAMAGED");
    if (zip_.has("xl/styles.xml")) {
      StylesReader styles;
      styles.run(zip_, "xl/styles.xml");
      book_.styles = std::move(styles.styles);
    }
    if (zip_.has("xl/sharedStrings.xml")) StringsReader(book_.strings).run(zip_, "xl/sharedStrings.xml");
  }

  std::vector<std::string> sheets() const override {
    std::vector<std::string> names;
    for (const auto& sheet : sheets_) names.push_back(sheet.first);
    return names;
  }
  int percent() const override { return reader_ ? reader_->percent() : 0; }

  void read(std::size_t sheet, const TakeRow& take) override {
    reader_ = std::make_unique<SheetReader>(book_, take);
    reader_->run(zip_, sheets_.at(sheet).second);
  }

 private:
  ZipFile zip_;
  Book book_;
  std::vector<std::pair<std::string, std::string>> sheets_;  // name, entry
  std::unique_ptr<SheetReader> reader_;
};

}  // namespace

std::unique_ptr<TableFile> open_xlsx(const std::string& path) { return std::make_unique<XlsxFile>(path); }

}  // namespace base
