-- The ledger: instruments of a unit. The unit's key is part of every key, and row-level security is the second fence
-- behind every `where unit_id = …`.

create sequence instrument_ids;
grant usage on sequence instrument_ids to qj_ledger;

create table instruments (
  unit_id bigint not null references units,
  id bigint not null default nextval('instrument_ids'),
  name text not null check (length(name) between 1 and 100),
  kind_id bigint not null references catalogue_kinds,
  mode text not null check (mode in ('periodic', 'first_scrap', 'first_rotate')),  -- the kind's, kept here for counts
  model text not null check (length(model) between 1 and 100),
  measuring_range text not null check (length(measuring_range) between 1 and 100),
  accuracy text not null check (length(accuracy) between 1 and 60),
  serial_number text not null check (length(serial_number) between 1 and 60),
  manufacturer text not null check (length(manufacturer) between 1 and 120),
  origin text not null check (origin in ('domestic', 'imported', 'hmt')),
  division_code text not null references divisions,
  place text not null check (length(place) between 1 and 200),
  quantity int not null default 1 check (quantity between 1 and 100000),
  use text not null check (use in ('trade', 'safety', 'medical', 'environment')),
  delivery text not null check (delivery in ('send_in', 'on_site')),
  management_number text not null default '' check (length(management_number) <= 40),
  cycle_months int check (cycle_months between 1 and 240),
  last_result text check (last_result in ('declared', 'pass', 'fail')),  -- null: no record; declared: typed by the unit, confirmed by nobody
  verified_on date,
  valid_until date,                        -- the due date; for first_rotate the end of the service life
  certificate_number text not null default '' check (length(certificate_number) <= 60),
  institution_name text not null default '' check (length(institution_name) <= 100),
  remark text not null default '' check (length(remark) <= 500),
  state text not null default 'in_use' check (state in ('in_use', 'stopped', 'scrapped')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  -- Derived: the list's order (what is urgent first, what is not in use last) and the text that searches compare.
  sort_due date not null generated always as (
    case when state <> 'in_use' then date '9999-12-31'
         when last_result = 'fail' then date '0001-01-01'
         else coalesce(valid_until, date '9999-12-30') end) stored,
  name_folded text not null generated always as (lower(normalize(name, NFKC))) stored,
  serial_folded text not null generated always as (lower(normalize(serial_number, NFKC))) stored,
  primary key (unit_id, id),
  constraint instruments_dates check (verified_on is null or valid_until is null or valid_until >= verified_on),
  constraint instruments_record check (last_result is not null or (verified_on is null and valid_until is null)),
  constraint instruments_quantity check (quantity = 1 or serial_number = '无' or serial_number ~ '[-~～至—]')
);
-- List and counts are answered from this index alone.
create index instruments_list on instruments (unit_id, sort_due, id)
  include (valid_until, state, mode, last_result, quantity, name_folded, serial_folded);

alter table instruments enable row level security;
create policy own_unit on instruments to qj_ledger
  using (unit_id = nullif(current_setting('qj.unit', true), '')::bigint)
  with check (unit_id = nullif(current_setting('qj.unit', true), '')::bigint);
grant select, insert, update on instruments to qj_ledger;
