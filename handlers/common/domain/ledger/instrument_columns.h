// The one table of the ledger's columns: what each is called, how it is typed, checked, stored, listed, sorted, filtered and
// imported. Forms, lists, files, statements and the audit are made from it; a new column begins with a member of InstrumentForm,
// a member of InstrumentValues and a line here.
#pragma once

#include "domain/ledger/instrument.h"
#include "domain/values/terms.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace domain {

// Where InstrumentValues holds a column; its type decides the type in SQL.
using ValueMember = std::variant<std::string InstrumentValues::*, long long InstrumentValues::*, int InstrumentValues::*,
                                 std::optional<int> InstrumentValues::*, std::optional<Date> InstrumentValues::*>;

enum class Content { text, choice, number, date, kind, division, derived };  // derived: nobody types it
enum class Sorting {
  urgency,    // the list's own order: what is urgent first
  value,      // as it is: numbers, dates, codes of terms
  digits,     // text that numbers something; empty last
  words,      // text by pinyin; empty last
  catalogue,  // by its number in the catalogue
};
// Where the filter form has it: always there, or among 更多条件 (first some, then the others, then those to choose from).
enum class Filtering { none, always, more, last };

struct Column {
  std::string_view code;   // in addresses, lists, imports, exports
  std::string_view field;  // of the form; its errors are told under this name
  std::string_view sql;    // in the database, and in the audit
  std::string_view label;
  Content content = Content::derived;
  std::string InstrumentForm::*typed = nullptr;  // null: not in the form
  ValueMember value;                             // null: derived. Without `typed`: an institution's result says it
  const Terms& (*terms)() = nullptr;             // of a choice
  std::size_t limit = 0;                         // of a text, in characters
  int least = 0, most = 0;                       // of a number
  std::string_view initial;                      // in an empty form, and of a cell that an import leaves empty
  Sorting sorting = Sorting::urgency;
  Filtering filtering = Filtering::none;
  std::string tip;   // what an import's template says of it; "" when it is not imported
  double width = 0;  // in a workbook, in characters

  bool required = false;
  bool lines = false;          // a text of several lines
  bool wide = false;           // takes a form's whole width
  bool by_default = false;     // a list shows it unless a person chose otherwise
  bool only_in_files = false;  // an export has it, a list does not
  bool identity = false;       // stays while the instrument is on an open appointment (trigger instruments_guard)
  bool record = false;         // of the verification in force: an institution's result is not the unit's to change
  bool on_lines = false;       // an appointment's line keeps it as it was at 提交 (table appointment_lines)
  bool of_one_piece = false;   // a copy begins without it
  bool beside_number = false;  // stands with 出厂编号 where people look for the instrument: label, desk, appointment
};

// In the order of lists and exports: standing, valid_until, name, item, kind, … remark, id, version.
const std::vector<Column>& ledger_columns();
const Column* ledger_column(std::string_view code);  // null when there is none
// Those that people type, in the order of the form: kind, name, model, … remark.
const std::vector<Column>& form_columns();
const Column& form_column(std::string_view code);  // of one that is there
// Those that InstrumentValues holds: the form's, then what only an institution's result says.
const std::vector<Column>& stored_columns();
// Those of an import's template, in its order: name, item, kind, model, … remark.
const std::vector<Column>& import_columns();

// As somebody would type it into the form.
std::string typed_text(const Column& column, const InstrumentValues& values);
// What the institution verified and is registered otherwise today (domain.md §11): columns of the identity, in their order. What
// `verified` does not say (a result of before) does not differ.
std::vector<const Column*> changed_identity(const InstrumentValues& verified, const InstrumentValues& today);
// The verification in force stays what it `was`.
void keep_record(InstrumentValues& values, const InstrumentValues& was);

}  // namespace domain
