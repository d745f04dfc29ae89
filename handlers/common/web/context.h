// What a page function gets: the request, the session, the database, today; and the steps that nearly every page takes.
#pragma once

#include "base/config.h"
#include "base/crypto.h"
#include "base/passwords.h"
#include "base/shared_counters.h"
#include "domain/values/date.h"
#include "store/administration/settings.h"
#include "store/core/db.h"
#include "store/people/sessions.h"
#include "store/results/api_tokens.h"
#include "view/page.h"
#include "web/request.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace web {

struct Crumb {
  const char* file;  // whose name is shown, e.g. "ledger/list.tpl"
  std::string path;  // where it leads
};

// What a worker has for all its requests.
struct Services {
  base::Config config;
  base::Key seal;
  std::optional<base::Key> personal;  // only where the area declares it
  base::Passwords passwords;
  std::string static_path;                           // /static/v-…
  std::shared_ptr<base::SharedCounters> counters{};  // of an anonymous area, shared by its workers
};

class Context {
 public:
  Context(const Request& request, const Services& services, store::Db& db, const store::Settings& settings);

  const Request& req;
  const Services& services;
  store::Db& db;
  const store::Settings& settings;
  std::optional<store::Session> session;
  std::optional<store::ApiClient> client;  // who asks by a token instead of a session
  std::vector<long long> ids;              // what stood at {id} in the path, in order

  bool acts_for_a_unit = false;  // a page without session has set row-level security's unit (calendar feeds)
  bool replaying = false;        // shows a form that was posted after the session had ended; changes nothing

  domain::Date today() const { return today_; }
  bool may_edit() const { return session && session->role != "viewer"; }
  store::Actor actor() const;
  long long id(std::size_t n = 0) const { return ids.at(n); }

  // A page with the layout filled: names, who is logged in, breadcrumbs over `crumbs` to the page itself.
  view::Page page(const char* file, const std::vector<Crumb>& crumbs = {});
  Response render(const view::Page& page, int status = 200);
  // The same with no-store: for a page that opens by a secret in its address instead of a login.
  Response render_private(const view::Page& page, int status = 200);

  // A token for a form that posts to `path` (without base path). Before login it binds to the visit cookie, made when missing.
  std::string token(std::string_view path);
  // The code for a form that change_once did not take: FORM_USED, or FORM_RESTORED while `replaying`.
  const char* not_taken() const { return replaying ? "FORM_RESTORED" : "FORM_USED"; }
  // Redirects with 303; notice: a code of parts/notice.tpl, shown once on the next page.
  Response redirect(const std::string& path, const std::string& notice = "");

  // The one way to change something from a form: in one transaction, once per token, which is stored in that transaction, so a
  // failed change leaves the token usable. `change` returns where to go then. A double submit goes where the first one went
  // without changing anything again; the same token with another body gives nothing: show the form again with 409 (code
  // FORM_USED). The answer does not say whether `change` ran: a page that shows a new secret or sets a cookie must find that out
  // inside `change` (admin/people/people.cpp does).
  std::optional<std::string> change_once(const std::function<std::string(store::Tx&)>& change);

  // Where this very submit went when it came the first time: the gate leads a double click there.
  std::optional<std::string> repeated();

  void set_cookie(const std::string& name, const std::string& value, int max_age_seconds = -1);  // -1: until the browser ends
  void clear_cookie(const std::string& name) { set_cookie(name, "", 0); }

  std::string token_nonce;  // of the token that the gate accepted

 private:
  std::string binding();
  void add_cookies(Response& response);

  domain::Date today_;
  std::vector<std::pair<std::string, std::string>> cookies_;
  std::string visit_;
};

constexpr const char* session_cookie = "qj_session";
constexpr const char* visit_cookie = "qj_visit";
constexpr const char* display_cookie = "qj_display";
constexpr const char* notice_cookie = "qj_notice";

}  // namespace web
