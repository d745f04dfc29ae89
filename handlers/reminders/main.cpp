// qj-reminders: reminds units by mail of what is about to expire, is overdue, failed, or was never verified (domain.md §8).
// Started once a day by cron; says nothing when all went well. It decides and queues; qj-mailer sends. Units go in batches, each
// in a transaction of its own, so that a run that is cut off has said of some units all and of the others nothing, and the next
// run goes on. Exit codes: base/config.h.
#include "domain/today.h"
#include "store/migrations.h"
#include "store/reminders.h"
#include "store/settings.h"
#include "view/pager.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <exception>
#include <string>

namespace {

const char* const role = "qj_reminders";
const store::Actor actor{0, "reminders", ""};
constexpr int units_at_once = 2000;

struct Options {
  bool dry_run = false, json = false;
  std::string today;
  long long unit = 0, limit = 0;  // 0: all
};

struct Totals {
  long long mails = 0, items = 0;
};

void show(const store::Digest& digest, bool as_json) {
  const std::string audience(domain::code_of(digest.audience));
  if (!as_json) std::printf("%s (%s)  %s\n", digest.recipient.c_str(), audience.c_str(), digest.unit_name.c_str());
  for (const auto& [instrument_id, reminder] : digest.items) {
    const std::string topic(domain::code_of(reminder.topic)), anchor = reminder.anchor.iso();
    if (as_json)
      std::puts(nlohmann::json({{"recipient", digest.recipient},
                                {"audience", audience},
                                {"unit", digest.enterprise_id},
                                {"instrument", instrument_id},
                                {"topic", topic},
                                {"anchor", anchor},
                                {"step", reminder.step}})
                    .dump()
                    .c_str());
    else
      std::printf("  %lld %s %s %+d\n", instrument_id, topic.c_str(), anchor.c_str(), reminder.step);
  }
}

// One batch: shown, or written down.
void say(store::Db& db, store::Found found, const Options& options, const store::ReminderDay& day, Totals& totals) {
  std::vector<store::Digest>& digests = found.digests;
  const bool cut = options.limit > 0 && static_cast<long long>(digests.size()) > options.limit - totals.mails;
  if (cut) digests.resize(static_cast<std::size_t>(options.limit - totals.mails));
  totals.mails += static_cast<long long>(digests.size());
  for (const store::Digest& digest : digests) {
    totals.items += static_cast<long long>(digest.items.size());
    if (options.dry_run) show(digest, options.json);
  }
  if (options.dry_run || (digests.empty() && found.weekly.empty())) return;
  db.transaction(actor, [&](store::Tx& tx) {
    store::queue_digests(tx, digests, day.today);
    if (!cut) store::close_week(tx, found.weekly, day.today);
  });
}

int run(const base::Config& config, const Options& options) {
  store::Db db(config.database, role);
  if (!options.dry_run && !store::hold_reminders(db)) {
    std::fprintf(stderr, "qj-reminders: another run is at it\n");
    return base::exit_try_again;
  }
  const store::Settings settings = store::load_settings(db);
  store::ReminderDay day;
  day.today =
      options.today.empty() ? domain::today(config) : domain::Date::from_iso(options.today).value_or(domain::today(config));
  day.manager_days = view::number_or(settings.get("reminder_manager_days"), day.manager_days);
  Totals totals;
  const auto enough = [&] { return options.limit > 0 && totals.mails >= options.limit; };
  if (options.unit > 0) {
    say(db, store::find_unit_digests(db, options.unit, day), options, day, totals);
  } else {
    long long after = 0;
    do {
      say(db, store::find_digests(db, after, units_at_once, day), options, day, totals);
    } while (after > 0 && !enough());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App cli("qj-reminders: queues a mail to each unit that is to be reminded of something");
  cli.set_version_flag("--version", "qj-reminders " QJ_VERSION);
  cli.footer(base::Config::help());
  Options options;
  cli.add_flag("--dry-run", options.dry_run, "says what would go to whom; changes nothing");
  cli.add_flag("--json", options.json, "with --dry-run: a line of JSON for each reminder")->needs("--dry-run");
  cli.add_option("--today", options.today, "the day to go by, YYYY-MM-DD")->check([](const std::string& text) {
    return domain::Date::from_iso(text) ? std::string() : text + " is not a day";
  });
  cli.add_option("--unit", options.unit, "only this unit, by its id")->check(CLI::PositiveNumber);
  cli.add_option("--limit", options.limit, "so many mails at most")->check(CLI::PositiveNumber);
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return cli.exit(e) == 0 ? 0 : base::exit_usage;
  }
  try {
    const base::Config config = base::Config::load();
    store::require_schema(config.database, role);
    return run(config, options);
  } catch (const base::ConfigError& e) {
    std::fprintf(stderr, "qj-reminders: %s\n", e.what());
    return base::exit_config;
  } catch (const store::MigrationError& e) {
    std::fprintf(stderr, "qj-reminders: %s\n", e.what());
    return base::exit_config;
  } catch (const store::Unavailable& e) {
    std::fprintf(stderr, "qj-reminders: database: %s\n", e.what());
    return base::exit_unavailable;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "qj-reminders: %s\n", e.what());
    return base::exit_data;
  }
}
