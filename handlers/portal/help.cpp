// Help pages and the display switch, which does not depend on the browser: a cookie that every page's layout reads.
#include "portal/pages.h"
#include "view/form.h"
#include "web/context.h"

#include <algorithm>
#include <array>

namespace portal {
namespace {

constexpr int a_year = 365 * 24 * 3600;
constexpr std::array<const char*, 4> displays = {"normal", "large", "contrast", "large-contrast"};

web::Response show(web::Context& ctx, const char* file) { return ctx.render(ctx.page(file)); }

}  // namespace

web::Response environment(web::Context& ctx) { return show(ctx, "portal/environment.tpl"); }
web::Response import(web::Context& ctx) { return show(ctx, "portal/import.tpl"); }
web::Response terms(web::Context& ctx) { return show(ctx, "portal/terms.tpl"); }
web::Response privacy(web::Context& ctx) { return show(ctx, "portal/privacy.tpl"); }

web::Response display(web::Context& ctx) {
  const view::Page page = ctx.page("portal/display.tpl");
  const view::Form form(page, {}, ctx.token("/help/display"));
  const std::string chosen = ctx.req.cookie(web::display_cookie);
  const auto known = std::find(displays.begin(), displays.end(), chosen);
  static const std::array<const char*, 4> sections = {"IS_NORMAL", "IS_LARGE", "IS_CONTRAST", "IS_LARGE_CONTRAST"};
  page.content().show(known == displays.end() ? sections[0] : sections.at(static_cast<std::size_t>(known - displays.begin())));
  return ctx.render(page);
}

web::Response set_display(web::Context& ctx) {
  const std::string& choice = ctx.req.form.need("display");
  const bool known = std::find(displays.begin(), displays.end(), choice) != displays.end();
  ctx.set_cookie(web::display_cookie, known ? choice : displays[0], a_year);
  return ctx.redirect("/help/display", "DISPLAY_SET");
}

}  // namespace portal
