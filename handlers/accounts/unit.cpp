// 单位信息: the reviewed data of the unit, its history, its open requests, and the ways to change it.
#include "accounts/own_unit.h"
#include "accounts/pages.h"
#include "base/number.h"
#include "domain/values/terms.h"
#include "parts/history.h"
#include "store/mail/unreachable.h"
#include "store/organisations/requests.h"
#include "store/organisations/reviews.h"
#include "view/form.h"
#include "web/errors.h"

namespace accounts {
namespace {

void fill_unit_facts(const view::Dict& content, const store::Unit& unit) {
  content.set("STATE", domain::word(domain::review_states(), unit.state));
  content.set("UNIT", unit.name);
  content.set("UNIT_CODE", unit.unit_code);
  content.set("UNIT_TYPE", domain::word(domain::unit_types(), unit.unit_type));
  content.set("DIVISION", unit.division_name);
  content.set("REPRESENTATIVE", unit.representative);
  content.set("ID_TYPE", domain::word(domain::id_types(), unit.id_type));
  content.set("ID_NUMBER", unit.id_number_masked);
  content.show_if(unit.documents.empty(), "NO_DOCUMENT");
  for (const store::Document& document : unit.documents) {
    const view::Dict entry = content.add("DOCUMENT");
    entry.set("ORIGINAL_NAME", document.original_name);
    entry.set_number("KILOBYTES", (document.size + 1023) / 1024);
  }
}

// Only the unit's own requests: requests for its accounts by people without a login are not shown here.
void add_requests(const view::Dict& content, const std::vector<store::Request>& requests) {
  for (const store::Request& request : requests) {
    if (request.kind != "change" && request.kind != "close") continue;
    if (request.state != "pending") continue;
    const view::Dict entry = content.add("REQUEST");
    entry.set_number("REQUEST_ID", request.id);
    entry.set_number("REQUEST_VERSION", request.version);
    entry.set("KIND", domain::word(domain::request_kinds(), request.kind));
    entry.set("CREATED_AT", request.created_at);
    entry.show(request.kind == "change" ? "CHANGE" : "CLOSE");
  }
}

}  // namespace

web::Response show_unit(web::Context& ctx) {
  const store::Unit unit = own_unit(ctx);
  if (unit.state == "suspended") return ctx.redirect("/accounts/status");
  const auto requests = store::requests_of(ctx.db, unit.id);
  const auto waits = [&](const char* kind) {
    return std::any_of(requests.begin(), requests.end(), [&](const auto& r) { return r.kind == kind && r.state == "pending"; });
  };
  const view::Page page = ctx.page("accounts/unit.tpl");
  fill_unit_facts(page.content(), unit);
  page.content().show_if(unit.state == "approved", "APPROVED");
  add_requests(page.content(), requests);
  if (const auto refused = store::own_refused_address(ctx.db); !refused.address.empty()) {
    const view::Dict banner = page.content().add("MAIL_REFUSED");
    banner.set("ADDRESS", refused.address);
    banner.set("SINCE", refused.since);
  }
  const view::Form token_only(page, {}, ctx.token("/accounts/unit/withdraw"));
  page.content().show_if(unit.state == "approved" && !waits("change"), "MAY_CHANGE");
  page.content().show_if(!waits("close"), "MAY_CLOSE");
  parts::add_history(page.content(), store::reviews_of(ctx.db, unit.id), false);
  return ctx.render(page);
}

web::Response withdraw(web::Context& ctx) {
  const web::Params& form = ctx.req.form;
  const std::string& id = form.need("request");
  const bool number = !id.empty() && id.size() <= 18 && id.find_first_not_of("0123456789") == std::string::npos;
  auto request = number ? store::find_request(ctx.db, std::stoll(id)) : std::nullopt;
  if (!request || request->unit_id != ctx.session->unit_id || (request->kind != "change" && request->kind != "close"))
    throw web::NotFound();
  request->version = base::number_or(form.need("version"), 0);
  const auto location = ctx.change_once([&](store::Tx& tx) -> std::string {
    if (!store::withdraw_request(tx, *request)) throw web::Conflict();
    return "/accounts/unit";
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location, "WITHDRAWN");
}

}  // namespace accounts
