// See bars.h.
#include "supervision/bars.h"

#include "base/utf8.h"
#include "domain/values/text.h"

#include <algorithm>

namespace supervision {
namespace {

// The drawing's own units: as views/supervision/bars.tpl lays it out.
constexpr long long left = 190, width = 470, row_height = 26, bar_height = 16;
constexpr std::size_t most_bars = 20, longest_name = 13;

}  // namespace

std::string cut_name(const std::string& name) {
  if (domain::length(name) <= longest_name) return name;
  return std::string(base::utf8::first(name, longest_name - 1)) + "…";
}

void add_bars(const view::Dict& dict, const char* of, const std::vector<Bar>& bars) {
  const std::size_t shown = std::min(bars.size(), most_bars);
  long long highest = 1;
  for (std::size_t n = 0; n < shown; ++n) highest = std::max(highest, bars[n].first + bars[n].second);
  const view::Dict chart = dict.include("CHART", "supervision/bars.tpl");
  chart.show(of);
  chart.set("ID", of);
  chart.set_number("HEIGHT", row_height * static_cast<long long>(shown) + 8);
  for (std::size_t n = 0; n < shown; ++n) {
    const Bar& bar = bars[n];
    const long long y = 4 + row_height * static_cast<long long>(n), first = width * bar.first / highest,
                    both = width * (bar.first + bar.second) / highest;
    const view::Dict row = chart.add("BAR");
    row.set("NAME", cut_name(bar.name));
    row.set_number("Y", y);
    row.set_number("TEXT_Y", y + bar_height - 4);
    row.set_number("FIRST", first);
    row.set_number("SECOND_X", left + first);
    row.set_number("SECOND", both - first);
    row.set_number("VALUE_X", left + both + 6);
    row.set_number("VALUE", bar.first + bar.second);
  }
}

}  // namespace supervision
