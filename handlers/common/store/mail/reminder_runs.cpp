// See reminder_runs.h.
#include "store/mail/reminder_runs.h"

#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {

long long begin_run(Tx& tx, domain::Date today, bool partial) {
  affected(tx, "update reminder_runs set outcome = 'cut_off' where outcome = 'running'");
  long long run = 0;
  const std::string day = today.iso();
  const int in_part = partial;
  tx.sql() << R"sql(
      insert into reminder_runs (today, partial)
      values (:today::date, :partial::int::boolean)
      returning id
  )sql",
      soci::use(day), soci::use(in_part), soci::into(run);
  return run;
}

void count_run(Tx& tx, long long run, const RunCounts& counts) {
  affected(tx, R"sql(
      update reminder_runs
      set units = :units, mails = :mails, items = :items, lists = :lists
      where id = :run
  )sql",
           counts.units, counts.mails, counts.items, counts.lists, run);
}

void finish_run(Tx& tx, long long run) {
  affected(tx, "update reminder_runs set outcome = 'done', finished_at = now() where id = :run", run);
}

void fail_run(Tx& tx, long long run, const std::string& words) {
  affected(tx,
           R"sql(
               update reminder_runs
               set outcome = 'failed', finished_at = now(), error = left(regexp_replace(:words, '\s+', ' ', 'g'), 500)
               where id = :run and outcome = 'running'
           )sql",
           words, run);
}

std::vector<ReminderRun> last_runs(Db& db, int most) {
  return db.run([&](soci::session& sql) {
    std::vector<ReminderRun> runs;
    each_row(
        sql,
        R"sql(
            with alive as (
              select exists (
                select
                from pg_locks
                where locktype = 'advisory' and classid = lock_class_reminders() and objid = 1 and granted
                  and database = (select oid from pg_database where datname = current_database())
              ) as one
            ), seen as (
              select r.*, case when r.outcome = 'running' and not alive.one then 'cut_off' else r.outcome end as how
              from reminder_runs r, alive
              order by r.id desc limit :most
            )
            select
        )sql" +
            shown_time("started_at") +
            R"sql(, today::text, how, error, case when how = 'cut_off' then -1
                  else extract(epoch from coalesce(finished_at, now()) - started_at) end::bigint, partial::int, units,
                  mails, items, lists
                from seen
                order by id desc
            )sql",
        [&](const soci::row& row) {
          ReminderRun& run = runs.emplace_back();
          int partial = 0, units = 0, mails = 0, items = 0, lists = 0;
          row >> run.started_at >> run.today >> run.outcome >> run.error >> run.seconds >> partial >> units >> mails >> items >>
              lists;
          run.partial = partial != 0;
          run.counts = {units, mails, items, lists};
        },
        most);
    return runs;
  });
}

long long hours_since_complete_run(Db& db) {
  return db.run([](soci::session& sql) {
    long long hours = -1;
    sql << R"sql(
        select coalesce(floor(extract(epoch from now() - max(finished_at)) / 3600), -1)::bigint
        from reminder_runs
        where outcome = 'done' and not partial
    )sql",
        soci::into(hours);
    return hours;
  });
}

}  // namespace store
