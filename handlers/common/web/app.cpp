// See app.h.
#include "web/app.h"

#include "base/clock.h"
#include "base/log.h"
#include "web/api.h"
#include "web/errors.h"
#include "web/query_limit.h"
#include "web/stored_forms.h"
#include "web/token.h"

#include <chrono>

namespace web {
namespace {

constexpr std::int64_t settings_seconds = 30;

// Matches "/ledger/{id}/edit". Numbers are positive, without leading zeros, of at most 18 digits.
bool match(std::string_view pattern, std::string_view path, std::vector<long long>& ids) {
  ids.clear();
  while (!pattern.empty()) {
    if (pattern.substr(0, 4) == "{id}") {
      const auto digits = std::min(path.find_first_not_of("0123456789"), path.size());
      if (digits == 0 || digits > 18 || path[0] == '0') return false;
      ids.push_back(std::stoll(std::string(path.substr(0, digits))));
      path.remove_prefix(digits);
      pattern.remove_prefix(4);
    } else {
      if (path.empty() || path.front() != pattern.front()) return false;
      path.remove_prefix(1);
      pattern.remove_prefix(1);
    }
  }
  return path.empty();
}

// scheme://host[:port] of an Origin, or of a Referer before its path.
bool is_ours(const std::string& value, const std::string& host) {
  const auto scheme = value.find("://");
  if (scheme == std::string::npos) return false;
  const std::string rest = value.substr(scheme + 3);
  return rest.substr(0, rest.find('/')) == host;
}

// IE10 sends no Origin: when neither it nor a Referer is there, the token alone decides.
bool foreign(const Request& request) {
  if (!request.origin.empty()) return !is_ours(request.origin, request.host);
  return !request.referer.empty() && !is_ours(request.referer, request.host);
}

bool allowed(Access access, const store::Session& session) {
  const bool unit = session.user_type == "unit";
  const bool working = session.organisation_state == (unit ? "approved" : "active");
  switch (access) {
    case Access::anyone:
    case Access::unfinished:
    case Access::signed_in:
      return true;
    case Access::manager:
      return session.user_type != "administrator" && working && session.role == "manager";
    case Access::unit_manager:
      return unit && session.role == "manager";
    case Access::unit:
      return unit && working;
    case Access::unit_editor:
      return unit && working && session.role != "viewer";
    case Access::institution:
      return session.user_type == "institution" && working;
    case Access::institution_editor:
      return session.user_type == "institution" && working && session.role != "viewer";
    case Access::institution_manager:
      return session.user_type == "institution" && working && session.role == "manager";
    case Access::institution_api:
      return false;  // not by a session
    case Access::supervisor:
      return session.user_type == "supervisor" && working;
    case Access::administrator:
      return session.user_type == "administrator";
  }
  return false;
}

// A unit that is not approved is redirected to the state of its review instead of "forbidden".
bool waits_for_review(Access access, const store::Session& session) {
  const bool for_units = access == Access::unit || access == Access::unit_editor || access == Access::manager;
  return for_units && session.user_type == "unit" && session.organisation_state != "approved";
}

}  // namespace

std::string_view word_of(Access access) {
  switch (access) {
    case Access::anyone:
      return "anyone";
    case Access::unfinished:
      return "unfinished";
    case Access::signed_in:
      return "signed_in";
    case Access::manager:
      return "manager";
    case Access::unit_manager:
      return "unit_manager";
    case Access::unit:
      return "unit";
    case Access::unit_editor:
      return "unit_editor";
    case Access::institution:
      return "institution";
    case Access::institution_editor:
      return "institution_editor";
    case Access::institution_manager:
      return "institution_manager";
    case Access::institution_api:
      return "institution_api";
    case Access::supervisor:
      return "supervisor";
    case Access::administrator:
      return "administrator";
  }
  return "";
}

std::string_view word_of(Proof proof) {
  switch (proof) {
    case Proof::none:
      return "none";
    case Proof::form:
      return "form";
    case Proof::bearer:
      return "bearer";
    case Proof::mailed:
      return "mailed";
  }
  return "";
}

App::App(const Area& area, Services services)
    : area_(area), services_(std::move(services)), db_(services_.config.database, "qj_" + std::string(area.name)) {}

Services App::make_tools(const Area& area, const base::Config& config) {
  view::load_templates(config.views, config.reload_views);
  Services services{config,
                    base::Key::from_file(config.seal_key_file),
                    {},
                    base::Passwords(config),
                    "/static/" + view::static_version(config.views + "/static")};
  if (area.anonymous) services.counters = std::make_shared<base::SharedCounters>(base::now());
  if (area.personal_numbers) services.personal = base::Key::from_file(config.personal_key_file);
  return services;
}

const Route* App::find_route(std::string_view method, std::string_view path, std::vector<long long>& ids,
                             bool& other_method) const {
  other_method = false;
  const std::string_view effective = method == "HEAD" ? "GET" : method;
  for (std::size_t n = 0; n < area_.route_count; ++n) {
    const Route& route = area_.routes[n];
    if (!match(route.path, path, ids)) continue;
    if (route.method == effective) return &route;
    other_method = true;
  }
  return nullptr;
}

// Without a database the last known settings (or the defaults) serve the error pages; a page that needs more fails by itself.
void App::refresh_settings() {
  if (base::now() - settings_read_at_ < settings_seconds) return;
  try {
    settings_ = store::load_settings(db_, area_.anonymous);
    settings_read_at_ = base::now();
  } catch (const store::Unavailable&) {
  }
}

// Programs get their answer in their own form: api.h.
std::optional<Response> App::refuse_program(Context& context) {
  knows_somebody_ = true;  // the connection's settings are the token's, or nobody's, from here on
  const std::string& sent = context.req.authorization;
  const std::string token = sent.rfind("Bearer ", 0) == 0 ? sent.substr(7) : "";
  const auto found = store::find_api_client(db_, base::sha256_hex(token), context.req.address, context.today());
  if (found.refused.empty()) {
    context.client = found;
    return {};
  }
  Response response = api_error(401, {"", "API_TOKEN_" + view::section_name(found.refused)}, context.req.id);
  response.header("WWW-Authenticate", "Bearer");
  return response;
}

// An anonymous area's own part of the gate: who asks much is asked who they are. The log does not say what they looked for.
std::optional<Response> App::refuse_many(Context& context, const Route& route) {
  if (!area_.anonymous || !is_query(route, context.req)) return {};
  const QueryCount counted = count_query(services_, context.req);
  if (counted.first_beyond) base::LogLine("captcha_asked").add("id", context.req.id).add("address", context.req.address);
  if (counted.within) return {};
  Response response = is_api(context.req.path) ? api_error(429, {"", "API_TOO_MANY"}, context.req.id) : area_.too_many(context);
  response.header("Retry-After", std::to_string(counted.retry_after));
  return response;
}

// The gate: what the route declares against who asks. Empty: may pass.
std::optional<Response> App::refuse(Context& context, const Route& route) {
  const Request& request = context.req;
  if (route.access == Access::institution_api) return refuse_program(context);
  const std::string cookie = area_.anonymous ? std::string() : request.cookie(session_cookie);
  if (!cookie.empty()) {
    context.session = store::find_session(db_, base::sha256_hex(cookie), context.today());
    knows_somebody_ = context.session.has_value();
    session_ = context.session;
  } else if (knows_somebody_) {
    store::forget_session(db_);
    knows_somebody_ = false;
  }
  if (route.access != Access::anyone && !context.session)
    return context.redirect(login_address(request, cookie), cookie.empty() ? "LOGIN_NEEDED" : "SESSION_ENDED");
  if (context.session && route.access != Access::anyone && route.access != Access::unfinished &&
      !context.session->pending.empty())
    return context.redirect(context.session->pending == "password" ? "/accounts/password" : "/accounts/two-factor");
  if (context.session && !allowed(route.access, *context.session)) {
    if (waits_for_review(route.access, *context.session) && request.method != "POST") return context.redirect("/accounts/status");
    throw Forbidden();
  }
  if (route.proof == Proof::none || route.proof == Proof::mailed) return {};  // mailed: the page opens its token itself
  if (foreign(request)) throw FormExpired();
  const std::string& token = request.form.get("token");
  const std::string path = request.path;
  // A login form opened before a login elsewhere in the same browser is still ours.
  for (const std::string& binding : {context.session ? cookie : std::string(), request.cookie(visit_cookie)}) {
    if (const auto nonce = check_token(services_.seal, token, binding, path, base::now())) {
      if (area_.anonymous) return {};  // nothing is written there that could be done twice
      context.token_nonce = *nonce;
      if (const auto location = context.repeated()) return context.redirect(*location);
      return {};
    }
  }
  throw FormExpired();
}

// Where who must log in first goes after it: to the address asked for; after a POST to the form's own page, or the nearest one
// above it; a form that has a page of its own is stored and shown again (stored_forms.h).
std::string App::login_address(const Request& request, const std::string& cookie) {
  std::string back = request.path, kept;
  if (request.method != "POST") {
    back += query_text(request.query);
  } else {
    const auto is_page = [&](const std::string& path) {
      std::vector<long long> ids;
      bool other_method = false;
      const Route* route = find_route("GET", path, ids, other_method);
      return route && route->access != Access::anyone;
    };
    if (is_page(back)) kept = store_form(db_, services_.seal, request, cookie);
    while (!back.empty() && !is_page(back)) back.erase(back.rfind('/'));
  }
  std::string address = "/accounts/login?return=" + percent_encode(back);
  if (!kept.empty()) address += "&form=" + kept;
  return address;
}

// GET …?kept=ID after a login: the page that shows what was typed when the session had ended. Nothing is changed by it:
// change_once does nothing while `replaying`. Empty when no form is stored for this user and address.
std::optional<Response> App::show_stored_form(Context& context, const Route& route) {
  const Request& asked = context.req;
  if (asked.method != "GET" || !context.session || !asked.query.has("kept") || route.access == Access::anyone) return {};
  std::vector<long long> ids;
  bool other_method = false;
  const Route* form = find_route("POST", asked.path, ids, other_method);
  if (!form || form->body != Body::form || !allowed(form->access, *context.session)) return {};
  const auto typed = take_stored_form(db_, services_.seal, asked.query.get("kept"), context.session->user_id, asked.path);
  if (!typed) return {};
  Request request = asked;
  request.form = *typed;
  Context restored(request, services_, db_, settings_);
  restored.session = context.session;
  restored.ids = context.ids;
  restored.replaying = true;
  try {
    Response response = form->page(restored);
    if (response.status == 303) return {};
    response.status = 200;
    return response;
  } catch (const BadRequest&) {  // the form has other fields by now
  } catch (const Conflict&) {    // what it was about is gone or changed
  }
  return {};
}

Response App::dispatch(const Request& request, std::string& user) {
  std::vector<long long> ids;
  bool other_method = false;
  const Route* route = find_route(request.method, request.path, ids, other_method);
  if (!route && other_method) throw MethodNotAllowed();
  if (!route) throw NotFound();
  refresh_settings();
  Context context(request, services_, db_, settings_);
  context.ids = ids;
  if (auto response = refuse_many(context, *route)) return *response;
  if (auto response = refuse(context, *route)) return *response;
  if (context.session) user = context.session->login;
  if (context.client) user = context.actor().login;
  if (auto response = show_stored_form(context, *route)) return *response;
  Response response;
  try {
    response = route->page(context);
  } catch (...) {
    knows_somebody_ = knows_somebody_ || context.acts_for_a_unit;
    throw;
  }
  knows_somebody_ = knows_somebody_ || context.acts_for_a_unit;
  // Two clicks at once: while this one was checked, the other was done, and the check stumbled over what it had made.
  if (response.status == 422 && !context.token_nonce.empty())
    if (const auto location = context.repeated()) return context.redirect(*location);
  return response;
}

Response App::error_page(const Request& request, int status, const char* section) {
  if (is_api(request.path)) return api_error(status, {"", std::string("API_") + section}, request.id);
  Context context(request, services_, db_, settings_);
  context.session = session_;
  const view::Page page = context.page("error.tpl");
  page.content().show(section);
  return context.render(page, status);
}

Response App::respond_to_failure(const Request& request) {
  try {
    throw;
  } catch (const NotFound&) {
    return error_page(request, 404, "NOT_FOUND");
  } catch (const Forbidden&) {
    return error_page(request, 403, "FORBIDDEN");
  } catch (const FormExpired&) {
    return error_page(request, 403, "FORM_EXPIRED");
  } catch (const Conflict&) {
    return error_page(request, 409, "CONFLICT");
  } catch (const TooLarge&) {
    return error_page(request, 413, "TOO_LARGE");
  } catch (const MethodNotAllowed&) {
    return error_page(request, 405, "BAD_REQUEST");
  } catch (const BadRequest& e) {
    base::LogLine("bad_request").add("id", request.id).add("why", e.what());
    return error_page(request, 400, "BAD_REQUEST");
  } catch (const store::Unavailable& e) {
    base::LogLine("unavailable").add("id", request.id).add("why", e.what());
    Response response = error_page(request, 503, "UNAVAILABLE");
    response.header("Retry-After", "5");
    return response;
  } catch (const std::exception& e) {
    base::LogLine("internal_error").add("id", request.id).add("why", e.what());
    return error_page(request, 500, "INTERNAL");
  }
}

Response App::respond(const Request& request) {
  const auto begin = std::chrono::steady_clock::now();
  std::string user;
  Response response;
  try {
    response = dispatch(request, user);
  } catch (...) {
    response = respond_to_failure(request);
  }
  session_.reset();  // the next request is somebody else's, even when it cannot be read
  const auto microseconds =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
  base::LogLine("request")
      .add("area", area_.name)
      .add("id", request.id)
      .add("method", request.method)
      .add("path", request.path)
      .add("status", response.status)
      .add("us", microseconds)
      .add("user", user);
  if (request.method == "HEAD") {
    response.body.clear();
    response.stream = nullptr;
  }
  return response;
}

}  // namespace web
