// 统计: rates with their formulas, and counts by region, kind, use and month as charts with the same numbers beside them. The
// file is the same figures as xlsx, a sheet each, or as csv, one below the other.
#include "base/csv.h"
#include "base/xlsx_write.h"
#include "supervision/bars.h"
#include "supervision/figures.h"
#include "supervision/pages.h"
#include "supervision/parts.h"
#include "web/download.h"

namespace supervision {
namespace {

using Row = std::vector<std::string>;

long long wanting(const domain::Tally& t) { return t.overdue + t.failed + t.rotate_due; }

void fill_tally_row(const view::Dict& row, const Named& n) {
  const domain::Tally& t = n.tally;
  row.set("NAME", n.name);
  row.set_number("IN_USE", t.in_use());
  row.set_number("OVERDUE", t.overdue);
  row.set_number("FAILED", t.failed);
  row.set_number("DUE_SOON", t.due_soon);
  row.set_number("NOT_VERIFIED", t.not_verified);
  row.set_number("ROTATE_DUE", t.rotate_due);
  row.set("RATE", t.checked.text());
}

void fill_named(web::Context& ctx, const view::Dict& content, const char* section, const std::vector<Named>& list,
                const store::Scope& scope) {
  const view::Dict part = content.add(section);
  std::vector<Bar> bars;
  for (const Named& n : list) {
    bars.push_back({n.name, n.tally.in_use() - wanting(n.tally), wanting(n.tally)});
    const view::Dict row = part.add("ROW");
    fill_tally_row(row, n);
    const std::string of = section;
    if (of == "REGIONS")
      row.set("HREF", address(ctx, "/supervision/statistics",
                              {{"division", n.code}, {"from", ctx.req.query.get("from")}, {"to", ctx.req.query.get("to")}}));
    if (of == "KINDS")
      row.set("HREF", address(ctx, "/supervision/instruments", {{"division", scope.chosen()}, {"kind", n.code}}));
    if (of == "USES") row.set("HREF", address(ctx, "/supervision/instruments", {{"division", scope.chosen()}, {"use", n.code}}));
  }
  add_bars(part, section, bars);
}

void fill_due(const view::Dict& content, const Figures& f) {
  const view::Dict part = content.add("DUE");
  std::vector<Bar> bars;
  for (const store::DueCount& d : f.due) {
    const std::string month = d.month.iso().substr(0, 7);
    bars.push_back({month, d.verify, d.rotate});
    const view::Dict row = part.add("ROW");
    row.set("NAME", month);
    row.set_number("VERIFY", d.verify);
    row.set_number("ROTATE", d.rotate);
  }
  add_bars(part, "DUE", bars);
}

void fill_months(const view::Dict& content, const Figures& f) {
  if (f.months.empty()) return content.show("NO_RESULTS");
  const view::Dict part = content.add("RESULTS");
  std::vector<Bar> bars;
  for (const store::MonthResults& m : f.months) {
    const std::string month = m.month.iso().substr(0, 7);
    bars.push_back({month, m.first_pass.part, m.first_pass.whole - m.first_pass.part});
    const view::Dict row = part.add("ROW");
    row.set("NAME", month);
    row.set_number("FIRST_WHOLE", m.first_pass.whole);
    row.set("FIRST_RATE", m.first_pass.text());
    row.set_number("TIMELY_WHOLE", m.timely.whole);
    row.set("TIMELY_RATE", m.timely.text());
  }
  // The latest months are the ones that are drawn.
  if (bars.size() > 20) bars.erase(bars.begin(), bars.end() - 20);
  add_bars(part, "RESULTS", bars);
}

std::string label(std::string_view code) { return std::string(domain::word(domain::statistics_columns(), code)); }
Row labels(const std::vector<const char*>& codes) {
  Row row;
  for (const char* code : codes) row.push_back(label(code));
  return row;
}
std::string number(long long n) { return std::to_string(n); }

struct Sheet {
  std::string name;
  Row header;
  std::vector<Row> rows;
};

Row rate_row(const char* code, const domain::Rate& rate) {
  return {label(code), rate.text(), number(rate.part), number(rate.whole)};
}

Sheet tally_sheet(const char* code, const std::vector<Named>& list) {
  Sheet sheet{std::string(domain::word(domain::statistics_sheets(), code)),
              labels({"name", "in_use", "valid", "due_soon", "overdue", "failed", "not_verified", "first_done", "rotate_soon",
                      "rotate_due", "stopped", "scrapped", "checked_part", "checked_whole", "checked"}),
              {}};
  for (const Named& n : list) {
    const domain::Tally& t = n.tally;
    Row row{n.name};
    for (const long long value : {t.in_use(), t.valid, t.due_soon, t.overdue, t.failed, t.not_verified, t.first_done,
                                  t.rotate_soon, t.rotate_due, t.stopped, t.scrapped, t.checked.part, t.checked.whole})
      row.push_back(number(value));
    row.push_back(t.checked.text());
    sheet.rows.push_back(row);
  }
  return sheet;
}

std::vector<Sheet> sheets_of(const Figures& f) {
  const auto name = [](const char* code) { return std::string(domain::word(domain::statistics_sheets(), code)); };
  Sheet rates{name("rates"), labels({"name", "rate", "part", "whole"}), {}};
  rates.rows = {rate_row("checked", f.total.checked),
                rate_row("first_pass", f.rates.first_pass),
                rate_row("timely", f.rates.timely),
                {label("period"), f.period.from.iso() + " ~ " + f.period.to.iso(), "", ""}};
  Sheet due{name("due"), labels({"month", "verify", "rotate"}), {}};
  for (const store::DueCount& d : f.due) due.rows.push_back({d.month.iso().substr(0, 7), number(d.verify), number(d.rotate)});
  Sheet months{
      name("months"), labels({"month", "first_part", "first_whole", "first_pass", "timely_part", "timely_whole", "timely"}), {}};
  for (const store::MonthResults& m : f.months)
    months.rows.push_back({m.month.iso().substr(0, 7), number(m.first_pass.part), number(m.first_pass.whole), m.first_pass.text(),
                           number(m.timely.part), number(m.timely.whole), m.timely.text()});
  return {rates, tally_sheet("regions", f.regions), tally_sheet("kinds", f.kinds), tally_sheet("uses", f.uses), due, months};
}

std::string as_csv(const std::vector<Sheet>& sheets) {
  base::CsvWriter csv(base::CsvWriter::For::spreadsheet);
  for (const Sheet& sheet : sheets) {
    csv.row({sheet.name});
    csv.row(sheet.header);
    for (const Row& row : sheet.rows) csv.row(row);
    csv.row({""});
  }
  return csv.text();
}

void write_xlsx(const std::vector<Sheet>& sheets, const std::string& path, const std::string& folder) {
  base::XlsxWriter xlsx(path, sheets.front().name, folder);
  for (const Sheet& sheet : sheets) {
    if (&sheet != &sheets.front()) xlsx.sheet(sheet.name);
    std::vector<double> widths(sheet.header.size(), 14);
    widths.front() = 30;
    xlsx.widths(widths);
    xlsx.header(sheet.header);
    for (const Row& row : sheet.rows) xlsx.row(row);
  }
  xlsx.close();
}

}  // namespace

web::Response statistics(web::Context& ctx) {
  const store::Scope scope = asked_scope(ctx);
  const view::Page page = ctx.page("supervision/statistics.tpl", {overview_crumb});
  const view::Dict content = page.content();
  add_frame(ctx, content, scope, "statistics");
  const std::string &from = ctx.req.query.get("from"), &to = ctx.req.query.get("to");
  const Figures f = figures_of(ctx, scope);
  add_region_choice(ctx, content, scope);
  content.set("FROM", f.period.from.iso());
  content.set("TO", f.period.to.iso());
  const auto damaged = [&](const std::string& typed, domain::Date used) {
    return !typed.empty() && domain::Date::parse(typed) != std::optional<domain::Date>(used);
  };
  content.show_if(damaged(from, f.period.from) || damaged(to, f.period.to), "BAD_PERIOD");
  const Values values{{"division", scope.chosen()}, {"from", f.period.from.iso()}, {"to", f.period.to.iso()}};
  for (const char* as : {"xlsx", "csv"}) {
    Values with = values;
    with.emplace_back("as", as);
    content.set(std::string_view(as) == "xlsx" ? "HREF_XLSX" : "HREF_CSV", address(ctx, "/supervision/statistics/file", with));
  }
  set_rate(content, "CHECKED", f.total.checked);
  set_rate(content, "FIRST_PASS", f.rates.first_pass);
  set_rate(content, "TIMELY", f.rates.timely);
  content.set_number("IN_USE", f.total.in_use());
  content.set_number("ALL", f.total.all());
  if (f.counted_until.empty())
    content.show("COUNTED_NOW");
  else
    content.add("COUNTED_UNTIL").set("AT", f.counted_until);
  fill_named(ctx, content, "REGIONS", f.regions, scope);
  if (f.kinds.empty())
    content.show("NO_KINDS");
  else
    fill_named(ctx, content, "KINDS", f.kinds, scope);
  fill_named(ctx, content, "USES", f.uses, scope);
  fill_due(content, f);
  fill_months(content, f);
  return ctx.render(page);
}

web::Response statistics_file(web::Context& ctx) {
  const store::Scope scope = asked_scope(ctx);
  const std::string& as = ctx.req.query.get("as");
  if (as != "xlsx" && as != "csv") {
    web::Params query;
    if (!scope.chosen().empty()) query.add("division", scope.chosen());
    return ctx.redirect("/supervision/statistics" + web::query_text(query));
  }
  const std::string day = ctx.today().compact();
  const std::string plain = "statistics-" + day, name = label("file") + "-" + day;
  const auto sheets = sheets_of(figures_of(ctx, scope));
  if (as == "csv") return web::download_csv(as_csv(sheets), plain, name);
  const std::string& folder = ctx.services.config.files;
  return web::download_xlsx(
      folder, [&](const std::string& path) { write_xlsx(sheets, path, folder); }, plain, name);
}

}  // namespace supervision
