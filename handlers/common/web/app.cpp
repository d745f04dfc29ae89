// See app.h.
#include "web/app.h"

#include "base/clock.h"
#include "base/log.h"
#include "web/errors.h"
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
  switch (access) {
    case Access::anyone:
    case Access::signed_in:
      return true;
    case Access::unit:
      return session.user_type == "unit" && session.enterprise_state == "approved";
    case Access::institution:
      return session.user_type == "institution";
    case Access::supervisor:
      return session.user_type == "supervisor";
    case Access::administrator:
      return session.user_type == "administrator";
  }
  return false;
}

std::string login_address(const Request& request) {
  std::string back = request.path;
  char separator = '?';
  for (const auto& [name, value] : request.query.all()) {
    back += separator + percent_encode(name) + "=" + percent_encode(value);
    separator = '&';
  }
  return "/accounts/login?return=" + percent_encode(request.method == "GET" ? back : request.path);
}

}  // namespace

std::string_view word_of(Access access) {
  switch (access) {
    case Access::anyone:
      return "anyone";
    case Access::signed_in:
      return "signed_in";
    case Access::unit:
      return "unit";
    case Access::institution:
      return "institution";
    case Access::supervisor:
      return "supervisor";
    case Access::administrator:
      return "administrator";
  }
  return "";
}

std::string_view word_of(Proof proof) { return proof == Proof::form ? "form" : "none"; }

App::App(const Area& area, Tools tools)
    : area_(area), tools_(std::move(tools)), db_(tools_.config.database, "qj_" + std::string(area.name)) {}

Tools App::make_tools(const Area& area, const base::Config& config) {
  view::load_templates(config.views, config.reload_views);
  Tools tools{
      config, base::Key::from_file(config.seal_key_file), {}, "/static/" + view::static_version(config.views + "/static")};
  if (area.personal_numbers) tools.personal = base::Key::from_file(config.personal_key_file);
  return tools;
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
    settings_ = store::load_settings(db_);
    settings_read_at_ = base::now();
  } catch (const store::Unavailable&) {
  }
}

// The gate: what the route declares against who asks. Empty: may pass.
std::optional<Response> App::refuse(Context& context, const Route& route) {
  const Request& request = context.req;
  const std::string cookie = request.cookie(session_cookie);
  if (!cookie.empty()) {
    context.session = store::find_session(db_, base::sha256_hex(cookie));
    knows_somebody_ = context.session.has_value();
    session_ = context.session;
  } else if (knows_somebody_) {
    store::forget_session(db_);
    knows_somebody_ = false;
  }
  if (route.access != Access::anyone && !context.session)
    return context.redirect(login_address(request), cookie.empty() ? "LOGIN_NEEDED" : "SESSION_ENDED");
  if (context.session && !allowed(route.access, *context.session)) {
    const bool waiting = context.session->user_type == "unit" && route.access == Access::unit && request.method != "POST";
    if (waiting) return context.redirect("/accounts/status");
    throw Forbidden();
  }
  if (route.proof == Proof::none) return {};
  if (foreign(request)) throw FormExpired();
  const std::string& token = request.form.get("token");
  const std::string path = request.path;
  // A login form opened before a login elsewhere in the same browser is still ours.
  for (const std::string& binding : {context.session ? cookie : std::string(), request.cookie(visit_cookie)}) {
    if (const auto nonce = check_token(tools_.seal, token, binding, path, base::now())) {
      context.token_nonce = *nonce;
      if (const auto location = context.repeated()) return context.redirect(*location);
      return {};
    }
  }
  throw FormExpired();
}

Response App::dispatch(const Request& request, std::string& user) {
  std::vector<long long> ids;
  bool other_method = false;
  const Route* route = find_route(request.method, request.path, ids, other_method);
  if (!route && other_method) throw MethodNotAllowed();
  if (!route) throw NotFound();
  refresh_settings();
  Context context(request, tools_, db_, settings_);
  context.ids = ids;
  if (auto response = refuse(context, *route)) return *response;
  if (context.session) user = context.session->login;
  Response response = route->page(context);
  // Two clicks at once: while this one was checked, the other was done, and the check stumbled over what it had made.
  if (response.status == 422 && !context.token_nonce.empty())
    if (const auto location = context.repeated()) return context.redirect(*location);
  return response;
}

Response App::error_page(const Request& request, int status, const char* section) {
  Context context(request, tools_, db_, settings_);
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
  session_.reset();  // whoever comes next is somebody else, even when their request cannot be read
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
  if (request.method == "HEAD") response.body.clear();
  return response;
}

}  // namespace web
