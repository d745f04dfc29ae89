// Institutions (计量技术机构) and their authorised kinds (授权项目), maintained by administrators.
#pragma once

#include "domain/organisations/organisation.h"
#include "store/catalogue/divisions.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct Institution {
  long long id = 0;
  domain::InstitutionValues values;
  std::string division_name, state, state_reason;  // state: active | suspended
  int version = 0;
};

struct InstitutionFilter {
  std::string name, division, state;  // part of the name; a division with all below it; "" for any
  int size = 20, page = 1;
};
struct InstitutionRow {
  long long id = 0;
  std::string name, division_name, phone, state;
  long long kinds = 0, people = 0;
};
struct Institutions {
  std::vector<InstitutionRow> rows;  // by division and name
  long long matched = 0;
};
Institutions search_institutions(Db& db, const InstitutionFilter& filter);
std::optional<Institution> find_institution(Db& db, long long id);

// Both: Violation institutions_name_key when the name is taken. The others return false when the version is no longer the one
// given (somebody was faster), and write their audit row.
long long create_institution(Tx& tx, const domain::InstitutionValues& values);
bool update_institution(Tx& tx, const Institution& old, const domain::InstitutionValues& values);
bool set_institution_state(Tx& tx, const Institution& old, const std::string& state, const std::string& reason);

struct AuthorisedKind {
  long long id = 0, institution_id = 0;
  domain::AuthorisedKindValues values;
  std::string kind_name, item_name;
  std::vector<Division> regions;  // where it serves; none: the institution's own division and what lies below it
  int version = 0;
};
std::vector<AuthorisedKind> authorised_kinds(Db& db, long long institution_id);  // as the catalogue orders them
std::optional<AuthorisedKind> find_authorised_kind(Db& db, long long institution_id, long long id);
// regions: codes. Both: Violation institution_kinds_once when the same kind, range and accuracy stand there already.
long long add_authorised_kind(Tx& tx, long long institution_id, const domain::AuthorisedKindValues& values,
                              const std::vector<std::string>& regions);
bool update_authorised_kind(Tx& tx, const AuthorisedKind& old, const domain::AuthorisedKindValues& values,
                            const std::vector<std::string>& regions);
bool remove_authorised_kind(Tx& tx, const AuthorisedKind& old);

}  // namespace store
