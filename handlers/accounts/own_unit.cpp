// See own_unit.h.
#include "accounts/own_unit.h"

#include "web/errors.h"

namespace accounts {

store::Unit own_unit(web::Context& ctx) {
  if (ctx.session->unit_id == 0) throw web::Forbidden();
  auto unit = store::find_unit(ctx.db, ctx.session->unit_id);
  if (!unit) throw web::NotFound();
  return *unit;
}

}  // namespace accounts
