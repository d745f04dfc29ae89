// 系统设置: one form made from the table of settings (domain/administration/settings.h).
#include "domain/administration/settings.h"

#include "admin/pages.h"
#include "admin/save.h"
#include "domain/values/terms.h"
#include "view/form.h"
#include "web/errors.h"

#include <sstream>

namespace admin {
namespace {

using Kind = domain::SettingKind;

std::string joined(const std::vector<std::string>& codes) {
  std::string all;
  for (const std::string& code : codes) all += (all.empty() ? "" : ",") + code;
  return all;
}

std::vector<std::string> parts_of(const std::string& value) {
  std::vector<std::string> parts;
  std::istringstream in(value);
  for (std::string part; std::getline(in, part, ',');) parts.push_back(part);
  return parts;
}

domain::SettingValues as_stored(const store::Settings& settings) {
  domain::SettingValues values;
  for (const domain::Setting& setting : domain::settings())
    values[std::string(setting.key)] = settings.get(std::string(setting.key));
  return values;
}

domain::SettingValues read_form(const web::Context& ctx) {
  domain::SettingValues typed;
  for (const domain::Setting& setting : domain::settings()) {
    const std::string field = domain::setting_field(setting.key);
    std::string& value = typed[std::string(setting.key)];
    if (setting.kind == Kind::yes_no) {
      value = ctx.req.form.get(field) == "yes" ? "yes" : "no";
    } else if (setting.kind == Kind::user_types) {
      value = joined(all_of(ctx.req.form, field));
    } else {
      value = ctx.req.form.need(field);
    }
  }
  return typed;
}

void add_field(view::Form& form, const domain::Setting& setting, const std::string& value) {
  const std::string field = domain::setting_field(setting.key);
  switch (setting.kind) {
    case Kind::text:
      return form.text(field, value, view::field(setting.least > 0).max(setting.most).wide(setting.most > 40));
    case Kind::number:
      return form.text(field, value, view::required().max(9));
    case Kind::times:
      return form.text(field, value, view::required().max(100));
    case Kind::yes_no:
      return form.checkbox(field, value == "yes");
    case Kind::user_types:
      return form.checkboxes(field, parts_of(value), view::options(domain::user_types()));
    case Kind::lines:
      return form.textarea(field, value, view::optional().max(5000));
  }
}

// The settings as they are now, not as this worker remembers them.
web::Response render_settings(web::Context& ctx, const store::Settings& now, const std::string& version,
                              const domain::SettingValues& shown, std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("admin/settings.tpl", {{"admin/start.tpl", "/admin"}});
  view::Form form(page, std::move(errors), ctx.token("/admin/settings"));
  for (const domain::Setting& setting : domain::settings()) add_field(form, setting, shown.at(std::string(setting.key)));
  page.content().set("VERSION", version);
  page.content().set_number("OFFICES", static_cast<long long>(now.offices.size()));
  return ctx.render(page, status);
}

}  // namespace

web::Response settings(web::Context& ctx) {
  const store::Settings now = store::load_settings(ctx.db);
  return render_settings(ctx, now, store::settings_version(now), as_stored(now), {}, 200);
}

web::Response save_settings(web::Context& ctx) {
  const domain::SettingValues typed = read_form(ctx);
  const std::string& version = ctx.req.form.need("version");
  const Render again = [&](std::vector<domain::Error> errors, int status) {
    const store::Settings now = store::load_settings(ctx.db);
    return render_settings(ctx, now, status == 409 ? store::settings_version(now) : version, typed, std::move(errors), status);
  };
  const auto checked = domain::check(typed);
  if (!checked.ok()) return again(checked.errors, 422);
  return save(ctx, {"SETTINGS_SAVED", "setting_title"}, again, [&](store::Tx& tx) {
    if (!store::save_settings(tx, version, checked.value)) throw web::Conflict();
    return std::string("/admin/settings");
  });
}

}  // namespace admin
