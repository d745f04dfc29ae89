// qjctl user: people who log in. Passwords are random, printed once and never given on the command line.
#include "store/people/users.h"

#include "base/crypto.h"
#include "base/json.h"
#include "base/passwords.h"
#include "domain/values/terms.h"
#include "qjctl/commands.h"

#include <cstdio>
#include <memory>

namespace qjctl {
namespace {

struct Options {
  std::string login, reason;
  bool temporary = false;
  store::NewUser fresh;
  store::UserFilter filter;
  ListOptions list;
};
using Change = std::function<bool(store::Tx&, const store::User&)>;

int add(const Options& options) {
  const base::Config config = base::Config::load();
  store::NewUser user = options.fresh;
  const std::string password = base::random_password();
  user.password_hash = base::Passwords(config).hash(password);
  store::Db db = owner(config);
  try {
    db.transaction(operator_actor(), [&](store::Tx& tx) { store::create_user(tx, user); });
  } catch (const store::Violation& violation) {
    return refused("refused by " + violation.constraint);
  }
  std::puts(password.c_str());
  return 0;
}

// Finds the user and changes it; `unfit` says why this user cannot be meant, or nothing.
int change(const std::string& login, const std::function<std::string(const store::User&)>& unfit, const Change& apply) {
  store::Db db = owner(base::Config::load());
  const auto user = store::find_user(db, login);
  if (!user) return refused("no user " + login);
  if (const std::string why = unfit(*user); !why.empty()) return refused(login + " " + why);
  if (!db.transaction(operator_actor(), [&](store::Tx& tx) { return apply(tx, *user); }))
    return try_again(login + " was changed by somebody else meanwhile");
  return 0;
}

int reset_password(const Options& options) {
  const std::string password = base::random_password();
  const std::string hash = base::Passwords(base::Config::load()).hash(password);
  const int code = change(
      options.login, [](const store::User& user) { return std::string(user.state == "removed" ? "has been removed" : ""); },
      [&](store::Tx& tx, const store::User& user) { return store::reset_password(tx, user, hash, options.temporary); });
  if (code == 0) std::puts(password.c_str());
  return code;
}

int lock(const Options& options) {
  return change(
      options.login, [](const store::User& user) { return user.state == "active" ? "" : "is " + user.state; },
      [&](store::Tx& tx, const store::User& user) { return store::lock_user(tx, user, options.reason); });
}

int unlock(const Options& options) {
  return change(
      options.login, [](const store::User& user) { return user.state == "locked" ? "" : "is " + user.state; },
      [](store::Tx& tx, const store::User& user) { return store::unlock_user(tx, user); });
}

int disable_two_factor(const Options& options) {
  return change(
      options.login, [](const store::User& user) { return std::string(user.two_factor ? "" : "has no second factor"); },
      [](store::Tx& tx, const store::User& user) { return store::disable_two_factor(tx, user); });
}

int list(const Options& options) {
  store::UserFilter filter = options.filter;
  filter.size = options.list.limit;
  filter.page = options.list.page;
  store::Db db = owner(base::Config::load());
  const store::Users found = store::search_users(db, filter);
  if (options.list.json) {
    nlohmann::json rows = nlohmann::json::array();
    for (const store::User& u : found.rows)
      rows.push_back({{"id", u.id},
                      {"login", u.login},
                      {"name", u.name},
                      {"type", u.user_type},
                      {"role", u.role},
                      {"state", u.state},
                      {"organisation", u.organisation},
                      {"two_factor", u.two_factor},
                      {"created_at", u.created_at},
                      {"last_login_at", u.last_login_at}});
    print(rows);
    return 0;
  }
  Table table({"LOGIN", "TYPE", "ROLE", "STATE", "2FA", "LAST LOGIN", "NAME", "ORGANISATION"});
  for (const store::User& u : found.rows)
    table.add({u.login, u.user_type, u.role, u.state, u.two_factor ? "yes" : "no", u.last_login_at, u.name, u.organisation});
  table.print();
  return 0;
}

std::vector<std::string> codes(const domain::Terms& terms) {
  std::vector<std::string> all;
  for (const domain::Term& term : terms) all.emplace_back(term.code);
  return all;
}

void add_add(CLI::App& parent, const std::shared_ptr<Options>& options, Action& action) {
  CLI::App* command = parent.add_subcommand("add", "adds a user with a random password, printed once");
  command->add_option("LOGIN", options->fresh.login)->required();
  command->add_option("--type", options->fresh.user_type)->required()->check(CLI::IsMember(codes(domain::user_types())));
  command->add_option("--name", options->fresh.name, "the person's name")->required();
  command->add_option("--role", options->fresh.role, "what the person may do in the organisation")
      ->check(CLI::IsMember(codes(domain::roles())))
      ->capture_default_str();
  command->add_option("--unit", options->fresh.unit_id, "id of the unit, for --type unit");
  command->add_option("--institution", options->fresh.institution_id, "for --type institution");
  command->add_option("--department", options->fresh.department_id, "for --type supervisor");
  command->add_flag("--temporary", options->fresh.must_change_password, "the password must be changed at the first login");
  command->callback([options, &action] { action = [options] { return add(*options); }; });
}

void add_list(CLI::App& parent, const std::shared_ptr<Options>& options, Action& action) {
  CLI::App* command = parent.add_subcommand("list", "lists users");
  command->add_option("--text", options->filter.text, "part of login, name or organisation");
  command->add_option("--type", options->filter.user_type)->check(CLI::IsMember(codes(domain::user_types())));
  command->add_option("--state", options->filter.state)->check(CLI::IsMember(codes(domain::user_states())));
  add_list_options(*command, options->list);
  command->callback([options, &action] { action = [options] { return list(*options); }; });
}

}  // namespace

void add_users(CLI::App& cli, Action& action) {
  const auto options = std::make_shared<Options>();
  CLI::App* parent = cli.add_subcommand("user", "people who log in");
  parent->require_subcommand(1);
  add_add(*parent, options, action);
  add_list(*parent, options, action);
  const auto about_one = [&](const char* name, const char* help, int (*run)(const Options&)) {
    CLI::App* command = parent->add_subcommand(name, help);
    command->add_option("LOGIN", options->login)->required();
    command->callback([options, run, &action] { action = [options, run] { return run(*options); }; });
    return command;
  };
  about_one("reset-password", "gives a new random password, printed once; ends the user's sessions", reset_password)
      ->add_flag("--temporary", options->temporary, "it must be changed at the next login");
  about_one("lock", "refuses further logins; ends the user's sessions", lock)
      ->add_option("--reason", options->reason, "shown to administrators")
      ->required();
  about_one("unlock", "lets a locked user in again", unlock);
  about_one("disable-2fa", "takes the second factor off a user who has lost it", disable_two_factor);
}

}  // namespace qjctl
