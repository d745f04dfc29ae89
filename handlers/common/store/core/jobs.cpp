// See jobs.h.
#include "store/core/jobs.h"

#include "base/json.h"
#include "base/json_text.h"
#include "store/core/sql_text.h"

#include <soci/soci.h>

namespace store {
namespace {

const std::string job_columns =
    "j.unit_id, j.id, j.user_id, j.login, j.request_id, j.kind, j.state, j.params::text, j.outcome::text, j.done, j.total, "
    "j.attempts, j.file_name, j.file_shown, " +
    shown_time("j.created_at") + ", " + shown_time("j.finished_at") + " ";

Job read_job(const soci::row& row) {
  Job job;
  std::string params, outcome;
  row >> job.unit_id >> job.id >> job.user_id >> job.login >> job.request_id >> job.kind >> job.state >> params >> outcome >>
      job.done >> job.total >> job.attempt >> job.file_name >> job.file_shown >> job.created_at >> job.finished_at;
  job.params = nlohmann::json::parse(params);
  job.outcome = nlohmann::json::parse(outcome);
  return job;
}

}  // namespace

long long create_job(Tx& tx, long long unit_id, const std::string& kind, const nlohmann::json& params) {
  const std::string text = base::json_text(params);
  const Actor& actor = tx.actor();
  long long id = 0;
  tx.sql() << R"sql(
      insert into jobs (unit_id, user_id, login, request_id, kind, params)
      values (:unit, :user, :login, :request, :kind, :params::jsonb)
      returning id
  )sql",
      soci::use(unit_id), soci::use(actor.user_id), soci::use(actor.login), soci::use(actor.request_id), soci::use(kind),
      soci::use(text), soci::into(id);
  return id;
}

long long record_job(Tx& tx, long long unit_id, const std::string& kind, const nlohmann::json& params,
                     const nlohmann::json& outcome) {
  const long long id = create_job(tx, unit_id, kind, params);
  const std::string text = base::json_text(outcome);
  affected(tx,
           R"sql(
               update jobs
               set state = 'done', outcome = :outcome::jsonb, finished_at = now()
               where unit_id = :unit and id = :id
           )sql",
           text, unit_id, id);
  return id;
}

std::optional<Job> find_job(Db& db, long long unit_id, long long id) {
  return db.run([&](soci::session& sql) {
    std::optional<Job> found;
    each_row(
        sql, "select " + job_columns + "from jobs j where j.unit_id = :unit and j.id = :id",
        [&](const soci::row& row) { found = read_job(row); }, unit_id, id);
    return found;
  });
}

std::vector<Job> recent_jobs(Db& db, long long unit_id, int most) {
  return db.run([&](soci::session& sql) {
    std::vector<Job> found;
    each_row(
        sql, "select " + job_columns + "from jobs j where j.unit_id = :unit order by j.id desc limit :most",
        [&](const soci::row& row) { found.push_back(read_job(row)); }, unit_id, most);
    return found;
  });
}

int open_jobs(Db& db, long long unit_id) {
  return db.run([&](soci::session& sql) {
    int open = 0;
    sql << "select count(*)::int from jobs where unit_id = :unit and state in ('waiting', 'running')", soci::use(unit_id),
        soci::into(open);
    return open;
  });
}

std::optional<Job> claim_job(Db& db) {
  return db.run([&](soci::session& sql) {
    std::optional<Job> claimed;
    each_row(
        sql,
        R"sql(
            with next as (
              select unit_id, id, attempts >= :most as spent
              from jobs
              where state = 'waiting' or (state = 'running' and lease_until < now())
              order by id limit 1
              for update skip locked
            )
            update jobs j
            set state = case when next.spent then 'failed'
              else 'running' end, attempts = j.attempts + 1, lease_until = now() + make_interval(secs => :lease),
              outcome = case when next.spent then '{"error": "CRASHED"}'::jsonb
              else '{}'::jsonb end, finished_at = case when next.spent then now() end
            from next
            where j.unit_id = next.unit_id and j.id = next.id
            returning
        )sql" +
            job_columns,
        [&](const soci::row& row) { claimed = read_job(row); }, most_attempts, lease_seconds);
    const std::string unit = std::to_string(claimed ? claimed->unit_id : -1);
    std::string ignored;
    if (claimed) sql << "select set_config('qj.unit', :unit, false)", soci::use(unit), soci::into(ignored);
    return claimed;
  });
}

void job_progress(Db& db, const Job& job, long long done, long long total) {
  db.run([&](soci::session& sql) {
    sql << R"sql(
        update jobs
        set done = :done, total = :total, lease_until = now() + make_interval(secs => :lease)
        where unit_id = :unit and id = :id and state = 'running' and attempts = :attempt
    )sql",
        soci::use(done), soci::use(total), soci::use(lease_seconds), soci::use(job.unit_id), soci::use(job.id),
        soci::use(job.attempt);
  });
}

bool lock_job(Tx& tx, const Job& job) {
  return lock_rows(tx,
                   R"sql(
                       select id
                       from jobs
                       where unit_id = :unit and id = :id and state = 'running' and attempts = :attempt
                       for update
                   )sql",
                   job.unit_id, job.id, job.attempt) == 1;
}

void finish_job(Tx& tx, const Job& job, const nlohmann::json& outcome, const std::string& file_name,
                const std::string& file_shown) {
  const std::string text = base::json_text(outcome);
  affected(tx,
           R"sql(
               update jobs
               set state = 'done', outcome = :outcome::jsonb, file_name = :file, file_shown = :shown,
                 done = greatest(done, total), finished_at = now()
               where unit_id = :unit and id = :id
           )sql",
           text, file_name, file_shown, job.unit_id, job.id);
}

void fail_job(Db& db, const Job& job, const std::string& code) {
  const std::string text = base::json_text({{"error", code}});
  db.run([&](soci::session& sql) {
    sql << R"sql(
        update jobs
        set state = 'failed', outcome = :outcome::jsonb, finished_at = now()
        where unit_id = :unit and id = :id and state = 'running' and attempts = :attempt
    )sql",
        soci::use(text), soci::use(job.unit_id), soci::use(job.id), soci::use(job.attempt);
  });
}

}  // namespace store
