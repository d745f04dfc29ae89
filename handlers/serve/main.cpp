// qj-serve: runs the areas where there is no systemd (development, tests, a container): binds each area's socket, starts the
// area on it, starts it again when it dies. The sockets belong to this process, so while an area is away its requests wait in
// the queue instead of being refused. SIGHUP replaces every area without dropping a request: the new process must be up before
// the old one gets SIGTERM; one that dies at once leaves the old one in place. SIGTERM and SIGINT end everything in order. Uses
// nothing but the standard library and POSIX, so that it cannot fail for the reasons its areas fail.
#include "base/listener.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

namespace {
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;
constexpr auto kSettled = 1s;        // a process that lived this long is not in a crash loop
constexpr auto kProof = 700ms;       // a replacement must live this long before its predecessor is sent away
constexpr auto kLastRequests = 30s;  // more than any request may take; after it the stragglers are killed
constexpr int kUsage = 2, kUnavailable = 69, kTryAgain = 75;

struct Failure {
  int code;
  std::string words;
};

std::string system_words(const std::string& what) { return what + ": " + std::strerror(errno); }
void say(const std::string& words) { std::fprintf(stderr, "qj-serve: %s\n", words.c_str()); }

struct Process {
  pid_t pid;
  Clock::time_point since;
};
struct Area {
  std::string name, binary, path;
  int listener = -1;
  std::optional<Process> current{};
  std::optional<Process> replacement{};  // started by a reload, not yet proved
  Clock::time_point start_at{};          // when to start again; meaningful without a current process
};
struct Options {
  std::string run, bin;
  std::vector<std::string> areas;
};

// Over a socket left from a process that died: the lock on serve.pid says that nobody else serves here.
int bind_listener(const std::string& path) {
  try {
    return base::listen_at(path);
  } catch (const std::invalid_argument& e) {
    throw Failure{kUsage, e.what()};
  } catch (const std::system_error& e) {
    throw Failure{kUnavailable, e.what()};
  }
}

// Locked while this process lives, so a file left over from a crash never counts.
class PidFile {
 public:
  explicit PidFile(const std::string& path) : path_(path), fd_(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    if (fd_ < 0) throw Failure{kUnavailable, system_words("cannot write " + path)};
    if (flock(fd_, LOCK_EX | LOCK_NB) != 0) throw Failure{kTryAgain, "another qj-serve is running here: " + path + " is locked"};
    if (ftruncate(fd_, 0) != 0 || dprintf(fd_, "%d\n", getpid()) < 0)
      throw Failure{kUnavailable, system_words("cannot write " + path)};
  }
  PidFile(const PidFile&) = delete;
  PidFile& operator=(const PidFile&) = delete;
  ~PidFile() { unlink(path_.c_str()); }

 private:
  std::string path_;
  int fd_;
};

// Between fork and exec only what is safe there.
[[noreturn]] void become(const Area& area, pid_t supervisor) {
  setpgid(0, 0);  // Ctrl-C on the terminal is for the supervisor, which ends the areas in order
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != supervisor) _exit(kUnavailable);  // it died before the line above took effect
  for (int number = 1; number < NSIG; ++number) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  if (dup2(area.listener, STDIN_FILENO) == STDIN_FILENO) execl(area.binary.c_str(), area.binary.c_str(), nullptr);
  dprintf(STDERR_FILENO, "qj-serve: cannot run %s: %s\n", area.binary.c_str(), std::strerror(errno));
  _exit(kUnavailable);
}

std::string ending(int status) {
  if (WIFSIGNALED(status)) return "was killed by signal " + std::to_string(WTERMSIG(status));
  return "ended with code " + std::to_string(WEXITSTATUS(status));
}

class Supervisor {
 public:
  explicit Supervisor(const Options& options) {
    for (const auto& name : options.areas)
      areas_.push_back({name, options.bin + "/qj-" + name, options.run + "/" + name + ".sock"});
    for (const auto& area : areas_)
      if (access(area.binary.c_str(), X_OK) != 0) throw Failure{kUnavailable, system_words("cannot run " + area.binary)};
    for (auto& area : areas_) area.listener = bind_listener(area.path);
  }

  void run() {
    sigset_t awaited;
    sigemptyset(&awaited);
    for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGCHLD}) sigaddset(&awaited, number);
    sigprocmask(SIG_BLOCK, &awaited, nullptr);
    for (auto& area : areas_) area.current = start(area);
    for (;;) {
      const timespec pause{0, 50'000'000};  // deadlines are checked this often while one is pending
      const bool pending =
          std::any_of(areas_.begin(), areas_.end(), [](const Area& area) { return !area.current || area.replacement; });
      const int signal_number = pending ? sigtimedwait(&awaited, nullptr, &pause) : sigwaitinfo(&awaited, nullptr);
      if (signal_number == SIGTERM || signal_number == SIGINT) break;
      if (signal_number == SIGHUP) reload();
      reap();
      meet_deadlines();
    }
    end_everything(awaited);
  }

 private:
  static std::optional<Process> start(Area& area) {
    const pid_t supervisor = getpid(), pid = fork();
    if (pid == 0) become(area, supervisor);
    if (pid > 0) return Process{pid, Clock::now()};
    say(system_words("cannot start " + area.name));
    area.start_at = Clock::now() + kSettled;
    return std::nullopt;
  }

  void reload() {
    for (auto& area : areas_) {
      dismiss(area.replacement);
      if (area.current) area.replacement = start(area);  // without one it starts anew anyway
    }
  }

  void dismiss(std::optional<Process>& process) {
    if (!process) return;
    kill(process->pid, SIGTERM);
    leaving_.push_back(process->pid);
    process.reset();
  }

  void reap() {
    int status = 0;
    for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
      leaving_.erase(std::remove(leaving_.begin(), leaving_.end(), pid), leaving_.end());
      for (auto& area : areas_) died(area, pid, status);
    }
  }

  void died(Area& area, pid_t pid, int status) {
    if (area.replacement && area.replacement->pid == pid) {
      say(area.name + ": the new process " + ending(status) + " at once; the old one stays");
      area.replacement.reset();
    } else if (area.current && area.current->pid == pid) {
      say(area.name + " " + ending(status) + "; starting it again");
      const auto now = Clock::now();
      area.start_at = now - area.current->since < kSettled ? area.current->since + kSettled : now;
      area.current.reset();
      area.current.swap(area.replacement);  // a reload under way has its successor ready
    }
  }

  void meet_deadlines() {
    const auto now = Clock::now();
    for (auto& area : areas_) {
      if (!area.current && now >= area.start_at) area.current = start(area);
      if (area.replacement && now - area.replacement->since >= kProof) {
        dismiss(area.current);
        area.current.swap(area.replacement);
      }
    }
  }

  void end_everything(const sigset_t& awaited) {
    for (auto& area : areas_) {
      dismiss(area.current);
      dismiss(area.replacement);
    }
    const auto deadline = Clock::now() + kLastRequests;
    for (reap(); !leaving_.empty() && Clock::now() < deadline; reap()) {
      const timespec pause{0, 200'000'000};
      sigtimedwait(&awaited, nullptr, &pause);
    }
    for (const pid_t pid : leaving_) {
      say("process " + std::to_string(pid) + " did not finish in time and is killed");
      kill(pid, SIGKILL);
    }
    for (const auto& area : areas_) unlink(area.path.c_str());
  }

  std::vector<Area> areas_;
  std::vector<pid_t> leaving_;  // sent SIGTERM, still finishing
};

constexpr const char* kHelp =
    "usage: qj-serve --run DIR --bin DIR AREA...\n"
    "Listens on DIR/AREA.sock and runs BIN/qj-AREA on it (as standard input) for every AREA; starts it again when it dies.\n"
    "Writes DIR/serve.pid. SIGHUP: fresh processes for all areas, nobody refused. SIGTERM, SIGINT: finish and end.\n";

Options parse(const std::vector<std::string>& words) {
  if (words.size() < 5 || words[0] != "--run" || words[2] != "--bin") throw Failure{kUsage, "wrong call; see --help"};
  Options options{words[1], words[3], {words.begin() + 4, words.end()}};
  for (const auto& name : options.areas)
    if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != std::string::npos) throw Failure{kUsage, "not an area: " + name};
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() == 1 && (words[0] == "--help" || words[0] == "--version")) {
    std::fputs(words[0] == "--help" ? kHelp : "qj-serve " QJ_VERSION "\n", stdout);
    return 0;
  }
  // Descriptors 0 to 2 must be taken, or a socket could land there.
  int fd = open("/dev/null", O_RDWR);
  while (fd >= 0 && fd <= STDERR_FILENO) fd = open("/dev/null", O_RDWR);
  close(fd);
  try {
    const Options options = parse(words);
    const PidFile pid_file(options.run + "/serve.pid");
    Supervisor(options).run();
  } catch (const Failure& failure) {
    say(failure.words);
    return failure.code;
  }
  return 0;
}
