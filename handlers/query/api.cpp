// The public's queries for programs: JSON, without a token, the same parameters and the same limits as the pages.
// views/query/openapi.json describes it and is served beside it; a test holds the two together.
#include "web/api.h"

#include "base/json.h"
#include "base/number.h"
#include "query/pages.h"
#include "query/parts.h"
#include "query/search.h"
#include "view/page.h"

#include <algorithm>

namespace query {
namespace {

using nlohmann::json;

constexpr long long most_listed = 100;

json instrument_json(const store::PublicValidity& found, domain::Date today) {
  const domain::Judgement judged = found.judge(today);
  return {{"code", found.code},
          {"unit_name", found.unit_name},
          {"name", found.name},
          {"kind", found.kind_name},
          {"model", found.model},
          {"serial_number", found.serial_number},
          {"sub_number", found.sub_number},
          {"changed", found.changed},
          {"region", found.region},
          {"standing", domain::code_of(judged.standing)},
          {"days", judged.days},
          {"institution_name", found.institution_name},
          {"verified_on", day_json(found.verified_on)},
          {"valid_until", day_json(found.valid_until)},
          {"declared", found.last_result == "declared"}};
}

}  // namespace

web::Response api_help(web::Context& ctx) {
  const view::Page page = ctx.page("query/api.tpl", {overview_crumb});
  page.content().set_number("MOST_LISTED", most_listed);
  return ctx.render(page);
}

web::Response api_document(web::Context& ctx) {
  return web::api_document(ctx.services.config, "query/openapi.json", "/query/api");
}

web::Response api_instruments(web::Context& ctx) {
  const web::Params& q = ctx.req.query;
  Search search = read_search(ctx);
  if (search.detailed && !search.typed.empty()) return refused(ctx, 422, {"q", "API_PARAMETER"});
  if (!search.errors.empty()) return refused(ctx, 422, search.errors.front());
  if (!q.get("as").empty() && !search.chosen_way) return refused(ctx, 422, {"as", "API_PARAMETER"});
  const long long limit = q.get("limit").empty() ? search.filter.size : base::row_id(q.get("limit")).value_or(0);
  if (limit < 1 || limit > most_listed) return refused(ctx, 422, {"limit", "API_PARAMETER"});
  search.filter.size = static_cast<int>(limit);
  search.filter.from = store::PublicKey::from_text(q.get("after"));
  if (!q.get("after").empty() && !search.filter.from) return refused(ctx, 422, {"after", "API_PARAMETER"});
  const Found found = find(ctx.db, search, ctx.today());
  if (found.list.too_broad) return refused(ctx, 422, {"", "QUERY_TOO_BROAD"});
  json instruments = json::array();
  for (const store::PublicValidity& row : found.list.rows) instruments.push_back(instrument_json(row, ctx.today()));
  return web::api_answer({{"instruments", instruments},
                          {"taken_as", found.way ? json(domain::code_of(*found.way)) : json()},
                          {"matched", std::min(found.list.matched, store::most_found)},
                          {"capped", found.list.capped()},
                          {"next", found.list.next ? json(found.list.next->text()) : json()}});
}

web::Response api_instrument(web::Context& ctx) {
  const std::string& asked = ctx.req.query.get("code");
  if (asked.empty()) return refused(ctx, 422, {"code", "REQUIRED"});
  const auto code = domain::read_public_code(asked);
  const auto found = code ? store::find_public_validity(ctx.db, *code) : std::nullopt;
  if (!found) return refused(ctx, 404, {"code", "QUERY_NOTHING"});
  return web::api_answer(instrument_json(*found, ctx.today()));
}

}  // namespace query
