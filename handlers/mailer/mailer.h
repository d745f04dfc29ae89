// Takes what is due from the outbox and sends it, one mail after the other: claim, send, mark. A kill in between loses nothing:
// the claim ends by itself; what was sent but not marked is sent once more with the same Message-ID and the same link.
#pragma once

#include "base/config.h"
#include "base/crypto.h"
#include "mail/message.h"
#include "mail/transport.h"
#include "mailer/compose.h"
#include "store/db.h"

#include <cstdint>
#include <memory>
#include <string>

namespace mailer {

enum class Step { idle, worked, unreachable };  // unreachable: the mail server takes nothing now

class Mailer {
 public:
  // ConfigError: a setting is missing or wrong, a key or password file cannot be used.
  explicit Mailer(const base::Config& config);

  void require_schema() const;  // store::MigrationError
  // One mail at most. store::Unavailable when there is no database; the next call tries anew.
  Step step();
  mail::Result test(const std::string& to);
  void wait(int seconds);  // less when the process is told to end
  bool stopping();

 private:
  mail::Result send(const Words& words, const std::string& id, const std::string& list_id = {});
  template <typename Settle>
  void settle(const store::QueuedMail& mail, const char* outcome, const std::string& words, Settle change);
  store::Db& db();
  void refresh_settings();

  base::Config config_;
  base::Key seal_;
  mail::Sender from_;
  std::unique_ptr<mail::Transport> transport_;
  Composer composer_;
  std::unique_ptr<store::Db> db_;
  std::int64_t settings_read_at_ = 0;
  bool stopping_ = false;
};

}  // namespace mailer
