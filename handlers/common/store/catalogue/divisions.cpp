// See divisions.h.
#include "store/catalogue/divisions.h"

#include "store/core/sql_text.h"

#include <soci/soci.h>

#include <algorithm>

namespace store {
namespace {

std::vector<Division> as_divisions(soci::rowset<soci::row>& rows) {  // code, name, leaf
  std::vector<Division> found;
  for (const soci::row& row : rows) {
    Division division;
    int leaf = 0;
    row >> division.code >> division.name >> leaf;
    division.leaf = leaf != 0;
    found.push_back(division);
  }
  return found;
}

}  // namespace

std::vector<Division> division_children(Db& db, const std::string& parent) {
  return db.run([&](soci::session& sql) {
    soci::rowset<soci::row> rows = (sql.prepare << R"sql(
                 select d.code, d.name, d.leaf::int
                 from public_divisions d
                 left join public_divisions g on g.code = d.parent_code
                 where d.selectable and coalesce(case when g.selectable then g.code
                   else g.parent_code end, '') = :parent and coalesce(d.valid_to >= current_date, true)
                 order by d.code
             )sql",
                                    soci::use(parent));
    return as_divisions(rows);
  });
}

DivisionPath division_path(Db& db, const std::vector<std::string>& chosen) {
  using domain::DivisionChoice;
  DivisionPath path;
  std::string parent;
  for (std::size_t level = 0; level < 3; ++level) {
    DivisionLevel here{division_children(db, parent), level < chosen.size() ? chosen[level] : ""};
    const auto at =
        std::find_if(here.options.begin(), here.options.end(), [&](const Division& d) { return d.code == here.chosen; });
    const bool known = at != here.options.end();
    if (!known) here.chosen.clear();
    path.levels.push_back(here);
    if (!known) break;
    path.code = parent = at->code;
    path.verdict = at->leaf ? DivisionChoice::ok : DivisionChoice::not_final;
    if (at->leaf) break;
  }
  const auto deepest = std::find_if(chosen.rbegin(), chosen.rend(), [](const std::string& code) { return !code.empty(); });
  path.cut = deepest != chosen.rend() && *deepest != path.code;
  return path;
}

std::vector<std::string> division_chain(Db& db, const std::string& code) {
  return db.run([&](soci::session& sql) {
    std::vector<std::string> chain;
    soci::rowset<std::string> rows = (sql.prepare << R"sql(
                 select a.code
                 from public_divisions d
                 join public_divisions a on a.code = any(d.ancestors) and a.selectable
                 where d.code = :code
                 order by array_position(d.ancestors, a.code)
             )sql",
                                      soci::use(code));
    for (const std::string& step : rows) chain.push_back(step);
    return chain;
  });
}

std::vector<Division> selectable_divisions(Db& db, const std::vector<std::string>& codes) {
  const std::string all = joined(codes);
  return db.run([&](soci::session& sql) {
    soci::rowset<soci::row> rows = (sql.prepare << R"sql(
            select code, path, leaf::int
            from public_divisions
            where code = any(string_to_array(:codes, ',')) and selectable and coalesce(valid_to >= current_date, true)
            order by code
        )sql",
                                    soci::use(all));
    return as_divisions(rows);
  });
}

std::string division_name(Db& db, const std::string& code) {
  return db.run([&](soci::session& sql) {
    std::string name = code;
    sql << "select path from public_divisions where code = :code", soci::use(code), soci::into(name);
    return name;
  });
}

}  // namespace store
