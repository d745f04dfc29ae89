// Measuring ranges and accuracies as people write them, parsed to numbers where that is certain: （0.1～30）kg, -20~50℃, ≤30kg;
// 0.5级, ±1.0%, Ⅲ. Anything uncertain stays unparsed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace domain {

struct Range {
  std::optional<double> from, to;  // without an end when it has none: ≤30kg
  std::string unit;                // of those that differ by a factor only the common one: 30kg is 30000 g
};
// A single value is a range only as an instrument's own ("30kg" of a weight); an authorisation that says "30kg" is not clear.
std::optional<Range> read_range(std::string_view text, bool single_value);

struct Accuracy {
  double number = 0;  // smaller is stricter
  std::string unit;   // 级 (also when nothing stands there), %, 等, Ⅰ for classes in Roman numerals
};
std::optional<Accuracy> read_accuracy(std::string_view text);

}  // namespace domain
