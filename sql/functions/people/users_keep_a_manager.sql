-- An organisation always keeps a 负责人, whoever removes or demotes whom at once. A closed unit keeps nobody.
create or replace function users_keep_a_manager() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.role <> 'manager' or old.state = 'removed' or (new.role = 'manager' and new.state <> 'removed') then
    return new;
  end if;
  if exists (select from units where id = old.unit_id and state = 'closed') then
    return new;
  end if;
  perform pg_advisory_xact_lock(
    lock_class_managers(), hashtext(concat_ws('/', old.user_type, old.unit_id, old.institution_id, old.department_id)));
  if not exists (
    select from users
     where id <> old.id and role = 'manager' and state <> 'removed' and user_type = old.user_type
       and (unit_id, institution_id, department_id) is not distinct from
           (old.unit_id, old.institution_id, old.department_id))
  then
    raise exception 'check constraint "users_last_manager"' using errcode = '23514', constraint = 'users_last_manager';
  end if;
  return new;
end $$;
create or replace trigger users_keep_a_manager before update of role, state on users for each row execute function users_keep_a_manager();
