// Institutions (计量检定机构) for the public: found by where they are, whom they serve and what they verify; one as a whole.
// Once a kind is chosen, a region means the places that an institution serves for it, otherwise the place where it is; the page
// says which. Reads the views public_institutions, public_institution_kinds and public_institution_regions as the role
// qj_query: suspended institutions are not in them.
#pragma once

#include "domain/values/date.h"
#include "store/catalogue/divisions.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct PublicInstitutionFilter {
  std::string name;  // part of it
  // A division: with kinds, institutions that serve it or a part of it with one of them; without, those that lie in it.
  std::string division;
  std::vector<long long> kinds;  // authorised for any of these; none: for whatever
  std::string delivery;          // of domain::deliveries(), or ""
  int size = 20, page = 1;
};
struct PublicInstitution {
  long long id = 0;
  std::string name, division_code, division_name, address, phone, working_hours, instructions, authorisation_number;
  std::optional<domain::Date> authorised_until;
  // Its authorisation is valid and, of what the filter asks for, one that is; of a single institution the first alone.
  bool authorised = false;
  long long kinds = 0;  // kinds and variants that it may verify today
};
struct PublicInstitutions {
  // Authorised ones first; of a region and kind those that lie in it before those that serve it, then the smallest division.
  std::vector<PublicInstitution> rows;  // without working hours and instructions
  long long matched = 0;
};
PublicInstitutions search_public_institutions(Db& db, const PublicInstitutionFilter& filter, domain::Date today);
std::optional<PublicInstitution> find_public_institution(Db& db, long long id, domain::Date today);

struct PublicAuthorisedKind {
  long long kind_id = 0;
  std::string item_name, kind_name, measuring_range, accuracy;
  std::optional<domain::Date> valid_until;
  bool send_in = false, on_site = false, in_force = true;  // in_force: the catalogue still has it
  std::vector<Division> regions;  // where it serves; none: the institution's own division and what lies below it
};
std::vector<PublicAuthorisedKind> public_authorised_kinds(Db& db, long long institution_id);  // as the catalogue orders them

}  // namespace store
