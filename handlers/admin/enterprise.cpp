// One unit under review: what it typed, its document, and the decision. Rejecting asks for a reason on a page of its own.
#include "admin/pages.h"
#include "domain/codes.h"
#include "domain/terms.h"
#include "domain/text.h"
#include "store/enterprises.h"
#include "view/form.h"
#include "web/context.h"
#include "web/errors.h"

#include <algorithm>

namespace admin {
namespace {

constexpr std::size_t longest_reason = 500;

store::Enterprise unit_of(web::Context& ctx) {
  auto unit = store::find_enterprise(ctx.db, ctx.id());
  if (!unit) throw web::NotFound();
  return *unit;
}

std::string path_of(long long id, const char* act = "") { return "/admin/enterprises/" + std::to_string(id) + act; }

void fill(const view::Dict& content, const store::Enterprise& unit) {
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
  content.set("REVIEWED_AT", unit.reviewed_at);
  content.set("REASON", unit.review_reason);
  content.show_if(!unit.reviewed_at.empty(), "REVIEWED");
  for (const store::Document& document : unit.documents) {
    const view::Dict entry = content.add("DOCUMENT");
    entry.set_number("DOCUMENT_ID", document.id);
    entry.set("ORIGINAL_NAME", document.original_name);
    entry.set_number("KILOBYTES", (document.size + 1023) / 1024);
  }
  content.show_if(unit.documents.empty(), "NO_DOCUMENT");
}

web::Response render_reject(web::Context& ctx, const store::Enterprise& unit, const std::string& reason,
                            std::vector<domain::Error> errors, int status) {
  const view::Page page =
      ctx.page("admin/reject.tpl", {{"admin/queue.tpl", "/admin/enterprises"}, {"admin/enterprise.tpl", path_of(unit.id)}});
  view::Form form(page, std::move(errors), ctx.token(path_of(unit.id, "/reject")));
  form.textarea("reason", reason, {true, static_cast<int>(longest_reason)});
  page.content().set_number("ID", unit.id);
  page.content().set_number("VERSION", unit.version);
  page.content().set("UNIT", unit.name);
  return ctx.render(page, status);
}

// The decision on what the reviewer saw: another version means the unit or a colleague changed it meanwhile.
web::Response decide(web::Context& ctx, store::Enterprise unit, bool approve, const std::string& reason) {
  unit.version = std::atoi(ctx.req.form.need("version").c_str());
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (!store::review_enterprise(tx, unit, approve, reason)) throw web::Conflict();
    return "/admin/enterprises";
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, approve ? "APPROVED" : "REJECTED");
}

}  // namespace

web::Response enterprise(web::Context& ctx) {
  const store::Enterprise unit = unit_of(ctx);
  const view::Page page = ctx.page("admin/enterprise.tpl", {{"admin/queue.tpl", "/admin/enterprises"}});
  fill(page.content(), unit);
  if (unit.state == "pending") {
    page.content().show("PENDING");
    const view::Form form(page, {}, ctx.token(path_of(unit.id, "/approve")));
  }
  return ctx.render(page);
}

web::Response approve(web::Context& ctx) { return decide(ctx, unit_of(ctx), true, ""); }

web::Response show_reject(web::Context& ctx) {
  const store::Enterprise unit = unit_of(ctx);
  if (unit.state != "pending") return ctx.redirect(path_of(unit.id));
  return render_reject(ctx, unit, "", {}, 200);
}

web::Response reject(web::Context& ctx) {
  const store::Enterprise unit = unit_of(ctx);
  const std::string reason = domain::trim(domain::unify_lines(ctx.req.form.need("reason")));
  std::vector<domain::Error> errors;
  if (reason.empty()) {
    errors.push_back({"reason", "REQUIRED"});
  } else if (domain::length(reason) > longest_reason) {
    errors.push_back({"reason", "TOO_LONG", std::to_string(longest_reason)});
  } else if (domain::has_control(reason, true)) {
    errors.push_back({"reason", "CONTROL_CHARACTER"});
  }
  if (!errors.empty()) return render_reject(ctx, unit, reason, errors, 422);
  return decide(ctx, unit, false, reason);
}

web::Response document(web::Context& ctx) {
  const store::Enterprise unit = unit_of(ctx);
  const auto found =
      std::find_if(unit.documents.begin(), unit.documents.end(), [&](const store::Document& d) { return d.id == ctx.id(1); });
  if (found == unit.documents.end()) throw web::NotFound();
  const std::string extension = found->file_name.substr(found->file_name.rfind('.') + 1);
  web::Response response;
  response.content_type = extension == "pdf" ? "application/pdf" : extension == "png" ? "image/png" : "image/jpeg";
  response.header("X-Accel-Redirect", "/files/" + found->file_name);
  response.header("Content-Disposition", "inline; filename=\"license-" + std::to_string(unit.id) + "." + extension + "\"");
  response.header("Cache-Control", "no-store");
  return response;
}

}  // namespace admin
