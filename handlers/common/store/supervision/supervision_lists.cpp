// See supervision.h: instruments of a scope as lists. Three access paths, the shortest is taken: by unit, by the beginning of a
// serial number, else division by division: a page's worth from each, then the first of these. For a whole country the first
// row of each division is read first, and most divisions are skipped. Lists go on by key and show no totals.
#include "domain/values/codes.h"
#include "domain/values/terms.h"
#include "domain/values/text.h"
#include "store/core/sql_text.h"
#include "store/ledger/instrument_row.h"
#include "store/supervision/supervision_sql.h"

#include <soci/soci.h>

#include <algorithm>

namespace store {
namespace {

using domain::Date;

constexpr int most_units = 5000, most_serials = 5000;
constexpr std::size_t shortest_serial = 3, most_divisions = 400;  // a code and its comma are 7 characters

const std::string supervised_columns = "i.unit_id, u.name, u.contact, u.phone, i.sort_due::text, ";
const std::string supervised_joins = "join supervised_units u on u.id = i.unit_id ";

std::string select_rows() { return "select " + supervised_columns + row_columns(RowOf::supervisor); }

SupervisedRow read_supervised(const soci::row& row) {
  SupervisedRow r;
  row >> r.unit_id >> r.unit_name >> r.contact >> r.phone >> r.sort_due;
  r.instrument = read_row(row, RowOf::supervisor);
  return r;
}

bool has_dates(const std::string& standing) {
  for (const char* code : {"overdue", "due_soon", "rotate", "rotate_due", "rotate_soon"})
    if (standing == code) return true;
  return false;
}

// What the filter says of instruments i; a is the asked values. Codes and numbers of ours only: typed text is bound.
std::string conditions(const SupervisedFilter& filter, Date today) {
  std::string text = standing_condition(filter.standing, today);
  if (filter.standing == "declared_beyond") text += " and i.declared_beyond and i.state = 'in_use'";
  if (filter.kind_id > 0) text += " and i.kind_id = " + std::to_string(filter.kind_id);
  if (domain::contains(domain::uses(), filter.use)) text += " and i.use = '" + filter.use + "'";
  if (filter.due_from) text += " and i.valid_until >= " + literal(*filter.due_from);
  if (filter.due_to) text += " and i.valid_until <= " + literal(*filter.due_to);
  if (has_dates(filter.standing)) {  // the same, for the index
    if (filter.due_from) text += " and i.sort_due >= " + literal(*filter.due_from);
    if (filter.due_to) text += " and i.sort_due <= " + literal(*filter.due_to);
  }
  if (!filter.name.empty()) text += " and position((select name from asked) in i.name_folded) > 0";
  if (!filter.serial_number.empty()) text += " and i.serial_folded like (select serial from asked)";
  if (filter.after) {
    const std::string due = literal(Date::from_iso(filter.after->due).value_or(Date()));
    text += " and (i.sort_due, i.unit_id, i.id) > (" + due + ", " + std::to_string(filter.after->unit_id) + ", " +
            std::to_string(filter.after->id) + ")";
  }
  return text;
}

const std::string asked =
    R"sql(
        with asked as materialized (
          select string_to_array(:codes, ',') as codes, string_to_array(:units, ',')::bigint[] as units,
            lower(normalize(:name, NFKC)) as name, lower(normalize(:serial, NFKC)) as serial
        )
    )sql";
const std::string in_order = " order by i.sort_due, i.unit_id, i.id limit ";
// By a hashed subplan: a country's three thousand codes are not to be compared one by one.
const std::string fenced =
    R"sql(
        (i.division_code in (select unnest(codes) from asked) or i.unit_id in (select unnest(units) from asked))
    )sql";

std::string by_region(const Scope& scope, const std::string& where, const std::string& limit) {
  const std::string chosen = "select i.unit_id, i.id, i.sort_due from instruments i where ";
  const auto from_each = [&](const std::string& divisions, const std::string& more, const std::string& most) {
    return "select x.* from " + divisions + " cross join lateral (" + chosen + "i.division_code = c.code" + where + more +
           in_order + most + ") x";
  };
  const std::string all = "unnest((select codes from asked)) as c(code)";
  std::string text = from_each(all, "", limit);
  // Of thousands of divisions most give nothing to the page: with each one's first row known, those without one are passed over,
  // and what lies behind a page's worth of first rows.
  if (scope.codes().size() > 7 * most_divisions)
    text = "with heads as materialized (select c.code, h.sort_due from " + all + " cross join lateral (" + chosen +
           "i.division_code = c.code" + where + in_order + "1) h) " +
           from_each("heads c",
                     " and i.sort_due <= (select coalesce((select sort_due from heads order by sort_due offset " + limit +
                         " limit 1), sort_due_not_in_use()))",
                     limit);
  if (!scope.units().empty())
    text = "(" + text + ") union all select x.* from unnest((select units from asked)) as w(id) cross join lateral (" + chosen +
           "i.unit_id = w.id and i.division_code not in (select unnest(codes) from asked)" + where + in_order + limit + ") x";
  return text;
}

std::string by_unit(const std::string& ids, const std::string& where, const std::string& limit) {
  return "select x.* from unnest('{" + ids +
         R"sql(}'::bigint[]) as n(id)
             cross join lateral (
               select i.unit_id, i.id, i.sort_due
               from instruments i
               where i.unit_id = n.id and
         )sql" +
         fenced + where + in_order + limit + ") x";
}

// Those whose serial number begins so, wherever they are; found first and fenced afterwards.
struct Serials {
  std::string units, ids;  // of the same length
  int count = 0;
};
Serials serials_like(soci::session& sql, const std::string& pattern) {
  Serials found;
  each_row(
      sql,
      "select coalesce(string_agg(unit_id::text, ','), ''), coalesce(string_agg(id::text, ','), ''), count(*)::int from "
      "(select "
      "i.unit_id, i.id from instruments i where i.serial_folded like lower(normalize(:serial, NFKC)) limit " +
          std::to_string(most_serials + 1) + ") few",
      [&](const soci::row& row) { row >> found.units >> found.ids >> found.count; }, pattern);
  return found;
}

std::string by_serial(const Serials& serials, const std::string& where) {
  return "select i.unit_id, i.id, i.sort_due from unnest('{" + serials.units + "}'::bigint[], '{" + serials.ids +
         "}'::bigint[]) as n(unit, id) join instruments i on i.unit_id = n.unit and i.id = n.id where " + fenced + where;
}

// Which rows to look at, as a query of their keys.
std::string keys_of(soci::session& sql, const Scope& scope, const SupervisedFilter& filter, Date today, SupervisedList& list) {
  const std::string where = conditions(filter, today), limit = std::to_string(filter.size + 1);
  if (filter.unit_id > 0) return by_unit(std::to_string(filter.unit_id), where, limit);
  if (!filter.unit.empty()) {
    const MatchedUnits matched = matched_units(sql, scope, filter.unit);
    list.capped = matched.capped;
    return by_unit(matched.ids, where, limit);
  }
  if (domain::length(filter.serial_number) >= shortest_serial) {
    const Serials serials = serials_like(sql, like_prefix(filter.serial_number));
    // Very many: a small region is looked through faster, a large one never to its end.
    list.capped = serials.count > most_serials && scope.codes().size() > 7 * most_divisions;
    if (serials.count <= most_serials || list.capped) return by_serial(serials, where);
  }
  return by_region(scope, where, limit);
}

}  // namespace

std::string class_expression() { return "statistics_class(i.state, i.mode, i.last_result, i.valid_until)"; }

std::string class_columns(Date today) {
  const std::string now = literal(today), soon = literal(today.plus_days(domain::soon_days));
  return class_expression() + " as class, coalesce(sum(i.quantity) filter (where i.valid_until < " + now +
         "), 0)::bigint as past, coalesce(sum(i.quantity) filter (where i.valid_until >= " + now +
         " and i.valid_until <= " + soon + "), 0)::bigint as soon, sum(i.quantity)::bigint as total ";
}

MatchedUnits matched_units(soci::session& sql, const Scope& scope, const std::string& typed) {
  const auto code = domain::UnitCode::parse(typed);
  const std::string text = code ? code.value->key() : typed;
  const std::string named = domain::length(typed) < 2
                                ? "lower(normalize(u.name, NFKC)) ^@ lower(normalize(:text, NFKC)) and :again = ''"
                                : "bigrams(u.name) @> bigrams(:text) and position(lower(normalize(:again, NFKC)) in "
                                  "lower(normalize(u.name, NFKC))) > 0";
  const std::string condition = code ? "u.unit_key = :text and :again <> ''" : named,
                    again = domain::length(typed) < 2 ? "" : text;
  const std::string limit = std::to_string(most_units + 1);
  MatchedUnits found;
  int count = 0;
  const auto take = [&](const soci::row& row) { row >> found.ids >> count; };
  const std::string as_list = "select coalesce(string_agg(id::text, ','), ''), count(*)::int from (";
  if (domain::length(typed) >= 2)
    each_row(sql, as_list + "select u.id from supervised_units u where " + condition + " limit " + limit + ") few", take, text,
             again);
  if (domain::length(typed) >= 2 && count <= most_units) return found;
  // Very many: those of the scope, read off its divisions.
  const std::string fallback =
      domain::length(typed) < 2
          ? condition
          : "position(lower(normalize(:text, NFKC)) in lower(normalize(u.name, NFKC))) > 0 and :again <> ''";
  each_row(sql,
           as_list +
               "select x.id from unnest(string_to_array(:codes, ',')) as c(code) cross join lateral (select u.id from "
               "supervised_units u where u.division_code = c.code and " +
               fallback + " order by u.id limit " + limit + ") x limit " + limit + ") few",
           take, scope.codes(), text, again);
  found.capped = count > most_units;
  return found;
}

bool is_supervised_standing(const std::string& standing) {
  for (const char* code : {"all", "overdue", "due_soon", "failed", "not_verified", "rotate", "rotate_due", "rotate_soon", "valid",
                           "first_done", "stopped", "scrapped", "declared_beyond"})
    if (standing == code) return true;
  return false;
}

SupervisedList supervised_instruments(Db& db, const Scope& scope, const SupervisedFilter& filter, Date today) {
  return db.run([&](soci::session& sql) {
    SupervisedList list;
    const std::string keys = keys_of(sql, scope, filter, today, list), limit = std::to_string(filter.size + 1);
    const std::string serial = like_prefix(filter.serial_number);
    each_row(
        sql,
        asked + ", page as materialized (select i.unit_id, i.id, i.sort_due from (" + keys + ") i" + in_order + limit + ") " +
            select_rows() + "from page p join instruments i on i.unit_id = p.unit_id and i.id = p.id " + supervised_joins +
            row_joins + "order by i.sort_due, i.unit_id, i.id",
        [&](const soci::row& row) { list.rows.push_back(read_supervised(row)); }, scope.codes(), scope.units(), filter.name,
        serial);
    if (static_cast<int>(list.rows.size()) > filter.size) {
      list.rows.resize(static_cast<std::size_t>(filter.size));
      const SupervisedRow& last = list.rows.back();
      list.next = ListKey{last.sort_due, last.unit_id, last.instrument.id};
    }
    return list;
  });
}

std::optional<SupervisedRow> supervised_instrument(Db& db, const Scope& scope, long long unit_id, long long id) {
  return db.run([&](soci::session& sql) {
    std::optional<SupervisedRow> found;
    each_row(
        sql,
        R"sql(
            with asked as materialized (
              select string_to_array(:codes, ',') as codes, string_to_array(:units, ',')::bigint[] as units
            )
        )sql" +
            select_rows() + "from instruments i " + supervised_joins + row_joins + "where " + fenced +
            " and i.unit_id = :unit and i.id = :id",
        [&](const soci::row& row) { found = read_supervised(row); }, scope.codes(), scope.units(), unit_id, id);
    return found;
  });
}

void tally_units(Db& db, const Scope& scope, std::vector<SupervisedUnit>& units, Date today) {
  if (units.empty()) return;
  std::vector<std::string> ids;
  for (const SupervisedUnit& u : units) ids.push_back(std::to_string(u.id));
  const std::string wanted = joined(ids);
  db.run([&](soci::session& sql) {
    each_row(
        sql,
        R"sql(
            with asked as materialized (
              select string_to_array(:codes, ',') as codes, string_to_array(:units, ',')::bigint[] as units,
                string_to_array(:ids, ',')::bigint[] as ids
            )
            select i.unit_id,
        )sql" +
            class_columns(today) + "from instruments i where i.unit_id = any((select ids from asked)::bigint[]) and " + fenced +
            " group by 1, 2",
        [&](const soci::row& row) {
          long long id = 0;
          domain::ClassCount count;
          row >> id >> count.name >> count.past >> count.soon >> count.total;
          for (SupervisedUnit& u : units)
            if (u.id == id) u.tally.add(count);
        },
        scope.codes(), scope.units(), wanted);
  });
}

}  // namespace store
