// The choice of a catalogue kind in a form: grouped by item, narrowed by everyday names (按俗名查找). Fields kind_query, kind_id
// and the button op_find_kind.
#pragma once

#include "domain/values/error.h"
#include "store/catalogue/catalogue.h"
#include "view/form.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace parts {

long long kind_id_of(const std::string& typed);  // 0 when it is no number

// What the word may mean; nothing for an empty one. A single find becomes the chosen kind. Nothing found: KIND_NOT_FOUND or
// KIND_NOT_IN_CATALOGUE on kind_query.
std::vector<long long> search_kinds(const web::Context& ctx, const std::string& word, std::string& kind_id,
                                    std::vector<domain::Error>& errors);

// Kinds under their items; only: these, or all when empty.
std::vector<view::OptionGroup> kind_groups(const std::vector<store::CatalogueKind>& kinds, const std::vector<long long>& only);

// The two fields, kinds under their items; after a search only those found. field: how they behave, of a filter not required.
void add_kind_fields(view::Form& form, const std::vector<store::CatalogueKind>& kinds, const std::vector<long long>& only,
                     const std::string& word, const std::string& kind_id, const view::Field& field = view::required());

}  // namespace parts
