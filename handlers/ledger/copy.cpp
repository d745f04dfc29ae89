// 复制: one more of the same, or many with their serial numbers; and 轮换, which scraps a meter at the end of its service life
// and opens a copy for the new one, in one act.
#include "domain/ledger/lifecycle.h"
#include "domain/ledger/serials.h"
#include "ledger/filter.h"
#include "ledger/form.h"
#include "ledger/pages.h"
#include "store/ledger/bulk.h"
#include "web/errors.h"

namespace ledger {
namespace {

constexpr std::size_t most_in_address = 100;  // ids that old browsers take in one address

domain::LedgerRow source_of(web::Context& ctx) {
  auto found = store::find_instrument(ctx.db, ctx.session->unit_id, ctx.id());
  if (!found) throw web::NotFound();
  return *found;
}

// Only a meter that is replaced at the end of its life, and only while it may be scrapped.
void need_rotation(const domain::LedgerRow& row) {
  const domain::InstrumentFacts facts = domain::facts_of(row);
  if (row.values.mode != "first_rotate" || !domain::refusal(domain::Act::scrap, facts).empty()) throw web::Conflict();
}

web::Response render_copy_form(web::Context& ctx, const domain::LedgerRow& source, const InstrumentPage& shown,
                               std::vector<domain::Error> errors, bool rotates, int status) {
  const std::string path = "/ledger/" + std::to_string(source.id);
  const std::string action = path + (rotates ? "/rotate" : "/copy");
  const view::Page page =
      ctx.page(rotates ? "ledger/rotate.tpl" : "ledger/copy.tpl", {{"ledger/list.tpl", "/ledger"}, {"ledger/show.tpl", path}});
  page.content().set_number("ID", source.id);
  page.content().set("SOURCE_NAME", source.values.name);
  page.content().set("SOURCE_SERIAL_NUMBER", source.values.serial_number);
  add_form(ctx, page, action, shown, std::move(errors));
  return ctx.render(page, status);
}

// One for each serial number; with a list of them, what the form says of a single one does not matter.
domain::Checked<std::vector<domain::InstrumentValues>> check_all(web::Context& ctx, InstrumentPage shown) {
  domain::Checked<std::vector<domain::InstrumentValues>> result;
  std::vector<std::string> serials;
  if (!shown.serial_numbers.empty()) {
    const auto expanded = domain::expand_serials(shown.serial_numbers);
    result.errors = expanded.errors;
    serials = expanded.value;
    if (!shown.typed.serial_number.empty()) result.errors.push_back({"serial_number", "ONE_OR_MANY_SERIALS"});
    shown.typed.serial_number = serials.empty() ? "1" : serials.front();
  }
  const auto checked = check(ctx, shown);
  for (const domain::Error& error : checked.errors) result.errors.push_back(error);
  if (!result.ok()) return result;
  if (serials.empty()) serials = {checked.value.serial_number};
  result.errors = warn_of_duplicate(ctx, shown, checked.value, serials, 0);
  for (const std::string& serial : serials) {
    result.value.push_back(checked.value);
    result.value.back().serial_number = serial;
  }
  return result;
}

std::string place_of(const std::vector<long long>& ids) {
  if (ids.size() == 1) return "/ledger/" + std::to_string(ids.front());
  store::LedgerFilter made;
  if (ids.size() <= most_in_address)
    made.ids = ids;
  else
    made.tab = "not_verified";
  return "/ledger" + filter_query(made);
}

web::Response save(web::Context& ctx, bool rotates) {
  const domain::LedgerRow source = source_of(ctx);
  if (rotates) need_rotation(source);
  InstrumentPage shown = read_form(ctx, true);
  shown.copies = !rotates;
  if (rotates) shown.serial_numbers.clear();
  if (only_changes_form(ctx)) return render_copy_form(ctx, source, shown, {}, rotates, 200);
  const auto checked = check_all(ctx, shown);
  if (!checked.ok()) return render_copy_form(ctx, source, shown, checked.errors, rotates, 422);
  const long long unit = ctx.session->unit_id;
  const auto location = ctx.change_once([&](store::Tx& tx) {
    std::vector<long long> ids;
    if (rotates) {
      store::LedgerFilter only;
      only.ids = {source.id};
      // Somebody else was faster: it is scrapped or booked by now.
      if (store::bulk_change(tx, unit, only, domain::Act::scrap, std::string(domain::rotation_reason), ctx.today()).done != 1)
        throw web::Conflict();
    }
    for (const domain::InstrumentValues& values : checked.value) ids.push_back(store::create_instrument(tx, unit, values));
    return place_of(ids);
  });
  if (!location) return render_copy_form(ctx, source, shown, {{"name", ctx.not_taken()}}, rotates, 409);
  return ctx.redirect(*location, rotates ? "ROTATED" : "COPIED");
}

}  // namespace

web::Response show_copy(web::Context& ctx) {
  const domain::LedgerRow source = source_of(ctx);
  return render_copy_form(ctx, source, copy_form(ctx, source), {}, false, 200);
}

web::Response create_copies(web::Context& ctx) { return save(ctx, false); }

web::Response show_rotation(web::Context& ctx) {
  const domain::LedgerRow source = source_of(ctx);
  need_rotation(source);
  InstrumentPage shown = copy_form(ctx, source);
  shown.copies = false;
  return render_copy_form(ctx, source, shown, {}, true, 200);
}

web::Response rotate(web::Context& ctx) { return save(ctx, true); }

}  // namespace ledger
