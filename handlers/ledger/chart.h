// Columns as SVG made on the server (views/ledger/chart.tpl): two values a column, one upon the other, with a scale of round
// numbers. IE10 shows it without script; the same numbers stand in a table beside it.
#pragma once

#include "view/page.h"

#include <string>
#include <vector>

namespace ledger {

struct Bar {
  std::string name;
  long long lower = 0, upper = 0;
};

long long round_scale(long long highest);  // the least of 4, 8, 20, 40, 80, 200 … that is not below it
void add_chart(const view::Dict& dict, const std::vector<Bar>& bars);  // the include CHART

}  // namespace ledger
