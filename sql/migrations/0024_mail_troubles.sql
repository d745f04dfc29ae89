-- What an administrator sees of mail that could not be delivered, and sends again; the summary that tells of it; what the monthly
-- lists of supervising departments (0022) need.

-- ---------------------------------------------------------------------------------------------- mail that failed
alter table outbox
  add column failed_at timestamptz,
  add column resent_at timestamptz;  -- tried anew from then on, as if it were fresh
update outbox set failed_at = created_at where state = 'failed';
create index outbox_failed_at on outbox (failed_at, id) where state = 'failed';

create function outbox_failing() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.failed_at = now();
  return new;
end $$;
create trigger outbox_failing before update of state on outbox for each row
  when (new.state = 'failed' and old.state <> 'failed') execute function outbox_failing();

-- Without what it says. wanted: sending it again makes sense. A forgotten password is asked for anew by whoever forgot it; a
-- reminder goes to nobody who no longer hears of the unit.
create view outbox_failed as
select o.id, o.kind, o.recipient, o.tries, o.created_at, o.failed_at, o.error,
       case o.kind
         when 'reset_password' then false
         when 'reminder' then exists (
           select from reminder_recipients r
            where r.unit_id = (select d.unit_id from reminder_digests d where d.id = (o.data->>'digest')::bigint)
              and lower(r.recipient) = lower(o.recipient))
         else true end as wanted
from outbox o where o.state = 'failed';

-- One of them, or (null) those of the last 7 days, the newest first, so many at most; gives how many. Their addresses are tried again.
create function mail_resend(p_id bigint, p_most int) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  chosen bigint[];
begin
  select array_agg(f.id) into chosen from (
    select id from outbox_failed
     where wanted and case when p_id is null then failed_at > now() - interval '7 days' else id = p_id end
     order by failed_at desc, id desc limit p_most) f;
  perform from outbox where id = any(chosen) order by id for update;
  with again as (
    update outbox set state = 'queued', tries = 0, next_try_at = now(), resent_at = now(), failed_at = null
     where id = any(chosen) and state = 'failed' returning id, recipient),
  forgotten as (delete from bad_addresses where address in (select recipient from again where recipient <> ''))
  select array_agg(id) into chosen from again;
  return coalesce(cardinality(chosen), 0);
end $$;

-- ---------------------------------------------------------------------------------------------- runs and their summary
alter table reminder_runs add column summarised boolean not null default false;  -- administrators were told of it, and of all before it

-- Whom a summary is for. Whose last one still waits needs no second one: its words are made when it is sent.
create view summary_people as
select min(u.email) as recipient from users u
 where u.user_type = 'administrator' and u.state = 'active' and u.email <> ''
   and not exists (select from refused_addresses b where b.address = u.email)
   and not exists (select from outbox o where o.kind = 'reminder_summary' and o.recipient = u.email and o.state = 'queued')
 group by lower(u.email);
create index outbox_summaries on outbox (recipient) where kind = 'reminder_summary' and state = 'queued';

-- What has gone wrong since the summary before this run's.
create function reminder_troubles(p_run bigint, out since timestamptz, out runs int, out refused int, out failed int, out waiting int)
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

-- Units one of whose addresses was refused, since when.
create view refused_units as
select e.id, e.name, b.since from bad_addresses b join units e on e.email = b.address where e.state = 'approved'
union
select e.id, e.name, b.since from bad_addresses b
  join reminder_addresses a on a.address = b.address and a.confirmed_at is not null and a.left_at is null
  join units e on e.id = a.unit_id where e.state = 'approved';

-- ---------------------------------------------------------------------------------------------- lists for supervising departments
create view overdue_list_people as
select u.department_id, min(u.email) as recipient from users u join departments d on d.id = u.department_id
 where u.user_type = 'supervisor' and u.state = 'active' and u.email <> '' and d.state = 'active'
 group by u.department_id, lower(u.email);

-- ---------------------------------------------------------------------------------------------- who may what
revoke select on outbox from qj_admin;  -- what a mail says is not its business
grant select on outbox_failed to qj_admin;
grant execute on function mail_resend(bigint, int) to qj_admin;
grant execute on function reminder_troubles(bigint) to qj_reminders, qj_mailer;
grant select on summary_people, overdue_list_people to qj_reminders;
grant select on refused_units, overdue_list_people to qj_mailer;
grant select (id, name) on departments to qj_mailer;
-- A department's field as supervision finds it (0016).
create policy every_unit_listed on instruments to qj_mailer using (true);
grant select on supervised_units, divisions, department_divisions, department_units, catalogue_kinds to qj_reminders, qj_mailer;
grant select (unit_id, id, name, name_folded, kind_id, mode, model, measuring_range, accuracy, serial_number, serial_folded,
  manufacturer, origin, division_code, place, quantity, use, delivery, management_number, cycle_months, last_result, verified_on,
  valid_until, certificate_number, institution_name, remark, state, state_reason, sort_due, appointment_id, appointment_number,
  planned_on, version) on instruments to qj_reminders, qj_mailer;
