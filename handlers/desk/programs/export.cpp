// 导出受理清单: accepted lines and those being verified, for the institution's own system. The page shows the number of rows;
// csv is a stream of any size, an xlsx is made at once and so has a limit.
#include "desk/pages.h"
#include "domain/results/result_columns.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "parts/unencodable.h"
#include "store/results/desk_file.h"
#include "view/form.h"
#include "web/context.h"
#include "web/download.h"

namespace desk {
namespace {

using domain::Date;

constexpr long long most_xlsx_rows = 5000;
constexpr std::size_t longest_text = 100;

struct Asked {
  store::DeskFile file;
  std::string from_typed, to_typed;
  bool bad_date = false;
};

Asked read_export_request(const web::Params& q) {
  Asked asked;
  const auto text = [&](const char* name) {
    const std::string typed = domain::trim(q.get(name));
    return domain::length(typed) <= longest_text ? typed : std::string();
  };
  asked.from_typed = text("planned_from");
  asked.to_typed = text("planned_to");
  asked.file.planned_from = Date::parse(asked.from_typed);
  asked.file.planned_to = Date::parse(asked.to_typed);
  asked.bad_date = (!asked.from_typed.empty() && !asked.file.planned_from) || (!asked.to_typed.empty() && !asked.file.planned_to);
  if (domain::contains(domain::deliveries(), q.get("delivery"))) asked.file.delivery = q.get("delivery");
  asked.file.unit = text("unit");
  return asked;
}

// The file's address for what was asked.
std::string file_address(const Asked& asked, const char* as) {
  web::Params query;
  for (const auto& [name, value] : {std::pair<const char*, const std::string&>{"planned_from", asked.from_typed},
                                    {"planned_to", asked.to_typed},
                                    {"delivery", asked.file.delivery},
                                    {"unit", asked.file.unit}})
    if (!value.empty()) query.add(name, value);
  query.add("as", as);
  query.add("ie", "✓");
  return "/desk/export/file" + web::query_text(query);
}

web::Response render_export(web::Context& ctx, const Asked& asked, const base::BeyondGbk* beyond, int status) {
  const view::Page page = ctx.page("desk/export.tpl", {{"desk/queue.tpl", "/desk/appointments"}});
  const view::Dict content = page.content();
  content.include("LINKS", "desk/links.tpl");
  content.set("PLANNED_FROM", asked.from_typed);
  content.set("PLANNED_TO", asked.to_typed);
  content.set("UNIT", asked.file.unit);
  for (const domain::Term& term : domain::deliveries()) {
    const view::Dict option = content.add("DELIVERY");
    option.set("CODE", term.code);
    option.set("WORD", term.word);
    option.show_if(term.code == asked.file.delivery, "SELECTED");
  }
  for (const domain::Term& column : domain::line_columns()) content.add("COLUMN").set("NAME", column.word);
  for (const domain::Term& column : domain::outcome_columns()) content.add("OUTCOME").set("NAME", column.word);
  if (asked.bad_date) {
    content.show("BAD_DATE");
    return ctx.render(page, status);
  }
  const long long rows = store::count_desk_lines(ctx.db, ctx.session->institution_id, asked.file);
  content.add("FOUND").set_number("COUNT", rows);
  if (beyond != nullptr) parts::add_unencodable(content, *beyond);
  if (rows == 0) {
    content.show("NOTHING");
    return ctx.render(page, status);
  }
  const std::string& base = ctx.services.config.base_path;
  const view::Dict offer = content.add("OFFER");
  if (rows <= most_xlsx_rows)
    offer.add("XLSX").set("HREF", base + file_address(asked, "xlsx"));
  else
    offer.add("TOO_MANY").set_number("MOST", most_xlsx_rows);
  offer.set("HREF_CSV", base + file_address(asked, "csv"));
  offer.add(beyond == nullptr ? "GB" : "GB_ANYWAY")
      .set("HREF", base + file_address(asked, beyond == nullptr ? "gb18030" : "gb18030_anyway"));
  return ctx.render(page, status);
}

}  // namespace

web::Response show_export(web::Context& ctx) {
  const Asked asked = read_export_request(ctx.req.query);
  return render_export(ctx, asked, nullptr, asked.bad_date ? 422 : 200);
}

web::Response export_file(web::Context& ctx) {
  const Asked asked = read_export_request(ctx.req.query);
  if (asked.bad_date) return render_export(ctx, asked, nullptr, 422);
  const long long institution = ctx.session->institution_id;
  const std::string& as = ctx.req.query.get("as");
  const std::string day = ctx.today().compact();
  const std::string plain = "lines-" + day, shown = std::string(domain::word(domain::export_words(), "desk_lines")) + "-" + day;
  if (as == "gb18030") {  // warns first of characters that GBK programs would show wrongly
    const base::BeyondGbk beyond = store::desk_unencodable(ctx.db, institution, asked.file);
    if (beyond.count() > 0) return render_export(ctx, asked, &beyond, 422);
  }
  if (as == "csv" || as == "gb18030" || as == "gb18030_anyway") {
    const bool gb = as != "csv";
    store::Db& db = ctx.db;
    const store::DeskFile file = asked.file;
    return web::stream_csv(
        [&db, institution, file, gb](const web::Sink& sink) { store::write_desk_csv(db, institution, file, gb, sink); },
        gb ? "gb18030" : "utf-8", plain, shown);
  }
  if (as != "xlsx" || store::count_desk_lines(ctx.db, institution, asked.file) > most_xlsx_rows)
    return ctx.redirect("/desk/export");
  const std::string& folder = ctx.services.config.files;
  const auto write = [&](const std::string& path) { store::write_desk_xlsx(ctx.db, institution, asked.file, path, folder); };
  return web::download_xlsx(folder, write, plain, shown);
}

}  // namespace desk
