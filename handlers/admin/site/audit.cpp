// The audit (审计日志): who changed what, when, from which value to which; searched, paged by key, and exported as CSV.
#include "store/administration/audit.h"

#include "admin/pages.h"
#include "admin/parts.h"
#include "base/csv.h"
#include "base/json.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "parts/audit_words.h"
#include "web/context.h"
#include "web/download.h"

#include <algorithm>

namespace admin {
namespace {

constexpr int size = 30;
constexpr int export_step = 5000;  // rows fetched at once
constexpr long long export_limit = 100000;

struct Asked {
  std::string unit, actor, action;  // as typed
  Period period;
  store::AuditFilter filter;
  bool any() const {
    return !unit.empty() || !actor.empty() || !action.empty() || !period.from_typed.empty() || !period.to_typed.empty();
  }
};

// The administration's chain by its number or its name.
std::string unit_asked(const std::string& typed) {
  return typed == domain::word(domain::audit_subjects(), "administration") ? "0" : typed;
}

Asked read_audit_filter(const web::Params& params) {
  Asked asked;
  asked.unit = domain::trim(params.get("unit"));
  asked.actor = domain::trim(params.get("actor"));
  asked.action = domain::trim(params.get("action"));
  asked.period = read_period(params);
  asked.filter.unit = unit_asked(asked.unit);
  asked.filter.actor = asked.actor;
  asked.filter.action = asked.action;
  asked.filter.from = asked.period.from;
  asked.filter.to = asked.period.to;
  return asked;
}

parts::Values filters(const Asked& asked, const std::string& before = "") {
  return {{"unit", asked.unit},          {"actor", asked.actor}, {"action", asked.action}, {"from", asked.period.from_typed},
          {"to", asked.period.to_typed}, {"before", before}};
}

void fill_row(const view::Dict& table, const store::AuditRow& entry, const parts::AuditWords& words) {
  const view::Dict row = table.add("ROW");
  row.set("AT", entry.at);
  row.set("ACTOR", entry.actor);
  row.set("ACTION", domain::word(domain::audit_actions(), entry.action));
  row.set("SUBJECT", domain::word(domain::audit_subjects(), entry.subject));
  if (entry.place.chain == 0) {
    row.show("ADMINISTRATION");
  } else {
    const view::Dict unit = row.add("UNIT_LINK");
    unit.set_number("UNIT_ID", entry.place.chain);
    unit.set("UNIT", entry.unit_name);
    unit.set("UNIT_CODE", entry.unit_code);
  }
  if (entry.subject_id != 0) {
    const char* const place = entry.subject == "user"      ? "USER_LINK"
                              : entry.subject == "kind"    ? "KIND_LINK"
                              : entry.subject == "edition" ? "EDITION_LINK"
                                                           : "NUMBERED";
    row.add(place).set_number("SUBJECT_ID", entry.subject_id);
  }
  row.set("REQUEST", entry.request_id);
  words.add_changes(row, entry);
}

base::CsvRow csv_row(const store::AuditRow& entry, const parts::AuditWords& words) {
  const bool administration = entry.place.chain == 0;
  return {entry.at,
          administration ? std::string(domain::word(domain::audit_subjects(), "administration")) : entry.unit_name,
          entry.unit_code,
          entry.actor,
          std::string(domain::word(domain::audit_actions(), entry.action)),
          entry.action,
          std::string(domain::word(domain::audit_subjects(), entry.subject)),
          entry.subject_id == 0 ? "" : std::to_string(entry.subject_id),
          words.text(entry),
          entry.request_id};
}

std::string word_of_export(const char* code) { return std::string(domain::word(domain::export_words(), code)); }

// Step by step, so that the database's answer is never all of it at once.
long long write_rows(web::Context& ctx, store::AuditFilter filter, base::CsvWriter& csv) {
  long long written = 0;
  while (true) {
    filter.size = static_cast<int>(std::min<long long>(export_step, export_limit - written + 1));
    const std::vector<store::AuditRow> rows = store::search_audit(ctx.db, filter);
    const parts::AuditWords words(ctx.db, rows);
    for (const store::AuditRow& row : rows) {
      if (written == export_limit) {
        csv.row({word_of_export("cut")});
        return written;
      }
      csv.row(csv_row(row, words));
      ++written;
    }
    if (static_cast<int>(rows.size()) < filter.size) return written;
    filter.before = rows.back().place;
  }
}

}  // namespace

web::Response audit(web::Context& ctx) {
  Asked asked = read_audit_filter(ctx.req.query);
  asked.filter.before = store::AuditPlace::parse(ctx.req.query.get("before"));
  asked.filter.size = size + 1;
  std::vector<store::AuditRow> rows = store::search_audit(ctx.db, asked.filter);
  const bool more = rows.size() > size;
  if (more) rows.pop_back();
  const view::Page page = ctx.page("admin/audit.tpl");
  const view::Dict content = page.content();
  content.set("UNIT", asked.unit);
  content.set("ACTOR", asked.actor);
  content.set("ACTION", asked.action);
  fill_period(content, asked.period);
  add_choices(content, "ACTION_CHOICE", domain::audit_actions(), asked.action);
  // An action that has no word here can be asked for all the same.
  if (!asked.action.empty() && !domain::contains(domain::audit_actions(), asked.action)) content.show("OTHER_ACTION");
  content.show_if(asked.any(), "FILTERED");
  if (rows.empty()) {
    content.show("EMPTY");
    return ctx.render(page);
  }
  const view::Dict table = content.add("TABLE");
  const parts::AuditWords words(ctx.db, rows);
  for (const store::AuditRow& row : rows) fill_row(table, row, words);
  if (asked.filter.before) table.add("NEWEST").set("HREF", parts::address(ctx, "/admin/audit", filters(asked)));
  if (more) table.add("OLDER").set("HREF", parts::address(ctx, "/admin/audit", filters(asked, rows.back().place.text())));
  add_form_head(ctx, content.add("EXPORT"), "/admin/audit/export");
  return ctx.render(page);
}

// Changes nothing but the audit, so a second click is a second export, not a repetition to be led away.
web::Response export_audit(web::Context& ctx) {
  const Asked asked = read_audit_filter(ctx.req.form);
  if (ctx.replaying) return ctx.redirect("/admin/audit");
  base::CsvWriter csv(base::CsvWriter::For::spreadsheet);
  base::CsvRow header;
  for (const char* column :
       {"at", "unit", "unit_code", "actor", "action", "action_code", "subject", "subject_id", "changes", "request_id"})
    header.push_back(word_of_export(column));
  csv.row(header);
  const long long rows = write_rows(ctx, asked.filter, csv);
  nlohmann::json conditions = nlohmann::json::object();
  for (const auto& [name, value] : filters(asked))
    if (!value.empty()) conditions[name] = value;
  ctx.db.transaction(ctx.actor(), [&](store::Tx& tx) { store::audit_export(tx, "audit", conditions, rows); });
  const std::string day = ctx.today().iso();
  return web::download_csv(csv.take(), "audit-" + day, std::string(domain::word(domain::audit_subjects(), "audit")) + "-" + day);
}

}  // namespace admin
