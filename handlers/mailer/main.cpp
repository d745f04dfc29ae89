// qj-mailer: sends the mails that areas and qj-reminders have queued. Runs until SIGTERM and waits when the database or the
// mail server is away. Exit codes: base/config.h.
#include "base/log.h"
#include "base/program.h"
#include "mailer/mailer.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <string>

namespace {

constexpr int poll_seconds = 1, longest_pause = 60;

int send_due(mailer::Mailer& mailer) {
  for (;;) {
    const mailer::Step step = mailer.step();
    if (step == mailer::Step::unreachable) return base::exit_try_again;
    if (step == mailer::Step::idle) return 0;
    if (mailer.stopping()) return mailer.release(), 0;
  }
}

int run(mailer::Mailer& mailer) {
  int pause = poll_seconds;
  while (!mailer.stopping()) {
    try {
      const mailer::Step step = mailer.step();
      pause = step == mailer::Step::unreachable ? std::min(2 * pause + 3, longest_pause) : poll_seconds;
      if (step == mailer::Step::worked) continue;
    } catch (const store::Unavailable&) {
      pause = poll_seconds;
    }
    mailer.wait(pause);
  }
  mailer.release();
  return 0;
}

int send_test(mailer::Mailer& mailer, const std::string& address) {
  const mail::Result result = mailer.test(address, [](const std::string& line) {
    std::puts(line.c_str());
    std::fflush(stdout);  // so that the dialogue is visible while a server is silent
  });
  const bool sent = result.outcome == mail::Outcome::sent;
  std::fprintf(sent ? stdout : stderr, "qj-mailer: %s: %s\n", sent ? "sent" : "not sent", result.words.c_str());
  if (sent) return 0;
  return result.outcome == mail::Outcome::permanent ? base::exit_data : base::exit_try_again;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App cli("qj-mailer: sends the mail that the portal has queued");
  cli.set_version_flag("--version", "qj-mailer " QJ_VERSION);
  cli.footer(base::Config::help());
  bool once = false;
  std::string test_address;
  auto* once_flag = cli.add_flag("--once", once, "sends what is due and ends; 75 when the mail server takes nothing");
  auto* test = cli.add_option("--test-mail", test_address, "sends one mail to this address and shows the talk with the server")
                   ->excludes(once_flag);
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return cli.exit(e) == 0 ? 0 : base::exit_usage;
  }
  return base::run_program("qj-mailer", [&] {
    mailer::Mailer mailer(base::Config::load());
    const bool testing = test->count() > 0;  // "" is no address either, and no run
    if (testing && !mail::is_address(test_address)) {
      std::fprintf(stderr, "qj-mailer: \"%s\" is not a mail address\n", test_address.c_str());
      return base::exit_usage;
    }
    if (testing) return send_test(mailer, test_address);
    mailer.require_schema();
    return once ? send_due(mailer) : run(mailer);
  });
}
