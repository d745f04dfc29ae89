// The catalogue for the public: every kind in force, by item and kind. Search words and everyday names stand in
// catalogue/catalogue.h and synonyms.h.
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
