// See save.h.
#include "admin/save.h"

#include "base/number.h"
#include "view/pager.h"
#include "web/errors.h"

#include <algorithm>

namespace admin {

web::Response save(web::Context& ctx, const Saving& saving, const Render& render,
                   const std::function<std::string(store::Tx&)>& change) {
  try {
    const auto location = ctx.change_once(change);
    if (location) return ctx.redirect(*location, saving.notice);
    return render({{saving.first_field, ctx.not_taken()}}, 409);
  } catch (const web::Conflict&) {
    return render({{saving.first_field, "CHANGED_MEANWHILE"}}, 409);
  } catch (const store::Violation& violation) {
    for (const Known& known : saving.known)
      if (violation.constraint == known.constraint) return render({known.error}, 422);
    throw;
  }
}

web::Response act(web::Context& ctx, const char* notice, const std::function<std::string(store::Tx&)>& change) {
  const auto location = ctx.change_once(change);
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, notice);
}

std::vector<std::string> all_of(const web::Params& form, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& [field, value] : form.all())
    if (field == name && std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  return values;
}

int version_of(const web::Context& ctx) { return base::number_or(ctx.req.form.need("version"), 0); }

}  // namespace admin
