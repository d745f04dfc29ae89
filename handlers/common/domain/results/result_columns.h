// The columns of the file that goes to an institution's own system and comes back with results: those the portal fills, and
// those the institution fills. Export and import of the desk read the same list, so an exported file can be imported.
#pragma once

#include "domain/values/terms.h"

namespace domain {

// In order: code and label. line_key | number | unit_name | unit_code | contact | phone | name | kind | model | measuring_range |
// accuracy | manufacturer | serial_number | management_number | sub_number | quantity | place | holder | use | planned_on |
// cycle_months.
const Terms& line_columns();

// result | mark | result_number | verified_on | valid_until | passed | failed | notice_number | seal_number | verifier | checker
// | remark: empty in what goes out.
const Terms& outcome_columns();

// Both, one after the other: the heading row.
const Terms& result_columns();

}  // namespace domain
