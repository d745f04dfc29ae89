// 新增 and 修改 of a supervising department (市场监管部门) with its list of divisions.
#include "admin/organisations/departments.h"
#include "admin/organisations/regions.h"
#include "admin/pages.h"
#include "admin/save.h"
#include "store/core/constraints.h"
#include "view/form.h"
#include "web/errors.h"

namespace admin {
namespace {

const char* const new_path = "/admin/departments/new";

struct DepartmentPage {
  domain::DepartmentForm typed;
  Regions regions;
};

DepartmentPage read_form(const web::Context& ctx, std::vector<domain::Error>& errors) {
  const web::Params& f = ctx.req.form;
  return {{f.need("organisation_name"), f.need("contact"), f.need("phone"), f.need("address"), f.need("email")},
          read_regions(ctx, errors)};
}

// department: null for a new one.
web::Response render_department_form(web::Context& ctx, const store::Department* department, const DepartmentPage& shown,
                                     std::vector<domain::Error> errors, int status) {
  const std::string action = department ? department_path(department->id) + "/edit" : new_path;
  const view::Page page =
      ctx.page("admin/department_form.tpl", department ? department_crumbs(*department) : departments_crumbs());
  const view::Dict content = page.content();
  const std::string& base = ctx.services.config.base_path;
  content.show(department ? "EDIT" : "NEW");
  content.set("ACTION", base + action);
  content.set("BACK", base + (department ? department_path(department->id) : "/admin/departments"));
  content.set_number("VERSION", department ? department->version : 0);
  view::Form form(page, std::move(errors), ctx.token(action));
  fill_regions(content, form, "supervised_division", shown.regions, named(ctx, shown.regions));
  form.text("organisation_name", shown.typed.name, view::required().max(100).wide().no_hint());
  form.text("contact", shown.typed.contact, view::optional().max(50).no_hint());
  form.text("phone", shown.typed.phone, view::required().max(30));
  form.text("address", shown.typed.address, view::optional().wide().no_hint());
  form.text("email", shown.typed.email, view::optional().max(254).no_hint());
  return ctx.render(page, status);
}

domain::Checked<domain::DepartmentValues> check(const DepartmentPage& shown, const std::vector<domain::Error>& errors) {
  auto checked = domain::check(shown.typed);
  checked.errors.insert(checked.errors.end(), errors.begin(), errors.end());
  return checked;
}

Saving saving(const char* notice) {
  return {notice, "organisation_name", {{store::constraint::departments_name, {"organisation_name", "NAME_TAKEN"}}}};
}

}  // namespace

web::Response show_new_department(web::Context& ctx) {
  return render_department_form(ctx, nullptr, {{}, regions_of(ctx, {})}, {}, 200);
}

web::Response create_department(web::Context& ctx) {
  std::vector<domain::Error> errors;
  const DepartmentPage shown = read_form(ctx, errors);
  const Render again = [&](std::vector<domain::Error> form_errors, int status) {
    return render_department_form(ctx, nullptr, shown, std::move(form_errors), status);
  };
  if (changes_regions(ctx)) return again(errors, errors.empty() ? 200 : 422);
  const auto checked = check(shown, errors);
  if (!checked.ok()) return again(checked.errors, 422);
  return save(ctx, saving("RECORD_ADDED"), again,
              [&](store::Tx& tx) { return department_path(store::create_department(tx, checked.value, shown.regions.codes)); });
}

web::Response show_department_edit(web::Context& ctx) {
  const store::Department department = department_of(ctx);
  return render_department_form(ctx, &department, {department.values, regions_of(ctx, department.regions)}, {}, 200);
}

web::Response save_department(web::Context& ctx) {
  store::Department old = department_of(ctx);
  old.version = version_of(ctx);
  std::vector<domain::Error> errors;
  const DepartmentPage shown = read_form(ctx, errors);
  const Render again = [&](std::vector<domain::Error> form_errors, int status) {
    const store::Department now = status == 409 ? department_of(ctx) : old;
    return render_department_form(ctx, &now, shown, std::move(form_errors), status);
  };
  if (changes_regions(ctx)) return again(errors, errors.empty() ? 200 : 422);
  const auto checked = check(shown, errors);
  if (!checked.ok()) return again(checked.errors, 422);
  return save(ctx, saving("SAVED"), again, [&](store::Tx& tx) {
    if (!store::update_department(tx, old, checked.value, shown.regions.codes)) throw web::Conflict();
    return department_path(old.id);
  });
}

}  // namespace admin
