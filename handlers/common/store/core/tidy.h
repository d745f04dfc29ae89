// Deletes rows that nobody needs any more: used tokens and captchas, expired sessions and links, mail sent long ago, stored
// forms, counters of refused logins. Owner's connection.
#pragma once

#include "store/core/db.h"

#include <set>
#include <string>

namespace store {

struct Tidied {
  long long tokens = 0, captchas = 0, sessions = 0, links = 0, mails = 0, stored_forms = 0, throttles = 0, login_events = 0,
            jobs = 0, imports = 0, notices = 0, addresses = 0, reminders = 0;
};

// How many rows went. Tokens, captchas and sessions go a day after their longest life (12 hours; captchas: 5 minutes), links 30
// days after their end, addresses for reminders that nobody confirmed 30 days after they were added, mail 90 days after it was
// queued unless it still waits, stored forms after an hour, throttled logins after a quiet day, long work with its results and
// what was staged for it after a week, login events and notices after 400 days, reminders too, unless they would be sent again.
Tidied tidy(Tx& tx);
// The names of all uploaded files that some record names; what else lies in the folder came with a form never finished.
std::set<std::string> known_files(Db& db);

}  // namespace store
