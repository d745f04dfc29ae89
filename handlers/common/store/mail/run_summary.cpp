// See run_summary.h.
#include "store/mail/run_summary.h"

#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

constexpr int most_runs = 5, most_units = 20;

}  // namespace

bool queue_summary(Tx& tx, long long run) {
  const int queued = affected(tx,
                              R"sql(
          insert into outbox (kind, recipient, data)
          select 'reminder_summary', p.recipient, jsonb_build_object('run', r.id)
          from reminder_runs r, reminder_troubles(r.id) t, summary_people p
          where r.id = :run and t.runs + t.refused + t.failed + t.waiting > 0
            and (t.since at time zone 'Asia/Shanghai')::date < (now() at time zone 'Asia/Shanghai')::date
      )sql",
                              run);
  if (queued > 0) affected(tx, "update reminder_runs set summarised = true where id = :run", run);
  return queued > 0;
}

std::optional<RunSummary> find_summary(Db& db, long long run, const std::string& recipient) {
  return db.run([&](soci::session& sql) -> std::optional<RunSummary> {
    RunSummary found;
    std::string since;
    long long last = 0;
    int units = 0, mails = 0, items = 0, lists = 0;
    const std::string text =
        "select " + shown_time("r.started_at") +
        R"sql(, r.today::text, r.units, r.mails, r.items, r.lists, t.since::text, t.runs, t.refused, t.failed,
              t.waiting, coalesce((select max(id) from reminder_runs b where b.summarised and b.id < r.id), 0)
            from reminder_runs r, reminder_troubles(r.id) t
            where r.id = :run and exists (
              select
              from users u
              where u.user_type = 'administrator' and u.state = 'active' and lower(u.email) = lower(:recipient)
            )
        )sql";
    sql << text, soci::use(run), soci::use(recipient), soci::into(found.started_at), soci::into(found.today), soci::into(units),
        soci::into(mails), soci::into(items), soci::into(lists), soci::into(since), soci::into(found.runs),
        soci::into(found.refused), soci::into(found.failed), soci::into(found.waiting), soci::into(last);
    if (!sql.got_data()) return {};
    found.counts = {units, mails, items, lists};
    each_row(
        sql,
        "select " + shown_time("started_at") +
            R"sql(, outcome, error
                from reminder_runs
                where id > :last and id < :run and outcome in ('failed', 'cut_off')
                order by id desc limit
            )sql" +
            std::to_string(most_runs),
        [&](const soci::row& row) {
          ReminderRun& one = found.bad_runs.emplace_back();
          row >> one.started_at >> one.outcome >> one.error;
        },
        last, run);
    each_row(
        sql,
        R"sql(
            select name, (count(*) over ())::int
            from (
              select distinct id, name
              from refused_units
              where since > :since::timestamptz
            ) u
            order by name, id limit
        )sql" +
            std::to_string(most_units),
        [&](const soci::row& row) {
          int all = 0;
          row >> found.units.emplace_back() >> all;
          found.more_units = all > most_units ? all - most_units : 0;
        },
        since);
    return found;
  });
}

}  // namespace store
