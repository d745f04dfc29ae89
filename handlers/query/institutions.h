// Shared by the page and the program's answer of 计量检定机构信息: the filter in an address, and its errors.
#pragma once

#include "domain/values/error.h"
#include "store/catalogue/catalogue.h"
#include "store/query/public_institutions.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace query {

struct AskedInstitutions {
  store::PublicInstitutionFilter filter;  // without size and page
  std::string kind_query, kind_id;        // the word for a kind, and the kind chosen
  std::vector<long long> meant;           // what the word may mean
  store::DivisionPath division;
  std::vector<domain::Error> errors;  // on institution, kind_query, kind_id, delivery, division_1
};
// Parameters institution, kind_query, kind_id, delivery, division (or a form's division_1 … division_3). kinds: those there are.
AskedInstitutions read_institutions(const web::Context& ctx, const std::vector<store::CatalogueKind>& kinds);

}  // namespace query
