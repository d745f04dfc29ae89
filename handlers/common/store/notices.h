// Notices (消息) to the people of a unit or an institution: a row for each of them, by e-mail to those who want it.
#pragma once

#include "store/db.h"

#include <string>
#include <vector>

namespace store {

// Kinds: to the unit submitted, answered {answered, lines, refused}, cancelled {lines, instrument, reason}, results {passed,
// failed, returned, instrument, serial_number}, corrected {instrument, serial_number, reason}, taken_out {lines, instrument,
// serial_number}; to the institution received {unit, lines}, withdrawn {unit, lines}, cancelled {unit, lines, instrument,
// reason}. appointment_id 0: about none (a result without appointment). In the change's own transaction.
void notify_unit(Tx& tx, const std::string& kind, long long enterprise_id, long long appointment_id, const nlohmann::json& data);
void notify_institution(Tx& tx, const std::string& kind, long long enterprise_id, long long institution_id,
                        long long appointment_id, const nlohmann::json& data);

}  // namespace store
