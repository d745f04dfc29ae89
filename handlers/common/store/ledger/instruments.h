// One instrument of a unit's ledger: found, added, changed. Lists are ledger.h's. Every function takes the unit's id; row-level
// security repeats the condition.
#pragma once

#include "domain/ledger/ledger.h"
#include "store/core/db.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace store {

std::optional<domain::LedgerRow> find_instrument(Db& db, long long unit_id, long long id);
// How many others of the unit share kind, manufacturer and one of the serial numbers (a warning, not an error).
int count_duplicates(Db& db, long long unit_id, const domain::InstrumentValues& values,
                     const std::vector<std::string>& serial_numbers, long long except_id);

long long create_instrument(Tx& tx, long long unit_id, const domain::InstrumentValues& values);
// Nobody else changes it before the transaction ends. False when it is gone, scrapped, or (unless version is 0) another one by
// now.
bool lock_instrument(Tx& tx, long long unit_id, long long id, int version);
// False when the version is no longer the one given. The record (dates, certificate, institution) changes only while no
// institution has recorded a result; a later 上次检定日期 is a new verification, and the record before it is kept
// (certificates.h). Anything else corrects the record in force.
bool update_instrument(Tx& tx, long long unit_id, const domain::LedgerRow& old, const domain::InstrumentValues& values);

// An instrument's values for the audit: by column, dates as YYYY-MM-DD. leave_differences leaves only what changed, so that a
// history reads as a list of changes.
nlohmann::json audited(const domain::InstrumentValues& values);
// The same with what is stored beside it: what instrument_sql.h reads.
nlohmann::json stored_values(const domain::InstrumentValues& values);
void leave_differences(nlohmann::json& old_values, nlohmann::json& new_values);

}  // namespace store
