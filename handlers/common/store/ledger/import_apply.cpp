// See import_staging.h: the application. Locks first, then the ledger, the audit last.
#include "store/core/sql_text.h"
#include "store/ledger/certificates.h"
#include "store/ledger/import_staging.h"

#include <soci/soci.h>

namespace store {
namespace {

const char* const staged =
    "from import_rows r cross join lateral jsonb_to_record(r.fields->'set') as s(name text, kind_id bigint, mode text, model "
    "text, "
    "measuring_range text, accuracy text, serial_number text, manufacturer text, origin text, division_code text, place text, "
    "quantity int, use text, delivery text, management_number text, cycle_months int, verified_on text, valid_until text, "
    "certificate_number text, institution_name text, remark text) ";
const char* const of_import = "r.unit_id = :unit and r.import_id = :import ";

// Rows of the ledger that are no longer as they were when they were compared become errors.
int mark_conflicts(Tx& tx, long long unit_id, long long import_id) {
  return affected(
      tx,
      std::string("with locked as (select i.id, i.version, i.state, i.appointment_id, i.last_result from instruments i "
                  "join import_rows r on r.unit_id = i.unit_id and r.instrument_id = i.id where ") +
          of_import +
          "and r.verdict = 'changed' order by i.id for update of i) "
          "update import_rows r set verdict = 'error', fields = '{}', errors = r.errors || "
          "jsonb_build_array(jsonb_build_object('field', 'version', 'code', 'VERSION')) where " +
          of_import +
          "and r.verdict = 'changed' and not exists (select from locked l where l.id = r.instrument_id and l.version = r.version "
          "and l.state <> 'scrapped' and (l.appointment_id is null or "
          "not r.fields->'new' ?| array['kind_id', 'model', 'serial_number', 'manufacturer', 'quantity']) and "
          "(l.last_result is null or l.last_result = 'declared' or "
          "not r.fields->'new' ?| array['verified_on', 'valid_until', 'certificate_number', 'institution_name']))",
      unit_id, import_id, unit_id, import_id);  // each stands twice in it
}

int add_new(Tx& tx, long long unit_id, long long import_id) {
  return affected(
      tx,
      std::string("insert into instruments (unit_id, id, name, kind_id, mode, model, measuring_range, accuracy, "
                  "serial_number, manufacturer, origin, division_code, place, quantity, use, delivery, management_number, "
                  "cycle_months, verified_on, valid_until, last_result, certificate_number, institution_name, remark) "
                  "select r.unit_id, r.instrument_id, s.name, s.kind_id, s.mode, s.model, s.measuring_range, s.accuracy, "
                  "s.serial_number, s.manufacturer, s.origin, s.division_code, s.place, s.quantity, s.use, s.delivery, "
                  "s.management_number, s.cycle_months, nullif(s.verified_on, '')::date, nullif(s.valid_until, '')::date, "
                  "case when s.verified_on <> '' then 'declared' end, s.certificate_number, s.institution_name, s.remark ") +
          staged + "where " + of_import + "and r.verdict = 'new'",
      unit_id, import_id);
}

// A later day is a new verification: the record before it goes to `certificates` (certificates.h).
void store_earlier_records(Tx& tx, long long unit_id, long long import_id) {
  std::vector<long long> ids;
  each_row(
      tx.sql(),
      std::string("select i.id from import_rows r join instruments i on i.unit_id = r.unit_id and "
                  "i.id = r.instrument_id where ") +
          of_import +
          "and r.verdict = 'changed' and i.last_result = 'declared' and "
          "i.verified_on < nullif(r.fields->'set'->>'verified_on', '')::date",
      [&](const soci::row& row) { ids.push_back(row.get<long long>(0)); }, unit_id, import_id);
  store_superseded(tx, unit_id, ids);
}

int change_old(Tx& tx, long long unit_id, long long import_id) {
  return affected(
      tx,
      std::string("update instruments i set name = s.name, kind_id = s.kind_id, mode = s.mode, model = s.model, "
                  "measuring_range = s.measuring_range, accuracy = s.accuracy, serial_number = s.serial_number, "
                  "manufacturer = s.manufacturer, origin = s.origin, division_code = s.division_code, place = s.place, "
                  "quantity = s.quantity, use = s.use, delivery = s.delivery, management_number = s.management_number, "
                  "cycle_months = s.cycle_months, verified_on = nullif(s.verified_on, '')::date, "
                  "valid_until = nullif(s.valid_until, '')::date, last_result = case when i.last_result in ('pass', 'fail') "
                  "then i.last_result when s.verified_on <> '' then 'declared' end, certificate_number = s.certificate_number, "
                  "institution_name = s.institution_name, remark = s.remark, updated_at = now(), version = i.version + 1 ") +
          staged + "where " + of_import + "and r.verdict = 'changed' and i.unit_id = r.unit_id and i.id = r.instrument_id",
      unit_id, import_id);
}

// Each row's old and new values; a thousand to a call, so that the backend's memory does not grow with the import.
void audit_rows(Tx& tx, long long unit_id, long long import_id) {
  const Actor& actor = tx.actor();
  std::vector<std::string> done(100);
  soci::statement statement(tx.sql());
  statement.exchange(soci::use(unit_id, "unit"));
  statement.exchange(soci::use(import_id, "import"));
  statement.exchange(soci::use(actor.login, "login"));
  statement.exchange(soci::use(actor.user_id, "user"));
  statement.exchange(soci::use(actor.request_id, "request"));
  statement.alloc();
  statement.prepare(
      std::string("select audit_append(:unit, b.rows) from (select jsonb_agg(jsonb_build_object('actor', :login::text, "
                  "'actor_id', :user::bigint, 'request_id', :request::text, 'action', n.action, 'subject', 'instrument', "
                  "'subject_id', n.instrument_id, 'old', n.before, 'new', n.after) order by n.row_no) as rows from "
                  "(select r.row_no, r.instrument_id, case r.verdict when 'new' then 'instrument.create' "
                  "else 'instrument.update' end as action, r.fields->'old' as before, case r.verdict when 'new' then "
                  "(r.fields->'set') - 'mode' else r.fields->'new' end as after, "
                  "(row_number() over (order by r.row_no) - 1) / 1000 as batch from import_rows r where ") +
      of_import + "and r.verdict in ('new', 'changed')) n group by n.batch order by n.batch offset 0) b");
  statement.define_and_bind();
  statement.execute(true);
}

}  // namespace

Applied apply_import(Tx& tx, const Job& job, long long import_id) {
  Applied applied;
  if (!lock_job(tx, job)) return applied;
  const long long unit_id = job.unit_id;
  int good_only = 0;
  tx.sql() << "select coalesce(good_only, false)::int from imports where unit_id = :unit and id = :id "
              "and state = 'applying' for update",
      soci::use(unit_id), soci::use(import_id), soci::into(good_only);
  if (!tx.sql().got_data()) {
    finish_job(tx, job, {{"added", 0}, {"changed", 0}, {"conflicts", 0}});
    return applied;
  }
  applied.conflicts = mark_conflicts(tx, unit_id, import_id);
  applied.done = applied.conflicts == 0 || good_only != 0;
  if (applied.done) {
    applied.added = add_new(tx, unit_id, import_id);
    store_earlier_records(tx, unit_id, import_id);
    applied.changed = change_old(tx, unit_id, import_id);
    audit_rows(tx, unit_id, import_id);
  }
  const std::string state = applied.done ? "applied" : "checked";
  affected(tx,
           "update imports set state = :state, applied_at = case when :state = 'applied' then now() end, "
           "error_rows = error_rows + :conflicts, changed_rows = changed_rows - :conflicts "
           "where unit_id = :unit and id = :id",
           state, state, applied.conflicts, applied.conflicts, unit_id, import_id);
  finish_job(tx, job, {{"added", applied.added}, {"changed", applied.changed}, {"conflicts", applied.conflicts}});
  return applied;
}

}  // namespace store
