// qjctl password-cost: what one password hash costs on this machine with today's configuration, so that an operator can choose
// QJ_PASSWORD_MEMORY and QJ_PASSWORD_PASSES by measuring.
#include "base/passwords.h"

#include "base/json.h"
#include "qjctl/commands.h"

#include <cstdio>
#include <ctime>
#include <memory>

namespace qjctl {
namespace {

constexpr int runs = 20;

double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

int cost(bool json) {
  const base::Config config = base::Config::load();
  const base::Passwords passwords(config);
  passwords.verify("", "warm");
  const double begin = cpu_ms();
  for (int n = 0; n < runs; ++n) passwords.verify("", "measured");
  const double each = (cpu_ms() - begin) / runs;
  if (json)
    print({{"cpu_ms", each}, {"memory_kib", config.password_memory}, {"passes", config.password_passes}});
  else
    std::printf("%.1f ms of CPU a hash (%d KiB, %d passes)\n", each, config.password_memory, config.password_passes);
  return 0;
}

}  // namespace

void add_passwords(CLI::App& cli, Action& action) {
  const auto json = std::make_shared<bool>(false);
  CLI::App* command = cli.add_subcommand("password-cost", "measures what one password hash costs here");
  add_json_option(*command, *json);
  command->callback([json, &action] { action = [json] { return cost(*json); }; });
}

}  // namespace qjctl
