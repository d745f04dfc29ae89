// See instruments.h.
#include "store/ledger/instruments.h"

#include "base/json.h"
#include "store/core/sql_text.h"
#include "store/ledger/certificates.h"
#include "store/ledger/ledger.h"

#include <soci/soci.h>

namespace store {
namespace {

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

void leave_differences(nlohmann::json& old_values, nlohmann::json& new_values) {
  for (auto it = new_values.begin(); it != new_values.end();) {
    if (old_values.contains(it.key()) && old_values[it.key()] == it.value()) {
      old_values.erase(it.key());
      it = new_values.erase(it);
    } else {
      ++it;
    }
  }
}

std::optional<domain::LedgerRow> find_instrument(Db& db, long long unit_id, long long id) {
  auto found = find_ledger_rows(db, unit_id, {id});
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

int count_duplicates(Db& db, long long unit_id, const domain::InstrumentValues& values,
                     const std::vector<std::string>& serial_numbers, long long except_id) {
  const std::string serials = nlohmann::json(serial_numbers).dump();
  return db.run([&](soci::session& sql) {
    int twins = 0;
    sql << "select count(*)::int from instruments where unit_id = :unit and kind_id = :kind "
           "and serial_number in (select jsonb_array_elements_text(:serials::jsonb)) and serial_number <> '无' "
           "and manufacturer = :manufacturer and id <> :except",
        soci::use(unit_id), soci::use(values.kind_id), soci::use(serials), soci::use(values.manufacturer), soci::use(except_id),
        soci::into(twins);
    return twins;
  });
}

long long create_instrument(Tx& tx, long long unit_id, const domain::InstrumentValues& v) {
  const Columns columns(v);
  long long id = 0;
  tx.sql() << "insert into instruments (unit_id, name, kind_id, mode, model, measuring_range, accuracy, serial_number, "
              "manufacturer, origin, division_code, place, quantity, use, delivery, management_number, cycle_months, "
              "verified_on, valid_until, last_result, certificate_number, institution_name, remark) values "
              "(:unit, :name, :kind, :mode, :model, :range, :accuracy, :serial, :manufacturer, :origin, :division, :place, "
              ":quantity, :use, :delivery, :management, nullif(:cycle::int, 0), nullif(:verified::text, '')::date, "
              "nullif(:valid::text, '')::date, case when :verified::text <> '' then 'declared' end, :certificate, :institution, "
              ":remark) returning id",
      soci::use(unit_id, "unit"), soci::use(v.name, "name"), soci::use(v.kind_id, "kind"), soci::use(v.mode, "mode"),
      soci::use(v.model, "model"), soci::use(v.measuring_range, "range"), soci::use(v.accuracy, "accuracy"),
      soci::use(v.serial_number, "serial"), soci::use(v.manufacturer, "manufacturer"), soci::use(v.origin, "origin"),
      soci::use(v.division_code, "division"), soci::use(v.place, "place"), soci::use(v.quantity, "quantity"),
      soci::use(v.use, "use"), soci::use(v.delivery, "delivery"), soci::use(v.management_number, "management"),
      soci::use(columns.cycle, "cycle"), soci::use(columns.verified_on, "verified"), soci::use(columns.valid_until, "valid"),
      soci::use(v.certificate_number, "certificate"), soci::use(v.institution_name, "institution"), soci::use(v.remark, "remark"),
      soci::into(id);
  tx.audit(unit_id, "instrument.create", "instrument", id, nullptr, audited(v));
  return id;
}

bool lock_instrument(Tx& tx, long long unit_id, long long id, int version) {
  return lock_rows(tx,
                   "select id from instruments where unit_id = :unit and id = :id and "
                   "version = coalesce(nullif(:version::int, 0), version) and state <> 'scrapped' for update",
                   unit_id, id, version) == 1;
}

bool update_instrument(Tx& tx, long long unit_id, const domain::LedgerRow& old, const domain::InstrumentValues& typed) {
  // A result that an institution recorded is not the unit's to change: its dates and certificate stay as they are.
  domain::InstrumentValues v = typed;
  if (old.recorded()) {
    v.verified_on = old.values.verified_on;
    v.valid_until = old.values.valid_until;
    v.certificate_number = old.values.certificate_number;
    v.institution_name = old.values.institution_name;
  }
  const bool later = old.values.verified_on && v.verified_on && *v.verified_on > *old.values.verified_on;
  if (later) {
    if (!lock_instrument(tx, unit_id, old.id, old.version)) return false;
    store_superseded(tx, unit_id, {old.id});
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
                           "where unit_id = :unit and id = :id and version = :version and state <> 'scrapped'",
       soci::use(v.name, "name"), soci::use(v.kind_id, "kind"), soci::use(v.mode, "mode"), soci::use(v.model, "model"),
       soci::use(v.measuring_range, "range"), soci::use(v.accuracy, "accuracy"), soci::use(v.serial_number, "serial"),
       soci::use(v.manufacturer, "manufacturer"), soci::use(v.origin, "origin"), soci::use(v.division_code, "division"),
       soci::use(v.place, "place"), soci::use(v.quantity, "quantity"), soci::use(v.use, "use"), soci::use(v.delivery, "delivery"),
       soci::use(v.management_number, "management"), soci::use(columns.cycle, "cycle"),
       soci::use(columns.verified_on, "verified"), soci::use(columns.valid_until, "valid"), soci::use(result, "result"),
       soci::use(v.certificate_number, "certificate"), soci::use(v.institution_name, "institution"),
       soci::use(v.remark, "remark"), soci::use(unit_id, "unit"), soci::use(old.id, "id"), soci::use(old.version, "version"));
  update.execute(true);
  if (update.get_affected_rows() != 1) return false;
  nlohmann::json before = audited(old.values), after = audited(v);
  leave_differences(before, after);
  tx.audit(unit_id, "instrument.update", "instrument", old.id, std::move(before), std::move(after));
  if (!later && old.values.verified_on != v.verified_on) bring_latest_into_force(tx, unit_id, old.id);
  return true;
}

}  // namespace store
