// How institutions serve the scope: 未受理需求 (late answers, refusals, kinds that no institution can verify) and institutions
// with their work.
#include "domain/values/terms.h"
#include "store/supervision/supervision_service.h"
#include "supervision/pages.h"
#include "supervision/parts.h"

namespace supervision {
namespace {

constexpr int late_size = 50;

// begun: these are not the first.
void fill_late(web::Context& ctx, const view::Dict& content, const store::Scope& scope, const store::LateLines& late,
               bool begun) {
  if (late.rows.empty() && !begun) return content.show("NO_LATE");
  const view::Dict table = content.add("LATE");
  for (const store::LateLine& l : late.rows) {
    const view::Dict row = table.add("ROW");
    row.set("NUMBER", l.number);
    row.set("UNIT", l.unit_name);
    row.set("NAME", l.name);
    row.set("SERIAL_NUMBER", l.serial_number);
    row.set("DIVISION", l.division_path);
    row.set("INSTITUTION", l.institution);
    row.set("SUBMITTED_AT", l.submitted_at);
    row.set("ANSWER_BY", l.answer_by);
    row.set_number("DAYS", l.days);
    row.set(
        "HREF",
        address(ctx, "/supervision/units/" + std::to_string(l.unit_id) + "/instruments/" + std::to_string(l.instrument_id), {}));
  }
  add_more(ctx, table, "/supervision/unserved", {{"division", scope.chosen()}}, begun, late.next ? key_text(*late.next) : "");
}

void fill_kinds(web::Context& ctx, const view::Dict& table, const std::vector<store::KindInRegion>& kinds,
                const store::Scope& scope) {
  for (const store::KindInRegion& k : kinds) {
    const view::Dict row = table.add("ROW");
    row.set("REGION", k.region);
    row.show_if(k.region.empty(), "ASSIGNED");
    row.set("KIND", k.kind);
    row.set_number("LINES", k.lines);
    row.set_number("QUANTITY", k.quantity);
    if (!k.reason_code.empty()) row.set("REASON", domain::word(domain::refusal_reasons(), k.reason_code));
    const std::string division = k.region_code.empty() ? scope.chosen() : k.region_code;
    row.set("HREF", address(ctx, "/supervision/instruments", {{"division", division}, {"kind", std::to_string(k.kind_id)}}));
  }
}

}  // namespace

web::Response unserved(web::Context& ctx) {
  const store::Scope scope = asked_scope(ctx);
  const view::Page page = ctx.page("supervision/unserved.tpl", {overview_crumb});
  const view::Dict content = page.content();
  add_frame(ctx, content, scope, "unserved");
  add_region_choice(ctx, content, scope);
  const auto after = read_key(ctx.req.query.get("after"));
  fill_late(ctx, content, scope, store::late_lines(ctx.db, scope, after, late_size, ctx.today()), after.has_value());
  const domain::Date since = ctx.today().plus_days(-365);
  content.set("SINCE", since.iso());
  const auto refused = store::refused_kinds(ctx.db, scope, since);
  if (refused.empty())
    content.show("NO_REFUSED");
  else
    fill_kinds(ctx, content.add("REFUSED"), refused, scope);
  const auto missing = store::unserved_kinds(ctx.db, scope, ctx.today());
  if (missing.empty())
    content.show("NO_MISSING");
  else
    fill_kinds(ctx, content.add("MISSING"), missing, scope);
  return ctx.render(page);
}

web::Response institutions(web::Context& ctx) {
  const store::Scope scope = asked_scope(ctx);
  const view::Page page = ctx.page("supervision/institutions.tpl", {overview_crumb});
  const view::Dict content = page.content();
  add_frame(ctx, content, scope, "institutions");
  add_region_choice(ctx, content, scope);
  const auto found = store::workloads(ctx.db, scope, ctx.today());
  if (found.empty()) {
    content.show(store::too_wide_for_workloads(scope) ? "TOO_WIDE" : "EMPTY");
    return ctx.render(page);
  }
  const view::Dict table = content.add("TABLE");
  for (const store::Workload& w : found) {
    const view::Dict row = table.add("ROW");
    row.set("NAME", w.name);
    row.set("DIVISION", w.division_path);
    row.set("PHONE", w.phone);
    row.show_if(w.state != "active", "SUSPENDED");
    row.set_number("WAITING", w.waiting);
    row.set_number("OPEN", w.open);
    row.set_number("ANSWERED", w.answered);
    row.set_number("R30", w.results_30);
    row.set_number("R90", w.results_90);
    row.set_number("R365", w.results_365);
    row.set("MEDIAN", w.median_days < 0 ? "--" : std::to_string(w.median_days));
    row.set("SLOW", w.slow_days < 0 ? "--" : std::to_string(w.slow_days));
    row.set("RATE", w.timely.text());
  }
  return ctx.render(page);
}

}  // namespace supervision
