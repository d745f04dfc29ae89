// One user: the facts, the live sessions, the last login events; and changes without a page of their own: unlocking, restoring,
// ending sessions.
#include "admin/people/user.h"

#include "admin/pages.h"
#include "admin/parts.h"
#include "domain/values/terms.h"
#include "parts/browser_name.h"
#include "store/administration/audit.h"
#include "store/people/sessions.h"
#include "web/errors.h"

namespace admin {
namespace {

constexpr int events_shown = 20;

bool is_self(const web::Context& ctx, const store::User& user) { return ctx.session->user_id == user.id; }

void fill_facts(const web::Context& ctx, const view::Dict& content, const store::User& user) {
  content.set_number("ID", user.id);
  content.set_number("VERSION", user.version);
  content.set("LOGIN", user.login);
  content.set("NAME", user.name);
  content.set("USER_TYPE", domain::word(domain::user_types(), user.user_type));
  content.set("STATE", domain::word(domain::user_states(), user.state));
  content.set("PHONE", user.phone);
  content.set("EMAIL", user.email);
  content.set("CREATED_AT", user.created_at);
  content.set("LAST_LOGIN_AT", user.last_login_at);
  content.set("LAST_LOGIN_ADDRESS", user.last_login_address);
  content.set("PASSWORD_CHANGED_AT", user.password_changed_at);
  content.show(user.two_factor ? "HAS_TWO_FACTOR" : "NO_TWO_FACTOR");
  content.show_if(user.must_change_password, "TEMPORARY_PASSWORD");
  content.set("TRAIL", parts::address(ctx, "/admin/audit", {{"actor", user.login}}));
  content.set("EVENTS", parts::address(ctx, "/admin/audit/logins", {{"login", user.login}}));
  if (user.user_type == "administrator") return;
  const view::Dict member = content.add("MEMBER");
  member.set("ROLE", domain::word(domain::roles(), user.role));
  member.set("ORGANISATION", user.organisation);
  if (user.unit_id != 0) member.add("UNIT").set_number("UNIT_ID", user.unit_id);
}

// What can be done with this user now, each act as a section of its own. blocked: until when no login is tried for them, or "".
void fill_acts(web::Context& ctx, const view::Dict& content, const store::User& user, const std::string& blocked) {
  const auto form = [&](const char* section, const char* act) {
    const view::Dict dict = content.add(section);
    add_form_head(ctx, dict, path_of_user(user.id, act));
    return dict;
  };
  content.show(view::section_name(user.state));
  if (user.state == "locked") {
    content.add("LOCKED_FACT").set("REASON", user.lock_reason);
    form("UNLOCK", "/unlock");
  } else if (user.state == "active" && !blocked.empty()) {
    content.add("BLOCKED_FACT").set("UNTIL", blocked);
    form("UNBLOCK", "/unlock");
  }
  if (is_self(ctx, user)) return content.show("SELF");
  const bool administrator = user.user_type == "administrator";
  content.show_if(user.state == "active", "CAN_LOCK");
  content.show_if(user.state != "removed", "CAN_RESET");
  content.show_if(user.two_factor, "CAN_DISABLE_TWO_FACTOR");
  content.show_if(administrator && user.state != "removed", "CAN_REMOVE");
  if (administrator && user.state == "removed") form("RESTORE", "/restore");
}

void fill_sessions(web::Context& ctx, const view::Dict& content, const store::User& user,
                   const std::vector<store::SessionRow>& sessions) {
  if (sessions.empty()) return content.show("NO_SESSION");
  const view::Dict table = content.add("SESSIONS");
  int others = 0;
  for (const store::SessionRow& session : sessions) {
    const view::Dict row = table.add("SESSION");
    row.set("SINCE", session.created_at);
    row.set("SEEN", session.seen_at);
    row.set("ADDRESS", session.address);
    row.set("BROWSER", parts::browser_name(session.user_agent));
    if (session.id == ctx.session->id) {
      row.show("OWN");
      continue;
    }
    ++others;
    const view::Dict end = row.add("END");
    end.set_number("SESSION_ID", session.id);
    add_form_head(ctx, end, path_of_user(user.id, "/sessions/" + std::to_string(session.id) + "/end"));
  }
  if (others > 0) add_form_head(ctx, table.add("END_ALL"), path_of_user(user.id, "/sessions/end"));
}

void fill_events(const view::Dict& content, const std::vector<store::LoginEvent>& events) {
  if (events.empty()) return content.show("NO_EVENT");
  const view::Dict table = content.add("EVENT_LIST");
  for (const store::LoginEvent& event : events) {
    const view::Dict row = table.add("EVENT");
    row.set("AT", event.at);
    row.set("ADDRESS", event.address);
    row.set("OUTCOME", domain::word(domain::login_outcomes(), event.outcome));
    row.show_if(event.outcome != "success", "FAILED");
  }
}

web::Response end(web::Context& ctx, long long session_id) {
  const store::User user = user_of(ctx);
  const auto location = ctx.change_once([&](store::Tx& tx) {
    store::end_users_sessions(tx, user, session_id, ctx.session->id);
    return path_of_user(user.id);
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, "SESSIONS_ENDED");
}

}  // namespace

std::string path_of_user(long long id, const std::string& act) { return "/admin/users/" + std::to_string(id) + act; }

store::User user_of(web::Context& ctx) {
  auto user = store::find_user(ctx.db, ctx.id());
  if (!user) throw web::NotFound();
  return *user;
}

web::Response user(web::Context& ctx) {
  const store::User shown = user_of(ctx);
  const view::Page page = ctx.page("admin/user.tpl", {users_crumb});
  const view::Dict content = page.content();
  fill_facts(ctx, content, shown);
  fill_acts(ctx, content, shown, store::login_blocked_until(ctx.db, shown.login));
  fill_sessions(ctx, content, shown, store::live_sessions(ctx.db, shown.id));
  store::LoginFilter latest;
  latest.login = shown.login;
  latest.size = events_shown;
  fill_events(content, store::search_logins(ctx.db, latest));
  return ctx.render(page);
}

web::Response unlock_user(web::Context& ctx) {
  store::User user = user_of(ctx);
  user.version = version_of(ctx.req.form);
  const auto location = ctx.change_once([&](store::Tx& tx) {
    if (user.state == "locked" ? !store::unlock_user(tx, user) : user.state != "active") throw web::Conflict();
    store::clear_login_throttle(tx, user);
    return path_of_user(user.id);
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, "USER_UNLOCKED");
}

web::Response restore_user(web::Context& ctx) {
  store::User user = user_of(ctx);
  user.version = version_of(ctx.req.form);
  const auto location = ctx.change_once([&](store::Tx& tx) {
    if (user.user_type != "administrator" || !store::restore_user(tx, user)) throw web::Conflict();
    return path_of_user(user.id);
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, "USER_RESTORED");
}

web::Response end_user_session(web::Context& ctx) { return end(ctx, ctx.id(1)); }
web::Response end_user_sessions(web::Context& ctx) { return end(ctx, 0); }

web::Response show_password(web::Context& ctx, const store::User& user, const std::string& password) {
  const view::Page page = ctx.page("admin/user_password.tpl", {users_crumb, {"admin/user.tpl", path_of_user(user.id)}});
  page.content().set_number("ID", user.id);
  page.content().set("LOGIN", user.login);
  page.content().set("NAME", user.name);
  page.content().set("USER_TYPE", domain::word(domain::user_types(), user.user_type));
  page.content().set("PASSWORD", password);
  return ctx.render(page);
}

}  // namespace admin
