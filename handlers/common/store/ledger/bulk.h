// Changes of state over many instruments: runs the filter again, locks each row and asks domain/ledger/lifecycle about its
// present values; a trigger repeats the rule. One instrument and ten thousand take the same function.
#pragma once

#include "domain/ledger/lifecycle.h"
#include "store/ledger/ledger.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace store {

struct BulkOutcome {
  long long done = 0, refused = 0;
  struct Refused {
    long long id = 0;
    std::string name, serial_number, why;  // why: a code of domain/ledger/lifecycle
  };
  std::vector<Refused> some;  // of the refused, the first hundred
};
nlohmann::json to_json(const BulkOutcome& outcome);
BulkOutcome outcome_from_json(const nlohmann::json& json);

// For the confirmation page: how many would be changed, how many not.
BulkOutcome bulk_preview(Db& db, long long unit_id, const LedgerFilter& filter, domain::Act act, domain::Date today);
// Files of removed instruments are named by no record then: `qjctl tidy` removes them.
BulkOutcome bulk_change(Tx& tx, long long unit_id, const LedgerFilter& filter, domain::Act act, const std::string& reason,
                        domain::Date today);

}  // namespace store
