// See result_lists.h.
#include "store/results/result_lists.h"

#include "base/number.h"
#include "domain/values/text.h"
#include "store/core/sql_text.h"
#include "store/ledger/instrument_row.h"
#include "store/results/result_sql.h"

#include <soci/soci.h>

namespace store {
namespace {

using domain::Date;

const std::string from_lines =
    R"sql(
        from appointment_lines l
        join appointments a on a.unit_id = l.unit_id and a.id = l.appointment_id
        left join catalogue_kinds k on k.id = l.kind_id
        left join divisions d on d.code = l.division_code
    )sql";

std::optional<int> some(int months) { return months > 0 ? std::optional(months) : std::nullopt; }

// Each 0 for none: the ledger's cycle, the kind's, the kind's service life.
void set_months(domain::ResultSubject& subject, int cycle, int kind_cycle, int life) {
  subject.cycle_months = some(cycle);
  subject.kind_cycle_months = some(kind_cycle);
  subject.service_life_months = some(life);
}

// What is no column of results (mode, the ledger's cycle) comes from the line, or else from the kind.
const std::string select_results =
    R"sql(
        select r.unit_id, r.id, r.instrument_id, coalesce(r.line_id, 0), coalesce(r.corrects, 0), r.kind_id,
          coalesce(r.file_id, 0), r.version_no, r.passed, r.failed, coalesce(r.cycle_months, 0), r.current::int,
          (r.split_instrument_id is not null)::int, r.number, coalesce(a.number, ''), r.unit_name, r.name,
          k.shown_name, r.model, r.serial_number, r.mark, r.notice_number, r.seal_number, r.verifier, r.checker, r.remark,
          r.reason,
    )sql" +
    shown_time("r.recorded_at") +
    R"sql(, r.recorded_by, coalesce(l.appointment_id, 0), r.verified_on::text, coalesce(r.valid_until::text, ''),
          coalesce(nullif(l.mode, ''), k.mode), coalesce(l.cycle_months, k.cycle_months, 0),
          coalesce(k.cycle_months, 0), coalesce(k.service_life_months, 0)
        from results r
        join catalogue_kinds k on k.id = r.kind_id
        left join appointment_lines l on l.unit_id = r.unit_id and l.id = r.line_id
        left join appointments a on a.unit_id = l.unit_id and a.id = l.appointment_id
    )sql";

Result read_result(const soci::row& row) {
  Result r;
  int current = 0, split = 0, cycle = 0, kind_cycle = 0, life = 0;
  std::string verified_on, valid_until;
  row >> r.unit_id >> r.id >> r.instrument_id >> r.line_id >> r.corrects >> r.kind_id >> r.file_id >> r.version_no >> r.passed >>
      r.failed >> r.cycle_months >> current >> split >> r.number >> r.appointment_number >> r.unit_name >> r.name >>
      r.kind_name >> r.model >> r.serial_number >> r.mark >> r.notice_number >> r.seal_number >> r.verifier >> r.checker >>
      r.remark >> r.reason >> r.recorded_at >> r.recorded_by >> r.appointment_id >> verified_on >> valid_until >>
      r.subject.mode >> cycle >> kind_cycle >> life;
  r.current = current != 0;
  r.split = split != 0;
  r.verified_on = Date::from_iso(verified_on).value_or(Date());
  r.valid_until = Date::from_iso(valid_until);
  r.subject.quantity = r.passed + r.failed;
  set_months(r.subject, r.cycle_months != 0 ? r.cycle_months : cycle, kind_cycle, life);
  r.subject.correction = true;
  r.subject.corrected_day = r.verified_on;
  return r;
}

// "2026-11-25,12,345": a place in the order; anything else is the beginning.
struct LinePlace {
  std::string day = "0001-01-01";
  long long unit = 0, line = 0;
};
LinePlace parse_place(const std::string& text) {
  LinePlace place;
  const auto first = text.find(','), second = text.find(',', first == std::string::npos ? first : first + 1);
  if (second == std::string::npos || !Date::from_iso(text.substr(0, first))) return place;
  const std::string unit = text.substr(first + 1, second - first - 1), line = text.substr(second + 1);
  const auto unit_id = base::row_id(unit), line_id = base::row_id(line);
  if (!unit_id || !line_id) return place;
  return {text.substr(0, first), *unit_id, *line_id};
}

// Typed words as they are compared.
std::string folded(const std::string& typed) { return domain::trim(domain::half_width(typed)); }
std::string day_of(const std::string& typed) { return domain::iso_or_empty(Date::parse(typed)); }

std::string contains(const std::string& column, const std::string& name) {
  return "and (:" + name + "::text = '' or position(lower(:" + name + "_::text) in lower(normalize(" + column + ", NFKC))) > 0) ";
}

}  // namespace

std::string verified_line_columns() {
  return R"sql(
      l.unit_id, l.id, l.appointment_id, l.instrument_id, l.line_no, l.version, a.number, a.delivery, l.state,
        a.unit_name, coalesce(k.shown_name, ''),
        coalesce(d.path, ''),
  )sql" + shown_time("l.received_at") +
         ", coalesce(l.planned_on::text, ''), coalesce(k.cycle_months, 0), coalesce(k.service_life_months, 0), " +
         line_values("l");
}

VerifiedLine read_verified_line(const soci::row& row) {
  VerifiedLine l;
  std::string planned_on;
  int kind_cycle = 0, life = 0;
  row >> l.unit_id >> l.id >> l.appointment_id >> l.instrument_id >> l.line_no >> l.version >> l.number >> l.delivery >>
      l.state >> l.unit_name >> l.kind_name >> l.division_path >> l.received_at >> planned_on >> kind_cycle >> life;
  read_line_values(row, l);
  l.planned_on = Date::from_iso(planned_on);
  l.subject.quantity = l.quantity;
  l.subject.mode = l.mode;
  set_months(l.subject, l.cycle_months.value_or(0), kind_cycle, life);
  return l;
}

std::vector<VerifiedLine> read_lines(soci::session& sql, long long institution_id, const std::vector<LineId>& ids) {
  const IdLists lists(ids);
  std::vector<VerifiedLine> lines;
  each_row(
      sql,
      "select " + verified_line_columns() + from_lines +
          R"sql(
              join unnest(:units::bigint[], :lines::bigint[]) with ordinality as w(unit, line, place)
                on l.unit_id = w.unit and l.id = w.line
              where l.institution_id = :institution and l.state <> 'draft'
              order by w.place
          )sql",
      [&](const soci::row& row) { lines.push_back(read_verified_line(row)); }, lists.units, lists.lines, institution_id);
  return lines;
}

std::vector<VerifiedLine> verified_lines(Db& db, long long institution_id, const std::vector<LineId>& ids) {
  return db.run([&](soci::session& sql) { return read_lines(sql, institution_id, ids); });
}

ResultCounts count_results(Db& db, long long institution_id) {
  return db.run([&](soci::session& sql) {
    ResultCounts counts;
    sql << R"sql(
        with asked as (select :institution::bigint as id)
        select (
          select count(*)
          from (
            select
            from appointment_lines l, asked
            where l.institution_id = asked.id and l.state = 'accepted'
            limit :most
          ) f
        ), (
          select count(*)
          from (
            select
            from appointment_lines l, asked
            where l.institution_id = asked.id and l.state = 'verifying'
            limit :most
          ) f
        ), (
          select count(*)
          from (
            select
            from results r, asked
            where r.institution_id = asked.id and r.current
            limit :most
          ) f
        )
    )sql",
        soci::use(institution_id, "institution"), soci::use(most_counted, "most"), soci::into(counts.accepted),
        soci::into(counts.verifying), soci::into(counts.recorded);
    return counts;
  });
}

LinePage list_lines(Db& db, long long institution_id, const ResultFilter& f) {
  return db.run([&](soci::session& sql) {
    LinePage page;
    const LinePlace place = parse_place(f.after);
    const std::string state = f.tab == "verifying" ? "verifying" : "accepted", number = folded(f.number), unit = folded(f.unit),
                      name = folded(f.name), serial = folded(f.serial_number), from = day_of(f.from), to = day_of(f.to);
    const int limit = f.size + 1;
    each_row(
        sql,
        "select " + verified_line_columns() + from_lines +
            R"sql(
                where l.institution_id = :institution and l.state in ('accepted', 'verifying') and l.state = :state
                  and (l.planned_on, l.unit_id, l.id) > (:day::date, :place_unit, :place_line)
                  and (:from::text = '' or l.planned_on >= nullif(:from_::text, '')::date)
                  and (:to::text = '' or l.planned_on <= nullif(:to_::text, '')::date)
            )sql" +
            contains("a.number", "number") + contains("a.unit_name", "unit") + contains("l.name", "name") +
            contains("l.serial_number", "serial") + "order by l.planned_on, l.unit_id, l.id limit :size",
        [&](const soci::row& row) { page.rows.push_back(read_verified_line(row)); }, institution_id, state, place.day, place.unit,
        place.line, from, from, to, to, number, number, unit, unit, name, name, serial, serial, limit);
    if (page.rows.size() < static_cast<std::size_t>(limit)) return page;
    page.rows.pop_back();
    const VerifiedLine& last = page.rows.back();
    page.next = domain::iso_or_empty(last.planned_on) + "," + std::to_string(last.unit_id) + "," + std::to_string(last.id);
    return page;
  });
}

ResultPage list_results(Db& db, long long institution_id, const ResultFilter& f) {
  return db.run([&](soci::session& sql) {
    ResultPage page;
    const long long before = base::row_id(f.after).value_or(0);
    const std::string number = folded(f.number), unit = folded(f.unit), name = folded(f.name), serial = folded(f.serial_number),
                      certificate = folded(f.result_number), from = day_of(f.from), to = day_of(f.to);
    const int limit = f.size + 1;
    each_row(
        sql,
        select_results +
            R"sql(
                where r.institution_id = :institution and r.current and (:before = 0 or r.id < :before_)
                  and (:from::text = '' or r.verified_on >= nullif(:from_::text, '')::date)
                  and (:to::text = '' or r.verified_on <= nullif(:to_::text, '')::date)
            )sql" +
            contains("coalesce(a.number, '')", "number") + contains("r.unit_name", "unit") + contains("r.name", "name") +
            contains("r.serial_number", "serial") + contains("r.number || ' ' || r.notice_number", "certificate") +
            "order by r.id desc limit :size",
        [&](const soci::row& row) { page.rows.push_back(read_result(row)); }, institution_id, before, before, from, from, to, to,
        number, number, unit, unit, name, name, serial, serial, certificate, certificate, limit);
    if (page.rows.size() < static_cast<std::size_t>(limit)) return page;
    page.rows.pop_back();
    page.next = std::to_string(page.rows.back().id);
    return page;
  });
}

std::optional<Result> find_result(Db& db, long long institution_id, long long unit_id, long long id) {
  return db.run([&](soci::session& sql) {
    std::optional<Result> found;
    each_row(
        sql, select_results + "where r.institution_id = :institution and r.unit_id = :unit and r.id = :id",
        [&](const soci::row& row) { found = read_result(row); }, institution_id, unit_id, id);
    return found;
  });
}

std::vector<Result> versions_of(Db& db, const Result& result) {
  return db.run([&](soci::session& sql) {
    std::vector<Result> versions;
    each_row(
        sql,
        R"sql(
            with recursive chain as (
              select c.unit_id, c.id, c.corrects
              from results c
              where c.unit_id = :unit and c.id = :id
              union
              select n.unit_id, n.id, n.corrects
              from chain h
              join results n on n.unit_id = h.unit_id and (n.corrects = h.id or n.id = h.corrects)
            )
        )sql" +
            select_results + "join chain h on h.unit_id = r.unit_id and h.id = r.id order by r.version_no desc limit 200",
        [&](const soci::row& row) { versions.push_back(read_result(row)); }, result.unit_id, result.id);
    return versions;
  });
}

std::optional<Attachment> result_file(Db& db, const Result& result) {
  return db.run([&](soci::session& sql) {
    std::optional<Attachment> found;
    each_row(
        sql,
        R"sql(
            select f.id, f.file_name, f.original_name, f.size_bytes
            from attachments f
            where f.unit_id = :unit and f.id = :id
        )sql",
        [&](const soci::row& row) {
          Attachment file;
          row >> file.id >> file.file_name >> file.original_name >> file.size;
          found = file;
        },
        result.unit_id, result.file_id);
    return found;
  });
}

LastNames last_names(Db& db, long long institution_id, const std::string& login) {
  return db.run([&](soci::session& sql) {
    LastNames names;
    each_row(
        sql,
        R"sql(
            select r.verifier, r.checker
            from results r
            where r.institution_id = :institution and r.recorded_by = :login
            order by r.id desc limit 1
        )sql",
        [&](const soci::row& row) { row >> names.verifier >> names.checker; }, institution_id, login);
    return names;
  });
}

std::vector<WalkIn> find_walk_ins(Db& db, const std::string& unit_key, const std::string& serial, Date today) {
  return db.run([&](soci::session& sql) {
    std::vector<WalkIn> found;
    const std::string day = today.iso();
    each_row(
        sql,
        R"sql(
            select w.unit_id, w.instrument_id, w.kind_id, coalesce(w.line_id, 0), w.version, w.unit_name, w.unit_code,
              w.name, k.shown_name, w.model, w.measuring_range, w.accuracy, w.serial_number, w.manufacturer,
              w.division_code, coalesce(d.path, ''), w.last_result, w.state, coalesce(w.verified_on::text, ''),
              coalesce(w.valid_until::text, ''), w.able::int, w.quantity, w.mode, coalesce(w.cycle_months, 0),
              coalesce(k.cycle_months, 0), coalesce(w.service_life_months, 0)
            from walk_in_find(:unit, :serial, :today::date) w
            join catalogue_kinds k on k.id = w.kind_id
            left join divisions d on d.code = w.division_code
        )sql",
        [&](const soci::row& row) {
          WalkIn w;
          std::string verified_on, valid_until;
          int able = 0, cycle = 0, kind_cycle = 0, life = 0;
          row >> w.unit_id >> w.instrument_id >> w.kind_id >> w.line_id >> w.version >> w.unit_name >> w.unit_code >> w.name >>
              w.kind_name >> w.model >> w.measuring_range >> w.accuracy >> w.serial_number >> w.manufacturer >> w.division_code >>
              w.division_path >> w.last_result >> w.state >> verified_on >> valid_until >> able >> w.subject.quantity >>
              w.subject.mode >> cycle >> kind_cycle >> life;
          w.verified_on = Date::from_iso(verified_on);
          w.valid_until = Date::from_iso(valid_until);
          w.able = able != 0;
          set_months(w.subject, cycle, kind_cycle, life);
          found.push_back(std::move(w));
        },
        unit_key, serial, day);
    return found;
  });
}

}  // namespace store
