// See result_file.h.
#include "domain/results/result_file.h"

#include "domain/ledger/import_row.h"
#include "domain/ledger/instrument.h"
#include "domain/results/result_columns.h"
#include "domain/values/text.h"

#include <algorithm>

namespace domain {
namespace {

std::string plain(std::string_view text) { return trim(half_width(text)); }

std::string field_of(const std::string& header) {
  std::string label = plain(header);
  while (!label.empty() && label.back() == '*') label.pop_back();
  for (const Term& column : result_columns())
    if (plain(column.word) == label) return std::string(column.code);
  if (label == plain(field_label("notice_number"))) return "notice_number";
  if (label == plain(field_label("result_number"))) return "result_number";
  return "";
}

std::string words_of(const Terms& terms) {
  std::string words;
  for (const Term& term : terms) words += (words.empty() ? "" : "、") + std::string(term.word);
  return words;
}

class Reader {
 public:
  Reader(const ResultHeader& header, const std::vector<base::Cell>& cells, ResultFileRow& row)
      : header_(header), cells_(cells), row_(row) {}

  void read() {
    row_.line_key = plain(text("line_key"));
    for (const Term& column : outcome_columns()) row_.blank = row_.blank && nothing_in(column.code);
    if (row_.blank) return;
    ResultForm& f = row_.form;
    f.result = code("result", result_outcomes());
    if (plain(text("mark")) != field_word_of_notice()) f.mark = code("mark", marks());
    f.result_number = number_text("result_number");
    f.notice_number = number_text("notice_number");
    f.seal_number = number_text("seal_number");
    f.verified_on = date("verified_on");
    f.valid_until = date("valid_until");
    f.passed = text("passed");
    f.failed = text("failed");
    f.cycle_months = text("cycle_months");
    f.verifier = text("verifier");
    f.checker = text("checker");
    f.remark = text("remark");
  }

 private:
  const base::Cell* cell(std::string_view field) const {
    const auto at = std::find(header_.fields.begin(), header_.fields.end(), field);
    const auto n = static_cast<std::size_t>(at - header_.fields.begin());
    return n < cells_.size() && at != header_.fields.end() ? &cells_[n] : nullptr;
  }

  bool nothing_in(std::string_view field) const {
    const base::Cell* c = cell(field);
    return c == nullptr || (trim(c->text).empty() && !c->formula);
  }

  std::string text(std::string_view field) {
    const base::Cell* c = cell(field);
    if (c == nullptr) return "";
    if (c->kind == base::Cell::Kind::error) row_.errors.push_back({std::string(field), "CELL_ERROR", c->text});
    if (c->formula && c->text.empty()) row_.errors.push_back({std::string(field), "FORMULA_EMPTY"});
    return trim(c->text);
  }

  std::string number_text(std::string_view field) {
    std::string typed = text(field);
    if (is_spreadsheet_number(typed)) row_.errors.push_back({std::string(field), "SERIAL_SPREADSHEET"});
    return typed;
  }

  std::string code(std::string_view field, const Terms& terms) {
    const std::string typed = plain(text(field));
    if (typed.empty()) return "";
    for (const Term& term : terms)
      if (typed == term.word || typed == term.code) return std::string(term.code);
    row_.errors.push_back({std::string(field), "WORD_UNKNOWN", words_of(terms)});
    return "";
  }

  std::string date(std::string_view field) {
    const base::Cell* c = cell(field);
    if (c == nullptr || text(field).empty()) return "";
    const ImportDate read = import_date(*c);
    if (!read.error.empty()) row_.errors.push_back({std::string(field), read.error});
    return read.date ? read.date->iso() : trim(c->text);
  }

  // 印证类型 of what failed: no mark of ours, and people write it all the same.
  static std::string field_word_of_notice() { return "检定结果通知书"; }

  const ResultHeader& header_;
  const std::vector<base::Cell>& cells_;
  ResultFileRow& row_;
};

}  // namespace

std::optional<ResultHeader> read_result_header(std::size_t row, const std::vector<base::Cell>& cells) {
  ResultHeader header;
  header.row = row;
  bool key = false, outcome = false;
  for (const base::Cell& cell : cells) {
    std::string field = field_of(cell.text);
    if (std::find(header.fields.begin(), header.fields.end(), field) != header.fields.end()) field.clear();  // the first counts
    key = key || field == "line_key";
    outcome = outcome || contains(outcome_columns(), field);
    header.headers.push_back(trim(cell.text));
    header.fields.push_back(std::move(field));
  }
  if (!key || !outcome) return {};
  return header;
}

ResultFileRow read_result_row(const ResultHeader& header, const std::vector<base::Cell>& cells) {
  ResultFileRow row;
  Reader(header, cells, row).read();
  return row;
}

std::string_view result_template_name() { return "检定结果导入模板"; }
std::string_view rejected_results_name() { return "未导入的检定结果"; }

}  // namespace domain
