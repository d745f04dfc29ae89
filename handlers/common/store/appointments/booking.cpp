// See booking.h. Locks: instruments by id first, then headers, for drafts and what becomes of them; headers, then lines, once
// they are submitted.
#include "store/appointments/booking.h"

#include "base/json.h"
#include "domain/ledger/lifecycle.h"
#include "store/core/sql_text.h"
#include "store/ledger/instrument_sql.h"
#include "store/people/notices.h"

#include <soci/soci.h>

#include <map>
#include <set>

namespace store {
namespace {

using Conflict = BookingRefused::Conflict;

nlohmann::json audited(const domain::BookingValues& v, const std::string& institution, const std::string& delivery,
                       std::size_t lines) {
  return {{"institution", institution}, {"delivery", delivery}, {"contact", v.contact},
          {"phone", v.phone},           {"address", v.address}, {"expected_on", domain::iso_or_empty(v.expected_on)},
          {"remark", v.remark},         {"lines", lines}};
}

std::string institution_name(Tx& tx, long long id) {
  std::string name;
  tx.sql() << "select name from institutions where id = :id", soci::use(id), soci::into(name);
  return name;
}

// state, mode, last result ('' for none) and whether it is on an open appointment: "" when it can be booked.
std::string read_refusal(const soci::row& row) {
  std::string state, mode, result;
  int open = 0;
  row >> state >> mode >> result >> open;
  domain::InstrumentFacts facts;
  facts.state = domain::state_of(state);
  facts.mode = domain::mode_of(mode);
  facts.last_result = domain::result_of(result);
  facts.on_appointment = open != 0;
  return std::string(domain::refusal(domain::Act::book, facts));
}

// Locks them, in the order of their ids, and returns those that cannot be on a draft.
std::vector<Conflict> lock_instruments(Tx& tx, long long unit_id, const std::vector<long long>& ids) {
  std::vector<Conflict> conflicts;
  std::set<long long> there;
  const std::string list = id_list(ids);
  each_row(
      tx.sql(),
      R"sql(
          select i.id, i.name, i.serial_number, i.appointment_number, i.state, i.mode, coalesce(i.last_result, ''),
            (i.appointment_id is not null)::int
          from instruments i
          where i.unit_id = :unit and i.id = any(:ids::bigint[])
          order by i.id
          for update
      )sql",
      [&](const soci::row& row) {
        Conflict c;
        row >> c.instrument_id >> c.name >> c.serial_number >> c.number;
        c.why = read_refusal(row);
        there.insert(c.instrument_id);
        if (!c.why.empty()) conflicts.push_back(c);
      },
      unit_id, list);
  for (const long long id : ids)
    if (there.count(id) == 0) conflicts.push_back({0, id, "", "", "IS_GONE", ""});
  return conflicts;
}

// Only locked, before a draft's header: the same order as stopping or scrapping one of them, which then takes it out of the
// draft.
void lock_instruments_of(Tx& tx, const Appointment& a, const std::vector<long long>& more) {
  const std::string list = id_list(more);
  lock_rows(tx,
            R"sql(
                select i.id
                from instruments i
                where i.unit_id = :unit and (i.id = any(:more::bigint[]) or i.id in (
                  select l.instrument_id
                  from appointment_lines l
                  where l.unit_id = i.unit_id and l.appointment_id = :appointment
                ))
                order by i.id
                for update
            )sql",
            a.unit_id, list, a.id);
}

void add_lines(Tx& tx, long long unit_id, long long appointment_id, long long institution_id,
               const std::vector<long long>& instruments, int first_no) {
  if (instruments.empty()) return;
  const std::string ids = id_list(instruments);
  affected(tx,
           R"sql(
               insert into appointment_lines (unit_id, appointment_id, institution_id, instrument_id, line_no)
               select :unit, :appointment, :institution, o.id, :first::int + o.place::int - 1
               from unnest(:ids::bigint[]) with ordinality as o(id, place)
           )sql",
           unit_id, appointment_id, institution_id, first_no, ids);
}

// Locked, and still the draft that was read.
void lock_draft(Tx& tx, const Appointment& old) {
  if (lock_rows(tx,
                R"sql(
                    select id
                    from appointments
                    where unit_id = :unit and id = :id and version = :version and state = 'draft'
                    for update
                )sql",
                old.unit_id, old.id, old.version) != 1)
    throw BookingRefused();
}

struct Header {
  long long id = 0, institution_id = 0;
  std::string number;
  int lines = 0;
};

std::vector<Header> lock_drafts(Tx& tx, long long unit_id, const std::vector<Submission>& which) {
  std::map<long long, int> versions;
  std::vector<long long> ids;
  for (const Submission& s : which) {
    versions[s.appointment_id] = s.version;
    ids.push_back(s.appointment_id);
  }
  const std::string list = id_list(ids);
  std::vector<Header> locked;
  bool stale = false;
  each_row(
      tx.sql(),
      R"sql(
          select id, institution_id, number, line_count, version, state
          from appointments
          where unit_id = :unit and id = any(:ids::bigint[])
          order by id
          for update
      )sql",
      [&](const soci::row& row) {
        Header h;
        int version = 0;
        std::string state;
        row >> h.id >> h.institution_id >> h.number >> h.lines >> version >> state;
        const int wanted = versions.at(h.id);
        stale = stale || state != "draft" || (wanted != 0 && wanted != version) || h.lines == 0;
        locked.push_back(h);
      },
      unit_id, list);
  if (stale || locked.size() != which.size()) throw BookingRefused();
  return locked;
}

// The instruments of these drafts, locked before their headers.
std::vector<Conflict> lock_lines(Tx& tx, long long unit_id, const std::string& appointments) {
  lock_rows(tx,
            R"sql(
                select i.id
                from instruments i
                where i.unit_id = :unit and i.id in (
                  select l.instrument_id
                  from appointment_lines l
                  where l.unit_id = i.unit_id and l.appointment_id = any(:ids::bigint[])
                )
                order by i.id
                for update
            )sql",
            unit_id, appointments);
  std::vector<Conflict> conflicts;
  each_row(
      tx.sql(),
      R"sql(
          select l.appointment_id, i.id, i.name, i.serial_number, i.appointment_number, i.state, i.mode,
            coalesce(i.last_result, ''), (i.appointment_id is not null)::int
          from appointment_lines l
          join instruments i on i.unit_id = l.unit_id and i.id = l.instrument_id
          where l.unit_id = :unit and l.appointment_id = any(:ids::bigint[])
          order by l.appointment_id, l.line_no
      )sql",
      [&](const soci::row& row) {
        Conflict c;
        row >> c.appointment_id >> c.instrument_id >> c.name >> c.serial_number >> c.number;
        c.why = read_refusal(row);
        if (!c.why.empty()) conflicts.push_back(c);
      },
      unit_id, appointments);
  return conflicts;
}

}  // namespace

void lock_for_booking(Tx& tx, long long unit_id, const std::vector<long long>& instruments) {
  const auto conflicts = lock_instruments(tx, unit_id, instruments);
  if (!conflicts.empty()) throw BookingRefused(conflicts);
}

long long create_draft(Tx& tx, long long unit_id, const NewDraft& d, domain::Date today) {
  lock_for_booking(tx, unit_id, d.instruments);
  if (d.instruments.empty() || d.instruments.size() > static_cast<std::size_t>(domain::most_lines)) throw BookingRefused();
  std::string day = today.iso();
  day.erase(7, 1).erase(4, 1);
  const std::string expected = domain::iso_or_empty(d.header.expected_on), who = tx.actor().login;
  long long id = 0;
  tx.sql() << R"sql(
      insert into appointments (unit_id, number, institution_id, delivery, contact, phone, address, expected_on,
        remark, created_by)
      values (:unit, :day || :division || (
        select case when n < 1000000 then lpad(n::text, 6, '0') else n::text end
        from nextval('appointment_numbers') as n
      ), :institution, :delivery, :contact, :phone, :address, nullif(:expected, '')::date, :remark, :who)
      returning id
  )sql",
      soci::use(unit_id), soci::use(day), soci::use(d.division_code), soci::use(d.institution_id), soci::use(d.delivery),
      soci::use(d.header.contact), soci::use(d.header.phone), soci::use(d.header.address), soci::use(expected),
      soci::use(d.header.remark), soci::use(who), soci::into(id);
  add_lines(tx, unit_id, id, d.institution_id, d.instruments, 1);
  tx.audit(unit_id, "appointment.create", "appointment", id, nullptr,
           audited(d.header, institution_name(tx, d.institution_id), d.delivery, d.instruments.size()));
  return id;
}

void update_draft(Tx& tx, const Appointment& old, const std::vector<AppointmentLine>& lines, const DraftChange& change) {
  std::set<long long> wanted(change.instruments.begin(), change.instruments.end()), had;
  for (const AppointmentLine& line : lines) had.insert(line.instrument_id);
  std::vector<long long> added;
  for (const long long id : change.instruments)
    if (had.count(id) == 0) added.push_back(id);
  lock_instruments_of(tx, old, added);
  auto conflicts = lock_instruments(tx, old.unit_id, added);
  for (Conflict& c : conflicts) c.appointment_id = old.id;
  if (!conflicts.empty()) throw BookingRefused(conflicts);
  lock_draft(tx, old);
  const std::string expected = domain::iso_or_empty(change.header.expected_on), kept = id_list(change.instruments);
  affected(tx,
           R"sql(
               update appointments
               set institution_id = :institution, delivery = :delivery, contact = :contact, phone = :phone,
                 address = :address, expected_on = nullif(:expected, '')::date, remark = :remark,
                 version = version + 1
               where unit_id = :unit and id = :id
           )sql",
           change.institution_id, change.delivery, change.header.contact, change.header.phone, change.header.address, expected,
           change.header.remark, old.unit_id, old.id);
  affected(tx,
           R"sql(
               delete
               from appointment_lines
               where unit_id = :unit and appointment_id = :id and instrument_id <> all(:kept::bigint[])
           )sql",
           old.unit_id, old.id, kept);
  affected(tx,
           R"sql(
               update appointment_lines l
               set line_no = o.place, institution_id = :institution, version = version + 1
               from (
                 select instrument_id as wanted, row_number() over (order by line_no, id)::int as place
                 from appointment_lines
                 where unit_id = :unit and appointment_id = :id
               ) o
               where l.unit_id = :unit2 and l.appointment_id = :id2 and l.instrument_id = o.wanted
           )sql",
           change.institution_id, old.unit_id, old.id, old.unit_id, old.id);
  add_lines(tx, old.unit_id, old.id, change.institution_id, added,
            static_cast<int>(change.instruments.size() - added.size()) + 1);
  tx.audit(old.unit_id, "appointment.update", "appointment", old.id,
           audited({old.contact, old.phone, old.address, old.expected_on, old.remark}, old.institution_name, old.delivery,
                   lines.size()),
           audited(change.header, institution_name(tx, change.institution_id), change.delivery, change.instruments.size()));
}

void remove_draft(Tx& tx, const Appointment& old, const std::vector<AppointmentLine>& lines) {
  lock_instruments_of(tx, old, {});
  lock_draft(tx, old);
  // The lines first: their trigger wants to find the header.
  affected(tx, "delete from appointment_lines where unit_id = :unit and appointment_id = :id", old.unit_id, old.id);
  if (affected(tx, "delete from appointments where unit_id = :unit and id = :id and state = 'draft'", old.unit_id, old.id) != 1)
    throw BookingRefused();
  auto values = audited({old.contact, old.phone, old.address, old.expected_on, old.remark}, old.institution_name, old.delivery,
                        lines.size());
  values["number"] = old.number;
  tx.audit(old.unit_id, "appointment.remove", "appointment", old.id, values, nullptr);
}

void submit(Tx& tx, long long unit_id, const std::vector<Submission>& which, domain::Date answer_by) {
  std::vector<long long> ids;
  for (const Submission& s : which) ids.push_back(s.appointment_id);
  const std::string list = id_list(ids), by = answer_by.iso();
  const auto conflicts = lock_lines(tx, unit_id, list);
  const std::vector<Header> headers = lock_drafts(tx, unit_id, which);
  if (!conflicts.empty()) throw BookingRefused(conflicts);
  affected(tx,
           R"sql(
               update appointments a
               set unit_name = e.name, unit_code = e.unit_code, unit_division = d.path, version = a.version + 1
               from units e
               join divisions d on d.code = e.division_code
               where e.id = a.unit_id and a.unit_id = :unit and a.id = any(:ids::bigint[])
           )sql",
           unit_id, list);
  affected(tx,
           R"sql(
               update appointment_lines l
               set state = 'waiting', submitted_at = now(), answer_by = :by::date, version = l.version + 1,
           )sql" +
               line_assignments() +
               R"sql(, last_result = i.last_result
               from instruments i
               where i.unit_id = l.unit_id and i.id = l.instrument_id and l.unit_id = :unit
                and l.appointment_id = any(:ids::bigint[])
          )sql",
           by, unit_id, list);
  std::string unit;
  tx.sql() << "select name from units where id = :id", soci::use(unit_id), soci::into(unit);
  for (const Header& h : headers) {
    tx.audit(unit_id, "appointment.submit", "appointment", h.id, nullptr, {{"number", h.number}, {"lines", h.lines}});
    notify_unit(tx, "submitted", unit_id, h.id, {{"lines", h.lines}});
    notify_institution(tx, "received", unit_id, h.institution_id, h.id, {{"unit", unit}, {"lines", h.lines}});
  }
}

std::string withdraw(Tx& tx, const Appointment& a, int version) {
  int lines = 0, waiting = 0;
  each_row(
      tx.sql(),
      R"sql(
          select line_count, waiting_count
          from appointments
          where unit_id = :unit and id = :id and version = :version and state = 'submitted'
          for update
      )sql",
      [&](const soci::row& row) { row >> lines >> waiting; }, a.unit_id, a.id, version);
  if (waiting == 0) throw BookingRefused();
  lock_rows(tx,
            R"sql(
                select id
                from appointment_lines
                where unit_id = :unit and appointment_id = :id and state = 'waiting'
                order by id
                for update
            )sql",
            a.unit_id, a.id);
  const bool all = lines == waiting;
  const std::string back =
      all ? "submitted_at = null, answer_by = null, state = 'draft'" : "ended_at = now(), ended_by = 'unit', state = 'withdrawn'";
  affected(tx,
           "update appointment_lines set " + back +
               ", version = version + 1 where unit_id = :unit and appointment_id = :id and state = 'waiting'",
           a.unit_id, a.id);
  tx.audit(a.unit_id, "appointment.withdraw", "appointment", a.id, {{"state", "waiting"}},
           {{"state", all ? "draft" : "withdrawn"}, {"lines", waiting}});
  notify_institution(tx, "withdrawn", a.unit_id, a.institution_id, a.id, {{"unit", a.unit_name}, {"lines", waiting}});
  return all ? "draft" : "withdrawn";
}

void cancel_line(Tx& tx, const Appointment& a, const AppointmentLine& line, int version, const std::string& reason) {
  lock_rows(tx, "select id from appointments where unit_id = :unit and id = :id for update", a.unit_id, a.id);
  if (affected(tx,
               R"sql(
                   update appointment_lines
                   set state = 'cancelled', reason = :reason, ended_at = now(), ended_by = 'unit',
                     version = version + 1
                   where unit_id = :unit and appointment_id = :appointment and id = :id and version = :version
                     and state = 'accepted'
               )sql",
               reason, a.unit_id, a.id, line.id, version) != 1)
    throw BookingRefused();
  tx.audit(a.unit_id, "appointment.cancel", "appointment", a.id, {{"state", "accepted"}},
           {{"state", "cancelled"}, {"line", line.line_no}, {"instrument", line.name}, {"reason", reason}});
  notify_institution(tx, "cancelled", a.unit_id, a.institution_id, a.id,
                     {{"unit", a.unit_name}, {"lines", 1}, {"instrument", line.name}, {"reason", reason}});
}

}  // namespace store
