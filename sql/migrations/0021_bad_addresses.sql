-- Addresses that a mail server refused for good, so that nothing more is said to them for a while and somebody is told.

create table bad_addresses (
  address text primary key check (length(address) between 3 and 254),
  since timestamptz not null default now(),       -- the first time
  refused_at timestamptz not null default now(),  -- the last time
  words text not null                             -- what the server said
);

-- Servers err, too: after 30 days one mail is tried again, and what becomes of it decides anew.
create view refused_addresses as
select address, since, refused_at, words from bad_addresses where refused_at > now() - interval '30 days';

-- A unit that is given an address has confirmed it, whatever was said about it before; its old one is nobody's business.
create function bad_addresses_forget() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from bad_addresses where address in (old.email, new.email);
  return null;
end $$;
create trigger bad_addresses_forget after update of email on units for each row
  when (old.email is distinct from new.email) execute function bad_addresses_forget();

-- Reviewed units that no mail reaches. words: '' for those without an address.
create view unreachable_units as
select e.id, e.name, e.email, e.contact, e.mobile, coalesce(b.words, '') as words, b.since
from units e left join refused_addresses b on b.address = e.email
where e.state = 'approved' and (e.email = '' or b.address is not null);

-- A session's own unit only.
create view own_refused_address as
select e.id as unit_id, b.address, b.since from units e join refused_addresses b on b.address = e.email
where e.id = nullif(current_setting('qj.unit', true), '')::bigint and e.email <> '';

-- What waits, without what it says and to whom.
create view outbox_waiting as
select kind, count(*) as mails, count(*) filter (where tries > 0) as tried, min(created_at) as oldest from outbox where state = 'queued' group by kind;

grant select, insert, update, delete on bad_addresses to qj_mailer;
grant select on refused_addresses to qj_reminders;
grant select on unreachable_units, outbox_waiting to qj_admin;
grant select on own_refused_address to qj_ledger, qj_accounts;
