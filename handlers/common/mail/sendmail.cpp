// See sendmail.h.
#include "mail/sendmail.h"

#include "base/lines.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <csignal>
#include <cstring>
#include <string_view>
#include <utility>

extern char** environ;

namespace mail {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_words = 300;

struct Pipe {
  int read = -1, write = -1;
  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return;
    read = ends[0];
    write = ends[1];
  }
  ~Pipe() {
    shut(read);
    shut(write);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  static void shut(int& fd) {
    if (fd >= 0) ::close(fd);
    fd = -1;
  }
};

// In a process group of its own, with the signals that every program starts with, and no file of ours. 0, or errno.
int start(pid_t& child, const std::string& program, const std::string& from, int in, int errors) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, in, 0);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&files, errors, 2);
  posix_spawn_file_actions_addclosefrom_np(&files, 3);
  posix_spawnattr_t how;
  posix_spawnattr_init(&how);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&how, &none);
  posix_spawnattr_setsigdefault(&how, &all);
  posix_spawnattr_setpgroup(&how, 0);
  posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  std::array<std::string, 5> words{program, "-t", "-i", "-f", from};
  std::array<char*, 6> arguments{};
  std::transform(words.begin(), words.end(), arguments.begin(), [](std::string& word) { return word.data(); });
  const int error = ::posix_spawn(&child, program.c_str(), &files, &how, arguments.data(), environ);
  posix_spawnattr_destroy(&how);
  posix_spawn_file_actions_destroy(&files);
  return error;
}

// Gives it the message and listens to its complaints until it has ended: its status, or nothing when it took too long.
std::optional<int> serve(pid_t child, Pipe& in, Pipe& errors, std::string_view rest, int limit_seconds, std::string& words) {
  const auto end = Clock::now() + std::chrono::seconds(limit_seconds);
  ::fcntl(in.write, F_SETFL, O_NONBLOCK);
  ::fcntl(errors.read, F_SETFL, O_NONBLOCK);
  while (Clock::now() < end) {
    int status = 0;
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    std::array<char, 4096> piece;
    ssize_t n = 0;
    while (errors.read >= 0 && (n = ::read(errors.read, piece.data(), piece.size())) > 0)
      if (words.size() < longest_words) words.append(piece.data(), static_cast<std::size_t>(n));
    if (n == 0) Pipe::shut(errors.read);
    if (ended == child) return status;
    // It may end without having read everything, and a child of it may still have its end of the pipe open.
    std::array<pollfd, 2> ready{{{in.write, POLLOUT, 0}, {errors.read, POLLIN, 0}}};
    ::poll(ready.data(), ready.size(), errors.read >= 0 ? 20 : 1);
    if (in.write < 0 || (ready[0].revents & (POLLOUT | POLLERR)) == 0) continue;
    const ssize_t written = ::write(in.write, rest.data(), rest.size());
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
    if (rest.empty() || (written < 0 && errno != EAGAIN)) Pipe::shut(in.write);
  }
  ::kill(-child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  return {};
}

std::string first_line(std::string words) {
  const auto begin = words.find_first_not_of("\r\n");
  words = begin == std::string::npos ? "" : words.substr(begin, words.find_first_of("\r\n", begin) - begin);
  words.erase(std::remove_if(words.begin(), words.end(), [](unsigned char c) { return std::iscntrl(c) != 0; }), words.end());
  return words.substr(0, longest_words);
}

// sysexits.h. What says that nothing is right with the program itself (69 is said for a mail system that is down as often as for
// a refused mail) makes the mail wait.
Outcome outcome_of(int code) {
  switch (code) {
    case EX_OK:
      return Outcome::sent;
    case EX_DATAERR:
    case EX_NOUSER:
    case EX_NOHOST:
      return Outcome::permanent;
    case EX_TEMPFAIL:
      return Outcome::temporary;
    default:
      return Outcome::unreachable;
  }
}

}  // namespace

Sendmail::Sendmail(std::string program, int limit_seconds) : program_(std::move(program)), limit_seconds_(limit_seconds) {
  struct stat about {};
  if (::stat(program_.c_str(), &about) != 0 || !S_ISREG(about.st_mode) || ::access(program_.c_str(), X_OK) != 0)
    throw base::ConfigError("QJ_SMTP: " + program_ + " cannot be executed");
  std::signal(SIGCHLD, SIG_DFL);  // ignored, it would hide how the program ended
  std::signal(SIGPIPE, SIG_IGN);
}

Result Sendmail::send(const Envelope& envelope, const std::string& message) {
  Pipe in, errors;
  if (in.read < 0 || errors.read < 0) return {Outcome::unreachable, std::string("a pipe: ") + std::strerror(errno)};
  const std::string text = base::unify_lines(message);
  pid_t child = 0;
  if (const int error = start(child, program_, envelope.from, in.read, errors.write); error != 0)
    return {Outcome::unreachable, program_ + ": " + std::strerror(error)};
  Pipe::shut(in.read);
  Pipe::shut(errors.write);
  std::string said;
  const auto status = serve(child, in, errors, text, limit_seconds_, said);
  if (!status) return {Outcome::temporary, program_ + " did not end within " + std::to_string(limit_seconds_) + " seconds"};
  const bool ended = WIFEXITED(*status);
  const int code = ended ? WEXITSTATUS(*status) : WTERMSIG(*status);
  std::string words = first_line(said);
  if (!ended || code != 0)
    words = program_ + " ended with " + (ended ? "" : "signal ") + std::to_string(code) + (words.empty() ? "" : ": " + words);
  if (words.empty()) words = "handed to " + program_;
  const Outcome outcome = ended ? outcome_of(code) : Outcome::unreachable;
  return {outcome, words, outcome == Outcome::permanent && code != EX_DATAERR};
}

}  // namespace mail
