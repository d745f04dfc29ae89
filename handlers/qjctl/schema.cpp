// qjctl migrate: the database's schema. qjctl statistics: the counts behind the figures of supervision, anew.
#include "qjctl/commands.h"
#include "store/core/migrations.h"
#include "store/supervision/statistics.h"

#include <cstdio>
#include <memory>

namespace qjctl {
namespace {

struct Options {
  bool status = false, json = false;
};

int show_status(store::Db& db, const std::string& folder, bool json) {
  bool complete = true;
  nlohmann::json list = nlohmann::json::array();
  for (const store::Migration& m : store::migrations(db, folder)) {
    const char* state = m.changed ? "CHANGED" : m.applied ? "applied" : "pending";
    if (json)
      list.push_back({{"name", m.name}, {"state", state}});
    else
      std::printf("%s\t%s\n", state, m.name.c_str());
    complete = complete && m.applied && !m.changed;
  }
  if (json) print(list);
  return complete ? 0 : base::exit_data;
}

int migrate(const Options& options) {
  const base::Config config = base::Config::load();
  store::Db db = owner(config);
  const std::string folder = config.sql + "/migrations";
  if (options.status) return show_status(db, folder, options.json);
  const int applied = store::migrate(db, folder), schema = store::schema_version(db);
  if (options.json)
    print({{"applied", applied}, {"schema", schema}});
  else
    std::printf("%d applied, schema %d\n", applied, schema);
  return 0;
}

int count_anew() {
  store::Db db = owner(base::Config::load());
  store::rebuild_statistics(db);
  return 0;
}

}  // namespace

void add_schema(CLI::App& cli, Action& action) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = cli.add_subcommand("migrate", "brings the database's schema up to date");
  command->add_flag("--status", options->status, "only shows what is applied and what is pending; 65 when something is");
  add_json_option(*command, options->json);
  command->callback([options, &action] { action = [options] { return migrate(*options); }; });
  CLI::App* statistics =
      cli.add_subcommand("statistics", "counts what the figures of supervision are made of anew, from all instruments");
  statistics->callback([&action] { action = [] { return count_anew(); }; });
}

}  // namespace qjctl
