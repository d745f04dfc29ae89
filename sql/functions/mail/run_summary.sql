-- Whom a summary is for. Whose last one still waits needs no second one: its words are made when it is sent.
create or replace view summary_people as
select min(u.email) as recipient from users u
 where u.user_type = 'administrator' and u.state = 'active' and u.email <> ''
   and not exists (select from refused_addresses b where b.address = u.email)
   and not exists (select from outbox o where o.kind = 'reminder_summary' and o.recipient = u.email and o.state = 'queued')
 group by lower(u.email);

-- What has gone wrong since the summary before this run's.
create or replace function reminder_troubles(p_run bigint, out since timestamptz, out runs int, out refused int, out failed int, out waiting int)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.since,
         (select count(*) from reminder_runs r where r.id > l.run and r.id < p_run and r.outcome in ('failed', 'cut_off'))::int,
         (select count(*) from bad_addresses b where b.since > l.since)::int,
         (select count(*) from outbox o where o.state = 'failed' and o.failed_at > l.since and o.kind <> 'reminder_summary')::int,
         (select count(*) from outbox o where o.state = 'queued' and o.kind <> 'reminder_summary'
             and coalesce(o.resent_at, o.created_at) < now() - interval '24 hours')::int
    from (select coalesce(max(id), 0) as run, coalesce(max(finished_at), '-infinity') as since from reminder_runs
           where summarised and id < p_run) l
$$;

grant select on summary_people to qj_reminders;
grant execute on function reminder_troubles(bigint) to qj_mailer, qj_reminders;
