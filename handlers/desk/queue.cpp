// The queue: appointments that were sent to the institution.
#include "desk/pages.h"
#include "web/context.h"

namespace desk {

web::Response queue(web::Context& ctx) { return ctx.render(ctx.page("desk/queue.tpl")); }

}  // namespace desk
