// See history.h.
#include "ledger/history.h"

#include "base/number.h"
#include "domain/values/terms.h"
#include "ledger/pages.h"
#include "ledger/show.h"
#include "parts/audit_words.h"
#include "store/administration/audit.h"

namespace ledger {
namespace {

constexpr int latest = 5, size = 20;

// HISTORY: parts of a table. Rows beyond `most` are not shown.
void add_history_rows(web::Context& ctx, const view::Dict& dict, const std::vector<store::HistoryRow>& history,
                      std::size_t most) {
  const view::Dict table = dict.include("HISTORY", "ledger/history_rows.tpl");
  if (history.empty()) return table.show("NOTHING");
  const view::Dict rows = table.add("ROWS");
  std::vector<store::AuditRow> plain;
  for (const store::HistoryRow& entry : history) plain.push_back(entry.row);
  const parts::AuditWords words(ctx.db, plain);
  for (std::size_t n = 0; n < history.size() && n < most; ++n) {
    const store::HistoryRow& entry = history[n];
    const view::Dict row = rows.add("ROW");
    row.set("AT", entry.row.at);
    row.set("LOGIN", entry.row.actor);
    if (!entry.actor_name.empty()) row.add("PERSON").set("NAME", entry.actor_name);
    row.set("ACTION", domain::word(domain::audit_actions(), entry.row.action));
    words.add_changes(row, entry.row);
  }
}

}  // namespace

void add_latest_history(web::Context& ctx, const view::Dict& dict, long long instrument_id) {
  const auto history = store::instrument_history(ctx.db, ctx.session->unit_id, instrument_id, 0, latest + 1);
  add_history_rows(ctx, dict, history, latest);
  if (history.size() > latest)
    dict.add("ALL_HISTORY").set("HREF", ctx.services.config.base_path + instrument_path(instrument_id, "/history"));
}

web::Response history(web::Context& ctx) {
  const domain::LedgerRow instrument = own_instrument(ctx);
  const long long before = base::row_id(ctx.req.query.get("before")).value_or(0);
  const auto found = store::instrument_history(ctx.db, ctx.session->unit_id, instrument.id, before, size + 1);
  const std::string path = ctx.services.config.base_path + instrument_path(instrument.id, "/history");
  const view::Page page =
      ctx.page("ledger/history.tpl", {{"ledger/list.tpl", "/ledger"}, {"ledger/show.tpl", instrument_path(instrument.id)}});
  const view::Dict content = page.content();
  content.set_number("ID", instrument.id);
  content.set("INSTRUMENT_NAME", instrument.values.name);
  content.set("MODEL", instrument.values.model);
  content.set("SERIAL_NUMBER", instrument.values.serial_number);
  add_history_rows(ctx, content, found, size);
  if (before > 0) content.add("NEWEST").set("HREF", path);
  if (found.size() > size) content.add("OLDER").set("HREF", path + "?before=" + std::to_string(found[size - 1].row.place.seq));
  return ctx.render(page);
}

}  // namespace ledger
