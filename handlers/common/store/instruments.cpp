// See instruments.h.
#include "store/instruments.h"

namespace store {
namespace {

using domain::Date;

constexpr std::size_t most_rows = 100;

// The tab an instrument stands in: domain/standing.h said in SQL, for counting. tests/store compares the two.
const char* const tab_of =
    "case when state <> 'in_use' then state "
    "when last_result = 'fail' then 'failed' "
    "when last_result is null then 'not_verified' "
    "when mode = 'first_scrap' then 'first_done' "
    "when mode = 'first_rotate' then case when valid_until <= :today::date + 30 then 'rotate' else 'valid' end "
    "when valid_until is null then 'not_verified' "
    "when valid_until < :today::date then 'overdue' "
    "when valid_until <= :today::date + 30 then 'due_soon' "
    "else 'valid' end";

std::string list_query() {
  return std::string("with marked as not materialized (select id, sort_due, quantity, ") + tab_of +
         " as tab from instruments where enterprise_id = :enterprise "
         "and position((select lower(normalize(:name, NFKC))) in name_folded) > 0 "
         "and position((select lower(normalize(:serial, NFKC))) in serial_folded) > 0), "
         // One row a tab first: the rule is then evaluated once for each instrument, not once for each count.
         "tabs as (select tab, count(*) as n, sum(quantity) as q from marked group by tab), "
         "counts as materialized (select coalesce(sum(n) filter (where :tab = 'all' or tab = :tab), 0)::bigint as matched, "
         "coalesce(sum(q), 0)::bigint as every, "
         "coalesce(sum(q) filter (where tab = 'due_soon'), 0)::bigint as due_soon, "
         "coalesce(sum(q) filter (where tab = 'overdue'), 0)::bigint as overdue, "
         "coalesce(sum(q) filter (where tab = 'rotate'), 0)::bigint as rotate, "
         "coalesce(sum(q) filter (where tab = 'failed'), 0)::bigint as failed, "
         "coalesce(sum(q) filter (where tab = 'not_verified'), 0)::bigint as not_verified, "
         "coalesce(sum(q) filter (where tab = 'stopped'), 0)::bigint as stopped, "
         "coalesce(sum(q) filter (where tab = 'scrapped'), 0)::bigint as scrapped from tabs), "
         "page as (select id, sort_due from marked where :tab = 'all' or tab = :tab "
         "order by sort_due, id limit :size offset :offset) "
         "select c.matched, c.every, c.due_soon, c.overdue, c.rotate, c.failed, c.not_verified, c.stopped, c.scrapped, "
         "coalesce(i.id, 0), coalesce(i.name, ''), coalesce(k.kind_name, ''), coalesce(i.model, ''), "
         "coalesce(i.serial_number, ''), coalesce(i.management_number, ''), coalesce(i.place, ''), coalesce(i.quantity, 0), "
         "coalesce(i.valid_until::text, ''), coalesce(i.state, ''), coalesce(i.mode, ''), coalesce(i.last_result, '') "
         "from counts c left join page p on true "
         "left join instruments i on i.enterprise_id = :enterprise and i.id = p.id "
         "left join catalogue_kinds k on k.id = i.kind_id order by p.sort_due, p.id";
}

// The list is what people look at all day: its statement is kept, its columns are fetched in bulk.
struct ListStatement {
  explicit ListStatement(soci::session& sql)
      : statement((sql.prepare << list_query(), soci::use(enterprise, "enterprise"), soci::use(today, "today"),
                   soci::use(name, "name"), soci::use(serial, "serial"), soci::use(tab, "tab"), soci::use(size, "size"),
                   soci::use(offset, "offset"), soci::into(counts[0]), soci::into(counts[1]), soci::into(counts[2]),
                   soci::into(counts[3]), soci::into(counts[4]), soci::into(counts[5]), soci::into(counts[6]),
                   soci::into(counts[7]), soci::into(counts[8]), soci::into(id), soci::into(text[0]), soci::into(text[1]),
                   soci::into(text[2]), soci::into(text[3]), soci::into(text[4]), soci::into(text[5]), soci::into(quantity),
                   soci::into(text[6]), soci::into(text[7]), soci::into(text[8]), soci::into(text[9]))) {}

  void resize(std::size_t n) {
    for (auto& column : counts) column.resize(n);
    for (auto& column : text) column.resize(n);
    id.resize(n);
    quantity.resize(n);
  }

  long long enterprise = 0;
  std::string today, name, serial, tab;
  int size = 0, offset = 0;
  std::vector<long long> counts[9] = {
      std::vector<long long>(most_rows), std::vector<long long>(most_rows), std::vector<long long>(most_rows),
      std::vector<long long>(most_rows), std::vector<long long>(most_rows), std::vector<long long>(most_rows),
      std::vector<long long>(most_rows), std::vector<long long>(most_rows), std::vector<long long>(most_rows)};
  std::vector<long long> id = std::vector<long long>(most_rows);
  std::vector<int> quantity = std::vector<int>(most_rows);
  std::vector<std::string> text[10] = {std::vector<std::string>(most_rows), std::vector<std::string>(most_rows),
                                       std::vector<std::string>(most_rows), std::vector<std::string>(most_rows),
                                       std::vector<std::string>(most_rows), std::vector<std::string>(most_rows),
                                       std::vector<std::string>(most_rows), std::vector<std::string>(most_rows),
                                       std::vector<std::string>(most_rows), std::vector<std::string>(most_rows)};
  soci::statement statement;
};

List read_list(const ListStatement& s) {
  static const char* const tabs[] = {"", "all", "due_soon", "overdue", "rotate", "failed", "not_verified", "stopped", "scrapped"};
  List list;
  list.matched = s.counts[0].at(0);
  for (std::size_t n = 1; n < 9; ++n) list.counts[tabs[n]] = s.counts[n].at(0);
  for (std::size_t n = 0; n < s.id.size() && s.id[n] != 0; ++n)
    list.rows.push_back({s.id[n], s.text[0][n], s.text[1][n], s.text[2][n], s.text[3][n], s.text[4][n], s.text[5][n],
                         s.quantity[n], Date::from_iso(s.text[6][n]), s.text[7][n], s.text[8][n], s.text[9][n]});
  return list;
}

nlohmann::json audited(const domain::InstrumentValues& v) {
  nlohmann::json values = {{"name", v.name},
                           {"kind_id", v.kind_id},
                           {"model", v.model},
                           {"measuring_range", v.measuring_range},
                           {"accuracy", v.accuracy},
                           {"serial_number", v.serial_number},
                           {"manufacturer", v.manufacturer},
                           {"origin", v.origin},
                           {"division_code", v.division_code},
                           {"place", v.place},
                           {"quantity", v.quantity},
                           {"use", v.use},
                           {"delivery", v.delivery},
                           {"management_number", v.management_number},
                           {"verified_on", domain::iso_or_empty(v.verified_on)},
                           {"valid_until", domain::iso_or_empty(v.valid_until)},
                           {"certificate_number", v.certificate_number},
                           {"institution_name", v.institution_name},
                           {"remark", v.remark}};
  if (v.cycle_months) values["cycle_months"] = *v.cycle_months;
  return values;
}

// Only what changed, so that a history reads as a list of changes.
void keep_differences(nlohmann::json& old_values, nlohmann::json& new_values) {
  for (auto it = new_values.begin(); it != new_values.end();) {
    if (old_values.contains(it.key()) && old_values[it.key()] == it.value()) {
      old_values.erase(it.key());
      it = new_values.erase(it);
    } else {
      ++it;
    }
  }
}

// The values as SOCI needs them.
struct Columns {
  explicit Columns(const domain::InstrumentValues& values)
      : verified_on(domain::iso_or_empty(values.verified_on)),
        valid_until(domain::iso_or_empty(values.valid_until)),
        cycle(values.cycle_months.value_or(0)) {}
  std::string verified_on, valid_until;
  int cycle;
};

}  // namespace

List list_instruments(Db& db, long long enterprise_id, const ListFilter& filter, Date today) {
  return db.run([&](soci::session& sql) {
    auto& list = db.kept<ListStatement>(sql);
    list.enterprise = enterprise_id;
    list.today = today.iso();
    list.name = filter.name;
    list.serial = filter.serial_number;
    list.tab = filter.tab;
    list.size = filter.size;
    list.offset = (filter.page - 1) * filter.size;
    list.resize(most_rows);
    list.statement.execute(true);
    return read_list(list);
  });
}

std::optional<Instrument> find_instrument(Db& db, long long enterprise_id, long long id) {
  return db.run([&](soci::session& sql) -> std::optional<Instrument> {
    soci::rowset<soci::row> rows =
        (sql.prepare
             << "select i.id, i.name, i.kind_id, i.mode, i.model, i.measuring_range, i.accuracy, i.serial_number, "
                "i.manufacturer, i.origin, i.division_code, i.place, i.quantity, i.use, i.delivery, i.management_number, "
                "coalesce(i.cycle_months, 0), coalesce(i.verified_on::text, ''), coalesce(i.valid_until::text, ''), "
                "i.certificate_number, i.institution_name, i.remark, i.state, coalesce(i.last_result, ''), i.version, "
                "k.item_name || ' / ' || k.kind_name || case when k.variant <> '' then '（' || k.variant || '）' else '' end, "
                "d.path from instruments i join catalogue_kinds k on k.id = i.kind_id "
                "join divisions d on d.code = i.division_code where i.enterprise_id = :enterprise and i.id = :id",
         soci::use(enterprise_id), soci::use(id));
    for (const soci::row& row : rows) {
      Instrument found;
      domain::InstrumentValues& v = found.values;
      int cycle = 0;
      std::string verified_on, valid_until;
      row >> found.id >> v.name >> v.kind_id >> v.mode >> v.model >> v.measuring_range >> v.accuracy >> v.serial_number >>
          v.manufacturer >> v.origin >> v.division_code >> v.place >> v.quantity >> v.use >> v.delivery >> v.management_number >>
          cycle >> verified_on >> valid_until >> v.certificate_number >> v.institution_name >> v.remark >> found.state >>
          found.last_result >> found.version >> found.kind_name >> found.division_name;
      if (cycle > 0) v.cycle_months = cycle;
      v.verified_on = Date::from_iso(verified_on);
      v.valid_until = Date::from_iso(valid_until);
      return found;
    }
    return {};
  });
}

int count_twins(Db& db, long long enterprise_id, const domain::InstrumentValues& values, long long except_id) {
  return db.run([&](soci::session& sql) {
    int twins = 0;
    sql << "select count(*)::int from instruments where enterprise_id = :enterprise and kind_id = :kind "
           "and serial_number = :serial and serial_number <> '无' and manufacturer = :manufacturer and id <> :except",
        soci::use(enterprise_id), soci::use(values.kind_id), soci::use(values.serial_number), soci::use(values.manufacturer),
        soci::use(except_id), soci::into(twins);
    return twins;
  });
}

long long create_instrument(Tx& tx, long long enterprise_id, const domain::InstrumentValues& v) {
  const Columns columns(v);
  long long id = 0;
  tx.sql() << "insert into instruments (enterprise_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, "
              "manufacturer, origin, division_code, place, quantity, use, delivery, management_number, cycle_months, "
              "verified_on, valid_until, last_result, certificate_number, institution_name, remark) values "
              "(:enterprise, :name, :kind, :mode, :model, :range, :accuracy, :serial, :manufacturer, :origin, :division, :place, "
              ":quantity, :use, :delivery, :management, nullif(:cycle::int, 0), nullif(:verified::text, '')::date, "
              "nullif(:valid::text, '')::date, case when :verified::text <> '' then 'declared' end, :certificate, :institution, "
              ":remark) returning id",
      soci::use(enterprise_id, "enterprise"), soci::use(v.name, "name"), soci::use(v.kind_id, "kind"), soci::use(v.mode, "mode"),
      soci::use(v.model, "model"), soci::use(v.measuring_range, "range"), soci::use(v.accuracy, "accuracy"),
      soci::use(v.serial_number, "serial"), soci::use(v.manufacturer, "manufacturer"), soci::use(v.origin, "origin"),
      soci::use(v.division_code, "division"), soci::use(v.place, "place"), soci::use(v.quantity, "quantity"),
      soci::use(v.use, "use"), soci::use(v.delivery, "delivery"), soci::use(v.management_number, "management"),
      soci::use(columns.cycle, "cycle"), soci::use(columns.verified_on, "verified"), soci::use(columns.valid_until, "valid"),
      soci::use(v.certificate_number, "certificate"), soci::use(v.institution_name, "institution"), soci::use(v.remark, "remark"),
      soci::into(id);
  tx.audit(enterprise_id, "instrument.create", "instrument", id, nullptr, audited(v));
  return id;
}

bool update_instrument(Tx& tx, long long enterprise_id, const Instrument& old, const domain::InstrumentValues& typed) {
  // A result that an institution recorded is not the unit's to change: its dates and certificate stay as they are.
  domain::InstrumentValues v = typed;
  if (old.recorded()) {
    v.verified_on = old.values.verified_on;
    v.valid_until = old.values.valid_until;
    v.certificate_number = old.values.certificate_number;
    v.institution_name = old.values.institution_name;
  }
  const Columns columns(v);
  const std::string result = old.recorded() ? old.last_result : v.verified_on ? "declared" : "";
  soci::statement update =
      (tx.sql().prepare << "update instruments set name = :name, kind_id = :kind, mode = :mode, model = :model, "
                           "measuring_range = :range, accuracy = :accuracy, serial_number = :serial, "
                           "manufacturer = :manufacturer, origin = :origin, division_code = :division, place = :place, "
                           "quantity = :quantity, use = :use, delivery = :delivery, management_number = :management, "
                           "cycle_months = nullif(:cycle::int, 0), verified_on = nullif(:verified::text, '')::date, "
                           "valid_until = nullif(:valid::text, '')::date, last_result = nullif(:result::text, ''), "
                           "certificate_number = :certificate, institution_name = :institution, remark = :remark, "
                           "updated_at = now(), version = version + 1 "
                           "where enterprise_id = :enterprise and id = :id and version = :version and state <> 'scrapped'",
       soci::use(v.name, "name"), soci::use(v.kind_id, "kind"), soci::use(v.mode, "mode"), soci::use(v.model, "model"),
       soci::use(v.measuring_range, "range"), soci::use(v.accuracy, "accuracy"), soci::use(v.serial_number, "serial"),
       soci::use(v.manufacturer, "manufacturer"), soci::use(v.origin, "origin"), soci::use(v.division_code, "division"),
       soci::use(v.place, "place"), soci::use(v.quantity, "quantity"), soci::use(v.use, "use"), soci::use(v.delivery, "delivery"),
       soci::use(v.management_number, "management"), soci::use(columns.cycle, "cycle"),
       soci::use(columns.verified_on, "verified"), soci::use(columns.valid_until, "valid"), soci::use(result, "result"),
       soci::use(v.certificate_number, "certificate"), soci::use(v.institution_name, "institution"),
       soci::use(v.remark, "remark"), soci::use(enterprise_id, "enterprise"), soci::use(old.id, "id"),
       soci::use(old.version, "version"));
  update.execute(true);
  if (update.get_affected_rows() != 1) return false;
  nlohmann::json before = audited(old.values), after = audited(v);
  keep_differences(before, after);
  tx.audit(enterprise_id, "instrument.update", "instrument", old.id, std::move(before), std::move(after));
  return true;
}

}  // namespace store
