// Units of the scope, one of them with its instruments, and one instrument with its records.
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "parts/instrument_facts.h"
#include "parts/kinds.h"
#include "store/supervision/supervision.h"
#include "supervision/pages.h"
#include "supervision/parts.h"
#include "view/standing.h"
#include "web/errors.h"

namespace supervision {
namespace {

constexpr int page_size = 20;

void fill_tally(const view::Dict& dict, const domain::Tally& t) {
  dict.set_number("IN_USE", t.in_use());
  dict.set_number("OVERDUE", t.overdue);
  dict.set_number("FAILED", t.failed);
  dict.set_number("DUE_SOON", t.due_soon);
  dict.set_number("ROTATE", t.rotate_due + t.rotate_soon);
  dict.set_number("NOT_VERIFIED", t.not_verified);
  dict.set_number("STOPPED", t.stopped);
  dict.set_number("SCRAPPED", t.scrapped);
  dict.set("RATE", t.checked.text());
}

void fill_unit(const view::Dict& dict, const store::SupervisedUnit& u) {
  dict.set("UNIT_NAME_SHOWN", u.name);
  dict.set("UNIT_CODE", u.unit_code);
  dict.set("UNIT_TYPE", domain::word(domain::unit_types(), u.unit_type));
  dict.set("DIVISION", u.division_path);
  dict.set("STATE", domain::word(domain::review_states(), u.state));
  dict.set("CONTACT", u.contact);
  dict.set("PHONE", u.phone);
  fill_tally(dict, u.tally);
}

void fill_records(const view::Dict& content, const std::vector<store::Record>& records) {
  if (records.empty()) return;
  const view::Dict table = content.add("RECORDS");
  for (const store::Record& r : records) {
    const view::Dict entry = table.add("RECORD");
    entry.set("VERIFIED_ON", r.verified_on.iso());
    entry.set("VALID_UNTIL", domain::iso_or_empty(r.valid_until));
    entry.set("NUMBER", r.number);
    entry.set("INSTITUTION", r.institution_name);
    entry.show(r.result == "declared" ? "DECLARED" : r.result == "pass" ? "PASSED" : "FAILED");
  }
}

void fill_results(const view::Dict& content, const std::vector<store::SupervisedResult>& results) {
  if (results.empty()) return;
  const view::Dict table = content.add("RESULTS");
  for (const store::SupervisedResult& r : results) {
    const view::Dict entry = table.add("RESULT");
    entry.set("RECORDED_AT", r.recorded_at);
    entry.set("INSTITUTION", r.institution);
    entry.set_number("PASSED", r.passed);
    entry.set_number("FAILED", r.failed);
    entry.set("MARK", r.mark.empty() ? "" : domain::word(domain::marks(), r.mark));
    entry.set("NUMBER", r.number.empty() ? r.notice_number : r.number);
    if (!r.seal_number.empty()) entry.add("SEAL").set("NUMBER", r.seal_number);
    entry.set("VERIFIED_ON", r.verified_on);
    entry.set("VALID_UNTIL", r.valid_until);
    entry.set_number("VERSION", r.version_no);
    entry.set("REASON", r.reason);
    entry.show(r.current ? "CURRENT" : "REPLACED");
  }
}

}  // namespace

web::Response units(web::Context& ctx) {
  const store::Scope scope = asked_scope(ctx);
  const view::Page page = ctx.page("supervision/units.tpl", {overview_crumb});
  const view::Dict content = page.content();
  add_frame(ctx, content, scope, "units");
  std::string text = domain::trim(ctx.req.query.get("unit"));
  if (domain::length(text) > 100) text.clear();
  const long long after = parts::kind_id_of(ctx.req.query.get("after"));
  content.set("UNIT", text);
  add_region_choice(ctx, content, scope);
  const store::UnitList found = store::supervised_units(ctx.db, scope, text, after, page_size, ctx.today());
  content.show_if(found.capped, "CAPPED");
  if (found.rows.empty() && after == 0) {
    content.show("EMPTY");
    return ctx.render(page);
  }
  const view::Dict rows = content.add("ROWS");
  for (const store::SupervisedUnit& u : found.rows) {
    const view::Dict row = rows.add("ROW");
    row.set("HREF", address(ctx, "/supervision/units/" + std::to_string(u.id), {}));
    fill_unit(row, u);
  }
  add_more(ctx, rows, "/supervision/units", {{"division", scope.chosen()}, {"unit", text}}, after != 0,
           found.next > 0 ? std::to_string(found.next) : "");
  return ctx.render(page);
}

web::Response unit(web::Context& ctx) {
  const store::Scope scope = whole_scope(ctx);
  const auto found = store::supervised_unit(ctx.db, scope, ctx.id(), ctx.today());
  if (!found) throw web::NotFound();
  const view::Page page = ctx.page("supervision/unit.tpl", {overview_crumb, {"supervision/units.tpl", "/supervision/units"}});
  const view::Dict content = page.content();
  fill_unit(content, *found);
  const std::string path = "/supervision/units/" + std::to_string(found->id);
  store::SupervisedFilter filter;
  filter.unit_id = found->id;
  if (store::is_supervised_standing(ctx.req.query.get("standing"))) filter.standing = ctx.req.query.get("standing");
  filter.after = read_key(ctx.req.query.get("after"));
  content.set("ACTION", address(ctx, path, {}));
  content.show("STANDING_" + view::section_name(filter.standing));
  const store::SupervisedList list = store::supervised_instruments(ctx.db, scope, filter, ctx.today());
  if (list.rows.empty() && !filter.after) {
    content.show("EMPTY");
    return ctx.render(page);
  }
  const view::Dict rows = content.add("ROWS");
  add_table(ctx, rows, list.rows);
  add_more(ctx, rows, path, {{"standing", filter.standing == "all" ? "" : filter.standing}}, filter.after.has_value(),
           list.next ? key_text(*list.next) : "");
  return ctx.render(page);
}

web::Response instrument(web::Context& ctx) {
  const store::Scope scope = whole_scope(ctx);
  const auto found = store::supervised_instrument(ctx.db, scope, ctx.id(0), ctx.id(1));
  if (!found) throw web::NotFound();
  const std::string unit = "/supervision/units/" + std::to_string(found->unit_id);
  const view::Page page =
      ctx.page("supervision/instrument.tpl",
               {overview_crumb, {"supervision/units.tpl", "/supervision/units"}, {"supervision/unit.tpl", unit}});
  const view::Dict content = page.content();
  content.set("UNIT", found->unit_name);
  parts::add_instrument_facts(content, found->instrument);
  if (found->instrument.recorded())
    parts::add_changes(content, store::verified_as(ctx.db, found->unit_id, found->instrument.id), found->instrument);
  content.set("UNIT_HREF", address(ctx, unit, {}));
  content.set("CONTACT", found->contact);
  content.set("PHONE", found->phone);
  view::add_standing(content, found->instrument.judge(ctx.today()));
  fill_records(content, store::supervised_records(ctx.db, *found));
  fill_results(content, store::supervised_results(ctx.db, *found));
  return ctx.render(page);
}

}  // namespace supervision
