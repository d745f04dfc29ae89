// See actions.h.
#include "ledger/actions.h"

namespace ledger {

void add_actions(const web::Context& ctx, const view::Dict& dict, const domain::LedgerRow& instrument) {
  const view::Dict actions = dict.include("ACTIONS", "ledger/actions.tpl");
  actions.set_number("ID", instrument.id);
  actions.show_if(ctx.may_edit() && instrument.state != "scrapped", "CAN_EDIT");
}

}  // namespace ledger
