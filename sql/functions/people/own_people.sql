-- The people of the unit this connection acts for, so that a history can say who; of a person, nothing else.
create or replace function own_people() returns table (id bigint, name text) language sql stable security definer
  set search_path = public, pg_temp as $$
  select u.id, u.name from users u where u.unit_id = own_unit()
$$;

grant execute on function own_people() to qj_ledger;
