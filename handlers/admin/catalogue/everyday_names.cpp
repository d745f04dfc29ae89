// Everyday names (俗名) of the catalogue's kinds, and those known to be in no catalogue: one text of lines, saved as a whole.
#include "domain/catalogue/everyday_names.h"

#include "admin/pages.h"
#include "admin/parts.h"
#include "admin/save.h"
#include "domain/values/terms.h"
#include "store/catalogue/editions.h"
#include "store/catalogue/synonyms.h"
#include "view/form.h"
#include "web/errors.h"

namespace admin {
namespace {

const web::Crumb catalogue_crumb{"admin/catalogue.tpl", "/admin/catalogue"};

struct Whose {
  int kind_no = 0;  // 0: in no catalogue
  long long id = 0;
  std::string name, path, back;
};

Whose whose(web::Context& ctx) {
  if (ctx.ids.empty()) return {0, 0, "", "/admin/catalogue/names", "/admin/catalogue"};
  const auto kind = store::find_any_kind(ctx.db, ctx.id());
  if (!kind) throw web::NotFound();
  const std::string path = "/admin/catalogue/" + std::to_string(kind->entry.id);
  return {kind->entry.row.kind_no, kind->entry.id, kind->entry.row.kind_name, path + "/names", path};
}

std::string lines(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "\n") + name;
  return text;
}

web::Response render_names_form(web::Context& ctx, const Whose& about, const std::string& typed,
                                const std::vector<std::string>& now, std::vector<domain::Error> errors, int status) {
  std::vector<web::Crumb> crumbs{catalogue_crumb};
  if (about.kind_no != 0) crumbs.push_back({"admin/kind.tpl", about.back});
  const view::Page page = ctx.page("admin/everyday_names.tpl", crumbs);
  const view::Dict content = page.content();
  content.set("ACTION", ctx.services.config.base_path + about.path);
  content.set("BACK", ctx.services.config.base_path + about.back);
  content.set("SEEN", store::fingerprint(now));
  if (about.kind_no != 0) {
    content.add("OF_KIND").set("KIND", about.name);
  } else {
    content.show("OF_NONE");
  }
  if (now.empty()) content.show("NO_NAME");
  if (!now.empty()) {
    const view::Dict list = content.add("NAMES");
    list.set_number("COUNT", static_cast<long long>(now.size()));
    for (const std::string& name : now) list.add("NAME").set("WORD", name);
  }
  view::Form form(page, std::move(errors), ctx.token(about.path));
  form.textarea("everyday_names", typed, view::optional().max(20000));
  return ctx.render(page, status);
}

}  // namespace

web::Response show_everyday_names(web::Context& ctx) {
  const Whose about = whose(ctx);
  const auto now = store::everyday_names(ctx.db, about.kind_no);
  return render_names_form(ctx, about, lines(now), now, {}, 200);
}

web::Response save_everyday_names(web::Context& ctx) {
  const Whose about = whose(ctx);
  const std::string typed = ctx.req.form.need("everyday_names");
  const auto checked = domain::check_everyday_names(typed);
  const std::string& seen = ctx.req.form.need("seen");
  const auto again = [&](std::vector<domain::Error> errors, int status) {
    return render_names_form(ctx, about, typed, store::everyday_names(ctx.db, about.kind_no), std::move(errors), status);
  };
  if (!checked.ok()) return again(checked.errors, 422);
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      if (!store::save_everyday_names(tx, about.kind_no, about.id, seen, checked.value)) throw web::Conflict();
      return about.path;
    });
    if (!location) return again({{"everyday_names", ctx.not_taken()}}, 409);
    return ctx.redirect(*location, "NAMES_SAVED");
  } catch (const web::Conflict&) {
    return again({{"everyday_names", "NAMES_CHANGED_MEANWHILE"}}, 409);
  }
}

}  // namespace admin
