// The ledger's filter in an address, for every area that has one: every list, export, label sheet or calendar can be
// bookmarked, and the Back button works.
#pragma once

#include "store/ledger/ledger.h"
#include "web/request.h"

#include <string>

namespace parts {

// An address is typed and shared by people: what makes no sense in it falls back, it is never an error. Names: tab, the columns
// of store::ledger_texts() and ledger_choices(), due_from, due_to, id (several), sort, desc, size, page; a form's division_1 …
// division_3 stand for division.
store::LedgerFilter read_filter(store::Db& db, const web::Params& query);
web::Params filter_params(const store::LedgerFilter& filter);
// "?tab=overdue&…&ie=✓" in one order, without what is as usual; "" for the whole ledger's first page.
std::string filter_query(const store::LedgerFilter& filter);
// A query string from a form or the database, if it has only characters that ours have; else "".
std::string stored_query(const std::string& query);
store::LedgerFilter read_stored_query(store::Db& db, const std::string& query);

}  // namespace parts
