// See division.h.
#include "web/division.h"

namespace web {

std::vector<view::Level> levels(const store::DivisionPath& path) {
  std::vector<view::Level> shown;
  for (const store::DivisionLevel& level : path.levels) {
    view::Level& l = shown.emplace_back();
    l.chosen = level.chosen;
    for (const store::Division& d : level.options) l.options.push_back({d.code, d.name});
  }
  return shown;
}

}  // namespace web
