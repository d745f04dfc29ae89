// See division.h.
#include "parts/division.h"

namespace parts {

std::vector<view::Level> levels(const store::DivisionPath& path) {
  std::vector<view::Level> shown;
  for (const store::DivisionLevel& level : path.levels) {
    view::Level& l = shown.emplace_back();
    l.chosen = level.chosen;
    for (const store::Division& d : level.options) l.options.push_back({d.code, d.name});
  }
  return shown;
}

store::DivisionPath asked_division(store::Db& db, const web::Params& query) {
  if (query.has("division_1"))
    return store::division_path(db, {query.get("division_1"), query.get("division_2"), query.get("division_3")});
  const std::string& code = query.get("division");
  store::DivisionPath path =
      store::division_path(db, code.empty() ? std::vector<std::string>() : store::division_chain(db, code));
  path.cut = path.code != code;
  return path;
}

}  // namespace parts
