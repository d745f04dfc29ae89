// The part of catalogue.h that reads a file: columns, cells, what a row must hold.
#include "base/encoding.h"
#include "domain/catalogue/catalogue.h"
#include "domain/values/fields.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"

#include <algorithm>
#include <map>

namespace domain {
namespace {

constexpr std::size_t most_errors = 500;

std::string folded(std::string_view name) { return lower(trim(half_width(name))); }

// A code of the terms, by code or by word; as typed when it is neither.
std::string as_code(const Terms& terms, const std::string& typed) {
  const std::string wanted = trim(typed);
  for (const Term& term : terms)
    if (term.word == wanted || lower(wanted) == term.code) return std::string(term.code);
  return wanted;
}

// trade;safety, or 贸易结算、安全防护: in the order of the terms. Empty when one of them is unknown.
std::optional<std::vector<std::string>> read_uses(const std::string& typed) {
  std::vector<std::string> found, ordered;
  std::string part, all = typed;
  for (const std::string_view separator : {"；", "、", "，", ","})
    for (auto at = all.find(separator); at != std::string::npos; at = all.find(separator)) all.replace(at, separator.size(), ";");
  for (const char c : all + ";") {
    if (c != ';') {
      part += c;
      continue;
    }
    if (!trim(part).empty()) found.push_back(as_code(uses(), part));
    part.clear();
  }
  for (const Term& use : uses())
    if (std::find(found.begin(), found.end(), use.code) != found.end()) ordered.emplace_back(use.code);
  const bool known = std::all_of(found.begin(), found.end(), [](const std::string& use) { return contains(uses(), use); });
  if (!known) return {};
  return ordered;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) { read(bytes); }
  CatalogueFile file;

 private:
  void fail(std::size_t row, std::string column, std::string code, std::string a = {}) {
    if (file.errors.size() < most_errors) file.errors.push_back({row, {std::move(column), std::move(code), std::move(a)}});
  }

  void read(std::string_view bytes) {
    if (bytes.empty()) return fail(0, "", "FILE_EMPTY");
    if (bytes.size() > largest_catalogue_file) return fail(0, "", "FILE_TOO_LARGE", "4");
    auto text = base::decode_file(bytes);
    if (!text) return fail(0, "", "FILE_ENCODING");
    if (length(*text) > largest_catalogue_file) return fail(0, "", "FILE_TOO_LARGE", "4");
    file.text = std::move(*text);
    const base::CsvTable table = base::read_csv(file.text);
    if (table.broken != 0) return fail(0, "", "FILE_QUOTES", std::to_string(table.broken));
    if (table.rows.empty() || !read_header(table.rows.front())) return;
    if (table.rows.size() - 1 > most_catalogue_rows) return fail(0, "", "TOO_MANY_ROWS", std::to_string(most_catalogue_rows));
    for (std::size_t n = 1; n < table.rows.size(); ++n) read_row(n + 1, table.rows[n]);
    if (file.rows.empty() && file.errors.empty()) fail(0, "", "FILE_EMPTY");
  }

  bool read_header(const base::CsvRow& header) {
    header_ = header;
    std::map<std::string, int> seen;
    for (std::size_t n = 0; n < header.size(); ++n) {
      const std::string name = folded(header[n]);
      if (++seen[name] == 1) place_[name] = n;
    }
    for (const std::string& column : catalogue_columns()) {
      if (seen[column] == 0) fail(0, column, "COLUMN_MISSING", column);
      if (seen[column] > 1) fail(0, column, "COLUMN_TWICE", column);
    }
    return file.errors.empty();
  }

  std::string cell(const base::CsvRow& cells, const std::string& column) const {
    const std::size_t n = place_.at(column);
    return n < cells.size() ? cells[n] : std::string();
  }

  int number(FieldCheck& fields, const base::CsvRow& cells, const std::string& column, int most) {
    const std::string typed = cell(cells, column);
    const auto found = fields.number(column, typed, 1, most);
    if (!found && trim(typed).empty()) fields.add(column, "REQUIRED");
    return found.value_or(0);
  }

  CatalogueRow check(FieldCheck& fields, const base::CsvRow& cells) {
    CatalogueRow row;
    const auto text = [&](const char* column, std::size_t limit, bool required, bool lines = false) {
      return fields.text({column, limit, required, lines}, cell(cells, column));
    };
    row.item_no = number(fields, cells, "item_no", 9999);
    row.item_name = text("item_name", 100, true);
    row.kind_no = number(fields, cells, "kind_no", 9999);
    row.variant = text("variant", 100, false);
    row.kind_name = text("kind_name", 100, true);
    row.supervision = fields.choice({"supervision", supervisions}, as_code(supervisions(), cell(cells, "supervision")));
    row.mode = fields.choice({"mode", modes}, as_code(modes(), cell(cells, "mode")));
    const auto uses_found = read_uses(cell(cells, "uses"));
    if (!uses_found) fields.add("uses", "NOT_A_CHOICE");
    row.uses = uses_found.value_or(std::vector<std::string>());
    row.scope = text("scope", 500, false, true);
    row.cycle_months = fields.number("cycle_months", cell(cells, "cycle_months"), 1, 240);
    row.service_life_months = fields.number("service_life_months", cell(cells, "service_life_months"), 1, 600);
    row.regulation = text("regulation", 500, false, true);
    row.condition = text("condition", 500, false, true);
    row.notice = text("notice", 100, true);
    const std::string checked = trim(half_width(cell(cells, "checked")));
    if (checked != "0" && checked != "1") fields.add("checked", "NOT_A_CHOICE");
    row.checked = checked == "1";
    // Only a kind under compulsory verification has a mode of it, and then serves some use.
    if (!fields.failed("mode") && !fields.failed("supervision") && (row.mode == "none") != (row.supervision == "type_approval"))
      fields.add("mode", "MODE_SUPERVISION");
    if (!fields.failed("mode") && row.mode != "none" && row.uses.empty()) fields.add("uses", "REQUIRED");
    return row;
  }

  // Nothing in the file may become a formula when it is downloaded again, columns we do not know included.
  void check_formulas(FieldCheck& fields, const base::CsvRow& cells) {
    for (std::size_t n = 0; n < cells.size(); ++n)
      if (base::looks_like_formula(cells[n])) fields.add(n < header_.size() ? folded(header_[n]) : "", "CELL_FORMULA");
  }

  void check_neighbours(FieldCheck& fields, std::size_t n, const CatalogueRow& row) {
    if (row.kind_no > 0 && !fields.failed("variant")) {
      const auto [first, fresh] = kinds_.emplace(row.key(), n);
      if (!fresh) fields.add("kind_no", "KIND_TWICE", std::to_string(first->second));
    }
    if (row.item_no > 0 && !fields.failed("item_name")) {
      const auto [first, fresh] = items_.emplace(row.item_no, std::pair(row.item_name, n));
      if (!fresh && first->second.first != row.item_name)
        fields.add("item_name", "ITEM_NAME_DIFFERS", std::to_string(first->second.second));
    }
  }

  void read_row(std::size_t n, const base::CsvRow& cells) {
    if (std::all_of(cells.begin(), cells.end(), [](const std::string& c) { return trim(c).empty(); })) return;
    std::vector<Error> errors;
    FieldCheck fields(errors);
    check_formulas(fields, cells);
    CatalogueRow row = check(fields, cells);
    check_neighbours(fields, n, row);
    if (errors.empty()) {
      file.rows.push_back(std::move(row));
      return;
    }
    ++file.bad_rows;
    for (Error& error : errors) {
      if (file.errors.size() >= most_errors) return;
      const auto place = place_.find(error.field);
      const std::string typed = place != place_.end() && place->second < cells.size() ? cells[place->second] : "";
      file.errors.push_back({n, std::move(error), typed});
    }
  }

  base::CsvRow header_;
  std::map<std::string, std::size_t> place_;
  std::map<std::pair<int, std::string>, std::size_t> kinds_;
  std::map<int, std::pair<std::string, std::size_t>> items_;
};

}  // namespace

CatalogueFile read_catalogue(std::string_view bytes) { return Reader(bytes).file; }

}  // namespace domain
