// The content of a queued mail: its template and values, read from the database when it is sent. So a page never waits for a
// mail server, the outbox holds no token (a link's address is made here, from its id and the seal key), and a mail in doubt is
// sent again with the same Message-ID and link.
#pragma once

#include "base/config.h"
#include "base/crypto.h"
#include "mail/message.h"
#include "store/administration/settings.h"
#include "store/mail/outbox.h"

#include <string>
#include <vector>

namespace mailer {

struct Words {
  std::string to, subject, text, html;
  std::string dropped;       // why there is nothing to send, or ""
  std::string not_now = {};  // why it cannot be made at the moment, or ""
  // Of mails that many get: what they may be sorted by, and the page that ends them.
  std::string list = {}, unsubscribe = {};
  std::vector<mail::Attachment> attachments = {};
};

struct Composer {
  const base::Config& config;
  const base::Key& seal;
  store::Settings settings;

  static bool knows(const std::string& kind);
  // kind must be a known one. reset: only for reset_password. Reads whether a link is still open.
  Words compose(store::Db& db, const store::QueuedMail& mail, const store::ResetMail& reset) const;
  Words test(const std::string& to) const;
};

}  // namespace mailer
