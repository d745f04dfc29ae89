// See instruments.h.
#include "store/ledger/instruments.h"

#include "base/json.h"
#include "domain/ledger/instrument_columns.h"
#include "store/core/sql_text.h"
#include "store/ledger/certificates.h"
#include "store/ledger/instrument_sql.h"
#include "store/ledger/ledger.h"

#include <soci/soci.h>

namespace store {
namespace {

nlohmann::json json_of(const std::string& value) { return value; }
nlohmann::json json_of(long long value) { return value; }
nlohmann::json json_of(int value) { return value; }
nlohmann::json json_of(const std::optional<int>& value) { return value ? nlohmann::json(*value) : nlohmann::json(); }
nlohmann::json json_of(const std::optional<domain::Date>& value) { return domain::iso_or_empty(value); }

}  // namespace

nlohmann::json audited(const domain::InstrumentValues& values) {
  nlohmann::json told = nlohmann::json::object();
  for (const domain::Column& column : domain::form_columns()) {
    nlohmann::json value = std::visit([&](auto member) { return json_of(values.*member); }, column.value);
    if (!value.is_null()) told[std::string(column.sql)] = std::move(value);
  }
  return told;
}

nlohmann::json stored_values(const domain::InstrumentValues& values) {
  nlohmann::json stored = audited(values);
  stored["mode"] = values.mode;
  return stored;
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
    int duplicates = 0;
    sql << R"sql(
        select count(*)::int
        from instruments
        where unit_id = :unit and kind_id = :kind
          and serial_number in (select jsonb_array_elements_text(:serials::jsonb)) and serial_number <> '无'
          and manufacturer = :manufacturer and id <> :except
    )sql",
        soci::use(unit_id), soci::use(values.kind_id), soci::use(serials), soci::use(values.manufacturer), soci::use(except_id),
        soci::into(duplicates);
    return duplicates;
  });
}

long long create_instrument(Tx& tx, long long unit_id, const domain::InstrumentValues& values) {
  static const std::string text = "insert into instruments (unit_id, last_result, " + instrument_names() +
                                  ") select :unit, case when s.verified_on <> '' then 'declared' end, " + instrument_values() +
                                  " from jsonb_to_record(:values::jsonb) as s(" + instrument_types() + ") returning id";
  const std::string json = stored_values(values).dump();
  long long id = 0;
  tx.sql() << text, soci::use(unit_id), soci::use(json), soci::into(id);
  tx.audit(unit_id, "instrument.create", "instrument", id, nullptr, audited(values));
  return id;
}

bool lock_instrument(Tx& tx, long long unit_id, long long id, int version) {
  return lock_rows(tx,
                   R"sql(
                       select id
                       from instruments
                       where unit_id = :unit and id = :id and version = coalesce(nullif(:version::int, 0), version)
                         and state <> 'scrapped'
                       for update
                   )sql",
                   unit_id, id, version) == 1;
}

bool update_instrument(Tx& tx, long long unit_id, const domain::LedgerRow& old, const domain::InstrumentValues& typed) {
  static const std::string text = "update instruments i set " + instrument_assignments() +
                                  ", last_result = nullif(:result::text, ''), updated_at = now(), version = i.version + 1 from "
                                  "jsonb_to_record(:values::jsonb) "
                                  "as s(" +
                                  instrument_types() +
                                  ") where i.unit_id = :unit and i.id = :id and i.version = :version and i.state <> 'scrapped'";
  // A result that an institution recorded is not the unit's to change: its dates and certificate stay as they are.
  domain::InstrumentValues v = typed;
  if (old.recorded()) domain::keep_record(v, old.values);
  const bool later = old.values.verified_on && v.verified_on && *v.verified_on > *old.values.verified_on;
  if (later) {
    if (!lock_instrument(tx, unit_id, old.id, old.version)) return false;
    store_superseded(tx, unit_id, {old.id});
  }
  const std::string result = old.recorded() ? old.last_result : v.verified_on ? "declared" : "";
  const std::string json = stored_values(v).dump();
  if (affected(tx, text, result, json, unit_id, old.id, old.version) != 1) return false;
  nlohmann::json before = audited(old.values), after = audited(v);
  leave_differences(before, after);
  tx.audit(unit_id, "instrument.update", "instrument", old.id, std::move(before), std::move(after));
  if (!later && old.values.verified_on != v.verified_on) bring_latest_into_force(tx, unit_id, old.id);
  return true;
}

}  // namespace store
