// See statistics.h.
#include "store/supervision/statistics.h"

#include "store/core/sql_text.h"
#include "store/supervision/supervision_sql.h"

#include <soci/soci.h>

#include <algorithm>

namespace store {
namespace {

using domain::Date;

constexpr int folded_depth = 2, folded_kinds_depth = 1;

// Which regions are read from the counts, and which from the instruments: each of their divisions with the region it belongs to.
struct Source {
  std::string folded, direct, units;  // codes, joined
};
Source source_of(const Scope& scope, const std::vector<Region>& regions, int depth) {
  std::vector<std::string> folded, direct;
  for (const Region& r : regions) (r.depth <= depth ? folded : direct).push_back(r.code);
  return {joined(folded), joined(direct), scope.units()};
}

std::string month_literal(Date day) { return literal(day.plus_days(1 - day.day())); }

// past, soon and total of the folded counts, as class_columns() gives them of instruments.
std::string cell_columns(Date today) {
  const Date end = today.plus_days(domain::soon_days);
  const std::string now = month_literal(today), last = month_literal(end), day = std::to_string(today.day());
  return "c.class, coalesce(sum(case when c.month < " + now + " then c.total when c.month = " + now +
         " then statistics_between(c.days, 1, " + std::to_string(today.day() - 1) + ") else 0 end), 0)::bigint as past, " +
         "coalesce(sum(case when c.month between " + now + " and " + last +
         " then statistics_between(c.days, case when c.month = " + now + " then " + day +
         " else 1 end, case when c.month = " + last + " then " + std::to_string(end.day()) +
         " else 31 end) else 0 end), 0)::bigint as soon, sum(c.total)::bigint as total ";
}

const std::string asked =
    R"sql(
        with asked as materialized (
          select string_to_array(:folded, ',') as folded, string_to_array(:direct, ',') as direct,
            string_to_array(:units, ',')::bigint[] as units, string_to_array(:codes, ',') as codes
        ),
    )sql"
    // Divisions read from the instruments, each with its region.
    R"sql(
        places as materialized (
          select d.code, r.code as region
          from asked a
          cross join lateral unnest(a.direct) as r(code)
          join divisions d on r.code = any(d.ancestors)
        )
    )sql";
// Division by division, unit by unit, however many the database expects: `offset 0` prevents it from reading all instruments at
// once.
const std::string counted =
    R"sql(
        (
          select i.division_code, i.kind_id, i.use, i.state, i.mode, i.last_result, i.valid_until, i.quantity,
            i.sort_due
          from instruments i
          where
    )sql";
const std::string of_places = "from places p cross join lateral " + counted + "i.division_code = p.code offset 0) i ";
const std::string of_units = "from unnest((select units from asked)) as w(id) cross join lateral " + counted +
                             "i.unit_id = w.id offset 0) i where i.division_code not in (select unnest(codes) from asked) ";

domain::ClassCount read_count(const soci::row& row, std::size_t at) {
  domain::ClassCount count;
  count.name = row.get<std::string>(at);
  count.past = row.get<long long>(at + 1);
  count.soon = row.get<long long>(at + 2);
  count.total = row.get<long long>(at + 3);
  return count;
}

// The whole country is one row of the counts; else its roots.
std::vector<Region> summed(const Scope& scope) {
  if (scope.whole_country()) return {Region{}};
  return scope.roots();
}

// string_to_array('', ',') is empty: the country's own code '' needs another way in.
std::string folded_condition(const Scope& scope) {
  return scope.whole_country() ? "c.region = '' " : "c.region = any((select folded from asked)::text[]) ";
}

}  // namespace

std::vector<PartTally> tally_parts(Db& db, const Scope& scope, Date today) {
  std::vector<PartTally> parts;
  for (const Region& r : scope.parts()) parts.push_back({r, {}});
  if (!scope.units().empty()) {
    parts.emplace_back();
    parts.back().region.code = assigned_code;
  }
  const Source source = source_of(scope, scope.parts(), folded_depth);
  db.run([&](soci::session& sql) {
    each_row(
        sql,
        asked + "select c.region, " + cell_columns(today) +
            R"sql(
                from statistics_cells c
                where c.kind_id = 0 and c.use = '' and c.region = any((select folded from asked)::text[])
                group by 1, 2
                union all
                select p.region,
            )sql" +
            class_columns(today) + of_places + "group by 1, 2 union all select '" + assigned_code + "', " + class_columns(today) +
            of_units + "group by 1, 2",
        [&](const soci::row& row) {
          const std::string code = row.get<std::string>(0);
          for (PartTally& part : parts)
            if (part.region.code == code) part.tally.add(read_count(row, 1));
        },
        source.folded, source.direct, source.units, scope.codes());
  });
  return parts;
}

std::vector<KindTally> tally_kinds(Db& db, const Scope& scope, Date today) {
  const Source source = source_of(scope, summed(scope), folded_kinds_depth);
  std::vector<KindTally> kinds;
  db.run([&](soci::session& sql) {
    each_row(
        sql,
        asked + "select c.kind_id, c.use, " + cell_columns(today) + "from statistics_cells c where c.kind_id > 0 and " +
            folded_condition(scope) + "group by 1, 2, 3 union all select i.kind_id, i.use, " + class_columns(today) + of_places +
            "group by 1, 2, 3 union all select i.kind_id, i.use, " + class_columns(today) + of_units + "group by 1, 2, 3",
        [&](const soci::row& row) {
          const long long kind = row.get<long long>(0);
          const std::string use = row.get<std::string>(1);
          auto at =
              std::find_if(kinds.begin(), kinds.end(), [&](const KindTally& k) { return k.kind_id == kind && k.use == use; });
          if (at == kinds.end()) at = kinds.insert(kinds.end(), {kind, use, {}});
          at->tally.add(read_count(row, 2));
        },
        source.folded, source.direct, source.units, scope.codes());
  });
  return kinds;
}

std::vector<std::pair<long long, std::string>> kind_names(Db& db) {
  return db.run([](soci::session& sql) {
    std::vector<std::pair<long long, std::string>> names;
    each_row(sql,
             R"sql(
                 select id, shown_name
                 from catalogue_kinds
                 order by item_no, kind_no, variant, id
             )sql",
             [&](const soci::row& row) { names.emplace_back(row.get<long long>(0), row.get<std::string>(1)); });
    return names;
  });
}

std::vector<DueCount> due_months(Db& db, const Scope& scope, Date today, int months) {
  const Date first = today.plus_days(1 - today.day()), end = first.plus_months(months);
  std::vector<DueCount> due;
  for (int n = 0; n < months; ++n) due.push_back({first.plus_months(n), 0, 0});
  const Source source = source_of(scope, summed(scope), folded_depth);
  const std::string within =
      " and i.sort_due >= " + literal(first) + " and i.sort_due < " + literal(end) + " and i.mode <> 'first_scrap' ";
  const std::string by_month =
      R"sql(
          select date_trunc('month', i.sort_due::timestamp)::date::text, (i.mode = 'first_rotate')::int,
            sum(i.quantity)::bigint
      )sql";
  db.run([&](soci::session& sql) {
    each_row(
        sql,
        asked +
            R"sql(
                select c.month::text, (c.class = 'rotate')::int, sum(c.total)::bigint
                from statistics_cells c
                where c.kind_id = 0 and c.use = '' and
            )sql" +
            folded_condition(scope) + "and c.class in ('pass', 'declared', 'rotate') and c.month >= " + literal(first) +
            " and c.month < " + literal(end) + " group by 1, 2 union all " + by_month + of_places + "where true" + within +
            "group by 1, 2 union all " + by_month + of_units + within + "group by 1, 2",
        [&](const soci::row& row) {
          const std::string month = row.get<std::string>(0);
          const bool rotate = row.get<int>(1) != 0;
          for (DueCount& d : due)
            if (d.month.iso() == month) (rotate ? d.rotate : d.verify) += row.get<long long>(2);
        },
        source.folded, source.direct, source.units, scope.codes());
  });
  return due;
}

namespace {

std::string first_results(const domain::Period& period) {
  return "from results r where r.version_no = 1 and r.line_id is not null and r.verified_on between " + literal(period.from) +
         " and " + literal(period.to) + " and ";
}
std::string limits(const domain::Period& period) {
  return R"sql(
      from appointment_lines l
      where l.answer_by is not null and line_counts(l.state, l.answer_by) and l.answer_by between
  )sql" + literal(period.from) +
         " and " + literal(period.to) + " and ";
}

}  // namespace

std::vector<MonthResults> service_months(Db& db, const Scope& scope, const domain::Period& period, Date today) {
  const Source source = source_of(scope, summed(scope), folded_depth);
  // Limits that have not passed do not count yet.
  const domain::Period passed{period.from, std::min(period.to, today.plus_days(-1))};
  const std::string first =
      R"sql(
          select date_trunc('month', r.verified_on::timestamp)::date::text, 0, count(*) filter (where r.failed = 0),
            count(*)
      )sql";
  const std::string timely =
      R"sql(
          select date_trunc('month', l.answer_by::timestamp)::date::text, 1,
            coalesce(sum(line_timely(l.answered_at, l.answer_by)), 0), count(*)
      )sql";
  const std::string placed = ".division_code = any((select array_agg(code) from places)::text[]) group by 1 ";
  const std::string assigned = ".unit_id = any((select units from asked)::bigint[]) and ";
  const std::string elsewhere = ".division_code <> all((select codes from asked)::text[]) group by 1 ";
  return db.run([&](soci::session& sql) {
    std::map<std::string, MonthResults> months;
    each_row(
        sql,
        asked +
            R"sql(
                select date_trunc('month', c.day::timestamp)::date::text, (c.what = 'timely')::int,
                  sum(c.part)::bigint, sum(c.whole)::bigint
                from statistics_service c
                where
            )sql" +
            folded_condition(scope) + "and (c.what = 'first' and c.day between " + literal(period.from) + " and " +
            literal(period.to) + " or c.what = 'timely' and c.day between " + literal(passed.from) + " and " +
            literal(passed.to) + ") group by 1, 2 union all " + first + first_results(period) + "r" + placed + "union all " +
            timely + limits(passed) + "l" + placed + "union all " + first + first_results(period) + "r" + assigned + "r" +
            elsewhere + "union all " + timely + limits(passed) + "l" + assigned + "l" + elsewhere,
        [&](const soci::row& row) {
          const std::string month = row.get<std::string>(0);
          const domain::Rate found{row.get<long long>(2), row.get<long long>(3)};
          if (found.whole == 0) return;
          MonthResults& m = months[month];
          m.month = Date::from_iso(month).value_or(Date());
          domain::Rate& rate = row.get<int>(1) == 0 ? m.first_pass : m.timely;
          rate.part += found.part;
          rate.whole += found.whole;
        },
        source.folded, source.direct, source.units, scope.codes());
    std::vector<MonthResults> found;
    for (const auto& [month, results] : months) found.push_back(results);
    return found;
  });
}

ServiceRates service_rates(Db& db, const Scope& scope, const domain::Period& period, Date today) {
  ServiceRates rates;
  for (const MonthResults& m : service_months(db, scope, period, today)) {
    rates.first_pass.part += m.first_pass.part;
    rates.first_pass.whole += m.first_pass.whole;
    rates.timely.part += m.timely.part;
    rates.timely.whole += m.timely.whole;
  }
  return rates;
}

std::string counted_until(Db& db, const Scope& scope) {
  const auto folded = [](const Region& r) { return r.depth <= folded_depth; };
  if (std::none_of(scope.parts().begin(), scope.parts().end(), folded)) return "";
  return db.run([](soci::session& sql) {
    std::string at;
    each_row(sql, "select " + shown_time("folded_at") + " from statistics_state", [&](const soci::row& row) { row >> at; });
    return at;
  });
}

bool fold_statistics(Db& db, int rows_at_once) {
  constexpr int most_batches = 1000;  // so that constant appending cannot occupy the caller for ever
  return db.run([&](soci::session& sql) {
    int left = 1;
    for (int batch = 0; batch < most_batches && left == 1; ++batch)
      sql << "select statistics_fold(:most)", soci::use(rows_at_once), soci::into(left);
    return left != -1;
  });
}

void rebuild_statistics(Db& db) {
  db.run([](soci::session& sql) { sql << "select statistics_rebuild()"; });
}

}  // namespace store
