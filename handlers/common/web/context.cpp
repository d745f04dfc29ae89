// See context.h.
#include "web/context.h"

#include "base/clock.h"
#include "store/core/tokens.h"
#include "web/token.h"

namespace web {
namespace {

// A cookie is anybody's to write: what is no code of a notice is shown as nothing.
bool is_notice(const std::string& code) {
  return !code.empty() && code.size() <= 40 && code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string::npos &&
         view::has_notice(code);
}

std::string display_classes(const std::string& choice) {
  if (choice == "large") return "large";
  if (choice == "contrast") return "contrast";
  if (choice == "large-contrast") return "large contrast";
  return "";
}

void fill_user(const view::Dict& layout, const store::Session& session, const std::string& logout_token) {
  const view::Dict user = layout.add("SIGNED_IN");
  user.set("LOGOUT_TOKEN", logout_token);
  if (!session.pending.empty()) return;  // nothing else is open to them yet
  user.show("FINISHED");
  layout.show_if(session.user_type == "administrator", "ADMINISTRATOR");
  const bool reviewed = session.organisation_state == (session.user_type == "unit" ? "approved" : "active");
  layout.show_if(session.user_type != "administrator" && reviewed && session.role == "manager", "MANAGER");
  layout.show_if(session.user_type == "institution" && reviewed, "INSTITUTION");
  layout.show_if(session.user_type == "supervisor" && reviewed, "SUPERVISOR");
  if (reviewed && (session.user_type == "unit" || session.user_type == "institution")) {
    const view::Dict notices = layout.add("NOTICES");
    if (session.unread_count > 0) notices.add("UNREAD").set_number("COUNT", session.unread_count);
  }
  if (session.user_type != "unit") return;
  layout.add("UNIT").show(reviewed ? "REVIEWED" : "NOT_REVIEWED");
  if (!reviewed) return;
  const view::Dict bell = layout.add("BELL");
  if (session.due_count > 0) bell.add("DUE").set_number("COUNT", session.due_count);
}

// What describes a double submit: every field but the token, and the files' contents.
std::string body_hash(const Request& request) {
  std::string text;
  for (const auto& [name, value] : request.form.all())
    if (name != "token") text += name + '\0' + value + '\0';
  for (const auto& [name, upload] : request.files) text += name + '\0' + upload.sha256_hex + '\0';
  return base::sha256_hex(text);
}

}  // namespace

Context::Context(const Request& request, const Services& used, store::Db& database, const store::Settings& current)
    : req(request), services(used), db(database), settings(current), today_(domain::Date::from_days(base::today(used.config))) {}

store::Actor Context::actor() const {
  if (client) return {0, "api:" + client->token_name, req.id};
  return {session ? session->user_id : 0, session ? session->login : "", req.id};
}

view::Page Context::page(const char* file, const std::vector<Crumb>& crumbs) {
  view::Page page(file);
  const std::string& base = services.config.base_path;
  page.global("BASE", base);
  page.global("STATIC", base + services.static_path);
  page.global("SITE_TITLE", settings.get("title"));
  page.global("SYSTEM_TITLE", settings.get("system_title"));
  page.global("ENGLISH_TITLE", settings.get("english_title"));
  page.global("HOTLINE", settings.get("hotline"));
  page.global("ORGANISER", settings.get("organiser"));
  page.global("ICP_NUMBER", settings.get("icp_number"));
  page.global("POLICE_NUMBER", settings.get("police_number"));
  page.global("SITE_CODE", settings.get("site_code"));
  page.global("REQUEST_ID", req.id);
  page.global("TODAY", today_.iso());
  page.global("DISPLAY", display_classes(req.cookie(display_cookie)));
  page.global("USER_NAME", session ? session->user_name : "");
  page.global("UNIT_NAME", session ? session->organisation : "");
  if (may_edit()) page.global_show("MAY_EDIT");  // what only looks gets no buttons that change
  if (session && session->role == "manager") page.global_show("MAY_MANAGE");
  const view::Dict layout = page.layout();
  layout.set("TITLE", view::page_name(file));
  layout.show_if(!settings.get("demo").empty(), "DEMO");
  for (const auto& [setting, section] : {std::pair{"organiser", "HAS_ORGANISER"},
                                         {"icp_number", "HAS_ICP"},
                                         {"police_number", "HAS_POLICE"},
                                         {"site_code", "HAS_SITE_CODE"}})
    layout.show_if(!settings.get(setting).empty(), section);
  if (session)
    fill_user(layout, *session, token("/accounts/logout"));
  else
    layout.show("SIGNED_OUT");
  std::vector<Crumb> trail = crumbs;
  if (std::string_view(file) != "portal/home.tpl") trail.insert(trail.begin(), {"portal/home.tpl", "/"});
  for (const Crumb& crumb : trail) {
    const view::Dict entry = layout.add("CRUMB");
    entry.set("NAME", view::page_name(crumb.file));
    entry.add("LINK").set("HREF", base + crumb.path);
  }
  if (!trail.empty()) layout.add("CRUMB").set("NAME", view::page_name(file));
  for (const store::Office& office : settings.offices) {
    const view::Dict entry = layout.add("OFFICE");
    entry.set("NAME", office.name);
    entry.set("ADDRESS", office.address);
    entry.set("POSTCODE", office.postcode);
    entry.set("PHONE", office.phone);
    entry.set("FAX", office.fax);
  }
  const std::string notice = replaying ? "FORM_RESTORED" : req.cookie(notice_cookie);
  if (is_notice(notice)) {
    const view::Dict text = layout.add("NOTICE").include("NOTICE_TEXT", "parts/notice.tpl");
    text.show(notice);
    if (notice == "LOGGED_IN" && session) {
      text.show(session->previous_login.empty() ? "FIRST_LOGIN" : "EARLIER_LOGIN");
      text.set("PREVIOUS_LOGIN", session->previous_login);
      if (session->failures_before > 0) text.add("FAILURES").set_number("COUNT", session->failures_before);
    }
    if (!replaying) clear_cookie(notice_cookie);
  }
  return page;
}

Response Context::render(const view::Page& page, int status) {
  Response response;
  response.status = status;
  response.body = page.render();
  // A page with a form's token or of a logged-in user must not be cached.
  response.header("Cache-Control", session || !visit_.empty() || status != 200 ? "no-store" : "no-cache");
  add_cookies(response);
  return response;
}

Response Context::render_private(const view::Page& page, int status) {
  Response response = render(page, status);
  for (auto& [name, value] : response.headers)
    if (name == "Cache-Control") value = "no-store";
  return response;
}

std::string Context::binding() {
  if (session) return req.cookie(session_cookie);
  if (visit_.empty()) visit_ = req.cookie(visit_cookie);
  if (visit_.empty()) {
    visit_ = base::to_base64url(base::random_bytes(16));
    set_cookie(visit_cookie, visit_);
  }
  return visit_;
}

std::string Context::token(std::string_view path) { return make_token(services.seal, binding(), path, base::now()); }

Response Context::redirect(const std::string& path, const std::string& notice) {
  Response response;
  response.status = 303;
  response.header("Location", services.config.base_path + path);
  response.header("Cache-Control", "no-store");
  if (!notice.empty()) set_cookie(notice_cookie, notice, 60);
  add_cookies(response);
  return response;
}

std::optional<std::string> Context::change_once(const std::function<std::string(store::Tx&)>& change) {
  if (replaying) return {};
  const std::string hash = body_hash(req);
  return db.transaction(actor(), [&](store::Tx& tx) -> std::optional<std::string> {
    std::string location;
    switch (store::use_token(tx, token_nonce, hash, location)) {
      case store::TokenUse::repeated:
        return location;
      case store::TokenUse::other_body:
        return {};
      case store::TokenUse::first:
        break;
    }
    location = change(tx);
    store::set_token_location(tx, token_nonce, location);
    return location;
  });
}

std::optional<std::string> Context::repeated() { return store::find_token_location(db, token_nonce, body_hash(req)); }

void Context::set_cookie(const std::string& name, const std::string& value, int max_age_seconds) {
  const std::string path = services.config.base_path + "/";
  std::string attributes = "; Path=" + path + "; HttpOnly; SameSite=Lax";
  if (services.config.secure_cookies) attributes += "; Secure";
  if (max_age_seconds >= 0) attributes += "; Max-Age=" + std::to_string(max_age_seconds);
  // IE10 knows Expires better than Max-Age when a cookie is to go.
  if (max_age_seconds == 0) attributes += "; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
  cookies_.emplace_back(name, value + attributes);
}

void Context::add_cookies(Response& response) {
  for (const auto& [name, value] : cookies_) response.header("Set-Cookie", name + "=" + value);
  cookies_.clear();
}

}  // namespace web
