// See overdue_list.h.
#include "mailer/overdue_list.h"

#include "base/sealed_link.h"
#include "store/mail/overdue_lists.h"
#include "store/mail/reminders.h"

#include <algorithm>
#include <string>

namespace mailer {
namespace {

constexpr std::size_t most_lines = 50;

void say_line(const view::Mail& words, const store::SupervisedRow& row, domain::Date today) {
  const domain::InstrumentValues& values = row.instrument.values;
  words.add("LINE", [&](const view::Dict& line) {
    line.set("UNIT", row.unit_name);
    line.set("INSTRUMENT", values.name);
    line.set("MODEL", values.model);
    line.set("SERIAL_NUMBER", values.serial_number);
    line.set("PLACE", values.place);
    line.set("DIVISION", row.instrument.division_path);
    line.set("VALID_UNTIL", domain::iso_or_empty(values.valid_until));
    if (values.valid_until) line.set_number("DAYS", today - *values.valid_until);
    if (values.quantity > 1) {
      line.show("SEVERAL");
      line.set_number("QUANTITY", values.quantity);
    }
  });
}

}  // namespace

bool say_overdue_list(const view::Mail& words, store::Db& db, const store::QueuedMail& mail, const base::Config& config,
                      const store::Settings& settings) {
  const auto at = mail.data.find("list");
  if (at == mail.data.end() || !at->is_number_integer()) return false;
  const int days = store::supervisor_days(settings);
  const auto list = store::find_overdue_list(db, at->get<long long>(), days);
  if (!list || list->rows.empty()) return false;
  const std::string until = store::long_overdue(list->today, days).due_to->iso();
  words.set("DEPARTMENT", list->department);
  words.set("TODAY", list->today.iso());
  words.set("LIMIT", std::to_string(days));
  words.set("COUNT", std::to_string(list->quantity));
  words.set("UNITS", std::to_string(list->units));
  if (list->more) words.show("AT_LEAST");
  words.set("ADDRESS", base::public_address(config, "/supervision/instruments?standing=overdue&due_to=" + until));
  const std::size_t shown = std::min(list->rows.size(), most_lines);
  for (std::size_t n = 0; n < shown; ++n) say_line(words, list->rows[n], list->today);
  if (list->rows.size() > shown) words.show("WITH_MORE");
  words.set("SHOWN", std::to_string(shown));
  return true;
}

}  // namespace mailer
