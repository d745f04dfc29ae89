// 修改 of a draft: its header, its lines, and another institution or way of 送检 that can take all of it.
#include "appointments/pages.h"
#include "appointments/plan.h"
#include "appointments/show.h"
#include "domain/values/terms.h"
#include "store/appointments/institution_choice.h"
#include "web/errors.h"

#include <algorithm>
#include <set>

namespace appointments {
namespace {

struct Typed {
  Selection selection;
  domain::Destination to;
  bool unknown = false;  // what was sent is no institution and way of 送检
};

// Only a draft can be changed; what was submitted shows itself as it is.
store::Appointment own_draft(web::Context& ctx) {
  store::Appointment a = own_appointment(ctx);
  if (a.state != "draft") throw web::Conflict();
  return a;
}

Plan plan_of(web::Context& ctx, const Typed& typed) { return make_plan(ctx, typed.selection, typed.to); }

DestinationField destinations(web::Context& ctx, const Plan& plan, const Typed& typed) {
  std::vector<domain::Destination> takers = takers_of_all(plan, plan.groups.at(0).rows);
  const auto is_now = [&](const domain::Destination& to) { return domain::code_of(to) == domain::code_of(typed.to); };
  if (std::none_of(takers.begin(), takers.end(), is_now)) takers.insert(takers.begin(), typed.to);
  std::set<long long> ids;
  for (const domain::Destination& to : takers) ids.insert(to.institution_id);
  auto cards = store::institution_cards(ctx.db, {ids.begin(), ids.end()});
  DestinationField field{domain::code_of(typed.to), {}};
  for (const domain::Destination& to : takers)
    field.options.push_back({domain::code_of(to),
                             cards[to.institution_id].name + " " + std::string(domain::word(domain::deliveries(), to.delivery))});
  return field;
}

web::Response render_draft(web::Context& ctx, const store::Appointment& a, const Typed& typed, const Plan& plan,
                           std::vector<domain::Error> errors, int status, const Conflicts& conflicts = {}) {
  const std::string path = appointment_path(a.id);
  const view::Page page =
      ctx.page("appointments/edit.tpl", {{"appointments/list.tpl", list_path}, {"appointments/show.tpl", path}});
  const view::Dict content = page.content();
  content.set_number("ID", a.id);
  content.set("NUMBER", a.number);
  content.set_number("VERSION", a.version);
  content.show_if(plan.rows.empty(), "NOTHING_CHOSEN");
  const Selection& selection = typed.selection;
  fill_plan(content, plan, notes_on(ctx, plan, selection, conflicts), ctx.today(), selection.left_out, false);
  fill_picker(content, selection.pick, find_offered(ctx, selection), ctx.today());
  fill_header(page, typed.selection.header, std::move(errors), ctx.token(path + "/edit"), destinations(ctx, plan, typed));
  return ctx.render(page, status);
}

}  // namespace

web::Response show_edit(web::Context& ctx) {
  const store::Appointment a = own_draft(ctx);
  const Typed stored{selection_of(a, own_lines(ctx, a)), {a.institution_id, a.delivery}};
  return render_draft(ctx, a, stored, plan_of(ctx, stored), {}, 200);
}

web::Response save(web::Context& ctx) {
  const store::Appointment a = own_draft(ctx);
  Typed typed{read_form(ctx), {a.institution_id, a.delivery}};
  const auto to = domain::destination_of(ctx.req.form.need("destination"));
  typed.unknown = !to || store::institution_cards(ctx.db, {to->institution_id}).empty();
  if (!typed.unknown) typed.to = *to;
  const bool shown_again = only_changes_form(ctx, typed.selection);
  const Plan plan = plan_of(ctx, typed);
  if (shown_again) return render_draft(ctx, a, typed, plan, {}, 200);
  auto checked = domain::check(typed.selection.header, ctx.today(), true);
  if (!plan.problems.empty())
    checked.errors.insert(checked.errors.begin(), {"instruments", "BOOKING_CONFLICT", std::to_string(plan.problems.size())});
  else if (plan.rows.empty())
    checked.errors.insert(checked.errors.begin(), {"instruments", "NOTHING_CHOSEN"});
  if (typed.unknown) checked.errors.push_back({"destination", "NOT_A_CHOICE"});
  if (!checked.ok()) return render_draft(ctx, a, typed, plan, checked.errors, 422);
  // The page then carries the new version: pressing again is a decision.
  if (ctx.req.form.need("version") != std::to_string(a.version))
    return render_draft(ctx, a, typed, plan, {{"instruments", "CHANGED_MEANWHILE"}}, 409);
  const auto lines = own_lines(ctx, a);
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) {
      store::update_draft(tx, a, lines, {typed.to.institution_id, typed.to.delivery, checked.value, typed.selection.ids});
      return appointment_path(a.id);
    });
    return location ? ctx.redirect(*location, "SAVED")
                    : render_draft(ctx, a, typed, plan, {{"instruments", ctx.not_taken()}}, 409);
  } catch (const store::BookingRefused& e) {
    const char* why = e.conflicts.empty() ? "CHANGED_MEANWHILE" : "BOOKING_CONFLICT";
    return render_draft(ctx, own_draft(ctx), typed, plan_of(ctx, typed),
                        {{"instruments", why, std::to_string(e.conflicts.size())}}, 409, e.conflicts);
  }
}

}  // namespace appointments
