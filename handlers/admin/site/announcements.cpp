// Announcements (通知公告): the list, one as people see it, 新增, 修改 and 撤下.
#include "store/administration/announcements.h"

#include "admin/pages.h"
#include "admin/save.h"
#include "base/number.h"
#include "domain/values/terms.h"
#include "view/form.h"
#include "view/pager.h"
#include "view/prose.h"
#include "web/errors.h"

#include <algorithm>

namespace admin {
namespace {

constexpr int size = 20;
const std::string list_path = "/admin/announcements";

std::string announcement_path(long long id, const char* act = "") { return list_path + "/" + std::to_string(id) + act; }

std::vector<web::Crumb> list_crumbs() { return {{"admin/start.tpl", "/admin"}, {"admin/announcements.tpl", list_path}}; }

std::vector<web::Crumb> crumbs_of(long long id) {
  std::vector<web::Crumb> crumbs = list_crumbs();
  crumbs.push_back({"admin/announcement.tpl", announcement_path(id)});
  return crumbs;
}

std::string address(const web::Context& ctx, std::string_view state, int page) {
  std::string query = "?state=" + std::string(state);
  if (page > 1) query += "&page=" + std::to_string(page);
  return ctx.services.config.base_path + list_path + query;
}

store::AdminAnnouncement announcement_of(web::Context& ctx) {
  auto found = store::find_any_announcement(ctx.db, ctx.id(), ctx.today());
  if (!found) throw web::NotFound();
  return *found;
}

// What was withdrawn stays as it was.
store::AdminAnnouncement open_announcement_of(web::Context& ctx) {
  auto found = announcement_of(ctx);
  if (!found.withdrawn_at.empty()) throw web::Conflict();
  return found;
}

void fill_announcement(const view::Dict& dict, const store::AdminAnnouncement& announcement) {
  const domain::AnnouncementValues& v = announcement.values;
  dict.set_number("ID", announcement.id);
  dict.set("TITLE", v.title);
  dict.set("SHOWN_AT", domain::word(domain::announcement_places(), v.shown_at));
  dict.set("AUDIENCE", domain::word(domain::audiences(), v.audience));
  dict.set("SHOWN_FROM", v.shown_from.iso());
  dict.set("SHOWN_TO", domain::iso_or_empty(v.shown_to));
  dict.show(v.shown_to ? "HAS_END" : "NO_END");
  dict.set("STATE", domain::word(domain::announcement_states(), announcement.state));
  dict.set("WITHDRAWN_AT", announcement.withdrawn_at);
  dict.show(announcement.withdrawn_at.empty() ? "OPEN" : "WITHDRAWN");
}

domain::AnnouncementForm as_typed(const domain::AnnouncementValues& v) {
  return {v.title, v.body, v.shown_at, v.audience, v.shown_from.iso(), domain::iso_or_empty(v.shown_to)};
}

domain::AnnouncementForm read_form(const web::Context& ctx) {
  const web::Params& f = ctx.req.form;
  return {f.need("announcement_title"), f.need("body"),    f.get("shown_at"), f.get("audience"),
          f.need("shown_from"),         f.need("shown_to")};
}

// announcement: null for a new one.
web::Response render_announcement_form(web::Context& ctx, const store::AdminAnnouncement* kept,
                                       const domain::AnnouncementForm& typed, std::vector<domain::Error> errors, int status) {
  const std::string action = kept ? announcement_path(kept->id, "/edit") : list_path + "/new";
  const view::Page page = ctx.page("admin/announcement_form.tpl", kept ? crumbs_of(kept->id) : list_crumbs());
  const view::Dict content = page.content();
  content.show(kept ? "EDIT" : "NEW");
  content.set("ACTION", ctx.services.config.base_path + action);
  content.set("BACK", ctx.services.config.base_path + (kept ? announcement_path(kept->id) : list_path));
  content.set_number("VERSION", kept ? kept->version : 0);
  view::Form form(page, std::move(errors), ctx.token(action));
  form.text("announcement_title", typed.title, view::required().max(100).wide().no_hint());
  form.textarea("body", typed.body, view::required().max(20000));
  form.radio("shown_at", typed.shown_at, view::options(domain::announcement_places()), view::required());
  form.radio("audience", typed.audience, view::options(domain::audiences()), view::required());
  form.text("shown_from", typed.shown_from, view::required().max(30));
  form.text("shown_to", typed.shown_to, view::optional().max(30));
  return ctx.render(page, status);
}

}  // namespace

web::Response announcements(web::Context& ctx) {
  const std::string& asked = ctx.req.query.get("state");
  const std::string state = domain::contains(domain::announcement_states(), asked) ? asked : "current";
  int number = std::clamp(base::number_or(ctx.req.query.get("page"), 1), 1, 100000);
  store::AdminAnnouncements found = store::all_announcements(ctx.db, state, ctx.today(), size, number);
  const int pages = view::page_count(found.counts[state], size);
  if (number > pages) {
    number = pages;
    found = store::all_announcements(ctx.db, state, ctx.today(), size, number);
  }
  const view::Page page = ctx.page("admin/announcements.tpl", {{"admin/start.tpl", "/admin"}});
  const view::Dict content = page.content();
  for (const domain::Term& term : domain::announcement_states()) {
    const view::Dict tab = content.add("TAB");
    tab.set("NAME", term.word);
    tab.set("HREF", address(ctx, term.code, 1));
    tab.set_number("COUNT", found.counts[std::string(term.code)]);
    tab.show_if(term.code == state, "CURRENT");
  }
  content.set("STATE", domain::word(domain::announcement_states(), state));
  if (found.rows.empty()) content.show("EMPTY");
  const view::Dict paging = found.rows.empty() ? content : content.add("PAGING");
  for (const store::AdminAnnouncement& announcement : found.rows) fill_announcement(paging.add("ROW"), announcement);
  if (!found.rows.empty())
    view::add_pager(paging, found.counts[state], size, number, [&](int n) { return address(ctx, state, n); });
  return ctx.render(page);
}

web::Response announcement(web::Context& ctx) {
  const store::AdminAnnouncement found = announcement_of(ctx);
  const view::Page page = ctx.page("admin/announcement.tpl", list_crumbs());
  fill_announcement(page.content(), found);
  view::add_prose(page.content(), domain::prose(found.values.body));
  return ctx.render(page);
}

web::Response show_new_announcement(web::Context& ctx) {
  return render_announcement_form(ctx, nullptr, {"", "", "home", "everyone", ctx.today().iso(), ""}, {}, 200);
}

web::Response create_announcement(web::Context& ctx) {
  const domain::AnnouncementForm typed = read_form(ctx);
  const Render again = [&](std::vector<domain::Error> errors, int status) {
    return render_announcement_form(ctx, nullptr, typed, std::move(errors), status);
  };
  const auto checked = domain::check(typed);
  if (!checked.ok()) return again(checked.errors, 422);
  return save(ctx, {"RECORD_ADDED", "announcement_title"}, again,
              [&](store::Tx& tx) { return announcement_path(store::create_announcement(tx, checked.value)); });
}

web::Response show_announcement_edit(web::Context& ctx) {
  const store::AdminAnnouncement kept = open_announcement_of(ctx);
  return render_announcement_form(ctx, &kept, as_typed(kept.values), {}, 200);
}

web::Response save_announcement(web::Context& ctx) {
  store::AdminAnnouncement old = open_announcement_of(ctx);
  old.version = version_of(ctx);
  const domain::AnnouncementForm typed = read_form(ctx);
  const Render again = [&](std::vector<domain::Error> errors, int status) {
    const store::AdminAnnouncement now = status == 409 ? open_announcement_of(ctx) : old;
    return render_announcement_form(ctx, &now, typed, std::move(errors), status);
  };
  const auto checked = domain::check(typed);
  if (!checked.ok()) return again(checked.errors, 422);
  return save(ctx, {"SAVED", "announcement_title"}, again, [&](store::Tx& tx) {
    if (!store::update_announcement(tx, old, checked.value)) throw web::Conflict();
    return announcement_path(old.id);
  });
}

web::Response show_withdrawal(web::Context& ctx) {
  const store::AdminAnnouncement kept = open_announcement_of(ctx);
  const std::string action = announcement_path(kept.id, "/withdraw");
  const view::Page page = ctx.page("admin/announcement_withdrawal.tpl", crumbs_of(kept.id));
  const view::Form form(page, {}, ctx.token(action));
  fill_announcement(page.content(), kept);
  page.content().set_number("VERSION", kept.version);
  return ctx.render(page);
}

web::Response withdraw_announcement(web::Context& ctx) {
  store::AdminAnnouncement old = open_announcement_of(ctx);
  old.version = version_of(ctx);
  return act(ctx, "ANNOUNCEMENT_WITHDRAWN", [&](store::Tx& tx) {
    if (!store::withdraw_announcement(tx, old)) throw web::Conflict();
    return announcement_path(old.id);
  });
}

}  // namespace admin
