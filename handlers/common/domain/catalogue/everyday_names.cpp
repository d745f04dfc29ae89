// See everyday_names.h.
#include "domain/catalogue/everyday_names.h"

#include "base/lines.h"
#include "domain/values/text.h"

#include <algorithm>

namespace domain {
namespace {

constexpr std::size_t longest_name = 40, most_names = 500;
constexpr const char* field = "everyday_names";

}  // namespace

Checked<std::vector<std::string>> check_everyday_names(std::string_view typed) {
  Checked<std::vector<std::string>> checked;
  if (has_control(typed, true)) checked.errors.push_back({field, "CONTROL_CHARACTER"});
  if (!checked.ok()) return checked;
  const std::string text = base::unify_lines(typed);
  std::vector<std::string> folded;
  bool too_long = false;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string name = trim(half_width(std::string_view(text).substr(at, end - at)));
    at = end + 1;
    if (name.empty() || std::find(folded.begin(), folded.end(), lower(name)) != folded.end()) continue;
    folded.push_back(lower(name));
    too_long = too_long || length(name) > longest_name;
    checked.value.push_back(name);
    if (checked.value.size() > most_names) break;
  }
  if (too_long) checked.errors.push_back({field, "LINES_TOO_LONG", std::to_string(longest_name)});
  if (checked.ok() && checked.value.size() > most_names)
    checked.errors.push_back({field, "LINES_TOO_MANY", std::to_string(most_names)});
  return checked;
}

}  // namespace domain
