// See instrument_columns.h.
#include "domain/ledger/instrument_columns.h"

#include <algorithm>
#include <stdexcept>

namespace domain {
namespace {

using F = InstrumentForm;
using V = InstrumentValues;

constexpr double narrow = 14, middle = 20, broad = 26;

// What is true of a column beside its content, for one line of the table.
enum Trait : unsigned {
  optional = 0,
  required = 1,
  lines = 2,
  wide = 4,
  shown = 8,
  only_in_files = 16,
  identity = 32,
  record = 64,
  of_one_piece = 128,
  sorted_as_number = 256,  // a text that numbers something
  first_in_lists = 512,    // lists begin with it, the form does not
  first_in_form = 1024,
  on_lines = 2048,  // and a column of appointment_lines, which qj_appointments may update
  beside_number = 4096,
};

struct Entry {
  Column column;
  unsigned traits;
};

Entry entry(std::string_view code, Content content, unsigned traits, std::string_view label = {}) {
  const auto has = [&](Trait trait) { return (traits & trait) != 0; };
  Column column;
  column.code = column.field = column.sql = code;
  column.label = label.empty() ? field_label(code) : label;
  column.content = content;
  column.sorting = Sorting::value;
  column.width = narrow;
  column.required = has(required);
  column.lines = has(lines);
  column.wide = has(wide);
  column.by_default = has(shown);
  column.only_in_files = has(only_in_files);
  column.identity = has(identity);
  column.record = has(record);
  column.on_lines = has(on_lines);
  column.of_one_piece = has(of_one_piece);
  column.beside_number = has(beside_number);
  return {std::move(column), traits};
}

// more: what the import's template says beside whether it is needed and how long it may be.
Entry text(std::string_view code, std::string F::*typed, std::string V::*value, std::size_t limit, unsigned traits,
           Filtering filtering, double width = narrow, std::string_view more = {}) {
  Entry made = entry(code, Content::text, traits);
  made.column.typed = typed;
  made.column.value = value;
  made.column.limit = limit;
  made.column.sorting = (traits & sorted_as_number) != 0 ? Sorting::digits : Sorting::words;
  made.column.filtering = filtering;
  made.column.width = width;
  made.column.tip = std::string(made.column.required ? "必填" : "选填") + "，" + std::to_string(limit) + " 字以内";
  made.column.tip += more;
  return made;
}

Entry choice(std::string_view code, std::string F::*typed, std::string V::*value, const Terms& (*terms)(), unsigned traits,
             Filtering filtering, std::string_view initial, std::string_view tip) {
  Entry made = entry(code, Content::choice, traits);
  made.column.typed = typed;
  made.column.value = value;
  made.column.terms = terms;
  made.column.initial = initial;
  made.column.filtering = filtering;
  made.column.tip = tip;
  return made;
}

Entry number(std::string_view code, std::string F::*typed, ValueMember value, int most, unsigned traits, std::string_view initial,
             std::string_view tip) {
  Entry made = entry(code, Content::number, traits);
  made.column.typed = typed;
  made.column.value = value;
  made.column.least = 1;
  made.column.most = most;
  made.column.initial = initial;
  made.column.tip = tip;
  return made;
}

Entry date(std::string_view code, std::string F::*typed, std::optional<Date> V::*value, unsigned traits, std::string_view tip) {
  Entry made = entry(code, Content::date, traits);
  made.column.typed = typed;
  made.column.value = value;
  made.column.tip = tip;
  return made;
}

Entry kind() {
  Entry made = entry("kind", Content::kind, required | shown | identity | on_lines | first_in_form);
  made.column.field = made.column.sql = "kind_id";
  made.column.typed = &F::kind_id;
  made.column.value = &V::kind_id;
  made.column.sorting = Sorting::catalogue;
  made.column.filtering = Filtering::last;
  made.column.width = broad;
  made.column.tip = "必填。目录中的种别名称，也可填俗名，如电子秤";
  return made;
}

Entry division() {
  Entry made = entry("division", Content::division, required | on_lines, field_label("place_division"));
  made.column.field = "division_1";  // the first of the form's selects
  made.column.sql = "division_code";
  made.column.typed = &F::division_code;
  made.column.value = &V::division_code;
  made.column.filtering = Filtering::last;
  made.column.width = middle;
  made.column.tip = "选填，如：北京市 东城区；也可填区划代码。不填视为本单位所在地";
  return made;
}

Entry derived(std::string_view code, std::string_view label, Sorting sorting, unsigned traits, double width = narrow,
              std::string_view tip = {}) {
  Entry made = entry(code, Content::derived, traits, label);
  made.column.sorting = sorting;
  made.column.width = width;
  made.column.tip = tip;
  return made;
}

// Of the verification in force, by an institution's result only.
Entry recorded(std::string_view code, std::string V::*value, std::size_t limit, unsigned traits, Filtering filtering) {
  Entry made = text(code, nullptr, value, limit, traits, filtering);
  made.column.tip.clear();
  return made;
}

Entry item() {
  Entry made = derived("item", "器具项别", Sorting::catalogue, optional, narrow, "选填。与种别不一致时以种别为准");
  made.column.filtering = Filtering::always;
  return made;
}

Entry state() {
  Entry made = derived("state", "状态", Sorting::value, optional);
  made.column.terms = states;
  made.column.filtering = Filtering::always;
  return made;
}

Entry appointment() {
  Entry made = derived("appointment", "预约", Sorting::digits, optional);
  made.column.sql = "appointment_number";
  return made;
}

// The table, in the order of an import's template.
std::vector<Entry> make_table() {
  constexpr std::string_view serial_tip = "，请设为文本格式。没有编号的填“无”并在备注中说明";
  constexpr std::string_view id_tip = "由系统生成，请勿修改：再次导入时据此更新原有器具。新器具留空";
  return {
      derived("standing", "检定状态", Sorting::urgency, shown | first_in_lists, middle),
      text("name", &F::name, &V::name, 100, required | on_lines | shown | wide, Filtering::always, broad),
      item(),
      kind(),
      text("model", &F::model, &V::model, 100, required | on_lines | shown | identity, Filtering::always),
      text("measuring_range", &F::measuring_range, &V::measuring_range, 100, required | on_lines | identity, Filtering::last),
      text("accuracy", &F::accuracy, &V::accuracy, 60, required | on_lines | identity, Filtering::last),
      text("serial_number", &F::serial_number, &V::serial_number, 60,
           required | on_lines | shown | identity | of_one_piece | sorted_as_number, Filtering::always, middle, serial_tip),
      text("manufacturer", &F::manufacturer, &V::manufacturer, 120, required | on_lines | wide | identity, Filtering::more,
           broad),
      choice("origin", &F::origin, &V::origin, origins, required, Filtering::last, "domestic",
             "国产、进口或港澳台；不填视为国产"),
      division(),
      text("place", &F::place, &V::place, 200, required | on_lines | shown | wide, Filtering::more, broad),
      text("holder", &F::holder, &V::holder, 60, optional | on_lines | beside_number, Filtering::last, middle),
      text("sub_number", &F::sub_number, &V::sub_number, 20,
           optional | on_lines | beside_number | of_one_piece | sorted_as_number, Filtering::last),
      number("quantity", &F::quantity, &V::quantity, 100000, required | on_lines | shown | identity, "1", "整数；不填视为 1"),
      choice("use", &F::use, &V::use, uses, required | on_lines, Filtering::always, "", "贸易结算、安全防护、医疗卫生或环境监测"),
      choice("delivery", &F::delivery, &V::delivery, deliveries, required, Filtering::last, "send_in",
             "送检或现场检定；不填视为送检"),
      text("management_number", &F::management_number, &V::management_number, 40,
           optional | on_lines | beside_number | shown | of_one_piece | sorted_as_number, Filtering::always),
      number("cycle_months", &F::cycle_months, &V::cycle_months, 240, on_lines, "", "选填。不填时按目录中的周期"),
      date("verified_on", &F::verified_on, &V::verified_on, record | of_one_piece, "选填，如 2026-01-31"),
      date("valid_until", &F::valid_until, &V::valid_until, shown | on_lines | record | of_one_piece | first_in_lists,
           "选填。填了上次检定日期而不填本列时，按检定周期推算"),
      text("certificate_number", &F::certificate_number, &V::certificate_number, 60, record | of_one_piece | sorted_as_number,
           Filtering::last),
      text("institution_name", &F::institution_name, &V::institution_name, 100, record | of_one_piece | wide, Filtering::last,
           middle),
      recorded("seal_number", &V::seal_number, 60, on_lines | beside_number | of_one_piece | sorted_as_number, Filtering::last),
      state(),
      derived("state_reason", "停用或报废原因", Sorting::words, optional),
      appointment(),
      text("remark", &F::remark, &V::remark, 500, lines, Filtering::last, broad),
      derived("id", "系统编号", Sorting::urgency, only_in_files, narrow, id_tip),
      derived("version", "版本", Sorting::urgency, only_in_files, narrow, "由系统生成，请勿修改"),
  };
}

// Those that fit, the ones with the trait first.
template <typename Fits>
std::vector<Column> columns_with_first(Trait first, Fits fits) {
  std::vector<Entry> table = make_table();
  std::stable_partition(table.begin(), table.end(), [&](const Entry& e) { return (e.traits & first) != 0; });
  std::vector<Column> columns;
  for (Entry& e : table)
    if (fits(e.column)) columns.push_back(std::move(e.column));
  return columns;
}

std::string as_typed(const std::string& value) { return value; }
std::string as_typed(long long value) { return std::to_string(value); }
std::string as_typed(int value) { return std::to_string(value); }
std::string as_typed(const std::optional<int>& value) { return value ? std::to_string(*value) : ""; }
std::string as_typed(const std::optional<Date>& value) { return iso_or_empty(value); }

}  // namespace

const std::vector<Column>& ledger_columns() {
  static const std::vector<Column> columns = columns_with_first(first_in_lists, [](const Column&) { return true; });
  return columns;
}

const Column* ledger_column(std::string_view code) {
  for (const Column& column : ledger_columns())
    if (column.code == code) return &column;
  return nullptr;
}

const std::vector<Column>& form_columns() {
  static const std::vector<Column> columns =
      columns_with_first(first_in_form, [](const Column& column) { return column.typed != nullptr; });
  return columns;
}

const std::vector<Column>& stored_columns() {
  static const std::vector<Column> columns = [] {
    std::vector<Column> all = form_columns();
    for (const Column& column : ledger_columns())
      if (column.typed == nullptr && std::visit([](auto member) { return member != nullptr; }, column.value))
        all.push_back(column);
    return all;
  }();
  return columns;
}

const Column& form_column(std::string_view code) {
  for (const Column& column : form_columns())
    if (column.code == code) return column;
  throw std::logic_error("no column of the form: " + std::string(code));
}

const std::vector<Column>& import_columns() {
  static const std::vector<Column> columns =
      columns_with_first(optional, [](const Column& column) { return !column.tip.empty() && !column.only_in_files; });
  return columns;
}

std::string typed_text(const Column& column, const InstrumentValues& values) {
  return std::visit([&](auto member) { return as_typed(values.*member); }, column.value);
}

std::vector<const Column*> changed_identity(const InstrumentValues& verified, const InstrumentValues& today) {
  std::vector<const Column*> changed;
  for (const Column& column : form_columns()) {
    const std::string then = typed_text(column, verified);
    if (column.identity && !then.empty() && then != "0" && then != typed_text(column, today)) changed.push_back(&column);
  }
  return changed;
}

void keep_record(InstrumentValues& values, const InstrumentValues& was) {
  for (const Column& column : form_columns())
    if (column.record) std::visit([&](auto member) { values.*member = was.*member; }, column.value);
}

}  // namespace domain
