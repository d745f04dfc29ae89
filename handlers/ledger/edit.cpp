// 新增 and 修改: the form, its check, the change.
#include "domain/ledger/instrument_columns.h"
#include "domain/ledger/lifecycle.h"
#include "ledger/form.h"
#include "ledger/pages.h"
#include "ledger/show.h"
#include "store/core/constraints.h"
#include "web/errors.h"

namespace ledger {
namespace {

web::Response render_new(web::Context& ctx, const InstrumentPage& shown, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("ledger/new.tpl", {{"ledger/list.tpl", "/ledger"}});
  add_form(ctx, page, "/ledger/new", shown, std::move(errors));
  return ctx.render(page, status);
}

web::Response render_edit(web::Context& ctx, const InstrumentPage& shown, const domain::LedgerRow& instrument,
                          std::vector<domain::Error> errors, int status) {
  const std::string path = instrument_path(instrument.id);
  const view::Page page = ctx.page("ledger/edit.tpl", {{"ledger/list.tpl", "/ledger"}, {"ledger/show.tpl", path}});
  page.content().set_number("ID", instrument.id);
  page.content().set_number("VERSION", instrument.version);
  if (status == 409) show_differences(ctx, page.content().add("CONFLICT"), shown, as_typed(ctx, instrument));
  add_form(ctx, page, path + "/edit", shown, std::move(errors));
  return ctx.render(page, status);
}

// The values, or what is wrong with them; the warning of a duplicate comes when nothing else is wrong.
domain::Checked<domain::InstrumentValues> check_all(web::Context& ctx, const InstrumentPage& shown,
                                                    const domain::LedgerRow& stored) {
  auto checked = check(ctx, shown, stored.id != 0 ? &stored.values : nullptr);
  if (checked.ok()) checked.errors = warn_of_duplicate(ctx, shown, checked.value, {checked.value.serial_number}, stored.id);
  return checked;
}

// What an open appointment forbids, beside the fields it forbids to change.
void check_identity(const domain::LedgerRow& now, const domain::InstrumentValues& v, std::vector<domain::Error>& errors) {
  const domain::InstrumentFacts facts = domain::facts_of(now);
  const std::string why(domain::refusal(domain::Act::edit_identity, facts));
  if (why.empty()) return;
  for (const domain::Column& column : domain::form_columns())
    if (column.identity && domain::typed_text(column, v) != domain::typed_text(column, now.values))
      errors.push_back({std::string(column.field), why});
}

}  // namespace

web::Response show_new(web::Context& ctx) { return render_new(ctx, empty_form(ctx), {}, 200); }

web::Response create(web::Context& ctx) {
  const InstrumentPage shown = read_form(ctx, true);
  if (only_changes_form(ctx)) return render_new(ctx, shown, {}, 200);
  const auto checked = check_all(ctx, shown, {});
  if (!checked.ok()) return render_new(ctx, shown, checked.errors, 422);
  const auto location = ctx.change_once(
      [&](store::Tx& tx) { return instrument_path(store::create_instrument(tx, ctx.session->unit_id, checked.value)); });
  if (!location) return render_new(ctx, shown, {{"name", ctx.not_taken()}}, 409);
  return ctx.req.form.has("op_save_next") ? ctx.redirect("/ledger/new", "ADDED_NEXT") : ctx.redirect(*location, "ADDED");
}

web::Response show_edit(web::Context& ctx) {
  const domain::LedgerRow instrument = own_changeable(ctx);
  return render_edit(ctx, as_typed(ctx, instrument), instrument, {}, 200);
}

web::Response save(web::Context& ctx) {
  const domain::LedgerRow instrument = own_changeable(ctx);
  const InstrumentPage shown = read_form(ctx, !instrument.recorded());
  if (only_changes_form(ctx)) return render_edit(ctx, shown, instrument, {}, 200);
  auto checked = check_all(ctx, shown, instrument);
  if (checked.ok()) check_identity(instrument, checked.value, checked.errors);
  if (!checked.ok()) return render_edit(ctx, shown, instrument, checked.errors, 422);
  // The version the form was made from: another one now means that somebody saved meanwhile. Then both are shown, and saving
  // again is a decision.
  const auto conflict = [&] { return render_edit(ctx, shown, own_changeable(ctx), {{"name", "CHANGED_MEANWHILE"}}, 409); };
  if (ctx.req.form.need("version") != std::to_string(instrument.version)) return conflict();
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      if (!store::update_instrument(tx, ctx.session->unit_id, instrument, checked.value)) throw web::Conflict();
      return instrument_path(instrument.id);
    });
    return location ? ctx.redirect(*location, "SAVED") : render_edit(ctx, shown, instrument, {{"name", ctx.not_taken()}}, 409);
  } catch (const web::Conflict&) {
    return conflict();
  } catch (const store::Violation& e) {  // it came onto an appointment, or was scrapped, in this very moment
    if (e.constraint != store::constraint::instruments_on_appointment && e.constraint != store::constraint::instruments_final)
      throw;
    return conflict();
  }
}

}  // namespace ledger
