// See reminder.h.
#include "mailer/reminder.h"

#include "store/reminders.h"
#include "web/link.h"

#include <algorithm>
#include <string>

namespace mailer {
namespace {

using domain::Topic;

constexpr std::size_t most_lines = 50;

void say_line(const view::Mail& words, const store::ReminderLine& line, domain::Date today) {
  const int left = line.reminder.anchor - today;
  const bool dated = line.reminder.topic == Topic::due || line.reminder.topic == Topic::rotate;
  words.add("LINE", [&](const view::Dict& dict) {
    dict.set("INSTRUMENT", line.name);
    dict.set("MODEL", line.model);
    dict.set("SERIAL_NUMBER", line.serial_number);
    dict.set("PLACE", line.place);
    dict.set("ANCHOR", line.reminder.anchor.iso());
    dict.set_number("DAYS", std::abs(left));
    if (line.quantity > 1) {
      dict.show("SEVERAL");
      dict.set_number("QUANTITY", line.quantity);
    }
    std::string section(domain::code_of(line.reminder.topic));
    if (dated) section += left < 0 ? "_over" : left == 0 ? "_today" : "_soon";
    dict.show(view::section_name(section));
    dict.show_if(left < 0 || !dated, "URGENT");
  });
}

}  // namespace

bool say_reminder(const view::Mail& words, store::Db& db, const store::QueuedMail& mail, const base::Config& config) {
  const auto at = mail.data.find("digest");
  if (at == mail.data.end() || !at->is_number_integer()) return false;
  const auto reminder = store::find_reminder_mail(db, at->get<long long>());
  if (!reminder || reminder->lines.empty()) return false;
  const auto is_late = [&](const store::ReminderLine& line) {
    const Topic topic = line.reminder.topic;
    return topic == Topic::failed || (topic != Topic::not_verified && line.reminder.anchor < reminder->today);
  };
  const auto late = std::count_if(reminder->lines.begin(), reminder->lines.end(), is_late);
  const auto other = static_cast<long>(reminder->lines.size()) - late;
  words.set("UNIT", reminder->unit_name);
  words.set("TODAY", reminder->today.iso());
  words.set("LATE", std::to_string(late));
  words.set("OTHER", std::to_string(other));
  if (late > 0) words.show("WITH_LATE");
  if (other > 0) words.show("WITH_OTHER");
  if (late > 0 && other > 0) words.show("WITH_BOTH");
  words.set("ADDRESS", web::public_address(config, "/ledger/due"));
  for (std::size_t n = 0; n < std::min(reminder->lines.size(), most_lines); ++n)
    say_line(words, reminder->lines[n], reminder->today);
  if (reminder->lines.size() > most_lines) {
    words.show("WITH_MORE");
    words.set("MORE", std::to_string(reminder->lines.size() - most_lines));
  }
  return true;
}

}  // namespace mailer
