// See instrument_row.h.
#include "store/ledger/instrument_row.h"

#include "domain/ledger/instrument_columns.h"

#include <soci/soci.h>

#include <optional>
#include <type_traits>

namespace store {
namespace {

using domain::Date;
using domain::InstrumentValues;
using domain::LedgerRow;

// Where a value goes: into the row, or into the instrument's values within it.
using Target =
    std::variant<std::string LedgerRow::*, long long LedgerRow::*, int LedgerRow::*, bool LedgerRow::*,
                 std::optional<Date> LedgerRow::*, std::string InstrumentValues::*, long long InstrumentValues::*,
                 int InstrumentValues::*, std::optional<int> InstrumentValues::*, std::optional<Date> InstrumentValues::*>;

struct Selected {
  std::string expression;
  Target target;
  bool by_supervisors = true;
};

const std::vector<Selected>& selected() {
  static const std::vector<Selected> list = [] {
    std::vector<Selected> all{{"i.id", &LedgerRow::id}, {"i.version", &LedgerRow::version}, {"i.mode", &InstrumentValues::mode}};
    for (const domain::Column& column : domain::stored_columns())
      all.push_back({"i." + std::string(column.sql), std::visit([](auto member) { return Target(member); }, column.value)});
    const Selected more[] = {{"k.item_name", &LedgerRow::item_name},
                             {"k.shown_name", &LedgerRow::kind_name},
                             {"d.path", &LedgerRow::division_path},
                             {"i.state", &LedgerRow::state},
                             {"i.last_result", &LedgerRow::last_result},
                             {"i.state_reason", &LedgerRow::state_reason},
                             {"i.public_code::text", &LedgerRow::public_code, false},
                             {"i.appointment_id", &LedgerRow::appointment_id},
                             {"i.appointment_number", &LedgerRow::appointment_number},
                             {"i.planned_on", &LedgerRow::planned_on},
                             {"i.ever_submitted", &LedgerRow::ever_submitted, false},
                             {"i.declared_beyond", &LedgerRow::declared_beyond}};
    all.insert(all.end(), std::begin(more), std::end(more));
    return all;
  }();
  return list;
}

template <typename T>
T& member_of(LedgerRow& row, T LedgerRow::*member) {
  return row.*member;
}
template <typename T>
T& member_of(LedgerRow& row, T InstrumentValues::*member) {
  return row.values.*member;
}
template <typename T>
T& member_of(InstrumentValues& values, T InstrumentValues::*member) {
  return values.*member;
}

// The type of a target, whichever struct it is in.
template <typename Member>
using TypeOf = std::decay_t<decltype(member_of(std::declval<LedgerRow&>(), std::declval<Member>()))>;

// As what SQL hands it over: text, bigint or int; nothing as '' or 0.
template <typename T>
using HandedOver = std::conditional_t<std::is_same_v<T, std::string> || std::is_same_v<T, std::optional<Date>>, std::string,
                                      std::conditional_t<std::is_same_v<T, long long>, long long, int>>;

template <typename T>
std::string expression_of(const std::string& plain) {
  if constexpr (std::is_same_v<T, std::string>) return "coalesce(" + plain + ", '')";
  if constexpr (std::is_same_v<T, std::optional<Date>>) return "coalesce(" + plain + "::text, '')";
  if constexpr (std::is_same_v<T, bool>) return "coalesce(" + plain + ", false)::int";
  return "coalesce(" + plain + ", 0)";
}

void put(std::string& to, const std::string& value) { to = value; }
void put(std::optional<Date>& to, const std::string& value) { to = Date::from_iso(value); }
void put(long long& to, long long value) { to = value; }
void put(int& to, int value) { to = value; }
void put(bool& to, int value) { to = value != 0; }
void put(std::optional<int>& to, int value) {
  if (value > 0) to = value;
}

template <typename Row, typename Member>
void read_one(const soci::row& from, Row& to, Member member) {
  HandedOver<TypeOf<Member>> value{};
  from >> value;
  put(member_of(to, member), value);
}

bool wanted(const Selected& column, RowOf of) { return of == RowOf::unit || column.by_supervisors; }

std::string joined_columns(RowOf of) {
  std::string text;
  for (const Selected& column : selected()) {
    if (!wanted(column, of)) continue;
    text += text.empty() ? "" : ", ";
    text += std::visit([&](auto member) { return expression_of<TypeOf<decltype(member)>>(column.expression); }, column.target);
  }
  return text + " ";
}

}  // namespace

const char* const row_joins =
    "left join catalogue_kinds k on k.id = i.kind_id left join divisions d on d.code = i.division_code ";

const std::string& row_columns(RowOf of) {
  static const std::string unit = joined_columns(RowOf::unit), supervisor = joined_columns(RowOf::supervisor);
  return of == RowOf::unit ? unit : supervisor;
}

LedgerRow read_row(const soci::row& row, RowOf of) {
  LedgerRow read;
  for (const Selected& column : selected())
    if (wanted(column, of)) std::visit([&](auto member) { read_one(row, read, member); }, column.target);
  return read;
}

std::string line_values(const std::string& of) {
  std::string text = of + ".mode";
  for (const domain::Column& column : domain::stored_columns()) {
    if (!column.on_lines) continue;
    const std::string plain = of + "." + std::string(column.sql);
    text += ", " + std::visit([&](auto member) { return expression_of<TypeOf<decltype(member)>>(plain); }, column.value);
  }
  return text + " ";
}

void read_line_values(const soci::row& row, InstrumentValues& values) {
  row >> values.mode;
  for (const domain::Column& column : domain::stored_columns())
    if (column.on_lines) std::visit([&](auto member) { read_one(row, values, member); }, column.value);
}

RowColumns::RowColumns(std::size_t rows) {
  for (const Selected& column : selected())
    std::visit([&](auto member) { columns_.emplace_back(std::vector<HandedOver<TypeOf<decltype(member)>>>()); }, column.target);
  resize(rows);
}

void RowColumns::exchange(soci::statement& statement) {
  for (Column& column : columns_) std::visit([&](auto& values) { statement.exchange(soci::into(values)); }, column);
}

void RowColumns::resize(std::size_t rows) {
  for (Column& column : columns_) std::visit([&](auto& values) { values.resize(rows); }, column);
}

std::size_t RowColumns::size() const {
  return std::visit([](const auto& values) { return values.size(); }, columns_.front());
}

bool RowColumns::there(std::size_t n) const { return std::get<std::vector<long long>>(columns_.front()).at(n) != 0; }

LedgerRow RowColumns::row(std::size_t n) const {
  LedgerRow read;
  auto values = columns_.begin();
  for (const Selected& column : selected()) {
    std::visit(
        [&](auto member) {
          using Value = HandedOver<TypeOf<decltype(member)>>;
          put(member_of(read, member), std::get<std::vector<Value>>(*values).at(n));
        },
        column.target);
    ++values;
  }
  return read;
}

}  // namespace store
