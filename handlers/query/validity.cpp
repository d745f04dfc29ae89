// The page behind a label's QR code: is this instrument's verification in force? Without a code nothing can be found, and a
// code that never existed gets the same answer as one that is no longer valid.
#include "query/pages.h"
#include "query/parts.h"
#include "store/query/public_validity.h"
#include "web/context.h"

namespace query {
namespace {

void fill_validity(const view::Dict& shown, const store::PublicValidity& found, domain::Date today) {
  const domain::Judgement judged = found.judge(today);
  add_instrument(shown, found, judged);
  shown.show("IS_" + view::section_name(domain::code_of(judged.standing)));
  using domain::Standing;
  const bool good = judged.standing == Standing::valid || judged.standing == Standing::first_done;
  shown.show_if(good, "GREEN");
  if (judged.standing != Standing::valid || !found.valid_until) return;
  const view::Dict left = shown.add("LEFT");
  left.set("VALID_UNTIL", found.valid_until->iso());
  left.set_number("DAYS", *found.valid_until - today);
}

}  // namespace

web::Response validity(web::Context& ctx) {
  const view::Page page = ctx.page("query/validity.tpl", {overview_crumb, {"query/instruments.tpl", "/query/instruments"}});
  const std::string& asked = ctx.req.query.get("c");
  if (asked.empty()) {
    page.content().show("NO_CODE");
    return ctx.render(page);
  }
  const auto code = domain::read_public_code(asked);
  const auto found = code ? store::find_public_validity(ctx.db, *code) : std::nullopt;
  if (!found) {
    page.content().show("NOTHING");
    return ctx.render(page, 404);
  }
  fill_validity(page.content().add("FOUND"), *found, ctx.today());
  return ctx.render_private(page);
}

}  // namespace query
