// qjctl session: live sessions, and ending them.
#include "base/json.h"
#include "qjctl/commands.h"
#include "store/people/live_sessions.h"

#include <cstdio>
#include <memory>

namespace qjctl {
namespace {

struct Options {
  std::string login;
  long long id = 0;
  bool all = false, json = false;
  ListOptions list;
};

int list(const Options& options) {
  store::Db db = owner(base::Config::load());
  const auto sessions = store::all_live_sessions(db, options.login, options.list.limit, options.list.page);
  if (options.list.json) {
    nlohmann::json rows = nlohmann::json::array();
    for (const store::LiveSession& s : sessions)
      rows.push_back({{"id", s.id},
                      {"login", s.login},
                      {"type", s.user_type},
                      {"created_at", s.created_at},
                      {"seen_at", s.seen_at},
                      {"address", s.address},
                      {"user_agent", s.user_agent}});
    print(rows);
    return 0;
  }
  Table table({"ID", "LOGIN", "TYPE", "SINCE", "SEEN", "ADDRESS", "BROWSER"});
  for (const store::LiveSession& s : sessions)
    table.add({std::to_string(s.id), s.login, s.user_type, s.created_at, s.seen_at, s.address, s.user_agent});
  table.print();
  return 0;
}

int revoke(const Options& options) {
  store::Db db = owner(base::Config::load());
  const int ended =
      db.transaction(operator_actor(), [&](store::Tx& tx) { return store::revoke_sessions(tx, options.id, options.login); });
  if (options.json)
    print({{"ended", ended}});
  else
    std::printf("%d sessions ended\n", ended);
  if (ended == 0 && !options.all) return refused("no live session is meant by this");
  return 0;
}

}  // namespace

void add_sessions(CLI::App& cli, Action& action) {
  const auto options = std::make_shared<Options>();
  CLI::App* parent = cli.add_subcommand("session", "who is logged in");
  parent->require_subcommand(1);

  CLI::App* list_command = parent->add_subcommand("list", "lists live sessions, newest first");
  list_command->add_option("LOGIN", options->login, "only this user's");
  add_list_options(*list_command, options->list);
  list_command->callback([options, &action] { action = [options] { return list(*options); }; });

  CLI::App* revoke_command = parent->add_subcommand("revoke", "ends live sessions: of a login, one by its id, or all");
  auto* which = revoke_command->add_option_group("which");
  which->require_option(1);
  which->add_option("LOGIN", options->login, "the user's");
  which->add_option("--id", options->id, "this one")->check(CLI::PositiveNumber);
  which->add_flag("--all", options->all, "everybody's");
  add_json_option(*revoke_command, options->json);
  revoke_command->callback([options, &action] { action = [options] { return revoke(*options); }; });
}

}  // namespace qjctl
