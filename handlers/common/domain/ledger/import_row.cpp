// See import_row.h.
#include "domain/ledger/import_row.h"

#include "base/csv.h"
#include "base/lines.h"
#include "domain/ledger/instrument_columns.h"
#include "domain/ledger/lifecycle.h"
#include "domain/ledger/to_form.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"

#include <algorithm>
#include <charconv>

namespace domain {
namespace {

using base::Cell;

bool is_number_code(const Column& column) { return column.sorting == Sorting::digits; }

// An error of the form, told of the file's column.
std::string column_of(std::string_view form_field) {
  for (const Column& column : form_columns())
    if (column.field == form_field) return std::string(column.code);
  return std::string(form_field);
}

// 3台 → 3; nothing for a dash; another text stays for the form's own message.
std::string plain_count(std::string_view typed) {
  std::string text = trim(half_width(typed));
  for (const std::string_view nothing : {"/", "-", "—", "无"})
    if (text == nothing) return "";
  const auto digits = text.find_first_not_of("0123456789");
  if (digits == std::string::npos || digits == 0) return text;
  const std::string unit = trim(std::string_view(text).substr(digits));
  for (const std::string_view known : {"台", "件", "只", "个", "支", "块", "套", "把", "台件"})
    if (unit == known) return text.substr(0, digits);
  return text;
}

// Fills one row's form; collects what is wrong with its cells.
class RowReader {
 public:
  RowReader(const ImportColumns& columns, const ImportReference& reference, const std::vector<Cell>& cells, const LedgerRow* old,
            Date today, ImportedRow& row)
      : columns_(columns), reference_(reference), cells_(cells), old_(old), today_(today), row_(row) {}

  void read() {
    if (old_ != nullptr) form_ = to_form(old_->values);
    read_kind();
    read_division();
    for (const Column& column : form_columns())
      if (column.content == Content::text)
        if (const Cell* cell = cell_of(column.code)) form_.*column.typed = text_of(column, *cell);
    for (const Column& column : form_columns())
      if (column.content == Content::choice) read_choice(column);
    if (const Cell* cell = cell_of("quantity")) form_.quantity = plain_count(cell->text);
    if (form_.quantity.empty())
      form_.quantity = old_ != nullptr ? std::to_string(old_->values.quantity) : std::string(form_column("quantity").initial);
    if (const Cell* cell = cell_of("cycle_months")) form_.cycle_months = plain_count(cell->text);
    read_date("verified_on", form_.verified_on);
    if (read_date("valid_until", form_.valid_until)) return;
    // A new verification makes a new end, unless the file says which.
    if (old_ != nullptr && !old_->recorded() && form_.verified_on != iso_or_empty(old_->values.verified_on))
      form_.valid_until.clear();
  }

  void check() {
    const bool record_open = old_ == nullptr || !old_->recorded();
    const FormFacts facts{record_open, old_ != nullptr ? &old_->values : nullptr, false};
    auto checked = domain::check(form_, kind_ != nullptr ? &kind_->kind : nullptr, division_, today_, facts);
    for (const Error& error : checked.errors) add({column_of(error.field), error.code, error.a, error.b});
    row_.values = std::move(checked.value);
    if (record_open) return;
    store_record();
  }

  // What differs from the ledger, in words; and what may not.
  void compare() {
    LedgerRow next = *old_;
    next.values = row_.values;
    if (kind_ != nullptr) next.kind_name = kind_->kind.name;
    if (const ImportDivision* division = reference_.division(row_.values.division_code)) next.division_path = division->path;
    for (const std::string& code : template_columns()) {
      if (code == "item") continue;
      std::string before = ledger_cell(code, *old_, today_), after = ledger_cell(code, next, today_);
      if (before != after) row_.changes.push_back({code, std::move(before), std::move(after)});
    }
    const InstrumentFacts facts = facts_of(*old_);
    const std::string_view identity = refusal(Act::edit_identity, facts);
    if (identity.empty()) return;
    for (const ImportChange& change : row_.changes)
      if (const Column* column = ledger_column(change.field); column->identity) add({change.field, std::string(identity)});
  }

 private:
  void add(Error error) {
    for (const Error& there : row_.errors)
      if (there.field == error.field) return;
    row_.errors.push_back(std::move(error));
  }

  // The cell of a column the file has; none for one that says what the ledger says already.
  const Cell* cell_of(std::string_view code) {
    const std::size_t at = columns_.at(code);
    if (at == ImportColumns::none) return nullptr;
    static const Cell empty;
    const Cell& cell = at < cells_.size() ? cells_[at] : empty;
    if (cell.kind == Cell::Kind::error) add({std::string(code), "CELL_ERROR", cell.text});
    if (cell.formula && cell.text.empty()) add({std::string(code), "FORMULA_EMPTY"});
    if (old_ != nullptr && trim(cell.text) == trim(ledger_cell(code, *old_, today_))) return nullptr;
    return &cell;
  }

  std::string text_of(const Column& column, const Cell& cell) {
    if (is_number_code(column) && cell.kind == Cell::Kind::date) add({std::string(column.code), "SERIAL_DATE"});
    const bool spoiled = cell.kind == Cell::Kind::number && cell.text.find("E+") != std::string::npos;
    if (spoiled) add({std::string(column.code), "SERIAL_SPREADSHEET"});
    std::string text = base::unify_lines(cell.text);
    // Our own files guard what a spreadsheet would take for a formula.
    if (text.size() > 1 && text[0] == '\'' && base::looks_like_formula(std::string_view(text).substr(1))) text.erase(0, 1);
    if (!column.lines) std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }

  void read_kind() {
    if (old_ != nullptr) kind_ = reference_.kind(old_->values.kind_id);
    const Cell* cell = cell_of("kind");
    if (cell == nullptr) return;
    // A retired kind has no name any more by which others find it; the instrument that has it keeps it.
    if (kind_ != nullptr && folded_word(cell->text) == folded_word(kind_->kind.name)) return;
    const std::size_t item = columns_.at("item");
    const auto found = trim(cell->text).empty()
                           ? ImportReference::FoundKind{}
                           : reference_.find_kind(trim(cell->text), item < cells_.size() ? cells_[item].text : "");
    kind_ = found.kind;
    form_.kind_id = kind_ != nullptr ? std::to_string(kind_->kind.id) : "";
    if (!found.error.code.empty()) add(found.error);
  }

  void read_division() {
    std::string code = old_ != nullptr ? old_->values.division_code : reference_.own_division();
    const Cell* cell = cell_of("division");
    if (cell != nullptr && !trim(cell->text).empty()) {
      const auto found = reference_.find_division(trim(cell->text));
      if (!found.error.code.empty()) add(found.error);
      code = found.division != nullptr ? found.division->code : "";
    }
    const ImportDivision* division = reference_.division(code);
    division_ = division != nullptr ? division->choice : code.empty() ? DivisionChoice::missing : DivisionChoice::unknown;
    // One that has gone from the list stays with the instrument that has it.
    if (old_ != nullptr && code == old_->values.division_code) division_ = DivisionChoice::ok;
    form_.division_code = code;
  }

  // What an empty cell stands for: what is usual; of a use, the only one of its kind.
  std::string initial_of(const Column& column) const {
    const bool single = kind_ != nullptr && kind_->kind.uses.size() == 1;
    return column.code == "use" && single ? kind_->kind.uses.front() : std::string(column.initial);
  }

  void read_choice(const Column& column) {
    std::string& value = form_.*column.typed;
    const Cell* cell = cell_of(column.code);
    const std::string typed = cell != nullptr ? folded_word(cell->text) : "";
    if (typed.empty()) {
      if (value.empty()) value = initial_of(column);
      return;
    }
    std::string choices;
    for (const Term& term : column.terms()) {
      if (typed == term.code || folded_word(term.word).find(typed) == 0) {
        value = term.code;
        return;
      }
      choices += (choices.empty() ? "" : "、") + std::string(term.word);
    }
    value.clear();
    add({std::string(column.code), "WORD_UNKNOWN", choices});
  }

  bool read_date(std::string_view code, std::string& value) {
    if (!columns_.has(code)) return false;
    const Cell* cell = cell_of(code);
    if (cell == nullptr) return true;  // as it is in the ledger
    const ImportDate read = import_date(*cell);
    if (!read.error.empty()) add({std::string(code), read.error});
    value = iso_or_empty(read.date);
    return true;
  }

  // A result of an institution is not the unit's to change; nor is it lost.
  void store_record() {
    keep_record(row_.values, old_->values);
    const InstrumentForm before = to_form(old_->values);
    for (const Column& column : form_columns())
      if (column.record && trim(form_.*column.typed) != before.*column.typed) add({std::string(column.code), "RECORD_CLOSED"});
  }

  const ImportColumns& columns_;
  const ImportReference& reference_;
  const std::vector<Cell>& cells_;
  const LedgerRow* old_;
  Date today_;
  ImportedRow& row_;
  InstrumentForm form_;
  const ImportKind* kind_ = nullptr;
  DivisionChoice division_ = DivisionChoice::missing;
};

template <typename Number>
bool read_number(const std::string& text, Number& number) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && number > 0;
}

}  // namespace

ImportKey import_key(const ImportColumns& columns, const std::vector<Cell>& cells) {
  const auto text = [&](std::string_view code) {
    const std::size_t at = columns.at(code);
    return at < cells.size() ? trim(half_width(cells[at].text)) : std::string();
  };
  ImportKey key;
  const std::string id = text("id");
  if (id.empty()) return key;
  if (!read_number(id, key.id)) key.error = Error{"id", "ID_FORMAT"};
  if (!read_number(text("version"), key.version) && !key.error) key.error = Error{"version", "VERSION_FORMAT"};
  return key;
}

ImportedRow check_import_row(const ImportColumns& columns, const ImportReference& reference, const std::vector<Cell>& cells,
                             const ImportKey& key, const LedgerRow* old, Date today) {
  ImportedRow row;
  const auto wrong = [&](std::string_view field, std::string_view code) {
    row.errors.push_back({std::string(field), std::string(code)});
    return row;
  };
  if (key.error) return wrong(key.error->field, key.error->code);
  if (key.id != 0 && old == nullptr) return wrong("id", "ID_UNKNOWN");
  if (old != nullptr && old->state == "scrapped") return wrong("id", "IS_SCRAPPED");
  if (old != nullptr && old->version != key.version) return wrong("version", "VERSION");
  RowReader reader(columns, reference, cells, old, today, row);
  reader.read();
  reader.check();
  if (old != nullptr && row.errors.empty()) reader.compare();
  return row;
}

}  // namespace domain
