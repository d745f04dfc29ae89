// The administrator's start page: what waits for a decision, and the way to everything that is kept here.
#include "admin/pages.h"
#include "store/enterprises.h"
#include "web/context.h"

namespace admin {

web::Response start(web::Context& ctx) {
  const view::Page page = ctx.page("admin/start.tpl");
  store::Queue queue = store::review_queue(ctx.db, "pending", 1, 1);
  page.content().set_number("PENDING", queue.counts["pending"]);
  return ctx.render(page);
}

}  // namespace admin
