// The frame of programs that answer no request: how they end, and how SIGTERM ends a long-running one. A failure is one
// sentence on stderr with an exit code (config.h); an exception chooses the code by deriving from Failure.
#pragma once

#include "base/config.h"

#include <chrono>
#include <stdexcept>
#include <string>

namespace base {

struct Failure : std::runtime_error {
  Failure(const std::string& words, int code) : std::runtime_error(words), exit_code(code) {}
  int exit_code;
};

void report_failure(const char* program, const std::string& words);

// Runs it: its exit code, or that of what it threw.
template <typename F>
int run_program(const char* name, F run) {
  try {
    return run();
  } catch (const ConfigError& e) {
    report_failure(name, e.what());
    return exit_config;
  } catch (const Failure& e) {
    report_failure(name, e.what());
    return e.exit_code;
  } catch (const std::exception& e) {
    report_failure(name, e.what());
    return exit_data;
  }
}

// Waits that long for SIGTERM or SIGINT, which are blocked from the first call on: a program asks between two pieces of work, so
// none is cut off by them. True when the process is to end.
bool stop_requested(std::chrono::nanoseconds wait);

}  // namespace base
