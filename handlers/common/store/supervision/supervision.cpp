// See supervision.h: the fence, units, and one instrument.
#include "store/supervision/supervision.h"

#include "store/core/sql_text.h"
#include "store/supervision/supervision_sql.h"

#include <soci/soci.h>

namespace store {
namespace {

std::vector<Region> regions(soci::session& sql, const std::string& where, const std::string& value) {
  std::vector<Region> found;
  each_row(
      sql,
      R"sql(
          with asked as (select :value::text as value)
          select d.code, d.name, d.path, d.leaf::int, (
            select count(*)
            from unnest(d.ancestors) u(code)
            join divisions a on a.code = u.code
            where a.selectable or a.leaf
          )::int
          from asked, divisions d
          where
      )sql" +
          where + " order by cardinality(d.ancestors), d.code",
      [&](const soci::row& row) {
        Region& r = found.emplace_back();
        int leaf = 0;
        row >> r.code >> r.name >> r.path >> leaf >> r.depth;
        r.leaf = leaf != 0;
      },
      value);
  return found;
}

const char* const listed = "d.code = any(string_to_array(asked.value, ','))";
// Those right below, grouping rows passed over.
const char* const below =
    R"sql(
        (d.selectable or d.leaf) and d.code <> asked.value and (d.parent_code = asked.value or exists (
          select
          from divisions g
          where g.code = d.parent_code and g.parent_code = asked.value and not g.selectable and not g.leaf
        ))
    )sql";

std::string joined_codes(const std::vector<Region>& of) {
  std::vector<std::string> codes;
  for (const Region& r : of) codes.push_back(r.code);
  return joined(codes);
}

std::string one_text(soci::session& sql, const std::string& query, const std::string& value) {
  std::string text;
  each_row(
      sql, query, [&](const soci::row& row) { row >> text; }, value);
  return text;
}

// Roots without those that lie in another one.
std::string own_regions(soci::session& sql, long long department_id) {
  const std::string id = std::to_string(department_id);
  return one_text(sql,
                  R"sql(
          with listed as (
            select d.code, d.ancestors
            from department_divisions r
            join divisions d on d.code = r.division_code
            where r.department_id = :id::bigint
          )
          select coalesce(string_agg(l.code, ','), '')
          from listed l
          where not exists (
            select
            from listed o
            where o.code <> l.code and o.code = any(l.ancestors)
          )
      )sql",
                  id);
}

SupervisedUnit read_unit(const soci::row& row) {
  SupervisedUnit u;
  row >> u.id >> u.name >> u.unit_code >> u.unit_type >> u.division_path >> u.state >> u.contact >> u.phone;
  return u;
}

const std::string unit_columns = "u.id, u.name, u.unit_code, u.unit_type, coalesce(v.path, ''), u.state, u.contact, u.phone ";

}  // namespace

std::optional<Scope> supervised(Db& db, long long department_id, const std::string& chosen) {
  return db.run([&](soci::session& sql) -> std::optional<Scope> {
    Scope scope;
    scope.chosen_ = chosen;
    const std::string own = own_regions(sql, department_id), id = std::to_string(department_id);
    if (chosen.empty() || chosen == assigned_code) {
      scope.units_ = one_text(sql,
                              R"sql(
                                  select coalesce(string_agg(unit_id::text, ',' order by unit_id), '')
                                  from department_units
                                  where department_id = :id::bigint
                              )sql",
                              id);
      if (!chosen.empty()) return scope.units_.empty() ? std::nullopt : std::optional<Scope>(scope);
      scope.roots_ = regions(sql, listed, own);
    } else {
      scope.roots_ = regions(sql, "d.code = asked.value and (d.selectable or d.leaf)", chosen);
      if (scope.roots_.empty()) return {};
      const std::string chain = one_text(sql, "select array_to_string(ancestors, ',') from divisions where code = :code", chosen);
      const auto within = regions(sql, std::string(listed) + " and (d.selectable or d.leaf)", chain);
      bool inside = false;
      for (const Region& r : within) {
        inside = inside || ("," + own + ",").find("," + r.code + ",") != std::string::npos;
        if (inside) scope.chain_.push_back(r);
      }
      if (!inside) return {};
    }
    const std::string roots = joined_codes(scope.roots_);
    scope.codes_ = one_text(sql,
                            R"sql(
                                select coalesce(string_agg(code, ','), '')
                                from divisions
                                where ancestors && string_to_array(:roots, ',')
                            )sql",
                            roots);
    scope.parts_ = scope.roots_;
    if (scope.roots_.size() == 1 && !scope.roots_.front().leaf) scope.parts_ = regions(sql, below, scope.roots_.front().code);
    scope.country_ = one_text(sql,
                              R"sql(
                                  select (not exists (
                                    select
                                    from divisions
                                    where parent_code is null and selectable
                                      and code <> all(string_to_array(:roots, ','))
                                  ))::int::text
                              )sql",
                              roots) == "1";
    return scope;
  });
}

UnitList supervised_units(Db& db, const Scope& scope, const std::string& text, long long after, int size, domain::Date today) {
  UnitList found = db.run([&](soci::session& sql) {
    UnitList list;
    const MatchedUnits matched = text.empty() ? MatchedUnits{} : matched_units(sql, scope, text);
    list.capped = matched.capped;
    const int limit = size + 1;
    // Those of a text are found first, then fenced. Without one they are read off the regions' index, a page's worth of each.
    const std::string ids =
        scope.whole_country() && text.empty() ? "select u.id from supervised_units u where u.id > " + std::to_string(after) +
                                                    " order by u.id limit " + std::to_string(limit)
        : text.empty() ? R"sql(
                select x.id
                from asked a
                cross join lateral unnest(a.codes) as c(code)
                cross join lateral (
                  select u.id
                  from supervised_units u
                  where u.division_code = c.code and u.id > a.after
                  order by u.id limit a.size
                ) x
                union
                select u.id
                from asked a, supervised_units u
                where u.id = any(a.units) and u.id > a.after
            )sql"
                       : "select u.id from asked a cross join lateral unnest('{" + matched.ids +
                             "}'::bigint[]) as m(id) join supervised_units u on u.id = m.id where u.id > a.after and "
                             "(u.division_code = any(a.codes) or u.id = any(a.units))";
    each_row(
        sql,
        "with asked as materialized (select string_to_array(:codes, ',') as codes, string_to_array(:units, ',')::bigint[] as "
        "units, :after::bigint as after, :size::int as size), "
        "found as materialized (select f.id from (" +
            ids + ") f order by f.id limit (select size from asked)) select " + unit_columns +
            R"sql(
                from found
                join supervised_units u on u.id = found.id
                left join divisions v on v.code = u.division_code
                order by u.id
            )sql",
        [&](const soci::row& row) { list.rows.push_back(read_unit(row)); }, scope.codes(), scope.units(), after, limit);
    if (static_cast<int>(list.rows.size()) > size) {
      list.rows.pop_back();
      list.next = list.rows.back().id;
    }
    return list;
  });
  tally_units(db, scope, found.rows, today);
  return found;
}

std::optional<SupervisedUnit> supervised_unit(Db& db, const Scope& scope, long long id, domain::Date today) {
  std::vector<SupervisedUnit> found =
      db.run([&](soci::session& sql) {
        std::vector<SupervisedUnit> units;
        each_row(
            sql,
            R"sql(
            with asked as materialized (
              select string_to_array(:codes, ',') as codes, string_to_array(:units, ',')::bigint[] as units,
                :id::bigint as id
            )
            select
        )sql" + unit_columns +
                R"sql(
                from asked a
                join supervised_units u on u.id = a.id
                left join divisions v on v.code = u.division_code
                where u.division_code = any(a.codes) or u.id = any(a.units) or exists (
                  select
                  from instruments i
                  where i.unit_id = a.id and i.division_code = any(a.codes)
                )
            )sql",
            [&](const soci::row& row) { units.push_back(read_unit(row)); }, scope.codes(), scope.units(), id);
        return units;
      });
  if (found.empty()) return {};
  tally_units(db, scope, found, today);
  return found.front();
}

std::vector<Record> supervised_records(Db& db, const SupervisedRow& shown) {
  return db.run([&](soci::session& sql) {
    std::vector<Record> records;
    each_row(
        sql,
        R"sql(
            select c.id, c.result, c.verified_on::text, coalesce(c.valid_until::text, ''), c.number,
              c.institution_name
            from certificates c
            where c.unit_id = :unit and c.instrument_id = :instrument
            order by c.verified_on desc, c.id desc limit 200
        )sql",
        [&](const soci::row& row) {
          Record& r = records.emplace_back();
          std::string verified_on, valid_until;
          row >> r.id >> r.result >> verified_on >> valid_until >> r.number >> r.institution_name;
          r.verified_on = domain::Date::from_iso(verified_on).value_or(domain::Date());
          r.valid_until = domain::Date::from_iso(valid_until);
        },
        shown.unit_id, shown.instrument.id);
    return records;
  });
}

std::vector<SupervisedResult> supervised_results(Db& db, const SupervisedRow& shown) {
  return db.run([&](soci::session& sql) {
    std::vector<SupervisedResult> results;
    each_row(
        sql,
        R"sql(
            select r.version_no, r.passed, r.failed, r.current::int, r.mark, r.number, r.notice_number, r.seal_number,
              r.verified_on::text, coalesce(r.valid_until::text, ''), n.name,
        )sql" +
            shown_time("r.recorded_at") +
            R"sql(, r.reason
                from results r
                join institutions n on n.id = r.institution_id
                where r.unit_id = :unit and r.instrument_id = :instrument
                order by r.id desc limit 200
            )sql",
        [&](const soci::row& row) {
          SupervisedResult& r = results.emplace_back();
          int current = 0;
          row >> r.version_no >> r.passed >> r.failed >> current >> r.mark >> r.number >> r.notice_number >> r.seal_number >>
              r.verified_on >> r.valid_until >> r.institution >> r.recorded_at >> r.reason;
          r.current = current != 0;
        },
        shown.unit_id, shown.instrument.id);
    return results;
  });
}

}  // namespace store
