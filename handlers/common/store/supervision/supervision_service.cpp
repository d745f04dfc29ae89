// See supervision_service.h.
#include "store/supervision/supervision_service.h"

#include "store/core/sql_text.h"
#include "store/supervision/supervision_sql.h"

#include <soci/soci.h>

namespace store {
namespace {

using domain::Date;

constexpr std::size_t most_divisions =
    400;  // of a scope whose lines are looked at one by one; a code and its comma are 7 characters

const std::string asked =
    R"sql(
        with asked as materialized (
          select string_to_array(:codes, ',') as codes, string_to_array(:units, ',')::bigint[] as units
        )
    )sql";
// Added only when there are any: with an `or` the database does not use its index.
std::string within(const Scope& scope, const std::string& of) {
  const std::string there = of + ".division_code = any((select codes from asked)::text[]) ";
  return scope.units().empty() ? there : "(" + there + "or " + of + ".unit_id = any((select units from asked)::bigint[])) ";
}
const std::string kind_name = "k.shown_name";

std::string joined_parts(const Scope& scope) {
  std::vector<std::string> codes;
  for (const Region& r : scope.parts()) codes.push_back(r.code);
  return joined(codes);
}

KindInRegion read_kind(const soci::row& row) {
  KindInRegion k;
  row >> k.region_code >> k.region >> k.kind_id >> k.kind >> k.reason_code >> k.lines >> k.quantity;
  return k;
}

// A line counts under a part of the scope, or, of a unit assigned by name, under none.
const std::string parted =
    R"sql(
        with asked as materialized (
          select string_to_array(:codes, ',') as codes, string_to_array(:units, ',')::bigint[] as units,
            string_to_array(:parts, ',') as parts
        ), places as materialized (
          select d.code, r.code as region
          from asked a
          cross join lateral unnest(a.parts) as r(code)
          join divisions d on r.code = any(d.ancestors)
        )
    )sql";

}  // namespace

LateLines late_lines(Db& db, const Scope& scope, const std::optional<ListKey>& after, int size, Date today) {
  const std::string beyond = after ? " and (l.answer_by, l.unit_id, l.id) > (" +
                                         literal(Date::from_iso(after->due).value_or(Date())) + ", " +
                                         std::to_string(after->unit_id) + ", " + std::to_string(after->id) + ")"
                                   : "";
  return db.run([&](soci::session& sql) {
    LateLines found;
    each_row(
        sql,
        asked +
            ", late as materialized (select l.unit_id, l.id, l.answer_by from appointment_lines l where l.state = "
            "'waiting' "
            "and l.answer_by < " +
            literal(today) + " and " + within(scope, "l") + beyond + " order by l.answer_by, l.unit_id, l.id limit " +
            std::to_string(size + 1) +
            ") select l.unit_id, l.instrument_id, l.id, a.number, a.unit_name, l.name, l.serial_number, "
            "coalesce(d.path, ''), n.name, " +
            shown_time("l.submitted_at") + ", l.answer_by::text, working_days(l.answer_by, " + literal(today) +
            ") from late t join appointment_lines l on l.unit_id = t.unit_id and l.id = t.id "
            "join appointments a on a.unit_id = l.unit_id and a.id = l.appointment_id "
            "join institutions n on n.id = l.institution_id left join divisions d on d.code = l.division_code "
            "order by t.answer_by, t.unit_id, t.id",
        [&](const soci::row& row) {
          LateLine& l = found.rows.emplace_back();
          row >> l.unit_id >> l.instrument_id >> l.line_id >> l.number >> l.unit_name >> l.name >> l.serial_number >>
              l.division_path >> l.institution >> l.submitted_at >> l.answer_by >> l.days;
        },
        scope.codes(), scope.units());
    if (static_cast<int>(found.rows.size()) > size) {
      found.rows.pop_back();
      const LateLine& last = found.rows.back();
      found.next = ListKey{last.answer_by, last.unit_id, last.line_id};
    }
    return found;
  });
}

std::vector<KindInRegion> refused_kinds(Db& db, const Scope& scope, Date since) {
  const std::string parts = joined_parts(scope);
  return db.run([&](soci::session& sql) {
    std::vector<KindInRegion> found;
    each_row(
        sql,
        parted + "select coalesce(p.region, ''), coalesce(max(d.path), ''), l.kind_id, max(" + kind_name +
            R"sql(), l.reason_code, count(*), sum(l.quantity)::bigint
                from appointment_lines l
                left join places p on p.code = l.division_code
                left join divisions d on d.code = p.region
                join catalogue_kinds k on k.id = l.kind_id
                where l.state = 'refused' and l.reason_code in ('out_of_scope', 'other_region') and l.answered_at >= ()sql" +
            literal(since) + "::timestamp at time zone 'Asia/Shanghai') and " + within(scope, "l") +
            "group by p.region, l.kind_id, l.reason_code order by 6 desc, 1, 3 limit 500",
        [&](const soci::row& row) { found.push_back(read_kind(row)); }, scope.codes(), scope.units(), parts);
    return found;
  });
}

std::vector<KindInRegion> unserved_kinds(Db& db, const Scope& scope, Date today) {
  const std::string parts = joined_parts(scope);
  // Provinces are folded by kind; what is below them is read from the instruments.
  std::vector<std::string> folded, direct;
  for (const Region& r : scope.parts()) (r.depth <= 1 ? folded : direct).push_back(r.code);
  const std::string from_counts = joined(folded), from_rows = joined(direct);
  return db.run([&](soci::session& sql) {
    std::vector<KindInRegion> found;
    each_row(
        sql,
        "with asked as materialized (select string_to_array(:folded, ',') as folded, string_to_array(:direct, ',') as direct), "
        "places as materialized (select d.code, r.code as region from asked a cross join lateral unnest(a.direct) as r(code) "
        "join divisions d on r.code = any(d.ancestors)), "
        "used as materialized (select c.region, c.kind_id, sum(c.total) as quantity from statistics_cells c where c.kind_id > 0 "
        "and c.region = any((select folded from asked)::text[]) and c.class not in ('stopped', 'scrapped') group by 1, 2 "
        "having sum(c.total) > 0 union all select p.region, i.kind_id, sum(i.quantity) from places p cross join lateral "
        "(select i.kind_id, i.quantity from instruments i where i.division_code = p.code and i.sort_due < sort_due_not_in_use() "
        "offset 0) i "
        "group by 1, 2), "
        "served as materialized (select distinct k.kind_id, coalesce(r.division_code, n.division_code) as code from "
        "institution_kinds k join institutions n on n.id = k.institution_id and n.state = 'active' left join "
        "institution_kind_divisions r on r.institution_kind_id = k.id where k.valid_until is null or k.valid_until >= " +
            literal(today) + ") select u.region, d.path, u.kind_id, " + kind_name +
            R"sql(, '', 0::bigint, u.quantity::bigint
                from used u
                join divisions d on d.code = u.region
                join catalogue_kinds k on k.id = u.kind_id
                where not exists (
                  select
                  from served s
                  join divisions sd on sd.code = s.code
                  where s.kind_id = u.kind_id and (s.code = any(d.ancestors) or u.region = any(sd.ancestors))
                )
                order by u.quantity desc, 1, 3 limit 500
            )sql",
        [&](const soci::row& row) { found.push_back(read_kind(row)); }, from_counts, from_rows);
    return found;
  });
}

bool too_wide_for_workloads(const Scope& scope) { return scope.codes().size() > 7 * most_divisions; }

std::vector<Workload> workloads(Db& db, const Scope& scope, Date today) {
  if (too_wide_for_workloads(scope)) return {};
  const std::string year = literal(today.plus_days(-365)), now = literal(today);
  const std::string local = "(l.answered_at at time zone 'Asia/Shanghai')::date",
                    sent = "(l.submitted_at at time zone 'Asia/Shanghai')::date";
  const std::string limited = "filter (where l.answer_by < " + now + " and l.state <> 'withdrawn')";
  const std::string day = "r.verified_on";
  return db.run([&](soci::session& sql) {
    std::vector<Workload> found;
    each_row(
        sql,
        asked +
            ", lines as materialized (select l.institution_id, count(*) filter (where l.state = 'waiting') as waiting, "
            "count(*) filter (where l.state in ('accepted', 'verifying')) as open, count(*) filter (where l.answered_at is not "
            "null) as answered, percentile_disc(array[0.5, 0.9]) within group (order by working_days(" +
            sent + ", " + local + ")) filter (where l.answered_at is not null) as days, count(*) " + limited +
            " as limits, count(*) filter (where l.answer_by < " + now + " and l.state <> 'withdrawn' and " + local +
            " <= l.answer_by) as timely from appointment_lines l where l.answer_by is not null and l.answer_by >= " + year +
            " and l.state <> 'draft' and " + within(scope, "l") +
            "group by 1), results_of as materialized (select r.institution_id, count(*) filter (where " + day + " > " +
            literal(today.plus_days(-30)) + ") as r30, count(*) filter (where " + day + " > " + literal(today.plus_days(-90)) +
            ") as r90, count(*) as r365 from results r where r.version_no = 1 and r.line_id is not null and " + day + " > " +
            year + " and " + within(scope, "r") +
            "group by 1) select n.id, n.name, coalesce(d.path, ''), n.phone, n.state, coalesce(l.waiting, 0), coalesce(l.open, "
            "0), "
            "coalesce(l.answered, 0), coalesce(t.r30, 0), coalesce(t.r90, 0), coalesce(t.r365, 0), coalesce(l.days[1], -1), "
            "coalesce(l.days[2], -1), coalesce(l.timely, 0), coalesce(l.limits, 0) from institutions n left join lines l on "
            "l.institution_id = n.id left join results_of t on t.institution_id = n.id left join divisions d on d.code = "
            "n.division_code where l.institution_id is not null or t.institution_id is not null "
            "order by coalesce(l.waiting, 0) + coalesce(l.open, 0) desc, n.id limit 500",
        [&](const soci::row& row) {
          Workload& w = found.emplace_back();
          row >> w.id >> w.name >> w.division_path >> w.phone >> w.state >> w.waiting >> w.open >> w.answered >> w.results_30 >>
              w.results_90 >> w.results_365 >> w.median_days >> w.slow_days >> w.timely.part >> w.timely.whole;
        },
        scope.codes(), scope.units());
    return found;
  });
}

}  // namespace store
