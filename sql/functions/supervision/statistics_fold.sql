-- Counts everything anew, of one snapshot: what is committed later leaves its deltas behind. The caller holds the lock.
create or replace function statistics_count_all() returns void language plpgsql set search_path = public, pg_temp
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
  select region, kind_id, use, class, coalesce(date_trunc('month', due)::date, month_of_undated()), sum(n),
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
create or replace function statistics_fold(p_most int) returns int language plpgsql security definer set search_path = public, pg_temp
  set work_mem = '64MB' set jit = off as $$
begin
  if not pg_try_advisory_xact_lock(lock_class_statistics(), 1) then
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
  select region, kind_id, use, class, coalesce(date_trunc('month', due)::date, month_of_undated()), sum(n),
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
create or replace function statistics_rebuild() returns void language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(lock_class_statistics(), 1);
  perform statistics_count_all();
end $$;

create or replace function divisions_moved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update statistics_state set rebuild = true
   where exists (select from new_rows n join old_rows o on o.code = n.code
                  where (n.ancestors, n.selectable, n.leaf) is distinct from (o.ancestors, o.selectable, o.leaf)
                    and o.ancestors <> '{}');
  return null;
end $$;
create or replace trigger divisions_moved after update on divisions referencing old table as old_rows new table as new_rows
  for each statement execute function divisions_moved();

grant execute on function statistics_fold(int) to qj_jobs;
