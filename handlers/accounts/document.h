// The optional file of a registration or a request (营业执照或登记证书).
#pragma once

#include "domain/values/error.h"
#include "parts/uploads.h"
#include "store/organisations/units.h"

#include <optional>
#include <string>
#include <vector>

namespace accounts {

struct StoredDocument {
  std::string seal;                     // goes into the form's hidden field <field>_seal
  std::string name;                     // as the sender knew it
  std::optional<store::Document> file;  // empty: nothing was received yet
};

// The file of this form, or the one an earlier submit brought. Errors stand beside `field`.
StoredDocument read_document(const web::Context& ctx, const std::string& field, std::vector<domain::Error>& errors);

}  // namespace accounts
