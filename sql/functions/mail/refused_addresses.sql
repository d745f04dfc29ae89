-- Servers err, too: after 30 days one mail is tried again, and what becomes of it decides anew.
create or replace view refused_addresses as
select address, since, refused_at, words from bad_addresses where refused_at > now() - interval '30 days';

-- A unit that is given an address has confirmed it, whatever was said about it before; its old one is nobody's business.
create or replace function bad_addresses_forget() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from bad_addresses where address in (old.email, new.email);
  return null;
end $$;
create or replace trigger bad_addresses_forget after update of email on units for each row
  when (old.email is distinct from new.email) execute function bad_addresses_forget();

-- Reviewed units that no mail reaches. words: '' for those without an address.
create or replace view unreachable_units as
select e.id, e.name, e.email, e.contact, e.mobile, coalesce(b.words, '') as words, b.since
from units e left join refused_addresses b on b.address = e.email
where e.state = 'approved' and (e.email = '' or b.address is not null);

-- A session's own unit only.
create or replace view own_refused_address as
select e.id as unit_id, b.address, b.since from units e join refused_addresses b on b.address = e.email
where e.id = nullif(current_setting('qj.unit', true), '')::bigint and e.email <> '';

-- A unit's addresses that a mail server refused for good; a session's own unit only.
create or replace view own_refused_readers as
select a.id, b.since from reminder_addresses a join refused_addresses b on b.address = a.address
where a.unit_id = nullif(current_setting('qj.unit', true), '')::bigint;

-- Units one of whose addresses was refused, since when.
create or replace view refused_units as
select e.id, e.name, b.since from bad_addresses b join units e on e.email = b.address where e.state = 'approved'
union
select e.id, e.name, b.since from bad_addresses b
  join reminder_addresses a on a.address = b.address and a.confirmed_at is not null and a.left_at is null
  join units e on e.id = a.unit_id where e.state = 'approved';

grant select on refused_addresses to qj_reminders;
grant select on unreachable_units to qj_admin;
grant select on own_refused_address to qj_accounts, qj_ledger;
grant select on own_refused_readers to qj_accounts;
grant select on refused_units to qj_mailer;
