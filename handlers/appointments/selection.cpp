// See selection.h.
#include "appointments/selection.h"

#include "base/number.h"
#include "domain/appointments/appointment.h"
#include "domain/values/text.h"
#include "store/appointments/bookable.h"
#include "view/pager.h"
#include "view/standing.h"
#include "web/errors.h"

#include <algorithm>
#include <set>

namespace appointments {
namespace {

constexpr int pick_size = 20;

}  // namespace

void show_mode(const view::Dict& line, const domain::LedgerRow& row, const domain::Judgement& judged) {
  line.show_if(judged.standing == domain::Standing::failed, "REPAIRED");
  line.show_if(row.values.mode != "periodic" && !row.last_result.empty(), "FIRST_ONLY");
}

void add_ids(Selection& selection, const std::vector<long long>& ids, long long matched) {
  const std::set<long long> had(selection.ids.begin(), selection.ids.end());
  std::set<long long> seen = had;
  long long added = 0;
  for (const long long id : ids) {
    if (!seen.insert(id).second) continue;
    if (selection.ids.size() >= static_cast<std::size_t>(domain::most_lines)) continue;
    selection.ids.push_back(id);
    ++added;
  }
  const long long already = static_cast<long long>(ids.size()) - static_cast<long long>(seen.size() - had.size());
  selection.left_out = std::max(0LL, matched - already - added);
}

Selection read_form(web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  Selection s;
  s.header = {f.need("contact"), f.need("phone"), f.need("unit_address"), f.need("expected_on"), f.need("remark")};
  s.pick = f.get("pick");
  s.pick_page = std::clamp(base::number_or(f.get("pick_page"), 1), 1, 100000);
  std::vector<long long> ids;
  for (const auto& [name, value] : f.all()) {
    if (name == "id" && base::row_id(value).value_or(0) > 0) ids.push_back(base::row_id(value).value_or(0));
    if (name.rfind("to_", 0) != 0) continue;
    const long long id = base::row_id(name.substr(3)).value_or(0);
    if (const auto destination = domain::destination_of(value); id > 0 && destination) s.chosen[id] = *destination;
  }
  add_ids(s, ids, static_cast<long long>(ids.size()));
  return s;
}

bool only_changes_form(web::Context& ctx, Selection& s) {
  const web::Params& f = ctx.req.form;
  if (f.has("op_due")) {
    long long matched = 0;
    const auto due = store::bookable_due(ctx.db, ctx.session->unit_id, ctx.today(), domain::most_lines, matched);
    add_ids(s, due, matched);
  }
  if (f.has("op_pick_next")) ++s.pick_page;
  if (f.has("op_pick_previous")) s.pick_page = std::max(1, s.pick_page - 1);
  if (f.has("op_find")) s.pick_page = 1;
  return !f.has("op_save") && !f.has("op_submit");
}

domain::BookingForm as_typed(const store::Appointment& a) {
  return {a.contact, a.phone, a.address, domain::iso_or_empty(a.expected_on), a.remark};
}

void fill_header(const view::Page& page, const domain::BookingForm& header, std::vector<domain::Error> errors,
                 const std::string& token, const std::optional<DestinationField>& destination) {
  const view::Dict fields = page.content().include("HEADER", "appointments/header.tpl");
  view::Form form(page, fields, std::move(errors), token);
  if (destination) form.select("destination", destination->chosen, destination->options, view::required());
  form.text("contact", header.contact, view::required().max(50).autocomplete("name").no_hint());
  form.text("phone", header.phone, view::required().max(30).autocomplete("tel").no_hint());
  form.text("unit_address", header.address, view::required().wide());
  form.text("expected_on", header.expected_on, view::optional().max(30));
  form.textarea("remark", header.remark, view::optional().max(500).no_hint());
}

Offered find_offered(web::Context& ctx, const Selection& s) {
  const std::string text = domain::trim(s.pick);
  const long long unit = ctx.session->unit_id;
  Offered offered;
  offered.found = store::search_bookable(ctx.db, unit, text, s.ids, pick_size, s.pick_page);
  offered.pages = view::page_count(offered.found.matched, pick_size);
  offered.page = std::min(s.pick_page, offered.pages);
  if (offered.page != s.pick_page) offered.found = store::search_bookable(ctx.db, unit, text, s.ids, pick_size, offered.page);
  std::vector<long long> ids;
  for (const domain::LedgerRow& row : offered.found.rows) ids.push_back(row.id);
  if (!ids.empty()) offered.drafted = store::drafts_with(ctx.db, unit, ids);
  return offered;
}

void fill_picker(const view::Dict& content, const std::string& asked, const Offered& offered, domain::Date today) {
  const view::Dict picker = content.include("PICKER", "appointments/picker.tpl");
  picker.set("PICK", asked);
  picker.set_number("PICK_PAGE", offered.page);
  const auto& rows = offered.found.rows;
  if (rows.empty()) return picker.show(domain::trim(asked).empty() ? "NONE_LEFT" : "NOTHING_FOUND");
  const view::Dict table = picker.add("FOUND");
  table.set_number("MATCHED", offered.found.matched);
  table.set_number("PAGE", offered.page);
  table.set_number("PAGES", offered.pages);
  table.show_if(offered.page > 1, "PREVIOUS");
  table.show_if(offered.page < offered.pages, "NEXT");
  for (const domain::LedgerRow& row : rows) {
    const view::Dict entry = table.add("ROW");
    entry.set_number("ID", row.id);
    entry.set("NAME", row.values.name);
    entry.set("MODEL", row.values.model);
    entry.set("SERIAL_NUMBER", row.values.serial_number);
    entry.set("PLACE", row.values.place);
    entry.set("VALID_UNTIL", domain::iso_or_empty(row.values.valid_until));
    const domain::Judgement judged = row.judge(today);
    view::add_standing(entry, judged);
    show_mode(entry, row, judged);
    entry.show_if(judged.colour == domain::Colour::red, "ROW_RED");
    entry.show_if(judged.colour == domain::Colour::yellow, "ROW_YELLOW");
    if (const auto on = offered.drafted.find(row.id); on != offered.drafted.end()) {
      const view::Dict draft = entry.add("DRAFTED");
      draft.set_number("APPOINTMENT", on->second.appointment_id);
      draft.set("NUMBER", on->second.number);
    }
  }
}

std::string appointment_path(long long appointment_id, const std::string& below) {
  return std::string(list_path) + "/" + std::to_string(appointment_id) + below;
}

store::Party own_side(const web::Context& ctx) { return {domain::Side::unit, ctx.session->unit_id}; }

store::Appointment own_appointment(web::Context& ctx) {
  auto found = store::find_appointment(ctx.db, own_side(ctx), ctx.id());
  if (!found) throw web::NotFound();
  return *found;
}

}  // namespace appointments
