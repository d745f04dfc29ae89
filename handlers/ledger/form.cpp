// See form.h.
#include "ledger/form.h"

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

// What the chosen kind means for the fields beside it: which uses, which cycle.
void show_kind(const view::Dict& fields, const domain::Kind& kind) {
  const view::Dict facts = fields.add("KIND_FACTS");
  facts.set("KIND", kind.name);
  facts.set("USES", domain::uses_in_words(kind));
  if (!kind.scope.empty()) facts.add("SCOPED").set("SCOPE", kind.scope);
  if (kind.cycle_months) facts.add("CYCLE").set_number("MONTHS", *kind.cycle_months);
}

}  // namespace

InstrumentPage read_form(const web::Context& ctx, bool record_open) {
  const web::Params& f = ctx.req.form;
  InstrumentPage page;
  domain::InstrumentForm& typed = page.typed;
  typed.name = f.need("name");
  typed.kind_id = f.need("kind_id");
  typed.model = f.need("model");
  typed.measuring_range = f.need("measuring_range");
  typed.accuracy = f.need("accuracy");
  typed.serial_number = f.need("serial_number");
  typed.manufacturer = f.need("manufacturer");
  typed.origin = f.get("origin");  // radio buttons send nothing when none is chosen
  typed.place = f.need("place");
  typed.quantity = f.need("quantity");
  typed.use = f.get("use");
  typed.delivery = f.get("delivery");
  typed.management_number = f.need("management_number");
  typed.cycle_months = f.need("cycle_months");
  if (record_open) {
    typed.verified_on = f.need("verified_on");
    typed.valid_until = f.need("valid_until");
    typed.certificate_number = f.need("certificate_number");
    typed.institution_name = f.need("institution_name");
  }
  typed.remark = f.need("remark");
  page.division = {f.need("division_1"), f.get("division_2"), f.get("division_3")};
  page.kind_query = f.need("kind_query");
  page.record_open = record_open;
  page.accept_duplicate = f.get("accept_duplicate") == "yes";
  page.serial_numbers = f.get("serial_numbers");
  return page;
}

InstrumentPage empty_form(const web::Context& ctx) {
  InstrumentPage page;
  page.typed.quantity = "1";
  page.typed.origin = "domestic";
  page.typed.delivery = "send_in";
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
  domain::InstrumentForm& typed = page.typed;
  for (std::string* left_out : {&typed.serial_number, &typed.management_number, &typed.verified_on, &typed.valid_until,
                                &typed.certificate_number, &typed.institution_name})
    left_out->clear();
  page.record_open = true;
  page.copies = true;
  return page;
}

bool only_changes_form(const web::Context& ctx) { return ctx.req.form.has("op_find_kind") || ctx.req.form.has("op_division"); }

domain::Checked<domain::InstrumentValues> check(const web::Context& ctx, const InstrumentPage& page) {
  const auto kind = store::find_kind(ctx.db, parts::kind_id_of(page.typed.kind_id));
  const store::DivisionPath division = store::division_path(ctx.db, page.division);
  domain::InstrumentForm typed = page.typed;
  typed.division_code = division.code;
  return domain::check(typed, kind ? &*kind : nullptr, division.verdict, ctx.today(), page.record_open);
}

std::vector<domain::Error> warn_of_duplicate(const web::Context& ctx, const InstrumentPage& shown,
                                             const domain::InstrumentValues& values,
                                             const std::vector<std::string>& serial_numbers, long long except_id) {
  if (shown.accept_duplicate) return {};
  const int twins = store::count_duplicates(ctx.db, ctx.session->unit_id, values, serial_numbers, except_id);
  if (twins == 0) return {};
  return {{serial_numbers.size() > 1 ? "serial_numbers" : "serial_number", "TWIN", std::to_string(twins)}};
}

void show_differences(web::Context& ctx, const view::Dict& content, const InstrumentPage& typed, const InstrumentPage& now) {
  using Form = domain::InstrumentForm;
  static const std::vector<std::pair<const char*, std::string Form::*>> fields = {
      {"kind_id", &Form::kind_id},
      {"name", &Form::name},
      {"model", &Form::model},
      {"measuring_range", &Form::measuring_range},
      {"accuracy", &Form::accuracy},
      {"serial_number", &Form::serial_number},
      {"manufacturer", &Form::manufacturer},
      {"origin", &Form::origin},
      {"place", &Form::place},
      {"quantity", &Form::quantity},
      {"use", &Form::use},
      {"delivery", &Form::delivery},
      {"management_number", &Form::management_number},
      {"cycle_months", &Form::cycle_months},
      {"verified_on", &Form::verified_on},
      {"valid_until", &Form::valid_until},
      {"certificate_number", &Form::certificate_number},
      {"institution_name", &Form::institution_name},
      {"remark", &Form::remark}};
  const auto shown = [&](const std::string& field, const std::string& value) -> std::string {
    if (field == "origin") return std::string(domain::word(domain::origins(), value));
    if (field == "use") return std::string(domain::word(domain::uses(), value));
    if (field == "delivery") return std::string(domain::word(domain::deliveries(), value));
    if (field != "kind_id") return value;
    const auto kind = store::find_kind(ctx.db, parts::kind_id_of(value));
    return kind ? kind->name : "";
  };
  for (const auto& [field, member] : fields) {
    if (typed.typed.*member == now.typed.*member) continue;
    const view::Dict row = content.add("DIFFERENCE");
    row.set("LABEL", domain::field_label(field));
    row.set("NOW", shown(field, now.typed.*member));
    row.set("TYPED", shown(field, typed.typed.*member));
  }
}

void fill_form(web::Context& ctx, const view::Page& page, const std::string& action, InstrumentPage shown,
               std::vector<domain::Error> errors) {
  const auto kinds = store::ledger_kinds(ctx.db);
  const std::vector<long long> only =
      ctx.req.form.has("op_find_kind") ? search(ctx, shown, kinds, errors) : std::vector<long long>();
  const bool form_is_fresh = errors.empty();
  const bool twin = std::any_of(errors.begin(), errors.end(), [](const domain::Error& e) { return e.code == "TWIN"; });
  const domain::InstrumentForm& typed = shown.typed;
  const view::Dict fields = page.content().include("FIELDS", "ledger/fields.tpl");
  if (!only.empty()) fields.add("FOUND").set_number("COUNT", static_cast<long long>(only.size()));
  view::Form form(page, fields, std::move(errors), ctx.token(action));
  for (const store::CatalogueKind& entry : kinds)
    if (entry.kind.id == parts::kind_id_of(typed.kind_id)) show_kind(fields, entry.kind);
  parts::add_kind_fields(form, kinds, only, shown.kind_query, typed.kind_id);
  form.text("name", typed.name, view::required().max(100).wide());
  form.text("model", typed.model, view::required().max(100));
  form.text("measuring_range", typed.measuring_range, view::required().max(100));
  form.text("accuracy", typed.accuracy, view::required().max(60));
  form.text("serial_number", typed.serial_number, view::required().max(60).focus(shown.copies && form_is_fresh));
  if (shown.copies) form.textarea("serial_numbers", shown.serial_numbers, view::optional().max(20000));
  form.text("manufacturer", typed.manufacturer, view::required().max(120).wide());
  form.radio("origin", typed.origin, view::options(domain::origins()), view::required());
  form.division("place_division", parts::levels(store::division_path(ctx.db, shown.division)));
  form.text("place", typed.place, view::required().wide());
  form.text("quantity", typed.quantity, view::required().max(10));
  form.radio("use", typed.use, view::options(domain::uses()), view::required());
  form.radio("delivery", typed.delivery, view::options(domain::deliveries()), view::required());
  form.text("management_number", typed.management_number, view::optional().max(40));
  form.text("cycle_months", typed.cycle_months, view::optional().max(10));
  form.textarea("remark", typed.remark, view::optional().max(500));
  if (twin || shown.accept_duplicate) fields.add("TWIN").show_if(shown.accept_duplicate, "CHECKED");
  fields.show(shown.record_open ? "RECORD_OPEN" : "RECORD_CLOSED");
  if (!shown.record_open) return;
  form.text("verified_on", typed.verified_on, view::optional().max(30));
  form.text("valid_until", typed.valid_until, view::optional().max(30));
  form.text("certificate_number", typed.certificate_number, view::optional().max(60));
  form.text("institution_name", typed.institution_name, view::optional().max(100).wide());
}

}  // namespace ledger
