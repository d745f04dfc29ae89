// What a reminder says: the most urgent first, each line with its days, at most fifty of them; what is longer is attached as a
// whole, as an xlsx. And why its reader gets it, and how to get it no more.
#pragma once

#include "mailer/compose.h"
#include "view/mail.h"

namespace mailer {

// False when nothing of it holds any more: the dates have moved, or somebody sees to it.
bool say_reminder(const view::Mail& words, store::Db& db, const store::QueuedMail& mail, const Composer& by, Words& more);

}  // namespace mailer
