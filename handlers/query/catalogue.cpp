// 强制检定器具目录信息: the catalogue in force, found by everyday names too, row by row and as a file. The annex of the
// official notice is authoritative, and everything that shows the catalogue says so.
#include "query/catalogue.h"

#include "base/encoding.h"
#include "base/number.h"
#include "base/xlsx_write.h"
#include "domain/query/public_query.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "parts/address.h"
#include "parts/kinds.h"
#include "parts/unencodable.h"
#include "query/pages.h"
#include "query/parts.h"
#include "store/catalogue/catalogue.h"
#include "store/catalogue/synonyms.h"
#include "view/pager.h"
#include "web/download.h"
#include "web/errors.h"

#include <algorithm>
#include <filesystem>

namespace query {
namespace {

constexpr const char* path = "/query/catalogue";
constexpr int size = 100, most_pages = 100000;  // the whole national catalogue on one page
const web::Crumb list_crumb{"query/catalogue.tpl", path};

// Of a word: kinds that it names, and those in whose row it stands.
bool says(const domain::CatalogueRow& row, const std::string& word) {
  const std::string text = row.item_name + "\n" + row.name() + "\n" + row.scope + "\n" + row.regulation + "\n" + row.condition;
  return domain::lower(domain::half_width(text)).find(word) != std::string::npos;
}

bool fits(const domain::CatalogueRow& row, const AskedCatalogue& asked) {
  return (asked.item == 0 || row.item_no == asked.item) && (asked.supervision.empty() || row.supervision == asked.supervision) &&
         (asked.mode.empty() || row.mode == asked.mode) &&
         (asked.use.empty() || std::find(row.uses.begin(), row.uses.end(), asked.use) != row.uses.end());
}

std::vector<view::Option> items_of(const std::vector<store::PublicKind>& all) {
  std::vector<view::Option> items;
  for (const store::PublicKind& kind : all) {
    const std::string number = std::to_string(kind.row.item_no);
    if (items.empty() || items.back().code != number) items.push_back({number, number + " " + kind.row.item_name});
  }
  return items;
}

parts::Values values_of(const AskedCatalogue& asked) {
  return {{"keyword", asked.keyword},
          {"item", asked.item > 0 ? std::to_string(asked.item) : ""},
          {"use", asked.use},
          {"supervision", asked.supervision},
          {"mode", asked.mode}};
}

std::string address(const web::Context& ctx, const char* where, const AskedCatalogue& asked, const char* name,
                    const std::string& value) {
  parts::Values values = values_of(asked);
  values.emplace_back(name, value);
  return parts::address(ctx, where, values);
}

void fill_form(const view::Page& page, const AskedCatalogue& asked, const std::vector<store::PublicKind>& all) {
  view::Form form(page, asked.errors, "");
  form.text("keyword", asked.keyword, filter_field());
  const view::Field field = filter_field(false);
  form.select("item", asked.item > 0 ? std::to_string(asked.item) : "", items_of(all), field);
  form.select("use", asked.use, view::options(domain::uses()), field);
  form.select("supervision", asked.supervision, view::options(domain::supervisions()), field);
  form.select("mode", asked.mode, view::options(domain::modes()), field);
}

void add_conditions(const view::Dict& content, const AskedCatalogue& asked, const std::vector<store::PublicKind>& all) {
  if (asked.keyword.empty() && asked.item == 0 && asked.use.empty() && asked.supervision.empty() && asked.mode.empty()) return;
  const view::Dict words = content.add("CONDITIONS");
  if (!asked.keyword.empty()) words.add("KEYWORD").set("WORD", asked.keyword);
  for (const view::Option& item : items_of(all))
    if (item.code == std::to_string(asked.item)) words.add("ITEM").set("WORD", item.word);
  if (!asked.use.empty()) words.add("USE").set("WORD", domain::word(domain::uses(), asked.use));
  if (!asked.supervision.empty()) words.add("SUPERVISION").set("WORD", domain::word(domain::supervisions(), asked.supervision));
  if (!asked.mode.empty()) words.add("MODE").set("WORD", domain::word(domain::modes(), asked.mode));
}

// Every column of a row as people read it, under its name in upper case.
void fill_kind(const web::Context& ctx, const view::Dict& dict, const store::PublicKind& kind) {
  const domain::CatalogueRow& row = kind.row;
  const base::CsvRow cells = domain::catalogue_cells(row);
  dict.set("HREF", parts::address(ctx, std::string(path) + "/" + std::to_string(kind.id), {}));
  dict.set("KIND", row.name());
  dict.set_number("ITEM_NO", row.item_no);
  dict.set("ITEM_NAME", row.item_name);
  dict.set_number("KIND_NO", row.kind_no);
  dict.set("SUPERVISION", domain::word(domain::supervisions(), row.supervision));
  dict.set("MODE", domain::word(domain::modes(), row.mode));
  dict.set("USES", domain::catalogue_shown("uses", cells[7]));
  dict.set("SCOPE", row.scope);
  if (row.cycle_months) dict.add("CYCLE").set_number("MONTHS", *row.cycle_months);
  if (row.service_life_months) dict.add("LIFE").set_number("MONTHS", *row.service_life_months);
  dict.show_if(row.mode == "periodic" && !row.cycle_months, "NO_CYCLE");
  dict.show_if(row.mode == "first_rotate" && !row.service_life_months, "NO_LIFE");
  dict.show_if(row.mode == "first_scrap", "ONCE");
  dict.set("REGULATION", row.regulation);
  dict.set("CONDITION", row.condition);
  dict.show_if(!row.condition.empty(), "CONDITIONED");
  dict.show_if(!row.checked, "UNCHECKED");
  dict.show(row.mode == "none" ? "NOT_VERIFIED" : "VERIFIED");
}

// The notices and since when they count.
void add_notices(const view::Dict& content, const std::vector<store::PublicKind>& kinds) {
  std::vector<std::string> seen;
  for (const store::PublicKind& kind : kinds) {
    if (std::find(seen.begin(), seen.end(), kind.row.notice) != seen.end()) continue;
    seen.push_back(kind.row.notice);
    const view::Dict notice = content.add("NOTICE");
    notice.set("NAME", kind.row.notice);
    if (kind.notice_from) notice.add("SINCE").set("DAY", kind.notice_from->iso());
  }
}

void add_files(const web::Context& ctx, const view::Dict& list, const AskedCatalogue& asked, bool beyond) {
  const auto href = [&](const char* as) { return address(ctx, "/query/catalogue/export", asked, "as", as); };
  list.set("HREF_XLSX", href("xlsx"));
  list.set("HREF_CSV", href("csv"));
  list.add(beyond ? "GB_ANYWAY" : "GB").set("HREF", href(beyond ? "gb18030_anyway" : "gb18030"));
}

web::Response render_catalogue(web::Context& ctx, const AskedCatalogue& asked, const std::vector<store::PublicKind>& all,
                               const base::BeyondGbk* beyond = nullptr) {
  const view::Page page = ctx.page("query/catalogue.tpl", {overview_crumb});
  const view::Dict content = page.content();
  add_ways(ctx, content, "catalogue");
  add_notices(content, all);
  fill_form(page, asked, all);
  if (!asked.errors.empty()) return ctx.render(page, 422);
  if (beyond != nullptr) parts::add_unencodable(content, *beyond);
  const FoundKinds found = find_kinds(ctx.db, asked, all);
  add_conditions(content, asked, all);
  for (const std::string& word : found.outside) content.add("OUTSIDE").set("WORD", word);
  if (found.kinds.empty()) {
    content.show_if(found.outside.empty(), "EMPTY");
    return ctx.render(page);
  }
  const auto matched = static_cast<long long>(found.kinds.size());
  const int shown =
      std::min(std::clamp(base::number_or(ctx.req.query.get("page"), 1), 1, most_pages), view::page_count(matched, size));
  const view::Dict list = content.add("FOUND");
  add_files(ctx, list, asked, beyond != nullptr);
  const auto first = static_cast<std::size_t>(shown - 1) * size;
  for (std::size_t n = first; n < std::min(found.kinds.size(), first + size); ++n)
    fill_kind(ctx, list.add("ROW"), found.kinds[n]);
  view::add_pager(list, matched, size, shown,
                  [&](int n) { return address(ctx, path, asked, "page", n > 1 ? std::to_string(n) : ""); });
  return ctx.render(page, beyond == nullptr ? 200 : 422);
}

// The file: every column in words, the statement that the annex rules in its last line.
std::vector<base::CsvRow> table_of(const std::vector<store::PublicKind>& kinds) {
  std::vector<base::CsvRow> rows(1);
  for (const std::string& column : domain::catalogue_columns()) rows.front().emplace_back(domain::field_label(column));
  for (const store::PublicKind& kind : kinds) {
    base::CsvRow row = domain::catalogue_cells(kind.row);
    for (std::size_t n = 0; n < row.size(); ++n) row[n] = domain::catalogue_shown(domain::catalogue_columns()[n], row[n]);
    rows.push_back(std::move(row));
  }
  rows.push_back({view::message_text({"", "CATALOGUE_NOTICE", notices_of(kinds)})});
  return rows;
}

std::string as_csv(const std::vector<base::CsvRow>& rows, bool gb) {
  using For = base::CsvWriter::For;
  base::CsvWriter csv(gb ? For::spreadsheet_without_mark : For::spreadsheet);
  for (const base::CsvRow& row : rows) csv.row(row);
  return gb ? base::Gb18030Writer().write(csv.text()) : csv.take();
}

void write_xlsx(const std::vector<base::CsvRow>& rows, const std::string& name, const std::string& file,
                const std::string& folder) {
  base::XlsxWriter xlsx(file, name, folder);
  xlsx.widths({10, 16, 10, 18, 22, 20, 24, 20, 40, 12, 12, 36, 30, 30, 12});
  xlsx.header(rows.front());
  for (std::size_t n = 1; n < rows.size(); ++n) xlsx.row(rows[n]);
  xlsx.close();
}

}  // namespace

AskedCatalogue read_catalogue(const web::Params& query, const std::vector<store::PublicKind>& all) {
  AskedCatalogue asked;
  asked.keyword = filter_text(query, "keyword", asked.errors);
  if (asked.errors.empty() && domain::query_words(asked.keyword).size() > domain::most_words)
    asked.errors.push_back({"keyword", "QUERY_WORDS", std::to_string(domain::most_words)});
  const std::string& item = query.get("item");
  const auto items = items_of(all);
  if (std::any_of(items.begin(), items.end(), [&](const view::Option& o) { return o.code == item; }))
    asked.item = base::number_or(item, 0);
  else if (!item.empty())
    asked.errors.push_back({"item", "NOT_A_CHOICE"});
  asked.use = filter_choice(query, "use", domain::uses(), asked.errors);
  asked.supervision = filter_choice(query, "supervision", domain::supervisions(), asked.errors);
  asked.mode = filter_choice(query, "mode", domain::modes(), asked.errors);
  return asked;
}

FoundKinds find_kinds(store::Db& db, const AskedCatalogue& asked, const std::vector<store::PublicKind>& all) {
  FoundKinds found;
  for (const store::PublicKind& kind : all)
    if (fits(kind.row, asked)) found.kinds.push_back(kind);
  const auto words = domain::query_words(asked.keyword);
  for (const std::string& word : words) {
    const store::KindSearch meant = store::search_kinds(db, word, store::Kinds::all);
    const auto is_meant = [&](const store::PublicKind& kind) {
      return std::find(meant.ids.begin(), meant.ids.end(), kind.id) != meant.ids.end() || says(kind.row, word);
    };
    if (meant.not_in_catalogue && std::none_of(all.begin(), all.end(), is_meant))
      found.outside.push_back(words.size() == 1 ? asked.keyword : word);  // as typed
    found.kinds.erase(std::remove_if(found.kinds.begin(), found.kinds.end(), [&](const auto& kind) { return !is_meant(kind); }),
                      found.kinds.end());
  }
  return found;
}

std::string notices_of(const std::vector<store::PublicKind>& kinds) {
  domain::CatalogueFile file;
  for (const store::PublicKind& kind : kinds) file.rows.push_back(kind.row);
  return file.notices();
}

web::Response catalogue(web::Context& ctx) {
  const auto all = store::public_kinds(ctx.db);
  return render_catalogue(ctx, read_catalogue(ctx.req.query, all), all);
}

web::Response kind(web::Context& ctx) {
  const auto all = store::public_kinds(ctx.db);
  const auto at = std::find_if(all.begin(), all.end(), [&](const store::PublicKind& k) { return k.id == ctx.id(); });
  if (at == all.end()) throw web::NotFound();
  const view::Page page = ctx.page("query/kind.tpl", {overview_crumb, list_crumb});
  page.layout().set("TITLE", at->row.name());
  const view::Dict content = page.content();
  add_ways(ctx, content, "catalogue");
  fill_kind(ctx, content, *at);
  add_notices(content, {*at});
  const auto names = store::everyday_names(ctx.db, at->row.kind_no);
  if (!names.empty()) {
    const view::Dict list = content.add("EVERYDAY");
    for (const std::string& name : names) list.add("NAME").set("WORD", name);
  }
  content.set("HREF_INSTITUTIONS", parts::address(ctx, "/query/institutions", {{"kind_id", std::to_string(at->id)}}));
  return ctx.render(page);
}

web::Response catalogue_file(web::Context& ctx) {
  const auto all = store::public_kinds(ctx.db);
  const AskedCatalogue asked = read_catalogue(ctx.req.query, all);
  if (!asked.errors.empty()) return render_catalogue(ctx, asked, all);
  const std::string& as = ctx.req.query.get("as");
  const auto rows = table_of(find_kinds(ctx.db, asked, all).kinds);
  const std::string day = ctx.today().compact();
  const std::string name(domain::word(domain::audit_subjects(), "catalogue"));
  const std::string plain = "catalogue-" + day, shown = name + "-" + day;
  if (as == "xlsx") {  // written where this process may write: the uploads are none of its business
    const std::string folder = std::filesystem::temp_directory_path();
    return web::download_xlsx(
        folder, [&](const std::string& file) { write_xlsx(rows, name, file, folder); }, plain, shown);
  }
  if (as == "csv") return web::download_csv(as_csv(rows, false), plain, shown);
  if (as == "gb18030") {  // warns first of characters that GBK programs would show wrongly
    base::BeyondGbk beyond;
    for (const base::CsvRow& row : rows)
      for (const std::string& cell : row) beyond.look_at(cell);
    if (beyond.count() > 0) return render_catalogue(ctx, asked, all, &beyond);
  }
  if (as == "gb18030" || as == "gb18030_anyway")
    return web::download(as_csv(rows, true), "text/csv; charset=gb18030", plain + ".csv", shown + ".csv");
  return ctx.redirect("/query/catalogue");
}

}  // namespace query
