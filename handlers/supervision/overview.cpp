// How the department's region stands.
#include "supervision/pages.h"
#include "web/context.h"

namespace supervision {

web::Response overview(web::Context& ctx) { return ctx.render(ctx.page("supervision/overview.tpl")); }

}  // namespace supervision
