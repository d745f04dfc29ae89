// The pages of a unit before its approval: the state of its review and, after a refusal, the form to correct and submit again.
#include "accounts/own_unit.h"
#include "accounts/pages.h"
#include "accounts/registration_form.h"
#include "base/clock.h"
#include "base/number.h"
#include "domain/organisations/review.h"
#include "domain/values/terms.h"
#include "parts/history.h"
#include "store/core/constraints.h"
#include "store/organisations/reviews.h"
#include "web/errors.h"

namespace accounts {
namespace {

web::Response render_status(web::Context& ctx, const RegistrationPage& shown, const store::Unit& unit,
                            std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("accounts/registration.tpl", {{"accounts/status.tpl", "/accounts/status"}});
  fill_registration(ctx, page, "/accounts/registration", shown, std::move(errors), Parts::unit_and_contacts);
  page.content().set("REASON", unit.review_reason);
  page.content().set_number("VERSION", unit.version);
  return ctx.render(page, status);
}

}  // namespace

web::Response status(web::Context& ctx) {
  const store::Unit unit = own_unit(ctx);
  const view::Page page = ctx.page("accounts/status.tpl");
  const view::Dict content = page.content();
  content.show(view::section_name(unit.state));
  content.set("STATE", domain::word(domain::review_states(), unit.state));
  content.set("UNIT", unit.name);
  content.set("UNIT_CODE", unit.unit_code);
  content.set("DIVISION", unit.division_name);
  content.set("SUBMITTED_AT", unit.submitted_at);
  content.set("REVIEWED_AT", unit.reviewed_at);
  content.show_if(!unit.reviewed_at.empty(), "REVIEWED");
  content.set("REASON", unit.review_reason);
  content.set("REVIEW_HOURS", domain::times_text(ctx.settings.get("review_hours")));
  const auto next = domain::next_review(ctx.today(), base::minutes_in_shanghai(base::now()), ctx.settings.get("review_hours"));
  if (next) {
    const view::Dict dict = content.add("NEXT_REVIEW");
    dict.set("DATE", next->date.iso());
    dict.set("TIME", domain::clock_text(next->minutes));
  }
  parts::add_history(content, store::reviews_of(ctx.db, unit.id), false);
  const bool may_close = ctx.session->role == "manager" && unit.state != "suspended";
  content.show_if(may_close, unit.state == "approved" ? "UNIT_PAGE" : "MAY_CLOSE");
  return ctx.render(page);
}

web::Response show_registration(web::Context& ctx) {
  const store::Unit unit = own_unit(ctx);
  if (unit.state != "rejected") return ctx.redirect("/accounts/status");
  return render_status(ctx, as_typed(ctx, unit), unit, {}, 200);
}

web::Response resubmit(web::Context& ctx) {
  store::Unit unit = own_unit(ctx);
  std::vector<domain::Error> errors;
  const RegistrationPage shown = read_registration(ctx, Parts::unit_and_contacts, errors);
  if (ctx.req.form.has("op_division")) return render_status(ctx, shown, unit, errors, errors.empty() ? 200 : 422);

  domain::RegistrationForm typed = shown.typed;
  typed.division_code = shown.division.code;
  const auto checked = domain::check(typed, shown.division.verdict, ctx.today(), false);
  errors.insert(errors.end(), checked.errors.begin(), checked.errors.end());
  if (errors.empty() && store::unit_registered(ctx.db, checked.value.unit_code.key(), unit.id))
    errors.push_back({"unit_code", "CODE_TAKEN"});
  if (!errors.empty()) return render_status(ctx, shown, unit, errors, 422);

  const std::string sealed = sealed_id_number(ctx, checked.value.id_number);
  unit.version = base::number_or(ctx.req.form.need("version"), 0);
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      if (!store::resubmit_unit(tx, unit, checked.value, sealed)) throw web::Conflict();
      if (shown.license.file) store::add_document(tx, unit.id, *shown.license.file);
      return "/accounts/status";
    });
    if (!location) return render_status(ctx, shown, unit, {{"unit_name", ctx.not_taken()}}, 409);
    return ctx.redirect(*location, "RESUBMITTED");
  } catch (const store::Violation& violation) {
    if (violation.constraint != store::constraint::units_unit_key) throw;
    return render_status(ctx, shown, unit, {{"unit_code", "CODE_TAKEN"}}, 422);
  }
}

}  // namespace accounts
