// See one_time.h.
#include "accounts/one_time.h"

#include "base/sealed_link.h"

namespace accounts {

std::optional<store::Link> open_link(web::Context& ctx, const std::string& purpose, const std::string& token) {
  const auto id = base::check_link_token(ctx.services.seal, purpose, token);
  return id ? store::find_link(ctx.db, *id, purpose) : std::nullopt;
}

web::Response link_gone(web::Context& ctx) { return ctx.render(ctx.page("accounts/link_gone.tpl"), 404); }

}  // namespace accounts
