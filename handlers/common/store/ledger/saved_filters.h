// A person's settings of the ledger: the visible columns, and filters under a name.
#pragma once

#include "store/core/db.h"

#include <string>
#include <vector>

namespace store {

struct SavedFilter {
  long long id = 0;
  std::string name, query;  // query: the list's address from '?', as ledger/filter.h writes it
  bool is_default = false;
};
constexpr int most_saved_filters = 30;

std::string ledger_columns(Db& db, long long unit_id, long long user_id);        // codes with ',' between them; "": as usual
void set_ledger_columns(Tx& tx, long long unit_id, const std::string& columns);  // the actor's; "": as usual

// Both at once: what every list asks for.
struct LedgerView {
  std::string columns;
  std::string mail_refused;          // since when no mail reaches the unit, or ""
  std::vector<SavedFilter> filters;  // by name
};
LedgerView ledger_view(Db& db, long long unit_id, long long user_id);

std::vector<SavedFilter> saved_filters(Db& db, long long unit_id, long long user_id);  // by name
// The actor's. Violation saved_filters_name when there is one of this name.
void save_filter(Tx& tx, long long unit_id, const std::string& name, const std::string& query, bool as_default);
void set_default_filter(Tx& tx, long long unit_id, long long id);  // 0: none
bool remove_filter(Tx& tx, long long unit_id, long long id);

}  // namespace store
