// See tidy.h.
#include "store/core/tidy.h"

#include <soci/soci.h>

namespace store {
namespace {

long long remove(Tx& tx, const char* statement) {
  soci::statement run = (tx.sql().prepare << statement);
  run.execute(true);
  return run.get_affected_rows();
}

}  // namespace

Tidied tidy(Tx& tx) {
  Tidied gone;
  gone.tokens = remove(tx, "delete from used_tokens where at < now() - interval '36 hours'");
  gone.captchas = remove(tx, "delete from used_captchas where at < now() - interval '36 hours'");
  gone.sessions = remove(tx, R"sql(
          delete
          from sessions
          where coalesce(ended_at, created_at + session_life()) < now() - interval '24 hours'
      )sql");
  gone.links = remove(tx, "delete from links where least(used_at, expires_at) < now() - interval '30 days'");
  gone.addresses = remove(tx,
                          R"sql(
          delete
          from reminder_addresses a
          where confirmed_at is null and added_at < now() - interval '30 days' and not exists (
            select
            from links l
            where l.unit_id = a.unit_id and l.purpose = 'reminder_address' and l.data->>'address_id' = a.id::text
              and l.used_at is null and l.expires_at > now()
          )
      )sql");
  gone.mails = remove(tx, "delete from outbox where state <> 'queued' and created_at < now() - interval '90 days'");
  // Sent reminders whose due date has changed since; others stay, however old, so that they are not sent again.
  gone.reminders = remove(tx,
                          R"sql(
          delete
          from reminders r using reminder_digests d, instruments i
          where d.id = r.digest_id and d.created_at < now() - interval '400 days' and i.unit_id = r.unit_id
            and i.id = r.instrument_id and case r.topic when 'failed' then i.last_result is distinct from 'fail'
            when 'not_verified' then i.last_result is not distinct from 'fail'
            or i.valid_until is not null else i.valid_until is distinct from r.anchor end
      )sql");
  remove(tx,
         R"sql(
             delete
             from reminder_digests d
             where created_at < now() - interval '400 days'
               and not exists (select from reminders r where r.digest_id = d.id)
         )sql");
  gone.stored_forms = remove(tx, "delete from stored_forms where at < now() - interval '1 hour'");
  gone.throttles = remove(tx,
                          R"sql(
                              delete
                              from login_throttle
                              where last_at < now() - interval '1 day' and coalesce(blocked_until, last_at) < now()
                          )sql");
  // Results of jobs are available for a week, staged rows of imports no longer than that.
  gone.jobs = remove(tx, "delete from jobs where state in ('done', 'failed') and finished_at < now() - interval '7 days'");
  gone.imports = remove(tx, "delete from imports where state <> 'applying' and created_at < now() - interval '7 days'");
  gone.notices = remove(tx, "delete from notices where created_at < now() - interval '400 days'");
  gone.imports += remove(tx, "delete from result_imports where created_at < now() - interval '7 days'");
  gone.login_events = remove(tx, "delete from login_events where at < now() - interval '400 days'");
  return gone;
}

std::set<std::string> known_files(Db& db) {
  return db.run([](soci::session& sql) {
    std::set<std::string> names;
    soci::rowset<std::string> rows = (sql.prepare << R"sql(
        select file_name
        from unit_documents
        union
        select document
        from account_requests
        where document <> ''
        union
        select file_name
        from attachments
        union
        select thumb_name
        from attachments
        where thumb_name <> ''
        union
        select file_name
        from imports
        where file_name <> ''
        union
        select file_name
        from jobs
        where file_name <> ''
    )sql");
    for (const std::string& name : rows) names.insert(name);
    return names;
  });
}

}  // namespace store
