// Small answers for programs: the divisions below one, for forms' scripts, and health.
#include "base/json.h"
#include "portal/pages.h"
#include "store/catalogue/divisions.h"
#include "web/context.h"

namespace portal {
namespace {

web::Response plain(int status, const char* text) {
  web::Response response;
  response.status = status;
  response.content_type = "text/plain; charset=utf-8";
  response.body = text;
  response.header("Cache-Control", "no-store");
  return response;
}

}  // namespace

web::Response division_children(web::Context& ctx) {
  nlohmann::json rows = nlohmann::json::array();
  for (const store::Division& d : store::division_children(ctx.db, ctx.req.query.get("parent")))
    rows.push_back({{"code", d.code}, {"name", d.name}, {"leaf", d.leaf}});
  web::Response response;
  response.content_type = "application/json; charset=utf-8";
  response.body = rows.dump();
  response.header("Cache-Control", "public, max-age=3600");
  return response;
}

// The process answers; says nothing about the database.
web::Response live(web::Context&) { return plain(200, "ok\n"); }

// The process answers and the database does.
web::Response ready(web::Context& ctx) { return ctx.db.ready() ? plain(200, "ok\n") : plain(503, "database unavailable\n"); }

}  // namespace portal
