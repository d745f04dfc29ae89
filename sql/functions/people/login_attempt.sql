-- Before a password is looked at: may this be tried now? The seconds to wait, or 0; then the attempt is counted as failed at
-- once, so that a hundred at the same moment are not all the first. From the p_limit-th failure within 15 minutes on a subject
-- waits 1, 2, 4 … 60 minutes. The same for logins that do not exist.
create or replace function login_attempt(p_login text, p_address text, p_limit int, p_address_limit int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  subjects text[] := array['address:' || p_address, 'login:' || left(lower(p_login), 64)];
  limits int[] := array[p_address_limit, p_limit];
  wait int;
begin
  -- In one order, so that two attempts cannot wait for each other in a circle.
  for i in 1..2 loop
    insert into login_throttle (subject, failures, last_at) values (subjects[i], 0, now()) on conflict do nothing;
    perform from login_throttle where subject = subjects[i] for update;
  end loop;
  select coalesce(max(ceil(extract(epoch from blocked_until - clock_timestamp()))), 0)::int into wait
    from login_throttle where subject = any(subjects) and blocked_until > clock_timestamp();
  if wait > 0 then
    return wait;
  end if;
  for i in 1..2 loop
    update login_throttle set
      failures = case when greatest(last_at, blocked_until) < clock_timestamp() - interval '15 minutes' then 1 else failures + 1 end,
      last_at = clock_timestamp()
    where subject = subjects[i];
    update login_throttle set blocked_until = case when failures < limits[i] then null
      else clock_timestamp() + least(60 * power(2, least(failures - limits[i], 10)), 3600) * interval '1 second' end
    where subject = subjects[i];
  end loop;
  return 0;
end $$;

-- The attempt was good: the login starts afresh; the address gets back what this attempt was counted for.
create or replace function login_succeeded(p_login text, p_address text, p_address_limit int) returns void
language sql security definer set search_path = public, pg_temp as $$
  update login_throttle set failures = greatest(failures - 1, 0),
    blocked_until = case when failures - 1 < p_address_limit then null else blocked_until end
  where subject = 'address:' || p_address;
  delete from login_throttle where subject = 'login:' || left(lower(p_login), 64);
$$;

-- Until when a login waits after too many failures; null when it does not.
create or replace function login_blocked_until(p_login text) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select blocked_until from login_throttle
   where subject = 'login:' || left(lower(p_login), 64) and blocked_until > clock_timestamp()
$$;

create or replace function login_throttle_clear(p_login text) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from login_throttle where subject = 'login:' || left(lower(p_login), 64);
$$;

grant execute on function login_attempt(text, text, int, int), login_succeeded(text, text, int) to qj_accounts;
grant execute on function login_blocked_until(text), login_throttle_clear(text) to qj_admin;
