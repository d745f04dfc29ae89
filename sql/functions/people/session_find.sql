-- Who is this? One round trip: finds the session, remembers now and then that it was seen, tells row-level security whose rows this
-- connection may see (-1: nobody's), and counts what the bell shows. A session ends after session_idle() without a
-- request, and after session_life().
-- due_count: how many of a unit's instruments (数量) ask for something — failed, overdue, due soon or to be replaced — and are
-- on no open appointment. Read off instruments_list; 1,000 rows at most are looked at, so that the largest unit's pages cost no more
-- than others'. unread_count: notices. p_today: the date in Asia/Shanghai.
create or replace function session_find(p_token_hash bytea, p_today date)
returns table (
  session_id bigint, user_id bigint, login text, user_name text, user_type text, role text, pending text,
  unit_id bigint, institution_id bigint, department_id bigint, organisation text, organisation_state text,
  division_code text, previous_login text, failures_before int, due_count bigint, unread_count bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_seen timestamptz;
begin
  select s.id, u.id, u.login, u.name, u.user_type, u.role, s.pending, u.unit_id, u.institution_id, u.department_id,
         coalesce(e.name, i.name, d.name, ''), coalesce(e.state, i.state, d.state, 'active'),
         coalesce(e.division_code, i.division_code, ''),
         coalesce(to_char(s.previous_login_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' ' || s.previous_login_address, ''),
         s.failures_before, s.seen_at
    into session_id, user_id, login, user_name, user_type, role, pending, unit_id, institution_id, department_id,
         organisation, organisation_state, division_code, previous_login, failures_before, found_seen
    from sessions s
    join users u on u.id = s.user_id and u.state = 'active'
    left join units e on e.id = u.unit_id
    left join institutions i on i.id = u.institution_id
    left join departments d on d.id = u.department_id
   where s.token_hash = p_token_hash and s.ended_at is null
     and s.seen_at > now() - session_idle() and s.created_at > now() - session_life();
  perform set_config('qj.unit', coalesce(unit_id, -1)::text, false),
          set_config('qj.institution', coalesce(institution_id, -1)::text, false);
  if session_id is null then
    return;
  end if;
  if found_seen < now() - interval '5 minutes' then
    update sessions set seen_at = now() where id = session_id;
  end if;
  due_count := 0;
  if unit_id is not null and organisation_state = 'approved' then
    select coalesce(sum(f.quantity), 0) into due_count
      from (select l.quantity from instruments l
             where l.unit_id = session_find.unit_id and l.sort_due <= p_today + due_soon_days() and l.appointment_id is null
               and (l.last_result = 'fail' or (l.last_result is not null and l.mode <> 'first_scrap'))
             limit 1000) f;
  end if;
  select count(*) into unread_count
    from (select from notices n where n.user_id = session_find.user_id and n.read_at is null limit 100) f;
  return next;
end $$;

grant execute on function session_find(bytea, date) to qj_portal, qj_accounts, qj_ledger, qj_appointments, qj_desk,
  qj_supervision, qj_admin;
