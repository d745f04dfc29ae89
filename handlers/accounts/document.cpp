// See document.h.
#include "accounts/document.h"

namespace accounts {

StoredDocument read_document(const web::Context& ctx, const std::string& field, std::vector<domain::Error>& errors) {
  const parts::StoredFile kept = parts::read_upload(ctx, field, {"license", 5}, errors);
  if (!kept.there()) return {};
  return {kept.seal, kept.name, store::Document{0, kept.file_name, kept.name, kept.size}};
}

}  // namespace accounts
