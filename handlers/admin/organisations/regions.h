// A list of divisions in a form, without script: 选择下级, 加入, and 删除 beside each. A region of any level includes all below
// it. Fields region (once for each of the list), division_1 to division_3, buttons op_division, op_add_region, op_remove_CODE.
#pragma once

#include "domain/values/error.h"
#include "store/catalogue/divisions.h"
#include "view/form.h"
#include "web/context.h"

#include <string>
#include <vector>

namespace admin {

struct Regions {
  std::vector<std::string> codes;  // the list
  store::DivisionPath chosen;      // in the selects
};

Regions regions_of(const web::Context& ctx, const std::vector<store::Division>& divisions);
// What the list's regions are called, in its order.
std::vector<store::Division> named(const web::Context& ctx, const Regions& regions);
bool changes_regions(const web::Context& ctx);  // one of the three buttons was pressed
// With the button's work done. An error when there was nothing to add, or what was posted is no division that can be chosen;
// on saving also when something was chosen but not added.
Regions read_regions(const web::Context& ctx, std::vector<domain::Error>& errors);
// The include REGIONS of `content`, and the field F_DIVISION of the form. label_of: served_division, supervised_division.
void fill_regions(const view::Dict& content, view::Form& form, const char* label_of, const Regions& regions,
                  const std::vector<store::Division>& names);

}  // namespace admin
