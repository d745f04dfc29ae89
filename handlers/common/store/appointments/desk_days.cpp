// See desk_days.h.
#include "store/appointments/desk_days.h"

#include "base/json.h"
#include "store/core/sql_text.h"
#include "store/ledger/instrument_row.h"

#include <soci/soci.h>

namespace store {
namespace {

using domain::Date;

// -1: no limit.
const std::string loads =
    R"sql(
        select g.day::date::text, coalesce(d.capacity, i.daily_capacity, -1), case when d.day is null then ''
          else 't' end, coalesce(d.note, ''), coalesce(p.quantity, 0)::bigint, coalesce(p.lines, 0)::bigint
        from institutions i
        cross join generate_series(:from::date, :to::date, interval '1 day') g(day)
        left join institution_days d on d.institution_id = i.id and d.day = g.day::date
        left join (
          select l.planned_on, sum(l.quantity) as quantity, count(*) as lines
          from appointment_lines l
          where l.institution_id = :institution and l.state in ('accepted', 'verifying')
            and l.planned_on between :first::date and :last::date
          group by l.planned_on
        ) p on p.planned_on = g.day::date
        where i.id = :id
        order by g.day
    )sql";

DayLoad read_load(const soci::row& row) {
  DayLoad load;
  load.day = Date::from_iso(row.get<std::string>(0)).value();
  const int capacity = row.get<int>(1);
  if (capacity >= 0) load.capacity = capacity;
  load.differs = row.get<std::string>(2) == "t";
  load.note = row.get<std::string>(3);
  load.planned = row.get<long long>(4);
  load.lines = row.get<long long>(5);
  return load;
}

std::vector<DayLoad> find_loads(soci::session& sql, long long institution_id, Date first, Date last) {
  std::vector<DayLoad> found;
  const std::string from = first.iso(), to = last.iso();
  each_row(
      sql, loads, [&](const soci::row& row) { found.push_back(read_load(row)); }, from, to, institution_id, from, to,
      institution_id);
  return found;
}

nlohmann::json number_or_empty(const std::optional<int>& number) { return number ? nlohmann::json(*number) : nlohmann::json(""); }

}  // namespace

DayLoad day_load(soci::session& sql, long long institution_id, Date day) {
  const auto found = find_loads(sql, institution_id, day, day);
  return found.empty() ? DayLoad{day, {}, false, "", 0, 0} : found.front();
}

DayLoad day_load(Db& db, long long institution_id, Date day) {
  return db.run([&](soci::session& sql) { return day_load(sql, institution_id, day); });
}

std::vector<DayLoad> day_loads(Db& db, long long institution_id, Date from, Date to) {
  return db.run([&](soci::session& sql) { return find_loads(sql, institution_id, from, to); });
}

std::vector<PlannedLine> planned_lines(Db& db, long long institution_id, Date day, int most) {
  return db.run([&](soci::session& sql) {
    std::vector<PlannedLine> found;
    const std::string on = day.iso();
    each_row(
        sql,
        "select l.unit_id, l.id, l.appointment_id, l.line_no, l.state, " + line_values("l") +
            R"sql(, l.planned_place, coalesce(d.path, ''), a.number, a.unit_name, a.delivery, a.contact, a.phone,
                  a.address
                from (
                  select *
                  from appointment_lines p
                  where p.institution_id = :institution and p.planned_on = :day::date
                    and p.state in ('accepted', 'verifying')
                  order by p.unit_id, p.id limit :most
                ) l
                join appointments a on a.unit_id = l.unit_id and a.id = l.appointment_id
                left join divisions d on d.code = l.division_code
                order by a.delivery desc, a.unit_name, a.number, l.line_no
            )sql",
        [&](const soci::row& row) {
          PlannedLine& p = found.emplace_back();
          AppointmentLine& l = p.line;
          std::string state;
          row >> l.unit_id >> l.id >> l.appointment_id >> l.line_no >> state;
          read_line_values(row, l);
          row >> l.planned_place >> l.division_path >> p.number >> p.unit_name >> p.delivery >> p.contact >> p.phone >> p.address;
          l.state = domain::line_state_of(state).value_or(domain::LineState::accepted);
          l.planned_on = day;
        },
        institution_id, on, most);
    return found;
  });
}

Capacity capacity_of(Db& db, long long institution_id, Date from) {
  return db.run([&](soci::session& sql) {
    Capacity capacity;
    int daily = -1;
    sql << "select coalesce(daily_capacity, -1), version from institutions where id = :id", soci::use(institution_id),
        soci::into(daily), soci::into(capacity.version);
    if (daily >= 0) capacity.daily = daily;
    const std::string first = from.iso();
    each_row(
        sql,
        R"sql(
            select d.day::text, d.capacity, 't', d.note, coalesce((
              select sum(l.quantity)
              from appointment_lines l
              where l.institution_id = d.institution_id and l.planned_on = d.day
                and l.state in ('accepted', 'verifying')
            ), 0)::bigint, 0::bigint
            from institution_days d
            where d.institution_id = :id and d.day >= :from::date
            order by d.day limit 400
        )sql",
        [&](const soci::row& row) { capacity.days.push_back(read_load(row)); }, institution_id, first);
    return capacity;
  });
}

bool set_daily_capacity(Tx& tx, long long institution_id, const Capacity& old, const std::optional<int>& daily) {
  const int value = daily.value_or(-1);
  if (affected(tx,
               R"sql(
                   update institutions
                   set daily_capacity = nullif(:daily::int, -1), version = version + 1
                   where id = :id and version = :version
               )sql",
               value, institution_id, old.version) != 1)
    return false;
  tx.audit(0, "institution.capacity", "institution", institution_id, {{"daily_capacity", number_or_empty(old.daily)}},
           {{"daily_capacity", number_or_empty(daily)}});
  return true;
}

void set_day(Tx& tx, long long institution_id, const domain::DayValues& v) {
  const std::string day = v.day.iso();
  if (v.capacity)
    affected(tx,
             R"sql(
                 insert into institution_days (institution_id, day, capacity, note)
                 values (:id, :day::date, :capacity, :note)
                 on conflict (institution_id, day) do update
                 set capacity = excluded.capacity, note = excluded.note
             )sql",
             institution_id, day, *v.capacity, v.note);
  else
    affected(tx, "delete from institution_days where institution_id = :id and day = :day::date", institution_id, day);
  tx.audit(0, "institution.capacity", "institution", institution_id, nullptr,
           {{"day", day}, {"day_capacity", number_or_empty(v.capacity)}, {"day_note", v.note}});
}

}  // namespace store
