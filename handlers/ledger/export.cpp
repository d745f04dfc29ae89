// 导出: the rows of the list as a file. The page shows first what will be in it; small files are made at once, a large xlsx by
// qj-jobs. Before a GB18030 file is made, the rows are searched for characters that GBK programs would show wrongly.
#include "base/json.h"
#include "domain/values/terms.h"
#include "ledger/columns.h"
#include "ledger/filter.h"
#include "ledger/filter_form.h"
#include "ledger/pages.h"
#include "parts/unencodable.h"
#include "store/core/jobs.h"
#include "store/ledger/ledger_file.h"
#include "view/form.h"
#include "web/context.h"
#include "web/download.h"
#include "web/params.h"

namespace ledger {
namespace {

constexpr long long most_at_once = 2000;  // rows of an xlsx that a page makes itself
const char* const export_path = "/ledger/export";
const web::Crumb list_crumb{"ledger/list.tpl", "/ledger"};

store::LedgerFile file_of(web::Context& ctx, const web::Params& query, bool with_ids) {
  return {read_filter(ctx.db, query), chosen_columns(ctx), with_ids, ctx.today()};
}

// What stands behind '?' in an address of ours.
std::string bare(const std::string& query) { return query.empty() ? query : query.substr(1); }

struct Name {
  std::string plain, shown;
};
Name name_of(const web::Context& ctx) {
  const std::string day = ctx.today().compact();
  return {"ledger-" + day, std::string(domain::word(domain::export_words(), "ledger")) + "-" + day};
}

void fill_order(const view::Dict& content, const store::LedgerFilter& filter) {
  if (filter.sort.empty()) return content.show(filter.descending ? "URGENT_LAST" : "URGENT_FIRST");
  const view::Dict sorted = content.add("SORTED");
  sorted.set("LABEL", domain::ledger_column(filter.sort)->label);
  sorted.show(filter.descending ? "DESCENDING" : "ASCENDING");
}

struct Refusal {  // why the last request was refused
  const base::BeyondGbk* beyond = nullptr;
  const char* section = nullptr;
};

web::Response render_export(web::Context& ctx, const store::LedgerFile& file, const Refusal& refusal, int status) {
  const view::Page page = ctx.page("ledger/export.tpl", {list_crumb});
  const view::Dict content = page.content();
  const std::string query = filter_query(file.filter);
  const long long rows = store::count_ledger(ctx.db, ctx.session->unit_id, file.filter, ctx.today());
  add_filter_words(ctx, content, file.filter);
  fill_order(content, file.filter);
  content.set("LIST_HREF", ctx.services.config.base_path + "/ledger" + (query.empty() ? "?tab=all" : query));
  content.set_number("COUNT", rows);
  for (const std::string& code : file.columns) content.add("COLUMN").set("NAME", domain::ledger_column(code)->label);
  if (refusal.section) content.show(refusal.section);
  if (refusal.beyond) parts::add_unencodable(content, *refusal.beyond);
  if (rows == 0) {
    content.show("NOTHING");
    return ctx.render(page, status);
  }
  const view::Dict offer = content.add("OFFER");
  view::Form form(page, offer, {}, ctx.token(export_path));
  offer.set("QUERY", bare(query));
  offer.show_if(file.with_ids, "WITH_IDS");
  offer.show(rows > most_at_once ? "IN_BACKGROUND" : "AT_ONCE");
  offer.show(refusal.beyond ? "GB_ANYWAY" : "GB");
  return ctx.render(page, status);
}

std::string download_path(const store::LedgerFile& file, const char* as) {
  const std::string query = filter_query(file.filter);
  return "/ledger/export/file" + query + (query.empty() ? "?" : "&") + "as=" + as + (file.with_ids ? "&ids=1" : "");
}

web::Response begin_job(web::Context& ctx, const store::LedgerFile& file) {
  if (store::open_jobs(ctx.db, ctx.session->unit_id) >= store::most_open_jobs)
    return render_export(ctx, file, {nullptr, "TOO_MANY_JOBS"}, 422);
  const auto location = ctx.change_once([&](store::Tx& tx) {
    const nlohmann::json params = {{"file", store::to_json(file)}, {"shown", name_of(ctx).shown}};
    return "/ledger/jobs/" + std::to_string(store::create_job(tx, ctx.session->unit_id, "export", params));
  });
  if (!location) return render_export(ctx, file, {nullptr, "NOT_TAKEN"}, 409);
  return ctx.redirect(*location);
}

}  // namespace

web::Response show_export(web::Context& ctx) { return render_export(ctx, file_of(ctx, ctx.req.query, true), {}, 200); }

web::Response begin_export(web::Context& ctx) {
  const web::Params& form = ctx.req.form;
  const store::LedgerFile file = file_of(ctx, web::parse_urlencoded(form.need("query")), form.get("with_ids") == "yes");
  if (ctx.replaying) return render_export(ctx, file, {}, 200);
  if (form.has("op_csv")) return ctx.redirect(download_path(file, "csv"));
  if (form.has("op_gb18030_anyway")) return ctx.redirect(download_path(file, "gb18030"));
  if (form.has("op_gb18030")) {
    const base::BeyondGbk beyond = store::unencodable(ctx.db, ctx.session->unit_id, file);
    if (beyond.count() > 0) return render_export(ctx, file, {&beyond}, 422);
    return ctx.redirect(download_path(file, "gb18030"));
  }
  const long long rows = store::count_ledger(ctx.db, ctx.session->unit_id, file.filter, ctx.today());
  if (rows > store::most_xlsx_rows) return render_export(ctx, file, {nullptr, "TOO_MANY_ROWS"}, 422);
  return rows > most_at_once ? begin_job(ctx, file) : ctx.redirect(download_path(file, "xlsx"));
}

web::Response export_file(web::Context& ctx) {
  const store::LedgerFile file = file_of(ctx, ctx.req.query, ctx.req.query.get("ids") == "1");
  const long long unit_id = ctx.session->unit_id;
  const std::string& as = ctx.req.query.get("as");
  const Name name = name_of(ctx);
  if (as == "csv" || as == "gb18030") {
    const auto encoding = as == "csv" ? store::CsvEncoding::utf8 : store::CsvEncoding::gb18030;
    store::Db& db = ctx.db;
    return web::stream_csv(
        [&db, unit_id, file, encoding](const web::Sink& sink) { store::write_csv(db, unit_id, file, encoding, sink); },
        as == "csv" ? "utf-8" : "gb18030", name.plain, name.shown);
  }
  // An xlsx cannot be begun before it is whole: a large one is not for a page to make, whatever the address says.
  if (as != "xlsx" || store::count_ledger(ctx.db, unit_id, file.filter, ctx.today()) > most_at_once)
    return ctx.redirect(export_path + filter_query(file.filter));
  const std::string& folder = ctx.services.config.files;
  const auto write = [&](const std::string& path) { store::write_xlsx(ctx.db, unit_id, file, path, folder); };
  return web::download_xlsx(folder, write, name.plain, name.shown);
}

}  // namespace ledger
