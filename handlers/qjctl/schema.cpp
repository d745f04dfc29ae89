// qjctl migrate: the database's schema and its functions. qjctl statistics: the counts behind the figures of supervision, anew.
#include "base/json.h"
#include "qjctl/commands.h"
#include "store/core/functions.h"
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
  const auto show = [&](const std::string& name, const char* state, bool done) {
    if (json)
      list.push_back({{"name", name}, {"state", state}});
    else
      std::printf("%s\t%s\n", state, name.c_str());
    complete = complete && done;
  };
  for (const store::Migration& m : store::migrations(db, folder))
    show(m.name, m.changed ? "CHANGED" : m.applied ? "applied" : "pending", m.applied && !m.changed);
  for (const store::FunctionFile& f : store::function_files(db, folder))
    show(f.name, f.state == f.applied ? "applied" : f.state == f.gone ? "gone" : "pending", f.state == f.applied);
  if (json) print(list);
  return complete ? 0 : base::exit_data;
}

int migrate(const Options& options) {
  const base::Config config = base::Config::load();
  store::Db db = owner(config);
  if (options.status) return show_status(db, config.sql, options.json);
  const store::Applied done = store::migrate(db, config.sql);
  const int schema = store::schema_version(db);
  if (options.json)
    print({{"applied", done.migrations}, {"schema", schema}, {"functions", done.functions ? "applied" : "unchanged"}});
  else
    std::printf("%d applied, schema %d, functions %s\n", done.migrations, schema, done.functions ? "applied" : "unchanged");
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
