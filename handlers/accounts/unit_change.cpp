// 申请变更: new values for reviewed data of a unit. The old ones stay in force until an administrator approves.
#include "accounts/own_unit.h"
#include "accounts/pages.h"
#include "accounts/registration_form.h"
#include "base/json.h"
#include "store/core/constraints.h"
#include "store/organisations/requests.h"
#include "web/errors.h"

namespace accounts {
namespace {

web::Response render_unit_change(web::Context& ctx, const RegistrationPage& shown, std::vector<domain::Error> errors,
                                 int status) {
  const view::Page page = ctx.page("accounts/unit_change.tpl", {{"accounts/unit.tpl", "/accounts/unit"}});
  fill_registration(ctx, page, "/accounts/unit/change", shown, std::move(errors), Parts::unit);
  return ctx.render(page, status);
}

store::NewRequest change_request(web::Context& ctx, long long unit, const domain::Registration& form, const std::string& id_type,
                                 const StoredDocument& license) {
  store::NewRequest request{"change", unit, ctx.session->user_id, nlohmann::json::object()};
  request.details = {{"unit_key", form.unit_code.key()},
                     {"unit_code", form.unit_code.text},
                     {"name", form.unit_name},
                     {"unit_type", form.unit_type},
                     {"division_code", form.division_code},
                     {"representative", form.representative},
                     {"id_type", id_type},
                     {"id_number", form.id_number.masked()}};
  request.id_number_sealed_hex = sealed_id_number(ctx, form.id_number);
  request.document = license.file;
  return request;
}

// Where to when nothing can be asked for now; nothing when it can.
std::optional<web::Response> elsewhere(web::Context& ctx, const store::Unit& unit) {
  if (unit.state != "approved") return ctx.redirect("/accounts/status");
  if (store::open_request(ctx.db, unit.id, "change")) return ctx.redirect("/accounts/unit", "REQUEST_WAITS");
  return {};
}

}  // namespace

web::Response show_change(web::Context& ctx) {
  const store::Unit unit = own_unit(ctx);
  if (auto response = elsewhere(ctx, unit)) return *response;
  RegistrationPage shown = as_typed(ctx, unit);
  shown.license = {};  // the one of today is not the one of the change
  return render_unit_change(ctx, shown, {}, 200);
}

web::Response request_change(web::Context& ctx) {
  const store::Unit unit = own_unit(ctx);
  if (auto response = elsewhere(ctx, unit)) return *response;
  std::vector<domain::Error> errors;
  const RegistrationPage shown = read_registration(ctx, Parts::unit, errors);
  if (ctx.req.form.has("op_division")) return render_unit_change(ctx, shown, errors, errors.empty() ? 200 : 422);

  domain::RegistrationForm typed = shown.typed;
  typed.division_code = shown.division.code;
  const auto checked = domain::check_unit(typed, shown.division.verdict, ctx.today());
  errors.insert(errors.end(), checked.errors.begin(), checked.errors.end());
  if (errors.empty() && store::unit_registered(ctx.db, checked.value.unit_code.key(), unit.id))
    errors.push_back({"unit_code", "CODE_TAKEN"});
  if (!errors.empty()) return render_unit_change(ctx, shown, errors, 422);
  try {
    const auto request = change_request(ctx, unit.id, checked.value, typed.id_type, shown.license);
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      store::create_request(tx, request);
      return "/accounts/unit";
    });
    if (!location) return render_unit_change(ctx, shown, {{"unit_name", ctx.not_taken()}}, 409);
    return ctx.redirect(*location, "CHANGE_REQUESTED");
  } catch (const store::Violation& violation) {
    if (violation.constraint != store::constraint::account_requests_one_open) throw;
    throw web::Conflict();
  }
}

}  // namespace accounts
