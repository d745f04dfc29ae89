// Page numbers: parts/pager.tpl under a list, and its arithmetic.
#pragma once

#include "base/number.h"
#include "view/page.h"

#include <functional>
#include <string>

namespace view {

int page_count(long long rows, int size);  // at least 1
// Adds the include PAGER. href: the complete address of page n.
void add_pager(const Dict& dict, long long rows, int size, int page, const std::function<std::string(int)>& href);

}  // namespace view
