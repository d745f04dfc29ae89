// Shared by the files of qjctl: one file for a group of sub-commands, each of which adds itself to the tree with add_…() and,
// when it is chosen, stores its function in `action`. Printing of lists.
#pragma once

#include "base/config.h"
#include "store/core/db.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string>
#include <vector>

namespace qjctl {

using Action = std::function<int()>;  // exit codes of base/config.h

void add_schema(CLI::App& cli, Action& action);         // migrate, statistics
void add_users(CLI::App& cli, Action& action);          // user …
void add_organisations(CLI::App& cli, Action& action);  // org …
void add_sessions(CLI::App& cli, Action& action);       // session …
void add_audit(CLI::App& cli, Action& action);          // audit …
void add_keys(CLI::App& cli, Action& action);           // key …
void add_passwords(CLI::App& cli, Action& action);      // password-cost
void add_catalogue(CLI::App& cli, Action& action);      // catalogue …
void add_tidy(CLI::App& cli, Action& action);           // tidy

store::Actor operator_actor();  // "qjctl:" and who sits at the terminal
store::Db owner(const base::Config& config);
int refused(const std::string& words);    // says so and answers exit_data
int try_again(const std::string& words);  // somebody was faster

struct ListOptions {
  int limit = 50, page = 1;
  bool json = false;
};
void add_list_options(CLI::App& command, ListOptions& options);
void add_json_option(CLI::App& command, bool& json);

// Columns padded to what a terminal shows; Chinese takes two places, control characters none.
class Table {
 public:
  explicit Table(std::vector<std::string> head) : rows_{std::move(head)} {}
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  void print() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};
void print(const nlohmann::json& value);

}  // namespace qjctl
