// See reminder.h.
#include "mailer/reminder.h"

#include "base/sealed_link.h"
#include "base/unnamed_file.h"
#include "base/xlsx_write.h"
#include "domain/ledger/ledger.h"
#include "domain/values/terms.h"
#include "store/mail/reminders.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace mailer {
namespace {

using store::ReminderLine;
using store::ReminderMail;

constexpr std::size_t most_lines = 50;

void say_line(const view::Mail& words, const ReminderLine& line, domain::Date today) {
  const int left = line.reminder.anchor - today;
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
    dict.show(view::section_name(domain::situation_of(line.reminder, today)));
    dict.show_if(domain::is_dated(line.reminder.topic), "DATED");
    dict.show_if(left < 0 || !domain::is_dated(line.reminder.topic), "URGENT");
  });
}

void write_lines(const std::string& path, const std::string& folder, const std::string& sheet, const ReminderMail& reminder) {
  base::XlsxWriter xlsx(path, sheet, folder);
  xlsx.widths({24, 24, 20, 20, 10, 30, 14, 8});
  const auto made = [](const char* code) { return std::string(domain::word(domain::export_words(), code)); };
  std::vector<std::string> header{made("situation")};
  for (const char* column : {"name", "model", "serial_number", "quantity", "place", "valid_until"})
    header.emplace_back(domain::ledger_column(column)->label);
  header.push_back(made("days"));
  xlsx.header(header);
  for (const ReminderLine& line : reminder.lines) {
    const domain::Reminder& said = line.reminder;
    const bool dated = domain::is_dated(said.topic);
    xlsx.row({std::string(domain::word(domain::reminder_situations(), domain::situation_of(said, reminder.today))), line.name,
              line.model, line.serial_number, std::to_string(line.quantity), line.place, dated ? said.anchor.iso() : "",
              dated ? std::to_string(std::abs(said.anchor - reminder.today)) : ""});
  }
  xlsx.close();
}

// All lines, in a file that is never seen on this machine.
void attach_lines(const view::Mail& words, const ReminderMail& reminder, Words& more) {
  const std::string title(domain::word(domain::mail_kinds(), "reminder"));
  const std::string name = title + "-" + reminder.today.iso() + ".xlsx", folder = base::temporary_folder();
  words.set("FILE", name);
  try {
    const base::UnnamedFile file(folder);
    write_lines(file.path(), folder, title, reminder);
    more.attachments.push_back({name, base::xlsx_type, file.content()});
  } catch (const std::runtime_error& e) {  // no space: another mail may go meanwhile
    more.not_now = e.what();
  }
}

void say_why(const view::Mail& words, const ReminderMail& reminder, long long digest, const Composer& by, Words& more) {
  using domain::Audience;
  words.show(view::section_name(domain::code_of(reminder.audience)));
  words.show(reminder.audience == Audience::manager ? "OF_LONG" : "OF_ALL");
  words.set("MANAGER_DAYS", std::to_string(store::manager_days(by.settings)));
  words.set("SETTINGS", base::public_address(by.config, "/accounts/reminders"));
  more.list = "reminders";
  if (reminder.audience == Audience::manager) return;  // the law wants somebody to hear it
  more.unsubscribe = base::public_address(by.config, "/accounts/unsubscribe?t=" + base::unsubscribe_token(by.seal, digest));
  words.set("UNSUBSCRIBE", more.unsubscribe);
  words.show("WITH_UNSUBSCRIBE");
}

}  // namespace

bool say_reminder(const view::Mail& words, store::Db& db, const store::QueuedMail& mail, const Composer& by, Words& more) {
  const auto at = mail.data.find("digest");
  if (at == mail.data.end() || !at->is_number_integer()) return false;
  const long long digest = at->get<long long>();
  const auto reminder = store::find_reminder_mail(db, digest);
  if (!reminder || reminder->lines.empty()) return false;
  const long long late = reminder->late, other = reminder->all - late;
  words.set("UNIT", reminder->unit_name);
  words.set("TODAY", reminder->today.iso());
  words.set("LATE", std::to_string(late));
  words.set("OTHER", std::to_string(other));
  if (late > 0) words.show("WITH_LATE");
  if (other > 0) words.show("WITH_OTHER");
  if (late > 0 && other > 0) words.show("WITH_BOTH");
  words.set("ADDRESS", base::public_address(by.config, "/ledger/due"));
  for (std::size_t n = 0; n < std::min(reminder->lines.size(), most_lines); ++n)
    say_line(words, reminder->lines[n], reminder->today);
  if (reminder->lines.size() > most_lines) {
    const long long in_file = static_cast<long long>(reminder->lines.size());
    words.show("WITH_MORE");
    words.show(reminder->all > in_file ? "FILE_CUT" : "FILE_WHOLE");
    words.set("MORE", std::to_string(reminder->all - static_cast<long long>(most_lines)));
    words.set("IN_FILE", std::to_string(in_file));
    words.set("ALL", std::to_string(reminder->all));
    attach_lines(words, *reminder, more);
  }
  say_why(words, *reminder, digest, by, more);
  return true;
}

}  // namespace mailer
