// qj-jobs: runs jobs. Runs until SIGTERM and waits when the database is away. Several may run, on several machines that share
// the uploads folder. Exit codes: base/config.h.
#include "base/log.h"
#include "base/program.h"
#include "jobs/jobs.h"
#include "store/core/migrations.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>

namespace {

const char* const role = "qj_jobs";
constexpr std::chrono::milliseconds poll(500);

int run(const base::Config& config, bool once) {
  std::unique_ptr<store::Db> db;
  while (!base::stop_requested({})) {
    try {
      if (!db || db->lost())
        db = std::make_unique<store::Db>(config.database, role);  // a connection that died is never used again
      const bool more = jobs::do_chores(*db);
      if (jobs::run_one(config, *db) || more) continue;
    } catch (const store::Unavailable&) {
      if (once) throw;
    }
    if (once || base::stop_requested(poll)) break;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App cli("qj-jobs: imports, large exports and changes over a whole ledger");
  cli.set_version_flag("--version", "qj-jobs " QJ_VERSION);
  cli.footer(base::Config::help());
  bool once = false;
  cli.add_flag("--once", once, "does what waits and ends");
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return cli.exit(e) == 0 ? 0 : base::exit_usage;
  }
  std::signal(SIGPIPE, SIG_IGN);
  return base::run_program("qj-jobs", [&] {
    const base::Config config = base::Config::load();
    store::require_schema(config.database, role);
    return run(config, once);
  });
}
