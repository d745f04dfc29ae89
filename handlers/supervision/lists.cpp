// Instruments of the scope as lists: the search, 超期清单, 到期轮换 by quarter. Their state is in the address; they go on by
// key.
#include "base/csv.h"
#include "domain/ledger/ledger.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "parts/kinds.h"
#include "store/catalogue/catalogue.h"
#include "supervision/pages.h"
#include "supervision/parts.h"
#include "web/download.h"

namespace supervision {
namespace {

constexpr std::size_t longest_text = 100, piece = 64 * 1024;
constexpr int most_in_file = 50000, rows_at_once = 500;
const char* const columns[] = {"standing",         "name",  "kind", "model",       "serial_number", "quantity",
                               "division",         "place", "use",  "valid_until", "verified_on",   "certificate_number",
                               "institution_name", "state"};
constexpr int quarters_back = 2, quarters_shown = 10;

std::string text_of(const web::Params& query, const char* name) {
  const std::string text = domain::trim(query.get(name));
  return domain::length(text) <= longest_text ? text : "";
}

void set_dates(const view::Dict& form, const web::Params& query, store::SupervisedFilter& filter) {
  const std::string from = domain::trim(query.get("due_from")), to = domain::trim(query.get("due_to"));
  filter.due_from = domain::Date::parse(from);
  filter.due_to = domain::Date::parse(to);
  form.set("DUE_FROM", from);
  form.set("DUE_TO", to);
  form.show_if((!from.empty() && !filter.due_from) || (!to.empty() && !filter.due_to), "BAD_DATE");
}

Values values_of(const store::Scope& scope, const store::SupervisedFilter& f) {
  return {{"division", scope.chosen()},
          {"standing", f.standing == "all" ? "" : f.standing},
          {"unit", f.unit},
          {"name", f.name},
          {"serial_number", f.serial_number},
          {"kind", f.kind_id > 0 ? std::to_string(f.kind_id) : ""},
          {"use", f.use},
          {"due_from", domain::iso_or_empty(f.due_from)},
          {"due_to", domain::iso_or_empty(f.due_to)}};
}

// path, values: where the list goes on.
void add_list(web::Context& ctx, const view::Dict& content, const store::Scope& scope, const store::SupervisedFilter& filter,
              const std::string& path, const Values& values) {
  const store::SupervisedList found = store::supervised_instruments(ctx.db, scope, filter, ctx.today());
  content.show_if(found.capped, "CAPPED");
  if (found.rows.empty() && !filter.after) return content.show("EMPTY");
  const view::Dict rows = content.add("ROWS");
  rows.set("HREF_FILE", address(ctx, "/supervision/instruments/file", values_of(scope, filter)));
  rows.set_number("MOST", most_in_file);
  add_table(ctx, rows, found.rows);
  add_more(ctx, rows, path, values, filter.after.has_value(), found.next ? key_text(*found.next) : "");
}

store::SupervisedFilter read_filter(const web::Params& query) {
  store::SupervisedFilter filter;
  if (store::is_supervised_standing(query.get("standing"))) filter.standing = query.get("standing");
  filter.unit = text_of(query, "unit");
  filter.name = text_of(query, "name");
  filter.serial_number = text_of(query, "serial_number");
  filter.kind_id = parts::kind_id_of(query.get("kind"));
  if (domain::contains(domain::uses(), query.get("use"))) filter.use = query.get("use");
  filter.after = read_key(query.get("after"));
  return filter;
}

std::vector<std::string> cells_of(const store::SupervisedRow& row, domain::Date today) {
  std::vector<std::string> cells{row.unit_name};
  for (const char* column : columns) cells.push_back(domain::ledger_cell(column, row.instrument, today));
  cells.push_back(row.contact);
  cells.push_back(row.phone);
  return cells;
}

}  // namespace

// The same list from its first row on, row by row; the last line says how many did not fit.
web::Response instruments_file(web::Context& ctx) {
  const store::Scope scope = asked_scope(ctx);
  store::SupervisedFilter filter = read_filter(ctx.req.query);
  filter.due_from = domain::Date::parse(ctx.req.query.get("due_from"));
  filter.due_to = domain::Date::parse(ctx.req.query.get("due_to"));
  filter.after.reset();
  filter.size = rows_at_once;
  store::Db& db = ctx.db;
  const domain::Date today = ctx.today();
  const std::string day = today.compact();
  const auto rows = [&db, scope, filter, today](const web::Sink& sink) {
    base::CsvWriter csv(base::CsvWriter::For::spreadsheet);
    std::vector<std::string> header{std::string(domain::field_label("unit_name"))};
    for (const char* column : columns) header.emplace_back(domain::ledger_column(column)->label);
    header.emplace_back(domain::field_label("contact"));
    header.emplace_back(domain::field_label("phone"));
    csv.row(header);
    store::SupervisedFilter next = filter;
    int written = 0;
    for (;;) {
      const store::SupervisedList found = store::supervised_instruments(db, scope, next, today);
      for (const store::SupervisedRow& row : found.rows) csv.row(cells_of(row, today));
      written += static_cast<int>(found.rows.size());
      if (csv.text().size() >= piece) sink(csv.take());
      if (!found.next) break;
      if (written >= most_in_file) {
        csv.row({std::string(domain::word(domain::export_words(), "cut"))});
        break;
      }
      next.after = found.next;
    }
    sink(csv.take());
  };
  return web::stream_csv(rows, "utf-8", "instruments-" + day,
                         std::string(domain::word(domain::export_words(), "ledger")) + "-" + day);
}

web::Response instruments(web::Context& ctx) {
  const store::Scope scope = asked_scope(ctx);
  const view::Page page = ctx.page("supervision/instruments.tpl", {overview_crumb});
  const view::Dict content = page.content();
  add_frame(ctx, content, scope, "instruments");
  store::SupervisedFilter filter = read_filter(ctx.req.query);
  set_dates(content, ctx.req.query, filter);
  content.set("UNIT", filter.unit);
  content.set("NAME", filter.name);
  content.set("SERIAL_NUMBER", filter.serial_number);
  add_region_choice(ctx, content, scope);
  add_kind_choice(content, store::ledger_kinds(ctx.db), filter.kind_id);
  add_choice(content, "USE", domain::uses(), filter.use);
  content.show("STANDING_" + view::section_name(filter.standing));
  add_list(ctx, content, scope, filter, "/supervision/instruments", values_of(scope, filter));
  return ctx.render(page);
}

web::Response overdue(web::Context& ctx) {
  const store::Scope scope = asked_scope(ctx);
  const view::Page page = ctx.page("supervision/overdue.tpl", {overview_crumb});
  const view::Dict content = page.content();
  add_frame(ctx, content, scope, "overdue");
  store::SupervisedFilter filter;
  filter.standing = "overdue";
  filter.kind_id = parts::kind_id_of(ctx.req.query.get("kind"));
  if (domain::contains(domain::uses(), ctx.req.query.get("use"))) filter.use = ctx.req.query.get("use");
  filter.after = read_key(ctx.req.query.get("after"));
  filter.size = 50;
  add_region_choice(ctx, content, scope);
  add_kind_choice(content, store::ledger_kinds(ctx.db), filter.kind_id);
  add_choice(content, "USE", domain::uses(), filter.use);
  Values values = values_of(scope, filter);
  values[1].second.clear();  // the page says it already
  add_list(ctx, content, scope, filter, "/supervision/overdue", values);
  return ctx.render(page);
}

web::Response rotations(web::Context& ctx) {
  const store::Scope scope = asked_scope(ctx);
  const view::Page page = ctx.page("supervision/rotations.tpl", {overview_crumb});
  const view::Dict content = page.content();
  add_frame(ctx, content, scope, "rotations");
  const domain::Quarter now = domain::Quarter::of(ctx.today());
  const std::string& asked = ctx.req.query.get("quarter");
  const bool past = asked == "past";
  const domain::Quarter chosen = domain::Quarter::parse(asked).value_or(now);
  store::SupervisedFilter filter;
  filter.standing = past ? "rotate_due" : "rotate";
  filter.kind_id = parts::kind_id_of(ctx.req.query.get("kind"));
  if (!past) {
    filter.due_from = chosen.first();
    filter.due_to = chosen.last();
  }
  filter.after = read_key(ctx.req.query.get("after"));
  filter.size = 50;
  content.show_if(past, "PAST_CHOSEN");
  for (int n = -quarters_back; n < quarters_shown; ++n) {
    const domain::Quarter q = now.plus(n);
    const view::Dict option = content.add("QUARTER");
    option.set("CODE", q.code());
    option.set_number("YEAR", q.year);
    option.set_number("NUMBER", q.number);
    option.show_if(!past && q.code() == chosen.code(), "SELECTED");
  }
  if (!past) {
    content.set("FROM", chosen.first().iso());
    content.set("TO", chosen.last().iso());
    content.show("SPAN");
  }
  add_region_choice(ctx, content, scope);
  add_kind_choice(content, store::ledger_kinds(ctx.db), filter.kind_id);
  add_list(ctx, content, scope, filter, "/supervision/rotations",
           {{"division", scope.chosen()},
            {"quarter", past ? "past" : chosen.code()},
            {"kind", filter.kind_id > 0 ? std::to_string(filter.kind_id) : ""}});
  return ctx.render(page);
}

}  // namespace supervision
