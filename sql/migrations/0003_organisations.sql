-- Units, the institutions that verify for them with what they are authorised for, the departments that supervise them.

-- ---------------------------------------------------------------------------------------------- what indexes of names need
-- Not in sql/functions, because indexes of units are made of them: who changes what they answer makes those indexes anew.

-- The name by which everybody may know a unit: a 个体工商户 without a 字号 bears its operator's name; shown is its first character.
create function public_unit_name(p_unit_type text, p_name text, p_representative text) returns text language sql immutable as $$
  select case when p_unit_type = 'individual'
                and (p_name ~ '^[*＊]*$' or length(p_name) <= 3
                     or regexp_replace(p_name, '[（(]?个体工商户[）)]?$', '') = p_representative)
              then left(p_representative, 1) || '*（个体工商户）' else p_name end
$$;

-- Parts of a name, for searches in the middle of Chinese words: each two neighbouring characters.
create function bigrams(p_text text) returns text[] language plpgsql immutable strict parallel safe cost 5000
  set search_path = pg_catalog, pg_temp as $$
declare
  folded text := lower(normalize(p_text, NFKC));
begin
  return array(select distinct substr(folded, n, 2) from generate_series(1, length(folded) - 1) as n);
end $$;
-- Also to the roles that write names, for the indexes.
grant execute on function public_unit_name(text, text, text) to qj_accounts, qj_admin, qj_query;
grant execute on function bigrams(text) to qj_accounts, qj_supervision, qj_admin, qj_query;

-- ---------------------------------------------------------------------------------------------- units
create table units (
  id bigint generated always as identity primary key,
  unit_key text not null,                  -- 主体标识码: 9 characters; of an 18-character code, characters 9–17
  unit_code text not null,                 -- as on the certificate, normalised: 18 or 9 characters
  name text not null check (length(name) between 1 and 100),
  unit_type text not null check (unit_type in ('enterprise', 'individual', 'public_institution', 'branch', 'other')),
  division_code text not null references divisions,
  representative text not null,
  id_type text not null check (id_type in ('id_card', 'hk_macao_permit', 'taiwan_permit', 'permanent_residence', 'passport')),
  id_number_sealed bytea,                  -- encrypted; the key is readable by accounts, admin and qjctl only
  id_number_masked text not null,
  contact text not null,
  mobile text not null,
  email text not null default '',
  state text not null default 'pending' check (state in ('pending', 'approved', 'rejected', 'suspended', 'closed')),
  submitted_at timestamptz not null default now(),
  reviewed_at timestamptz,
  reviewed_by bigint,
  review_reason text not null default '' check (length(review_reason) <= 500),
  terms_version text not null default '',
  consented_at timestamptz,
  version int not null default 1
);
create index units_queue on units (state, submitted_at, id);
-- A closed unit may register anew.
create unique index units_unit_key on units (unit_key) where state <> 'closed';
create index units_name on units (name);
create index units_mobile on units (mobile) where mobile <> '';
create index units_division on units (division_code, id);
create index units_bigrams on units using gin (bigrams(name));
-- Units that everybody may find, by their code or a part of the name that everybody may know.
create index units_public_bigrams on units using gin (bigrams(public_unit_name(unit_type, name, representative)));

create table unit_documents (
  unit_id bigint not null references units,
  id bigint generated always as identity,
  file_name text not null check (file_name ~ '^[0-9a-f]{32}\.(jpg|png|pdf)$'),  -- our own id, never the sender's name
  original_name text not null,
  size_bytes bigint not null,
  created_at timestamptz not null default now(),
  primary key (unit_id, id)
);

-- What was decided about a unit, for the unit and for reviewers. state: of units after it.
create table unit_reviews (
  unit_id bigint not null references units,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  decision text not null check (decision in ('submitted', 'approved', 'rejected', 'suspended', 'restored',
    'change_requested', 'change_approved', 'change_rejected', 'change_withdrawn',
    'close_requested', 'close_rejected', 'close_withdrawn', 'closed', 'claimed')),
  reason text not null default '' check (length(reason) <= 500),
  actor_id bigint,
  primary key (unit_id, id)
);

-- ---------------------------------------------------------------------------------------------- institutions
create table institutions (
  id bigint generated always as identity primary key,
  name text not null unique,
  division_code text not null references divisions,
  address text not null default '',
  phone text not null default '',
  created_at timestamptz not null default now(),
  working_hours text not null default '' check (length(working_hours) <= 200),   -- 工作时间
  instructions text not null default '' check (length(instructions) <= 2000),    -- 送检须知
  contact text not null default '' check (length(contact) <= 50),
  email text not null default '' check (length(email) <= 254),
  authorisation_number text not null default '' check (length(authorisation_number) <= 60),  -- 授权证书编号
  authorised_until date,
  state text not null default 'active' check (state in ('active', 'suspended')),
  state_reason text not null default '' check (length(state_reason) <= 500),
  version int not null default 1,
  daily_capacity int check (daily_capacity between 0 and 100000)   -- 台件 a day; null: no limit said
);

-- 授权项目: a kind (or variant) it may verify, how far, until when, how and where. Without a row in institution_kind_divisions it
-- serves the institution's own division and what lies below it.
create table institution_kinds (
  id bigint generated always as identity primary key,
  institution_id bigint not null references institutions,
  kind_id bigint not null references catalogue_kinds,
  measuring_range text not null default '' check (length(measuring_range) <= 100),
  accuracy text not null default '' check (length(accuracy) <= 60),
  valid_until date,
  send_in boolean not null,
  on_site boolean not null,
  version int not null default 1,
  constraint institution_kinds_delivery check (send_in or on_site),
  constraint institution_kinds_once unique (institution_id, kind_id, measuring_range, accuracy)
);
-- Who verifies this: the first thing that people and appointments ask of institutions.
create index institution_kinds_kind on institution_kinds (kind_id);

create table institution_kind_divisions (
  institution_kind_id bigint not null references institution_kinds on delete cascade,
  division_code text not null references divisions,
  primary key (institution_kind_id, division_code)
);

create table institution_days (              -- days that differ
  institution_id bigint not null references institutions,
  day date not null,
  capacity int not null check (capacity between 0 and 100000),   -- 0: nothing on this day
  note text not null default '' check (length(note) <= 100),
  primary key (institution_id, day)
);

-- ---------------------------------------------------------------------------------------------- departments
create table departments (
  id bigint generated always as identity primary key,
  name text not null unique,
  phone text not null default '',
  contact text not null default '' check (length(contact) <= 50),
  address text not null default '' check (length(address) <= 200),
  email text not null default '' check (length(email) <= 254),
  state text not null default 'active' check (state in ('active', 'suspended')),
  version int not null default 1
);

create table department_divisions (
  department_id bigint not null references departments,
  division_code text not null references divisions,
  primary key (department_id, division_code)
);

create table department_units (  -- single units, beside the divisions
  department_id bigint not null references departments,
  unit_id bigint not null references units,
  primary key (department_id, unit_id)
);

-- ---------------------------------------------------------------------------------------------- whose rows
alter table institution_days enable row level security;
create policy own_institution on institution_days to qj_desk using (institution_id = own_institution())
  with check (institution_id = own_institution());

-- ---------------------------------------------------------------------------------------------- who may what
grant select, insert, update on units to qj_accounts;
-- An administrator reads everything of a unit but the encrypted number.
grant select (id, unit_key, unit_code, name, unit_type, division_code, representative, id_type, id_number_masked, contact, mobile,
  email, state, submitted_at, reviewed_at, reviewed_by, review_reason, terms_version, consented_at, version)
  on units to qj_admin;
grant select (id, unit_code, name, division_code, contact, mobile, state) on units to qj_appointments;
grant select (id, name, division_code, state) on units to qj_jobs;
grant update (state, reviewed_at, reviewed_by, review_reason, version) on units to qj_admin;
grant select, insert on unit_documents to qj_accounts;
grant select on unit_documents to qj_admin;
grant select, insert on unit_reviews to qj_accounts, qj_admin;
grant select on institutions to qj_accounts, qj_appointments, qj_desk;
grant select, insert, update on institutions, departments to qj_admin;
grant select (id, name, division_code, address, phone, state) on institutions to qj_supervision;
grant update (version, daily_capacity) on institutions to qj_desk;
grant select on institution_kinds, institution_kind_divisions to qj_accounts, qj_appointments, qj_desk, qj_supervision;
grant select, insert, update, delete on institution_kinds, institution_kind_divisions, department_units to qj_admin;
grant select, insert, update, delete on institution_days to qj_desk;
grant select on departments to qj_accounts, qj_appointments, qj_supervision;
grant select (id, name) on departments to qj_mailer;
grant select on department_divisions to qj_accounts, qj_appointments, qj_supervision, qj_mailer, qj_reminders;
grant select, insert, delete on department_divisions to qj_admin;
grant select on department_units to qj_appointments, qj_supervision, qj_mailer, qj_reminders;
