// See kinds.h.
#include "parts/kinds.h"

#include "base/number.h"
#include "domain/values/text.h"

#include <algorithm>

namespace parts {
namespace {

constexpr std::size_t longest_word = 100;

}  // namespace

std::vector<view::OptionGroup> kind_groups(const std::vector<store::CatalogueKind>& kinds, const std::vector<long long>& only) {
  std::vector<view::OptionGroup> groups;
  int item = 0;
  for (const store::CatalogueKind& entry : kinds) {
    if (!only.empty() && std::find(only.begin(), only.end(), entry.kind.id) == only.end()) continue;
    if (groups.empty() || item != entry.item_no) groups.push_back({entry.item_name, {}});
    item = entry.item_no;
    groups.back().options.push_back({std::to_string(entry.kind.id), entry.kind.name});
  }
  return groups;
}

long long kind_id_of(const std::string& typed) { return base::row_id(typed).value_or(0); }

std::vector<long long> search_kinds(const web::Context& ctx, const std::string& typed, std::string& kind_id,
                                    std::vector<domain::Error>& errors) {
  const std::string word = domain::trim(typed);
  if (word.empty() || domain::length(word) > longest_word) return {};
  const store::KindSearch found = store::search_kinds(ctx.db, word);
  if (found.ids.empty()) {
    errors.push_back({"kind_query", found.not_in_catalogue ? "KIND_NOT_IN_CATALOGUE" : "KIND_NOT_FOUND", word});
    return {};
  }
  const auto chosen = std::find(found.ids.begin(), found.ids.end(), kind_id_of(kind_id));
  if (chosen == found.ids.end()) kind_id = found.ids.size() == 1 ? std::to_string(found.ids.front()) : "";
  return found.ids;
}

void add_kind_fields(view::Form& form, const std::vector<store::CatalogueKind>& kinds, const std::vector<long long>& only,
                     const std::string& word, const std::string& kind_id, const view::Field& field) {
  form.text("kind_query", word);
  form.grouped_select("kind_id", kind_id, kind_groups(kinds, only), field);
}

}  // namespace parts
