-- p_token_hash: of the expired session. False when there is no such session, or somebody ended it on purpose.
create or replace function form_store(p_id bytea, p_token_hash bytea, p_path text, p_body bytea) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  with kept as (
    insert into stored_forms (id, user_id, path, body_sealed)
    select p_id, s.user_id, p_path, p_body from sessions s
     where s.token_hash = p_token_hash and s.ended_at is null and s.created_at > now() - interval '36 hours'
    on conflict do nothing returning 1)
  select exists (select from kept)
$$;

-- Gives the body to its owner and forgets it; forgets it all the same when somebody else asks.
create or replace function form_take(p_id bytea, p_user_id bigint, p_path text) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r stored_forms;
begin
  delete from stored_forms where id = p_id returning * into r;
  if r.user_id = p_user_id and r.path = p_path and r.at > now() - interval '30 minutes' then
    return r.body_sealed;
  end if;
  return null;
end $$;

grant execute on function form_store(bytea, bytea, text, bytea), form_take(bytea, bigint, text) to qj_portal, qj_accounts,
  qj_ledger, qj_appointments, qj_desk, qj_supervision, qj_admin;
