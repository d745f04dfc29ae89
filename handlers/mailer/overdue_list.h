// What the monthly list says to somebody of a supervising department: how much is long overdue, the first fifty, where all is.
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
