-- Who reads reminders: an address is confirmed from its mailbox, a reminder is stopped by whoever reads it, both without a login. These
-- pages see and change, through the functions below, nothing but what their link or their mail is about. And what of all this goes when a
-- unit closes.

-- A unit's addresses that a mail server refused for good; a session's own unit only.
create view own_refused_readers as
select a.id, b.since from reminder_addresses a join refused_addresses b on b.address = a.address
where a.unit_id = nullif(current_setting('qj.unit', true), '')::bigint;

-- What an open link asks to be confirmed; nothing once the address was removed or confirmed.
create function reminder_address_asked(p_link bytea) returns table (unit text, address text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.name, a.address
  from links l
  join reminder_addresses a on a.unit_id = l.unit_id and a.id = (l.data->>'address_id')::bigint
  join units e on e.id = l.unit_id
  where l.id = p_link and l.purpose = 'reminder_address' and l.used_at is null and l.expires_at > now()
    and a.confirmed_at is null and a.left_at is null and e.state = 'approved'
$$;

-- Uses the link up; what it confirmed, or nothing. A server's earlier refusal is no longer believed.
create function reminder_address_confirm(p_link bytea) returns table (unit_id bigint, confirmed text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l links;
begin
  select * into l from links where id = p_link and purpose = 'reminder_address';
  if not found then
    return;
  end if;
  -- The address before the link, as whoever removes it does.
  perform from reminder_addresses where unit_id = l.unit_id and id = (l.data->>'address_id')::bigint for update;
  update links set used_at = now() where id = p_link and used_at is null and expires_at > now();
  if not found then
    return;
  end if;
  update reminder_addresses a set confirmed_at = now()
    from units e
    where a.unit_id = l.unit_id and a.id = (l.data->>'address_id')::bigint and a.confirmed_at is null and a.left_at is null
      and e.id = a.unit_id and e.state = 'approved'
    returning a.unit_id, a.address into unit_id, confirmed;
  if found then
    delete from bad_addresses where address = confirmed;
    return next;
  end if;
end $$;

-- Who reads a digest: what its address is to the unit now ('' when it hears nothing more), whatever it was when the mail was sent.
create function reminder_reader(p_digest bigint) returns table (unit_id bigint, unit text, reader text, audience text, off text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  select e.id, e.name, d.recipient into unit_id, unit, reader
    from reminder_digests d join units e on e.id = d.unit_id where d.id = p_digest and e.state <> 'closed';
  if not found then
    return;
  end if;
  -- Two steps, because the view finds one unit's rows by a value only.
  select r.audience into audience from reminder_recipients r where r.unit_id = unit_id and lower(r.recipient) = lower(reader);
  audience := coalesce(audience, '');
  select array_to_string(s.off, ',') into off from reminder_settings s where s.unit_id = unit_id;
  off := coalesce(off, '');
  return next;
end $$;

-- Stops what may be stopped; whether there was anything.
create function reminder_unsubscribe(p_digest bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r record;
begin
  select * into r from reminder_reader(p_digest);
  if r.audience = 'extra' then
    update reminder_addresses set left_at = now()
      where unit_id = r.unit_id and lower(address) = lower(r.reader) and left_at is null;
    return found;
  elsif r.audience = 'registered' then
    insert into reminder_settings as s (unit_id, off) values (r.unit_id, '{soon,rotate,not_verified}')
      on conflict (unit_id) do update set off = excluded.off, version = s.version + 1 where not s.off @> excluded.off;
    return found;
  end if;
  return false;
end $$;

-- As in 0003, and without what the unit wanted to hear, who else heard it and what was said to whom.
create or replace function unit_close(p_unit_id bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update units set state = 'closed', representative = '', id_number_sealed = null, id_number_masked = '',
    contact = '', mobile = '', email = '', version = version + 1
  where id = p_unit_id;
  update users set state = 'removed', name = '', phone = '', email = '', login = 'closed-' || id, password_hash = '!',
    totp_secret_sealed = null, last_login_address = '', version = version + 1
  where unit_id = p_unit_id;
  update sessions set ended_at = now(), address = '', user_agent = ''
  where ended_at is null and user_id in (select id from users where unit_id = p_unit_id);
  delete from password_history where user_id in (select id from users where unit_id = p_unit_id);
  delete from recovery_codes where user_id in (select id from users where unit_id = p_unit_id);
  delete from reminder_settings where unit_id = p_unit_id;
  delete from reminder_addresses where unit_id = p_unit_id;
  delete from reminders where unit_id = p_unit_id;
  delete from reminder_digests where unit_id = p_unit_id;
  delete from links where unit_id = p_unit_id or user_id in (select id from users where unit_id = p_unit_id);
  delete from stored_forms where user_id in (select id from users where unit_id = p_unit_id);
  delete from unit_documents where unit_id = p_unit_id;
  update account_requests set details = '{}', id_number_sealed = null, document = '', document_name = '', document_size = 0
  where unit_id = p_unit_id;
end $$;

grant select on own_refused_readers to qj_accounts;
grant execute on function own_unit(), reminder_address_asked(bytea), reminder_address_confirm(bytea), reminder_reader(bigint),
  reminder_unsubscribe(bigint) to qj_accounts;
