// See run_summary.h.
#include "mailer/run_summary.h"

#include "base/sealed_link.h"
#include "store/mail/run_summary.h"

#include <string>

namespace mailer {
namespace {

// Its number under `name`, its section when there are any.
void say_count(const view::Mail& words, const char* section, const view::Name& name, long long count) {
  words.set(name, std::to_string(count));
  if (count > 0) words.show(section);
}

}  // namespace

bool say_run_summary(const view::Mail& words, store::Db& db, const store::QueuedMail& mail, const base::Config& config) {
  const auto at = mail.data.find("run");
  if (at == mail.data.end() || !at->is_number_integer()) return false;
  const auto summary = store::find_summary(db, at->get<long long>(), mail.recipient);
  if (!summary || summary->nothing()) return false;
  words.set("STARTED", summary->started_at);
  words.set("TODAY", summary->today);
  words.set("UNITS", std::to_string(summary->counts.units));
  words.set("MAILS", std::to_string(summary->counts.mails));
  words.set("ITEMS", std::to_string(summary->counts.items));
  words.set("LISTS", std::to_string(summary->counts.lists));
  say_count(words, "WITH_RUNS", "RUNS", summary->runs);
  say_count(words, "WITH_REFUSED", "REFUSED", summary->refused);
  say_count(words, "WITH_FAILED", "FAILED", summary->failed);
  say_count(words, "WITH_WAITING", "WAITING", summary->waiting);
  for (const store::ReminderRun& run : summary->bad_runs)
    words.add("BAD_RUN", [&](const view::Dict& line) {
      line.set("RUN_STARTED", run.started_at);
      line.show(view::section_name(run.outcome));
      line.set("ERROR", run.error);
      line.show_if(!run.error.empty(), "WITH_ERROR");
    });
  if (!summary->units.empty()) words.show("WITH_UNITS");
  for (const std::string& unit : summary->units)
    words.add("REFUSED_UNIT", [&](const view::Dict& line) { line.set("UNIT", unit); });
  say_count(words, "WITH_MORE_UNITS", "MORE_UNITS", summary->more_units);
  words.set("RUNS_ADDRESS", base::public_address(config, "/admin/reminders"));
  words.set("MAIL_ADDRESS", base::public_address(config, "/admin/mail"));
  return true;
}

}  // namespace mailer
