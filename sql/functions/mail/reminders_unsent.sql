-- Days after the anchor that were reached: 0, then 30, 60 … 180.
create or replace function reminder_step(p_days int) returns int language sql immutable as 'select least(p_days / 30, 6) * 30';

-- What has reached a threshold and was not said, of the units with these ids: domain::reached and domain::concerns in SQL, so that of
-- ten million instruments only what is new leaves the database. They decide; that both say the same, a test sees to. For qj_reminders.
create or replace function reminders_unsent(p_after bigint, p_last bigint, p_today date, p_manager_days int)
returns table (unit bigint, name text, thresholds int[], off text[], recipient text, audience text, instrument bigint)
language sql stable as $$
  with units as materialized (
    select u.*, case when 'soon' = any(u.off) then -1 else coalesce((select max(d) from unnest(u.thresholds) d), -1) end as most
      from reminded_units u
     where u.id > p_after and u.id <= p_last
       and not (u.weekly and u.sent_week is not null and u.sent_week >= date_trunc('week', p_today)::date)),
  recipients as materialized (
    select r.* from reminder_recipients r
     where r.unit_id > p_after and r.unit_id <= p_last
       and not exists (select from refused_addresses b where b.address = r.recipient)),
  reached as (
    select u.id as unit, i.id, case i.mode when 'first_rotate' then 'rotate' else 'due' end as topic, i.sort_due as anchor,
           case when i.sort_due < p_today then reminder_step(p_today - i.sort_due)
                else -(select min(d) from unnest(u.thresholds) d where d >= i.sort_due - p_today) end as step
      from units u
      join instruments i on i.unit_id = u.id and i.sort_due > sort_due_failed() and i.sort_due <= p_today + u.most
     where i.appointment_id is null and i.mode <> 'first_scrap' and not (i.mode = 'first_rotate' and 'rotate' = any(u.off))
    union all
    select u.id, i.id, 'failed', a.day, reminder_step(p_today - a.day)
      from units u
      join instruments i on i.unit_id = u.id and i.sort_due = sort_due_failed()
     cross join lateral (select coalesce(i.verified_on, (i.created_at at time zone 'Asia/Shanghai')::date) as day) a
     where i.appointment_id is null and a.day <= p_today
    union all
    select u.id, i.id, 'not_verified', a.day, reminder_step(p_today - a.day)
      from units u
      join instruments i on i.unit_id = u.id and i.sort_due = sort_due_undated()
     cross join lateral (select (i.created_at at time zone 'Asia/Shanghai')::date as day) a
     where i.appointment_id is null and (i.last_result is null or i.mode = 'periodic') and 'not_verified' <> all(u.off) and a.day <= p_today)
  select u.id, u.name, u.thresholds, u.off, r.recipient, r.audience, d.id
    from reached d
    join units u on u.id = d.unit
    join recipients r on r.unit_id = d.unit
   where (r.audience <> 'manager' or (d.topic in ('due', 'failed') and p_today - d.anchor > p_manager_days))
     and not exists (select from reminders s
                      where s.unit_id = d.unit and s.instrument_id = d.id and s.topic = d.topic and s.anchor = d.anchor
                        and s.recipient = r.recipient and s.step >= d.step and not s.undelivered)
$$;

grant execute on function reminder_step(int), reminders_unsent(bigint, bigint, date, int) to qj_reminders;
