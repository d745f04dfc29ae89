// Recipients that no mail reaches: units without an address or whose address a mail server refused for good; and the queue's
// length. A refused address gets no mail until it changes or accepts one; the unit sees a warning in its ledger, the
// administrator a list. Role qj_admin; for a session's own unit qj_ledger and qj_accounts.
#pragma once

#include "store/core/db.h"

#include <string>
#include <vector>

namespace store {

struct UnreachableUnit {
  long long id = 0;
  std::string name, email, contact, mobile, words, since;  // email "": it has none
};
struct UnreachableUnits {
  long long refused = 0, without = 0;  // all of them
  std::vector<UnreachableUnit> units;  // the first of each kind by name, refused ones first
};
UnreachableUnits unreachable_units(Db& db, int most_of_each);

struct WaitingMail {
  std::string kind, oldest;
  long long mails = 0, tried = 0;  // tried: in vain so far
};
std::vector<WaitingMail> waiting_mail(Db& db);

struct RefusedAddress {
  std::string address, since;  // "": none
};
RefusedAddress own_refused_address(Db& db);

}  // namespace store
