// Files of an instrument: photos of its name plate, certificates, others. The files themselves are in the uploads folder under
// names of our own; `qjctl tidy` removes files that no row names.
#pragma once

#include "store/core/db.h"

#include <optional>
#include <string>
#include <vector>

namespace store {

constexpr int most_attachments = 20;  // an instrument

struct Attachment {
  long long id = 0;
  std::string kind;                   // photo | certificate | other
  std::string file_name, thumb_name;  // our own; thumb_name "" when there is no small picture
  std::string original_name;          // the sender's, for people to read
  long long size = 0;
  std::string added_by, added_at;  // a login; Asia/Shanghai, to the minute
  bool of_record = false;          // shows the record in force or an earlier one
  bool of_result = false;          // an institution's, of a result: not the unit's to remove
};

std::vector<Attachment> attachments_of(Db& db, long long unit_id, long long instrument_id);  // oldest first
std::optional<Attachment> find_attachment(Db& db, long long unit_id, long long instrument_id, long long id);

// Its id; nothing when the instrument has all the files it may have. The caller has locked the instrument (instruments.h).
std::optional<long long> add_attachment(Tx& tx, long long unit_id, long long instrument_id, const Attachment& file);
// False when it is gone already. A record that it showed stays, without it.
bool remove_attachment(Tx& tx, long long unit_id, long long instrument_id, const Attachment& file);

}  // namespace store
