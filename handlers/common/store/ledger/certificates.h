// Records of an instrument's verifications. The record in force, that of the latest day, stands in the instrument itself
// (verified_on, valid_until, certificate_number, institution_name, last_result, certificate_file_id); earlier ones stand in
// `certificates`. A later 上次检定日期 is a new verification: call store_superseded before it is written. Any other change
// corrects the record in force. A record of an institution comes before records that the unit declared, whatever their days, so
// that a later declared date cannot hide a failure.
// The edit form, a removed record and a corrected result call bring_latest_into_force afterwards; an import that changes the
// date (import_apply.cpp) does not, so there an earlier record can be the later one.
#pragma once

#include "domain/ledger/ledger.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct Record {
  long long id = 0;    // 0: the one in force
  std::string result;  // declared | pass | fail
  domain::Date verified_on;
  std::optional<domain::Date> valid_until;
  std::string number, seal_number, institution_name;
  long long file_id = 0;  // 0: none
  std::string file_name;  // the sender's
  std::string mark;       // 印证类型, of what an institution recorded
  int version_no = 0;     // of an institution's result: above 1 it was corrected; 0: the unit's own
};

// The instrument as the institution verified it whose result is in force: identity and kind_name; 数量 what passed, or else
// failed. Nothing when no institution did. Also for a supervisor's role.
std::optional<domain::LedgerRow> verified_as(Db& db, long long unit_id, long long instrument_id);

std::vector<Record> records_of(Db& db, long long unit_id, long long instrument_id);  // in force first, then by day

// Copies the present records of these instruments into `certificates`, in one statement, and takes their files along; those
// without a record are passed over. The record in force is now to be overwritten by the caller.
void store_superseded(Tx& tx, long long unit_id, const std::vector<long long>& ids);
// When an earlier record is of a later day than the one in force (which was corrected or removed), they change places. True when
// they did.
bool bring_latest_into_force(Tx& tx, long long unit_id, long long instrument_id);

// A record that the unit declares: comes into force, or among the earlier ones when the one in force is later. `values` has the
// record's fields. False when the instrument's version is no longer the one given.
bool add_record(Tx& tx, long long unit_id, const domain::LedgerRow& old, const domain::InstrumentValues& values,
                long long file_id);
// False as above, or when the record is gone or is an institution's. The latest that remains comes into force.
bool remove_record(Tx& tx, long long unit_id, const domain::LedgerRow& old, const Record& record);

}  // namespace store
