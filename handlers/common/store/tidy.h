// What may go once nobody can need it any more: used tokens and captchas, sessions long ended. Owner's connection.
#pragma once

#include "store/db.h"

#include <set>
#include <string>

namespace store {

struct Tidied {
  long long tokens = 0, captchas = 0, sessions = 0;  // rows removed
};

// Everything a day older than its longest life (tokens and sessions: 12 hours; captchas: 5 minutes).
Tidied tidy(Tx& tx);
// The names of all uploaded files that some record names; what else lies in the folder came with a form never finished.
std::set<std::string> known_files(Db& db);

}  // namespace store
