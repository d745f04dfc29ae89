// How a program without pages ends: what went wrong is one sentence on stderr, with the exit code that fits (base/config.h).
#pragma once

#include "base/config.h"
#include "store/db.h"
#include "store/migrations.h"

#include <cstdio>
#include <exception>
#include <string>

namespace store {

// Runs it: its exit code, or that of what it threw.
template <typename F>
int run_program(const char* name, F run) {
  const auto failed = [name](const std::string& words, int code) {
    std::fprintf(stderr, "%s: %s\n", name, words.c_str());
    return code;
  };
  try {
    return run();
  } catch (const base::ConfigError& e) {
    return failed(e.what(), base::exit_config);
  } catch (const MigrationError& e) {
    return failed(e.what(), base::exit_config);
  } catch (const Unavailable& e) {
    return failed(std::string("database: ") + e.what(), base::exit_unavailable);
  } catch (const std::exception& e) {
    return failed(e.what(), base::exit_data);
  }
}

}  // namespace store
