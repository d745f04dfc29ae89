// See own_unit.h.
#include "accounts/own_unit.h"

#include "web/errors.h"

namespace accounts {

store::Enterprise own_unit(web::Context& ctx) {
  if (ctx.session->enterprise_id == 0) throw web::Forbidden();
  auto unit = store::find_enterprise(ctx.db, ctx.session->enterprise_id);
  if (!unit) throw web::NotFound();
  return *unit;
}

}  // namespace accounts
