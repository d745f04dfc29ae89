// The text of a reminder, made when it is sent from the ledger as it is then: instruments that were booked or verified
// meanwhile are left out, and a mail with no line left is dropped. qj-reminders decides and queues, qj-mailer sends, so an
// absent mail server only delays. The most urgent first, each line with its days, at most fifty; a longer list is attached as a
// whole, as an xlsx in a file without a name, of which even a killed mailer leaves nothing. And the reason why its reader gets
// it, and how to unsubscribe.
#pragma once

#include "mailer/compose.h"
#include "view/mail.h"

namespace mailer {

// False when none of its lines is due any more: dates have changed, or instruments are booked.
bool say_reminder(const view::Mail& words, store::Db& db, const store::QueuedMail& mail, const Composer& by, Words& more);

}  // namespace mailer
