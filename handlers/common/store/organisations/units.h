// Units (使用单位): registration and its correction. A unit's identity is its unit_key (主体标识码); a closed one may register
// anew. Decisions about units stand in reviews.h.
#pragma once

#include "domain/organisations/registration.h"
#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

struct Document {  // a file the unit sent along (营业执照或登记证书)
  long long id = 0;
  std::string file_name;  // our own: 32 hex characters and an extension
  std::string original_name;
  long long size = 0;
};

struct Unit {
  long long id = 0;
  std::string unit_key, unit_code, name, unit_type, division_code, division_name;
  std::string representative, id_type, id_number_masked, contact, mobile, email;
  std::string state, submitted_at, reviewed_at, review_reason;  // times: YYYY-MM-DD HH:MM in Asia/Shanghai, or ""
  int version = 0;
  std::vector<Document> documents;
};

// id_number_sealed: the encrypted number, as bytes in hex. Violation units_unit_key when the unit is registered already.
long long create_unit(Tx& tx, const domain::Registration& form, const std::string& id_number_sealed_hex,
                      const std::string& terms_version);
void add_document(Tx& tx, long long unit_id, const Document& document);
std::optional<Unit> find_unit(Db& db, long long id);
// Is there a unit of this key that is not closed?
bool unit_registered(Db& db, const std::string& unit_key, long long except_id = 0);

// The unit corrects what was refused and stands in the queue again. False when the version is no longer the one given, or the
// state does not allow it.
bool resubmit_unit(Tx& tx, const Unit& old, const domain::Registration& form, const std::string& id_number_sealed_hex);

// Contacts change without a review. False when the version is no longer the one given.
bool set_unit_contact(Tx& tx, const Unit& old, const std::string& contact, const std::string& mobile, const std::string& email);
void set_unit_email(Tx& tx, long long unit_id, const std::string& email);  // a confirmed one
std::string sealed_id_number(Db& db, long long unit_id);                   // in hex; "" when none is stored

}  // namespace store
