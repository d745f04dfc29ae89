// See refused.h.
#include "ledger/refused.h"

#include "view/form.h"

namespace ledger {

void add_refused(const view::Dict& dict, const store::BulkOutcome& outcome, std::string_view word) {
  if (outcome.refused == 0) return;
  const view::Dict list = dict.include("REFUSED", "ledger/refused.tpl");
  list.set("WORD", word);
  list.set_number("COUNT", outcome.refused);
  list.show_if(outcome.refused > static_cast<long long>(outcome.some.size()), "NOT_ALL");
  for (const auto& one : outcome.some) {
    const view::Dict row = list.add("ONE");
    row.set_number("ID", one.id);
    row.set("NAME", one.name);
    row.set("SERIAL_NUMBER", one.serial_number);
    view::add_message(row, {"", one.why});
  }
}

}  // namespace ledger
