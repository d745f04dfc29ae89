// qj-reminders: reminds units by mail of instruments that are about to expire, overdue, failed, or never verified. Started once
// a day by a timer or cron; prints nothing when all went well. It decides and queues; qj-mailer sends. Units go in batches,
// each in a transaction of its own, so that a run that is cut off has queued all reminders of some units and none of the
// others, and the next run goes on. Exit codes: base/config.h.
#include "base/program.h"
#include "domain/values/date.h"
#include "reminders/run.h"
#include "store/core/migrations.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <filesystem>
#include <string>
#include <system_error>

namespace {

// The program that sends stands beside this one.
int test_mail(const std::string& address) {
  std::error_code error;
  const std::string mailer = std::filesystem::read_symlink("/proc/self/exe", error).replace_filename("qj-mailer").string();
  std::fflush(stdout);
  if (!error) ::execl(mailer.c_str(), mailer.c_str(), "--test-mail", address.c_str(), static_cast<char*>(nullptr));
  std::fprintf(stderr, "qj-reminders: %s: %s\n", mailer.c_str(), std::strerror(errno));
  return base::exit_unavailable;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App cli("qj-reminders: queues a mail to each unit that is to be reminded of something");
  cli.set_version_flag("--version", "qj-reminders " QJ_VERSION);
  cli.footer(base::Config::help());
  reminders::Options options;
  cli.add_flag("--dry-run", options.dry_run, "says what would go to whom; changes nothing");
  cli.add_flag("--json", options.json, "with --dry-run: a line of JSON for each reminder")->needs("--dry-run");
  cli.add_option("--today", options.today, "the day to go by, YYYY-MM-DD")->check([](const std::string& text) {
    return domain::Date::from_iso(text) ? std::string() : text + " is not a day";
  });
  cli.add_option("--unit", options.unit, "only this unit, by its id")->check(CLI::PositiveNumber);
  cli.add_option("--limit", options.limit, "so many mails at most")->check(CLI::PositiveNumber);
  std::string test_address;
  auto* test = cli.add_option("--test-mail", test_address, "has qj-mailer send one mail to this address and show the talk");
  for (const char* other : {"--dry-run", "--today", "--unit", "--limit"}) test->excludes(other);
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return cli.exit(e) == 0 ? 0 : base::exit_usage;
  }
  if (test->count() > 0) return test_mail(test_address);  // "" is no address either, and no run
  return base::run_program("qj-reminders", [&] {
    const base::Config config = base::Config::load();
    store::require_schema(config.database, "qj_reminders");
    return reminders::run(config, options);
  });
}
