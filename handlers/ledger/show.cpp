// See show.h.
#include "ledger/show.h"

#include "domain/terms.h"
#include "ledger/actions.h"
#include "ledger/history.h"
#include "ledger/pages.h"
#include "ledger/records.h"
#include "ledger/standing_words.h"
#include "store/instruments.h"
#include "web/errors.h"

namespace ledger {
namespace {

void fill(const view::Dict& content, const domain::LedgerRow& found) {
  const domain::InstrumentValues& v = found.values;
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
  if (!found.state_reason.empty()) content.add("STATE_REASON").set("REASON", found.state_reason);
  if (found.appointment_id != 0) {
    const view::Dict booked = content.add("BOOKED");
    booked.set_number("APPOINTMENT", found.appointment_id);
    booked.set("NUMBER", found.appointment_number);
    if (found.planned_on) booked.add("PLANNED").set("DATE", found.planned_on->iso());
  }
  content.show_if(found.last_result == "declared", "DECLARED");
}

}  // namespace

std::string path_of(long long instrument_id, const std::string& below) {
  return "/ledger/" + std::to_string(instrument_id) + below;
}

domain::LedgerRow own_instrument(web::Context& ctx) {
  auto found = store::find_instrument(ctx.db, ctx.session->enterprise_id, ctx.id());
  if (!found) throw web::NotFound();
  return *found;
}

domain::LedgerRow own_changeable(web::Context& ctx) {
  domain::LedgerRow instrument = own_instrument(ctx);
  if (instrument.state == "scrapped") throw web::Conflict();
  return instrument;
}

web::Response render_instrument(web::Context& ctx, const domain::LedgerRow& instrument, const AttachmentForm& typed,
                                std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("ledger/show.tpl", {{"ledger/list.tpl", "/ledger"}});
  const view::Dict content = page.content();
  fill(content, instrument);
  add_standing(content, instrument.judge(ctx.today()));
  add_records(ctx, content, instrument);
  add_attachments(ctx, page, instrument, typed, std::move(errors));
  add_latest_history(ctx, content, instrument.id);
  add_actions(ctx, content, instrument);
  return ctx.render(page, status);
}

web::Response show(web::Context& ctx) { return render_instrument(ctx, own_instrument(ctx), {}, {}, 200); }

}  // namespace ledger
