// Decisions on many units at once: ticked in the queue, listed on a confirmation page, then each decided under the version that
// page showed. A unit that changed meanwhile is left as it is, and the answer lists it.
#include "admin/organisations/review.h"
#include "admin/pages.h"
#include "base/number.h"
#include "domain/values/terms.h"
#include "view/pager.h"
#include "web/errors.h"

#include <algorithm>

namespace admin {
namespace {

constexpr std::size_t most = 100;
constexpr const char* own_path = "/admin/enterprises/bulk";

struct Chosen {
  long long id = 0;
  int version = 0;
};

// "12:3" is unit 12 in version 3. In one order, so that two reviewers with the same units cannot wait for each other.
std::vector<Chosen> chosen(const web::Params& params) {
  std::vector<Chosen> units;
  for (const auto& [name, value] : params.all()) {
    if (name != "unit") continue;
    const auto colon = std::min(value.find(':'), value.size());
    const int id = base::number_or(value.substr(0, colon), 0);
    if (id > 0) units.push_back({id, base::number_or(value.substr(std::min(colon + 1, value.size())), 0)});
  }
  std::sort(units.begin(), units.end(), [](const Chosen& x, const Chosen& y) { return x.id < y.id; });
  units.erase(std::unique(units.begin(), units.end(), [](const auto& x, const auto& y) { return x.id == y.id; }), units.end());
  if (units.size() > most) units.resize(most);
  return units;
}

void add_unit(const view::Dict& row, const store::Unit& unit) {
  row.set_number("ID", unit.id);
  row.set_number("VERSION", unit.version);
  row.set("NAME", unit.name);
  row.set("UNIT_CODE", unit.unit_code);
  row.set("DIVISION", unit.division_name);
  row.set("STATE", domain::word(domain::review_states(), unit.state));
}

web::Response render_bulk_decision(web::Context& ctx, const std::vector<Chosen>& units, bool approve, const Reason& reason,
                                   int status, bool as_posted) {
  const view::Page page = ctx.page("admin/bulk.tpl", {{"admin/queue.tpl", "/admin/enterprises"}});
  view::Form form(page, reason.errors, ctx.token(own_path));
  const view::Dict content = page.content();
  content.show(approve ? "APPROVE" : "REJECT");
  if (!approve) fill_reason(ctx, content, form, reason);
  int shown = 0;
  for (const Chosen& one : units) {
    auto unit = store::find_unit(ctx.db, one.id);
    if (!unit || (!as_posted && unit->state != "pending")) continue;
    if (as_posted) unit->version = one.version;  // what the reviewer saw stays what is decided on
    add_unit(content.add("ROW"), *unit);
    ++shown;
  }
  if (shown == 0) return ctx.redirect("/admin/enterprises", "NOTHING_CHOSEN");
  content.set_number("COUNT", shown);
  return ctx.render(page, status);
}

// The ids as the answer's address carries them.
std::string joined(const std::vector<long long>& ids) {
  std::string text;
  for (const long long id : ids) text += (text.empty() ? "" : ".") + std::to_string(id);
  return text;
}

std::vector<long long> parted(const std::string& text) {
  std::vector<long long> ids;
  for (std::size_t at = 0; at < text.size() && ids.size() < most;) {
    const std::size_t end = std::min(text.find('.', at), text.size());
    if (const int id = base::number_or(text.substr(at, end - at), 0); id > 0) ids.push_back(id);
    at = end + 1;
  }
  return ids;
}

}  // namespace

web::Response show_bulk(web::Context& ctx) {
  return render_bulk_decision(ctx, chosen(ctx.req.query), !ctx.req.query.has("op_reject"), {}, 200, false);
}

web::Response bulk(web::Context& ctx) {
  const std::vector<Chosen> units = chosen(ctx.req.form);
  const bool approve = !ctx.req.form.has("op_reject");
  Reason reason;
  if (!approve) reason = read_reason(ctx);
  if (!reason.errors.empty()) return render_bulk_decision(ctx, units, approve, reason, 422, true);
  std::vector<store::Unit> seen;
  for (const Chosen& one : units) {
    auto unit = store::find_unit(ctx.db, one.id);
    if (!unit) continue;
    unit->version = one.version;
    seen.push_back(*unit);
  }
  const auto location = ctx.change_once([&](store::Tx& tx) {
    std::vector<long long> done, refused;
    for (const store::Unit& unit : seen)
      (store::review_unit(tx, unit, approve, reason.whole) ? done : refused).push_back(unit.id);
    return std::string(own_path) + "/done?decision=" + (approve ? "approved" : "rejected") + "&done=" + joined(done) +
           "&refused=" + joined(refused);
  });
  if (!location) throw web::Conflict();
  return ctx.redirect(*location);
}

web::Response bulk_done(web::Context& ctx) {
  const view::Page page = ctx.page("admin/bulk_done.tpl", {{"admin/queue.tpl", "/admin/enterprises"}});
  const view::Dict content = page.content();
  content.show(ctx.req.query.get("decision") == "rejected" ? "REJECT" : "APPROVE");
  for (const auto& [parameter, section, row] :
       {std::array<const char*, 3>{"done", "DONE", "DONE_ROW"}, {"refused", "REFUSED", "REFUSED_ROW"}}) {
    const std::vector<long long> ids = parted(ctx.req.query.get(parameter));
    if (ids.empty()) continue;
    const view::Dict part = content.add(section);
    part.set_number("COUNT", static_cast<long long>(ids.size()));
    for (const long long id : ids)
      if (const auto unit = store::find_unit(ctx.db, id)) add_unit(part.add(row), *unit);
  }
  return ctx.render(page);
}

}  // namespace admin
