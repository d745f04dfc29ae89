-- What hangs on lines, for those that a statement touched.
create or replace function appointment_lines_follow() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched jsonb;
begin
  if tg_op = 'DELETE' then
    select jsonb_agg(distinct jsonb_build_object('e', unit_id, 'a', appointment_id)) into touched from old_rows;
  else
    select jsonb_agg(distinct jsonb_build_object('e', unit_id, 'a', appointment_id)) into touched from new_rows;
  end if;
  if touched is null then
    return null;
  end if;
  -- Held before they are counted: whoever waited here counts what the other one did.
  perform from appointments a join jsonb_to_recordset(touched) as t(e bigint, a bigint) on a.unit_id = t.e and a.id = t.a
    order by a.unit_id, a.id for update of a;
  if tg_op = 'UPDATE' then
    perform from instruments i join new_rows n on i.unit_id = n.unit_id and i.id = n.instrument_id
      where n.state <> 'draft' or i.appointment_id = n.appointment_id
      order by i.unit_id, i.id for update of i;
    update instruments i set appointment_id = n.appointment_id, appointment_number = a.number, planned_on = n.planned_on,
           ever_submitted = true
      from new_rows n join appointments a on a.unit_id = n.unit_id and a.id = n.appointment_id
     where i.unit_id = n.unit_id and i.id = n.instrument_id and n.state in ('waiting', 'accepted', 'verifying')
       and (i.appointment_id is distinct from n.appointment_id or i.planned_on is distinct from n.planned_on);
    update instruments i set appointment_id = null, appointment_number = '', planned_on = null
      from new_rows n
     where i.unit_id = n.unit_id and i.id = n.instrument_id and n.state not in ('waiting', 'accepted', 'verifying')
       and i.appointment_id = n.appointment_id;
  end if;
  update appointments a set
    line_count = c.lines, waiting_count = c.waiting, open_count = c.open, version = a.version + 1,
    state = case when c.waiting > 0 then 'submitted' when c.drafts = c.lines then 'draft' else 'answered' end,
    submitted_at = c.submitted_at,
    answered_at = case when c.waiting > 0 or c.drafts = c.lines then null else coalesce(a.answered_at, now()) end
  from (select t.e, t.a, count(l.id)::int as lines, count(*) filter (where l.state = 'waiting')::int as waiting,
               count(*) filter (where l.state in ('waiting', 'accepted', 'verifying'))::int as open,
               count(*) filter (where l.state = 'draft')::int as drafts,
               max(l.submitted_at) filter (where l.state <> 'draft') as submitted_at
          from jsonb_to_recordset(touched) as t(e bigint, a bigint)
          left join appointment_lines l on l.unit_id = t.e and l.appointment_id = t.a
         group by t.e, t.a) c
  where a.unit_id = c.e and a.id = c.a;
  return null;
end $$;
create or replace trigger appointment_lines_inserted after insert on appointment_lines referencing new table as new_rows
  for each statement execute function appointment_lines_follow();
create or replace trigger appointment_lines_updated after update on appointment_lines referencing new table as new_rows
  for each statement execute function appointment_lines_follow();
create or replace trigger appointment_lines_deleted after delete on appointment_lines referencing old table as old_rows
  for each statement execute function appointment_lines_follow();
