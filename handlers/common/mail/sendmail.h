// Passes a mail to a program like sendmail (postfix, exim, msmtp … have one): PROGRAM -t -i -f FROM, the message on its
// standard input. No shell is involved. Exit codes 65, 67 and 68 mean a permanent failure; every other one means that the mail
// is tried again, because such programs are not consistent and a wrong "permanent" would lose the mail.
#pragma once

#include "mail/transport.h"

#include <string>

namespace mail {

class Sendmail : public Transport {
 public:
  explicit Sendmail(std::string program, int limit_seconds = 120);  // ConfigError when it cannot be executed
  Result send(const Envelope& envelope, const std::string& message) override;

 private:
  std::string program_;
  int limit_seconds_;
};

}  // namespace mail
