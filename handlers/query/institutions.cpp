// 计量检定机构信息: institutions, found by region, name and authorised kinds; one of them as a whole. People of an institution
// are not shown: the views have neither names nor mail addresses.
#include "query/institutions.h"

#include "base/number.h"
#include "domain/values/terms.h"
#include "parts/address.h"
#include "parts/division.h"
#include "parts/kinds.h"
#include "query/pages.h"
#include "query/parts.h"
#include "view/pager.h"
#include "web/errors.h"

#include <algorithm>

namespace query {
namespace {

constexpr const char* path = "/query/institutions";
constexpr int size = 20, most_pages = 100000;
const web::Crumb list_crumb{"query/institutions.tpl", path};

void read_division(const web::Context& ctx, AskedInstitutions& asked) {
  const web::Params& q = ctx.req.query;
  asked.division = parts::asked_division(ctx.db, q);
  asked.filter.division = asked.division.code;
  // 选择下级 after another province was chosen leaves the old city behind; an address must not lose a choice unseen.
  if (asked.division.cut && !q.has("op_division"))
    asked.errors.push_back({"division_1", q.has("division_1") ? "DIVISION_MISMATCH" : "NOT_A_CHOICE"});
}

std::string kind_name(const std::vector<store::CatalogueKind>& kinds, long long id) {
  const auto at = std::find_if(kinds.begin(), kinds.end(), [&](const store::CatalogueKind& k) { return k.kind.id == id; });
  return at == kinds.end() ? "" : at->kind.name;
}

// What was asked for, in words, above the list: it says how a region counts, and stands on paper too.
void add_conditions(const web::Context& ctx, const view::Dict& content, const AskedInstitutions& asked,
                    const std::vector<store::CatalogueKind>& kinds) {
  const store::PublicInstitutionFilter& f = asked.filter;
  if (f.division.empty() && f.kinds.empty() && f.name.empty() && f.delivery.empty()) return;
  const view::Dict words = content.add("CONDITIONS");
  if (!f.division.empty())
    words.add(f.kinds.empty() ? "LIES_IN" : "SERVES").set("REGION", store::division_name(ctx.db, f.division));
  for (const long long id : f.kinds) words.add("KIND").set("NAME", kind_name(kinds, id));
  words.show_if(!f.kinds.empty(), "KINDS");
  if (!f.delivery.empty()) words.add("DELIVERY").set("WORD", domain::word(domain::deliveries(), f.delivery));
  if (!f.name.empty()) words.add("NAMED").set("NAME", f.name);
}

std::string list_address(const web::Context& ctx, const AskedInstitutions& asked, int page) {
  const store::PublicInstitutionFilter& f = asked.filter;
  return parts::address(ctx, path,
                        {{"division", f.division},
                         {"institution", f.name},
                         {"kind_query", asked.kind_query},
                         {"kind_id", asked.kind_id},
                         {"delivery", f.delivery},
                         {"page", page > 1 ? std::to_string(page) : ""}});
}

void fill_form(const view::Page& page, const AskedInstitutions& asked, const std::vector<store::CatalogueKind>& kinds) {
  view::Form form(page, asked.errors, "");
  form.division("query_division", parts::levels(asked.division), filter_field());
  form.text("institution", asked.filter.name, filter_field());
  parts::add_kind_fields(form, kinds, asked.meant, asked.kind_query, asked.kind_id, filter_field(false));
  form.select("delivery", asked.filter.delivery, view::options(domain::deliveries()), filter_field(false));
}

void fill_row(const web::Context& ctx, const view::Dict& row, const store::PublicInstitution& i) {
  row.set("HREF", parts::address(ctx, std::string(path) + "/" + std::to_string(i.id), {}));
  row.set("NAME", i.name);
  row.set("DIVISION", i.division_name);
  row.set("ADDRESS", i.address);
  row.set("PHONE", i.phone);
  row.set_number("KINDS", i.kinds);
  row.set("AUTHORISED_UNTIL", domain::iso_or_empty(i.authorised_until));
  row.show_if(!i.authorised_until, "WITHOUT_END");
  const bool own = !i.authorised_until || *i.authorised_until >= ctx.today();
  if (!i.authorised) row.show(own ? "KIND_ENDED" : "ENDED");
}

void fill_kind(const web::Context& ctx, const view::Dict& row, const store::PublicAuthorisedKind& kind) {
  row.set("ITEM", kind.item_name);
  row.set("NAME", kind.kind_name);
  if (kind.in_force) row.add("LINK").set("HREF", parts::address(ctx, "/query/catalogue/" + std::to_string(kind.kind_id), {}));
  row.set("MEASURING_RANGE", kind.measuring_range);
  row.set("ACCURACY", kind.accuracy);
  row.set("VALID_UNTIL", domain::iso_or_empty(kind.valid_until));
  row.show_if(!kind.valid_until, "WITHOUT_END");
  row.show_if(kind.valid_until && *kind.valid_until < ctx.today(), "ENDED");
  row.show_if(kind.send_in, "SEND_IN");
  row.show_if(kind.send_in && kind.on_site, "BOTH");
  row.show_if(kind.on_site, "ON_SITE");
  row.show_if(kind.regions.empty(), "OWN_REGION");
  for (const store::Division& region : kind.regions) row.add("REGION").set("NAME", region.name);
}

}  // namespace

AskedInstitutions read_institutions(const web::Context& ctx, const std::vector<store::CatalogueKind>& kinds) {
  const web::Params& q = ctx.req.query;
  AskedInstitutions asked;
  read_division(ctx, asked);
  asked.filter.name = filter_text(q, "institution", asked.errors);
  const std::size_t before = asked.errors.size();
  asked.kind_query = filter_text(q, "kind_query", asked.errors);
  asked.kind_id = q.get("kind_id");
  if (asked.errors.size() == before) asked.meant = parts::search_kinds(ctx, asked.kind_query, asked.kind_id, asked.errors);
  const long long id = parts::kind_id_of(asked.kind_id);
  if (asked.kind_id.empty())
    asked.filter.kinds = asked.meant;
  else if (id > 0 && !kind_name(kinds, id).empty())
    asked.filter.kinds = {id};
  else
    asked.errors.push_back({"kind_id", "NOT_A_CHOICE"});
  asked.filter.delivery = filter_choice(q, "delivery", domain::deliveries(), asked.errors);
  return asked;
}

web::Response institutions(web::Context& ctx) {
  const auto kinds = store::ledger_kinds(ctx.db);
  const AskedInstitutions asked = read_institutions(ctx, kinds);
  const view::Page page = ctx.page("query/institutions.tpl", {overview_crumb});
  const view::Dict content = page.content();
  add_ways(ctx, content, "institutions");
  fill_form(page, asked, kinds);
  if (!asked.errors.empty()) return ctx.render(page, 422);
  store::PublicInstitutionFilter wanted = asked.filter;
  wanted.size = size;
  wanted.page = std::clamp(base::number_or(ctx.req.query.get("page"), 1), 1, most_pages);
  store::PublicInstitutions found = store::search_public_institutions(ctx.db, wanted, ctx.today());
  if (const int pages = view::page_count(found.matched, size); wanted.page > pages) {
    wanted.page = pages;
    found = store::search_public_institutions(ctx.db, wanted, ctx.today());
  }
  add_conditions(ctx, content, asked, kinds);
  if (found.rows.empty()) {
    content.show("EMPTY");
    return ctx.render(page);
  }
  const view::Dict list = content.add("FOUND");
  for (const store::PublicInstitution& i : found.rows) fill_row(ctx, list.add("ROW"), i);
  view::add_pager(list, found.matched, size, wanted.page, [&](int n) { return list_address(ctx, asked, n); });
  return ctx.render(page);
}

web::Response institution(web::Context& ctx) {
  const auto found = store::find_public_institution(ctx.db, ctx.id(), ctx.today());
  if (!found) throw web::NotFound();
  const view::Page page = ctx.page("query/institution.tpl", {overview_crumb, list_crumb});
  page.layout().set("TITLE", found->name);
  const view::Dict content = page.content();
  add_ways(ctx, content, "institutions");
  fill_row(ctx, content, *found);
  content.set("AUTHORISATION_NUMBER", found->authorisation_number);
  content.set("WORKING_HOURS", found->working_hours);
  content.set("INSTRUCTIONS", found->instructions);
  content.show_if(!found->instructions.empty(), "HAS_INSTRUCTIONS");
  const auto kinds = store::public_authorised_kinds(ctx.db, found->id);
  if (kinds.empty()) content.show("NO_KINDS");
  const view::Dict table = kinds.empty() ? content : content.add("AUTHORISED");
  for (const store::PublicAuthorisedKind& kind : kinds) fill_kind(ctx, table.add("KIND"), kind);
  return ctx.render(page);
}

}  // namespace query
