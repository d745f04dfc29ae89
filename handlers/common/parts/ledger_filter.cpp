// See ledger_filter.h.
#include "parts/ledger_filter.h"

#include "base/number.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "store/catalogue/divisions.h"
#include "view/pager.h"
#include "web/params.h"

#include <algorithm>
#include <array>

namespace parts {
namespace {

constexpr std::array<int, 4> sizes = {10, 20, 50, 100};
constexpr int most_pages = 100000;
constexpr std::size_t longest_text = 100, most_ids = 1000;

// One of the codes, a number, or nothing.
std::string choice(const std::string& name, const std::string& typed) {
  const domain::Column* column = domain::ledger_column(name);
  if (column != nullptr && column->terms != nullptr) return domain::contains(column->terms(), typed) ? typed : "";
  return base::row_id(typed) ? typed : "";
}

std::string division_of(store::Db& db, const web::Params& query) {
  if (!query.has("division_1")) return query.get("division");
  return store::division_path(db, {query.get("division_1"), query.get("division_2"), query.get("division_3")}).code;
}

}  // namespace

store::LedgerFilter read_filter(store::Db& db, const web::Params& query) {
  store::LedgerFilter filter;
  if (store::is_ledger_tab(query.get("tab"))) filter.tab = query.get("tab");
  for (const std::string& column : store::ledger_texts()) {
    const std::string text = domain::trim(query.get(column));
    if (!text.empty() && domain::length(text) <= longest_text) filter.texts[column] = text;
  }
  for (const std::string& name : store::ledger_choices()) {
    const std::string code = choice(name, name == "division" ? division_of(db, query) : query.get(name));
    if (!code.empty()) filter.choices[name] = code;
  }
  filter.due_from = domain::Date::parse(query.get("due_from"));
  filter.due_to = domain::Date::parse(query.get("due_to"));
  for (const auto& [name, value] : query.all())
    if (name == "id" && !choice("id", value).empty() && filter.ids.size() < most_ids) filter.ids.push_back(std::stoll(value));
  const domain::Column* sort = domain::ledger_column(query.get("sort"));
  if (sort != nullptr) filter.sort = sort->code;
  filter.descending = sort != nullptr && query.get("desc") == "1";
  filter.size = base::number_or(query.get("size"), 20);
  if (std::find(sizes.begin(), sizes.end(), filter.size) == sizes.end()) filter.size = 20;
  filter.page = std::clamp(base::number_or(query.get("page"), 1), 1, most_pages);
  return filter;
}

web::Params filter_params(const store::LedgerFilter& filter) {
  web::Params query;
  if (filter.tab != "all") query.add("tab", filter.tab);
  for (const auto& [column, text] : filter.texts) query.add(column, text);
  for (const auto& [name, code] : filter.choices) query.add(name, code);
  if (filter.due_from) query.add("due_from", filter.due_from->iso());
  if (filter.due_to) query.add("due_to", filter.due_to->iso());
  for (const long long id : filter.ids) query.add("id", std::to_string(id));
  if (!filter.sort.empty()) query.add("sort", filter.sort);
  if (filter.descending) query.add("desc", "1");
  if (filter.size != 20) query.add("size", std::to_string(filter.size));
  if (filter.page > 1) query.add("page", std::to_string(filter.page));
  return query;
}

std::string filter_query(const store::LedgerFilter& filter) {
  web::Params query = filter_params(filter);
  if (!query.all().empty()) query.add("ie", "✓");
  return query_text(query);
}

std::string stored_query(const std::string& query) {
  const bool ours =
      !query.empty() && query[0] == '?' && query.size() <= 2000 &&
      query.find_first_not_of("?&=%._~-/0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 1) == std::string::npos;
  return ours ? query : "";
}

store::LedgerFilter read_stored_query(store::Db& db, const std::string& query) {
  const std::string ours = stored_query(query);
  return read_filter(db, ours.empty() ? web::Params() : web::parse_urlencoded(ours.substr(1)));
}

}  // namespace parts
