// The catalogue as everybody may read it: every kind that is in force, whole, by item and kind. What a word means among them, and
// everyday names, stand in catalogue.h and synonyms.h.
#pragma once

#include "domain/catalogue/catalogue.h"
#include "domain/values/date.h"
#include "store/core/db.h"

#include <optional>
#include <vector>

namespace store {

struct PublicKind {
  long long id = 0;
  domain::CatalogueRow row;
  std::optional<domain::Date> notice_from;  // since when its notice counts
};
std::vector<PublicKind> public_kinds(Db& db);

}  // namespace store
