// See bookable.h.
#include "store/appointments/bookable.h"

#include "store/core/sql_text.h"
#include "store/ledger/ledger_sql.h"

#include <soci/soci.h>

namespace store {
namespace {

const char* const can_be_chosen =
    "i.appointment_id is null and i.state in ('in_use', 'stopped') and not first_verification_done(i.mode, i.last_result) ";

// As find_ledger_rows, in the order of the ids.
std::vector<domain::LedgerRow> rows_of(Db& db, long long unit_id, const std::vector<long long>& ids) {
  std::map<long long, domain::LedgerRow> by_id;
  for (domain::LedgerRow& row : find_ledger_rows(db, unit_id, ids)) by_id[row.id] = row;
  std::vector<domain::LedgerRow> rows;
  for (const long long id : ids)
    if (const auto found = by_id.find(id); found != by_id.end()) rows.push_back(found->second);
  return rows;
}

}  // namespace

Bookable search_bookable(Db& db, long long unit_id, const std::string& text, const std::vector<long long>& except, int size,
                         int page) {
  Bookable found;
  std::vector<long long> ids;
  const int offset = (page - 1) * size;
  const std::string left_out = id_list(except);
  const std::string wanted =
      std::string("from instruments i where i.unit_id = :unit and ") + can_be_chosen +
      "and i.id <> all(:except::bigint[]) and (:text = '' or position(lower(normalize(:text2, NFKC)) in i.name_folded) > 0 or "
      "position(lower(normalize(:text3, NFKC)) in i.serial_folded) > 0 or "
      "position(lower(normalize(:text4, NFKC)) in lower(normalize(i.management_number, NFKC))) > 0) ";
  db.run([&](soci::session& sql) {
    each_row(
        sql, "select count(*)::bigint " + wanted, [&](const soci::row& row) { row >> found.matched; }, unit_id, left_out, text,
        text, text, text);
    each_row(
        sql, "select i.id " + wanted + "order by i.sort_due, i.id limit :size offset :offset",
        [&](const soci::row& row) {
          long long id = 0;
          row >> id;
          ids.push_back(id);
        },
        unit_id, left_out, text, text, text, text, size, offset);
  });
  found.rows = rows_of(db, unit_id, ids);
  return found;
}

std::vector<long long> bookable_matching(Db& db, long long unit_id, const LedgerFilter& filter, domain::Date today, int most,
                                         long long& matched) {
  return db.run([&](soci::session& sql) {
    const LedgerWhere where = where_in_tab(filter, today);
    std::vector<long long> ids;
    soci::row row;
    soci::statement statement(sql);
    bind(statement, where, unit_id);
    statement.exchange(soci::use(most, "most"));
    statement.exchange(soci::into(row));
    statement.alloc();
    statement.prepare("select i.id, count(*) over () from instruments i " + where.text + "and " + can_be_chosen +
                      "order by i.sort_due, i.id limit :most");
    statement.define_and_bind();
    for (bool more = statement.execute(true); more; more = statement.fetch()) {
      long long id = 0;
      row >> id >> matched;
      ids.push_back(id);
    }
    return ids;
  });
}

std::vector<long long> bookable_due(Db& db, long long unit_id, domain::Date today, int most, long long& matched) {
  return db.run([&](soci::session& sql) {
    std::vector<long long> ids;
    const std::string until = today.plus_days(30).iso();
    each_row(
        sql,
        R"sql(
            select i.id, count(*) over ()
            from instruments i
            where i.unit_id = :unit and i.appointment_id is null and i.state = 'in_use' and i.mode = 'periodic'
              and i.last_result in ('declared', 'pass') and i.valid_until <= :until::date
            order by i.sort_due, i.id limit :most
        )sql",
        [&](const soci::row& row) {
          long long id = 0;
          row >> id >> matched;
          ids.push_back(id);
        },
        unit_id, until, most);
    return ids;
  });
}

std::map<long long, DraftedOn> drafts_with(Db& db, long long unit_id, const std::vector<long long>& instrument_ids) {
  return db.run([&](soci::session& sql) {
    std::map<long long, DraftedOn> found;
    const std::string ids = id_list(instrument_ids);
    each_row(
        sql,
        R"sql(
            select l.instrument_id, a.id, a.number
            from appointment_lines l
            join appointments a on a.unit_id = l.unit_id and a.id = l.appointment_id
            where l.unit_id = :unit and l.instrument_id = any(:ids::bigint[]) and l.state = 'draft'
            order by a.id
        )sql",
        [&](const soci::row& row) {
          long long instrument = 0;
          DraftedOn on;
          row >> instrument >> on.appointment_id >> on.number;
          found[instrument] = on;
        },
        unit_id, ids);
    return found;
  });
}

domain::BookingForm usual_header(Db& db, long long unit_id) {
  return db.run([&](soci::session& sql) {
    domain::BookingForm form;
    each_row(
        sql,
        R"sql(
            select coalesce(a.contact, e.contact), coalesce(a.phone, e.mobile), coalesce(a.address, '')
            from units e
            left join lateral (
              select contact, phone, address
              from appointments a
              where a.unit_id = e.id
              order by a.id desc limit 1
            ) a on true
            where e.id = :unit
        )sql",
        [&](const soci::row& row) { row >> form.contact >> form.phone >> form.address; }, unit_id);
    return form;
  });
}

UnitCard unit_card(Db& db, long long unit_id) {
  return db.run([&](soci::session& sql) {
    UnitCard card;
    sql << "select name, unit_code from units where id = :id", soci::use(unit_id), soci::into(card.name), soci::into(card.code);
    return card;
  });
}

bool AppointmentFilter::narrowed() const {
  return !number.empty() || !institution.empty() || !delivery.empty() || !instrument.empty() || from || to;
}

AppointmentPage list_appointments(Db& db, long long unit_id, const AppointmentFilter& f) {
  const std::string from = domain::iso_or_empty(f.from), to = domain::iso_or_empty(f.to);
  const std::string day = "(coalesce(a.submitted_at, a.created_at) at time zone 'Asia/Shanghai')::date";
  std::string where = "from appointments a join institutions i on i.id = a.institution_id where a.unit_id = :unit ";
  std::vector<std::string> values;
  const auto value = [&](const std::string& text) {
    values.push_back(text);
    return ":f" + std::to_string(values.size() - 1) + "::text";
  };
  if (!f.number.empty()) where += "and position(upper(" + value(f.number) + ") in a.number) > 0 ";
  if (!f.institution.empty()) where += "and position(lower(" + value(f.institution) + ") in lower(i.name)) > 0 ";
  if (!f.delivery.empty()) where += "and a.delivery = " + value(f.delivery) + " ";
  if (f.from) where += "and " + day + " >= " + value(from) + "::date ";
  if (f.to) where += "and " + day + " <= " + value(to) + "::date ";
  if (!f.instrument.empty())
    where +=
        "and exists (select from appointment_lines l join instruments s on s.unit_id = l.unit_id "
        "and s.id = l.instrument_id cross join (select lower(normalize(" +
        value(f.instrument) +
        ", NFKC)) as text) w where l.unit_id = a.unit_id and l.appointment_id = a.id "
        "and (position(w.text in lower(normalize(l.name || ' ' || l.serial_number, NFKC))) > 0 "
        "or position(w.text in s.name_folded) > 0 or position(w.text in s.serial_folded) > 0)) ";
  const int offset = (f.page - 1) * f.size;
  return db.run([&](soci::session& sql) {
    AppointmentPage page;
    for (const char* state : {"all", "draft", "submitted", "answered"}) page.counts[state] = 0;
    const auto query = [&](const std::string& text, bool paged, const auto& take) {
      soci::row row;
      soci::statement statement(sql);
      statement.exchange(soci::use(unit_id, "unit"));
      for (std::size_t n = 0; n < values.size(); ++n) statement.exchange(soci::use(values[n], "f" + std::to_string(n)));
      if (paged) {
        statement.exchange(soci::use(f.state, "state"));
        statement.exchange(soci::use(f.size, "size"));
        statement.exchange(soci::use(offset, "offset"));
      }
      statement.exchange(soci::into(row));
      statement.alloc();
      statement.prepare(text);
      statement.define_and_bind();
      for (bool more = statement.execute(true); more; more = statement.fetch()) take(row);
    };
    query("select a.state, count(*)::bigint " + where + "group by a.state", false, [&](const soci::row& row) {
      std::string state;
      long long n = 0;
      row >> state >> n;
      page.counts[state] = n;
      page.counts["all"] += n;
    });
    page.matched = page.counts.at(f.state);
    query("select " + std::string(appointment_columns) + where +
              R"sql(
                  and (:state = 'all' or a.state = :state)
                  order by a.id desc limit :size
                  offset :offset
              )sql",
          true, [&](const soci::row& row) { page.rows.push_back(read_appointment(row)); });
    return page;
  });
}

}  // namespace store
