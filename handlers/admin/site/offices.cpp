// The offices under 联系我们, as the foot of every page shows them: the list, 新增, 修改, 删除; their order is a number.
#include "admin/pages.h"
#include "admin/save.h"
#include "domain/administration/settings.h"
#include "store/administration/settings.h"
#include "view/form.h"
#include "web/errors.h"

namespace admin {
namespace {

const std::string list_path = "/admin/offices";

std::string office_path(long long id) { return list_path + "/" + std::to_string(id); }

std::vector<web::Crumb> crumbs() { return {{"admin/start.tpl", "/admin"}, {"admin/offices.tpl", list_path}}; }

store::Office office_of(web::Context& ctx) {
  auto found = store::find_office(ctx.db, ctx.id());
  if (!found) throw web::NotFound();
  return *found;
}

domain::OfficeForm as_typed(const store::Office& o) {
  return {std::to_string(o.position), o.name, o.address, o.postcode, o.phone, o.fax};
}

domain::OfficeForm read_form(const web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  return {f.need("position"), f.need("office_name"), f.need("address"), f.need("postcode"), f.need("phone"), f.need("fax")};
}

void fill_office(const view::Dict& dict, const store::Office& office) {
  dict.set_number("ID", office.id);
  dict.set_number("POSITION", office.position);
  dict.set("NAME", office.name);
  dict.set("ADDRESS", office.address);
  dict.set("POSTCODE", office.postcode);
  dict.set("PHONE", office.phone);
  dict.set("FAX", office.fax);
}

// office: null for a new one.
web::Response render_office_form(web::Context& ctx, const store::Office* office, const domain::OfficeForm& typed,
                                 std::vector<domain::Error> errors, int status) {
  const std::string action = office ? office_path(office->id) : list_path + "/new";
  const view::Page page = ctx.page("admin/office_form.tpl", crumbs());
  page.content().show(office ? "EDIT" : "NEW");
  page.content().set("ACTION", ctx.services.config.base_path + action);
  page.content().set_number("VERSION", office ? office->version : 0);
  view::Form form(page, std::move(errors), ctx.token(action));
  form.text("office_name", typed.name, view::required().max(100).wide().no_hint());
  form.text("address", typed.address, view::optional().wide().no_hint());
  form.text("postcode", typed.postcode, view::optional().max(6).no_hint());
  form.text("phone", typed.phone, view::optional().max(30));
  form.text("fax", typed.fax, view::optional().max(30).no_hint());
  form.text("position", typed.position, view::required().max(9));
  return ctx.render(page, status);
}

}  // namespace

web::Response offices(web::Context& ctx) {
  const view::Page page = ctx.page("admin/offices.tpl", {{"admin/start.tpl", "/admin"}});
  const auto all = store::load_settings(ctx.db).offices;
  page.content().show_if(all.empty(), "EMPTY");
  const view::Dict list = all.empty() ? page.content() : page.content().add("LIST");
  for (const store::Office& office : all) fill_office(list.add("ROW"), office);
  return ctx.render(page);
}

web::Response show_new_office(web::Context& ctx) {
  const auto all = store::load_settings(ctx.db).offices;
  const int last = all.empty() ? 0 : all.back().position;
  return render_office_form(ctx, nullptr, {std::to_string(last + 1), "", "", "", "", ""}, {}, 200);
}

web::Response create_office(web::Context& ctx) {
  const domain::OfficeForm typed = read_form(ctx);
  const Render again = [&](std::vector<domain::Error> errors, int status) {
    return render_office_form(ctx, nullptr, typed, std::move(errors), status);
  };
  const auto checked = domain::check(typed);
  if (!checked.ok()) return again(checked.errors, 422);
  return save(ctx, {"SETTINGS_SAVED", "office_name"}, again, [&](store::Tx& tx) {
    store::add_office(tx, checked.value);
    return list_path;
  });
}

web::Response show_office(web::Context& ctx) {
  const store::Office office = office_of(ctx);
  return render_office_form(ctx, &office, as_typed(office), {}, 200);
}

web::Response save_office(web::Context& ctx) {
  store::Office old = office_of(ctx);
  old.version = version_of(ctx);
  const domain::OfficeForm typed = read_form(ctx);
  const Render again = [&](std::vector<domain::Error> errors, int status) {
    const store::Office now = status == 409 ? office_of(ctx) : old;
    return render_office_form(ctx, &now, typed, std::move(errors), status);
  };
  const auto checked = domain::check(typed);
  if (!checked.ok()) return again(checked.errors, 422);
  return save(ctx, {"SETTINGS_SAVED", "office_name"}, again, [&](store::Tx& tx) {
    if (!store::update_office(tx, old, checked.value)) throw web::Conflict();
    return list_path;
  });
}

web::Response show_office_removal(web::Context& ctx) {
  const store::Office office = office_of(ctx);
  const view::Page page = ctx.page("admin/office_removal.tpl", crumbs());
  const view::Form form(page, {}, ctx.token(office_path(office.id) + "/remove"));
  fill_office(page.content(), office);
  page.content().set_number("VERSION", office.version);
  return ctx.render(page);
}

web::Response remove_office(web::Context& ctx) {
  store::Office old = office_of(ctx);
  old.version = version_of(ctx);
  return act(ctx, "SETTINGS_SAVED", [&](store::Tx& tx) {
    if (!store::remove_office(tx, old)) throw web::Conflict();
    return list_path;
  });
}

}  // namespace admin
