// Institutions and the catalogue for programs (JSON): the same filters under the same names as the pages', checked, a page of at
// most a hundred. views/query/openapi.json describes it; a test holds the two together.
#include "base/json.h"
#include "base/number.h"
#include "domain/values/terms.h"
#include "query/catalogue.h"
#include "query/institutions.h"
#include "query/pages.h"
#include "query/parts.h"
#include "store/catalogue/catalogue.h"
#include "view/form.h"
#include "view/pager.h"
#include "web/api.h"

#include <algorithm>

namespace query {
namespace {

using nlohmann::json;

constexpr long long most_rows = 100, usual_rows = 20, most_pages = 100000;

struct Page {
  int size = 0, page = 0;
};
// A number from 1 to `most`; absent: `usual`. Otherwise an error on the parameter.
int number(const web::Params& query, const char* name, long long usual, long long most, std::vector<domain::Error>& errors) {
  const std::string& typed = query.get(name);
  const long long value = typed.empty() ? usual : base::row_id(typed).value_or(0);
  if (value < 1 || value > most) errors.push_back({name, "OUT_OF_RANGE", "1", std::to_string(most)});
  return static_cast<int>(std::clamp(value, 1LL, most));
}
Page read_page(const web::Params& query, std::vector<domain::Error>& errors) {
  return {number(query, "size", usual_rows, most_rows, errors), number(query, "page", 1, most_pages, errors)};
}

json months(const std::optional<int>& number) { return number ? json(*number) : json(nullptr); }

// What every list says of itself.
json list_json(const char* name, json rows, long long total, const Page& page) {
  return {{name, std::move(rows)},
          {"total", total},
          {"page", page.page},
          {"size", page.size},
          {"pages", view::page_count(total, page.size)}};
}

json institution_json(const store::PublicInstitution& i) {
  return {{"id", i.id},
          {"name", i.name},
          {"division", i.division_code},
          {"region", i.division_name},
          {"address", i.address},
          {"phone", i.phone},
          {"authorisation_number", i.authorisation_number},
          {"authorised_until", day_json(i.authorised_until)},
          {"authorised", i.authorised},
          {"kind_count", i.kinds}};
}

json kind_json(const store::PublicAuthorisedKind& kind, domain::Date today) {
  json deliveries = json::array(), regions = json::array();
  if (kind.send_in) deliveries.push_back("send_in");
  if (kind.on_site) deliveries.push_back("on_site");
  for (const store::Division& region : kind.regions) regions.push_back({{"division", region.code}, {"region", region.name}});
  return {{"kind_id", kind.kind_id},
          {"item_name", kind.item_name},
          {"kind_name", kind.kind_name},
          {"measuring_range", kind.measuring_range},
          {"accuracy", kind.accuracy},
          {"valid_until", day_json(kind.valid_until)},
          {"valid", !kind.valid_until || *kind.valid_until >= today},
          {"deliveries", deliveries},
          {"serves", regions}};
}

json kind_json(const store::PublicKind& kind) {
  const domain::CatalogueRow& row = kind.row;
  return {{"id", kind.id},
          {"item_no", row.item_no},
          {"item_name", row.item_name},
          {"kind_no", row.kind_no},
          {"kind_name", row.kind_name},
          {"variant", row.variant},
          {"supervision", row.supervision},
          {"mode", row.mode},
          {"uses", row.uses},
          {"scope", row.scope},
          {"cycle_months", months(row.cycle_months)},
          {"service_life_months", months(row.service_life_months)},
          {"regulation", row.regulation},
          {"condition", row.condition},
          {"notice", row.notice},
          {"notice_from", day_json(kind.notice_from)},
          {"checked", row.checked}};
}

}  // namespace

web::Response api_institutions(web::Context& ctx) {
  AskedInstitutions asked = read_institutions(ctx, store::ledger_kinds(ctx.db));
  const Page page = read_page(ctx.req.query, asked.errors);
  if (!asked.errors.empty()) return refused(ctx, 422, asked.errors.front());
  asked.filter.size = page.size;
  asked.filter.page = page.page;
  const auto found = store::search_public_institutions(ctx.db, asked.filter, ctx.today());
  json rows = json::array();
  for (const store::PublicInstitution& i : found.rows) rows.push_back(institution_json(i));
  return web::api_answer(list_json("institutions", std::move(rows), found.matched, page));
}

web::Response api_institution(web::Context& ctx) {
  const auto found = store::find_public_institution(ctx.db, ctx.id(), ctx.today());
  if (!found) return refused(ctx, 404, {"", "INSTITUTION_NOT_THERE"});
  json answer = institution_json(*found);
  answer["working_hours"] = found->working_hours;
  answer["instructions"] = found->instructions;
  json& kinds = answer["kinds"] = json::array();
  for (const auto& kind : store::public_authorised_kinds(ctx.db, found->id)) kinds.push_back(kind_json(kind, ctx.today()));
  return web::api_answer(answer);
}

web::Response api_catalogue(web::Context& ctx) {
  const auto all = store::public_kinds(ctx.db);
  AskedCatalogue asked = read_catalogue(ctx.req.query, all);
  const Page page = read_page(ctx.req.query, asked.errors);
  if (!asked.errors.empty()) return refused(ctx, 422, asked.errors.front());
  const FoundKinds found = find_kinds(ctx.db, asked, all);
  json rows = json::array();
  const auto size = static_cast<std::size_t>(page.size), first = size * static_cast<std::size_t>(page.page - 1);
  for (std::size_t n = first; n < std::min(found.kinds.size(), first + size); ++n) rows.push_back(kind_json(found.kinds[n]));
  json answer = list_json("kinds", std::move(rows), static_cast<long long>(found.kinds.size()), page);
  answer["not_in_catalogue"] = found.outside;
  answer["note"] = view::message_text({"", "CATALOGUE_NOTICE", notices_of(all)});
  return web::api_answer(answer);
}

}  // namespace query
