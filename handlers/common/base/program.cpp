// See program.h.
#include "base/program.h"

#include <csignal>
#include <cstdio>
#include <ctime>

namespace base {

void report_failure(const char* program, const std::string& words) { std::fprintf(stderr, "%s: %s\n", program, words.c_str()); }

bool stop_requested(std::chrono::nanoseconds wait) {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGINT);
  sigprocmask(SIG_BLOCK, &ending, nullptr);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(wait);
  const timespec time{seconds.count(), (wait - seconds).count()};
  return sigtimedwait(&ending, nullptr, &time) > 0;
}

}  // namespace base
