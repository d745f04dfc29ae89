// Hands a mail to a program like sendmail (postfix, exim, msmtp … bring one): PROGRAM -t -i -f FROM, the message on its standard
// input. No shell is asked. What such a program says with its exit code is believed only where a mistake of it loses nothing.
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
