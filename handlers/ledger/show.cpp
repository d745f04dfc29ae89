// See show.h.
#include "ledger/show.h"

#include "ledger/actions.h"
#include "ledger/history.h"
#include "ledger/pages.h"
#include "ledger/records.h"
#include "ledger/standing_words.h"
#include "parts/instrument_facts.h"
#include "store/ledger/certificates.h"
#include "store/ledger/instruments.h"
#include "web/errors.h"

namespace ledger {
std::string instrument_path(long long instrument_id, const std::string& below) {
  return "/ledger/" + std::to_string(instrument_id) + below;
}

domain::LedgerRow own_instrument(web::Context& ctx) {
  auto found = store::find_instrument(ctx.db, ctx.session->unit_id, ctx.id());
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
  parts::add_instrument_facts(content, instrument);
  if (instrument.recorded())
    parts::add_changes(content, store::verified_as(ctx.db, ctx.session->unit_id, instrument.id), instrument);
  add_standing(content, instrument.judge(ctx.today()));
  add_records(ctx, content, instrument);
  add_attachments(ctx, page, instrument, typed, std::move(errors));
  add_latest_history(ctx, content, instrument.id);
  add_actions(ctx, content, instrument);
  return ctx.render(page, status);
}

web::Response show(web::Context& ctx) { return render_instrument(ctx, own_instrument(ctx), {}, {}, 200); }

}  // namespace ledger
