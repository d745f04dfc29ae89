// See table.h.
#include "ledger/table.h"

#include "domain/ledger/lifecycle.h"
#include "ledger/standing_words.h"

#include <algorithm>

namespace ledger {
namespace {

// The class of a column's cells (css/qiangjian.css).
const char* look_of(const std::string& code) {
  const domain::Column* column = domain::ledger_column(code);
  if (column->content == domain::Content::number) return "number";
  if (column->content == domain::Content::date) return "nowrap";
  return column->sorting == domain::Sorting::digits ? "code" : "";
}

void add_head(const view::Dict& table, const Table& shape, const std::string& column, const store::LedgerFilter& filter) {
  const view::Dict head = table.add("HEAD");
  const view::Dict label = head.add(shape.sorted ? "SORTED" : "PLAIN");
  label.set("LABEL", domain::ledger_column(column)->label);
  if (!shape.sorted) return;
  const bool current = filter.sort == column || (filter.sort.empty() && column == "standing");
  label.set("HREF", shape.sorted(column, current && !filter.descending));
  if (!current) return;
  head.show(filter.descending ? "DESCENDING" : "ASCENDING");
  label.show(filter.descending ? "DOWN" : "UP");
}

void add_cell(const view::Dict& cell, const std::string& column, const domain::LedgerRow& row, domain::Date today) {
  cell.set("CLASS", look_of(column));
  if (column != "standing") {
    cell.set("VALUE", domain::ledger_cell(column, row, today));
    cell.show_if(column == "valid_until" && row.last_result == "declared", "DECLARED");
    return;
  }
  const view::Dict standing = cell.add("STANDING_CELL");
  add_standing(standing, row.judge(today));
  if (row.appointment_id == 0) return;
  const view::Dict booked = standing.add("BOOKED");
  booked.set("NUMBER", row.appointment_number);
  booked.set("PLANNED_ON", domain::iso_or_empty(row.planned_on));
}

void add_row(const view::Dict& table, const Table& shape, const domain::LedgerRow& row, domain::Date today, bool may_edit) {
  const view::Dict entry = table.add("ROW");
  entry.set_number("ID", row.id);
  entry.set("NAME", row.values.name);
  entry.set("SERIAL_NUMBER", row.values.serial_number);
  const domain::Judgement judged = row.judge(today);
  entry.show_if(judged.colour == domain::Colour::red, "ROW_RED");
  entry.show_if(judged.colour == domain::Colour::yellow, "ROW_YELLOW");
  entry.show_if(shape.choosable, "CHOOSABLE");
  bool behind = false;
  for (const std::string& column : shape.columns) {
    if (column == "name") {
      entry.show("NAME_CELL");
      behind = true;
    } else {
      add_cell(entry.add(behind ? "AFTER" : "BEFORE"), column, row, today);
    }
  }
  const view::Dict acts = entry.add("ACTS");
  acts.show_if(may_edit && row.state != "scrapped", "CAN_EDIT");
  acts.show_if(may_edit, "CAN_COPY");
  acts.show_if(may_edit && domain::refusal(domain::Act::book, domain::facts_of(row)).empty(), "CAN_BOOK");
}

}  // namespace

void add_table(web::Context& ctx, const view::Dict& dict, const Table& table, const store::LedgerFilter& filter,
               const std::vector<domain::LedgerRow>& rows) {
  const view::Dict shown = dict.include("TABLE", "ledger/table.tpl");
  shown.show_if(table.choosable, "CHOOSE_HEAD");
  for (const std::string& column : table.columns) add_head(shown, table, column, filter);
  for (const domain::LedgerRow& row : rows) add_row(shown, table, row, ctx.today(), ctx.may_edit());
}

}  // namespace ledger
