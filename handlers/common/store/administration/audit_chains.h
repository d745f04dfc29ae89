// Checks of the audit's hash chains for an operator: each from its beginning, and against chain heads written down earlier,
// because a chain whose tail was cut off is consistent in itself. Owner's connection.
#pragma once

#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct ChainHead {
  long long chain = 0, seq = 0;  // 0: administration, else a unit
  std::string hash_hex, at;      // at: YYYY-MM-DD HH:MM in Asia/Shanghai
};
std::vector<ChainHead> chain_heads(Db& db);  // by chain
// The number of the chain's first row that does not fit; empty when all do.
std::optional<long long> first_bad_row(Db& db, long long chain);
// "" when there is no such row.
std::string row_hash(Db& db, long long chain, long long seq);

}  // namespace store
