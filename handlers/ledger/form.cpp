// See form.h.
#include "ledger/form.h"

#include "domain/ledger/instrument_columns.h"
#include "domain/ledger/to_form.h"
#include "domain/values/terms.h"
#include "parts/division.h"
#include "parts/kinds.h"
#include "store/catalogue/catalogue.h"

#include <algorithm>

namespace ledger {
namespace {

// Narrows the kinds to the word; a single one is chosen at once, and lends its name and, when there is one, its use.
std::vector<long long> search(const web::Context& ctx, InstrumentPage& shown, const std::vector<store::CatalogueKind>& kinds,
                              std::vector<domain::Error>& errors) {
  const auto found = parts::search_kinds(ctx, shown.kind_query, shown.typed.kind_id, errors);
  if (found.empty()) return found;
  for (const store::CatalogueKind& entry : kinds) {
    if (entry.kind.id != parts::kind_id_of(shown.typed.kind_id)) continue;
    if (shown.typed.name.empty()) shown.typed.name = entry.kind.name;
    if (shown.typed.use.empty() && entry.kind.uses.size() == 1) shown.typed.use = entry.kind.uses.front();
  }
  return found;
}

// A retired kind is offered to the instrument that has it, marked as such, and to no other.
void add_own_kind(store::Db& db, std::vector<store::CatalogueKind>& kinds, long long id) {
  if (std::any_of(kinds.begin(), kinds.end(), [&](const store::CatalogueKind& k) { return k.kind.id == id; })) return;
  auto own = store::find_catalogue_kind(db, id);
  if (!own || !own->kind.retired) return;
  own->kind.name += domain::field_label("kind_retired");
  const auto behind = std::find_if(kinds.rbegin(), kinds.rend(), [&](const auto& k) { return k.item_no <= own->item_no; });
  kinds.insert(behind.base(), std::move(*own));
}

// What the chosen kind means for the fields beside it: which uses, which cycle.
void show_kind(const view::Dict& fields, const domain::Kind& kind) {
  const view::Dict facts = fields.add("KIND_FACTS");
  facts.set("KIND", kind.name);
  facts.set("USES", domain::uses_in_words(kind));
  if (!kind.scope.empty()) facts.add("SCOPED").set("SCOPE", kind.scope);
  if (kind.cycle_months) facts.add("CYCLE").set_number("MONTHS", *kind.cycle_months);
}

// The fields of kind and division are more than one each: they stand on their own.
void add_field(view::Form& form, const domain::Column& column, const std::string& typed, bool serial_first) {
  constexpr int number_length = 10, date_length = 30;  // more than any number or date, so that what is wrong is told
  view::Field field = view::field(column.required).max(static_cast<int>(column.limit)).wide(column.wide);
  switch (column.content) {
    case domain::Content::text:
      field.focus(serial_first && column.code == "serial_number");
      return column.lines ? form.textarea(column.field, typed, field) : form.text(column.field, typed, field);
    case domain::Content::choice:
      return form.radio(column.field, typed, view::options(column.terms()), view::field(column.required));
    case domain::Content::number:
      return form.text(column.field, typed, field.max(number_length));
    case domain::Content::date:
      return form.text(column.field, typed, field.max(date_length));
    default:
      return;
  }
}

}  // namespace

InstrumentPage read_form(const web::Context& ctx, bool record_open) {
  const web::Params& f = ctx.req.form;
  InstrumentPage page;
  for (const domain::Column& column : domain::form_columns()) {
    if (column.content == domain::Content::division || (column.record && !record_open)) continue;
    const std::string name(column.field);
    // Radio buttons send nothing when none is chosen.
    page.typed.*column.typed = column.content == domain::Content::choice ? f.get(name) : f.need(name);
  }
  page.division = {f.need("division_1"), f.get("division_2"), f.get("division_3")};
  page.kind_query = f.need("kind_query");
  page.record_open = record_open;
  page.accept_duplicate = f.get("accept_duplicate") == "yes";
  page.beyond_cycle = f.get("declared_beyond") == "yes";
  page.serial_numbers = f.get("serial_numbers");
  return page;
}

InstrumentPage empty_form(const web::Context& ctx) {
  InstrumentPage page;
  for (const domain::Column& column : domain::form_columns()) page.typed.*column.typed = column.initial;
  page.division = store::division_chain(ctx.db, ctx.session->division_code);
  return page;
}

InstrumentPage as_typed(const web::Context& ctx, const domain::LedgerRow& instrument) {
  InstrumentPage page;
  page.typed = domain::to_form(instrument.values);
  page.division = store::division_chain(ctx.db, instrument.values.division_code);
  page.record_open = !instrument.recorded();
  return page;
}

InstrumentPage copy_form(const web::Context& ctx, const domain::LedgerRow& instrument) {
  InstrumentPage page = as_typed(ctx, instrument);
  for (const domain::Column& column : domain::form_columns())
    if (column.of_one_piece) (page.typed.*column.typed).clear();
  page.record_open = true;
  page.copies = true;
  return page;
}

bool only_changes_form(const web::Context& ctx) { return ctx.req.form.has("op_find_kind") || ctx.req.form.has("op_division"); }

domain::Checked<domain::InstrumentValues> check(const web::Context& ctx, const InstrumentPage& page,
                                                const domain::InstrumentValues* stored) {
  const auto kind = store::find_kind(ctx.db, parts::kind_id_of(page.typed.kind_id));
  const store::DivisionPath division = store::division_path(ctx.db, page.division);
  domain::InstrumentForm typed = page.typed;
  typed.division_code = division.code;
  return domain::check(typed, kind ? &*kind : nullptr, division.verdict, ctx.today(),
                       {page.record_open, stored, page.beyond_cycle});
}

std::vector<domain::Error> warn_of_duplicate(const web::Context& ctx, const InstrumentPage& shown,
                                             const domain::InstrumentValues& values,
                                             const std::vector<std::string>& serial_numbers, long long except_id) {
  if (shown.accept_duplicate) return {};
  const int duplicates = store::count_duplicates(ctx.db, ctx.session->unit_id, values, serial_numbers, except_id);
  if (duplicates == 0) return {};
  return {{serial_numbers.size() > 1 ? "serial_numbers" : "serial_number", "DUPLICATE", std::to_string(duplicates)}};
}

void show_differences(web::Context& ctx, const view::Dict& content, const InstrumentPage& typed, const InstrumentPage& now) {
  const auto shown = [&](const domain::Column& column, const std::string& value) -> std::string {
    if (column.content == domain::Content::choice) return std::string(domain::word(column.terms(), value));
    if (column.content != domain::Content::kind) return value;
    const auto kind = store::find_kind(ctx.db, parts::kind_id_of(value));
    return kind ? kind->name : "";
  };
  for (const domain::Column& column : domain::form_columns()) {
    const std::string &before = now.typed.*column.typed, &after = typed.typed.*column.typed;
    if (column.content == domain::Content::division || after == before) continue;
    const view::Dict row = content.add("DIFFERENCE");
    row.set("LABEL", domain::field_label(column.field));
    row.set("NOW", shown(column, before));
    row.set("TYPED", shown(column, after));
  }
}

void add_form(web::Context& ctx, const view::Page& page, const std::string& action, InstrumentPage shown,
              std::vector<domain::Error> errors) {
  auto kinds = store::ledger_kinds(ctx.db);
  add_own_kind(ctx.db, kinds, parts::kind_id_of(shown.typed.kind_id));
  const std::vector<long long> only =
      ctx.req.form.has("op_find_kind") ? search(ctx, shown, kinds, errors) : std::vector<long long>();
  const bool form_is_fresh = errors.empty();
  const bool beyond =
      std::any_of(errors.begin(), errors.end(), [](const domain::Error& e) { return e.code == "DECLARED_BEYOND"; });
  const bool duplicate = std::any_of(errors.begin(), errors.end(), [](const domain::Error& e) { return e.code == "DUPLICATE"; });
  const domain::InstrumentForm& typed = shown.typed;
  const view::Dict fields = page.content().include("FIELDS", "ledger/fields.tpl");
  if (!only.empty()) fields.add("FOUND").set_number("COUNT", static_cast<long long>(only.size()));
  view::Form form(page, fields, std::move(errors), ctx.token(action));
  for (const store::CatalogueKind& entry : kinds)
    if (entry.kind.id == parts::kind_id_of(typed.kind_id)) show_kind(fields, entry.kind);
  parts::add_kind_fields(form, kinds, only, shown.kind_query, typed.kind_id);
  for (const domain::Column& column : domain::form_columns())
    if (!column.record || shown.record_open) add_field(form, column, typed.*column.typed, shown.copies && form_is_fresh);
  if (shown.record_open && (beyond || shown.beyond_cycle)) form.checkbox("declared_beyond", shown.beyond_cycle);
  if (shown.copies) form.textarea("serial_numbers", shown.serial_numbers, view::optional().max(20000));
  form.division("place_division", parts::levels(store::division_path(ctx.db, shown.division)));
  if (duplicate || shown.accept_duplicate) fields.add("DUPLICATE").show_if(shown.accept_duplicate, "CHECKED");
  fields.show(shown.record_open ? "RECORD_OPEN" : "RECORD_CLOSED");
}

}  // namespace ledger
