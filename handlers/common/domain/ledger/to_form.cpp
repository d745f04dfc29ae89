// See to_form.h.
#include "domain/ledger/to_form.h"

namespace domain {

InstrumentForm to_form(const InstrumentValues& v) {
  return {v.name,
          std::to_string(v.kind_id),
          v.model,
          v.measuring_range,
          v.accuracy,
          v.serial_number,
          v.manufacturer,
          v.origin,
          v.division_code,
          v.place,
          std::to_string(v.quantity),
          v.use,
          v.delivery,
          v.management_number,
          v.cycle_months ? std::to_string(*v.cycle_months) : "",
          iso_or_empty(v.verified_on),
          iso_or_empty(v.valid_until),
          v.certificate_number,
          v.institution_name,
          v.remark};
}

}  // namespace domain
