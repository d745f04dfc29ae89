// See search.h.
#include "query/search.h"

#include "domain/values/text.h"
#include "parts/division.h"
#include "parts/kinds.h"
#include "query/parts.h"

#include <algorithm>

namespace query {
namespace {

using domain::QueryWay;

constexpr std::pair<const char*, std::string domain::QueryDetails::*> detail_fields[] = {
    {"unit_name", &domain::QueryDetails::unit_name},
    {"unit_code", &domain::QueryDetails::unit_code},
    {"name", &domain::QueryDetails::name},
    {"manufacturer", &domain::QueryDetails::manufacturer},
    {"serial_number", &domain::QueryDetails::serial_number},
    {"certificate_number", &domain::QueryDetails::certificate_number},
    {"sub_number", &domain::QueryDetails::sub_number}};

void read_region(Search& search, const web::Context& ctx) {
  const web::Params& query = ctx.req.query;
  search.region = parts::asked_division(ctx.db, query);
  search.filter.division = search.region.code;
  if (search.region.cut) search.errors.push_back({"division_1", query.has("division_1") ? "DIVISION_MISMATCH" : "NOT_A_CHOICE"});
}

void read_kind(Search& search, const web::Context& ctx) {
  search.kinds = store::ledger_kinds(ctx.db);
  const std::string& asked = ctx.req.query.get("kind");
  if (asked.empty()) return;
  const long long id = parts::kind_id_of(asked);
  if (std::any_of(search.kinds.begin(), search.kinds.end(), [&](const store::CatalogueKind& k) { return k.kind.id == id; })) {
    search.filter.kind_id = id;
    search.kind = std::to_string(id);
  } else {
    search.errors.push_back({"kind", "NOT_A_CHOICE"});
  }
}

void read_box(Search& search, const web::Params& query) {
  const domain::ReadQuery read = domain::read_query(search.typed);
  search.text = read.query;
  search.ways = domain::query_ways(read.query);
  const bool narrowed = search.filter.finds();
  for (const domain::Error& error : read.errors)
    if (!narrowed || (error.code != "QUERY_EMPTY" && error.code != "QUERY_WORD_SHORT")) search.errors.push_back(error);
  for (const QueryWay way : domain::query_ways(read.query)) {
    if (query.get("as") != domain::code_of(way)) continue;
    search.ways = {way};
    search.chosen_way = true;
  }
  const auto long_enough = [](const std::string& word) { return domain::length(word) >= 2; };
  const bool only_words = search.ways.size() == 1 && search.ways.front() == QueryWay::words;
  if (search.errors.empty() && only_words && !narrowed &&
      std::none_of(search.text.words.begin(), search.text.words.end(), long_enough))
    search.errors.push_back({"q", "QUERY_WORD_SHORT"});
}

void read_details(Search& search) {
  const auto checked = domain::check_details(search.details);
  search.errors.insert(search.errors.end(), checked.errors.begin(), checked.errors.end());
  store::PublicQuery& filter = search.filter;
  filter.unit_name = checked.value.unit_name;
  filter.unit_code = checked.value.unit_code;
  filter.name = checked.value.name;
  filter.manufacturer = checked.value.manufacturer;
  filter.serial_number = checked.value.serial_number;
  filter.certificate_number = checked.value.certificate_number;
  filter.sub_number = checked.value.sub_number;
  if (!search.errors.empty() || filter.finds()) return;
  for (const char* name : {"unit_name", "name", "manufacturer"})
    for (const auto& [field, member] : detail_fields)
      if (std::string_view(field) == name && !(checked.value.*member).empty())
        search.errors.push_back({name, "QUERY_WORD_SHORT"});
  if (search.errors.empty()) search.errors.push_back({"unit_name", "QUERY_EMPTY"});
}

void add_way(store::PublicQuery& query, const Search& search, QueryWay way) {
  if (way == QueryWay::unit_code) query.unit_code = search.text.unit_code;
  if (way == QueryWay::number) query.number = search.text.number;
  if (way == QueryWay::words) query.words = search.text.words;
}

}  // namespace

bool is_asked(const web::Params& query) {
  return std::any_of(query.all().begin(), query.all().end(),
                     [](const auto& pair) { return pair.first != "ie" && pair.first != "form"; });
}

Search read_search(const web::Context& ctx) {
  const web::Params& query = ctx.req.query;
  Search search;
  search.typed = query.get("q");
  search.detailed = query.get("form") == "detailed";
  for (const auto& [name, member] : detail_fields) {
    search.details.*member = query.get(name);
    search.detailed = search.detailed || !query.get(name).empty();
  }
  read_region(search, ctx);
  read_kind(search, ctx);
  search.filter.standing = search.standing = filter_choice(query, "standing", domain::public_standings(), search.errors);
  search.order = filter_choice(query, "sort", domain::public_orders(), search.errors);
  search.filter.by_date = search.order == "due";
  if (search.detailed)
    read_details(search);
  else
    read_box(search, query);
  return search;
}

Found find(store::Db& db, const Search& search, domain::Date today) {
  Found found;
  if (search.detailed || search.text.words.empty()) {
    found.list = store::search_public(db, search.filter, today);
    return found;
  }
  for (const QueryWay way : search.ways) {
    store::PublicQuery query = search.filter;
    add_way(query, search, way);
    if (!query.finds()) continue;
    found.way = way;
    found.list = store::search_public(db, query, today);
    if (found.list.too_broad || found.list.matched > 0) break;
  }
  return found;
}

parts::Values values_of(const Search& search, std::optional<QueryWay> way) {
  parts::Values values;
  if (search.detailed) {
    values.emplace_back("form", "detailed");
    for (const auto& [name, member] : detail_fields) values.emplace_back(name, domain::trim(search.details.*member));
  } else {
    values.emplace_back("q", domain::trim(search.typed));
    values.emplace_back("as", way ? domain::code_of(*way) : "");
  }
  values.emplace_back("division", search.region.code);
  values.emplace_back("kind", search.kind);
  values.emplace_back("standing", search.standing);
  values.emplace_back("sort", search.order == "due" ? "due" : "");
  return values;
}

}  // namespace query
