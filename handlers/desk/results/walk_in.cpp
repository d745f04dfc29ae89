// 无预约登记: an instrument is found by its unit's code and its serial number, both, on every request, because an institution
// may not search ledgers; then its result is recorded. Both stay in the address and in the form: an id alone finds nothing.
#include "desk/pages.h"
#include "desk/results/result_form.h"
#include "domain/values/codes.h"
#include "domain/values/fields.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "view/form.h"
#include "web/errors.h"

#include <algorithm>

namespace desk {
namespace {

constexpr int longest_serial = 60;
const char* const place = "/desk/results/walk-in";

std::string words_query(const web::Params& p) {
  web::Params words;
  words.add("walk_in_code", p.get("walk_in_code"));
  words.add("walk_in_serial", p.get("walk_in_serial"));
  words.add("ie", "✓");
  return web::query_text(words);
}

std::string form_path(const store::WalkIn& w) {
  return std::string(place) + "/" + std::to_string(w.unit_id) + "/" + std::to_string(w.instrument_id);
}

struct Asked {
  std::string key, serial;
  std::vector<domain::Error> errors;
};
Asked ask(const web::Params& p) {
  Asked asked;
  domain::FieldCheck fields(asked.errors);
  const auto code = fields.parsed("walk_in_code", p.get("walk_in_code"), domain::UnitCode::parse(p.get("walk_in_code")));
  if (asked.errors.empty()) asked.key = code.key();
  asked.serial = fields.text({"walk_in_serial", longest_serial}, p.get("walk_in_serial"));
  return asked;
}

store::WalkIn find_again(web::Context& ctx, const web::Params& p) {
  const Asked asked = ask(p);
  if (!asked.errors.empty()) throw web::NotFound();
  for (const store::WalkIn& w : store::find_walk_ins(ctx.db, asked.key, asked.serial, ctx.today()))
    if (w.unit_id == ctx.id() && w.instrument_id == ctx.id(1)) return w;
  throw web::NotFound();
}

web::Response render_form(web::Context& ctx, const store::WalkIn& w, const web::Params& p, const RecordForm& shown,
                          std::vector<domain::Error> errors, int status) {
  const view::Page page = ctx.page("desk/walk_in_form.tpl", {{"desk/results.tpl", "/desk/results"},
                                                             {"desk/walk_in.tpl", std::string(place) + words_query(p)}});
  add_subject(ctx, page, w);
  add_form(ctx, page,
           {form_path(w),
            std::string(place) + words_query(p),
            w.version,
            {{"walk_in_code", p.get("walk_in_code")}, {"walk_in_serial", p.get("walk_in_serial")}}},
           shown, w.subject, std::move(errors));
  return ctx.render(page, status);
}

// An institution's pass; what the unit declared may be confirmed by the result of that day.
bool first_done(const store::WalkIn& w) { return w.subject.mode != "periodic" && w.last_result == "pass"; }

void fill_walk_in(web::Context& ctx, const view::Dict& row, const store::WalkIn& w) {
  const std::string& base = ctx.services.config.base_path;
  row.set("UNIT", w.unit_name);
  row.set("NAME", w.name);
  row.set("KIND", w.kind_name);
  row.set("MODEL", w.model);
  row.set("SERIAL_NUMBER", w.serial_number);
  row.set("MANUFACTURER", w.manufacturer);
  row.set_number("QUANTITY", w.subject.quantity);
  row.set("DIVISION", w.division_path);
  row.set("STATE", domain::word(domain::states(), w.state));
  row.set("VERIFIED_ON", domain::iso_or_empty(w.verified_on));
  row.set("VALID_UNTIL", domain::iso_or_empty(w.valid_until));
  row.show_if(w.last_result == "fail", "FAILED");
  row.show_if(w.last_result == "declared", "DECLARED");
  if (w.line_id != 0) {
    row.add("HAS_LINE").set("HREF", base + line_path({w.unit_id, w.line_id}));
  } else if (first_done(w)) {
    row.show("FIRST_DONE");
  } else if (!w.able) {
    row.show("NOT_ABLE");
  } else if (ctx.may_edit()) {
    row.add("CAN_RECORD").set("HREF", base + form_path(w) + words_query(ctx.req.query));
  }
}

}  // namespace

web::Response walk_in(web::Context& ctx) {
  const web::Params& q = ctx.req.query;
  const bool asked_for = q.has("walk_in_code") || q.has("walk_in_serial");
  const Asked asked = asked_for ? ask(q) : Asked{};
  const view::Page page = ctx.page("desk/walk_in.tpl", {{"desk/results.tpl", "/desk/results"}});
  view::Form form(page, asked.errors, "");
  form.text("walk_in_code", q.get("walk_in_code"), view::required().max(30));
  form.text("walk_in_serial", q.get("walk_in_serial"), view::required().max(longest_serial));
  if (!asked_for || !asked.errors.empty()) return ctx.render(page, asked.errors.empty() ? 200 : 422);
  const auto found = store::find_walk_ins(ctx.db, asked.key, asked.serial, ctx.today());
  if (found.empty()) page.content().show("NOTHING_FOUND");
  if (!found.empty()) {
    const view::Dict table = page.content().add("FOUND");
    for (const store::WalkIn& w : found) fill_walk_in(ctx, table.add("ROW"), w);
  }
  return ctx.render(page);
}

web::Response show_walk_in(web::Context& ctx) {
  if (!ctx.req.query.has("walk_in_code")) return ctx.redirect(place);
  const store::WalkIn w = find_again(ctx, ctx.req.query);
  if (w.line_id != 0) return ctx.redirect(line_path({w.unit_id, w.line_id}));
  if (!w.able || first_done(w)) return ctx.redirect(std::string(place) + words_query(ctx.req.query));
  return render_form(ctx, w, ctx.req.query, fresh_form(ctx), {}, 200);
}

web::Response save_walk_in(web::Context& ctx) {
  const store::WalkIn w = find_again(ctx, ctx.req.form);
  store::ResultEntry entry;
  entry.unit_id = w.unit_id;
  entry.instrument_id = w.instrument_id;
  entry.version = posted_version(ctx);
  entry.name = w.name;
  entry.serial = w.serial_number;
  entry.walk_in = {w.kind_id, w.measuring_range, w.accuracy, w.division_code, "", {}};
  return save_form(ctx, w.subject, entry, [&](const RecordForm& shown, std::vector<domain::Error> errors, int status) {
    return render_form(ctx, find_again(ctx, ctx.req.form), ctx.req.form, shown, std::move(errors), status);
  });
}

}  // namespace desk
