// 收样 / 开始检定 and 退检 of one or many lines: each asks first, on a page that names the lines.
#include "desk/pages.h"
#include "desk/results/result_form.h"
#include "domain/values/fields.h"
#include "view/form.h"
#include "web/errors.h"

namespace desk {
namespace {

constexpr int longest_reason = 500;
using Lines = std::vector<store::VerifiedLine>;

std::vector<store::LineId> ids_of(const Lines& lines) {
  std::vector<store::LineId> ids;
  for (const store::VerifiedLine& line : lines) ids.push_back({line.unit_id, line.id});
  return ids;
}

// The lines that this act is about; the others are counted.
Lines fit(const Lines& lines, bool begin) {
  Lines kept;
  for (const store::VerifiedLine& line : lines)
    if (line.state == "accepted" || (!begin && line.state == "verifying")) kept.push_back(line);
  return kept;
}

void add_lines(const view::Dict& content, const Lines& chosen, const Lines& kept) {
  if (chosen.size() > kept.size()) content.add("OTHERS").set_number("COUNT", static_cast<long long>(chosen.size() - kept.size()));
  if (kept.empty()) return content.show("NOTHING");
  const view::Dict table = content.include("LINES", "desk/result_lines.tpl");
  for (const store::VerifiedLine& line : kept) fill_line(table.add("ROW"), line);
}

web::Response render_begin(web::Context& ctx, const Lines& chosen, int status) {
  const Lines kept = fit(chosen, true);
  const view::Page page = ctx.page("desk/result_begin.tpl", {{"desk/results.tpl", "/desk/results"}});
  const view::Dict content = page.content();
  add_lines(content, chosen, kept);
  content.show_if(status == 409, "NOT_TAKEN");
  if (!kept.empty()) {
    const view::Dict ask = content.add("ASK");
    ask.set_number("COUNT", static_cast<long long>(kept.size()));
    ask.include("FORM_HEAD", "parts/form_head.tpl").set("TOKEN", ctx.token("/desk/results/begin"));
    for (const store::VerifiedLine& line : kept) ask.add("LINE").set("CODE", line_code(line));
  }
  return ctx.render(page, status);
}

web::Response render_give_back(web::Context& ctx, const Lines& chosen, const std::string& reason,
                               std::vector<domain::Error> errors, int status) {
  const Lines kept = fit(chosen, false);
  const view::Page page = ctx.page("desk/result_give_back.tpl", {{"desk/results.tpl", "/desk/results"}});
  const view::Dict content = page.content();
  add_lines(content, chosen, kept);
  if (!kept.empty()) {
    const view::Dict dict = content.include("FORM", "desk/result_give_back_form.tpl");
    dict.set_number("COUNT", static_cast<long long>(kept.size()));
    for (const store::VerifiedLine& line : kept) dict.add("LINE").set("CODE", line_code(line));
    view::Form form = view::Form::within(page, dict, std::move(errors), ctx.token("/desk/results/give-back"));
    form.textarea("give_back_reason", reason, view::required().max(longest_reason));
  }
  return ctx.render(page, status);
}

}  // namespace

web::Response show_begin(web::Context& ctx) { return render_begin(ctx, own_lines(ctx, chosen_lines(ctx, ctx.req.query)), 200); }

web::Response begin(web::Context& ctx) {
  const Lines lines = own_lines(ctx, chosen_lines(ctx, ctx.req.form));
  if (lines.empty()) throw web::NotFound();
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    store::begin_lines(tx, ctx.session->institution_id, ids_of(lines));
    return "/desk/results?tab=verifying";
  });
  if (!location) return render_begin(ctx, lines, 409);
  return ctx.redirect(*location, "LINES_BEGUN");
}

web::Response show_give_back(web::Context& ctx) {
  return render_give_back(ctx, own_lines(ctx, chosen_lines(ctx, ctx.req.query)), "", {}, 200);
}

web::Response give_back(web::Context& ctx) {
  const Lines lines = own_lines(ctx, chosen_lines(ctx, ctx.req.form));
  if (lines.empty()) throw web::NotFound();
  const std::string typed = ctx.req.form.need("give_back_reason");
  std::vector<domain::Error> errors;
  domain::FieldCheck fields(errors);
  const std::string reason = fields.text({"give_back_reason", longest_reason, true, true}, typed);
  if (!errors.empty()) return render_give_back(ctx, lines, typed, errors, 422);
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    store::give_back_lines(tx, ctx.session->institution_id, ids_of(lines), reason);
    return "/desk/results?tab=" + lines.front().state;
  });
  if (!location) return render_give_back(ctx, lines, typed, {{"give_back_reason", ctx.not_taken()}}, 409);
  return ctx.redirect(*location, "LINES_GIVEN_BACK");
}

}  // namespace desk
