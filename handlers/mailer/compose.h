// What a queued mail says: which template, which values. Addresses of links are made here, from the link's id.
#pragma once

#include "base/config.h"
#include "base/crypto.h"
#include "store/outbox.h"
#include "store/settings.h"

#include <string>

namespace mailer {

struct Words {
  std::string to, subject, text, html;
  std::string dropped;  // why there is nothing to send, or ""
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
