// 附件 of an instrument: photos of its name plate, certificates, others. Listed and uploaded on the instrument's page, served
// after a check of the session, removed on a page of their own.
#pragma once

#include "domain/ledger/ledger.h"
#include "domain/values/error.h"
#include "parts/uploads.h"
#include "store/ledger/attachments.h"
#include "view/page.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace ledger {

struct AttachmentForm {
  std::string kind;
  parts::StoredFile file;
};

// Into the section of show.tpl: the files, and the form for one more where it may be changed.
void add_attachments(web::Context& ctx, const view::Page& page, const domain::LedgerRow& instrument, const AttachmentForm& typed,
                     std::vector<domain::Error> errors);

// What a form of a unit's may send in; a file stored for one unit cannot be used by another.
parts::UploadRule upload_rule(const web::Context& ctx);
store::Attachment to_attachment(const std::string& kind, const parts::StoredFile& file, const std::string& thumb_name);
std::string attachment_name(const store::Attachment& file);  // as people read it; its kind when the sender gave it none

}  // namespace ledger
