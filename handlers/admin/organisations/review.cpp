// See review.h.
#include "admin/organisations/review.h"

#include "domain/organisations/request.h"
#include "domain/values/terms.h"
#include "web/download.h"
#include "web/errors.h"

#include <algorithm>

namespace admin {

store::Unit unit_of(web::Context& ctx) {
  auto unit = store::find_unit(ctx.db, ctx.id());
  if (!unit) throw web::NotFound();
  return *unit;
}

std::string unit_path(long long id, const char* act) { return "/admin/enterprises/" + std::to_string(id) + act; }

void add_duplicates(const view::Dict& dict, const std::vector<store::Duplicate>& duplicates) {
  dict.show(duplicates.empty() ? "NO_DUPLICATE" : "DUPLICATES");
  for (const store::Duplicate& duplicate : duplicates) {
    const view::Dict entry = dict.add("DUPLICATE");
    entry.set_number("DUPLICATE_ID", duplicate.id);
    entry.set("DUPLICATE_NAME", duplicate.name);
    entry.set("DUPLICATE_CODE", duplicate.unit_code);
    entry.set("DUPLICATE_STATE", domain::word(domain::review_states(), duplicate.state));
    entry.show_if(duplicate.same_name, "SAME_NAME");
    entry.show_if(duplicate.same_mobile, "SAME_MOBILE");
    entry.show_if(duplicate.same_code, "SAME_CODE");
  }
}

Reason read_reason(web::Context& ctx) {
  Reason reason;
  reason.typed = ctx.req.form.need("reason");
  const auto known = domain::canned_reasons(ctx.settings.get("reject_reasons"));
  bool unknown = false;
  for (const auto& [name, value] : ctx.req.form.all()) {
    if (name != "canned") continue;
    if (std::find(known.begin(), known.end(), value) == known.end())
      unknown = true;  // the list was changed meanwhile
    else
      reason.ticked.push_back(value);
  }
  const auto checked = domain::check_reason(reason.ticked, reason.typed);
  reason.whole = checked.value;
  reason.errors = checked.errors;
  if (unknown && reason.errors.empty()) reason.errors.push_back({"reason", "NOT_A_CHOICE"});
  return reason;
}

void fill_reason(web::Context& ctx, const view::Dict& dict, view::Form& form, const Reason& reason) {
  form.textarea("reason", reason.typed, view::field(reason.ticked.empty()).max(static_cast<int>(domain::longest_reason)));
  for (const std::string& text : domain::canned_reasons(ctx.settings.get("reject_reasons"))) {
    const view::Dict entry = dict.add("CANNED");
    entry.set("TEXT", text);
    entry.show_if(std::find(reason.ticked.begin(), reason.ticked.end(), text) != reason.ticked.end(), "CHECKED");
  }
}

web::Response send_file(const store::Document& document, const std::string& shown_name) {
  return web::stored_file(document.file_name, web::Shown::in_browser, shown_name, shown_name);
}

}  // namespace admin
