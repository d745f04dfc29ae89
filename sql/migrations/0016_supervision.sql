-- Supervision (domain.md §9): what the supervising departments' role may read, the indexes that make it quick in a county as in a
-- country, and the counts behind the figures of provinces and the whole country.
--
-- Counts are kept by region, kind, use, class and due date, a row a month with its days in an array: where an instrument stands
-- (超期, 30 天内到期 …) is computed when it is read, so nothing goes wrong at midnight. Whoever changes instruments appends what was added
-- and taken away (statistics_deltas, by triggers); qj-jobs folds that into the counts each minute. A delta is deleted in the very
-- transaction that counts it: a fold that is killed has done nothing, and nothing is counted twice.

-- ---------------------------------------------------------------------------------------------- indexes
-- A region's list in the ledger's order, and its counts, from this index alone.
create index instruments_region on instruments (division_code, sort_due, unit_id, id)
  include (kind_id, use, state, mode, last_result, valid_until, quantity, name_folded);
create index instruments_serial_prefix on instruments (serial_folded text_pattern_ops);
create index units_division on units (division_code, id);
create index appointment_lines_region on appointment_lines (division_code, answer_by) include (submitted_at, answered_at, state, kind_id, institution_id)
  where answer_by is not null;
create index appointment_lines_late on appointment_lines (division_code, answer_by, id) where state = 'waiting';
create index appointment_lines_unserved on appointment_lines (division_code, answered_at) include (kind_id, reason_code, quantity)
  where state = 'refused' and reason_code in ('out_of_scope', 'other_region');
create index results_region on results (division_code, verified_on) include (failed, institution_id)
  where version_no = 1 and line_id is not null;

-- Parts of a name, for searches in the middle of Chinese words: each two neighbouring characters.
create function bigrams(p_text text) returns text[] language plpgsql immutable strict parallel safe cost 5000
  set search_path = pg_catalog, pg_temp as $$
declare
  folded text := lower(normalize(p_text, NFKC));
begin
  return array(select distinct substr(folded, n, 2) from generate_series(1, length(folded) - 1) as n);
end $$;
create index units_bigrams on units using gin (bigrams(name));

-- Working days after p_from up to p_to: weekends are skipped, as in domain/appointment's limit. 0001-01-01 was a Monday.
create function working_days(p_from date, p_to date) returns int language sql immutable as $$
  select greatest(0, t.d / 7 * 5 + least(t.d % 7, 5) - f.d / 7 * 5 - least(f.d % 7, 5))
    from (select p_from + 1 - date '0001-01-01' as d) f, (select p_to + 1 - date '0001-01-01' as d) t
$$;

-- ---------------------------------------------------------------------------------------------- counts
-- What an instrument counts as, apart from its date: pass, declared (周期检定) and rotate have a due date, the rest have none.
create function statistics_class(p_state text, p_mode text, p_result text, p_due date) returns text language sql immutable as $$
  select case when p_state <> 'in_use' then p_state
              when p_result = 'fail' then case when p_mode = 'periodic' then 'failed' else 'failed_other' end
              when p_result is null then case when p_mode = 'periodic' then 'not_verified' else 'not_verified_other' end
              when p_mode = 'first_scrap' then 'first_done'
              when p_mode = 'first_rotate' then case when p_due is null then 'unlimited' else 'rotate' end
              when p_due is null then 'not_verified'
              when p_result = 'pass' then 'pass'
              else 'declared' end
$$;

-- The regions that are folded for a place: '' (the whole country), its province, and what comes below that as people see it
-- (grouping rows are nobody's). Counties below a city are counted in instruments_region itself.
create view statistics_regions as
select d.code as division_code, r.region, r.depth
from divisions d
cross join lateral (
  select array_agg(a.code order by u.n) as codes
    from unnest(d.ancestors) with ordinality as u(code, n) join divisions a on a.code = u.code
   where a.selectable or a.leaf) s
cross join lateral (values ('', 0), (s.codes[1], 1), (s.codes[2], 2)) as r(region, depth)
where r.region is not null;

create table statistics_deltas (
  division_code text not null, kind_id bigint not null, use text not null, class text not null, due date, quantity bigint not null
);
-- kind_id 0, use '': all together. Provinces and the country have both, what is below them only these. month: the first day of the
-- due date's; 0001-01-01 for what has none, days is empty then.
create table statistics_cells (
  region text not null,
  kind_id bigint not null,
  use text not null,
  class text not null,
  month date not null,
  total bigint not null,
  days int[] not null,
  primary key (region, kind_id, use, class, month)
);
-- What institutions did with lines (not 数量), by the day it counts for. first: results of lines, by 检定日期; whole: all, part: 合格.
-- timely: answers, by their limit; whole: all but those taken back, part: those in time.
create table statistics_service_deltas (
  division_code text not null, what text not null, day date not null, whole bigint not null, part bigint not null
);
create table statistics_service (
  region text not null,
  what text not null check (what in ('first', 'timely')),
  day date not null,
  whole bigint not null,
  part bigint not null,
  primary key (region, what, day)
);
create table statistics_state (
  one boolean primary key default true check (one),
  folded_at timestamptz not null,
  rebuild boolean not null default false     -- the tree of divisions has changed
);

-- Two arrays added, place by place; the other one when one is empty.
create function statistics_add(x int[], y int[]) returns int[] language sql immutable as $$
  select coalesce(array_agg(coalesce(a, 0) + coalesce(b, 0) order by n), '{}') from unnest(x, y) with ordinality as t(a, b, n)
$$;
-- 31 days from some of them.
create function statistics_days(p_days int[], p_counts bigint[]) returns int[] language sql immutable as $$
  select array_agg(coalesce(c.n, 0)::int order by d) from generate_series(1, 31) as d
    left join unnest(p_days, p_counts) as c(day, n) on c.day = d
$$;
-- The sum of a month's days, both included.
create function statistics_between(p_days int[], p_first int, p_last int) returns bigint language sql immutable as $$
  select coalesce(sum(n), 0)::bigint from unnest(p_days[p_first:p_last]) as n
$$;

create function instruments_counted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into statistics_deltas
    select division_code, kind_id, use, c.class, case when c.class in ('pass', 'declared', 'rotate') then valid_until end, sum(quantity)
      from new_rows cross join lateral (select statistics_class(state, mode, last_result, valid_until) as class) c
     group by 1, 2, 3, 4, 5;
  elsif tg_op = 'DELETE' then
    insert into statistics_deltas
    select division_code, kind_id, use, c.class, case when c.class in ('pass', 'declared', 'rotate') then valid_until end, -sum(quantity)
      from old_rows cross join lateral (select statistics_class(state, mode, last_result, valid_until) as class) c
     group by 1, 2, 3, 4, 5;
  else
    insert into statistics_deltas
    select division_code, kind_id, use, c.class, case when c.class in ('pass', 'declared', 'rotate') then valid_until end, sum(quantity)
      from (select division_code, kind_id, use, state, mode, last_result, valid_until, quantity from new_rows
            union all
            select division_code, kind_id, use, state, mode, last_result, valid_until, -quantity from old_rows) changed
     cross join lateral (select statistics_class(state, mode, last_result, valid_until) as class) c
     group by 1, 2, 3, 4, 5
    having sum(quantity) <> 0;
  end if;
  return null;
end $$;
create trigger instruments_counted_insert after insert on instruments referencing new table as new_rows
  for each statement execute function instruments_counted();
create trigger instruments_counted_update after update on instruments referencing old table as old_rows new table as new_rows
  for each statement execute function instruments_counted();
create trigger instruments_counted_delete after delete on instruments referencing old table as old_rows
  for each statement execute function instruments_counted();

create function results_counted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into statistics_service_deltas
  select division_code, 'first', verified_on, count(*), count(*) filter (where failed = 0) from new_rows
   where version_no = 1 and line_id is not null group by 1, 3;
  return null;
end $$;
create trigger results_counted after insert on results referencing new table as new_rows
  for each statement execute function results_counted();

-- A line that counts, and whether its answer was in time.
create function line_counts(p_state text, p_limit date) returns boolean language sql immutable as $$
  select p_limit is not null and p_state not in ('draft', 'withdrawn')
$$;
create function line_timely(p_answered timestamptz, p_limit date) returns int language sql stable as $$
  select case when (p_answered at time zone 'Asia/Shanghai')::date <= p_limit then 1 else 0 end
$$;
create function lines_counted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into statistics_service_deltas
  select division_code, 'timely', answer_by, sum(whole), sum(part)
    from (select division_code, answer_by, 1 as whole, line_timely(answered_at, answer_by) as part from new_rows
           where line_counts(state, answer_by)
          union all
          select division_code, answer_by, -1, -line_timely(answered_at, answer_by) from old_rows
           where line_counts(state, answer_by)) changed
   group by 1, 3 having sum(whole) <> 0 or sum(part) <> 0;
  return null;
end $$;
create trigger lines_counted after update on appointment_lines referencing old table as old_rows new table as new_rows
  for each statement execute function lines_counted();

-- Counts everything anew, of one snapshot: what is committed later leaves its deltas behind. The caller holds the lock.
create function statistics_count_all() returns void language plpgsql set search_path = public, pg_temp
  set work_mem = '256MB' set jit = off as $$
begin
  delete from statistics_cells;
  with gone as (delete from statistics_deltas),
  by_place as materialized (
    select r1.region as province, coalesce(r2.region, '') as city, i.kind_id, i.use, c.class,
           case when c.class in ('pass', 'declared', 'rotate') then i.valid_until end as due, sum(i.quantity) as n
      from instruments i
      left join statistics_regions r1 on r1.division_code = i.division_code and r1.depth = 1
      left join statistics_regions r2 on r2.division_code = i.division_code and r2.depth = 2
     cross join lateral (select statistics_class(i.state, i.mode, i.last_result, i.valid_until) as class) c
     group by 1, 2, 3, 4, 5, 6),
  by_day as (
    select s.region, s.kind_id, s.use, p.class, p.due, sum(p.n) as n from by_place p
     cross join lateral (values ('', 0, ''), ('', p.kind_id, p.use), (p.province, 0, ''), (p.province, p.kind_id, p.use),
                                (nullif(p.city, ''), 0, '')) as s(region, kind_id, use)
     where s.region is not null
     group by 1, 2, 3, 4, 5)
  insert into statistics_cells
  select region, kind_id, use, class, coalesce(date_trunc('month', due)::date, date '0001-01-01'), sum(n),
         case when min(due) is null then '{}'
              else statistics_days(array_agg(extract(day from due)::int), array_agg(n::bigint)) end
    from by_day group by 1, 2, 3, 4, 5;
  delete from statistics_service;
  with gone as (delete from statistics_service_deltas)
  insert into statistics_service
  select r.region, c.what, c.day, sum(c.whole), sum(c.part)
    from (select division_code, 'first' as what, verified_on as day, count(*) as whole, count(*) filter (where failed = 0) as part
            from results where version_no = 1 and line_id is not null group by 1, 3
          union all
          select division_code, 'timely', answer_by, count(*), sum(line_timely(answered_at, answer_by)) from appointment_lines
           where line_counts(state, answer_by) group by 1, 3) c
    join statistics_regions r on r.division_code = c.division_code
   group by 1, 2, 3;
  insert into statistics_state as s (folded_at) values (now())
  on conflict (one) do update set folded_at = excluded.folded_at, rebuild = false;
end $$;

-- Folds what has been appended, so many rows at most (a whole country's import is not one transaction): 0 when that was all, 1 when
-- there is more, -1 when somebody else is at it.
create function statistics_fold(p_most int) returns int language plpgsql security definer set search_path = public, pg_temp
  set work_mem = '64MB' set jit = off as $$
begin
  if not pg_try_advisory_xact_lock(72, 1) then
    return -1;
  end if;
  if coalesce((select rebuild from statistics_state), true) then
    perform statistics_count_all();
    return 0;
  end if;
  with taken as (delete from statistics_deltas where ctid = any (array(select ctid from statistics_deltas limit p_most)) returning *),
  by_place as materialized (
    select division_code, kind_id, use, class, due, sum(quantity) as n from taken group by 1, 2, 3, 4, 5 having sum(quantity) <> 0),
  by_day as (
    select r.region, s.kind_id, s.use, p.class, p.due, sum(p.n) as n
      from by_place p
      join statistics_regions r on r.division_code = p.division_code
     cross join lateral (values (0::bigint, '', true), (p.kind_id, p.use, r.depth < 2)) as s(kind_id, use, kept)
     where s.kept
     group by 1, 2, 3, 4, 5 having sum(p.n) <> 0)
  insert into statistics_cells as c
  select region, kind_id, use, class, coalesce(date_trunc('month', due)::date, date '0001-01-01'), sum(n),
         case when min(due) is null then '{}'
              else statistics_days(array_agg(extract(day from due)::int), array_agg(n::bigint)) end
    from by_day group by 1, 2, 3, 4, 5
  on conflict (region, kind_id, use, class, month)
  do update set total = c.total + excluded.total, days = statistics_add(c.days, excluded.days);
  with taken as (delete from statistics_service_deltas returning *)
  insert into statistics_service as c
  select r.region, t.what, t.day, sum(t.whole), sum(t.part) from taken t join statistics_regions r on r.division_code = t.division_code
   group by 1, 2, 3
  on conflict (region, what, day) do update set whole = c.whole + excluded.whole, part = c.part + excluded.part;
  if exists (select from statistics_deltas) then
    return 1;
  end if;
  update statistics_state set folded_at = now();
  return 0;
end $$;

-- For the operator and for whoever changes the tree of divisions.
create function statistics_rebuild() returns void language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(72, 1);
  perform statistics_count_all();
end $$;
create function divisions_moved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update statistics_state set rebuild = true
   where exists (select from new_rows n join old_rows o on o.code = n.code
                  where (n.ancestors, n.selectable, n.leaf) is distinct from (o.ancestors, o.selectable, o.leaf)
                    and o.ancestors <> '{}');
  return null;
end $$;
create trigger divisions_moved after update on divisions referencing old table as old_rows new table as new_rows
  for each statement execute function divisions_moved();

select statistics_rebuild();
analyze statistics_cells;

-- ---------------------------------------------------------------------------------------------- who may what
-- A unit as a supervisor sees it: its contact by the first character, its phone by its ends; no personal number, no address.
create view supervised_units as
select id, name, unit_key, unit_code, unit_type, division_code, state,
       case when contact = '' then '' else left(contact, 1) || '**' end as contact,
       case when length(mobile) < 8 then '' else left(mobile, 3) || '****' || right(mobile, 4) end as phone
from units;   -- closed ones too: what they have in the ledger still counts

grant select on supervised_units, statistics_cells, statistics_service, statistics_state, statistics_regions to qj_supervision;
grant select (unit_id, id, name, name_folded, kind_id, mode, model, measuring_range, accuracy, serial_number, serial_folded,
  manufacturer, origin, division_code, place, quantity, use, delivery, management_number, cycle_months, last_result, verified_on,
  valid_until, certificate_number, institution_name, remark, state, state_reason, sort_due, appointment_id, appointment_number,
  planned_on, version, updated_at) on instruments to qj_supervision;
grant select on certificates to qj_supervision;
create policy every_unit_supervised on instruments to qj_supervision using (true);
create policy every_unit_supervised on certificates to qj_supervision using (true);
grant select (unit_id, id, appointment_id, institution_id, instrument_id, state, name, kind_id, model, serial_number, quantity,
  division_code, use, submitted_at, answer_by, answered_at, planned_on, received_at, reason_code, reason, ended_at)
  on appointment_lines to qj_supervision;
grant select (unit_id, id, number, institution_id, state, submitted_at, unit_name, unit_code) on appointments to qj_supervision;
grant select (unit_id, id, instrument_id, institution_id, line_id, version_no, corrects, reason, current, passed, failed, mark,
  number, notice_number, verified_on, valid_until, kind_id, division_code, recorded_at) on results to qj_supervision;
grant select (id, name, division_code, address, phone, state) on institutions to qj_supervision;
grant select on institution_kinds, institution_kind_divisions, departments, department_divisions, department_units to qj_supervision;
grant execute on function bigrams(text), statistics_class(text, text, text, date), statistics_between(int[], int, int),
  working_days(date, date), line_counts(text, date), line_timely(timestamptz, date) to qj_supervision;
grant execute on function bigrams(text) to qj_accounts, qj_admin;       -- whoever writes a name, for its index
grant execute on function statistics_fold(int) to qj_jobs;
