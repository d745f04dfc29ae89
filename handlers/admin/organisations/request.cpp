// One request: its content, its applicant, what the portal has on record about it, and the decision. A change is shown old →
// new. Approving a changed personal number moves it inside the database, because the role qj_admin cannot read personal
// numbers.
#include "admin/organisations/review.h"
#include "admin/pages.h"
#include "base/number.h"
#include "domain/values/codes.h"
#include "domain/values/terms.h"
#include "store/catalogue/divisions.h"
#include "store/core/constraints.h"
#include "store/organisations/requests.h"
#include "store/people/users.h"
#include "web/errors.h"

namespace admin {
namespace {

struct Case {
  store::Request request;
  std::optional<store::Unit> unit;
  std::optional<store::User> user;  // recover: whose password

  bool known() const { return request.kind == "recover" ? user.has_value() : unit.has_value(); }
};

Case case_of(web::Context& ctx) {
  Case found;
  const auto request = store::find_request(ctx.db, ctx.id());
  if (!request) throw web::NotFound();
  found.request = *request;
  if (request->unit_id != 0) found.unit = store::find_unit(ctx.db, request->unit_id);
  if (request->kind == "recover" && request->user_id != 0) found.user = store::find_user(ctx.db, request->user_id);
  return found;
}

std::string request_path(long long id, const char* act = "") { return "/admin/requests/" + std::to_string(id) + act; }

std::string key_of(const std::string& unit_code) {
  const auto code = domain::UnitCode::parse(unit_code);
  return code ? code.value->key() : "";
}

// ---------------------------------------------------------------------------------------------- what is shown

void add_change(const view::Dict& content, std::string_view field, const std::string& before, const std::string& after) {
  const view::Dict row = content.add("CHANGE_ROW");
  row.set("LABEL", domain::field_label(field));
  row.set("BEFORE", before);
  row.set("AFTER", after);
  row.show(before == after ? "SAME" : "CHANGED");
}

// division: what the typed code is called.
void add_changes(const view::Dict& content, const Case& c, const std::string& division) {
  const store::Request& r = c.request;
  const auto typed = [&](const char* name) { return r.text(name); };
  const auto word = [](const domain::Terms& terms, const std::string& code) { return std::string(domain::word(terms, code)); };
  add_change(content, "unit_type", word(domain::unit_types(), c.unit->unit_type), word(domain::unit_types(), typed("unit_type")));
  add_change(content, "unit_name", c.unit->name, typed("name"));
  add_change(content, "unit_code", c.unit->unit_code, typed("unit_code"));
  add_change(content, "division_code", c.unit->division_name, division);
  add_change(content, "representative", c.unit->representative, typed("representative"));
  add_change(content, "id_type", word(domain::id_types(), c.unit->id_type), word(domain::id_types(), typed("id_type")));
  add_change(content, "id_number", c.unit->id_number_masked, typed("id_number"));
}

// What the applicant wrote, and beside it what stands here: a reviewer compares them.
void add_applicant(const view::Dict& content, const Case& c) {
  const store::Request& r = c.request;
  const view::Dict typed = content.add("APPLICANT");
  typed.set("TYPED_NAME", r.text("name"));
  typed.set("TYPED_CODE", r.text("unit_code"));
  typed.set("CONTACT", r.text("contact"));
  typed.set("MOBILE", r.text("mobile"));  // whole: a reviewer may have to call
  if (r.kind == "recover") {
    const view::Dict login = typed.add("RECOVER");
    login.set("TYPED_LOGIN", r.text("login"));
    login.set("USER_TYPE", domain::word(domain::user_types(), r.text("user_type")));
  }
  if (!c.known()) return content.show(r.kind == "recover" ? "UNKNOWN_USER" : "UNKNOWN_UNIT");
  const view::Dict known = content.add("KNOWN");
  known.set("ORGANISATION", c.unit ? c.unit->name : c.user->organisation);
  known.show_if(r.text("name") != (c.unit ? c.unit->name : c.user->organisation), "OTHER_NAME");
  if (c.user) {
    const view::Dict user = known.add("USER");
    user.set("LOGIN", c.user->login);
    user.set("NAME", c.user->name);
    user.set("STATE", domain::word(domain::user_states(), c.user->state));
    user.set("LAST_LOGIN", c.user->last_login_at);
    user.set("EMAIL", c.user->email);
  }
  if (!c.unit) return;
  const view::Dict unit = known.add("UNIT");
  unit.set_number("UNIT_ID", c.unit->id);
  unit.set("UNIT_CODE", c.unit->unit_code);
  unit.set("UNIT_CONTACT", c.unit->contact);
  unit.set("UNIT_MOBILE", c.unit->mobile);
  unit.show_if(key_of(r.text("unit_code")) != c.unit->unit_key, "OTHER_CODE");
  unit.show_if(r.text("mobile") != c.unit->mobile, "OTHER_MOBILE");
}

void add_request(web::Context& ctx, const view::Dict& content, const Case& c) {
  const store::Request& r = c.request;
  content.set_number("ID", r.id);
  content.set_number("VERSION", r.version);
  content.set("KIND", domain::word(domain::request_kinds(), r.kind));
  content.set("STATE", domain::word(domain::request_states(), r.state));
  content.set("CREATED_AT", r.created_at);
  if (!r.text("explanation").empty()) content.add("EXPLAINED").set("EXPLANATION", r.text("explanation"));
  if (!r.decided_at.empty()) {
    const view::Dict decided = content.add("DECIDED");
    decided.set("DECIDED_AT", r.decided_at);
    decided.set("DECIDED_BY", r.decided_by);
    decided.set("REASON", r.reason);
    decided.set("DONE_AT", r.done_at);
    decided.show_if(r.ends_two_factor, "ENDS_TWO_FACTOR");
    decided.show_if(r.locks_managers, "LOCKS_MANAGERS");
  }
  if (r.document.file_name.empty()) {
    content.show("NO_DOCUMENT");
  } else {
    const view::Dict document = content.add("DOCUMENT");
    document.set("ORIGINAL_NAME", r.document.original_name);
    document.set_number("KILOBYTES", (r.document.size + 1023) / 1024);
  }
  if (c.unit) {
    const view::Dict link = content.add("UNIT_LINK");
    link.set_number("UNIT_ID", c.unit->id);
    link.set("UNIT", c.unit->name);
    link.set("UNIT_STATE", domain::word(domain::review_states(), c.unit->state));
  }
  content.set("ASKED_BY", r.login);
  if (r.kind == "recover" || r.kind == "claim") {
    add_applicant(content, c);
  } else {
    content.show(r.kind == "change" ? "CHANGE" : "CLOSE");
    if (r.kind == "change" && c.unit && !r.details.empty())
      add_changes(content, c, store::division_name(ctx.db, r.text("division_code")));
  }
}

void add_resembling(web::Context& ctx, const view::Dict& content, const Case& c) {
  const store::Request& r = c.request;
  if (r.kind == "close" || r.details.empty()) return;
  const std::string mobile = r.kind == "change" && c.unit ? c.unit->mobile : r.text("mobile");
  add_duplicates(content,
                 store::find_duplicates(ctx.db, c.unit ? c.unit->id : 0, r.text("name"), mobile, key_of(r.text("unit_code"))));
}

web::Response render_request(web::Context& ctx, const Case& c, const Reason& reason, int status) {
  const view::Page page =
      ctx.page("admin/request.tpl", {{"admin/start.tpl", "/admin"}, {"admin/requests.tpl", "/admin/requests"}});
  const view::Dict content = page.content();
  add_request(ctx, content, c);
  add_resembling(ctx, content, c);
  if (c.request.state != "pending") return ctx.render(page, status);
  view::Form form(page, reason.errors, ctx.token(request_path(c.request.id, "/decide")));
  const view::Dict decision = content.add("DECISION");
  decision.show(c.known() ? "MAY_APPROVE" : "MAY_ONLY_REJECT");
  if (c.known()) decision.show(view::section_name("is_" + c.request.kind));  // what an approval does
  form.textarea("reason", reason.typed, view::optional().max(500).no_hint());
  if (c.request.kind == "recover" && c.user && c.user->two_factor)
    form.checkbox("ends_two_factor", ctx.req.form.get("ends_two_factor") == "yes", view::optional().no_hint());
  if (c.request.kind == "claim" && c.known())
    form.checkbox("locks_managers", ctx.req.form.get("locks_managers") == "yes", view::optional().no_hint());
  return ctx.render(page, status);
}

}  // namespace

web::Response request(web::Context& ctx) { return render_request(ctx, case_of(ctx), {}, 200); }

web::Response decide(web::Context& ctx) {
  Case c = case_of(ctx);
  const web::Params& f = ctx.req.form;
  store::Decision decision;
  decision.approve = f.has("op_approve");
  Reason reason = read_reason(ctx);
  // Only a refusal needs words.
  if (decision.approve && reason.whole.empty()) reason.errors.clear();
  if (decision.approve && !c.known()) throw web::BadRequest("nothing to approve");
  if (!reason.errors.empty()) return render_request(ctx, c, reason, 422);
  decision.reason = reason.whole;
  decision.ends_two_factor = c.request.kind == "recover" && f.get("ends_two_factor") == "yes";
  decision.locks_managers = c.request.kind == "claim" && f.get("locks_managers") == "yes";
  c.request.version = base::number_or(f.need("version"), 0);
  try {
    const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
      if (!store::decide_request(tx, c.request, decision, c.unit)) throw web::Conflict();
      return "/admin/requests";
    });
    if (!location) return render_request(ctx, c, {{}, reason.typed, "", {{"reason", ctx.not_taken()}}}, 409);
    return ctx.redirect(*location, decision.approve ? "REQUEST_APPROVED" : "REQUEST_REJECTED");
  } catch (const store::Violation& violation) {
    if (violation.constraint != store::constraint::units_unit_key) throw;
    return render_request(ctx, c, {{}, reason.typed, "", {{"reason", "CODE_TAKEN_MEANWHILE"}}}, 422);
  }
}

web::Response request_document(web::Context& ctx) {
  const Case c = case_of(ctx);
  if (c.request.document.file_name.empty()) throw web::NotFound();
  return send_file(c.request.document, "request-" + std::to_string(c.request.id));
}

}  // namespace admin
