// See ledger_sql.h.
#include "store/ledger/ledger_sql.h"

#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

using domain::Date;

// By which expression a column is sorted. Words by pinyin; what is empty goes to the end.
std::string sort_expression(const std::string& column) {
  if (column == "valid_until" || column == "verified_on" || column == "quantity" || column == "cycle_months")
    return "i." + column;
  if (column == "kind") return "k.kind_no";  // as the catalogue has them
  if (column == "item") return "k.item_no";
  if (column == "division") return "i.division_code";
  if (column == "state" || column == "use" || column == "delivery" || column == "origin") return "i." + column;
  if (column == "appointment") return "nullif(i.appointment_number, '')";
  for (const char* name :
       {"name", "model", "measuring_range", "accuracy", "manufacturer", "place", "institution_name", "state_reason", "remark"})
    if (column == name) return "nullif(i." + column + ", '') collate \"zh-x-icu\"";
  for (const char* name : {"serial_number", "management_number", "certificate_number"})
    if (column == name) return "nullif(i." + column + ", '')";
  return "";  // standing, and what there is not
}

std::string folded(const std::string& column) {
  if (column == "name") return "i.name_folded";
  if (column == "serial_number") return "i.serial_folded";
  return "lower(normalize(i." + column + ", NFKC))";
}

std::string choice_condition(const std::string& choice, const std::string& value) {
  if (choice == "item") return "i.kind_id in (select id from catalogue_kinds where item_no::text = " + value + ")";
  if (choice == "kind") return "i.kind_id::text = " + value;
  if (choice == "division") return "i.division_code in (select code from divisions where ancestors @> array[" + value + "])";
  return "i." + choice + " = " + value;
}

}  // namespace

std::string tab_of(const std::string& today) {
  return "case when i.appointment_id is not null then 'booked' "
         "when i.state <> 'in_use' then i.state "
         "when i.last_result = 'fail' then 'failed' "
         "when i.last_result is null then 'not_verified' "
         "when i.mode = 'first_scrap' then 'first_done' "
         "when i.mode = 'first_rotate' then case when i.valid_until <= " +
         today +
         "::date + due_soon_days() then 'rotate' else 'valid' end "
         "when i.valid_until is null then 'not_verified' "
         "when i.valid_until < " +
         today +
         "::date then 'overdue' "
         "when i.valid_until <= " +
         today +
         "::date + due_soon_days() then 'due_soon' "
         "else 'valid' end";
}

std::string tab_wanted(const std::string& tab, const std::string& asked) {
  return "(" + asked + " = 'all' or " + tab + " = " + asked + " or (" + asked + " = 'due' and " + tab +
         " in ('failed', 'overdue', 'due_soon', 'rotate')))";
}

const char* const row_columns =
    "coalesce(i.id, 0), coalesce(i.kind_id, 0), coalesce(i.appointment_id, 0), "
    "coalesce(i.version, 0), coalesce(i.quantity, 0), coalesce(i.cycle_months, 0), coalesce(i.ever_submitted, false)::int, "
    "coalesce(i.name, ''), coalesce(i.mode, ''), coalesce(i.model, ''), coalesce(i.measuring_range, ''), coalesce(i.accuracy, "
    "''), "
    "coalesce(i.serial_number, ''), coalesce(i.manufacturer, ''), coalesce(i.origin, ''), coalesce(i.division_code, ''), "
    "coalesce(i.place, ''), coalesce(i.use, ''), coalesce(i.delivery, ''), coalesce(i.management_number, ''), "
    "coalesce(i.verified_on::text, ''), coalesce(i.valid_until::text, ''), coalesce(i.certificate_number, ''), "
    "coalesce(i.institution_name, ''), coalesce(i.remark, ''), coalesce(k.item_name, ''), "
    "coalesce(k.shown_name, ''), coalesce(d.path, ''), "
    "coalesce(i.state, ''), coalesce(i.last_result, ''), coalesce(i.state_reason, ''), coalesce(i.public_code::text, ''), "
    "coalesce(i.appointment_number, ''), coalesce(i.planned_on::text, '') ";

const char* const row_joins =
    "left join catalogue_kinds k on k.id = i.kind_id left join divisions d on d.code = i.division_code ";

void RowColumns::exchange(soci::statement& statement) {
  statement.exchange(soci::into(id_));
  statement.exchange(soci::into(kind_));
  statement.exchange(soci::into(appointment_));
  for (auto& column : number_) statement.exchange(soci::into(column));
  for (auto& column : text_) statement.exchange(soci::into(column));
}

void RowColumns::resize(std::size_t rows) {
  for (auto* column : {&id_, &kind_, &appointment_}) column->resize(rows);
  for (auto& column : number_) column.resize(rows);
  for (auto& column : text_) column.resize(rows);
}

domain::LedgerRow RowColumns::row(std::size_t n) const {
  domain::LedgerRow row;
  domain::InstrumentValues& v = row.values;
  row.id = id_.at(n);
  v.kind_id = kind_[n];
  row.appointment_id = appointment_[n];
  row.version = number_[0][n];
  v.quantity = number_[1][n];
  if (number_[2][n] > 0) v.cycle_months = number_[2][n];
  row.ever_submitted = number_[3][n] != 0;
  std::string verified_on, valid_until, planned_on;
  std::size_t at = 0;
  for (std::string* text : {&v.name,
                            &v.mode,
                            &v.model,
                            &v.measuring_range,
                            &v.accuracy,
                            &v.serial_number,
                            &v.manufacturer,
                            &v.origin,
                            &v.division_code,
                            &v.place,
                            &v.use,
                            &v.delivery,
                            &v.management_number,
                            &verified_on,
                            &valid_until,
                            &v.certificate_number,
                            &v.institution_name,
                            &v.remark,
                            &row.item_name,
                            &row.kind_name,
                            &row.division_path,
                            &row.state,
                            &row.last_result,
                            &row.state_reason,
                            &row.public_code,
                            &row.appointment_number,
                            &planned_on})
    *text = text_[at++][n];
  v.verified_on = Date::from_iso(verified_on);
  v.valid_until = Date::from_iso(valid_until);
  row.planned_on = Date::from_iso(planned_on);
  return row;
}

LedgerWhere where_of(const LedgerFilter& filter) {
  LedgerWhere where{"where i.unit_id = :unit", {}};
  const auto value = [&](const std::string& text) {
    where.values.push_back(text);
    return ":f" + std::to_string(where.values.size() - 1) + "::text";
  };
  const auto add = [&](const std::string& condition) { where.text += " and " + condition; };
  for (const auto& [column, text] : filter.texts)
    add("position((select lower(normalize(" + value(text) + ", NFKC))) in " + folded(column) + ") > 0");
  for (const auto& [choice, code] : filter.choices) add(choice_condition(choice, value(code)));
  if (filter.due_from) add("i.valid_until >= " + value(filter.due_from->iso()) + "::date");
  if (filter.due_to) add("i.valid_until <= " + value(filter.due_to->iso()) + "::date");
  if (!filter.ids.empty()) add("i.id = any(" + value(id_list(filter.ids)) + "::bigint[])");
  where.text += " ";
  return where;
}

LedgerWhere where_in_tab(const LedgerFilter& filter, Date today) {
  LedgerWhere where = where_of(filter);
  if (filter.tab == "all") return where;
  const std::string number = std::to_string(where.values.size()), next = std::to_string(where.values.size() + 1);
  where.values.push_back(today.iso());
  where.values.push_back(filter.tab);
  where.text += "and " + tab_wanted("(" + tab_of(":f" + number + "::text") + ")", ":f" + next + "::text") + " ";
  return where;
}

void bind(soci::statement& statement, const LedgerWhere& where, const long long& unit_id) {
  statement.exchange(soci::use(unit_id, "unit"));
  for (std::size_t n = 0; n < where.values.size(); ++n) statement.exchange(soci::use(where.values[n], "f" + std::to_string(n)));
}

LedgerOrder order_of(const LedgerFilter& filter) {
  const std::string expression = sort_expression(filter.sort);
  const bool own = expression.empty();
  const bool of_kind = expression.rfind("k.", 0) == 0;
  return {expression, filter.descending ? own ? " desc" : " desc nulls last" : "",
          of_kind ? "left join catalogue_kinds k on k.id = i.kind_id " : ""};
}

}  // namespace store
