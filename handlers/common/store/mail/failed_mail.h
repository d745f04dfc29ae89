// Mail that could not be delivered, and another try. Role qj_admin, which sees neither what a mail says nor whose it is.
#pragma once

#include "store/core/db.h"

#include <string>
#include <vector>

namespace store {

constexpr int most_resent = 5000;  // at once

struct FailedMail {
  long long id = 0;
  std::string kind, recipient, created_at, failed_at, words;  // recipient "": the mailer would have found it
  int tries = 0;
  bool wanted = false;  // sending it again makes sense
};
struct FailedMails {
  long long all = 0;
  int recent = 0;                // of the last 7 days, to be sent again: most_resent at most
  std::vector<FailedMail> rows;  // the newest
};
FailedMails failed_mail(Db& db, int most);

// Queued as if it were fresh, its address forgiven. False when it is not there to be sent again.
bool resend_mail(Tx& tx, long long id);
int resend_recent_mail(Tx& tx);  // how many

}  // namespace store
