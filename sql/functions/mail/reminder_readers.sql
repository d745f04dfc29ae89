-- What an open link asks to be confirmed; nothing once the address was removed or confirmed.
create or replace function reminder_address_asked(p_link bytea) returns table (unit text, address text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.name, a.address
  from links l
  join reminder_addresses a on a.unit_id = l.unit_id and a.id = (l.data->>'address_id')::bigint
  join units e on e.id = l.unit_id
  where l.id = p_link and l.purpose = 'reminder_address' and l.used_at is null and l.expires_at > now()
    and a.confirmed_at is null and a.left_at is null and e.state = 'approved'
$$;

-- Uses the link up; what it confirmed, or nothing. A server's earlier refusal is no longer believed.
create or replace function reminder_address_confirm(p_link bytea) returns table (of_unit bigint, confirmed text)
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
    returning a.unit_id, a.address into of_unit, confirmed;
  if found then
    delete from bad_addresses where address = confirmed;
    return next;
  end if;
end $$;

-- Who reads a digest: what its address is to the unit now ('' when it hears nothing more), whatever it was when the mail was sent.
create or replace function reminder_reader(p_digest bigint) returns table (of_unit bigint, unit text, reader text, audience text, off text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  select e.id, e.name, d.recipient into of_unit, unit, reader
    from reminder_digests d join units e on e.id = d.unit_id where d.id = p_digest and e.state <> 'closed';
  if not found then
    return;
  end if;
  -- Two steps, because the view finds one unit's rows by a value only.
  select r.audience into audience from reminder_recipients r where r.unit_id = of_unit and lower(r.recipient) = lower(reader);
  audience := coalesce(audience, '');
  select array_to_string(s.off, ',') into off from reminder_settings s where s.unit_id = of_unit;
  off := coalesce(off, '');
  return next;
end $$;

-- Stops what may be stopped; whether there was anything.
create or replace function reminder_unsubscribe(p_digest bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r record;
begin
  select * into r from reminder_reader(p_digest);
  if r.audience = 'extra' then
    update reminder_addresses set left_at = now()
      where unit_id = r.of_unit and lower(address) = lower(r.reader) and left_at is null;
    return found;
  elsif r.audience = 'registered' then
    insert into reminder_settings as s (unit_id, off) values (r.of_unit, '{soon,rotate,not_verified}')
      on conflict (unit_id) do update set off = excluded.off, version = s.version + 1 where not s.off @> excluded.off;
    return found;
  end if;
  return false;
end $$;

grant execute on function reminder_address_asked(bytea), reminder_address_confirm(bytea), reminder_reader(bigint),
  reminder_unsubscribe(bigint) to qj_accounts;
