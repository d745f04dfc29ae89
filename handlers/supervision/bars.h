// Horizontal bars as SVG made on the server (views/supervision/bars.tpl): a name, two values one behind the other, and their
// sum. Any browser shows it without script; the same numbers stand in a table beside it.
#pragma once

#include "view/page.h"

#include <string>
#include <vector>

namespace supervision {

struct Bar {
  std::string name;
  long long first = 0, second = 0;
};

std::string cut_name(const std::string& name);  // as long as there is room for, with … behind it
// The include CHART; of: the section that names it (KINDS, USES, REGIONS, DUE, RESULTS). The first 20 are drawn.
void add_bars(const view::Dict& dict, const char* of, const std::vector<Bar>& bars);

}  // namespace supervision
