// Institutions (计量技术机构): the list, one with its authorised kinds and people, suspending and reactivating.
#include "admin/organisations/institutions.h"

#include "admin/pages.h"
#include "admin/save.h"
#include "base/number.h"
#include "domain/values/fields.h"
#include "domain/values/terms.h"
#include "parts/division.h"
#include "view/form.h"
#include "view/pager.h"
#include "web/errors.h"

#include <algorithm>

namespace admin {
namespace {

constexpr int size = 20;
constexpr const char* list_path = "/admin/institutions";

struct Filter {
  std::string name, state;
  std::vector<std::string> division;  // chosen codes, from the top down
};

Filter read_filter(const web::Context& ctx) {
  const web::Params& q = ctx.req.query;
  const std::string& state = q.get("state");
  return {q.get("name"),
          domain::contains(domain::organisation_states(), state) ? state : "",
          {q.get("division_1"), q.get("division_2"), q.get("division_3")}};
}

std::string address(const web::Context& ctx, const Filter& filter, int page) {
  std::string query = "?name=" + web::percent_encode(filter.name) + "&state=" + filter.state;
  for (std::size_t n = 0; n < filter.division.size(); ++n)
    query += "&division_" + std::to_string(n + 1) + "=" + web::percent_encode(filter.division[n]);
  query += "&page=" + std::to_string(page) + "&ie=" + web::percent_encode("✓");
  return ctx.services.config.base_path + list_path + query;
}

void fill_filter(const view::Page& page, const Filter& filter, const store::DivisionPath& division) {
  const view::Dict content = page.content();
  content.set("NAME_FILTER", filter.name);
  for (const domain::Term& term : domain::organisation_states()) {
    const view::Dict option = content.add("STATE_OPTION");
    option.set("CODE", term.code);
    option.set("WORD", term.word);
    option.show_if(term.code == filter.state, "SELECTED");
  }
  view::Form form(page, {}, "");
  form.division("filter_division", parts::levels(division), view::optional().no_hint());
  content.show_if(!filter.name.empty() || !filter.state.empty() || !division.code.empty(), "FILTERED");
}

void fill_kinds(const view::Dict& content, const std::vector<store::AuthorisedKind>& kinds, domain::Date today) {
  content.show_if(kinds.empty(), "NO_KINDS");
  if (kinds.empty()) return;
  const view::Dict table = content.add("KINDS");
  for (const store::AuthorisedKind& kind : kinds) {
    const view::Dict row = table.add("KIND");
    row.set_number("INSTITUTION_ID", kind.institution_id);
    row.set_number("KIND_ID", kind.id);
    row.set("ITEM", kind.item_name);
    row.set("NAME", kind.kind_name);
    row.set("MEASURING_RANGE", kind.values.measuring_range);
    row.set("ACCURACY", kind.values.accuracy);
    row.set("VALID_UNTIL", domain::iso_or_empty(kind.values.valid_until));
    row.show_if(kind.values.valid_until && *kind.values.valid_until < today, "ENDED");
    row.show_if(kind.values.send_in, "SEND_IN");
    row.show_if(kind.values.send_in && kind.values.on_site, "BOTH");
    row.show_if(kind.values.on_site, "ON_SITE");
    row.show_if(kind.regions.empty(), "OWN_REGION");
    for (const store::Division& region : kind.regions) {
      const view::Dict entry = row.add("REGION");
      entry.set("NAME", region.name);
      entry.show_if(&region != &kind.regions.front(), "NEXT");
    }
  }
}

void fill_institution(const view::Dict& content, const store::Institution& institution, domain::Date today) {
  const domain::InstitutionValues& v = institution.values;
  content.set_number("ID", institution.id);
  content.set("NAME", v.name);
  content.set("STATE", domain::word(domain::organisation_states(), institution.state));
  content.show(institution.state == "suspended" ? "SUSPENDED" : "ACTIVE");
  content.set("STATE_REASON", institution.state_reason);
  content.show_if(!institution.state_reason.empty(), "HAS_STATE_REASON");
  content.set("DIVISION", institution.division_name);
  content.set("ADDRESS", v.address);
  content.set("PHONE", v.phone);
  content.set("CONTACT", v.contact);
  content.set("EMAIL", v.email);
  content.set("WORKING_HOURS", v.working_hours);
  content.set("INSTRUCTIONS", v.instructions);
  content.show_if(!v.instructions.empty(), "HAS_INSTRUCTIONS");
  content.set("AUTHORISATION_NUMBER", v.authorisation_number);
  content.set("AUTHORISED_UNTIL", domain::iso_or_empty(v.authorised_until));
  content.show_if(v.authorised_until && *v.authorised_until < today, "AUTHORISATION_ENDED");
}

web::Response render_institution(web::Context& ctx, const store::Institution& institution,
                                 const domain::PersonForm& person = {"", "", ""}, std::vector<domain::Error> errors = {},
                                 int status = 200) {
  const view::Page page = ctx.page("admin/institution.tpl", institutions_crumbs());
  fill_institution(page.content(), institution, ctx.today());
  fill_kinds(page.content(), store::authorised_kinds(ctx.db, institution.id), ctx.today());
  show_people(ctx, page, as_organisation(institution), person, std::move(errors));
  return ctx.render(page, status);
}

web::Response render_state(web::Context& ctx, const std::string& reason, std::vector<domain::Error> errors, int status) {
  const store::Institution institution = institution_of(ctx);
  const view::Page page = ctx.page("admin/institution_state.tpl", institution_crumbs(institution));
  view::Form form(page, std::move(errors), ctx.token(institution_path(institution.id) + "/state"));
  form.textarea("state_reason", reason, view::required().max(500));
  page.content().set_number("ID", institution.id);
  page.content().set_number("VERSION", institution.version);
  page.content().set("NAME", institution.values.name);
  page.content().show(institution.state == "suspended" ? "SUSPENDED" : "ACTIVE");
  return ctx.render(page, status);
}

}  // namespace

std::string institution_path(long long id) { return list_path + ("/" + std::to_string(id)); }

std::vector<web::Crumb> institutions_crumbs() { return {{"admin/start.tpl", "/admin"}, {"admin/institutions.tpl", list_path}}; }

std::vector<web::Crumb> institution_crumbs(const store::Institution& institution) {
  std::vector<web::Crumb> crumbs = institutions_crumbs();
  crumbs.push_back({"admin/institution.tpl", institution_path(institution.id)});
  return crumbs;
}

store::Institution institution_of(web::Context& ctx) {
  auto found = store::find_institution(ctx.db, ctx.id());
  if (!found) throw web::NotFound();
  return *found;
}

Organisation as_organisation(const store::Institution& institution) {
  return {"institution",
          institution.values.name,
          institution.id,
          0,
          institution_path(institution.id),
          institution_crumbs(institution)};
}

web::Response institutions(web::Context& ctx) {
  const Filter filter = read_filter(ctx);
  const store::DivisionPath division = store::division_path(ctx.db, filter.division);
  store::InstitutionFilter wanted{filter.name, division.code, filter.state, size,
                                  std::clamp(base::number_or(ctx.req.query.get("page"), 1), 1, 100000)};
  store::Institutions found = store::search_institutions(ctx.db, wanted);
  const int pages = view::page_count(found.matched, size);
  if (wanted.page > pages) {
    wanted.page = pages;
    found = store::search_institutions(ctx.db, wanted);
  }
  const view::Page page = ctx.page("admin/institutions.tpl", {{"admin/start.tpl", "/admin"}});
  fill_filter(page, filter, division);
  if (found.rows.empty()) page.content().show("EMPTY");
  const view::Dict paging = found.rows.empty() ? page.content() : page.content().add("PAGING");
  for (const store::InstitutionRow& row : found.rows) {
    const view::Dict entry = paging.add("ROW");
    entry.set_number("ID", row.id);
    entry.set("NAME", row.name);
    entry.set("DIVISION", row.division_name);
    entry.set("PHONE", row.phone);
    entry.set_number("KINDS", row.kinds);
    entry.set_number("PEOPLE", row.people);
    entry.set("STATE", domain::word(domain::organisation_states(), row.state));
    entry.show(row.state == "suspended" ? "SUSPENDED" : "ACTIVE");
  }
  if (!found.rows.empty())
    view::add_pager(paging, found.matched, size, wanted.page, [&](int n) { return address(ctx, filter, n); });
  return ctx.render(page);
}

web::Response institution(web::Context& ctx) { return render_institution(ctx, institution_of(ctx)); }

web::Response add_institution_person(web::Context& ctx) {
  const store::Institution institution = institution_of(ctx);
  return add_person(ctx, as_organisation(institution),
                    [&](const domain::PersonForm& typed, std::vector<domain::Error> errors, int status) {
                      return render_institution(ctx, institution, typed, std::move(errors), status);
                    });
}

web::Response show_institution_state(web::Context& ctx) { return render_state(ctx, "", {}, 200); }

web::Response set_institution_state(web::Context& ctx) {
  store::Institution old = institution_of(ctx);
  const std::string& typed = ctx.req.form.need("state_reason");
  const Render render = [&](std::vector<domain::Error> errors, int status) {
    return render_state(ctx, typed, std::move(errors), status);
  };
  std::vector<domain::Error> errors;
  const std::string reason = domain::FieldCheck(errors).text({"state_reason", 500, true, true}, typed);
  if (!errors.empty()) return render(errors, 422);
  const std::string state = ctx.req.form.has("op_suspend") ? "suspended" : "active";
  old.version = version_of(ctx);
  return save(ctx, {state == "active" ? "INSTITUTION_RESTORED" : "INSTITUTION_SUSPENDED", "state_reason"}, render,
              [&](store::Tx& tx) {
                if (!store::set_institution_state(tx, old, state, reason)) throw web::Conflict();
                return institution_path(old.id);
              });
}

}  // namespace admin
