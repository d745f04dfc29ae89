// The division choice of a form: fills the view from the store's answer.
#pragma once

#include "store/catalogue/divisions.h"
#include "view/form.h"
#include "web/request.h"

#include <vector>

namespace parts {

std::vector<view::Level> levels(const store::DivisionPath& path);

// The region of a filter as it stands in an address: a form's division_1 … division_3, or ?division=. cut: what was asked is no
// way down, or nothing that can be chosen.
store::DivisionPath asked_division(store::Db& db, const web::Params& query);

}  // namespace parts
