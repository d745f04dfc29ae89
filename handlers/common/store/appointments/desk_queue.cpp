// See desk_queue.h.
#include "store/appointments/desk_queue.h"

#include "base/number.h"
#include "domain/values/text.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

#include <algorithm>

namespace store {
namespace {

using domain::Date;

const std::string microseconds = "(extract(epoch from a.submitted_at) * 1000000)::bigint";

const char* in_tab(const std::string& tab) {
  if (tab == "waiting") return "a.waiting_count > 0 ";
  if (tab == "working") return "a.open_count > a.waiting_count ";
  return "true ";
}

// The tab's own order, or the other way round for the page in front.
bool descending(const DeskFilter& f) { return (f.tab == "all") != f.before.has_value(); }
std::string order(const DeskFilter& f) {
  const char* way = descending(f) ? " desc" : "";
  return std::string("order by a.submitted_at") + way + ", a.id" + way + " ";
}

// Appointments of the tab that the filter leaves, from the place on: everything but instruments' names, which are looked for in
// what this finds. Conditions that are not asked for are left out, so that the plan is the index's.
std::string candidates(const DeskFilter& f) {
  std::string where = std::string("a.institution_id = :institution and a.state <> 'draft' and ") + in_tab(f.tab);
  const auto condition = [&](bool asked, const std::string& with, const std::string& without) {
    where += "and " + (asked ? with : without) + " ";
  };
  condition(f.after || f.before,
            std::string("(a.submitted_at, a.id) ") + (descending(f) ? "<" : ">") +
                " (timestamptz 'epoch' + :at::bigint * interval '1 microsecond', :id::bigint)",
            "(:at::bigint, :id::bigint) = (0, 0)");
  condition(!f.number.empty(), "a.number collate \"C\" ^@ :number", ":number::text = ''");
  condition(!f.unit.empty(),
            "(strpos(lower(normalize(a.unit_name, NFKC)), lower(normalize(:unit, NFKC))) > 0 or upper(replace(a.unit_code, '-', "
            "'')) ^@ :unit_code)",
            ":unit::text || :unit_code::text = ''");
  condition(!f.serial.empty(),
            R"sql(
                (a.unit_id, a.id) in (
                  select l.unit_id, l.appointment_id
                  from appointment_lines l
                  where l.institution_id = :own and l.state <> 'draft'
                    and l.serial_folded collate "C" ^@ lower(normalize(:serial, NFKC))
                )
            )sql",
            ":own::bigint > 0 and :serial::text = ''");
  condition(!f.delivery.empty(), "a.delivery = :delivery", ":delivery::text = ''");
  condition(f.expected_from.has_value(), "a.expected_on >= :expected_from::date", ":expected_from::text = ''");
  condition(f.expected_to.has_value(), "a.expected_on <= :expected_to::date", ":expected_to::text = ''");
  return "select a.* from appointments a where " + where + order(f) + "limit :looked_at";
}

std::string holding(const DeskFilter& f) {
  if (f.instrument.empty()) return ":instrument::text = '' ";
  return R"sql(
      exists (
        select
        from appointment_lines n
        left join catalogue_kinds k on k.id = n.kind_id
        where n.unit_id = a.unit_id and n.appointment_id = a.id
          and strpos(lower(normalize(n.name || ' ' || coalesce(k.kind_name || ' ' || k.variant, ''), NFKC)),
          lower(normalize(:instrument, NFKC))) > 0
      )
  )sql";
}

struct Bound {  // SOCI keeps references
  long long institution, at, id;
  std::string unit_code, expected_from, expected_to;
  int looked_at;
};

template <typename F>
void each_candidate(soci::session& sql, const std::string& text, const DeskFilter& f, const Bound& b, F take) {
  soci::row row;
  soci::statement statement(sql);
  statement.exchange(soci::use(b.institution, "institution"));
  statement.exchange(soci::use(b.at, "at"));
  statement.exchange(soci::use(b.id, "id"));
  statement.exchange(soci::use(f.number, "number"));
  statement.exchange(soci::use(f.unit, "unit"));
  statement.exchange(soci::use(b.unit_code, "unit_code"));
  statement.exchange(soci::use(b.institution, "own"));
  statement.exchange(soci::use(f.serial, "serial"));
  statement.exchange(soci::use(f.delivery, "delivery"));
  statement.exchange(soci::use(b.expected_from, "expected_from"));
  statement.exchange(soci::use(b.expected_to, "expected_to"));
  statement.exchange(soci::use(b.looked_at, "looked_at"));
  if (text.find(":instrument") != std::string::npos) statement.exchange(soci::use(f.instrument, "instrument"));
  statement.exchange(soci::into(row));
  statement.alloc();
  statement.prepare(text);
  statement.define_and_bind();
  for (bool more = statement.execute(true); more; more = statement.fetch()) take(row);
}

DeskRow read_row(const soci::row& row) {
  DeskRow r;
  r.appointment = read_appointment(row);
  std::string states, answer_by, planned_on;
  row >> r.place.at >> r.instrument >> states >> answer_by >> planned_on;
  r.place.id = r.appointment.id;
  for (std::size_t at = 0; at < states.size();) {
    const std::size_t end = std::min(states.find(',', at), states.size());
    if (const auto state = domain::line_state_of(states.substr(at, end - at))) r.states.push_back(*state);
    at = end + 1;
  }
  r.answer_by = Date::from_iso(answer_by);
  r.planned_on = Date::from_iso(planned_on);
  return r;
}

std::vector<DeskRow> find_rows(soci::session& sql, const DeskFilter& f, const Bound& bound) {
  const std::string text =
      "select " + std::string(appointment_columns) + ", " + microseconds +
      ", coalesce(w.instrument, ''), coalesce(w.states, ''), coalesce(w.answer_by::text, ''), coalesce(w.planned_on::text, '') "
      "from (select * from (" +
      candidates(f) + ") a where " + holding(f) + order(f) + "limit " + std::to_string(f.size + 1) +
      ") a join institutions i on i.id = a.institution_id left join lateral (select "
      "(array_agg(l.name order by l.line_no))[1] as instrument, string_agg(distinct l.state, ',') as states, "
      "min(l.answer_by) filter (where l.state = 'waiting') as answer_by, "
      "min(l.planned_on) filter (where l.state in ('accepted', 'verifying')) as planned_on from appointment_lines l "
      "where l.unit_id = a.unit_id and l.appointment_id = a.id) w on true " +
      order(f);
  std::vector<DeskRow> rows;
  each_candidate(sql, text, f, bound, [&](const soci::row& row) { rows.push_back(read_row(row)); });
  return rows;
}

int counted(soci::session& sql, long long institution, const char* tab) {
  const std::string text = std::string(
                               R"sql(
                                   select count(*)::int
                                   from (
                                     select
                                     from appointments a
                                     where a.institution_id = :i and a.state <> 'draft' and
                               )sql") +
                           in_tab(tab) + "limit " + std::to_string(most_counted + 1) + ") f";
  int n = 0;
  sql << text, soci::use(institution), soci::into(n);
  return n;
}

// The page is what the rows say; one row more than fits says that there is another page.
void set_page(DeskPage& page, const DeskFilter& f, bool looked_at_all) {
  const bool more = page.rows.size() > static_cast<std::size_t>(f.size);
  if (more) page.rows.pop_back();
  if (f.before) std::reverse(page.rows.begin(), page.rows.end());
  page.more = f.before ? true : more;
  page.earlier = f.before ? more : f.after.has_value();
  if (more || looked_at_all) page.looked_up_to.reset();
}

}  // namespace

std::optional<DeskPlace> DeskPlace::parse(const std::string& text) {
  const auto dot = text.find('.');
  if (dot == std::string::npos) return {};
  const auto at = base::row_id(text.substr(0, dot)), id = base::row_id(text.substr(dot + 1));
  // 16 digits of microseconds last until the year 2286; more could leave what a timestamp can hold.
  if (!at || dot > 16 || !id) return {};
  return DeskPlace{*at, *id};
}

DeskPage desk_queue(Db& db, long long institution_id, const DeskFilter& f) {
  return db.run([&](soci::session& sql) {
    DeskPage page;
    const DeskPlace place = f.after ? *f.after : f.before.value_or(DeskPlace{});
    const std::string code = domain::normalise_code(f.unit);
    const int looked_at = f.instrument.empty() ? f.size + 1 : most_looked_at;
    const Bound bound{institution_id,
                      place.at,
                      place.id,
                      code.empty() && !f.unit.empty() ? "-" : code,  // every code begins with nothing
                      domain::iso_or_empty(f.expected_from),
                      domain::iso_or_empty(f.expected_to),
                      looked_at};
    page.rows = find_rows(sql, f, bound);
    bool looked_at_all = true;
    if (!f.instrument.empty() && page.rows.size() <= static_cast<std::size_t>(f.size)) {
      const std::string last = "select " + microseconds + ", a.id from (" + candidates(f) + ") a " + order(f) + "offset " +
                               std::to_string(most_looked_at - 1) + " limit 1";
      each_candidate(sql, last, f, bound, [&](const soci::row& row) {
        page.looked_up_to = DeskPlace{row.get<long long>(0), row.get<long long>(1)};
        looked_at_all = false;
      });
    }
    set_page(page, f, looked_at_all);
    if (!f.narrowed()) {
      page.waiting = counted(sql, institution_id, "waiting");
      page.working = counted(sql, institution_id, "working");
      page.all = counted(sql, institution_id, "all");
    }
    return page;
  });
}

std::optional<LastPlan> last_plan(Db& db, long long institution_id) {
  return db.run([&](soci::session& sql) {
    std::optional<LastPlan> last;
    each_row(
        sql,
        R"sql(
            select l.planned_place, l.planned_contact, l.planned_bring
            from (
              select *
              from appointment_lines p
              where p.institution_id = :institution and p.state in ('accepted', 'verifying')
              order by p.planned_on desc, p.unit_id desc, p.id desc limit 50
            ) l
            join appointments a on a.unit_id = l.unit_id and a.id = l.appointment_id and a.delivery = 'send_in'
            order by l.answered_at desc, l.id desc limit 1
        )sql",
        [&](const soci::row& row) {
          last = LastPlan{row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)};
        },
        institution_id);
    return last;
  });
}

}  // namespace store
