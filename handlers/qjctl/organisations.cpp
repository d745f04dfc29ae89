// qjctl org: units and their review.
#include "base/json.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "qjctl/commands.h"
#include "store/organisations/reviews.h"

#include <cstdio>
#include <memory>

namespace qjctl {
namespace {

constexpr std::size_t longest_reason = 500;

struct Options {
  std::string state = "pending", reason;
  long long id = 0;
  bool approve = false, reject = false;
  ListOptions list;
};

int list(const Options& options) {
  store::Db db = owner(base::Config::load());
  store::QueueFilter filter;
  filter.state = options.state;
  filter.size = options.list.limit;
  filter.page = options.list.page;
  const store::Queue queue = store::review_queue(db, filter);
  if (options.list.json) {
    nlohmann::json rows = nlohmann::json::array();
    for (const store::QueueRow& unit : queue.rows)
      rows.push_back({{"id", unit.id},
                      {"name", unit.name},
                      {"code", unit.unit_code},
                      {"division", unit.division_name},
                      {"submitted_at", unit.submitted_at},
                      {"waiting_hours", unit.waiting_hours}});
    print({{"state", options.state}, {"counts", queue.counts}, {"units", rows}});
    return 0;
  }
  Table table({"ID", "CODE", "SUBMITTED", "DIVISION", "NAME"});
  for (const store::QueueRow& unit : queue.rows)
    table.add({std::to_string(unit.id), unit.unit_code, unit.submitted_at, unit.division_name, unit.name});
  table.print();
  std::string counts;
  for (const auto& [state, n] : queue.counts) counts += (counts.empty() ? "" : ", ") + state + " " + std::to_string(n);
  std::fprintf(stderr, "%s\n", counts.c_str());
  return 0;
}

int review(const Options& options) {
  const std::string reason = domain::trim(options.reason);
  if (options.reject && reason.empty()) {
    std::fprintf(stderr, "qjctl: --reject needs --reason: it is sent to the unit\n");
    return base::exit_usage;
  }
  if (domain::length(reason) > longest_reason || domain::has_control(reason, true))
    return refused("the reason is longer than 500 characters or holds control characters");
  store::Db db = owner(base::Config::load());
  const auto unit = store::find_unit(db, options.id);
  if (!unit) return refused("no unit " + std::to_string(options.id));
  if (unit->state != "pending") return refused(unit->name + " is " + unit->state + ", not pending");
  if (!db.transaction(operator_actor(), [&](store::Tx& tx) { return store::review_unit(tx, *unit, options.approve, reason); }))
    return try_again(unit->name + " was changed by somebody else meanwhile");
  return 0;
}

std::vector<std::string> states() {
  std::vector<std::string> all;
  for (const domain::Term& term : domain::review_states()) all.emplace_back(term.code);
  return all;
}

}  // namespace

void add_organisations(CLI::App& cli, Action& action) {
  const auto options = std::make_shared<Options>();
  CLI::App* parent = cli.add_subcommand("org", "using units and their review");
  parent->require_subcommand(1);

  CLI::App* list_command = parent->add_subcommand("list", "lists the units in one state, longest waiting first");
  list_command->add_option("--state", options->state)->check(CLI::IsMember(states()))->capture_default_str();
  add_list_options(*list_command, options->list);
  list_command->callback([options, &action] { action = [options] { return list(*options); }; });

  CLI::App* review_command = parent->add_subcommand("review", "decides about a unit that waits for it");
  review_command->add_option("ID", options->id)->required()->check(CLI::PositiveNumber);
  auto* decision = review_command->add_option_group("decision");
  decision->require_option(1);
  decision->add_flag("--approve", options->approve);
  decision->add_flag("--reject", options->reject, "sends it back to be corrected");
  review_command->add_option("--reason", options->reason, "sent to the unit");
  review_command->callback([options, &action] { action = [options] { return review(*options); }; });
}

}  // namespace qjctl
