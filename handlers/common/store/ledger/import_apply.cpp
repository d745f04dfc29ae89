// See import_staging.h: the application. Locks first, then the ledger, the audit last.
#include "store/core/sql_text.h"
#include "store/ledger/certificates.h"
#include "store/ledger/import_staging.h"
#include "store/ledger/instrument_sql.h"

#include <soci/soci.h>

namespace store {
namespace {

std::string staged() {
  return "from import_rows r cross join lateral jsonb_to_record(r.fields->'set') as s(" + instrument_types() + ") ";
}
const char* const of_import = "r.unit_id = :unit and r.import_id = :import ";

// Rows of the ledger that are no longer as they were when they were compared become errors.
int mark_conflicts(Tx& tx, long long unit_id, long long import_id) {
  return affected(
      tx,
      std::string(R"sql(
          with locked as (
            select i.id, i.version, i.state, i.appointment_id, i.last_result
            from instruments i
            join import_rows r on r.unit_id = i.unit_id and r.instrument_id = i.id
            where
      )sql") +
          of_import +
          "and r.verdict = 'changed' order by i.id for update of i) "
          "update import_rows r set verdict = 'error', fields = '{}', errors = r.errors || "
          "jsonb_build_array(jsonb_build_object('field', 'version', 'code', 'VERSION')) where " +
          of_import +
          "and r.verdict = 'changed' and not exists (select from locked l where l.id = r.instrument_id and l.version = r.version "
          "and l.state <> 'scrapped' and (l.appointment_id is null or "
          "not r.fields->'new' ?| " +
          instrument_array(&domain::Column::identity) +
          ") and (l.last_result is null or l.last_result = 'declared' or not r.fields->'new' ?| " +
          instrument_array(&domain::Column::record) + "))",
      unit_id, import_id, unit_id, import_id);  // each stands twice in it
}

int add_new(Tx& tx, long long unit_id, long long import_id) {
  return affected(tx,
                  "insert into instruments (unit_id, id, last_result, " + instrument_names() +
                      ") select r.unit_id, r.instrument_id, case when s.verified_on <> '' then 'declared' end, " +
                      instrument_values() + " " + staged() + "where " + of_import + "and r.verdict = 'new'",
                  unit_id, import_id);
}

// A later day is a new verification: the record before it goes to `certificates` (certificates.h).
void store_earlier_records(Tx& tx, long long unit_id, long long import_id) {
  std::vector<long long> ids;
  each_row(
      tx.sql(),
      std::string(R"sql(
          select i.id
          from import_rows r
          join instruments i on i.unit_id = r.unit_id and i.id = r.instrument_id
          where
      )sql") +
          of_import +
          "and r.verdict = 'changed' and i.last_result = 'declared' and "
          "i.verified_on < nullif(r.fields->'set'->>'verified_on', '')::date",
      [&](const soci::row& row) { ids.push_back(row.get<long long>(0)); }, unit_id, import_id);
  store_superseded(tx, unit_id, ids);
}

int change_old(Tx& tx, long long unit_id, long long import_id) {
  return affected(tx,
                  "update instruments i set " + instrument_assignments() +
                      R"sql(, last_result = case when i.last_result in ('pass', 'fail') then i.last_result
                            when s.verified_on <> '' then 'declared' end, updated_at = now(), version = i.version + 1
                      )sql" +
                      staged() + "where " + of_import +
                      "and r.verdict = 'changed' and i.unit_id = r.unit_id and i.id = r.instrument_id",
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
  statement.prepare(std::string(R"sql(
          select audit_append(:unit, b.rows)
          from (
            select jsonb_agg(jsonb_build_object('actor', :login::text, 'actor_id', :user::bigint, 'request_id',
              :request::text, 'action', n.action, 'subject', 'instrument', 'subject_id', n.instrument_id, 'old',
              n.before, 'new', n.after) order by n.row_no) as rows
            from (
              select r.row_no, r.instrument_id, case r.verdict when 'new' then 'instrument.create'
                else 'instrument.update' end as action, r.fields->'old' as before, case r.verdict when 'new'
                then (r.fields->'set') - 'mode' else r.fields->'new' end as after,
                (row_number() over (order by r.row_no) - 1) / 1000 as batch
              from import_rows r
              where
      )sql") + of_import +
                    "and r.verdict in ('new', 'changed')) n group by n.batch order by n.batch offset 0) b");
  statement.define_and_bind();
  statement.execute(true);
}

}  // namespace

Applied apply_import(Tx& tx, const Job& job, long long import_id) {
  Applied applied;
  if (!lock_job(tx, job)) return applied;
  const long long unit_id = job.unit_id;
  int good_only = 0;
  tx.sql() << R"sql(
      select coalesce(good_only, false)::int
      from imports
      where unit_id = :unit and id = :id and state = 'applying'
      for update
  )sql",
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
           R"sql(
               update imports
               set state = :state, applied_at = case when :state = 'applied'
                 then now() end, error_rows = error_rows + :conflicts, changed_rows = changed_rows - :conflicts
               where unit_id = :unit and id = :id
           )sql",
           state, state, applied.conflicts, applied.conflicts, unit_id, import_id);
  finish_job(tx, job, {{"added", applied.added}, {"changed", applied.changed}, {"conflicts", applied.conflicts}});
  return applied;
}

}  // namespace store
