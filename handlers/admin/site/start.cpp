// The administrator's start page: open decisions, and links to everything else.
#include "admin/pages.h"
#include "domain/values/terms.h"
#include "store/organisations/requests.h"
#include "store/organisations/reviews.h"
#include "web/context.h"

namespace admin {

web::Response start(web::Context& ctx) {
  const view::Page page = ctx.page("admin/start.tpl");
  page.content().set_number("PENDING", store::waiting_units(ctx.db));
  store::Requests requests = store::search_requests(ctx.db, {"", "pending", 1, 1});
  for (const domain::Term& kind : domain::request_kinds()) {
    const view::Dict entry = page.content().add("REQUESTS");
    entry.set("KIND", kind.code);
    entry.set("NAME", kind.word);
    entry.set_number("COUNT", requests.waiting[std::string(kind.code)]);
  }
  return ctx.render(page);
}

}  // namespace admin
