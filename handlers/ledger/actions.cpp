// See actions.h.
#include "ledger/actions.h"

#include "domain/ledger/lifecycle.h"
#include "domain/values/terms.h"

namespace ledger {

void add_actions(const web::Context& ctx, const view::Dict& dict, const domain::LedgerRow& instrument) {
  const view::Dict actions = dict.include("ACTIONS", "ledger/actions.tpl");
  actions.set_number("ID", instrument.id);
  if (!ctx.may_edit()) return;
  const domain::InstrumentFacts facts = domain::facts_of(instrument);
  const auto may = [&](domain::Act act) { return domain::refusal(act, facts).empty(); };
  actions.show_if(may(domain::Act::edit), "CAN_EDIT");
  actions.show("CAN_COPY");
  actions.show_if(may(domain::Act::book), "CAN_BOOK");
  actions.show_if(instrument.values.mode == "first_rotate" && may(domain::Act::scrap), "CAN_ROTATE");
  bool any = false;
  for (const domain::Act act : domain::changes_of_state) any = any || may(act);
  if (!any) return;
  const view::Dict changes = actions.add("CHANGES");
  for (const domain::Act act : domain::changes_of_state) {
    if (!may(act)) continue;
    const view::Dict change = changes.add("CHANGE");
    const std::string code(domain::code_of(act));
    change.set("OP", "op_" + code);
    change.set("WORD", domain::word(domain::ledger_acts(), code));
  }
}

}  // namespace ledger
