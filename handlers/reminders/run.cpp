// See run.h.
#include "reminders/run.h"

#include "base/clock.h"
#include "base/json.h"
#include "store/administration/settings.h"
#include "store/mail/overdue_lists.h"
#include "store/mail/reminders.h"
#include "store/mail/run_summary.h"

#include <cstdio>
#include <exception>

namespace reminders {
namespace {

const char* const role = "qj_reminders";
const store::Actor actor{0, "reminders", ""};
constexpr int units_at_once = 2000;

void show(const store::Digest& digest, bool as_json) {
  const std::string audience(domain::code_of(digest.audience));
  if (!as_json) std::printf("%s (%s)  %s\n", digest.recipient.c_str(), audience.c_str(), digest.unit_name.c_str());
  for (const auto& [instrument_id, reminder] : digest.items) {
    const std::string topic(domain::code_of(reminder.topic)), anchor = reminder.anchor.iso();
    if (as_json)
      std::puts(nlohmann::json({{"recipient", digest.recipient},
                                {"audience", audience},
                                {"unit", digest.unit_id},
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

class Run {
 public:
  Run(store::Db& db, const Options& options, const store::ReminderDay& day, int supervisor_days)
      : db_(db), options_(options), day_(day), supervisor_days_(supervisor_days) {}

  bool partial() const { return options_.unit > 0 || options_.limit > 0; }
  void begin() {
    id_ = db_.transaction(actor, [&](store::Tx& tx) { return store::begin_run(tx, day_.today, partial()); });
  }
  long long id() const { return id_; }

  void remind() {
    if (options_.unit > 0) return say(store::find_unit_digests(db_, options_.unit, day_));
    long long after = 0;
    do {
      say(store::find_digests(db_, after, units_at_once, day_));
    } while (after > 0 && (options_.limit == 0 || counts_.mails < options_.limit));
  }

  // A department that has nothing overdue today is looked at again tomorrow, until it had its list of the month.
  void notify_departments() {
    for (const long long department : store::departments_to_notify(db_, day_.today)) {
      if (!store::anything_overdue(db_, department, day_.today, supervisor_days_)) continue;
      db_.transaction(actor, [&](store::Tx& tx) {
        counts_.lists += store::queue_overdue_lists(tx, department, day_.today);
        store::count_run(tx, id_, counts_);
      });
    }
  }

  void finish() {
    db_.transaction(actor, [&](store::Tx& tx) {
      store::finish_run(tx, id_);
      if (!partial()) store::queue_summary(tx, id_);
    });
  }

 private:
  // One batch: shown, or written down.
  void say(store::Found found) {
    std::vector<store::Digest>& digests = found.digests;
    const bool cut = options_.limit > 0 && static_cast<long long>(digests.size()) > options_.limit - counts_.mails;
    if (cut) digests.resize(static_cast<std::size_t>(options_.limit - counts_.mails));
    counts_.units += found.units;
    counts_.mails += static_cast<long long>(digests.size());
    for (const store::Digest& digest : digests) {
      counts_.items += static_cast<long long>(digest.items.size());
      if (options_.dry_run) show(digest, options_.json);
    }
    if (options_.dry_run) return;
    db_.transaction(actor, [&](store::Tx& tx) {
      store::queue_digests(tx, digests, day_.today);
      if (!cut) store::close_week(tx, found.weekly, day_.today);
      store::count_run(tx, id_, counts_);
    });
  }

  store::Db& db_;
  const Options& options_;
  store::ReminderDay day_;
  int supervisor_days_;
  long long id_ = 0;
  store::RunCounts counts_;
};

// Best effort, over a connection of its own: when there is no database, the next run finds that this one was cut off.
void write_failure(const base::Config& config, long long run, const char* words) noexcept {
  try {
    store::Db db(config.database, role);
    db.transaction(actor, [&](store::Tx& tx) { store::fail_run(tx, run, words); });
  } catch (const std::exception&) {
  }
}

}  // namespace

int run(const base::Config& config, const Options& options) {
  store::Db db(config.database, role);
  if (!options.dry_run && !store::lock_reminders(db)) {
    std::fprintf(stderr, "qj-reminders: another run is at it\n");
    return base::exit_try_again;
  }
  const store::Settings settings = store::load_settings(db);
  store::ReminderDay day;
  day.today = options.today.empty()
                  ? domain::Date::from_days(base::today(config))
                  : domain::Date::from_iso(options.today).value_or(domain::Date::from_days(base::today(config)));
  day.manager_days = store::manager_days(settings);
  Run one(db, options, day, store::supervisor_days(settings));
  if (options.dry_run) {
    one.remind();
    return 0;
  }
  one.begin();
  try {
    one.remind();
    if (!one.partial()) one.notify_departments();
    one.finish();
  } catch (const std::exception& e) {
    write_failure(config, one.id(), e.what());
    throw;
  }
  return 0;
}

}  // namespace reminders
