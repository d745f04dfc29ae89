-- The table of domain/appointment, once more: what is not in it does not happen.
create or replace function appointment_line_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or
       not exists (select from appointments a where a.unit_id = new.unit_id and a.id = new.appointment_id
                     and a.institution_id = new.institution_id and a.state = 'draft') then
      raise exception 'constraint "appointment_lines_begin": a line begins in a draft' using errcode = '23514';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    -- Gone with its header or its instrument, which have fences of their own, or by itself.
    if old.state <> 'draft' then
      raise exception 'constraint "appointment_lines_kept": it was submitted' using errcode = '23514';
    end if;
    return old;
  end if;
  if (new.instrument_id, new.appointment_id, new.unit_id) is distinct from
     (old.instrument_id, old.appointment_id, old.unit_id)
     or (new.institution_id <> old.institution_id and old.state <> 'draft') then
    raise exception 'constraint "appointment_lines_same": a line stays where it is' using errcode = '23514';
  end if;
  if new.state <> old.state and old.state || '>' || new.state <> all (array[
       'draft>waiting', 'waiting>draft', 'waiting>withdrawn', 'waiting>accepted', 'waiting>refused',
       'accepted>cancelled', 'accepted>verifying', 'accepted>passed', 'accepted>failed', 'accepted>returned',
       'verifying>passed', 'verifying>failed', 'verifying>returned', 'passed>failed', 'failed>passed']) then
    raise exception 'constraint "appointment_lines_transition": % to %', old.state, new.state using errcode = '23514';
  end if;
  return new;
end $$;
create or replace trigger appointment_line_guard before insert or delete or update on appointment_lines
  for each row execute function appointment_line_guard();
