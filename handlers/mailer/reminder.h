// What a reminder says: the most urgent first, each line with its days, at most fifty of them and where the rest is.
#pragma once

#include "base/config.h"
#include "store/outbox.h"
#include "view/mail.h"

namespace mailer {

// False when nothing of it holds any more: the dates have moved, or somebody sees to it.
bool say_reminder(const view::Mail& words, store::Db& db, const store::QueuedMail& mail, const base::Config& config);

}  // namespace mailer
