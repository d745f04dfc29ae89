// See instrument_facts.h.
#include "parts/instrument_facts.h"

#include "domain/values/terms.h"

namespace parts {

void add_instrument_facts(const view::Dict& dict, const domain::LedgerRow& found) {
  const domain::InstrumentValues& v = found.values;
  dict.set("INSTRUMENT_NAME", v.name);
  dict.set("KIND", found.item_name + " / " + found.kind_name);
  dict.set("MODE", domain::word(domain::modes(), v.mode));
  dict.set("MODEL", v.model);
  dict.set("MEASURING_RANGE", v.measuring_range);
  dict.set("ACCURACY", v.accuracy);
  dict.set("SERIAL_NUMBER", v.serial_number);
  dict.set("MANUFACTURER", v.manufacturer);
  dict.set("ORIGIN", domain::word(domain::origins(), v.origin));
  dict.set("DIVISION", found.division_path);
  dict.set("PLACE", v.place);
  dict.set_number("QUANTITY", v.quantity);
  dict.set("USE", domain::word(domain::uses(), v.use));
  dict.set("DELIVERY", domain::word(domain::deliveries(), v.delivery));
  dict.set("MANAGEMENT_NUMBER", v.management_number);
  if (v.cycle_months) dict.add("CYCLE").set_number("MONTHS", *v.cycle_months);
  dict.set("VERIFIED_ON", domain::iso_or_empty(v.verified_on));
  dict.set("VALID_UNTIL", domain::iso_or_empty(v.valid_until));
  dict.set("CERTIFICATE_NUMBER", v.certificate_number);
  dict.set("INSTITUTION_NAME", v.institution_name);
  dict.set("REMARK", v.remark);
  dict.set("STATE", domain::word(domain::states(), found.state));
  if (!found.state_reason.empty()) dict.add("STATE_REASON").set("REASON", found.state_reason);
  if (found.appointment_id != 0) {
    const view::Dict booked = dict.add("BOOKED");
    booked.set_number("APPOINTMENT", found.appointment_id);
    booked.set("NUMBER", found.appointment_number);
    if (found.planned_on) booked.add("PLANNED").set("DATE", found.planned_on->iso());
  }
  dict.show_if(found.last_result == "declared", "DECLARED");
}

}  // namespace parts
