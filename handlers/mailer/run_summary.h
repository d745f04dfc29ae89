// The summary of a run of qj-reminders to an administrator.
#pragma once

#include "base/config.h"
#include "store/mail/outbox.h"
#include "view/mail.h"

namespace mailer {

// False when nothing is wrong any more, or whom it was for is no administrator any more.
bool say_run_summary(const view::Mail& words, store::Db& db, const store::QueuedMail& mail, const base::Config& config);

}  // namespace mailer
