// The overview of a scope: key figures with their formulas, links to lists, and its parts, down to the units.
#include "store/supervision/statistics.h"
#include "supervision/pages.h"
#include "supervision/parts.h"

namespace supervision {
namespace {

struct Tile {
  const char *standing, *section, *colour;
};
constexpr Tile tiles[] = {{"overdue", "TILE_OVERDUE", "RED"},
                          {"failed", "TILE_FAILED", "RED"},
                          {"due_soon", "TILE_DUE_SOON", "YELLOW"},
                          {"rotate_due", "TILE_ROTATE_DUE", "RED"},
                          {"rotate_soon", "TILE_ROTATE_SOON", "YELLOW"},
                          {"not_verified", "TILE_NOT_VERIFIED", "GREY"}};

void fill_tiles(web::Context& ctx, const view::Dict& content, const store::Scope& scope, const domain::Tally& total) {
  for (const Tile& t : tiles) {
    const view::Dict tile = content.add("TILE");
    const long long count = total.of(t.standing);
    tile.show(t.section);
    tile.set_number("COUNT", count);
    tile.set("HREF",
             address(ctx, std::string_view(t.standing) == "overdue" ? "/supervision/overdue" : "/supervision/instruments",
                     {{"standing", std::string_view(t.standing) == "overdue" ? "" : t.standing}, {"division", scope.chosen()}}));
    if (count > 0) tile.show(t.colour);
  }
  content.set_number("IN_USE", total.in_use());
  content.set_number("VALID", total.valid);
  content.set_number("FIRST_DONE", total.first_done);
  content.set_number("STOPPED", total.stopped);
  content.set_number("SCRAPPED", total.scrapped);
}

void fill_parts(web::Context& ctx, const view::Dict& content, const std::vector<store::PartTally>& parts,
                const store::Scope& scope) {
  const view::Dict table = content.add("PARTS");
  for (const store::PartTally& part : parts) {
    const view::Dict row = table.add("PART");
    const bool assigned = part.region.code == store::assigned_code;
    row.show_if(assigned, "ASSIGNED");
    row.set("NAME", scope.chosen().empty() ? part.region.path : part.region.name);
    const bool final = part.region.code == scope.chosen();  // nothing below: on to its units
    row.set("HREF",
            final ? address(ctx, "/supervision/units", {{"division", part.region.code}}) : region_address(ctx, part.region.code));
    const domain::Tally& t = part.tally;
    row.set_number("IN_USE", t.in_use());
    row.set_number("OVERDUE", t.overdue);
    row.set_number("FAILED", t.failed);
    row.set_number("DUE_SOON", t.due_soon);
    row.set_number("ROTATE", t.rotate_due + t.rotate_soon);
    row.set_number("NOT_VERIFIED", t.not_verified);
    row.set_number("VALID", t.valid + t.first_done);
    row.set("RATE", t.checked.text());
  }
}

web::Response render_scope(web::Context& ctx, const char* file, const store::Scope& scope) {
  const view::Page page = std::string_view(file) == overview_crumb.file ? ctx.page(file) : ctx.page(file, {overview_crumb});
  const view::Dict content = page.content().include("BODY", "supervision/figures.tpl");
  add_frame(ctx, content, scope, "overview");
  if (scope.empty()) return ctx.render(page);
  const auto parts = store::tally_parts(ctx.db, scope, ctx.today());
  domain::Tally total;
  for (const store::PartTally& part : parts) total.add(part.tally);
  const view::Dict some = content.add("SOME");
  fill_tiles(ctx, some, scope, total);
  const domain::Period year = domain::period_of("", "", ctx.today());
  const store::ServiceRates rates = store::service_rates(ctx.db, scope, year, ctx.today());
  set_rate(some, "CHECKED", total.checked);
  set_rate(some, "FIRST_PASS", rates.first_pass);
  set_rate(some, "TIMELY", rates.timely);
  some.set("FROM", year.from.iso());
  some.set("TO", year.to.iso());
  fill_parts(ctx, some, parts, scope);
  const std::string until = store::counted_until(ctx.db, scope);
  if (until.empty())
    some.show("COUNTED_NOW");
  else
    some.add("COUNTED_UNTIL").set("AT", until);
  return ctx.render(page);
}

}  // namespace

web::Response overview(web::Context& ctx) { return render_scope(ctx, overview_crumb.file, whole_scope(ctx)); }

web::Response region(web::Context& ctx) {
  const store::Scope scope = asked_scope(ctx);
  if (scope.chosen().empty()) return ctx.redirect("/supervision");
  return render_scope(ctx, "supervision/region.tpl", scope);
}

}  // namespace supervision
