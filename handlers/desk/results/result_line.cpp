// The result of one line of an appointment.
#include "desk/pages.h"
#include "desk/results/result_form.h"
#include "domain/appointments/appointment.h"
#include "store/appointments/appointments.h"
#include "web/errors.h"

namespace desk {
namespace {

bool waits(const store::VerifiedLine& line) { return line.state == "accepted" || line.state == "verifying"; }

store::VerifiedLine own_line(web::Context& ctx) {
  auto lines = own_lines(ctx, {{ctx.id(), ctx.id(1)}});
  if (lines.empty()) throw web::NotFound();
  return lines.front();
}

web::Response render_line_form(web::Context& ctx, const store::VerifiedLine& line, const RecordForm& shown,
                               std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("desk/result_line.tpl", {{"desk/results.tpl", "/desk/results"}});
  add_subject(ctx, page, line);
  const view::Dict content = page.content();
  const std::string path = line_path({line.unit_id, line.id});
  if (!waits(line)) content.add("CLOSED").set("STATE", domain::word(domain::line_words(), line.state));
  if (ctx.may_edit() && (waits(line) || status != 200)) {
    if (waits(line))
      content.add("OTHERWISE").set("HREF", ctx.services.config.base_path + "/desk/results/give-back?line=" + line_code(line));
    add_form(ctx, page, {path, "/desk/results?tab=" + (waits(line) ? line.state : "accepted"), line.version, {}}, shown,
             line.subject, std::move(errors));
  }
  return ctx.render(page, status);
}

}  // namespace

web::Response show_line(web::Context& ctx) {
  const store::VerifiedLine line = own_line(ctx);
  const auto whole = store::find_line(ctx.db, {domain::Side::institution, ctx.session->institution_id}, line.unit_id, line.id);
  if (whole && whole->result.id != 0) return ctx.redirect(result_path(line.unit_id, whole->result.id));
  return render_line_form(ctx, line, ctx.may_edit() ? fresh_form(ctx) : RecordForm{}, {}, 200);
}

web::Response save_line(web::Context& ctx) {
  const store::VerifiedLine line = own_line(ctx);
  store::ResultEntry entry;
  entry.unit_id = line.unit_id;
  entry.line_id = line.id;
  entry.version = posted_version(ctx);
  entry.name = line.name;
  entry.serial = line.serial_number;
  return save_form(ctx, line.subject, entry, [&](const RecordForm& shown, std::vector<domain::Error> errors, int status) {
    return render_line_form(ctx, own_line(ctx), shown, std::move(errors), status);
  });
}

}  // namespace desk
