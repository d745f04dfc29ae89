// 检定结果登记: lines to be verified, lines being verified, recorded results; and where the ticked ones go.
#include "desk/pages.h"
#include "desk/results/result_form.h"
#include "domain/values/terms.h"
#include "store/results/result_lists.h"
#include "web/errors.h"

#include <array>

namespace desk {
namespace {

constexpr int page_size = 50;
constexpr std::array<const char*, 3> tabs{"accepted", "verifying", "recorded"};

store::ResultFilter read_filter(const web::Params& q) {
  store::ResultFilter f;
  for (const char* tab : tabs)
    if (q.get("tab") == tab) f.tab = tab;
  f.number = q.get("number");
  f.unit = q.get("unit");
  f.name = q.get("name");
  f.serial_number = q.get("serial_number");
  f.result_number = f.tab == "recorded" ? q.get("result_number") : "";
  f.from = q.get("from");
  f.to = q.get("to");
  f.after = q.get("after");
  f.size = page_size;
  return f;
}

std::string address(web::Context& ctx, const store::ResultFilter& f, const std::string& tab, const std::string& after) {
  web::Params p;
  p.add("tab", tab);
  for (const auto& [name, value] : {std::pair("number", &f.number), std::pair("unit", &f.unit), std::pair("name", &f.name),
                                    std::pair("serial_number", &f.serial_number), std::pair("result_number", &f.result_number),
                                    std::pair("from", &f.from), std::pair("to", &f.to)})
    if (!value->empty()) p.add(name, *value);
  if (!after.empty()) p.add("after", after);
  p.add("ie", "✓");
  return ctx.services.config.base_path + "/desk/results" + web::query_text(p);
}

bool filtered(const store::ResultFilter& f) {
  return !(f.number + f.unit + f.name + f.serial_number + f.result_number + f.from + f.to).empty();
}

// A day that cannot be parsed filters nothing; the page says so.
bool unread(const std::string& day) { return !day.empty() && !domain::Date::parse(day); }

void add_filter(const view::Dict& content, const store::ResultFilter& f) {
  content.set("TAB", f.tab);
  content.set("Q_NUMBER", f.number);
  content.set("Q_UNIT", f.unit);
  content.set("Q_NAME", f.name);
  content.set("Q_SERIAL_NUMBER", f.serial_number);
  content.set("Q_FROM", f.from);
  content.set("Q_TO", f.to);
  content.show_if(unread(f.from) || unread(f.to), "DAY_UNREAD");
  content.show(f.tab == "recorded" ? "DAY_RECORDED" : "DAY_PLANNED");
  if (f.tab == "recorded") content.add("CERTIFICATE").set("Q_RESULT_NUMBER", f.result_number);
  content.show_if(filtered(f), "FILTERED");
}

void fill_result(web::Context& ctx, const view::Dict& row, const store::Result& r) {
  row.set("HREF", ctx.services.config.base_path + result_path(r.unit_id, r.id));
  row.set("RECORDED_AT", r.recorded_at);
  row.set("UNIT", r.unit_name);
  row.set("NAME", r.name);
  row.set("MODEL", r.model);
  row.set("SERIAL_NUMBER", r.serial_number);
  row.show(r.failed == 0 ? "PASSED" : r.passed == 0 ? "FAILED" : "PARTLY");
  row.set_number("N_PASSED", r.passed);
  row.set_number("N_FAILED", r.failed);
  row.set("MARK", r.mark.empty() ? "" : domain::word(domain::marks(), r.mark));
  row.set("NUMBER", r.number.empty() ? r.notice_number : r.number);
  row.set("VERIFIED_ON", r.verified_on.iso());
  row.set("VALID_UNTIL", domain::iso_or_empty(r.valid_until));
  row.set("APPOINTMENT_NUMBER", r.appointment_number);
  row.show_if(r.line_id == 0, "WALK_IN");
  row.show_if(r.version_no > 1, "CORRECTED");
}

}  // namespace

web::Response results(web::Context& ctx) {
  const store::ResultFilter f = read_filter(ctx.req.query);
  const view::Page page = ctx.page("desk/results.tpl");
  const view::Dict content = page.content();
  content.include("LINKS", "desk/links.tpl");
  const long long institution = ctx.session->institution_id;
  const store::ResultCounts counts = store::count_results(ctx.db, institution);
  for (const char* tab : tabs) {
    const view::Dict entry = content.add("TABS");
    entry.set("HREF", address(ctx, f, tab, ""));
    entry.show_if(f.tab == tab, "CURRENT");
    entry.show("IS_" + view::section_name(tab));
    const long long n = tab == tabs[0] ? counts.accepted : tab == tabs[1] ? counts.verifying : counts.recorded;
    entry.set_number("COUNT", n);
    entry.show_if(n >= store::most_counted, "MORE");
  }
  add_filter(content, f);
  std::string next;
  bool empty = false;
  if (f.tab == "recorded") {
    const store::ResultPage found = store::list_results(ctx.db, institution, f);
    empty = found.rows.empty();
    if (!empty) {
      const view::Dict table = content.add("RESULTS");
      for (const store::Result& r : found.rows) fill_result(ctx, table.add("ROW"), r);
    }
    next = found.next;
  } else {
    const store::LinePage found = store::list_lines(ctx.db, institution, f);
    empty = found.rows.empty();
    if (!empty) {
      const view::Dict table = content.add("LINES");
      table.show(f.tab == "accepted" ? "TAB_ACCEPTED" : "TAB_VERIFYING");
      for (const store::VerifiedLine& line : found.rows) {
        const view::Dict row = table.add("ROW");
        fill_line(row, line);
        row.set("HREF", ctx.services.config.base_path + line_path({line.unit_id, line.id}));
        row.set("APPOINTMENT_HREF", ctx.services.config.base_path + "/desk/appointments/" + std::to_string(line.appointment_id));
        row.show_if(!ctx.may_edit(), "ONLY_LOOK");
        if (ctx.may_edit()) row.add("CHOOSABLE").set("CODE", line_code(line));
      }
      if (ctx.may_edit()) table.add("ACTS").show(f.tab == "accepted" ? "CAN_BEGIN" : "BEGUN");
    }
    next = found.next;
  }
  if (empty) content.show(filtered(f) ? "NOTHING_FOUND" : "NONE_" + view::section_name(f.tab));
  content.set("HREF_ALL", address(ctx, {}, f.tab, ""));
  if (!f.after.empty()) content.add("TO_FIRST").set("HREF", address(ctx, f, f.tab, ""));
  if (!next.empty()) content.add("TO_NEXT").set("HREF", address(ctx, f, f.tab, next));
  return ctx.render(page);
}

// The list's one form: which button was pressed says where the ticked lines go.
web::Response chosen(web::Context& ctx) {
  const web::Params& q = ctx.req.query;
  const std::string lines = lines_query(chosen_lines(ctx, q));
  for (const auto& [op, path] :
       {std::pair("op_begin", "/desk/results/begin"), std::pair("op_give_back", "/desk/results/give-back")})
    if (q.has(op)) return ctx.redirect(path + lines);
  return ctx.redirect("/desk/results/batch" + lines);
}

}  // namespace desk
