// A file that came with a form: its type is found from the content, it is stored under a name of our own, and a sealed field
// remembers it, so that a form that is shown again with errors need not send it again. A file whose form is never finished has
// no row in the database: `qjctl tidy` removes it.
#pragma once

#include "domain/values/error.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace parts {

struct StoredFile {
  std::string seal;       // goes into the form's hidden field <field>_seal
  std::string name;       // as the sender knew it, for people to read
  std::string file_name;  // our own, in the uploads folder; "": nothing was received yet
  long long size = 0;
  bool there() const { return !file_name.empty(); }
};

struct UploadRule {
  std::string purpose;  // a seal made for one purpose opens nothing else
  std::size_t most_megabytes = 5;
};

// The file of this form, or the one an earlier submit brought. Errors stand beside `field`: FILE_EMPTY, FILE_TOO_LARGE,
// FILE_TYPE.
StoredFile read_upload(const web::Context& ctx, const std::string& field, const UploadRule& rule,
                       std::vector<domain::Error>& errors);

// A file's name as its sender knew it, for people to read, at most 100 characters; "" when it is none to show.
std::string shown_name(const std::string& client_name);

// A small picture of a stored file, beside it in the uploads folder: its name, or "" when there is none.
std::string store_thumbnail(const web::Context& ctx, const std::string& file_name);
// Removes a file that was stored for a change that did not happen.
void drop_file(const web::Context& ctx, const std::string& file_name);

}  // namespace parts
