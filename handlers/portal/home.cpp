// Home and the service list. The list is public so that people see what there is before they register; 直接办理 asks for the
// login.
#include "domain/organisations/review.h"
#include "portal/pages.h"
#include "store/administration/announcements.h"
#include "view/prose.h"
#include "web/context.h"
#include "web/errors.h"

namespace portal {
namespace {

struct Service {
  const char* file;   // whose name the service has
  const char* words;  // section of the page's template that describes it
  const char* path;
};

// A service stands here when it works.
std::vector<Service> services(const web::Context& ctx) {
  const Service ledger{"ledger/list.tpl", "LEDGER", "/ledger"};
  const Service appointments{"appointments/list.tpl", "APPOINTMENTS", "/appointments"};
  const Service desk{"desk/queue.tpl", "DESK", "/desk/appointments"}, results{"desk/results.tpl", "RESULTS", "/desk/results"};
  if (!ctx.session) return {ledger, appointments, desk, results};  // leads over the login and on
  const std::string& type = ctx.session->user_type;
  if (type == "unit" && ctx.session->organisation_state == "approved") return {ledger, appointments};
  if (type == "unit") return {{"accounts/status.tpl", "STATUS", "/accounts/status"}};
  if (type == "administrator") return {{"admin/queue.tpl", "REVIEW", "/admin/enterprises"}};
  if (ctx.session->organisation_state != "active") return {};
  if (type == "institution") return {desk, results};
  if (type == "supervisor") return {{"supervision/overview.tpl", "SUPERVISION", "/supervision"}};
  if (ctx.session->role == "manager") return {{"accounts/members.tpl", "MEMBERS", "/accounts/members"}};
  return {{"accounts/profile.tpl", "PROFILE", "/accounts/profile"}};
}

std::string user_type(const web::Context& ctx) { return ctx.session ? ctx.session->user_type : ""; }

void fill_announcements(const view::Dict& content, const std::vector<store::Announcement>& all) {
  for (const store::Announcement& a : all) {
    const view::Dict row = content.add("ANNOUNCEMENT");
    row.set_number("ID", a.id);
    row.set("TITLE", a.title);
    row.set("DATE", a.date);
  }
  content.show_if(all.empty(), "NO_ANNOUNCEMENTS");
}

}  // namespace

web::Response home(web::Context& ctx) {
  const view::Page page = ctx.page("portal/home.tpl");
  const view::Dict content = page.content();
  fill_announcements(content, store::announcements(ctx.db, "home", user_type(ctx), ctx.today()));
  content.set("REVIEW_HOURS", domain::times_text(ctx.settings.get("review_hours")));
  content.show(ctx.session ? "SIGNED_IN" : "SIGNED_OUT");
  return ctx.render(page);
}

web::Response systems(web::Context& ctx) {
  const view::Page page = ctx.page("portal/systems.tpl");
  const view::Dict content = page.content();
  for (const store::Announcement& a : store::announcements(ctx.db, "service", user_type(ctx), ctx.today())) {
    const view::Dict notice = content.add("SERVICE_NOTICE");
    notice.set("TITLE", a.title);
    view::add_prose(notice, domain::prose(a.body));
  }
  const auto offered = services(ctx);
  for (const Service& service : offered) {
    const view::Dict row = content.add("SERVICE");
    row.set("NAME", view::page_name(service.file));
    row.show(service.words);
    row.set("HREF", ctx.services.config.base_path + service.path);
  }
  content.show_if(offered.empty(), "NO_SERVICES");
  return ctx.render(page);
}

web::Response announcement(web::Context& ctx) {
  const auto found = store::find_announcement(ctx.db, ctx.id(), user_type(ctx), ctx.today());
  if (!found) throw web::NotFound();
  const view::Page page = ctx.page("portal/announcement.tpl");
  page.layout().set("TITLE", found->title);
  const view::Dict content = page.content();
  content.set("TITLE", found->title);
  content.set("DATE", found->date);
  view::add_prose(content, domain::prose(found->body));
  return ctx.render(page);
}

}  // namespace portal
