// Walks the route tables: every route, present and future, as everybody who might try it.
#include "base/clock.h"
#include "web/browser.h"
#include "web/core/visited.h"
#include "web/errors.h"
#include "web/token.h"

#include <boost/test/unit_test.hpp>

#include <map>
#include <regex>
#include <set>

namespace {

using namespace tests;

const std::regex ids("\\{id\\}");

using Access = web::Access;
using Who = std::set<std::string>;

struct Row {
  std::string method, path;
  Access access;
  web::Proof proof;
};

std::vector<Row> all_rows() {
  std::vector<Row> rows;
  for (const web::Area& area : all_areas())
    for (std::size_t n = 0; n < area.route_count; ++n) {
      const web::Route& route = area.routes[n];
      rows.push_back({std::string(route.method), std::string(route.path), route.access, route.proof});
    }
  return rows;
}

// How the tables' words translate into who gets in; visited.cpp says who they are. Everybody may what "anyone" may, everybody
// with a session what "unfinished" may, and everybody whose login is finished what "signed_in" may.
const std::map<Access, Who> admitted = {
    {Access::manager, {"unit", "institution", "supervisor"}},
    {Access::unit_manager, {"unit", "pending", "rejected", "suspended"}},
    {Access::unit, {"unit", "unit_worker", "unit_viewer"}},
    {Access::unit_editor, {"unit", "unit_worker"}},
    {Access::institution, {"institution", "institution_worker", "institution_viewer"}},
    {Access::institution_editor, {"institution", "institution_worker"}},
    {Access::institution_manager, {"institution"}},
    {Access::institution_api, {}},  // by a token only
    {Access::supervisor, {"supervisor", "supervisor_worker", "supervisor_viewer"}},
    {Access::administrator, {"administrator"}},
};

bool may_enter(Access access, const std::string& who) {
  if (access == Access::anyone) return true;
  if (access == Access::unfinished) return who != "nobody";
  if (access == Access::signed_in) return who != "nobody" && who != "unit_unfinished";
  return admitted.at(access).count(who) > 0;
}

// Pages that answer who may enter with something else than themselves: of whom (none: of everybody), what and why.
struct Other {
  std::string route;
  Who who;
  int status;
};
const Who without_unit = {"institution",           "institution_worker",   "institution_viewer",
                          "institution_suspended", "supervisor",           "supervisor_worker",
                          "supervisor_viewer",     "supervisor_suspended", "administrator"};
const std::vector<Other> others = {
    // What a mail leads to, a feed or a picture: the address carries a seal or a secret, and this one does not.
    {"/accounts/captcha", {}, 404},
    {"/accounts/confirm", {}, 404},
    {"/accounts/invite", {}, 404},
    {"/accounts/reminder-address", {}, 404},
    {"/accounts/reset", {}, 404},
    {"/accounts/two-factor/picture", {}, 404},
    {"/accounts/unsubscribe", {}, 404},
    {"/ledger/calendar", {}, 404},
    {"/query/captcha/picture", {}, 404},
    {"/accounts/recover/receipt", {}, 303},
    // Leads on: that is all it is for.
    {"/desk", {}, 303},
    {"/desk/results/chosen", {}, 303},
    {"/ledger/due", {}, 303},
    {"/query/instruments/search", {}, 303},
    // Nothing was asked for.
    {"/query/api/instrument", {}, 422},
    {"/query/api/instruments", {}, 422},
    // Their login is finished: on to their own pages.
    {"/accounts/login",
     {"unit", "unit_worker", "unit_viewer", "unit_unfinished", "pending", "rejected", "suspended", "institution",
      "institution_worker", "institution_viewer", "institution_suspended", "supervisor", "supervisor_worker", "supervisor_viewer",
      "supervisor_suspended", "administrator"},
     303},
    // Of a unit and its review, whoever is signed in; only what was refused can be corrected.
    {"/accounts/status", without_unit, 403},
    {"/accounts/registration", without_unit, 403},
    {"/accounts/registration", {"unit", "unit_worker", "unit_viewer", "pending", "suspended"}, 303},
    {"/accounts/unit", {"suspended"}, 303},
    {"/accounts/unit/change", {"pending", "rejected", "suspended"}, 303},
    {"/accounts/unit/close", {"suspended", "unit"}, 303},                    // the unit has asked already
    {"/admin/users/{id}/two-factor", {}, 303},                               // this user has none
    {"/ledger/bulk", {"unit_viewer"}, 403},                                  // the page is everybody's, this act is not
    {"/ledger/calendars/{id}/revoke", {"unit_worker", "unit_viewer"}, 404},  // a colleague's calendar
};

int answer_for(const Row& row, const std::string& who) {
  for (const Other& other : others)
    if (other.route == row.path && (other.who.empty() || other.who.count(who) > 0)) return other.status;
  return 200;
}

std::string login_for(const Page& page) { return page.location().substr(0, page.location().find('=') + 1); }

void check_admitted(const Row& row, const std::string& who, const Page& page) {
  if (row.method == "GET") {
    BOOST_TEST(page.status() == answer_for(row, who));
  } else {  // without a token nothing is executed, and that is what is said
    BOOST_TEST(page.status() == 403);
    BOOST_TEST(page.has("表单已失效"));
  }
}

void check_refused(const Row& row, const std::string& who, const Page& page) {
  const Who reviewed = {"pending", "rejected", "suspended"};
  const bool of_units = row.access == Access::unit || row.access == Access::unit_editor || row.access == Access::manager;
  if (who == "nobody") {
    BOOST_TEST(page.status() == 303);
    BOOST_TEST(login_for(page) == "/accounts/login?return=");
  } else if (who == "unit_unfinished") {
    BOOST_TEST(page.status() == 303);
    BOOST_TEST(page.location() == "/accounts/password");
  } else if (of_units && row.method == "GET" && reviewed.count(who) > 0) {
    BOOST_TEST(page.status() == 303);
    BOOST_TEST(page.location() == "/accounts/status");
  } else {
    BOOST_TEST(page.status() == 403);
    BOOST_TEST(page.has("您没有办理此项业务的权限"));
  }
}

void check_visit(const Row& row, const std::string& who, const Page& page) {
  if (row.access == Access::institution_api) {
    BOOST_TEST(page.status() == 401);
    BOOST_TEST(page.has("API_TOKEN_UNKNOWN"));
  } else if (row.proof == web::Proof::mailed) {
    BOOST_TEST(page.status() == 404);  // the address alone counts, and this one carries no token
  } else if (may_enter(row.access, who)) {
    check_admitted(row, who, page);
  } else {
    check_refused(row, who, page);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(routes)

BOOST_AUTO_TEST_CASE(every_route_admits_whom_it_declares_and_nobody_else) {
  const Visited visited;
  int n = 0;
  for (const auto& [who, person] : visited.visitors()) {
    const std::string address = "198.51.100." + std::to_string(++n);  // or the public's pages would ask who asks so much
    for (const Row& row : all_rows()) {
      Browser browser{person};
      if (who == "nobody") browser.cookies.clear();
      browser.address = address;
      const std::string path = row.method == "GET" ? visited.address(row.path, who) : std::regex_replace(row.path, ids, "1");
      const Page page = row.method == "GET" ? browser.get(path) : browser.post(path, {});
      BOOST_TEST_CONTEXT(who << " " << row.method << " " << path << " -> " << page.status() << " " << page.location()) {
        check_visit(row, who, page);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_post_is_proved_and_by_the_address_alone_only_where_a_mail_leads) {
  for (const Row& row : all_rows()) {
    BOOST_TEST((row.proof == web::Proof::none) == (row.method == "GET"), row.path);
    if (row.proof == web::Proof::mailed) BOOST_TEST(row.path == "/accounts/unsubscribe");
  }
}

BOOST_AUTO_TEST_CASE(another_units_instrument_is_not_there) {
  const std::string id = std::to_string(add_instrument(make_unit().unit_id, scale()));
  Browser other{make_unit()};
  BOOST_TEST(other.get("/ledger/" + id).status() == 404);
  BOOST_TEST(other.get("/ledger/" + id + "/edit").status() == 404);
  const Fields fields = fields_of(other.get("/ledger/new").html(), "/ledger/new");
  const std::string path = "/ledger/" + id + "/edit";
  const std::string before = text_of("select version from instruments where id = " + id);
  // Even with a token made for that very address.
  const std::string token = web::make_token(app_for(path).services().seal, other.cookies.at("qj_session"), path, base::now());
  BOOST_TEST(other.post(path, fields).status() == 403);
  BOOST_TEST(other.post(path, with(fields, {{"token", token}, {"version", before}})).status() == 404);
  BOOST_TEST(text_of("select version from instruments where id = " + id) == before);
}

BOOST_AUTO_TEST_CASE(a_post_needs_a_token_of_its_own_form_browser_and_origin) {
  const Person unit = make_unit();
  Browser browser{unit};
  const Page page = browser.get("/ledger/new");
  const Fields fields = fields_of(page.html(), "/ledger/new");
  const std::string before = text_of("select count(*) from instruments");
  BOOST_TEST(browser.post("/ledger/new", with(fields, {{"token", ""}})).status() == 403);
  BOOST_TEST(browser.post("/ledger/new", with(fields, {{"token", "AAAA"}})).status() == 403);
  const std::string foreign = fields_of(page.html(), "/accounts/logout").at(1).second;
  BOOST_TEST(browser.post("/ledger/new", with(fields, {{"token", foreign}})).status() == 403);
  Browser other{make_unit()};
  BOOST_TEST(other.post("/ledger/new", fields).status() == 403);
  browser.origin = "http://evil.test";
  BOOST_TEST(browser.post("/ledger/new", fields).status() == 403);
  browser.origin = "null";
  BOOST_TEST(browser.post("/ledger/new", fields).status() == 403);
  browser.origin = "http://portal.test";
  BOOST_TEST(browser.post("/ledger/new", fields).status() == 422);  // the token is good, the form is empty
  BOOST_TEST(text_of("select count(*) from instruments") == before);
}

BOOST_AUTO_TEST_CASE(a_token_in_the_query_does_not_count) {
  Browser browser{make_unit()};
  const Fields fields = fields_of(browser.get("/ledger/new").html(), "/ledger/new");
  web::Request request;
  request.method = "POST";
  request.path = "/ledger/new";
  request.cookies = browser.cookies;
  for (const auto& [name, value] : fields) (name == "token" ? request.query : request.form).add(name, value);
  BOOST_TEST(app_for("/ledger").respond(request).status == 403);
}

BOOST_AUTO_TEST_CASE(a_request_that_cannot_be_read_is_not_answered_as_the_one_before) {
  const Person unit = make_unit();
  Browser browser{unit};
  const std::string greeted = text_of("select name from units where id = " + std::to_string(unit.unit_id));
  BOOST_TEST(browser.get("/ledger").has(greeted));
  web::Request unreadable;
  unreadable.method = "GET";
  unreadable.path = "/ledger";
  Page page;
  try {
    throw web::BadRequest("bytes");
  } catch (...) {
    page = {app_for("/ledger").respond_to_failure(unreadable)};
  }
  BOOST_TEST(page.status() == 400);
  BOOST_TEST(!page.has(greeted));
}

BOOST_AUTO_TEST_CASE(unknown_addresses_and_methods_get_their_pages) {
  Browser browser{make_unit()};
  for (const char* path :
       {"/nothing", "/ledger/", "/ledger/0", "/ledger/x", "/ledger/99999999999999999999", "/ledger/-1", "/accounts/"})
    BOOST_TEST_CONTEXT(path) { BOOST_TEST(browser.get(path).status() == 404); }
  BOOST_TEST(browser.post("/ledger", {}).status() == 405);
}

BOOST_AUTO_TEST_SUITE_END()
