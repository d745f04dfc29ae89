// Every column whose values are encrypted with the key of personal numbers, so that they can be encrypted again with another
// key. Contains no key: bytes go out and come in as hex. Owner's connection.
#pragma once

#include "store/core/db.h"

#include <string>
#include <vector>

namespace store {

struct SealedColumn {
  const char* table;
  const char* column;  // the rows' key is id
};
const std::vector<SealedColumn>& sealed_columns();

struct SealedValue {
  long long id = 0;
  std::string hex;
};
// Those with an id above `after`, by id, at most `limit`.
std::vector<SealedValue> sealed_values(Db& db, const SealedColumn& column, long long after, int limit);
// False when the value is no longer the old one: somebody has changed it meanwhile.
bool replace_sealed(Tx& tx, const SealedColumn& column, const SealedValue& old, const std::string& fresh_hex);

}  // namespace store
