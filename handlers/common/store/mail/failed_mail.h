// Mail that could not be delivered, and sending it again: mail_resend() queues it as a new mail and lifts the block of its
// address. The text is made when it is sent, so the lines of an old reminder are read again then and those that no longer hold
// are left out. (One exception: reminder_lines counts an instrument whose kind is verified once and has no due date as 未检定
// even after a result.) Mails for forgotten passwords and to readers who have left cannot be sent again. Role qj_admin, which
// sees neither the text of a mail nor its address's owner.
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
