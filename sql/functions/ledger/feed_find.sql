-- Whose calendar is behind this secret address? Tells row-level security, as session_find does. Nobody's when the person has
-- left or the unit may not work.
create or replace function feed_find(p_token_hash bytea) returns table (unit_id bigint, name text, query text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  feed_id bigint;
begin
  select f.unit_id, f.id, f.name, f.query into unit_id, feed_id, name, query
    from calendar_feeds f
    join users u on u.id = f.user_id and u.state = 'active'
    join units e on e.id = f.unit_id and e.state = 'approved'
   where f.token_hash = p_token_hash;
  perform set_config('qj.unit', coalesce(unit_id, -1)::text, false);
  if unit_id is null then
    return;
  end if;
  update calendar_feeds f set used_at = now()
   where f.unit_id = feed_find.unit_id and f.id = feed_id and (f.used_at is null or f.used_at < now() - interval '1 hour');
  return next;
end $$;

grant execute on function feed_find(bytea) to qj_ledger;
