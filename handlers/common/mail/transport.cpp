// See transport.h.
#include "mail/transport.h"

#include "base/crypto.h"
#include "mail/sendmail.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <string_view>
#include <utility>

namespace mail {
namespace {

constexpr long connect_seconds = 15, answer_seconds = 60, whole_seconds = 120, idle_seconds = 20;

// A refused login, a missing one, or none to be had without TLS: the settings' fault, not this mail's.
bool about_login(long code) { return code == 530 || code == 534 || code == 535 || code == 538 || code == 454; }

Outcome outcome_of(CURLcode error, long code) {
  switch (error) {
    case CURLE_OK:
      return Outcome::sent;
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_GOT_NOTHING:
    case CURLE_UPLOAD_FAILED:
      break;
    default:  // the name is unknown, nobody listens, no TLS, a greeting that refuses, a wrong password …
      return Outcome::unreachable;
  }
  if (about_login(code)) return Outcome::unreachable;
  if (code >= 500 && code <= 599) return Outcome::permanent;
  return code == 0 || code == 421 ? Outcome::unreachable : Outcome::temporary;
}

struct Source {
  std::string_view rest;
};
std::size_t read_message(char* buffer, std::size_t size, std::size_t count, void* data) {
  auto& source = *static_cast<Source*>(data);
  const std::size_t n = std::min(size * count, source.rest.size());
  std::memcpy(buffer, source.rest.data(), n);
  source.rest.remove_prefix(n);
  return n;
}

// The server's last answer, and to which command. Our own lines are not stored: one may contain the password.
struct Talk {
  std::string answer;
  bool to_recipient = false, recipient_refused = false;
  Listener listener;
  std::size_t size = 0;  // of the message
  bool in_login = false, in_message = false;

  void begin(std::size_t message_size) {
    answer.clear();
    to_recipient = recipient_refused = in_login = in_message = false;
    size = message_size;
  }
  void ours(std::string_view line) {
    to_recipient = line.substr(0, 8) == "RCPT TO:";
    if (!listener) return;
    const bool login = line.substr(0, 5) == "AUTH ";
    if (in_login) return listener("C: ...");
    if (login) line = line.substr(0, line.find(' ', 5));  // the method; a password may follow
    in_login = login;
    listener("C: " + std::string(line) + (login ? " ..." : ""));
  }
  void theirs(const std::string& line) {
    if (listener) listener("S: " + (in_login && line[0] == '3' ? line.substr(0, 4) + "..." : line));
    if (line[0] != '3') in_login = false;
    const bool refused = !answer.empty() && (answer[0] == '4' || answer[0] == '5');
    if (refused) return;  // what follows a refusal is only the good-bye
    answer = line;
    recipient_refused = to_recipient && line[0] == '5';
  }
  void message() {
    if (listener && !in_message) listener("C: ... " + std::to_string(size) + " bytes");
    in_message = true;
  }
};
int note(CURL*, curl_infotype type, char* data, std::size_t size, void* noted) {
  auto& talk = *static_cast<Talk*>(noted);
  if (type == CURLINFO_DATA_OUT) talk.message();
  if (type != CURLINFO_HEADER_OUT && type != CURLINFO_HEADER_IN) return 0;
  std::string line(data, std::min<std::size_t>(size, 300));
  line.erase(std::remove_if(line.begin(), line.end(), [](unsigned char c) { return std::iscntrl(c) != 0; }), line.end());
  if (type == CURLINFO_HEADER_OUT) talk.ours(line);
  if (type == CURLINFO_HEADER_IN && !line.empty()) talk.theirs(line);
  return 0;
}

class Smtp : public Transport {
 public:
  explicit Smtp(const base::Config& config) : curl_(curl_easy_init()) {
    if (!curl_) throw base::ConfigError("libcurl cannot start");
    const bool tls = config.smtp.rfind("smtps:", 0) == 0 || config.smtp_tls == "must";
    set(CURLOPT_URL, config.smtp.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_USE_SSL, long{config.smtp_tls == "none" ? CURLUSESSL_NONE : tls ? CURLUSESSL_ALL : CURLUSESSL_TRY});
    // TLS without a checked certificate protects against listeners only, which is still better than none. A
    // password is sent only to a server whose certificate is checked.
    const bool verified = tls || !config.smtp_user.empty();
    set(CURLOPT_SSL_VERIFYPEER, long{verified});
    set(CURLOPT_SSL_VERIFYHOST, verified ? 2L : 0L);
    if (!config.smtp_ca_file.empty()) set(CURLOPT_CAINFO, config.smtp_ca_file.c_str());
    if (!config.smtp_user.empty()) {
      if (config.smtp_password_file.empty()) throw base::ConfigError("QJ_SMTP_USER needs QJ_SMTP_PASSWORD_FILE");
      std::string password = base::read_secret_file(config.smtp_password_file, "password file");
      while (!password.empty() && (password.back() == '\n' || password.back() == '\r')) password.pop_back();
      set(CURLOPT_USERNAME, config.smtp_user.c_str());
      set(CURLOPT_PASSWORD, password.c_str());
    }
    set(CURLOPT_CONNECTTIMEOUT, connect_seconds);
    set(CURLOPT_SERVER_RESPONSE_TIMEOUT, answer_seconds);
    set(CURLOPT_TIMEOUT, whole_seconds);
    set(CURLOPT_MAXAGE_CONN, idle_seconds);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &read_message);
    set(CURLOPT_ERRORBUFFER, error_.data());
    set(CURLOPT_VERBOSE, 1L);
    set(CURLOPT_DEBUGFUNCTION, &note);
    set(CURLOPT_DEBUGDATA, &talk_);
  }
  ~Smtp() override { curl_easy_cleanup(curl_); }
  Smtp(const Smtp&) = delete;
  Smtp& operator=(const Smtp&) = delete;

  void listen(Listener listener) override { talk_.listener = std::move(listener); }

  Result send(const Envelope& envelope, const std::string& message) override {
    const std::string from = "<" + envelope.from + ">", to = "<" + envelope.to + ">";
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(curl_slist_append(nullptr, to.c_str()),
                                                                                 &curl_slist_free_all);
    Source source{message};
    talk_.begin(message.size());
    error_[0] = 0;
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_READDATA, &source);
    set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(message.size()));
    const CURLcode error = curl_easy_perform(curl_);
    long code = 0;
    curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &code);
    const Outcome outcome = outcome_of(error, code);
    if (outcome == Outcome::sent) return {outcome, talk_.answer};
    const std::string reason = error_[0] != 0 ? error_.data() : curl_easy_strerror(error);
    return {outcome, talk_.answer.empty() ? reason : talk_.answer + " (" + reason + ")",
            outcome == Outcome::permanent && talk_.recipient_refused};
  }

 private:
  template <typename T>
  void set(CURLoption option, T value) {
    if (curl_easy_setopt(curl_, option, value) != CURLE_OK) throw base::ConfigError("libcurl refuses a mail setting");
  }

  CURL* curl_;
  std::array<char, CURL_ERROR_SIZE> error_{};
  Talk talk_;
};

// One .eml a mail; a name once given is never half a mail, and the same mail again is the same file.
class Folder : public Transport {
 public:
  explicit Folder(std::string path) : path_(std::move(path)) {
    if (::mkdir(path_.c_str(), 0700) != 0 && ::access(path_.c_str(), W_OK | X_OK) != 0)
      throw base::ConfigError("QJ_SMTP: " + path_ + " cannot be written to");
  }
  Result send(const Envelope& envelope, const std::string& message) override {
    const std::string file = path_ + "/" + envelope.name + ".eml", unfinished = file + ".new";
    const int fd = ::open(unfinished.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0) return {Outcome::unreachable, unfinished + ": " + std::strerror(errno)};
    const bool written = ::write(fd, message.data(), message.size()) == static_cast<ssize_t>(message.size()) && ::fsync(fd) == 0;
    const bool done = ::close(fd) == 0 && written && ::rename(unfinished.c_str(), file.c_str()) == 0;
    if (!done) {
      const int why = errno;
      ::unlink(unfinished.c_str());
      return {Outcome::unreachable, file + ": " + std::strerror(why)};
    }
    return {Outcome::sent, file};
  }

 private:
  std::string path_;
};

}  // namespace

std::unique_ptr<Transport> make_transport(const base::Config& config) {
  constexpr std::string_view file = "file:", program = "sendmail:";
  if (config.smtp.rfind(file, 0) == 0) return std::make_unique<Folder>(config.smtp.substr(file.size()));
  if (config.smtp.rfind(program, 0) == 0) return std::make_unique<Sendmail>(config.smtp.substr(program.size()));
  return std::make_unique<Smtp>(config);
}

std::optional<int> wait_after(int tries, long long age_minutes) {
  constexpr std::array waits{1, 5, 15, 60, 120, 240};
  if (age_minutes >= 2 * 24 * 60) return {};
  return waits[static_cast<std::size_t>(std::clamp(tries, 1, static_cast<int>(waits.size())) - 1)];
}

}  // namespace mail
