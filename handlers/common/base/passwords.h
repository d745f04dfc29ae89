// Slow salted hashes of passwords: argon2id, with the cost that the configuration gives. How many run at the same time on this
// machine is limited by locked files (slots) across all processes, by default one less than the machine has cores: a flood of
// logins can use that much CPU and memory, and the other pages keep the rest. The kernel frees the slot of a process that dies.
// `qjctl password-cost` measures what a hash costs on a machine.
#pragma once

#include "base/config.h"

#include <string>
#include <string_view>

namespace base {

class Passwords {
 public:
  explicit Passwords(const Config& config);  // costs one hash when the cost is not the default one

  std::string hash(std::string_view password) const;
  // Does it fit? An invalid hash (an unknown user's) costs as much and never fits, so that the time of the answer shows nothing.
  bool verify(const std::string& hash, std::string_view password) const;
  bool outdated(const std::string& hash) const;  // made with another cost than today's

 private:
  std::string folder_;  // where the slots are
  unsigned slots_;
  unsigned long long passes_;
  std::size_t memory_;   // bytes
  std::string nobodys_;  // the hash of a random password that is not stored
};

}  // namespace base
