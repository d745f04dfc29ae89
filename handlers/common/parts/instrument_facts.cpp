// See instrument_facts.h.
#include "parts/instrument_facts.h"

#include "domain/values/terms.h"

#include <cctype>

namespace parts {
namespace {

// measuring_range → MEASURING_RANGE
std::string marker_of(std::string_view code) {
  std::string marker(code);
  for (char& c : marker) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return marker;
}

}  // namespace

void add_instrument_facts(const view::Dict& dict, const domain::LedgerRow& found) {
  for (const domain::Column& column : domain::stored_columns())
    dict.set(marker_of(column.code), domain::ledger_cell(column.code, found, {}));
  dict.set("INSTRUMENT_NAME", found.values.name);
  dict.set("KIND", found.item_name + " / " + found.kind_name);
  dict.set("MODE", domain::word(domain::modes(), found.values.mode));
  if (found.values.cycle_months) dict.add("CYCLE").set_number("MONTHS", *found.values.cycle_months);
  dict.set("STATE", domain::word(domain::states(), found.state));
  if (!found.state_reason.empty()) dict.add("STATE_REASON").set("REASON", found.state_reason);
  if (found.appointment_id != 0) {
    const view::Dict booked = dict.add("BOOKED");
    booked.set_number("APPOINTMENT", found.appointment_id);
    booked.set("NUMBER", found.appointment_number);
    if (found.planned_on) booked.add("PLANNED").set("DATE", found.planned_on->iso());
  }
  dict.show_if(found.last_result == "declared", "DECLARED");
  dict.show_if(found.declared_beyond, "DECLARED_BEYOND");
}

void add_changes(const view::Dict& dict, const std::optional<domain::LedgerRow>& verified, const domain::LedgerRow& today) {
  if (!verified) return;
  const auto changed = domain::changed_identity(verified->values, today.values);
  if (changed.empty()) return;
  const view::Dict changes = dict.include("CHANGES", "parts/changes.tpl");
  for (const domain::Column* column : changed) {
    const view::Dict change = changes.add("CHANGE");
    change.set("LABEL", column->label);
    change.set("THEN", domain::ledger_cell(column->code, *verified, {}));
    change.set("NOW", domain::ledger_cell(column->code, today, {}));
  }
}

void add_beside_number(const view::Dict& dict, const domain::InstrumentValues& instrument) {
  for (const domain::Column& column : domain::stored_columns()) {
    const std::string value = column.beside_number ? domain::typed_text(column, instrument) : "";
    if (value.empty()) continue;
    const view::Dict beside = dict.add("BESIDE");
    beside.set("LABEL", column.label);
    beside.set("VALUE", value);
  }
}

}  // namespace parts
