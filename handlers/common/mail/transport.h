// Sends a mail to a mail server (libcurl) or to a sendmail program, or writes it into a folder (file:/folder, for
// demonstrations). Its result says whether to try this mail again, and whether trying the next one makes sense. The only files,
// with transport.cpp, that include libcurl.
#pragma once

#include "base/config.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace mail {

enum class Outcome {
  sent,
  temporary,    // this mail not now (4xx, or the connection broke over it)
  unreachable,  // no mail at all now: no connection, no TLS, the login refused
  permanent,    // this mail never (5xx)
};
struct Result {
  Outcome outcome = Outcome::sent;
  std::string words;          // the server's last answer, or why there was none; for the log
  bool of_recipient = false;  // permanent: it was the address that the server refused, not the mail or its sender
};
struct Envelope {
  std::string from, to;  // addresses
  std::string name;      // of the file, where one is written
};

// Lines of the talk with a server as it goes: C: ours, S: the server's. No password is in it, and of a mail only its size.
using Listener = std::function<void(const std::string& line)>;

class Transport {
 public:
  virtual ~Transport() = default;
  // The same connection serves many mails, as long as they follow each other closely.
  virtual Result send(const Envelope& envelope, const std::string& message) = 0;
  virtual void listen(Listener) {}  // where there is a talk
};
// What QJ_SMTP… say. ConfigError: a password file that is missing or open to others, a folder that cannot be written to, a
// program that cannot be executed.
std::unique_ptr<Transport> make_transport(const base::Config& config);

// Minutes until the next try after `tries` of them; empty when the mail is older than two days and given up.
std::optional<int> wait_after(int tries, long long age_minutes);

}  // namespace mail
