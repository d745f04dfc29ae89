// A unit's history as its people and the reviewers see it: parts/history.tpl.
#pragma once

#include "store/reviews.h"
#include "view/page.h"

#include <vector>

namespace web {

// with_names: who decided; for reviewers only.
void add_history(const view::Dict& dict, const std::vector<store::Review>& reviews, bool with_names);

}  // namespace web
