// See certificates.h.
#include "store/ledger/certificates.h"

#include "base/json.h"
#include "store/core/sql_text.h"
#include "store/ledger/instruments.h"

#include <soci/soci.h>

namespace store {
namespace {

using domain::iso_or_empty;

nlohmann::json audited(const std::string& verified_on, const std::string& valid_until, const std::string& number,
                       const std::string& institution) {
  return {{"verified_on", verified_on},
          {"valid_until", valid_until},
          {"certificate_number", number},
          {"institution_name", institution}};
}

nlohmann::json audited_record(const domain::InstrumentValues& v) {
  return audited(iso_or_empty(v.verified_on), iso_or_empty(v.valid_until), v.certificate_number, v.institution_name);
}

nlohmann::json audited(const Record& r) {
  return audited(r.verified_on.iso(), iso_or_empty(r.valid_until), r.number, r.institution_name);
}

void put_in_force(Tx& tx, long long unit_id, long long instrument_id, const domain::InstrumentValues& v, long long file_id) {
  const std::string verified_on = iso_or_empty(v.verified_on), valid_until = iso_or_empty(v.valid_until);
  affected(tx,
           R"sql(
               update instruments
               set verified_on = :verified::date, valid_until = nullif(:valid::text, '')::date,
                 certificate_number = :number, institution_name = :institution, last_result = 'declared',
                 certificate_file_id = nullif(:file::bigint, 0), result_id = null, updated_at = now()
               where unit_id = :unit and id = :id
           )sql",
           verified_on, valid_until, v.certificate_number, v.institution_name, file_id, unit_id, instrument_id);
}

void put_among_earlier(Tx& tx, long long unit_id, long long instrument_id, const domain::InstrumentValues& v, long long file_id) {
  const std::string verified_on = iso_or_empty(v.verified_on), valid_until = iso_or_empty(v.valid_until);
  affected(tx,
           R"sql(
               insert into certificates (unit_id, instrument_id, result, verified_on, valid_until, number,
                 institution_name, file_id)
               values (:unit, :instrument, 'declared', :verified::date, nullif(:valid::text, '')::date, :number,
                 :institution, nullif(:file::bigint, 0))
           )sql",
           unit_id, instrument_id, verified_on, valid_until, v.certificate_number, v.institution_name, file_id);
}

// A form made from the instrument as it was finds another version from now on.
void count_up(Tx& tx, long long unit_id, long long instrument_id) {
  affected(tx, "update instruments set version = version + 1 where unit_id = :unit and id = :id", unit_id, instrument_id);
}

}  // namespace

std::vector<Record> records_of(Db& db, long long unit_id, long long instrument_id) {
  return db.run([&](soci::session& sql) {
    std::vector<Record> records;
    const auto take = [&](const soci::row& row) {
      Record& r = records.emplace_back();
      std::string verified_on, valid_until;
      row >> r.id >> r.result >> verified_on >> valid_until >> r.number >> r.seal_number >> r.institution_name >> r.file_id >>
          r.file_name >> r.mark >> r.version_no;
      r.verified_on = domain::Date::from_iso(verified_on).value_or(domain::Date());
      r.valid_until = domain::Date::from_iso(valid_until);
    };
    each_row(sql,
             R"sql(
                 with asked as (select :unit::bigint as unit, :instrument::bigint as instrument)
                 select r.id, r.result, r.verified_on::text, coalesce(r.valid_until::text, ''), r.number,
                   r.seal_number, r.institution_name, coalesce(a.id, 0), coalesce(a.original_name, ''), coalesce(x.mark, ''),
                   coalesce(x.version_no, 0)
                 from (
                   select i.unit_id, 0::bigint as id, i.last_result as result, i.verified_on, i.valid_until,
                     i.certificate_number as number, i.seal_number, i.institution_name, i.certificate_file_id as file_id, i.result_id
                   from asked, instruments i
                   where i.unit_id = asked.unit and i.id = asked.instrument and i.verified_on is not null
                   union all
                   select c.unit_id, c.id, c.result, c.verified_on, c.valid_until, c.number, c.seal_number, c.institution_name,
                     c.file_id, c.result_id
                   from asked, certificates c
                   where c.unit_id = asked.unit and c.instrument_id = asked.instrument
                 ) r
                 left join attachments a on a.unit_id = r.unit_id and a.id = r.file_id
                 left join results x on x.unit_id = r.unit_id and x.id = r.result_id
                 order by r.id <> 0, r.verified_on desc, r.id desc
             )sql",
             take, unit_id, instrument_id);
    return records;
  });
}

std::optional<domain::LedgerRow> verified_as(Db& db, long long unit_id, long long instrument_id) {
  return db.run([&](soci::session& sql) {
    std::optional<domain::LedgerRow> found;
    each_row(
        sql,
        R"sql(
            select r.name, r.kind_id, k.shown_name, r.model, r.measuring_range, r.accuracy, r.serial_number,
              r.manufacturer, case when r.passed > 0 then r.passed else r.failed end
            from instruments i
            join results r on r.unit_id = i.unit_id and r.id = i.result_id
            join catalogue_kinds k on k.id = r.kind_id
            where i.unit_id = :unit and i.id = :instrument
        )sql",
        [&](const soci::row& row) {
          domain::LedgerRow& as = found.emplace();
          domain::InstrumentValues& v = as.values;
          row >> v.name >> v.kind_id >> as.kind_name >> v.model >> v.measuring_range >> v.accuracy >> v.serial_number >>
              v.manufacturer >> v.quantity;
        },
        unit_id, instrument_id);
    return found;
  });
}

void store_superseded(Tx& tx, long long unit_id, const std::vector<long long>& ids) {
  const std::string list = id_list(ids);
  affected(tx, "select records_supersede(:unit, :ids::bigint[])", unit_id, list);
}

bool bring_latest_into_force(Tx& tx, long long unit_id, long long instrument_id) {
  int changed = 0;
  tx.sql() << "select record_latest(:unit, :instrument)::int", soci::use(unit_id), soci::use(instrument_id), soci::into(changed);
  return changed != 0;
}

bool add_record(Tx& tx, long long unit_id, const domain::LedgerRow& old, const domain::InstrumentValues& values,
                long long file_id) {
  if (old.recorded() || !lock_instrument(tx, unit_id, old.id, old.version)) return false;
  const bool in_force = !old.values.verified_on || *values.verified_on > *old.values.verified_on;
  nlohmann::json before = nullptr, after = audited_record(values);
  if (in_force) {
    if (old.values.verified_on) before = audited_record(old.values);
    store_superseded(tx, unit_id, {old.id});
    put_in_force(tx, unit_id, old.id, values, file_id);
  } else {
    put_among_earlier(tx, unit_id, old.id, values, file_id);
    after["earlier"] = true;
  }
  count_up(tx, unit_id, old.id);
  tx.audit(unit_id, "instrument.add_record", "instrument", old.id, std::move(before), std::move(after));
  return true;
}

bool remove_record(Tx& tx, long long unit_id, const domain::LedgerRow& old, const Record& record) {
  if (old.recorded() || record.result != "declared" || !lock_instrument(tx, unit_id, old.id, old.version)) return false;
  if (record.id != 0) {
    if (affected(tx, "delete from certificates where unit_id = :unit and instrument_id = :instrument and id = :id", unit_id,
                 old.id, record.id) != 1)
      return false;
  } else {
    affected(tx,
             R"sql(
                 update instruments
                 set verified_on = null, valid_until = null, certificate_number = '', institution_name = '',
                   last_result = null, certificate_file_id = null, result_id = null, updated_at = now()
                 where unit_id = :unit and id = :id
             )sql",
             unit_id, old.id);
    bring_latest_into_force(tx, unit_id, old.id);
  }
  count_up(tx, unit_id, old.id);
  tx.audit(unit_id, "instrument.remove_record", "instrument", old.id, audited(record), nullptr);
  return true;
}

}  // namespace store
