// See unencodable.h.
#include "parts/unencodable.h"

namespace parts {
namespace {

constexpr std::size_t most_characters = 30;

}  // namespace

void add_unencodable(const view::Dict& content, const base::BeyondGbk& beyond) {
  const view::Dict warning = content.add("BEYOND");
  warning.set_number("COUNT", beyond.count());
  warning.set_number("DIFFERENT", static_cast<long long>(beyond.characters().size()));
  std::size_t shown = 0;
  for (const auto& [character, times] : beyond.characters()) {
    if (shown++ == most_characters) break;
    const view::Dict entry = warning.add("CHARACTER");
    entry.set("TEXT", character);
    entry.set_number("TIMES", times);
  }
  warning.show_if(beyond.characters().size() > most_characters, "MORE");
}

}  // namespace parts
