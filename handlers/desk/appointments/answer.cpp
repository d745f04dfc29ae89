// 受理 and 不予受理 of ticked lines or of all that wait. An answer changes all its lines or none: when a colleague, or the
// unit, has changed one meanwhile, the form comes again with what was typed and names the line and the person; lines that still
// wait stay ticked.
#include "desk/appointments/show.h"
#include "desk/pages.h"
#include "domain/values/terms.h"
#include "web/errors.h"

namespace desk {
namespace {

using domain::LineState;
using store::AppointmentLine;

struct Asked {
  AnswerPage page;
  std::vector<store::ShownLine> lines;  // those the answer is for, as the page showed them
};

Asked read_answer(const web::Params& f) {
  Asked asked;
  AnswerPage& p = asked.page;
  p.form = {f.need("planned_on"),    f.need("planned_place"), f.need("planned_contact"),
            f.need("planned_bring"), f.need("refusal_code"),  f.need("refusal_text")};
  p.scope = f.need("answer_scope");
  p.beyond_capacity = f.get("beyond_capacity") == "yes";
  asked.lines = shown_lines(f, p.scope == "all" ? "shown" : "line");
  for (const store::ShownLine& line : shown_lines(f, "line")) p.ticked.insert(line.id);
  return asked;
}

const AppointmentLine* find(const std::vector<AppointmentLine>& lines, long long id) {
  for (const AppointmentLine& line : lines)
    if (line.id == id) return &line;
  return nullptr;
}

// The page once more, with what was typed, on the appointment as it stands now.
web::Response again(web::Context& ctx, Asked asked, std::vector<domain::Error> errors, int status) {
  const store::Appointment a = appointment_of(ctx);
  const auto lines = store::lines_of(ctx.db, party_of(ctx), a);
  for (const store::ShownLine& shown : asked.lines) {
    const AppointmentLine* line = find(lines, shown.id);
    if (status == 409 && line != nullptr && line->version != shown.version) asked.page.lost.insert(shown.id);
    if (line != nullptr && line->state == LineState::waiting) asked.page.adding += line->quantity;
  }
  // What is still there to be answered is what was meant: "all" would now mean others than were seen.
  if (!asked.page.lost.empty()) {
    for (const store::ShownLine& shown : asked.lines) asked.page.ticked.insert(shown.id);
    asked.page.scope = "chosen";
  }
  if (const auto day = domain::Date::parse(asked.page.form.planned_on); day && *day >= ctx.today())
    if (*day <= ctx.today().plus_days(domain::planned_days))
      asked.page.day = store::day_load(ctx.db, ctx.session->institution_id, *day);
  return render_appointment(ctx, a, lines, asked.page, std::move(errors), status);
}

// The unit took all of it back while the form was filled: a draft is the unit's alone. The same answer as for one that was never
// this institution's, so that nobody learns which numbers there are; what was typed is shown to be copied.
web::Response gone(web::Context& ctx, const Asked& asked) {
  const view::Page page = ctx.page("desk/withdrawn.tpl", {{"desk/queue.tpl", "/desk/appointments"}});
  const domain::AnswerForm& typed = asked.page.form;
  for (const auto& [field, value] :
       {std::pair("planned_on", &typed.planned_on), std::pair("planned_place", &typed.planned_place),
        std::pair("planned_contact", &typed.planned_contact), std::pair("planned_bring", &typed.planned_bring),
        std::pair("refusal_text", &typed.refusal_text)}) {
    if (value->empty()) continue;
    const view::Dict fact = page.content().add("TYPED");
    fact.set("LABEL", domain::field_label(field));
    fact.set("VALUE", *value);
  }
  return ctx.render(page, 404);
}

std::vector<domain::Error> scope_errors(const Asked& asked) {
  if (!domain::contains(domain::answer_scopes(), asked.page.scope)) return {{"answer_scope", "NOT_A_CHOICE"}};
  if (asked.lines.empty()) return {{"answer_scope", "LINES_REQUIRED"}};
  return {};
}

domain::Error full(const store::DayFull& day) {
  if (day.load.closed()) return {"planned_on", "DAY_CLOSED", day.load.day.iso()};
  return {"planned_on", "DAY_FULL", std::to_string(day.load.planned), std::to_string(*day.load.capacity)};
}

}  // namespace

web::Response answer(web::Context& ctx) {
  const Asked asked = read_answer(ctx.req.form);
  const auto found = store::find_appointment(ctx.db, party_of(ctx), ctx.id());
  if (!found) return gone(ctx, asked);
  const store::Appointment& a = *found;
  const bool accepts = ctx.req.form.has("op_accept"), refuses = ctx.req.form.has("op_refuse");
  std::vector<domain::Error> errors;
  if (!accepts && !refuses) {  // 查看当日安排
    if (!domain::Date::parse(asked.page.form.planned_on)) errors.push_back({"planned_on", "DATE_FORMAT"});
    const int status = errors.empty() ? 200 : 422;
    return again(ctx, asked, std::move(errors), status);
  }
  const auto plan = domain::check_plan(asked.page.form, ctx.today());
  const auto refusal = domain::check_refusal(asked.page.form);
  errors = scope_errors(asked);
  const auto& mistakes = accepts ? plan.errors : refusal.errors;
  errors.insert(errors.end(), mistakes.begin(), mistakes.end());
  if (!errors.empty()) return again(ctx, asked, std::move(errors), 422);
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) {
      if (accepts)
        store::accept_lines(tx, desk_of(ctx), a, asked.lines, plan.value, asked.page.beyond_capacity);
      else
        store::refuse_lines(tx, desk_of(ctx), a, asked.lines, refusal.value);
      return appointment_path(a);
    });
    if (location) return ctx.redirect(*location, accepts ? "LINES_ACCEPTED" : "LINES_REFUSED");
    return again(ctx, asked, {{"answer_scope", ctx.not_taken()}}, 409);
  } catch (const store::LinesChanged&) {
    return again(ctx, asked, {{"answer_scope", "LINES_CHANGED"}}, 409);
  } catch (const store::NotAuthorised& refused) {
    Asked shown = asked;
    shown.page.not_authorised = refused.lines;
    return again(ctx, std::move(shown), {{"answer_scope", "LINES_NOT_AUTHORISED", std::to_string(refused.lines.size())}}, 422);
  } catch (const store::DayFull& day) {
    return again(ctx, asked, {full(day)}, 422);
  }
}

}  // namespace desk
