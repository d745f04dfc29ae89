// See chart.h.
#include "ledger/chart.h"

#include <algorithm>

namespace ledger {
namespace {

// The drawing's own units: as views/ledger/chart.tpl lays it out.
constexpr long long left = 50, width = 720, top = 16, height = 184;
constexpr int lines = 4;

std::string month_of(const std::string& name) { return name.substr(name.find('-') + 1); }

}  // namespace

long long round_scale(long long highest) {
  for (long long step = 1;; step *= 10)
    for (const long long factor : {1, 2, 5})
      if (lines * step * factor >= highest) return lines * step * factor;
}

void add_chart(const view::Dict& dict, const std::vector<Bar>& bars) {
  long long highest = 0;
  for (const Bar& bar : bars) highest = std::max(highest, bar.lower + bar.upper);
  const long long scale = round_scale(highest);
  const view::Dict chart = dict.include("CHART", "ledger/chart.tpl");
  for (int n = 0; n <= lines; ++n) {
    const view::Dict line = chart.add("LINE");
    line.set_number("Y", top + height - height * n / lines);
    line.set_number("TEXT_Y", top + height - height * n / lines + 4);
    line.set_number("VALUE", scale * n / lines);
  }
  const long long step = width / static_cast<long long>(std::max<std::size_t>(1, bars.size()));
  for (std::size_t n = 0; n < bars.size(); ++n) {
    const Bar& bar = bars[n];
    const long long lower = height * bar.lower / scale, upper = height * (bar.lower + bar.upper) / scale - lower;
    const view::Dict shown = chart.add("BAR");
    const long long x = left + step * static_cast<long long>(n) + step / 6;
    shown.set("NAME", bar.name);
    shown.set("MONTH", month_of(bar.name));
    shown.set_number("X", x);
    shown.set_number("WIDTH", step * 2 / 3);
    shown.set_number("MIDDLE", x + step / 3);
    shown.set_number("LOWER_Y", top + height - lower);
    shown.set_number("LOWER", lower);
    shown.set_number("UPPER_Y", top + height - lower - upper);
    shown.set_number("UPPER", upper);
    if (bar.lower + bar.upper == 0) continue;
    const view::Dict value = shown.add("VALUE_ABOVE");
    value.set_number("TOTAL", bar.lower + bar.upper);
    value.set_number("VALUE_Y", top + height - lower - upper - 4);
  }
}

}  // namespace ledger
