// A unit's history for its people and the reviewers: parts/history.tpl.
#pragma once

#include "store/organisations/reviews.h"
#include "view/page.h"

#include <vector>

namespace parts {

// with_names: who decided; for reviewers only.
void add_history(const view::Dict& dict, const std::vector<store::Review>& reviews, bool with_names);

}  // namespace parts
