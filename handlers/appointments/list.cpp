// The list of a unit's appointments.
#include "appointments/pages.h"
#include "web/context.h"

namespace appointments {

web::Response list(web::Context& ctx) { return ctx.render(ctx.page("appointments/list.tpl")); }

}  // namespace appointments
