// A run: finds due reminders, queues them batch by batch, and logs its result (store/mail/reminder_runs.h).
#pragma once

#include "base/config.h"

#include <string>

namespace reminders {

struct Options {
  bool dry_run = false, json = false;
  std::string today;
  long long unit = 0, limit = 0;  // 0: all
};

// The program's exit code (base/config.h), or what went wrong as an exception, after it was written down.
int run(const base::Config& config, const Options& options);

}  // namespace reminders
