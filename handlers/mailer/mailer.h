// Takes due mails from the outbox and sends them: claims a hundred, then sends and marks one after the other. A kill in between
// loses nothing: the claim expires; a mail that was sent but not marked is sent once more with the same Message-ID and link.
#pragma once

#include "base/config.h"
#include "base/crypto.h"
#include "mail/message.h"
#include "mail/transport.h"
#include "mailer/compose.h"
#include "store/mail/outbox.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>

namespace mailer {

// Of a claim's mails: how many were sent, and where their time went.
struct Shares {
  int mails = 0;
  std::size_t bytes = 0;
  store::Db::Time database{}, words{}, mime{}, transport{};
};

enum class Step { idle, worked, unreachable };  // unreachable: the mail server takes nothing now

class Mailer {
 public:
  // ConfigError: a setting is missing or wrong, a key or password file cannot be used.
  explicit Mailer(const base::Config& config);

  void require_schema() const;  // store::MigrationError
  // One mail at most. store::Unavailable when there is no database; the next call tries anew.
  Step step();
  // Gives back what is claimed and not tried yet: before a pause, and at the end.
  void release();
  mail::Result test(const std::string& to, mail::Listener listener);
  void wait(int seconds);  // less when SIGTERM arrives
  bool stopping();

 private:
  mail::Result send(const Words& words, const std::string& id);
  bool claim();
  Step send_next(const store::QueuedMail& mail);
  Step ended(const store::QueuedMail& mail, const char* state, const std::string& why);
  Step tried(const store::QueuedMail& mail, const std::string& to, const mail::Result& result);
  void notify_shares();
  template <typename Settle>
  void settle(const store::QueuedMail& mail, const char* outcome, const std::string& words, Settle change);
  store::Db& db();
  void refresh_settings();

  base::Config config_;
  base::Key seal_;
  mail::Sender from_, reply_to_;
  std::unique_ptr<mail::Transport> transport_;
  Composer composer_;
  std::unique_ptr<store::Db> db_;
  std::int64_t settings_read_at_ = 0;
  std::deque<store::QueuedMail> claimed_;
  std::chrono::steady_clock::time_point claimed_at_;
  Shares shares_;
  bool stopping_ = false;
};

}  // namespace mailer
