// One instrument, whole.
#include "domain/terms.h"
#include "ledger/pages.h"
#include "ledger/standing_words.h"
#include "store/instruments.h"
#include "web/context.h"
#include "web/errors.h"

namespace ledger {
namespace {

void fill(const view::Dict& content, const domain::LedgerRow& found, bool may_edit) {
  const domain::InstrumentValues& v = found.values;
  content.set_number("ID", found.id);
  content.set("INSTRUMENT_NAME", v.name);
  content.set("KIND", found.item_name + " / " + found.kind_name);
  content.set("MODE", domain::word(domain::modes(), v.mode));
  content.set("MODEL", v.model);
  content.set("MEASURING_RANGE", v.measuring_range);
  content.set("ACCURACY", v.accuracy);
  content.set("SERIAL_NUMBER", v.serial_number);
  content.set("MANUFACTURER", v.manufacturer);
  content.set("ORIGIN", domain::word(domain::origins(), v.origin));
  content.set("DIVISION", found.division_path);
  content.set("PLACE", v.place);
  content.set_number("QUANTITY", v.quantity);
  content.set("USE", domain::word(domain::uses(), v.use));
  content.set("DELIVERY", domain::word(domain::deliveries(), v.delivery));
  content.set("MANAGEMENT_NUMBER", v.management_number);
  if (v.cycle_months) content.add("CYCLE").set_number("MONTHS", *v.cycle_months);
  content.set("VERIFIED_ON", domain::iso_or_empty(v.verified_on));
  content.set("VALID_UNTIL", domain::iso_or_empty(v.valid_until));
  content.set("CERTIFICATE_NUMBER", v.certificate_number);
  content.set("INSTITUTION_NAME", v.institution_name);
  content.set("REMARK", v.remark);
  content.set("STATE", domain::word(domain::states(), found.state));
  content.show_if(found.last_result == "declared", "DECLARED");
  content.show_if(may_edit && found.state != "scrapped", "CAN_EDIT");
}

}  // namespace

web::Response show(web::Context& ctx) {
  const auto found = store::find_instrument(ctx.db, ctx.session->enterprise_id, ctx.id());
  if (!found) throw web::NotFound();
  const view::Page page = ctx.page("ledger/show.tpl", {{"ledger/list.tpl", "/ledger"}});
  fill(page.content(), *found, ctx.may_edit());
  add_standing(page.content(), found->judge(ctx.today()));
  return ctx.render(page);
}

}  // namespace ledger
