-- Reminders by mail, what people say to them: what a unit wants to hear and who else hears it; who is told when nothing is done;
-- how the runs went. And an outbox in which many reminders do not keep a forgotten password waiting.

-- ---------------------------------------------------------------------------------------------- what a unit wants
create table reminder_settings (  -- no row: the defaults
  unit_id bigint primary key references units,
  thresholds int[] not null default '{30,15,7,1}' check (cardinality(thresholds) <= 8 and 0 < all (thresholds) and 180 >= all (thresholds)),
  weekly boolean not null default false,        -- one mail a week instead of one a day
  sent_week date,                               -- weekly: the Monday of the last week that was seen to
  off text[] not null default '{}' check (off <@ array['soon', 'rotate', 'not_verified']),
  version int not null default 1
);

-- Beside the unit's own address. Nothing is said to one that was not confirmed from its mailbox.
create table reminder_addresses (
  unit_id bigint not null references units,
  id bigint generated always as identity,
  address text not null check (length(address) between 3 and 254),
  added_by bigint references users,
  added_at timestamptz not null default now(),
  confirmed_at timestamptz,
  left_at timestamptz,                          -- whoever reads it wants no more
  primary key (unit_id, id)
);
create unique index reminder_addresses_once on reminder_addresses (unit_id, lower(address));

alter table reminder_settings enable row level security;
alter table reminder_addresses enable row level security;
do $$
declare
  t text;
begin
  foreach t in array array['reminder_settings', 'reminder_addresses'] loop
    execute format('create policy own_unit on %I to qj_accounts using (unit_id = own_unit()) '
                   'with check (unit_id = own_unit())', t);
    execute format('create policy every_unit_reminded on %I to qj_reminders using (true) with check (true)', t);
  end loop;
end $$;

alter table links drop constraint links_purpose_check;
alter table links add constraint links_purpose_check check (purpose in ('invite', 'reset_password', 'confirm_email', 'reminder_address'));

-- ---------------------------------------------------------------------------------------------- who hears it
-- registered: the unit's own address. extra: one it has added. manager: a 负责人, only of what is long overdue. Each address once.
alter table reminder_digests
  add column audience text not null default 'registered' check (audience in ('registered', 'extra', 'manager'));

drop view reminded_units;
create view reminded_units as
select e.id, e.name, e.email, coalesce(s.thresholds, '{30,15,7,1}') as thresholds, coalesce(s.weekly, false) as weekly, s.sent_week,
       coalesce(s.off, '{}') as off
from units e left join reminder_settings s on s.unit_id = e.id where e.state = 'approved';

create view reminder_recipients as
select distinct on (unit_id, lower(recipient)) unit_id, recipient, audience from (
  select id, email, 'registered', 1 from units where email <> ''
  union all
  select unit_id, address, 'extra', 2 from reminder_addresses where confirmed_at is not null and left_at is null
  union all
  select unit_id, email, 'manager', 3 from users where user_type = 'unit' and role = 'manager' and state = 'active' and email <> ''
) as r(unit_id, recipient, audience, rank)
order by unit_id, lower(recipient), rank;

-- ---------------------------------------------------------------------------------------------- what was said
-- A mail that could not be handed over has said nothing: its reminders are said anew, unless it is sent after all.
alter table reminders add column undelivered boolean not null default false;
alter table reminders drop constraint reminders_pkey;
alter table reminders add primary key (unit_id, instrument_id, topic, anchor, recipient, step) include (undelivered);
create index reminder_digests_age on reminder_digests using brin (created_at);  -- for tidying

create function reminders_undelivered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update reminders set undelivered = (new.state = 'failed') where digest_id = (new.data->>'digest')::bigint;
  return null;
end $$;
create trigger reminders_undelivered after update of state on outbox for each row
  when (new.kind = 'reminder' and (new.state = 'failed') is distinct from (old.state = 'failed')) execute function reminders_undelivered();

-- Days after the anchor that were reached: 0, then 30, 60 … 180.
create function reminder_step(p_days int) returns int language sql immutable as 'select least(p_days / 30, 6) * 30';

-- What has reached a threshold and was not said, of the units with these ids: domain::reached and domain::concerns in SQL, so that of
-- ten million instruments only what is new leaves the database. They decide; that both say the same, a test sees to. For qj_reminders.
create function reminders_unsent(p_after bigint, p_last bigint, p_today date, p_manager_days int)
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
      join instruments i on i.unit_id = u.id and i.sort_due > date '0001-01-01' and i.sort_due <= p_today + u.most
     where i.appointment_id is null and i.mode <> 'first_scrap' and not (i.mode = 'first_rotate' and 'rotate' = any(u.off))
    union all
    select u.id, i.id, 'failed', a.day, reminder_step(p_today - a.day)
      from units u
      join instruments i on i.unit_id = u.id and i.sort_due = date '0001-01-01'
     cross join lateral (select coalesce(i.verified_on, (i.created_at at time zone 'Asia/Shanghai')::date) as day) a
     where i.appointment_id is null and a.day <= p_today
    union all
    select u.id, i.id, 'not_verified', a.day, reminder_step(p_today - a.day)
      from units u
      join instruments i on i.unit_id = u.id and i.sort_due = date '9999-12-30'
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

-- ---------------------------------------------------------------------------------------------- runs, and lists for supervisors
create table reminder_runs (
  id bigint generated always as identity primary key,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  today date not null,
  partial boolean not null default false,       -- of one unit, or of so many mails
  units int not null default 0,                 -- looked at
  mails int not null default 0,
  items int not null default 0,
  lists int not null default 0,                 -- for supervising departments
  outcome text not null default 'running' check (outcome in ('running', 'done', 'failed', 'cut_off')),
  error text not null default ''
);

-- Once a month to each person of a supervising department that has something long overdue in its field.
create table overdue_lists (
  id bigint generated always as identity primary key,
  department_id bigint not null references departments,
  month date not null check (extract(day from month) = 1),
  recipient text not null check (length(recipient) between 3 and 254),
  today date not null,
  outbox_id bigint,
  created_at timestamptz not null default now(),
  unique (department_id, month, recipient)
);

insert into settings (key, value) values
  ('reminder_manager_days', '30'),      -- overdue for more days than these: the unit's 负责人 hears it, too
  ('reminder_supervisor_days', '60')    -- and the supervising department has it in its monthly list
on conflict do nothing;

-- ---------------------------------------------------------------------------------------------- what waits to be sent
-- Nobody sits waiting for these: other mail goes first.
alter table outbox add column bulk boolean not null generated always as (kind in ('reminder', 'overdue_list')) stored;
drop index outbox_queue;
create index outbox_queue on outbox (bulk, next_try_at, id) where state = 'queued';

-- ---------------------------------------------------------------------------------------------- who may what
grant select, insert, update on reminder_settings to qj_accounts;
grant select, insert, update, delete on reminder_addresses to qj_accounts;
grant select on reminder_settings, reminded_units, reminder_recipients to qj_reminders;
grant execute on function reminders_unsent(bigint, bigint, date, int), reminder_step(int) to qj_reminders;
grant update (sent_week) on reminder_settings to qj_reminders;
grant update (digest_id, undelivered) on reminders to qj_reminders;
grant usage on sequence reminder_digests_id_seq, outbox_id_seq to qj_reminders;
revoke update (outbox_id) on reminder_digests from qj_reminders;
grant select, insert, update on reminder_runs, overdue_lists to qj_reminders;
grant select on reminder_runs, overdue_lists to qj_mailer;
grant select (id, name) on reminded_units to qj_mailer;
grant select on reminder_runs to qj_admin;
