-- Whoever changes instruments, results or lines appends what was added and taken away; statistics_fold() counts it.
create or replace function instruments_counted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
create or replace trigger instruments_counted_insert after insert on instruments referencing new table as new_rows
  for each statement execute function instruments_counted();
create or replace trigger instruments_counted_update after update on instruments referencing old table as old_rows new table as new_rows
  for each statement execute function instruments_counted();
create or replace trigger instruments_counted_delete after delete on instruments referencing old table as old_rows
  for each statement execute function instruments_counted();

create or replace function results_counted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into statistics_service_deltas
  select division_code, 'first', verified_on, count(*), count(*) filter (where failed = 0) from new_rows
   where version_no = 1 and line_id is not null group by 1, 3;
  return null;
end $$;
create or replace trigger results_counted after insert on results referencing new table as new_rows
  for each statement execute function results_counted();

create or replace function lines_counted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
create or replace trigger lines_counted after update on appointment_lines referencing old table as old_rows new table as new_rows
  for each statement execute function lines_counted();
