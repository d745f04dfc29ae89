// One unit: its registration, its documents, units that resemble it, earlier decisions, and the decisions that are possible
// now. Each names the version the reviewer saw: another version means that the unit or a colleague changed it meanwhile.
#include "admin/organisations/review.h"
#include "admin/pages.h"
#include "base/number.h"
#include "domain/values/terms.h"
#include "parts/history.h"
#include "store/organisations/requests.h"
#include "web/errors.h"

#include <algorithm>

namespace admin {
namespace {

void fill_unit_facts(const view::Dict& content, const store::Unit& unit) {
  content.set_number("ID", unit.id);
  content.set_number("VERSION", unit.version);
  content.set("UNIT", unit.name);
  content.set("UNIT_CODE", unit.unit_code);
  content.set("UNIT_TYPE", domain::word(domain::unit_types(), unit.unit_type));
  content.set("DIVISION", unit.division_name);
  content.set("REPRESENTATIVE", unit.representative);
  content.set("ID_TYPE", domain::word(domain::id_types(), unit.id_type));
  content.set("ID_NUMBER", unit.id_number_masked);
  content.set("CONTACT", unit.contact);
  content.set("MOBILE", unit.mobile);  // whole: a reviewer may have to call
  content.set("EMAIL", unit.email);
  content.set("STATE", domain::word(domain::review_states(), unit.state));
  content.set("SUBMITTED_AT", unit.submitted_at);
  for (const store::Document& document : unit.documents) {
    const view::Dict entry = content.add("DOCUMENT");
    entry.set_number("DOCUMENT_ID", document.id);
    entry.set("ORIGINAL_NAME", document.original_name);
    entry.set_number("KILOBYTES", (document.size + 1023) / 1024);
  }
  content.show_if(unit.documents.empty(), "NO_DOCUMENT");
}

void add_requests(const view::Dict& content, const std::vector<store::Request>& requests) {
  if (!requests.empty()) content.show("REQUESTS");
  for (const store::Request& request : requests) {
    const view::Dict entry = content.add("REQUEST");
    entry.set_number("REQUEST_ID", request.id);
    entry.set("REQUEST_KIND", domain::word(domain::request_kinds(), request.kind));
    entry.set("REQUEST_STATE", domain::word(domain::request_states(), request.state));
    entry.set("REQUEST_AT", request.created_at);
  }
}

// One decision under the version of the form, then back to `location`.
template <typename Decide>
web::Response decided(web::Context& ctx, store::Unit unit, const std::string& location, const char* notice, Decide decide) {
  unit.version = base::number_or(ctx.req.form.need("version"), 0);
  const auto done = ctx.change_once([&](store::Tx& tx) {
    if (!decide(tx, unit)) throw web::Conflict();
    return location;
  });
  if (!done) throw web::Conflict();
  return ctx.redirect(*done, notice);
}

// The pages that ask before something is done; `reason` where one is needed.
web::Response render_step(web::Context& ctx, const char* file, const char* act, const store::Unit& unit, const Reason* reason,
                          int status) {
  const view::Page page = ctx.page(file, {{"admin/queue.tpl", "/admin/enterprises"}, {"admin/unit.tpl", unit_path(unit.id)}});
  view::Form form(page, reason ? reason->errors : std::vector<domain::Error>{}, ctx.token(unit_path(unit.id, act)));
  if (reason) fill_reason(ctx, page.content(), form, *reason);
  page.content().set_number("ID", unit.id);
  page.content().set_number("VERSION", unit.version);
  page.content().set("UNIT", unit.name);
  return ctx.render(page, status);
}

}  // namespace

web::Response unit(web::Context& ctx) {
  const store::Unit unit = unit_of(ctx);
  const view::Page page = ctx.page("admin/unit.tpl", {{"admin/queue.tpl", "/admin/enterprises"}});
  const view::Dict content = page.content();
  fill_unit_facts(content, unit);
  content.show(view::section_name(unit.state));
  if (unit.state == "pending") const view::Form form(page, {}, ctx.token(unit_path(unit.id, "/approve")));
  if (unit.state != "closed") add_duplicates(content, store::find_duplicates(ctx.db, unit.id, unit.name, unit.mobile, ""));
  add_requests(content, store::requests_of(ctx.db, unit.id));
  parts::add_history(content, store::reviews_of(ctx.db, unit.id), true);
  return ctx.render(page);
}

web::Response approve(web::Context& ctx) {
  return decided(ctx, unit_of(ctx), "/admin/enterprises", "APPROVED",
                 [](store::Tx& tx, const auto& unit) { return store::review_unit(tx, unit, true, ""); });
}

web::Response show_reject(web::Context& ctx) {
  const store::Unit unit = unit_of(ctx);
  if (unit.state != "pending") return ctx.redirect(unit_path(unit.id));
  const Reason nothing;
  return render_step(ctx, "admin/reject.tpl", "/reject", unit, &nothing, 200);
}

web::Response reject(web::Context& ctx) {
  const store::Unit unit = unit_of(ctx);
  const Reason reason = read_reason(ctx);
  if (!reason.errors.empty()) return render_step(ctx, "admin/reject.tpl", "/reject", unit, &reason, 422);
  return decided(ctx, unit, "/admin/enterprises", "REJECTED",
                 [&](store::Tx& tx, const auto& seen) { return store::review_unit(tx, seen, false, reason.whole); });
}

web::Response show_suspend(web::Context& ctx) {
  const store::Unit unit = unit_of(ctx);
  if (unit.state != "approved") return ctx.redirect(unit_path(unit.id));
  const Reason nothing;
  return render_step(ctx, "admin/suspend.tpl", "/suspend", unit, &nothing, 200);
}

web::Response suspend(web::Context& ctx) {
  const store::Unit unit = unit_of(ctx);
  const Reason reason = read_reason(ctx);
  if (!reason.errors.empty()) return render_step(ctx, "admin/suspend.tpl", "/suspend", unit, &reason, 422);
  return decided(ctx, unit, unit_path(unit.id), "SUSPENDED",
                 [&](store::Tx& tx, const auto& seen) { return store::suspend_unit(tx, seen, reason.whole); });
}

web::Response show_restore(web::Context& ctx) {
  const store::Unit unit = unit_of(ctx);
  if (unit.state != "suspended") return ctx.redirect(unit_path(unit.id));
  return render_step(ctx, "admin/restore.tpl", "/restore", unit, nullptr, 200);
}

web::Response restore(web::Context& ctx) {
  const store::Unit unit = unit_of(ctx);
  return decided(ctx, unit, unit_path(unit.id), "RESTORED",
                 [](store::Tx& tx, const auto& seen) { return store::restore_unit(tx, seen); });
}

web::Response document(web::Context& ctx) {
  const store::Unit unit = unit_of(ctx);
  const auto found =
      std::find_if(unit.documents.begin(), unit.documents.end(), [&](const store::Document& d) { return d.id == ctx.id(1); });
  if (found == unit.documents.end()) throw web::NotFound();
  return send_file(*found, "license-" + std::to_string(unit.id));
}

}  // namespace admin
