// The public facts of one instrument, found by the code on its label: the view public_instruments, as the role qj_query. Names
// and numbers are masked in the view.
#pragma once

#include "domain/ledger/public_code.h"
#include "domain/ledger/standing.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct PublicValidity {
  std::string code;  // of the label, 32 hexadecimal digits
  std::string unit_name, name, kind_name, model, serial_number, sub_number, region, mode, state, last_result, institution_name;
  std::optional<domain::Date> verified_on, valid_until;
  bool changed = false;  // registered otherwise since an institution verified it; all of this is what it verified

  domain::Judgement judge(domain::Date today) const;
};

// code: as read_public_code gives it. Empty for one that is unknown, scrapped, or of a unit that is not approved.
std::optional<PublicValidity> find_public_validity(Db& db, const std::string& code);
// Those of several codes, in the order of the codes.
std::vector<PublicValidity> find_public_rows(Db& db, const std::vector<std::string>& codes);

}  // namespace store
