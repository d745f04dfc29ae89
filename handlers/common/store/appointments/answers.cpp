// See answers.h.
#include "store/appointments/answers.h"

#include "base/json.h"
#include "store/appointments/institution_choice.h"
#include "store/core/sql_text.h"
#include "store/people/notices.h"

#include <soci/soci.h>

#include <algorithm>
#include <map>

namespace store {
namespace {

using domain::LineAct;
using domain::Side;

struct LockedLines {  // the lines of an act, locked
  std::string ids;    // an array literal
  std::vector<int> numbers;
  long long quantity = 0;
  std::string first_name;
};

// Locks the header, then the lines. LinesChanged unless each is as it was shown and allows this transition.
LockedLines lock_lines(Tx& tx, const Desk& desk, const Appointment& a, const std::vector<ShownLine>& shown, LineAct act) {
  const bool header = lock_rows(tx,
                                R"sql(
                                    select id
                                    from appointments
                                    where unit_id = :e and id = :a and institution_id = :i
                                    for update
                                )sql",
                                a.unit_id, a.id, desk.institution_id) == 1;
  std::map<long long, int> versions;
  for (const ShownLine& line : shown) versions[line.id] = line.version;
  std::string ids;
  for (const auto& [id, version] : versions) ids += (ids.empty() ? "" : ",") + std::to_string(id);
  LockedLines locked{"{" + ids + "}", {}, 0, ""};
  bool as_shown = header && !versions.empty();
  each_row(
      tx.sql(),
      R"sql(
          select id, version, state, line_no, quantity, name
          from appointment_lines
          where unit_id = :e and appointment_id = :a and institution_id = :i and id = any(:ids::bigint[])
          order by id
          for update
      )sql",
      [&](const soci::row& row) {
        long long id = 0;
        int version = 0, number = 0, quantity = 0;
        std::string state, name;
        row >> id >> version >> state >> number >> quantity >> name;
        const auto from = domain::line_state_of(state);
        as_shown = as_shown && versions.at(id) == version && from && domain::after(*from, act, Side::institution);
        locked.numbers.push_back(number);
        locked.quantity += quantity;
        if (locked.first_name.empty()) locked.first_name = name;
      },
      a.unit_id, a.id, desk.institution_id, locked.ids);
  if (!as_shown || locked.numbers.size() != versions.size()) throw LinesChanged();
  return locked;
}

// Two acts that fill one day wait for each other here; the load is read by a statement of its own, so that the one that waited
// counts what the other one planned.
void need_room(Tx& tx, const Desk& desk, domain::Date day, long long adding) {
  const std::string key = std::to_string(desk.institution_id) + ":" + day.iso();
  each_row(
      tx.sql(), "select pg_advisory_xact_lock(lock_class_desk_day(), hashtext(:key))::text", [](const soci::row&) {}, key);
  const DayLoad load = day_load(tx.sql(), desk.institution_id, day);
  if (load.capacity && load.planned + adding > *load.capacity) throw DayFull(load, adding);
}

// NotAuthorised unless the institution may verify each of them on that day.
void need_authorisation(Tx& tx, const Desk& desk, const Appointment& a, const LockedLines& locked, domain::Date day) {
  std::vector<CoverAsked> asked;
  std::vector<long long> ids;
  each_row(
      tx.sql(),
      R"sql(
          select id, kind_id, measuring_range, accuracy, division_code
          from appointment_lines
          where unit_id = :e and appointment_id = :a and id = any(:ids::bigint[])
          order by id
      )sql",
      [&](const soci::row& row) {
        CoverAsked one;
        row >> ids.emplace_back() >> one.kind_id >> one.measuring_range >> one.accuracy >> one.division_code;
        one.delivery = a.delivery;
        one.day = day;
        asked.push_back(std::move(one));
      },
      a.unit_id, a.id, locked.ids);
  const auto covers = covers_of(tx, desk.institution_id, asked);
  std::map<long long, domain::Cover> missing;
  for (std::size_t n = 0; n < ids.size(); ++n)
    if (!covers[n].covered) missing[ids[n]] = covers[n];
  if (!missing.empty()) throw NotAuthorised(std::move(missing));
}

struct Counts {
  int lines = 0, answered = 0, refused = 0;
};
Counts counts_of(Tx& tx, const Appointment& a) {
  Counts c;
  tx.sql() << R"sql(
      select count(*)::int, count(*) filter (where state not in ('waiting', 'withdrawn'))::int,
        count(*) filter (where state = 'refused')::int
      from appointment_lines
      where unit_id = :e and appointment_id = :a
  )sql",
      soci::use(a.unit_id), soci::use(a.id), soci::into(c.lines), soci::into(c.answered), soci::into(c.refused);
  return c;
}

void finish(Tx& tx, const Appointment& a, const char* action, const LockedLines& locked, nlohmann::json values,
            std::size_t changed) {
  if (changed != locked.numbers.size()) throw LinesChanged();
  values["lines"] = domain::line_ranges(locked.numbers);
  values["number"] = a.number;
  tx.audit(a.unit_id, action, "appointment", a.id, nullptr, std::move(values));
}

void notify_answered(Tx& tx, const Appointment& a) {
  const Counts c = counts_of(tx, a);
  notify_unit(tx, "answered", a.unit_id, a.id, {{"answered", c.answered}, {"lines", c.lines}, {"refused", c.refused}});
}

}  // namespace

void accept_lines(Tx& tx, const Desk& desk, const Appointment& a, const std::vector<ShownLine>& lines, const domain::Plan& plan,
                  bool beyond_capacity) {
  const LockedLines locked = lock_lines(tx, desk, a, lines, LineAct::accept);
  need_authorisation(tx, desk, a, locked, plan.on);
  if (!beyond_capacity) need_room(tx, desk, plan.on, locked.quantity);
  const std::string day = plan.on.iso();
  const int changed = affected(tx,
                               R"sql(
                                   update appointment_lines
                                   set state = 'accepted', answered_at = now(), answered_by = :by,
                                     planned_on = :day::date, planned_place = :place, planned_contact = :contact,
                                     planned_bring = :bring, version = version + 1
                                   where unit_id = :e and appointment_id = :a and id = any(:ids::bigint[])
                               )sql",
                               desk.by, day, plan.place, plan.contact, plan.bring, a.unit_id, a.id, locked.ids);
  nlohmann::json values{{"line_state", "accepted"},
                        {"planned_on", day},
                        {"planned_place", plan.place},
                        {"planned_contact", plan.contact},
                        {"planned_bring", plan.bring}};
  if (beyond_capacity) values["beyond_capacity"] = true;
  finish(tx, a, "appointment.answer", locked, std::move(values), static_cast<std::size_t>(changed));
  notify_answered(tx, a);
}

void refuse_lines(Tx& tx, const Desk& desk, const Appointment& a, const std::vector<ShownLine>& lines,
                  const domain::Refusal& refusal) {
  const LockedLines locked = lock_lines(tx, desk, a, lines, LineAct::refuse);
  const int changed = affected(tx,
                               R"sql(
                                   update appointment_lines
                                   set state = 'refused', answered_at = now(), answered_by = :by, reason_code = :code,
                                     reason = :reason, ended_at = now(), ended_by = 'institution',
                                     version = version + 1
                                   where unit_id = :e and appointment_id = :a and id = any(:ids::bigint[])
                               )sql",
                               desk.by, refusal.code, refusal.text, a.unit_id, a.id, locked.ids);
  finish(tx, a, "appointment.answer", locked,
         {{"line_state", "refused"}, {"refusal_code", refusal.code}, {"refusal_text", refusal.text}},
         static_cast<std::size_t>(changed));
  notify_answered(tx, a);
}

void cancel_lines(Tx& tx, const Desk& desk, const Appointment& a, const std::vector<ShownLine>& lines,
                  const std::string& reason) {
  const LockedLines locked = lock_lines(tx, desk, a, lines, LineAct::cancel);
  const int changed = affected(tx,
                               R"sql(
                                   update appointment_lines
                                   set state = 'cancelled', reason = :reason, ended_at = now(),
                                     ended_by = 'institution', version = version + 1
                                   where unit_id = :e and appointment_id = :a and id = any(:ids::bigint[])
                               )sql",
                               reason, a.unit_id, a.id, locked.ids);
  finish(tx, a, "appointment.cancel", locked, {{"line_state", "cancelled"}, {"cancel_reason", reason}},
         static_cast<std::size_t>(changed));
  notify_unit(tx, "cancelled", a.unit_id, a.id,
              {{"lines", locked.numbers.size()}, {"instrument", locked.first_name}, {"reason", reason}});
}

}  // namespace store
