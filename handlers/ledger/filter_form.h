// The filter above the ledger: its fields with their values (views/ledger/filter.tpl), and the filter in words for prints,
// exports and confirmations.
#pragma once

#include "store/catalogue/catalogue.h"
#include "store/ledger/ledger.h"
#include "view/page.h"
#include "web/context.h"

#include <vector>

namespace ledger {

// Adds the include FILTER. more: the rarer fields are shown too; they are, when one of them is in use.
void add_filter_form(web::Context& ctx, const view::Page& page, const view::Dict& dict, const store::LedgerFilter& filter,
                     const std::vector<store::CatalogueKind>& kinds, bool more);

// Repeats the section WORDS (LABEL, VALUE): the tab and each condition as people say it.
void add_filter_words(web::Context& ctx, const view::Dict& dict, const store::LedgerFilter& filter,
                      const std::vector<store::CatalogueKind>& kinds);
void add_filter_words(web::Context& ctx, const view::Dict& dict, const store::LedgerFilter& filter);

}  // namespace ledger
