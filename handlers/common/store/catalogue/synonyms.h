// Everyday names of the catalogue's kinds (电子秤 → 非自动衡器) for administrators; their search stands in catalogue.h. Kind
// number 0: known not to be in the catalogue (B超). Loading the product's list again (sql/load.sql) neither removes a name that
// an administrator added nor brings back one that an administrator removed.
#pragma once

#include "store/core/db.h"

#include <string>
#include <vector>

namespace store {

std::vector<std::string> everyday_names(Db& db, int kind_no);  // in the order of a Chinese dictionary
std::string fingerprint(const std::vector<std::string>& names);

// From `seen` (the fingerprint of what the form was made from) to `names`. False when it is no longer what was seen. `kind_id`:
// of the page that did it, for the audit; 0 for kind number 0.
bool save_everyday_names(Tx& tx, int kind_no, long long kind_id, const std::string& seen, const std::vector<std::string>& names);

}  // namespace store
