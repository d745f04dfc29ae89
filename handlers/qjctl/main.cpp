// qjctl: the operator's command. Connects as the schema's owner. Its groups of sub-commands stand in files of their own; what
// they have in common in commands.h. Exit codes: base/config.h.
#include "qjctl/commands.h"
#include "store/core/migrations.h"

#include <cstdio>

int main(int argc, char** argv) {
  CLI::App cli("qjctl: runs and inspects the portal");
  cli.set_version_flag("--version", "qjctl " QJ_VERSION);
  cli.require_subcommand(1);
  cli.footer(base::Config::help());

  qjctl::Action action;
  qjctl::add_schema(cli, action);
  qjctl::add_users(cli, action);
  qjctl::add_organisations(cli, action);
  qjctl::add_sessions(cli, action);
  qjctl::add_audit(cli, action);
  qjctl::add_keys(cli, action);
  qjctl::add_passwords(cli, action);
  qjctl::add_catalogue(cli, action);
  qjctl::add_tidy(cli, action);

  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return cli.exit(e) == 0 ? 0 : base::exit_usage;
  }
  try {
    return action();
  } catch (const base::ConfigError& e) {
    std::fprintf(stderr, "qjctl: %s\n", e.what());
    return base::exit_config;
  } catch (const store::Unavailable& e) {
    std::fprintf(stderr, "qjctl: database: %s\n", e.what());
    return base::exit_unavailable;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "qjctl: %s\n", e.what());
    return base::exit_data;
  }
}
