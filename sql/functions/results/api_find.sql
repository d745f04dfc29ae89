-- Whose is this token? Tells row-level security, as session_find does. refused: '' | 'unknown' | 'expired' | 'address'.
create or replace function api_find(p_token_hash bytea, p_address text, p_today date)
returns table (token_id bigint, institution_id bigint, institution_name text, token_name text, scopes text, refused text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t api_tokens;
begin
  perform set_config('qj.unit', '-1', false), set_config('qj.institution', '-1', false);
  select a.* into t from api_tokens a join institutions i on i.id = a.institution_id and i.state = 'active'
   where a.token_hash = p_token_hash and a.revoked_at is null;
  token_id := t.id;
  institution_id := t.institution_id;
  token_name := coalesce(t.name, '');
  scopes := coalesce(array_to_string(t.scopes, ','), '');
  refused := case when t.id is null then 'unknown' when t.expires_on < p_today then 'expired'
                  when cardinality(t.addresses) > 0 and not p_address::inet <<= any (t.addresses) then 'address' else '' end;
  select coalesce((select i.name from institutions i where i.id = t.institution_id), '') into institution_name;
  if refused = '' then
    perform set_config('qj.institution', t.institution_id::text, false);
    if t.used_at is null or t.used_at < now() - interval '1 minute' or t.used_address <> p_address then
      update api_tokens set used_at = now(), used_address = p_address where id = t.id;
    end if;
  end if;
  return next;
end $$;

grant execute on function api_find(bytea, text, date) to qj_desk;
