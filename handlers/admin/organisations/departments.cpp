// Supervising departments (市场监管部门): the list, one with its units and people, assigning single units.
#include "admin/organisations/departments.h"

#include "admin/pages.h"
#include "admin/save.h"
#include "base/number.h"
#include "domain/values/codes.h"
#include "domain/values/text.h"
#include "view/form.h"
#include "view/pager.h"
#include "web/errors.h"

#include <algorithm>

namespace admin {
namespace {

constexpr int size = 20;
const std::string list_path = "/admin/departments";

struct Typed {  // in the forms of the page
  domain::PersonForm person{"", "", ""};
  std::string unit;
};

Organisation as_organisation(const store::Department& department) {
  return {"supervisor", department.values.name, 0, department.id, department_path(department.id), department_crumbs(department)};
}

void fill_department(const view::Dict& content, const store::Department& department) {
  const domain::DepartmentValues& v = department.values;
  content.set_number("ID", department.id);
  content.set("NAME", v.name);
  content.set("CONTACT", v.contact);
  content.set("PHONE", v.phone);
  content.set("ADDRESS", v.address);
  content.set("EMAIL", v.email);
  content.show_if(department.regions.empty(), "NO_REGION");
  for (const store::Division& region : department.regions) {
    const view::Dict entry = content.add("REGION");
    entry.set("NAME", region.name);
    entry.show_if(&region != &department.regions.front(), "NEXT");
  }
}

void show_units(web::Context& ctx, const view::Page& page, long long department_id, const std::string& typed,
                std::vector<domain::Error> errors) {
  const view::Dict section = page.content().include("UNITS", "admin/department_units.tpl");
  const std::string action = department_path(department_id) + "/units";
  const auto units = store::assigned_units(ctx.db, department_id);
  section.set_number("ID", department_id);
  section.show_if(units.empty(), "NO_UNITS");
  const view::Dict table = units.empty() ? section : section.add("SOME");
  for (const store::AssignedUnit& unit : units) {
    const view::Dict row = table.add("UNIT");
    row.set_number("DEPARTMENT_ID", department_id);
    row.set_number("UNIT_ID", unit.id);
    row.set("NAME", unit.name);
    row.set("UNIT_CODE", unit.unit_code);
    row.set("DIVISION", unit.division_name);
  }
  view::Form form = view::Form::within(page, section, std::move(errors), ctx.token(action));
  form.text("supervised_unit", typed, view::required().max(100).wide());
}

// The errors belong to the unit's form when its field has one, else to the person's.
web::Response render_department(web::Context& ctx, const store::Department& department, const Typed& typed = {},
                                const std::vector<domain::Error>& errors = {}, int status = 200) {
  const view::Page page = ctx.page("admin/department.tpl", departments_crumbs());
  fill_department(page.content(), department);
  const bool of_unit = !errors.empty() && errors.front().field == "supervised_unit";
  show_units(ctx, page, department.id, typed.unit, of_unit ? errors : std::vector<domain::Error>());
  show_people(ctx, page, as_organisation(department), typed.person, of_unit ? std::vector<domain::Error>() : errors);
  return ctx.render(page, status);
}

std::string address(const web::Context& ctx, const std::string& name, int page) {
  return ctx.services.config.base_path + list_path + "?name=" + web::percent_encode(name) + "&page=" + std::to_string(page) +
         "&ie=" + web::percent_encode("✓");
}

// The one unit that was meant; nothing with an error when there is none or more than one.
std::optional<store::AssignedUnit> unit_named(web::Context& ctx, const std::string& typed, std::vector<domain::Error>& errors) {
  const std::string name = domain::trim(typed);
  const auto code = domain::UnitCode::parse(name);
  if (name.empty()) {
    errors.push_back({"supervised_unit", "REQUIRED"});
  } else if (domain::has_control(name)) {
    errors.push_back({"supervised_unit", "CONTROL_CHARACTER"});
  } else if (domain::length(name) > 100) {
    errors.push_back({"supervised_unit", "TOO_LONG", "100"});
  } else {
    const auto found = store::units_named(ctx.db, code ? code.value->key() : "", name);
    if (found.size() == 1) return found.front();
    errors.push_back({"supervised_unit", found.empty() ? "UNIT_NOT_FOUND" : "UNIT_AMBIGUOUS", name});
  }
  return {};
}

store::AssignedUnit assigned_unit_of(web::Context& ctx, long long department_id) {
  for (const store::AssignedUnit& unit : store::assigned_units(ctx.db, department_id))
    if (unit.id == ctx.id(1)) return unit;
  throw web::NotFound();
}

}  // namespace

std::string department_path(long long id) { return list_path + "/" + std::to_string(id); }

std::vector<web::Crumb> departments_crumbs() { return {{"admin/start.tpl", "/admin"}, {"admin/departments.tpl", list_path}}; }

std::vector<web::Crumb> department_crumbs(const store::Department& department) {
  std::vector<web::Crumb> crumbs = departments_crumbs();
  crumbs.push_back({"admin/department.tpl", department_path(department.id)});
  return crumbs;
}

store::Department department_of(web::Context& ctx) {
  auto found = store::find_department(ctx.db, ctx.id());
  if (!found) throw web::NotFound();
  return *found;
}

web::Response departments(web::Context& ctx) {
  const std::string& name = ctx.req.query.get("name");
  int number = std::clamp(base::number_or(ctx.req.query.get("page"), 1), 1, 100000);
  store::Departments found = store::search_departments(ctx.db, name, size, number);
  const int pages = view::page_count(found.matched, size);
  if (number > pages) {
    number = pages;
    found = store::search_departments(ctx.db, name, size, number);
  }
  const view::Page page = ctx.page("admin/departments.tpl", {{"admin/start.tpl", "/admin"}});
  const view::Dict content = page.content();
  content.set("NAME_FILTER", name);
  content.show_if(!name.empty(), "FILTERED");
  if (found.rows.empty()) content.show("EMPTY");
  const view::Dict paging = found.rows.empty() ? content : content.add("PAGING");
  for (const store::DepartmentRow& row : found.rows) {
    const view::Dict entry = paging.add("ROW");
    entry.set_number("ID", row.id);
    entry.set("NAME", row.name);
    entry.set("PHONE", row.phone);
    entry.set("REGIONS", row.regions);
    entry.set_number("UNITS", row.units);
    entry.set_number("PEOPLE", row.people);
  }
  if (!found.rows.empty()) view::add_pager(paging, found.matched, size, number, [&](int n) { return address(ctx, name, n); });
  return ctx.render(page);
}

web::Response department(web::Context& ctx) { return render_department(ctx, department_of(ctx)); }

web::Response add_department_person(web::Context& ctx) {
  const store::Department department = department_of(ctx);
  return add_person(ctx, as_organisation(department),
                    [&](const domain::PersonForm& typed, const std::vector<domain::Error>& errors, int status) {
                      return render_department(ctx, department, {typed, ""}, errors, status);
                    });
}

web::Response assign_unit(web::Context& ctx) {
  const store::Department department = department_of(ctx);
  const std::string& typed = ctx.req.form.need("supervised_unit");
  const Render again = [&](const std::vector<domain::Error>& errors, int status) {
    return render_department(ctx, department, {{"", "", ""}, typed}, errors, status);
  };
  std::vector<domain::Error> errors;
  const auto unit = unit_named(ctx, typed, errors);
  if (!unit) return again(errors, 422);
  const Known assigned{"department_units_pkey", {"supervised_unit", "UNIT_ASSIGNED", unit->name}};
  return save(ctx, {"RECORD_ADDED", "supervised_unit", {assigned}}, again, [&](store::Tx& tx) {
    store::assign_unit(tx, department.id, unit->id);
    return department_path(department.id);
  });
}

web::Response show_unit_removal(web::Context& ctx) {
  const store::Department department = department_of(ctx);
  const store::AssignedUnit unit = assigned_unit_of(ctx, department.id);
  const std::string action = department_path(department.id) + "/units/" + std::to_string(unit.id) + "/remove";
  const view::Page page = ctx.page("admin/department_unit_removal.tpl", department_crumbs(department));
  const view::Form form(page, {}, ctx.token(action));
  const view::Dict content = page.content();
  content.set("ACTION", ctx.services.config.base_path + action);
  content.set("BACK", ctx.services.config.base_path + department_path(department.id));
  content.set("DEPARTMENT", department.values.name);
  content.set("UNIT", unit.name);
  return ctx.render(page);
}

web::Response remove_unit(web::Context& ctx) {
  const store::Department department = department_of(ctx);
  const long long unit = ctx.id(1);
  return act(ctx, "RECORD_REMOVED", [&](store::Tx& tx) {
    if (!store::unassign_unit(tx, department.id, unit)) throw web::Conflict();
    return department_path(department.id);
  });
}

}  // namespace admin
