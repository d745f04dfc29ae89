-- Mail that could not be delivered: when it failed, what an administrator sees of it, and sending it again.
create or replace function outbox_failing() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.failed_at = now();
  return new;
end $$;
create or replace trigger outbox_failing before update of state on outbox for each row
  when (new.state = 'failed' and old.state <> 'failed') execute function outbox_failing();

-- Without what it says. wanted: sending it again makes sense. A forgotten password is asked for anew by whoever forgot it; a
-- reminder goes to nobody who no longer hears of the unit.
create or replace view outbox_failed as
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
create or replace function mail_resend(p_id bigint, p_most int) returns int language plpgsql security definer set search_path = public, pg_temp as $$
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

grant select on outbox_failed to qj_admin;
grant execute on function mail_resend(bigint, int) to qj_admin;
