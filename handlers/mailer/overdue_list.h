// The monthly list to a person of a supervising department: the number of long overdue instruments, the first fifty, the
// address of the whole list.
#pragma once

#include "base/config.h"
#include "store/administration/settings.h"
#include "store/mail/outbox.h"
#include "view/mail.h"

namespace mailer {

// False when nothing is overdue any more, or whom it was for has left.
bool say_overdue_list(const view::Mail& words, store::Db& db, const store::QueuedMail& mail, const base::Config& config,
                      const store::Settings& settings);

}  // namespace mailer
