// Shared by the pages, the file and the program's answer of 强制检定器具目录信息: the filter in an address, and its matches.
#pragma once

#include "domain/values/error.h"
#include "store/query/public_catalogue.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace query {

struct AskedCatalogue {
  std::string keyword, use, supervision, mode;
  int item = 0;
  std::vector<domain::Error> errors;  // on keyword, item, use, supervision, mode
};
struct FoundKinds {
  std::vector<store::PublicKind> kinds;  // in the catalogue's order
  std::vector<std::string> outside;      // nothing was found, because these words name what is known not to be in the catalogue
};

// all: the whole catalogue, which knows what items there are.
AskedCatalogue read_catalogue(const web::Params& query, const std::vector<store::PublicKind>& all);
FoundKinds find_kinds(store::Db& db, const AskedCatalogue& asked, const std::vector<store::PublicKind>& all);
// The notices these kinds stand in, 、 between them.
std::string notices_of(const std::vector<store::PublicKind>& kinds);

}  // namespace query
