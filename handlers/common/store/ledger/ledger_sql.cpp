// See ledger_sql.h.
#include "store/ledger/ledger_sql.h"

#include "domain/ledger/instrument_columns.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

using domain::Date;

// By which expression a column is sorted; "": the list's own order, also of what there is not. What is empty goes to the end.
std::string sort_expression(const std::string& code) {
  const domain::Column* column = domain::ledger_column(code);
  if (column == nullptr) return "";
  const std::string name = "i." + std::string(column->sql);
  switch (column->sorting) {
    case domain::Sorting::urgency:
      return "";
    case domain::Sorting::value:
      return name;
    case domain::Sorting::digits:
      return "nullif(" + name + ", '')";
    case domain::Sorting::words:
      return "nullif(" + name + ", '') collate \"zh-x-icu\"";
    case domain::Sorting::catalogue:
      return "k." + code + "_no";
  }
  return "";
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
  return R"sql(
      case when i.appointment_id is not null then 'booked' when i.state <> 'in_use' then i.state
        when i.last_result = 'fail' then 'failed' when i.last_result is null then 'not_verified'
        when i.mode = 'first_scrap' then 'first_done' when i.mode = 'first_rotate' then case when i.valid_until <=
  )sql" + today +
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
