-- The header: which institution and how is decided in the draft; its state is nobody's to set.
create or replace function appointment_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'constraint "appointments_kept": it was submitted' using errcode = '23514';
    end if;
    return old;
  end if;
  if old.state || '>' || new.state <> all (array['draft>draft', 'draft>submitted', 'submitted>submitted', 'submitted>draft',
       'submitted>answered', 'answered>answered'])
     or new.number <> old.number
     or (old.state <> 'draft' and new.state <> 'draft' and
         (new.institution_id, new.delivery, new.contact, new.phone, new.address, new.expected_on, new.remark) is distinct from
         (old.institution_id, old.delivery, old.contact, old.phone, old.address, old.expected_on, old.remark)) then
    raise exception 'constraint "appointments_transition": % to %', old.state, new.state using errcode = '23514';
  end if;
  return new;
end $$;
create or replace trigger appointment_guard before delete or update on appointments for each row execute function appointment_guard();
