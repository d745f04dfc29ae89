// Shared by the pages of supervision: the scope, addresses in it, the frame above each page (views/supervision/frame.tpl),
// lists of instruments.
#pragma once

#include "parts/address.h"
#include "store/catalogue/catalogue.h"
#include "store/supervision/supervision.h"

#include <string>
#include <vector>

namespace supervision {

using parts::address;
using parts::Values;

inline const web::Crumb overview_crumb{"supervision/overview.tpl", "/supervision"};

// The part of the department's field that ?division= names. NotFound when it is not the department's.
store::Scope asked_scope(web::Context& ctx);
store::Scope whole_scope(web::Context& ctx);

std::string region_address(const web::Context& ctx, const std::string& code);

// The include FRAME: the tabs, with `tab` the current one, and the way from the department's own regions down to this one.
void add_frame(web::Context& ctx, const view::Dict& content, const store::Scope& scope, const std::string& tab);
// REGION options of a filter: all, the way here, what is below.
void add_region_choice(web::Context& ctx, const view::Dict& form, const store::Scope& scope);
// OPTION groups of kinds under items, and uses.
void add_kind_choice(const view::Dict& form, const std::vector<store::CatalogueKind>& kinds, long long chosen);
void add_choice(const view::Dict& form, const view::Name& section, const domain::Terms& terms, const std::string& chosen);

// The include TABLE (views/supervision/table.tpl).
void add_table(web::Context& ctx, const view::Dict& content, const std::vector<store::SupervisedRow>& rows);

// due.unit.id, as a list's address carries where it goes on. Nothing when it is damaged: the list begins anew.
std::string key_text(const store::ListKey& key);
std::optional<store::ListKey> read_key(const std::string& text);

// FIRST and NEXT of a list that goes on by key.
void add_more(const web::Context& ctx, const view::Dict& dict, const std::string& path, Values values, bool begun,
              const std::string& next);

void set_rate(const view::Dict& dict, const view::Name& name, const domain::Rate& rate);

}  // namespace supervision
