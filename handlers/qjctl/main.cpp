// qjctl: the operator's command. Connects as the schema's owner. Exit codes: base/config.h.
#include "base/config.h"
#include "base/crypto.h"
#include "base/passwords.h"
#include "domain/terms.h"
#include "store/migrations.h"
#include "store/tidy.h"
#include "store/users.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>

namespace {

std::string operator_name() {
  const char* name = getlogin();
  return std::string("qjctl:") + (name ? name : "operator");
}

int migrate(const base::Config& config, bool status) {
  store::Db db(config.database, "qj_owner");
  const std::string folder = config.sql + "/migrations";
  if (!status) {
    const int applied = store::migrate(db, folder);
    std::printf("%d applied, schema %d\n", applied, store::schema_version(db));
    return 0;
  }
  bool complete = true;
  for (const store::Migration& m : store::migrations(db, folder)) {
    std::printf("%s\t%s\n", m.changed ? "CHANGED" : m.applied ? "applied" : "pending", m.name.c_str());
    complete = complete && m.applied && !m.changed;
  }
  return complete ? 0 : base::exit_data;
}

int reset_password(const base::Config& config, const std::string& login) {
  const std::string password = base::random_password(), hash = base::Passwords(config).hash(password);
  store::Db db(config.database, "qj_owner");
  const auto user = store::find_user(db, login);
  if (!user) {
    std::fprintf(stderr, "qjctl: no user %s\n", login.c_str());
    return base::exit_data;
  }
  const store::Actor actor{0, operator_name(), ""};
  db.transaction(actor, [&](store::Tx& tx) { store::reset_password(tx, *user, hash, false); });
  std::puts(password.c_str());
  return 0;
}

int add_user(const base::Config& config, store::NewUser user) {
  if (!domain::contains(domain::user_types(), user.user_type)) {
    std::fprintf(stderr, "qjctl: --type is unit, institution, supervisor or administrator\n");
    return base::exit_usage;
  }
  const std::string password = base::random_password();
  user.password_hash = base::Passwords(config).hash(password);
  store::Db db(config.database, "qj_owner");
  const store::Actor actor{0, operator_name(), ""};
  try {
    db.transaction(actor, [&](store::Tx& tx) { store::create_user(tx, user); });
  } catch (const store::Violation& violation) {
    std::fprintf(stderr, "qjctl: refused by %s\n", violation.constraint.c_str());
    return base::exit_data;
  }
  std::puts(password.c_str());
  return 0;
}

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

int tidy(const base::Config& config) {
  store::Db db(config.database, "qj_owner");
  const store::Actor actor{0, operator_name(), ""};
  const store::Tidied gone = db.transaction(actor, [](store::Tx& tx) { return store::tidy(tx); });
  const int files = remove_stray_files(config, store::known_files(db));
  std::printf("%lld tokens, %lld captchas, %lld sessions, %d files\n", gone.tokens, gone.captchas, gone.sessions, files);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App cli("qjctl: runs and inspects the portal");
  cli.set_version_flag("--version", "qjctl " QJ_VERSION);
  cli.require_subcommand(1);
  cli.footer(base::Config::help());

  auto* migrate_command = cli.add_subcommand("migrate", "brings the database's schema up to date");
  bool status = false;
  migrate_command->add_flag("--status", status, "only shows what is applied and what is pending");

  auto* key_command = cli.add_subcommand("key", "makes a key file");
  std::string key_file;
  key_command->add_option("FILE", key_file, "must not exist")->required();

  auto* tidy_command = cli.add_subcommand("tidy", "removes what nobody can need any more: old tokens, sessions, stray uploads");

  auto* user_command = cli.add_subcommand("user", "people who log in");
  user_command->require_subcommand(1);
  auto* reset_command =
      user_command->add_subcommand("reset-password", "gives a new random password, printed once; ends the user's sessions");
  std::string login;
  reset_command->add_option("LOGIN", login)->required();
  auto* add_command = user_command->add_subcommand("add", "adds a user with a random password, printed once");
  store::NewUser user;
  add_command->add_option("LOGIN", user.login)->required();
  add_command->add_option("--type", user.user_type, "unit, institution, supervisor or administrator")->required();
  add_command->add_option("--name", user.name, "the person's name")->required();
  add_command->add_option("--enterprise", user.enterprise_id);
  add_command->add_option("--institution", user.institution_id);
  add_command->add_option("--department", user.department_id);

  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return cli.exit(e) == 0 ? 0 : base::exit_usage;
  }
  try {
    if (*key_command) return base::Key::create(key_file), 0;
    const base::Config config = base::Config::load();
    if (*migrate_command) return migrate(config, status);
    if (*tidy_command) return tidy(config);
    if (*reset_command) return reset_password(config, login);
    return add_user(config, user);
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
