// The ledger as a table (views/ledger/table.tpl): the columns a person chose, heads that sort, rows with colour and words. Used
// by the list, 到期提醒 and the print view.
#pragma once

#include "store/ledger/ledger.h"
#include "view/page.h"
#include "web/context.h"

#include <functional>
#include <string>
#include <vector>

namespace ledger {

struct Table {
  std::vector<std::string> columns;
  // The address that sorts by a column; null: heads do not sort.
  std::function<std::string(const std::string& column, bool descending)> sorted;
  bool choosable = false;  // a box before each row, for actions on several
};

// Adds the include TABLE.
void add_table(web::Context& ctx, const view::Dict& dict, const Table& table, const store::LedgerFilter& filter,
               const std::vector<domain::LedgerRow>& rows);

}  // namespace ledger
