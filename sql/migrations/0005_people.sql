-- The administrator's work with accounts and the audit: a throttled login is seen and set free, searches find their rows.

-- Until when a login waits after too many failures; null when it does not.
create function login_blocked_until(p_login text) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select blocked_until from login_throttle
   where subject = 'login:' || left(lower(p_login), 64) and blocked_until > clock_timestamp()
$$;
create function login_throttle_clear(p_login text) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from login_throttle where subject = 'login:' || left(lower(p_login), 64);
$$;
grant execute on function login_blocked_until(text), login_throttle_clear(text) to qj_admin;

-- Newest first, page by page (keyset), for each way of asking.
drop index audit_at;
create index audit_at on audit (at, unit_id, seq);
create index audit_action on audit (action, at);
create index login_events_address on login_events (address, at);
create index catalogue_editions_order on catalogue_editions (created_at, id);
