// qjctl tidy: deletes rows that nobody needs any more (store/core/tidy.h) and uploads that no row names.
#include "store/core/tidy.h"

#include "base/json.h"
#include "qjctl/commands.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace qjctl {
namespace {

// Files that came with a form nobody finished: in the uploads folder, named by no record, older than a day.
int remove_stray_files(const base::Config& config, const std::set<std::string>& known) {
  namespace fs = std::filesystem;
  const auto yesterday = fs::file_time_type::clock::now() - std::chrono::hours(24);
  int removed = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(config.files)) {
    const bool stray =
        entry.is_regular_file() && known.count(entry.path().filename()) == 0 && entry.last_write_time() < yesterday;
    if (stray && fs::remove(entry.path())) ++removed;
  }
  return removed;
}

int tidy(bool json) {
  const base::Config config = base::Config::load();
  store::Db db = owner(config);
  const store::Tidied gone = db.transaction(operator_actor(), [](store::Tx& tx) { return store::tidy(tx); });
  const int files = remove_stray_files(config, store::known_files(db));
  if (json) {
    print({{"tokens", gone.tokens},
           {"captchas", gone.captchas},
           {"sessions", gone.sessions},
           {"links", gone.links},
           {"mails", gone.mails},
           {"stored_forms", gone.stored_forms},
           {"throttles", gone.throttles},
           {"login_events", gone.login_events},
           {"jobs", gone.jobs},
           {"imports", gone.imports},
           {"notices", gone.notices},
           {"addresses", gone.addresses},
           {"reminders", gone.reminders},
           {"files", files}});
    return 0;
  }
  std::printf(
      "%lld tokens, %lld captchas, %lld sessions, %lld links, %lld mails, %lld kept forms, %lld throttled logins, "
      "%lld login events, %lld jobs, %lld imports, %lld notices, %lld unconfirmed addresses, %lld reminders, %d files\n",
      gone.tokens, gone.captchas, gone.sessions, gone.links, gone.mails, gone.stored_forms, gone.throttles, gone.login_events,
      gone.jobs, gone.imports, gone.notices, gone.addresses, gone.reminders, files);
  return 0;
}

}  // namespace

void add_tidy(CLI::App& cli, Action& action) {
  const auto json = std::make_shared<bool>(false);
  CLI::App* command =
      cli.add_subcommand("tidy", "removes what nobody can need any more: old tokens, sessions, mail, stray uploads");
  add_json_option(*command, *json);
  command->callback([json, &action] { action = [json] { return tidy(*json); }; });
}

}  // namespace qjctl
