// Walks the route tables: every route, present and future, as everybody who might try it.
#include "base/clock.h"
#include "web/browser.h"
#include "web/errors.h"
#include "web/token.h"

#include <boost/test/unit_test.hpp>

#include <regex>

namespace {

using namespace tests;

struct Row {
  std::string method, path;
  web::Access access;
  web::Proof proof;
};

// Every {id} becomes an instrument, unit or document of somebody else's.
std::vector<Row> all_rows(const std::string& id) {
  std::vector<Row> rows;
  for (const web::Area& area : all_areas())
    for (std::size_t n = 0; n < area.route_count; ++n) {
      const web::Route& route = area.routes[n];
      rows.push_back({std::string(route.method), std::regex_replace(std::string(route.path), std::regex("\\{id\\}"), id),
                      route.access, route.proof});
    }
  return rows;
}

Page visit(Browser& browser, const Row& row) { return row.method == "GET" ? browser.get(row.path) : browser.post(row.path, {}); }

// How the tables' words translate into who gets in. Everybody here is 负责人 but "viewer".
bool may_enter(web::Access access, const std::string& who) {
  switch (access) {
    case web::Access::anyone:
      return true;
    case web::Access::unfinished:
    case web::Access::signed_in:
      return who != "nobody";
    case web::Access::manager:
      return who == "unit" || who == "institution" || who == "supervisor";
    case web::Access::unit_manager:
      return who == "unit" || who == "pending" || who == "rejected" || who == "suspended";
    case web::Access::unit:
      return who == "unit" || who == "viewer";
    case web::Access::unit_editor:
      return who == "unit";
    case web::Access::institution:
    case web::Access::institution_editor:
    case web::Access::institution_manager:
      return who == "institution";
    case web::Access::institution_api:
      return false;  // by a token only
    case web::Access::supervisor:
      return who == "supervisor";
    case web::Access::administrator:
      return who == "administrator";
  }
  return false;
}

bool for_reviewed_units(web::Access access) {
  return access == web::Access::unit || access == web::Access::unit_editor || access == web::Access::manager;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(routes)

BOOST_AUTO_TEST_CASE(every_route_admits_whom_it_declares_and_nobody_else) {
  const Person owner_of_row = make_unit();
  const std::string id = std::to_string(add_instrument(owner_of_row.unit_id, scale()));
  const std::map<std::string, Browser> visitors = {{"nobody", Browser()},
                                                   {"pending", Browser(make_unit("pending"))},
                                                   {"rejected", Browser(make_unit("rejected"))},
                                                   {"suspended", Browser(make_unit("suspended"))},
                                                   {"unit", Browser(make_unit())},
                                                   {"viewer", Browser(make_unit("approved", "viewer"))},
                                                   {"institution", Browser(make_user("institution"))},
                                                   {"supervisor", Browser(make_user("supervisor"))},
                                                   {"administrator", Browser(make_user("administrator"))}};
  for (const Row& row : all_rows(id))
    for (const auto& [who, fresh] : visitors) {
      Browser browser = fresh;
      const Page page = visit(browser, row);
      const std::string place = page.location();
      BOOST_TEST_CONTEXT(who << " " << row.method << " " << row.path << " -> " << page.status() << " " << place) {
        BOOST_TEST(page.status() != 500);
        if (row.access == web::Access::institution_api) {
          BOOST_TEST(page.status() == 401);
          BOOST_TEST(page.has("API_TOKEN_UNKNOWN"));
          continue;
        }
        if (row.proof == web::Proof::mailed) {
          BOOST_TEST(page.status() == 404);  // the address alone counts, and this one carries no token
          continue;
        }
        if (row.method == "POST" && (may_enter(row.access, who) || who == "nobody")) {
          // Without a token nothing is executed; nobody is led to the login where a login is needed.
          const bool led_to_login = page.status() == 303 && place.rfind("/accounts/login?return=", 0) == 0;
          BOOST_TEST((page.status() == 403 || (who == "nobody" && led_to_login)));
        } else if (may_enter(row.access, who)) {
          const bool asked_nothing = page.status() == 422 && row.path.find("/api/") != std::string_view::npos;
          BOOST_TEST(
              (page.status() == 200 || page.status() == 303 || page.status() == 404 || page.status() == 403 || asked_nothing));
        } else if (who == "nobody") {
          BOOST_TEST(page.status() == 303);
          BOOST_TEST(place.rfind("/accounts/login?return=", 0) == 0);
        } else if (for_reviewed_units(row.access) && row.method == "GET" &&
                   (who == "pending" || who == "rejected" || who == "suspended")) {
          BOOST_TEST(place == "/accounts/status");
        } else {
          BOOST_TEST(page.status() == 403);
        }
      }
    }
}

BOOST_AUTO_TEST_CASE(every_post_is_proved_and_by_the_address_alone_only_where_a_mail_leads) {
  for (const Row& row : all_rows("1")) {
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
